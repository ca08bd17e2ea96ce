/* round.c: the order of the rules, on one page.
 *
 * One context goes through the whole step. It is about the case at hand in an incident round, and
 * is turned to the side a row runs for. */
#include "core/round.h"

#include "core/bits.h"
#include "core/case.h"
#include "core/commitment.h"
#include "core/move.h"

#include <assert.h>
#include <string.h>

/* The first ending, in file order, that may come at any time and holds now. */
static void look_for_ending(struct context *c)
{
    const struct compiled *k = &c->sc->compiled;
    const uint64_t hold = row_sift(c, &k->any_time);
    if (hold) {
        c->s->slot[SLOT_ENDING] = k->urgent[bits_first(hold)];
    }
}

/* After the last round: the first of all endings that holds. The loader makes sure of one. */
static void end_game(struct context *c)
{
    const uint64_t hold = row_sift(c, &c->sc->compiled.at_last);
    assert(hold);
    c->s->slot[SLOT_ENDING] = (int16_t)bits_first(hold);
}

static void new_act(struct context *c)
{
    c->s->slot[SLOT_ACT]++;
    memset(c->s->last, 0, sizeof c->s->last);
    for (int i = 0; i < c->sc->compiled.resets; i++) {
        const struct meter *m = &c->sc->meter[c->sc->compiled.reset[i]];
        for (int p = 0; p <= (m->party ? 1 : 0); p++) {
            row_change(c, m->slot + p, m->start[p][0] - c->s->slot[m->slot + p]);
        }
    }
}

/* Whose turn it is at the beat now reached. */
static void seat_side(struct context *c, int beat)
{
    struct state *s = c->s;
    const struct beat *b = &c->sc->beat[beat];
    if (b->by == BY_BOTH) {
        s->side = 0;
    } else {
        const int victim = row_case(c)[FIELD_VICTIM];
        s->side = (int8_t)(b->by == BY_VICTIM ? victim : 1 - victim);
    }
}

/* Beats whose condition fails are passed over. False at the end of the round. */
static bool find_beat(struct context *c)
{
    for (int beat; (beat = state_beat(c->sc, c->s)) >= 0; c->s->place++) {
        const int when = c->sc->beat[beat].when;
        if (!when || row_holds(c, when)) {
            seat_side(c, beat);
            return true;
        }
    }
    return false;
}

/* A round begins: time passes over commitments, delayed rows come due, then the incident or,
 * before a summit, the settlement of an old case. */
static void begin_round(struct context *c)
{
    struct state *s = c->s;
    const int round = ++s->slot[SLOT_ROUND];
    c->case_at = -1;
    row_turn(c, 0);
    if (round > 1 && c->sc->round_kind[c->sc->calendar[round - 2]].closes) {
        new_act(c);
    }
    s->slot[SLOT_CALENDAR] = c->sc->calendar[round - 1];
    s->slot[SLOT_SIGNED] = s->slot[SLOT_PICKED] = s->slot[SLOT_PICKED + 1] = 0;
    s->slot[SLOT_STRUCK] = s->slot[SLOT_STRUCK + 1] = 0;
    s->again = 0;
    s->place = 0;
    if (round > 1) {
        commitment_age(c);
        row_run_pending(c);
    }
    row_run(c, c->sc->moment[MOMENT_ROUND]);
    if (c->sc->settle_kind == s->slot[SLOT_CALENDAR]) {
        case_settle(c);
    }
    if (state_incident(c->sc, c->s)) {
        case_arrive(c);
    }
    look_for_ending(c);
}

/* After the last beat of an incident: old cases come out, agreements do their daily work, then
 * the rules of the morning, with the victim as own. */
static void morning(struct context *c)
{
    case_expose(c);
    commitment_upkeep(c);
    row_run(c, c->sc->moment[MOMENT_MORNING]);
}

/* Goes on to the next decision, through as many rounds as have none. */
static void advance(struct context *c)
{
    while (!state_over(c->s) && !find_beat(c)) {
        if (state_incident(c->sc, c->s)) {
            morning(c);
        }
        if (c->s->slot[SLOT_ROUND] == c->sc->rounds) {
            end_game(c);
            return;
        }
        look_for_ending(c);
        if (!state_over(c->s)) {
            begin_round(c);
        }
    }
}

static void draw_starts(struct context *c)
{
    const struct compiled *k = &c->sc->compiled;
    for (int i = 0; i < k->drawns; i++) {
        const int element = k->drawn[i], p = element % MAX_PARTIES;
        const struct meter *m = &c->sc->meter[element / MAX_PARTIES];
        c->s->slot[m->slot + p] =
            m->start[p][rng_draw(c->luck, 0, DRAW_START, element, m->starts[p])];
    }
    for (int p = 0; p < MAX_PARTIES && c->sc->mandates > 0; p++) {
        c->s->slot[SLOT_MANDATE + p] =
            (int16_t)rng_draw(c->luck, 0, DRAW_MANDATE, p, c->sc->mandates);
    }
}

static void empty(struct ledger *ledger)
{
    if (ledger) {
        ledger->count = 0;
        ledger->full = false;
        memset(ledger->ran, 0, sizeof ledger->ran);
    }
}

static void start(struct context *c)
{
    memcpy(c->s->slot, c->sc->compiled.start, sizeof c->s->slot);
    draw_starts(c);
    begin_round(c);
    advance(c);
    row_turn(c, c->s->side);
}

void round_open(struct context *c, const struct scenario *sc, struct state *s, uint64_t luck)
{
    memset(s, 0, sizeof *s);
    *c = row_context(sc, s, luck, NULL, 0, -1);
    start(c);
}

void round_start(const struct scenario *sc, struct state *s, uint64_t luck, struct ledger *ledger)
{
    memset(s, 0, sizeof *s);
    empty(ledger);
    struct context c = row_context(sc, s, luck, ledger, 0, -1);
    start(&c);
}

/* The same words again in the same act: a rule may make them wear out. */
static void note_move(struct context *c, int beat, int party, int move)
{
    struct state *s = c->s;
    const int seen = move_seen(c->sc, move);
    uint8_t *last = &s->last[party][beat];
    s->slot[SLOT_REPEATED] = (int16_t)(!(move & MOVE_SET) && *last == seen + 1);
    *last = (uint8_t)(move & MOVE_SET ? 0 : seen + 1);
    s->slot[SLOT_FAMILY_BEFORE + party] = s->slot[SLOT_FAMILY + party];
    s->slot[SLOT_FAMILY + party] = (int16_t)move_family(c->sc, move);
}

static void play_single(struct context *c, int beat, int move)
{
    struct state *s = c->s;
    const struct move *m = &c->sc->move[move];
    if (m->again) {
        s->again |= (uint64_t)1 << move;
        row_run(c, m->now);
        return;
    }
    int16_t *field = row_case(c);
    field[FIELD_SEEN + s->place] = m->seen_as;
    field[FIELD_REAL + s->place] = (int16_t)move;
    if (m->claims) {
        field[FIELD_WORD] = WORD_OPEN;
    }
    note_move(c, beat, s->side, move);
    row_run(c, m->now);
    row_run(c, c->sc->moment[MOMENT_BEAT + beat]);
    commitment_look(c);
    s->slot[SLOT_REPEATED] = 0;
    s->place++;
}

static void show_picks(struct context *c, int beat)
{
    struct state *s = c->s;
    for (int p = 0; p < MAX_PARTIES; p++) {
        s->slot[SLOT_PICKED + p] = (int16_t)bits_count(s->pick[p] & (MOVE_SET - 1u));
        s->said[s->slot[SLOT_ROUND] - 1][p] = s->pick[p];
        note_move(c, beat, p, s->pick[p]);
    }
    s->slot[SLOT_REPEATED] = 0;
}

/* Only what both picked is signed. */
static void sign_common(struct context *c)
{
    const unsigned both = (unsigned)(c->s->pick[0] & c->s->pick[1]);
    row_turn(c, 0);
    for (int i = 0; i < c->sc->agreements; i++) {
        if (both >> i & 1u) {
            commitment_sign(c, c->sc->agreement[i]);
        }
    }
}

/* Both have chosen: what was blind becomes known and is done, first party first. */
static void resolve(struct context *c, int beat)
{
    struct state *s = c->s;
    if (!c->sc->beat[beat].secret) {
        show_picks(c, beat);
    }
    if (c->sc->beat[beat].pick) {
        sign_common(c);
    } else {
        for (int p = 0; p < MAX_PARTIES; p++) {
            row_turn(c, p);
            row_run(c, c->sc->move[s->pick[p]].now);
        }
    }
    row_turn(c, 0);
    row_run(c, c->sc->moment[MOMENT_BEAT + beat]);
    s->pick[0] = s->pick[1] = 0;
    s->place++;
}

void round_step(struct context *c, int move)
{
    struct state *s = c->s;
    const int beat = state_beat(c->sc, s);
    if (c->sc->beat[beat].by != BY_BOTH) {
        play_single(c, beat, move);
    } else {
        s->pick[s->side] = (uint16_t)move;
        if (s->side == 0) {
            s->side = 1;
            row_turn(c, 1);
            return;
        }
        resolve(c, beat);
    }
    look_for_ending(c);
    advance(c);
    row_turn(c, s->side);
}

void round_play(const struct scenario *sc, struct state *s, int move, uint64_t luck,
                struct ledger *ledger)
{
    struct context c;
    row_point(&c, sc, s, s->side, state_incident(sc, s) ? s->cases - 1 : -1);
    c.s = s;
    c.ledger = ledger;
    c.luck = luck;
    empty(ledger);
    round_step(&c, move);
}
