/* move.c: what is legal, who chooses, and what a choice does, in many games. */
#include "core/move.h"

#include "core/batch/rows.h"

enum { MAX_OPTIONS = MAX_PICKS };
_Static_assert(MAX_PICKS >= (int)MAX_MOVES, "a beat has no more options than that");

/* What is to be decided now: by whom, and from what. */
struct due {
    struct batch *b;
    int beat;
    batch_choose choose;
    void *who;
    union lanes yes;             /* games in which it is */
    union lanes move;            /* then: the choice */
    int options;                 /* that may be legal somewhere, in the order of move_legal() */
    int16_t option[MAX_OPTIONS]; /* a move */
    union lanes legal[MAX_OPTIONS], count; /* where it is; how many are */
};

static union lanes *add_option(struct due *d, int move)
{
    d->option[d->options] = (int16_t)move;
    return &d->legal[d->options++];
}

static void list_moves(struct due *d)
{
    const struct beat *beat = &d->b->sc->beat[d->beat];
    for (int i = beat->first_move; i < beat->first_move + beat->moves; i++) {
        union lanes *legal = add_option(d, i);
        batch_holds(d->b, d->b->sc->move[i].when, &d->yes, legal);
        lanes_less(legal, legal, &d->b->again[i]);
        lanes_add(&d->count, legal, 1);
    }
}

/* The agreements that are on the table, as bits. */
static void list_clauses(const struct due *d, union lanes *table)
{
    const struct scenario *sc = d->b->sc;
    lanes_fill(table, 0);
    for (int i = 0; i < sc->agreements; i++) {
        const struct commitment *k = &sc->commitment[sc->agreement[i]];
        union lanes yes, rests, hold;
        lanes_equal(&yes, &d->yes, &d->b->slot[k->slot], 0);
        if (k->needs != NONE) {
            lanes_equal(&rests, &yes, &d->b->slot[sc->commitment[k->needs].slot], 0);
            lanes_less(&yes, &yes, &rests);
        }
        batch_holds(d->b, k->when, &yes, &hold);
        LANES_EACH (n) {
            table->part[n] |= hold.part[n] & (int16_t)(1 << i);
        }
    }
}

/* Sets of what is on the table, as list_sets() in core/move.c. */
static void list_sets(struct due *d)
{
    const struct compiled *k = &d->b->sc->compiled;
    union lanes table;
    list_clauses(d, &table);
    for (int i = 0; i < k->picks; i++) {
        const lane_part set = (lane_part){ 0 } + (int16_t)k->pick[i];
        union lanes *legal = add_option(d, MOVE_SET + k->pick[i]);
        LANES_EACH (n) {
            const lane_part off = set & ~table.part[n];
            legal->part[n] = d->yes.part[n] & (off == 0) & (d->count.part[n] < MAX_LEGAL - 1);
            d->count.part[n] -= legal->part[n];
        }
    }
}

static void ask_all(struct due *d, union lanes *choice)
{
    struct batch *b = d->b;
    const struct beat *beat = &b->sc->beat[d->beat];
    struct batch_decision decision = { .round = b->round, .place = b->place_at };
    BATCH_EACH (lane, lanes_set(&d->yes)) {
        decision.lane = lane;
        decision.side = b->side.of[lane];
        decision.count = d->count.of[lane];
        decision.tries = 0;
        for (int i = beat->first_move; i < beat->first_move + beat->moves; i++) {
            decision.tries += b->again[i].of[lane] & 1;
        }
        choice->of[lane] = (int16_t)d->choose(d->who, &decision);
    }
}

/* Asks the side whose turn it is. */
static void decide(struct due *d)
{
    union lanes choice;
    d->options = 0;
    lanes_fill(&d->count, 0);
    if (d->b->sc->beat[d->beat].pick) {
        list_sets(d);
    } else {
        list_moves(d);
    }
    lanes_fill(&choice, -1);
    lanes_add(&d->b->decisions, &d->yes, 1);
    ask_all(d, &choice);
    lanes_fill(&d->move, -1);
    for (int i = 0; i < d->options; i++) { /* the how-manieth of the legal ones */
        const lane_part move = (lane_part){ 0 } + d->option[i];
        LANES_EACH (n) {
            const lane_part is = d->legal[i].part[n] & (choice.part[n] == 0);
            d->move.part[n] = (d->move.part[n] & ~is) | (move & is);
            choice.part[n] += d->legal[i].part[n];
        }
    }
}

/* The same words again in the same act: a rule may make them wear out. */
static void note_move(struct batch *b, int beat, int party, int move, const union lanes *yes)
{
    const int seen = move_seen(b->sc, move);
    union lanes *last = &b->last[party][beat];
    union lanes same;
    lanes_equal(&same, yes, last, seen + 1);
    lanes_put(&b->slot[SLOT_REPEATED], &same, 1);
    lanes_put(last, yes, seen + 1);
    lanes_copy(&b->slot[SLOT_FAMILY_BEFORE + party], yes, &b->slot[SLOT_FAMILY + party]);
    lanes_put(&b->slot[SLOT_FAMILY + party], yes, move_family(b->sc, move));
}

static void note_single(struct batch *b, int beat, int move, const union lanes *yes)
{
    const struct move *m = &b->sc->move[move];
    union lanes *file = b->field[b->case_at];
    lanes_put(&file[FIELD_SEEN + b->place_at], yes, m->seen_as);
    lanes_put(&file[FIELD_REAL + b->place_at], yes, move);
    if (m->claims) {
        lanes_put(&file[FIELD_WORD], yes, WORD_OPEN);
    }
    for (int p = 0; p < MAX_PARTIES; p++) {
        union lanes by;
        lanes_equal(&by, yes, &b->side, p);
        note_move(b, beat, p, move, &by);
    }
}

/* The move's own rows; with `again` the beat stays open. */
static void play_move(struct due *d, int move, const union lanes *yes)
{
    struct batch *b = d->b;
    if (!lanes_any(yes)) {
        return;
    }
    if (b->sc->move[move].again) {
        lanes_or(&b->again[move], &b->again[move], yes);
        lanes_less(&d->yes, &d->yes, yes);
    } else {
        note_single(b, d->beat, move, yes);
    }
    batch_run(b, b->sc->move[move].now, yes);
}

static void play_single(struct due *d)
{
    struct batch *b = d->b;
    const struct beat *beat = &b->sc->beat[d->beat];
    const union lanes asked = d->yes;
    decide(d);
    for (int m = beat->first_move; m < beat->first_move + beat->moves; m++) {
        union lanes yes;
        lanes_equal(&yes, &asked, &d->move, m);
        play_move(d, m, &yes);
    }
    batch_run(b, b->sc->moment[MOMENT_BEAT + d->beat], &d->yes);
    batch_look(b, &d->yes);
    lanes_put(&b->slot[SLOT_REPEATED], &d->yes, 0);
    lanes_add(&b->place, &d->yes, 1);
}

static void show_picks(struct due *d)
{
    struct batch *b = d->b;
    for (int p = 0; p < MAX_PARTIES; p++) {
        lanes_copy(&b->said[b->round - 1][p], &d->yes, &b->pick[p]);
        BATCH_EACH (lane, lanes_set(&d->yes)) {
            const int pick = b->pick[p].of[lane];
            const int seen = pick & MOVE_SET ? 0 : move_seen(b->sc, pick) + 1;
            b->slot[SLOT_PICKED + p].of[lane] =
                (int16_t)bits_count((unsigned)pick & (MOVE_SET - 1u));
            b->last[p][d->beat].of[lane] = (int16_t)seen;
            b->slot[SLOT_FAMILY_BEFORE + p].of[lane] = b->slot[SLOT_FAMILY + p].of[lane];
            b->slot[SLOT_FAMILY + p].of[lane] = (int16_t)move_family(b->sc, pick);
        }
    }
    lanes_put(&b->slot[SLOT_REPEATED], &d->yes, 0);
}

static void sign_common(struct due *d)
{
    struct batch *b = d->b;
    batch_turn(b, 0);
    for (int i = 0; i < b->sc->agreements; i++) {
        union lanes both;
        LANES_EACH (k) {
            const lane_part bit = b->pick[0].part[k] & b->pick[1].part[k] & (int16_t)(1 << i);
            both.part[k] = d->yes.part[k] & (bit != 0);
        }
        batch_sign(b, b->sc->agreement[i], &both);
    }
}

static void do_both(struct due *d)
{
    struct batch *b = d->b;
    const struct beat *beat = &b->sc->beat[d->beat];
    for (int p = 0; p < MAX_PARTIES; p++) {
        batch_turn(b, p);
        for (int m = beat->first_move; m < beat->first_move + beat->moves; m++) {
            union lanes yes;
            lanes_equal(&yes, &d->yes, &b->pick[p], m);
            batch_run(b, b->sc->move[m].now, &yes);
        }
    }
}

/* Both choose blindly; then it becomes known and is done. */
static void play_both(struct due *d)
{
    struct batch *b = d->b;
    const struct beat *beat = &b->sc->beat[d->beat];
    for (int p = 0; p < MAX_PARTIES; p++) {
        lanes_put(&b->side, &d->yes, p);
        batch_turn(b, p);
        decide(d);
        b->pick[p] = d->move;
    }
    if (!beat->secret) {
        show_picks(d);
    }
    if (beat->pick) {
        sign_common(d);
    } else {
        do_both(d);
    }
    batch_turn(b, 0);
    batch_run(b, b->sc->moment[MOMENT_BEAT + d->beat], &d->yes);
    lanes_add(&b->place, &d->yes, 1);
}

static void seat_side(struct batch *b, const struct beat *beat, const union lanes *yes)
{
    for (int i = 0; i < LANE_PARTS; i++) {
        lane_part own = { 0 };
        if (beat->by != BY_BOTH) {
            own = beat->by == BY_VICTIM ? b->victim.part[i] : ~b->victim.part[i];
        }
        b->side.part[i] = (b->side.part[i] & ~yes->part[i]) | (yes->part[i] & -own);
        b->own.part[i] = own;
    }
}

/* Those games of `left` that have come to this beat; the others pass over it. */
static void reach_beat(struct due *d, const union lanes *left)
{
    struct batch *b = d->b;
    const struct beat *beat = &b->sc->beat[d->beat];
    union lanes passed;
    batch_holds(b, beat->when, left, &d->yes);
    lanes_less(&passed, left, &d->yes);
    lanes_add(&b->place, &passed, 1);
    seat_side(b, beat, &d->yes);
}

void batch_beat(struct batch *b, int beat, batch_choose choose, void *who)
{
    struct due due; /* not all zero: it is large, and filled as far as it is used */
    due.b = b;
    due.beat = beat;
    due.choose = choose;
    due.who = who;
    union lanes left = b->goes_on, waits;
    for (; lanes_any(&left); left = waits) {
        reach_beat(&due, &left);
        if (!lanes_any(&due.yes)) {
            break;
        }
        const union lanes asked = due.yes;
        if (b->sc->beat[beat].by == BY_BOTH) {
            play_both(&due);
        } else {
            play_single(&due);
        }
        lanes_less(&waits, &asked, &due.yes);
        batch_look_for_ending(b);
        lanes_and(&waits, &waits, &b->goes_on);
    }
}
