/* match.c: the seam. Decisions are kept in one list that only grows; the game as it stands is a
 * path through it, so that taking back forgets nothing. */
#include "match/match.h"

#include "core/move.h"
#include "match/say.h"
#include "minister/outside.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct seat {
    bool person;
    struct minister minister; /* where no person sits */
};

/* A decision and the state it led to, or a taking back. */
struct entry {
    int rewind; /* decision that is made again; 0: this is a decision */
    struct step step;
    struct state after;
};

struct match {
    const struct scenario *sc;
    uint64_t seed, game, luck;
    struct seat seat[MAX_PARTIES];
    struct state start;
    struct ledger opening; /* what the first round brought before the first decision */
    struct entry **entry;  /* all that happened */
    int entries, room;
    struct entry **path; /* the game as it stands; has the same room */
    int steps;
    bool hindsight; /* more was taken back than was free, or it is a branch */
    int branch;     /* the decision at which it left another game, or 0 */
    uint64_t branch_hash;
    uint64_t left_rules; /* of the scenario of that game, where they are others; or 0 */
    char *changed;       /* match_change, or NULL */
};

struct match *match_new(const struct scenario *sc, uint64_t seed, uint64_t game)
{
    struct match *m = calloc(1, sizeof *m);
    if (m == NULL) {
        return NULL;
    }
    m->sc = sc;
    m->seed = seed;
    m->game = game;
    m->luck = rng_luck(seed, game);
    for (int i = 0; i < MAX_PARTIES; i++) {
        m->seat[i].person = true;
    }
    round_start(sc, &m->start, m->luck, &m->opening);
    return m;
}

void match_free(struct match *m)
{
    if (m == NULL) {
        return;
    }
    for (int i = 0; i < m->entries; i++) {
        free(m->entry[i]);
    }
    free(m->entry);
    free(m->path);
    free(m->changed);
    free(m);
}

void match_seat(struct match *m, int party, const struct minister *minister)
{
    m->seat[party].person = minister == NULL;
    if (minister != NULL) {
        m->seat[party].minister = *minister;
        outside_new_game(minister);
    }
}

const struct minister *match_minister(const struct match *m, int party)
{
    return m->seat[party].person ? NULL : &m->seat[party].minister;
}

const char *match_seat_name(const struct match *m, int party)
{
    return m->seat[party].person ? "person" : m->seat[party].minister.name;
}

const struct scenario *match_scenario(const struct match *m)
{
    return m->sc;
}

bool match_change(struct match *m, const char *changed)
{
    const size_t room = strlen(changed) + 1;
    char *copy = malloc(room);
    if (copy != NULL) {
        memcpy(copy, changed, room);
        free(m->changed);
        m->changed = copy;
    }
    return copy != NULL;
}

const char *match_changed(const struct match *m)
{
    return m->changed != NULL ? m->changed : "{}";
}

uint64_t match_seed(const struct match *m)
{
    return m->seed;
}

uint64_t match_game(const struct match *m)
{
    return m->game;
}

int match_steps(const struct match *m)
{
    return m->steps;
}

const struct step *match_step(const struct match *m, int index)
{
    assert(index >= 0 && index < m->steps);
    return &m->path[index]->step;
}

const struct ledger *match_opening(const struct match *m)
{
    return &m->opening;
}

const struct state *match_state(const struct match *m, int index)
{
    assert(index >= 0 && index <= m->steps);
    return index == 0 ? &m->start : &m->path[index - 1]->after;
}

const struct state *match_now(const struct match *m)
{
    return match_state(m, m->steps);
}

bool match_over(const struct match *m)
{
    return state_over(match_now(m));
}

int match_ending(const struct match *m)
{
    return state_ending(match_now(m));
}

int match_to_move(const struct match *m)
{
    return match_over(m) ? -1 : match_now(m)->side;
}

bool match_person_to_move(const struct match *m)
{
    return !match_over(m) && m->seat[match_to_move(m)].person;
}

void match_view(const struct match *m, int party, struct view *out)
{
    view_of(m->sc, match_now(m), party, out);
}

uint64_t match_hash(const struct match *m)
{
    return state_hash(m->sc, match_now(m));
}

/* ---- playing ---- */

static bool make_room(struct match *m)
{
    if (m->entries < m->room) {
        return true;
    }
    const int room = m->room == 0 ? 64 : 2 * m->room;
    struct entry **entry = realloc(m->entry, (size_t)room * sizeof(struct entry *));
    if (entry == NULL) {
        return false;
    }
    m->entry = entry;
    struct entry **path = realloc(m->path, (size_t)room * sizeof(struct entry *));
    if (path == NULL) {
        return false;
    }
    m->path = path;
    m->room = room;
    return true;
}

/* A new entry at the end of the list, or NULL. */
static struct entry *append(struct match *m)
{
    struct entry *entry = make_room(m) ? calloc(1, sizeof *entry) : NULL;
    if (entry != NULL) {
        m->entry[m->entries++] = entry;
    }
    return entry;
}

const char *match_play(struct match *m, int move, const char *by)
{
    const struct state *now = match_now(m);
    if (state_over(now)) {
        return _("The game is over.");
    }
    if (!move_is_legal(m->sc, now, move)) {
        return _("That move cannot be made now.");
    }
    struct entry *entry = append(m);
    if (entry == NULL) {
        return _("There is no memory left for another move.");
    }
    struct step *step = &entry->step;
    *step = (struct step){ .number = m->steps + 1,
                           .round = state_round(now),
                           .beat = state_beat(m->sc, now),
                           .party = now->side,
                           .move = move,
                           .before = m->steps,
                           .after = m->steps + 1 };
    snprintf(step->by, sizeof step->by, "%s", by);
    entry->after = *now;
    round_play(m->sc, &entry->after, move, m->luck, &step->ledger);
    m->path[m->steps++] = entry;
    for (int i = 0; i < MAX_PARTIES && state_over(&entry->after); i++) {
        outside_end_game(&m->seat[i].minister, m->sc, &entry->after);
    }
    return NULL;
}

const char *match_play_minister(struct match *m)
{
    const int party = match_to_move(m);
    if (party < 0) {
        return _("The game is over.");
    }
    const struct minister *minister = &m->seat[party].minister;
    if (m->seat[party].person || minister->choose == NULL) {
        return _("No minister sits in that chair.");
    }
    const int move = match_choice(m, minister, match_now(m));
    if (move < 0 || !move_is_legal(m->sc, match_now(m), move)) {
        return match_play(m, move_fallback(m->sc, match_now(m)), "default");
    }
    return match_play(m, move, minister->name);
}

int match_choice(const struct match *m, const struct minister *minister, const struct state *s)
{
    struct view view;
    view_of(m->sc, s, s->side, &view);
    return minister->choose(minister, m->sc, &view, minister_dice(m->sc, &view.s, m->luck));
}

/* ---- what is free to take back ---- */

static bool looks(const struct scenario *sc, struct rows rows)
{
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        const struct row *row = &sc->row[i];
        for (int k = 0; k < row->ops + row->elses; k++) {
            const int op = k < row->ops ? row->first_op + k : row->first_else + k - row->ops;
            const int verb = sc->op[op].verb;
            if (verb == OP_REVEAL || verb == OP_RETRACE || verb == OP_INSPECT) {
                return true;
            }
        }
        if (row->chance && !row->delay) {
            return true;
        }
    }
    return false;
}

/* Did a commitment that began or ended with it draw luck? */
static bool commitments_drew(const struct match *m, const struct step *step)
{
    for (int i = 0; i < step->ledger.count; i++) {
        const struct row *row = &m->sc->row[step->ledger.change[i].row];
        if (row->source == SOURCE_COMMITMENT && row->chance) {
            return true;
        }
    }
    return false;
}

/* Has a decision shown its own side nothing that it did not know when it made it? Rows that might
 * draw count as if they had. */
static bool showed_nothing(const struct match *m, const struct step *step)
{
    const struct state *before = match_state(m, step->before), *after = match_state(m, step->after);
    const bool both = m->sc->beat[step->beat].by == BY_BOTH;
    if (both && step->party == 0) {
        return true; /* the other side has still to choose */
    }
    if (both || state_over(after) || state_round(after) != state_round(before)) {
        return false;
    }
    return !looks(m->sc, m->sc->move[step->move].now) &&
           !looks(m->sc, m->sc->moment[MOMENT_BEAT + step->beat]) && !commitments_drew(m, step);
}

/* Did a decision of the other side leave all that a party sees as it was? */
static bool is_unseen(const struct match *m, const struct step *step, int party)
{
    struct view before, after;
    view_of(m->sc, match_state(m, step->before), party, &before);
    view_of(m->sc, match_state(m, step->after), party, &after);
    return state_hash(m->sc, &before.s) == state_hash(m->sc, &after.s);
}

bool match_undo_free(const struct match *m, int number)
{
    assert(number >= 1 && number <= m->steps);
    const int party = match_step(m, number - 1)->party;
    for (int i = number - 1; i < m->steps; i++) {
        const struct step *step = match_step(m, i);
        const bool own = step->party == party && strcmp(step->by, "person") == 0;
        if (own ? !showed_nothing(m, step) : step->party == party || !is_unseen(m, step, party)) {
            return false;
        }
    }
    return true;
}

bool match_hindsight(const struct match *m)
{
    return m->hindsight;
}

/* ---- taking back ---- */

bool match_rewind(struct match *m, int number)
{
    assert(number >= 1 && number <= m->steps);
    const bool is_free = match_undo_free(m, number);
    struct entry *entry = append(m);
    if (entry == NULL) {
        return false;
    }
    m->hindsight = m->hindsight || !is_free;
    m->steps = number - 1;
    entry->rewind = number;
    entry->after = *match_now(m);
    return true;
}

/* A decision of a person at one of these chairs, as bits. */
static int last_of_a_person(const struct match *m, unsigned chairs)
{
    int number = m->steps;
    for (; number > 0; number--) {
        const struct step *step = match_step(m, number - 1);
        if ((chairs >> step->party & 1u) && strcmp(step->by, "person") == 0) {
            return number;
        }
    }
    return 0;
}

int match_undo_number(const struct match *m, int party)
{
    return last_of_a_person(m, 1u << party);
}

bool match_undo(struct match *m)
{
    const int number = last_of_a_person(m, ~0u);
    return number > 0 && match_rewind(m, number);
}

/* ---- branches ---- */

void match_mark_branch(struct match *m, int number, uint64_t hash)
{
    m->branch = number;
    m->branch_hash = hash;
    m->hindsight = true;
}

int match_branched(const struct match *m, uint64_t *hash)
{
    *hash = m->branch_hash;
    return m->branch;
}

void match_mark_rules(struct match *m, uint64_t rules)
{
    m->left_rules = rules;
}

uint64_t match_left_rules(const struct match *m)
{
    return m->left_rules;
}

struct match *match_branch(const struct match *m, int number)
{
    assert(number >= 1 && number <= m->steps + 1);
    struct match *branch = match_new(m->sc, m->seed, m->game);
    if (branch == NULL || !match_change(branch, match_changed(m))) {
        match_free(branch);
        return NULL;
    }
    memcpy(branch->seat, m->seat, sizeof branch->seat);
    for (int i = 0; i < number - 1; i++) {
        const struct step *step = match_step(m, i);
        if (match_play(branch, step->move, step->by) != NULL) {
            match_free(branch);
            return NULL;
        }
    }
    match_mark_branch(branch, number, match_hash(branch));
    branch->left_rules = m->left_rules;
    return branch;
}

/* ---- the record ---- */

int match_records(const struct match *m)
{
    return m->entries;
}

struct record match_record(const struct match *m, int index)
{
    assert(index >= 0 && index < m->entries);
    const struct entry *entry = m->entry[index];
    return (struct record){ .rewind = entry->rewind,
                            .step = entry->rewind > 0 ? NULL : &entry->step,
                            .after = &entry->after };
}
