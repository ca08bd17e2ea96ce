/* minister.c: the ministers by name. */
#include "minister/minister.h"

#include "core/rng.h"
#include "json/finding.h"
#include "minister/ministers.h"
#include "minister/outside.h"
#include "minister/outside_process.h"
#include "minister/script.h"

#include <stdio.h>
#include <string.h>

struct entry {
    const char *name, *line;
    int (*choose)(const struct minister *self, const struct scenario *sc, const struct view *view,
                  uint64_t dice);
};

/* Those that are no script; the scripts follow them, the planner comes last. */
static const struct entry entries[] = {
    { "random", N_("any legal move, each as likely"), random_choose },
    { "greedy", N_("looks one step ahead, at its own advantage only"), greedy_choose },
};
enum { ENTRIES = sizeof entries / sizeof *entries, NAMES = ENTRIES + SCRIPTS + 1 };

static const struct entry planner = {
    "planner", N_("looks ahead; planner[:CHARACTER[:DIFFICULTY]], balanced and normal unless said"),
    planner_choose
};

/* How hard a planner thinks, and how often it lets a good move pass. Nothing of it sees more. */
static const char *const difficulties[] = { N_("easy"), N_("normal"), N_("hard"), N_("envoy") };
static const struct difficulty {
    int simulations, temperature;
    const char *line;
} difficulty[] = {
    { 100, 60, N_("thinks briefly, and now and then lets the best move pass") },
    { 500, 0, N_("thinks well, and does what it thinks best") },
    { 2000, 0, N_("thinks longer") },
    { 5000, 0, N_("thinks longest, for analysis") },
};
enum { DIFFICULTIES = sizeof difficulties / sizeof *difficulties, NORMAL = 1 };
_Static_assert(DIFFICULTIES == sizeof difficulty / sizeof *difficulty, "each has its numbers");

const char minister_plain[] = "balanced";

static struct entry entry_at(int index)
{
    if (index < ENTRIES) {
        return entries[index];
    }
    if (index < ENTRIES + SCRIPTS) {
        const struct script *script = script_table[index - ENTRIES];
        return (struct entry){ script->name, script->line, script_choose };
    }
    return planner;
}

const char *minister_name(int index)
{
    return index >= 0 && index < NAMES ? entry_at(index).name : NULL;
}

const char *minister_line(int index)
{
    return index >= 0 && index < NAMES ? entry_at(index).line : NULL;
}

const char *minister_difficulty(int index)
{
    return index >= 0 && index < DIFFICULTIES ? difficulties[index] : NULL;
}

const char *minister_difficulty_line(int index)
{
    return index >= 0 && index < DIFFICULTIES ? difficulty[index].line : NULL;
}

static int tries(const struct scenario *sc, const struct state *s)
{
    if (!s->again) {
        return 0;
    }
    const struct beat *b = &sc->beat[state_beat(sc, s)];
    int n = 0;
    for (int i = b->first_move; i < b->first_move + b->moves; i++) {
        n += (s->again >> i & 1u) != 0;
    }
    return n;
}

uint64_t minister_own(uint64_t luck, int side)
{
    return rng_mix(luck ^ 0x6d696e6973746572u, (uint64_t)side + 1);
}

uint64_t minister_dice_at(int round, int place, int tries, uint64_t luck, uint64_t own)
{
    const int when = (round * MAX_ROUND_BEATS + place) * MAX_MOVES + tries;
    /* What is mixed is added again: the mixer alone could be run backwards. */
    return rng_mix(own, ~(uint64_t)when) ^ own ^ luck;
}

uint64_t minister_dice(const struct scenario *sc, const struct state *s, uint64_t luck)
{
    return minister_dice_at(s->slot[SLOT_ROUND], s->place, tries(sc, s), luck,
                            minister_own(luck, s->side));
}

/* "no WHAT is called 'word'", with the name that was meant where one is near. */
static const char *unknown(const char *what, const char *word, const char *const *names, int count,
                           char *why, int size)
{
    const char *meant = findings_suggest(word, names, (size_t)count);
    const int shown = 40; /* bytes of a foreign word that are repeated */
    if (meant) {
        snprintf(why, (size_t)size, "no %s is called '%.*s'; did you mean '%s'?", what, shown, word,
                 meant);
    } else {
        snprintf(why, (size_t)size, "no %s is called '%.*s'", what, shown, word);
    }
    return why;
}

/* The word up to the next ':' goes to `out`; returns what follows it, or NULL at the end. A word
 * that does not fit is cut, and then no name is equal to it. */
static const char *next_word(const char *from, char *out, size_t size)
{
    const size_t length = strcspn(from, ":");
    snprintf(out, size, "%.*s", (int)(length < size ? length : size - 1), from);
    return from[length] ? from + length + 1 : NULL;
}

static int position(const char *word, const char *const *names, int count)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(word, names[i]) == 0) {
            return i;
        }
    }
    return -1;
}

static void set_difficulty(struct minister *m, int at)
{
    m->simulations = difficulty[at].simulations;
    m->temperature = difficulty[at].temperature;
}

/* CHARACTER[:DIFFICULTY] of a planner. */
static const char *read_options(const char *options, struct minister *out, char *why, int size)
{
    char word[64];
    options = next_word(options, out->character, sizeof out->character);
    if (!*out->character) {
        return unknown("character", "", NULL, 0, why, size);
    }
    if (!options) {
        return NULL;
    }
    options = next_word(options, word, sizeof word);
    const int at = position(word, difficulties, DIFFICULTIES);
    if (at < 0) {
        return unknown("difficulty", word, difficulties, DIFFICULTIES, why, size);
    }
    if (options) {
        snprintf(why, (size_t)size, "nothing may follow the difficulty in the name of a planner");
        return why;
    }
    set_difficulty(out, at);
    return NULL;
}

/* A program that can be started (outside.h). */
static const char *find_program(const char *name, struct minister *out, char *why, int size)
{
    if (strlen(name) >= sizeof out->name) {
        snprintf(why, (size_t)size, "the name of a program has at most %d bytes",
                 (int)sizeof out->name - 1);
        return why;
    }
    *out = (struct minister){ .choose = outside_choose };
    snprintf(out->name, sizeof out->name, "%s", name);
    return process_check(name, why, size);
}

const char *minister_find(const char *name, struct minister *out, char *why, int size)
{
    if (outside_is_name(name)) {
        return find_program(name, out, why, size);
    }
    char word[64];
    const char *names[NAMES];
    for (int i = 0; i < NAMES; i++) {
        names[i] = minister_name(i);
    }
    const char *options = next_word(name, word, sizeof word);
    const int at = position(word, names, NAMES);
    if (at < 0) {
        return unknown("minister", word, names, NAMES, why, size);
    }
    const struct entry entry = entry_at(at);
    *out = (struct minister){ .choose = entry.choose, .kind = script_find(entry.name) };
    snprintf(out->name, sizeof out->name, "%s", name);
    if (at == NAMES - 1) {
        snprintf(out->character, sizeof out->character, "%s", minister_plain);
        set_difficulty(out, NORMAL);
    }
    if (options && at != NAMES - 1) {
        snprintf(why, (size_t)size, "the minister '%s' takes no options", entry.name);
        return why;
    }
    return options ? read_options(options, out, why, size) : NULL;
}

const char *minister_suits(const struct minister *minister, const struct scenario *sc, char *why,
                           int size)
{
    const char *names[sizeof sc->character / sizeof *sc->character + 1] = { minister_plain };
    const char *character = minister->character;
    if (!*character || strcmp(character, minister_plain) == 0 ||
        scenario_character(sc, character) >= 0) {
        return NULL;
    }
    for (int i = 0; i < sc->characters; i++) {
        names[i + 1] = sc->character[i].id;
    }
    return unknown("character", character, names, sc->characters + 1, why, size);
}

const char *minister_for(const struct scenario *sc, const char *name, struct minister *out,
                         char *why, int size)
{
    const char *refusal = minister_find(name, out, why, size);
    return refusal ? refusal : minister_suits(out, sc, why, size);
}
