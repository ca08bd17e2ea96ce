/* search.c: what play has not met is looked for.
 *
 * Both sides play together and know everything, luck included: each tries all its moves and makes
 * the one that comes nearest to what is looked for, but for some that are made by lot, more of them
 * from game to game. What so many games do not reach is told as never reached. */
#include "command/study/study.h"
#include "command/study/target.h"

#include "core/move.h"
#include "core/round.h"

#include <stdlib.h>
#include <string.h>

enum { SEARCH_KEY = 107, TOP = 1 << 24 };

struct found {
    int64_t tries, game; /* game: from 1; 0: not found */
    int64_t moves, move[MAX_EVIDENCE_MOVES];
};
struct hunt {
    struct found found[MAX_MISSING];
};

struct chase {
    const struct scenario *sc;
    struct target target;
    uint64_t luck;
    int astray; /* per cent of moves made by lot */
    struct dice dice;
    struct state state;
    struct ledger ledger;
    struct found *found;
};

static int try_move(struct chase *c, int move, bool *hit)
{
    struct state after = c->state;
    round_play(c->sc, &after, move, c->luck, &c->ledger);
    *hit = target_hit(c->sc, &c->target, &c->state, move, &after, &c->ledger);
    return *hit ? -1 : state_over(&after) ? TOP : target_distance(c->sc, &c->target, &after);
}

/* The move that comes nearest; of equals each is as likely. */
static int nearest(struct chase *c, bool *hit)
{
    int legal[MAX_LEGAL], best = -1, least = TOP + 1, equals = 0;
    const int count = move_legal(c->sc, &c->state, legal);
    const int alone = dice_roll(&c->dice, 100) < c->astray ? dice_roll(&c->dice, count) : -1;
    for (int i = 0; i < count; i++) {
        bool now;
        const int far = try_move(c, legal[i], &now);
        if (now) {
            *hit = true;
            return legal[i];
        }
        if (alone >= 0 ? i == alone : far < least) {
            best = legal[i];
            least = far;
            equals = 1;
        } else if (alone < 0 && far == least && dice_roll(&c->dice, ++equals) == 0) {
            best = legal[i];
        }
    }
    return best;
}

static bool met_at_once(const struct chase *c)
{
    const struct target *t = &c->target;
    struct state none = c->state;
    none.cases = 0;
    return (t->kind == THING_INCIDENT || t->kind == THING_ROW) && c->state.cases > 0 &&
           target_hit(c->sc, t, &none, -1, &c->state, &c->ledger);
}

static bool play(struct chase *c)
{
    bool hit;
    round_start(c->sc, &c->state, c->luck, &c->ledger);
    c->found->moves = 0;
    hit = met_at_once(c);
    while (!hit && !state_over(&c->state) && c->found->moves < MAX_EVIDENCE_MOVES) {
        const int move = nearest(c, &hit);
        c->found->move[c->found->moves++] = move;
        round_play(c->sc, &c->state, move, c->luck, NULL);
    }
    return hit;
}

static void search(const void *context, int64_t unit, void *to)
{
    static const int astray[] = { 0, 10, 25, 50 };
    const struct study *s = context;
    const struct missing *m = &s->missing[unit];
    struct chase c = { .sc = s->measures->sc, .target = { m->kind, m->index } };
    c.found = &((struct hunt *)to)->found[unit];
    for (int64_t game = 0; game < s->numbers.tries && !c.found->game; game++) {
        c.luck = rng_luck(study_seed(s, PART_SEARCH), (uint64_t)game);
        c.astray = astray[game % 4];
        c.dice = (struct dice){ rng_mix(rng_mix(SEARCH_KEY, (uint64_t)unit), (uint64_t)game) };
        c.found->tries++;
        c.found->game = play(&c) ? game + 1 : 0;
    }
}

/* ---- figures ---- */

static void list_missing(struct study *s)
{
    const struct scenario *sc = s->measures->sc;
    s->missings = 0;
    for (enum thing kind = 0; kind < THINGS; kind++) {
        for (int i = 0; i < coverage_things(sc, kind); i++) {
            const int64_t met =
                coverage_met(&s->by_lot, kind, i) + coverage_met(&s->by_ministers, kind, i);
            if (coverage_counts(sc, kind, i) && met == 0 && s->missings < MAX_MISSING) {
                s->missing[s->missings++] = (struct missing){ .kind = kind, .index = i };
            }
        }
    }
}

static void show(struct study *s, const struct missing *m, const struct found *found)
{
    char name[FIGURE_NAME];
    struct evidence *e =
        report_show(s->report, study_seed(s, PART_SEARCH), (uint64_t)(found->game - 1));
    coverage_name(s->measures->sc, m->kind, m->index, name, sizeof name);
    memcpy(e->shows, name, sizeof name);
    e->moves = (int)found->moves;
    e->decision = (int)found->moves;
    for (int i = 0; i < e->moves; i++) {
        e->move[i] = (uint16_t)found->move[i];
    }
}

static void add_figures(struct study *s)
{
    static const char *const name[THINGS] = { "incidents", "moves", "endings", "rows" };
    for (enum thing kind = 0; kind < THINGS; kind++) {
        int never = 0, all = 0;
        for (int i = 0; i < s->missings; i++) {
            never += s->missing[i].kind == kind && !s->missing[i].reached;
        }
        for (int i = 0; i < coverage_things(s->measures->sc, kind); i++) {
            all += coverage_counts(s->measures->sc, kind, i);
        }
        report_add(s->report, (struct estimate){ never, 0 }, 1, -NO_GOAL, 0, "unseen.%s",
                   name[kind]);
        report_note(s->report, "of %d", all);
    }
}

int part_search(struct study *s)
{
    list_missing(s);
    struct hunt *hunt = calloc(1, sizeof *hunt);
    const int failed =
        hunt ? sums_share_out(s->hands, s->missings, search, s, hunt, sizeof *hunt) : -1;
    for (int i = 0; i < s->missings && !failed; i++) {
        const struct found *found = &hunt->found[i];
        s->missing[i].tries = found->tries;
        s->missing[i].reached = found->game > 0;
        if (found->game > 0) {
            show(s, &s->missing[i], found);
        }
    }
    if (!failed) {
        add_figures(s);
    }
    free(hunt);
    return failed;
}
