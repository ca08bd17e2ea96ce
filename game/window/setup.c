/* setup: a story at a time is loaded and looked at. */
#define _POSIX_C_SOURCE 200809L

#include "window/setup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "content/scenario_find.h"
#include "content/scenario_load.h"
#include "content/scenario_texts.h"
#include "match/debrief_word.h"
#include "match/say.h"
#include "window/arena.h"

enum { NORMAL = 1 };

static int stories(const struct setup *setup)
{
    int n = 0;
    while (setup->id[n] != NULL) {
        n++;
    }
    return n;
}

/* Looks at the story whose turn it is. */
static void look_at(struct setup *setup)
{
    struct findings findings = findings_init();
    bool found;
    scenario_free(setup->sc);
    setup->sc = NULL;
    char *path = setup->id[0] != NULL ? scenario_find(setup->id[setup->at], &findings) : NULL;
    if (path != NULL) {
        setup->sc = scenario_load_in(path, say_language(), &found, &findings);
    }
    snprintf(setup->title, sizeof setup->title, "%s",
             setup->sc != NULL      ? scenario_plain(setup->sc, setup->sc->title)
             : setup->id[0] != NULL ? setup->id[setup->at]
                                    : "");
    free(path);
    findings_clear(&findings);
    setup->character = 0;
    for (int i = 0; setup->sc != NULL && i < setup->sc->characters; i++) {
        if (strcmp(setup->sc->character[i].id, minister_plain) == 0) {
            setup->character = i;
        }
    }
}

void setup_open(struct setup *setup, const char *id, int party)
{
    *setup = (struct setup){ .id = scenario_list(), .party = party, .difficulty = NORMAL };
    if (setup->id == NULL) {
        arena_out_of_memory();
    }
    for (int i = 0; setup->id[i] != NULL; i++) {
        if (strcmp(setup->id[i], id) == 0) {
            setup->at = i;
        }
    }
    look_at(setup);
}

void setup_close(struct setup *setup)
{
    for (int i = 0; setup->id != NULL && setup->id[i] != NULL; i++) {
        free(setup->id[i]);
    }
    free(setup->id);
    scenario_free(setup->sc);
    *setup = (struct setup){ .id = NULL };
}

/* ---- changing ---- */

static int turned(int at, int way, int count)
{
    return count > 0 ? (at + way + count) % count : 0;
}

static int difficulties(void)
{
    int n = 0;
    while (minister_difficulty(n) != NULL) {
        n++;
    }
    return n;
}

/* From word to word, with "another year each time" in between. */
static void turn_word(struct setup *setup, int way)
{
    const int words = debrief_words();
    int at = words;
    for (int i = 0; i < words; i++) {
        at = strcmp(debrief_word_at(i), setup->word) == 0 ? i : at;
    }
    at = turned(at, way, words + 1);
    snprintf(setup->word, sizeof setup->word, "%s", at < words ? debrief_word_at(at) : "");
}

void setup_turn(struct setup *setup, enum setup_line line, int way)
{
    switch (line) {
    case SETUP_STORY:
        setup->at = turned(setup->at, way, stories(setup));
        look_at(setup);
        break;
    case SETUP_SIDE:
        setup->party = 1 - setup->party;
        break;
    case SETUP_OPPOSITE:
        setup->character =
            turned(setup->character, way, setup->sc != NULL ? setup->sc->characters : 0);
        break;
    case SETUP_DIFFICULTY:
        setup->difficulty = turned(setup->difficulty, way, difficulties());
        break;
    default:
        turn_word(setup, way);
        break;
    }
}

/* ---- words ---- */

const char *setup_character(const struct setup *setup)
{
    const struct scenario *sc = setup->sc;
    return sc != NULL && sc->characters > 0
               ? scenario_plain(sc, sc->character[setup->character].title)
               : _("Balanced");
}

const char *setup_character_line(const struct setup *setup)
{
    const struct scenario *sc = setup->sc;
    return sc != NULL && sc->characters > 0
               ? scenario_plain(sc, sc->character[setup->character].line)
               : "";
}

const char *setup_difficulty(const struct setup *setup)
{
    return _(minister_difficulty(setup->difficulty));
}

const char *setup_difficulty_line(const struct setup *setup)
{
    return _(minister_difficulty_line(setup->difficulty));
}

/* ---- beginning ---- */

/* A word is one of a list; digits are a seed as on the command line. */
static bool read_word(const char *word, uint64_t *seed)
{
    if (word[strspn(word, "0123456789")] == '\0' && strlen(word) < 19) {
        *seed = strtoull(word, NULL, 10);
        return true;
    }
    return debrief_word_seed(word, seed);
}

const char *setup_take(struct setup *setup, struct minister *minister, bool *seeded, uint64_t *seed,
                       struct scenario **sc, char *why, int size)
{
    char name[MINISTER_NAME];
    if (setup->sc == NULL) {
        return _("This story has errors; backchannel check says which.");
    }
    if (setup->word[0] != '\0' && !read_word(setup->word, seed)) {
        snprintf(why, (size_t)size, _("%s is no class word; take one of the list, such as %s."),
                 setup->word, debrief_word_at(0));
        return why;
    }
    *seeded = setup->word[0] != '\0';
    snprintf(name, sizeof name, "planner:%s:%s",
             setup->sc->characters > 0 ? setup->sc->character[setup->character].id : minister_plain,
             minister_difficulty(setup->difficulty));
    const char *refusal = minister_for(setup->sc, name, minister, why, size);
    if (refusal == NULL) {
        *sc = setup->sc;
        setup->sc = NULL;
    }
    return refusal;
}
