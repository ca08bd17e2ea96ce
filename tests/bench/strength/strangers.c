/* strangers.c: ministers that exist here only. */
#include "strangers.h"

#include "core/move.h"
#include "core/row.h"
#include "minister/belief.h"
#include "minister/habit.h"
#include "minister/ministers.h"
#include "minister/script.h"

#include <stdio.h>

enum { HARDLY = 400, LIKELY = 600 }; /* per mille */

/* What a stranger goes by. */
struct scene {
    const struct scenario *sc;
    const struct view *view;
    const struct state *s;
    const struct beat *beat;
    int own, other;
    int case_at;  /* the case at hand, or -1 */
    uint64_t key; /* the same all through a game, and known to its side */
};

static struct scene scene_of(const struct scenario *sc, const struct view *view)
{
    const struct state *s = &view->s;
    struct scene e = { .sc = sc, .view = view, .s = s, .own = view->party };
    e.other = 1 - e.own;
    e.beat = &sc->beat[state_beat(sc, s)];
    e.case_at = e.beat->by == BY_BOTH ? -1 : s->cases - 1;
    if (s->cases > 0) {
        const int16_t *first = s->file[0].field;
        e.key = rng_mix(rng_mix((uint64_t)first[FIELD_INCIDENT], (uint64_t)first[FIELD_SEVERITY]),
                        (uint64_t)first[FIELD_VICTIM] * 2 + (uint64_t)e.own);
    }
    return e;
}

static int theirs(const struct scene *e)
{
    return e->s->slot[SLOT_FAMILY + e->other];
}

/* Hard against what was hard. */
static int in_kind(const struct scene *e)
{
    return theirs(e) == FAMILY_COOPERATE ? FAMILY_COOPERATE : FAMILY_ACCUSE;
}

/* The family that is hard here: who accuses has to be accused of nothing. */
static int hostile(const struct scene *e)
{
    return e->beat->by == BY_SUSPECT ? FAMILY_DENY : FAMILY_ACCUSE;
}

/* Has an agreement been signed, ever? one: NONE for any. */
static int signed_ever(const struct scene *e, int one)
{
    int count = 0;
    for (int round = 1; round <= state_round(e->s); round++) {
        const uint16_t *said = e->s->said[round - 1];
        for (int i = 0; i < e->sc->agreements; i++) {
            const bool both = said[0] & said[1] & MOVE_SET && said[0] & said[1] & 1u << i;
            count += both && (one == NONE || e->sc->agreement[i] == one);
        }
    }
    return count;
}

/* The agreement on which another rests, or NONE. */
static int keystone(const struct scenario *sc)
{
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *k = &sc->commitment[i];
        if (!k->promise && k->needs != NONE) {
            return k->needs;
        }
    }
    return NONE;
}

/* Rounds, in hundredths of the calendar. */
static int elapsed(const struct scene *e)
{
    return (state_round(e->s) - 1) * 100 / e->sc->rounds;
}

/* ---- what they lean to: a family ---- */

static int alternator(const struct scene *e, struct dice *dice)
{
    (void)dice;
    return state_round(e->s) % 2 ? FAMILY_COOPERATE : hostile(e);
}

/* Accuses whom the evidence accuses, and says what it knows. */
static int judge(const struct scene *e, struct dice *dice)
{
    (void)dice;
    if (e->beat->by == BY_BOTH) {
        return FAMILY_COOPERATE;
    }
    if (e->beat->by == BY_SUSPECT) {
        return e->s->file[e->case_at].field[FIELD_FILE] ? FAMILY_COOPERATE : FAMILY_DENY;
    }
    int culprit[MAX_CULPRITS];
    const int guilty = belief_case(e->sc, e->view, e->case_at, culprit);
    return guilty >= LIKELY ? FAMILY_ACCUSE : guilty <= HARDLY ? FAMILY_COOPERATE : in_kind(e);
}

/* Kind until the agreement stands on which others rest. */
static int backstabber(const struct scene *e, struct dice *dice)
{
    (void)dice;
    return signed_ever(e, keystone(e->sc)) ? hostile(e) : FAMILY_COOPERATE;
}

/* Kind until it has two agreements; then it denies and signs nothing. */
static int pocketer(const struct scene *e, struct dice *dice)
{
    (void)dice;
    return signed_ever(e, NONE) >= 2 ? FAMILY_DENY : FAMILY_COOPERATE;
}

/* Soft words, hard orders. */
static int two_face(const struct scene *e, struct dice *dice)
{
    (void)dice;
    return e->beat->secret ? FAMILY_ACCUSE : FAMILY_COOPERATE;
}

/* Kind when it is well, hard when it is weak: the first number of its own that should be high. */
static int proud(const struct scene *e, struct dice *dice)
{
    (void)dice;
    for (int i = 0; i < e->sc->meters; i++) {
        const struct meter *m = &e->sc->meter[i];
        if (m->party && m->good > 0 && m->see != SEE_NONE) {
            const bool weak = e->s->slot[m->slot + e->own] < m->start[e->own][0];
            return weak ? hostile(e) : FAMILY_COOPERATE;
        }
    }
    return in_kind(e);
}

static int late_betrayer(const struct scene *e, struct dice *dice)
{
    (void)dice;
    return elapsed(e) >= 75 ? hostile(e) : FAMILY_COOPERATE;
}

static int early_hawk(const struct scene *e, struct dice *dice)
{
    (void)dice;
    return elapsed(e) < 33 ? hostile(e) : FAMILY_COOPERATE;
}

/* Tit for tat that errs one time in five. */
static int noisy(const struct scene *e, struct dice *dice)
{
    return dice_roll(dice, 100) < 20 ? dice_roll(dice, FAMILY_COUNT) : in_kind(e);
}

/* Goes as far as is safe. */
static int brinkman(const struct scene *e, struct dice *dice)
{
    (void)dice;
    const struct context c = row_reader(e->sc, e->s, e->own, e->case_at);
    const bool prudent = e->sc->caution[0] && row_holds(&c, e->sc->caution[0]);
    return prudent ? FAMILY_COOPERATE : hostile(e);
}

/* Does the opposite. */
static int contrarian(const struct scene *e, struct dice *dice)
{
    (void)dice;
    return theirs(e) == FAMILY_COOPERATE ? hostile(e) : FAMILY_COOPERATE;
}

/* As the other side has mostly been to it in the incidents so far. */
static int majority(const struct scene *e, struct dice *dice)
{
    (void)dice;
    int kind = 0, seen = 0;
    for (int i = 0; i < e->s->cases; i++) {
        for (int place = 0; place < MAX_ROUND_BEATS; place++) {
            const int move = e->s->file[i].field[FIELD_SEEN + place];
            const bool victim = e->s->file[i].field[FIELD_VICTIM] == e->other;
            if (move != NONE && (e->sc->beat[e->sc->move[move].beat].by == BY_VICTIM) == victim) {
                kind += e->sc->move[move].family == FAMILY_COOPERATE;
                seen++;
            }
        }
    }
    return kind * 2 >= seen ? FAMILY_COOPERATE : hostile(e);
}

/* Friendly as a victim, and as a suspect it was never them; presses in secret. */
static int slippery(const struct scene *e, struct dice *dice)
{
    (void)dice;
    return e->beat->secret || e->beat->by == BY_SUSPECT ? FAMILY_DENY : FAMILY_COOPERATE;
}

/* Hard while a false word of the other side is not older than three rounds. */
static int moralist(const struct scene *e, struct dice *dice)
{
    (void)dice;
    for (int i = 0; i < e->s->cases; i++) {
        const int16_t *field = e->s->file[i].field;
        const bool lied = field[FIELD_VICTIM] == e->own && field[FIELD_WORD] == WORD_FALSE;
        if (lied && state_round(e->s) - field[FIELD_REVEALED] < 3) {
            return hostile(e);
        }
    }
    return FAMILY_COOPERATE;
}

/* ---- or whom they play: a script ---- */

/* A script for three rounds, then another. */
static int drifter(const struct scene *e)
{
    return (int)(rng_mix(e->key, (uint64_t)(state_round(e->s) - 1) / 3 + 1) % SCRIPTS);
}

/* A script a game. */
static int actor(const struct scene *e)
{
    return (int)(rng_mix(e->key, 0) % SCRIPTS);
}

/* ---- how it becomes a move ---- */

/* The legal moves of a family, each as likely; sets of agreements by habit. */
static int even_move(const struct scene *e, int family, struct dice *dice)
{
    int legal[MAX_LEGAL], like[MAX_LEGAL], likes = 0;
    if (e->beat->pick) {
        return habit_move(e->sc, e->s, family, false, dice);
    }
    const int count = move_legal(e->sc, e->s, legal);
    for (int i = 0; i < count; i++) {
        if (move_family(e->sc, legal[i]) == family) {
            like[likes++] = legal[i];
        }
    }
    return likes ? like[dice_roll(dice, likes)] : move_fallback(e->sc, e->s);
}

static const struct stranger {
    const char *name;
    int (*family)(const struct scene *e, struct dice *dice);
    int (*script)(const struct scene *e);
    bool softly, even;
} strangers[] = {
    { "alternator", alternator, NULL, false, false },
    { "judge", judge, NULL, false, false },
    { "backstabber", backstabber, NULL, false, false },
    { "pocketer", pocketer, NULL, true, false },
    { "two-face", two_face, NULL, true, false },
    { "proud", proud, NULL, false, false },
    { "late-betrayer", late_betrayer, NULL, true, false },
    { "early-hawk", early_hawk, NULL, false, false },
    { "noisy-tit-for-tat", noisy, NULL, false, true },
    { "brinkman", brinkman, NULL, true, false },
    { "contrarian", contrarian, NULL, false, true },
    { "majority", majority, NULL, true, true },
    { "slippery", slippery, NULL, true, false },
    { "moralist", moralist, NULL, false, false },
    { "drifter", NULL, drifter, false, false },
    { "actor", NULL, actor, false, false },
};
enum { STRANGERS = sizeof strangers / sizeof strangers[0] };

static int stranger_choose(const struct minister *self, const struct scenario *sc,
                           const struct view *view, uint64_t seed)
{
    const struct stranger *who = &strangers[self->kind];
    const struct scene e = scene_of(sc, view);
    struct dice dice = { seed };
    if (who->script) {
        return script_play(sc, e.s, who->script(&e), &dice);
    }
    const int family = who->family(&e, &dice);
    return who->even ? even_move(&e, family, &dice)
                     : habit_move(sc, e.s, family, who->softly, &dice);
}

int strangers_all(struct minister *out)
{
    for (int i = 0; i < STRANGERS; i++) {
        out[i] = (struct minister){ .choose = stranger_choose, .kind = i };
        snprintf(out[i].name, sizeof out[i].name, "%s", strangers[i].name);
    }
    return STRANGERS;
}
