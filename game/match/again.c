/* again.c: the same decisions under other rules, and the first thing that is not as it was. */
#include "match/again.h"

#include "core/move.h"
#include "match/say.h"
#include "match/why.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { NAME_SIZE = 512, MOST_TOLD = 3 };

/* ---- side by side ---- */

/* One decision in the old game and in the new one, and what is said of their differences. */
struct pair {
    const struct scenario *sc[2]; /* was, is */
    const struct state *s[2];
    int viewer;
    char *out;
    size_t size, length;
    int told;
};

static void add(struct pair *p, const char *sentence)
{
    if (p->told < MOST_TOLD && p->length < p->size) {
        p->length += (size_t)snprintf(p->out + p->length, p->size - p->length, "%s%s",
                                      p->told > 0 ? "; " : "", sentence);
    } else if (p->told == MOST_TOLD && p->length < p->size) {
        p->length += (size_t)snprintf(p->out + p->length, p->size - p->length, "%s", _("; ..."));
    }
    p->told++;
}

static void add_words(struct pair *p, const char *what, const char *is, const char *was)
{
    char sentence[300];
    snprintf(sentence, sizeof sentence, _("%.80s %.80s, was %.80s"), what, is, was);
    add(p, sentence);
}

static void add_numbers(struct pair *p, const char *what, int is, int was)
{
    char new[16], old[16];
    snprintf(new, sizeof new, "%d", is);
    snprintf(old, sizeof old, "%d", was);
    add_words(p, what, new, old);
}

/* ---- where the game is ---- */

static const char *ending(const struct pair *p, int which)
{
    const int at = state_ending(p->s[which]);
    return at < 0 ? _("not over") : p->sc[which]->ending[at].id;
}

static const char *beat(const struct pair *p, int which)
{
    return p->sc[which]->beat[state_beat(p->sc[which], p->s[which])].id;
}

static void compare_place(struct pair *p)
{
    if (strcmp(ending(p, 0), ending(p, 1)) != 0) {
        add_words(p, _("ending"), ending(p, 1), ending(p, 0));
    } else if (!state_over(p->s[0])) {
        if (state_round(p->s[0]) != state_round(p->s[1])) {
            add_numbers(p, _("round"), state_round(p->s[1]), state_round(p->s[0]));
        }
        if (strcmp(beat(p, 0), beat(p, 1)) != 0) {
            add_words(p, _("beat"), beat(p, 1), beat(p, 0));
        }
        if (p->s[0]->side != p->s[1]->side) {
            add_words(p, _("side"), p->sc[1]->actor[p->s[1]->side].id,
                      p->sc[0]->actor[p->s[0]->side].id);
        }
    }
}

static const char *incident(const struct pair *p, int which)
{
    const struct state *s = p->s[which];
    return s->cases == 0 ? _("none")
                         : p->sc[which]->incident[s->file[s->cases - 1].field[FIELD_INCIDENT]].id;
}

static void compare_incident(struct pair *p)
{
    if (strcmp(incident(p, 0), incident(p, 1)) != 0) {
        add_words(p, _("incident"), incident(p, 1), incident(p, 0));
    }
}

/* ---- numbers ---- */

static void compare_slots(struct pair *p, int old, int new, bool each)
{
    for (int i = 0; i < (each ? MAX_PARTIES : 1); i++) {
        const int was = p->s[0]->slot[old + i], is = p->s[1]->slot[new + i];
        char name[NAME_SIZE];
        if (is != was && view_sees_slot(p->sc[0], p->viewer, old + i) &&
            view_sees_slot(p->sc[1], p->viewer, new + i)) {
            why_name(p->sc[1], new + i, name, sizeof name);
            add_numbers(p, name, is, was);
        }
    }
}

static void compare_meters(struct pair *p)
{
    for (int i = 0; i < p->sc[0]->meters; i++) {
        const struct meter *was = &p->sc[0]->meter[i];
        const int at = scenario_meter(p->sc[1], was->id);
        const struct meter *is = at >= 0 ? &p->sc[1]->meter[at] : NULL;
        if (is != NULL && is->party == was->party) {
            compare_slots(p, was->slot, is->slot, is->party);
        }
    }
}

static void compare_commitments(struct pair *p)
{
    for (int i = 0; i < p->sc[0]->commitments; i++) {
        const struct commitment *was = &p->sc[0]->commitment[i];
        for (int k = 0; k < p->sc[1]->commitments; k++) {
            const struct commitment *is = &p->sc[1]->commitment[k];
            if (strcmp(is->id, was->id) == 0 && is->promise == was->promise) {
                compare_slots(p, was->slot, is->slot, is->promise);
            }
        }
    }
}

/* ---- what can be chosen ---- */

/* Tells of the moves that are possible in one game and have no counterpart in the other. */
static void compare_legal(struct pair *p, int here, int there, const char *is)
{
    int moves[MAX_LEGAL];
    const int count = move_legal(p->sc[here], p->s[here], moves);
    const int at = state_beat(p->sc[there], p->s[there]);
    for (int i = 0; i < count; i++) {
        char name[NAME_SIZE], sentence[NAME_SIZE + 100];
        move_name(p->sc[here], moves[i], name, sizeof name);
        const int move = move_parse(p->sc[there], at, name);
        if (move < 0 || !move_is_legal(p->sc[there], p->s[there], move)) {
            snprintf(sentence, sizeof sentence, "%s %s", name, is);
            add(p, sentence);
        }
    }
}

/* Only of the person's own decisions: what the other side could do is its own affair. */
static void compare_moves(struct pair *p)
{
    if (!state_over(p->s[0]) && !state_over(p->s[1]) && p->s[0]->side == p->viewer &&
        p->s[1]->side == p->viewer && strcmp(beat(p, 0), beat(p, 1)) == 0) {
        compare_legal(p, 0, 1, _("can no longer be chosen"));
        compare_legal(p, 1, 0, _("can be chosen now"));
    }
}

/* Notes the first decision at which a person sees something else than before. */
static void compare(const struct match *old, const struct match *new, int index, int viewer,
                    struct again *again)
{
    struct pair pair = { .sc = { match_scenario(old), match_scenario(new) },
                         .s = { match_state(old, index), match_state(new, index) },
                         .viewer = viewer,
                         .out = again->what,
                         .size = sizeof again->what };
    compare_place(&pair);
    compare_incident(&pair);
    compare_meters(&pair);
    compare_commitments(&pair);
    compare_moves(&pair);
    again->differs = pair.told > 0 ? index + 1 : 0;
}

/* ---- playing again ---- */

/* Makes a decision again; false, with its name, where that is not possible. */
static bool repeat(struct match *new, const struct scenario *before, const struct step *step,
                   struct again *again)
{
    const struct scenario *sc = match_scenario(new);
    const struct state *now = match_now(new);
    char name[NAME_SIZE];
    move_name(before, step->move, name, sizeof name);
    const bool same_place =
        !state_over(now) && now->side == step->party &&
        strcmp(sc->beat[state_beat(sc, now)].id, before->beat[step->beat].id) == 0;
    const int move = same_place ? move_parse(sc, state_beat(sc, now), name) : -1;
    if (move >= 0 && move_is_legal(sc, now, move)) {
        return match_play(new, move, step->by) == NULL;
    }
    again->stopped = step->number;
    snprintf(again->impossible, sizeof again->impossible, "%.63s", name);
    return false;
}

/* Under the same rules: everything that was recorded, what was taken back included. */
static bool repeat_record(const struct match *old, struct match *new)
{
    uint64_t hash;
    bool fine = true;
    for (int i = 0; i < match_records(old) && fine; i++) {
        const struct record record = match_record(old, i);
        fine = record.step != NULL ? match_play(new, record.step->move, record.step->by) == NULL
                                   : match_rewind(new, record.rewind);
    }
    const int branch = match_branched(old, &hash);
    if (branch > 0) {
        match_mark_branch(new, branch, hash);
        match_mark_rules(new, match_left_rules(old));
    }
    return fine;
}

/* Under others: the decisions that led to where the game stands. False: memory is out. */
static bool repeat_path(const struct match *old, struct match *new, int viewer, struct again *again)
{
    bool goes_on = true;
    compare(old, new, 0, viewer, again);
    for (int i = 0; i < match_steps(old) && goes_on; i++) {
        goes_on = repeat(new, match_scenario(old), match_step(old, i), again);
        if (goes_on && again->differs == 0) {
            compare(old, new, i + 1, viewer, again);
        }
    }
    if (match_steps(new) > 0) {
        match_mark_branch(new, match_steps(new) + 1, match_hash(new));
        match_mark_rules(new, match_scenario(old)->hash);
    }
    return goes_on || again->stopped > 0;
}

/* Seats everybody who sat at the old table; a sentence where somebody cannot sit at the new one. */
static const char *seat(const struct match *old, struct match *new, char *why, int size)
{
    for (int party = 0; party < MAX_PARTIES; party++) {
        const struct minister *minister = match_minister(old, party);
        const char *refusal =
            minister != NULL ? minister_suits(minister, match_scenario(new), why, size) : NULL;
        if (refusal != NULL) {
            return refusal;
        }
        match_seat(new, party, minister);
    }
    return NULL;
}

static bool same_parties(const struct scenario *a, const struct scenario *b)
{
    return strcmp(a->actor[0].id, b->actor[0].id) == 0 &&
           strcmp(a->actor[1].id, b->actor[1].id) == 0;
}

const char *match_again(const struct match *old, const struct scenario *sc, int viewer,
                        struct match **out, struct again *again, char *why, int size)
{
    const bool same = sc->hash == match_scenario(old)->hash;
    *again = (struct again){ .decisions = 0 };
    *out = NULL;
    if (!same_parties(match_scenario(old), sc)) {
        return _("The parties are others now; the game goes on with the scenario as it was.");
    }
    struct match *new = match_new(sc, match_seed(old), match_game(old));
    const char *refusal =
        new == NULL ? _("There is no memory left to play it again.") : seat(old, new, why, size);
    if (refusal == NULL &&
        !(same ? repeat_record(old, new) : repeat_path(old, new, viewer, again))) {
        refusal = _("There is no memory left to play it again.");
    }
    if (refusal != NULL) {
        match_free(new);
        return refusal;
    }
    again->decisions = match_steps(new);
    *out = new;
    return NULL;
}

const char *again_sentence(const struct again *again, char *out, int size)
{
    int n;
    if (again->differs > 0) {
        n = snprintf(out, (size_t)size, _("Reloaded. From decision %d on it differs: %s."),
                     again->differs, again->what);
    } else {
        n = snprintf(out, (size_t)size, _("Reloaded. Nothing differs up to here, decision %d."),
                     again->decisions + 1);
    }
    if (again->stopped > 0 && n < size) {
        snprintf(out + n, (size_t)(size - n),
                 _(" Decision %d, %s, can no longer be made: the game stands there."),
                 again->stopped, again->impossible);
    }
    return out;
}
