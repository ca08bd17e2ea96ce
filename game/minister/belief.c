/* belief.c: Bayes over hidden levels and culprits, in integers. */
#include "minister/belief.h"

#include "core/bits.h"
#include "core/case.h"
#include "minister/suspicion.h"

#include <string.h>

enum { LIKELY = 1 << 16, SHARE = 1 << 20 };

/* Beliefs about one side as suspect, gathered case by case. */
struct fold {
    const struct scenario *sc;
    const struct state *s; /* of the view */
    int party;             /* whose belief it is */
    int suspect;           /* about whom */
    const struct hidden *hidden;
    int act;
    bool unseen[2]; /* by opacity: the party cannot see this number of the suspect */
    int64_t weight[BELIEF_STATES];
    int64_t times[BELIEF_STATES][MAX_CULPRITS]; /* of a culprit's weight, in every case */
};

typedef int64_t joint_table[BELIEF_STATES][MAX_CULPRITS];

/* ---- weights of culprits ---- */

/* Each number that weighs culprits has an opacity: the loader sees to that. */
static int opacity_of(const struct scenario *sc, struct ref ref)
{
    return sc->opacity[0].ref.index == ref.index ? 0 : 1;
}

/* What a number of that size makes of the weight. */
static int64_t factor(const struct times *t, int level)
{
    return t->value[level < 0 ? 0 : level >= t->levels ? t->levels - 1 : level];
}

/* A culprit's weight but for the incident's own, in each state: a number that is seen weighs alike in
 * all of them, a hidden one by its level there. */
static void tabulate_times(struct fold *f, int who)
{
    const struct culprit *culprit = &f->sc->culprit[who];
    int64_t same = 1, by[2][MAX_LEVELS] = { { 1, 1, 1, 1 }, { 1, 1, 1, 1 } };
    for (int i = 0; i < culprit->times; i++) {
        const struct times *t = &culprit->by[i];
        const int opacity = opacity_of(f->sc, t->ref);
        if (t->levels == 0) {
            same *= t->value[0];
        } else if (!f->unseen[opacity]) {
            same *= factor(t, f->s->slot[t->ref.index + f->suspect]);
        } else {
            for (int level = 0; level < f->sc->opacity[opacity].levels; level++) {
                by[opacity][level] *= factor(t, level);
            }
        }
    }
    for (int k = 0; k < f->hidden->states; k++) {
        f->times[k][who] = same * by[0][f->hidden->level[0][k]] * by[1][f->hidden->level[1][k]];
    }
}

/* ---- likelihoods ---- */

/* Scales so that the greatest is LIKELY; what was possible stays so. */
static void level_out(int64_t *likely, int count)
{
    int64_t greatest = 0;
    for (int i = 0; i < count; i++) {
        greatest = likely[i] > greatest ? likely[i] : greatest;
    }
    for (int i = 0; greatest && i < count; i++) {
        likely[i] = (likely[i] * LIKELY + greatest - 1) / greatest;
    }
}

static void by_trace(const struct scenario *sc, const int16_t *field, int64_t *likely)
{
    for (int i = 0; i < field[FIELD_TRACES] * MAX_TIERS; i++) {
        const int tier = i % MAX_TIERS;
        const int says = field[FIELD_TRACE + i];
        if (tier >= sc->tiers || says == NONE) {
            continue;
        }
        const int others = bits_count(sc->compiled.tier_values[tier]) - 1;
        const int right = others ? sc->tier[tier].accuracy[field[FIELD_CONFIDENCE]] : 100;
        for (int c = 0; c < sc->culprits; c++) {
            const bool so = case_tier_truth(sc, tier, c) == says;
            likely[c] *= so ? right * (others ? others : 1) : 100 - right;
        }
        level_out(likely, sc->culprits);
    }
}

/* Some answers can only be given with a certain file, which an innocent seldom has. Nothing more
 * is read into an answer: with either file, every move it allows counts as likely. */
static void by_answer(const struct scenario *sc, int seen, int64_t *likely)
{
    const int64_t us = (int64_t)suspicion_forms(sc, seen, 1) * suspicion_choices(sc, seen, 0);
    const int64_t not_us = (int64_t)suspicion_forms(sc, seen, 0) * suspicion_choices(sc, seen, 1);
    for (int c = 0; c < sc->culprits; c++) {
        const int file = sc->culprit[c].file;
        likely[c] *= file * us + (100 - file) * not_us;
    }
    level_out(likely, sc->culprits);
}

static void by_answers(const struct scenario *sc, const int16_t *field, int64_t *likely)
{
    for (int place = 0; place < MAX_ROUND_BEATS; place++) {
        const int beat = suspicion_beat(sc, field, place);
        const int seen = field[FIELD_SEEN + place];
        if (beat >= 0 && seen != NONE && sc->beat[beat].by == BY_SUSPECT) {
            by_answer(sc, seen, likely);
        }
    }
}

static void by_file(const struct scenario *sc, const int16_t *field, int64_t *likely)
{
    for (int c = 0; c < sc->culprits; c++) {
        const int us = field[FIELD_CHECKED] ? 100 * sc->culprit[c].guilty : sc->culprit[c].file;
        likely[c] *= field[FIELD_FILE] ? us : 100 - us;
    }
    level_out(likely, sc->culprits);
}

static void likelihood(const struct fold *f, const int16_t *field, int64_t likely[MAX_CULPRITS])
{
    for (int c = 0; c < f->sc->culprits; c++) {
        likely[c] = !field[FIELD_REVEALED] || c == field[FIELD_CULPRIT] ? LIKELY : 0;
    }
    if (field[FIELD_REVEALED]) {
        return;
    }
    if (f->party == f->suspect) {
        by_file(f->sc, field, likely);
    } else {
        by_trace(f->sc, field, likely);
        by_answers(f->sc, field, likely);
    }
}

/* ---- one case ---- */

/* joint[state][culprit] = weight of the state * share of the culprit in it * likelihood. Returns
 * the sum. What is nothing already is not divided. */
static int64_t combine(const struct fold *f, const int16_t *field, const int64_t *likely,
                       joint_table joint)
{
    const struct incident *in = &f->sc->incident[field[FIELD_INCIDENT]];
    int64_t total = 0;
    for (int k = 0; k < f->hidden->states; k++) {
        int64_t weight[MAX_CULPRITS], sum = 0;
        for (int c = 0; c < f->sc->culprits; c++) {
            weight[c] = in->culprit[c] * f->times[k][c];
            sum += weight[c];
            joint[k][c] = 0;
        }
        for (int c = 0; c < f->sc->culprits && f->weight[k] != 0; c++) {
            if (likely[c] != 0) {
                const int64_t share = sum ? weight[c] * SHARE / sum : c == 0 ? SHARE : 0;
                joint[k][c] = f->weight[k] * share / LIKELY * likely[c];
                total += joint[k][c];
            }
        }
    }
    return total;
}

static int64_t weigh_case(const struct fold *f, const int16_t *field, joint_table joint)
{
    int64_t likely[MAX_CULPRITS];
    likelihood(f, field, likely);
    int64_t total = combine(f, field, likely, joint);
    if (total == 0) { /* what was seen should not have happened: the prior is all there is */
        for (int c = 0; c < f->sc->culprits; c++) {
            likely[c] = LIKELY;
        }
        total = combine(f, field, likely, joint);
    }
    return total;
}

/* Culprits per mille, summing to 1000 exactly; returns the guilty among them. */
static int marginal(const struct fold *f, joint_table joint, int64_t total, int *culprit)
{
    int left = 1000, best = 0, guilty = 0;
    for (int c = 0; c < f->sc->culprits; c++) {
        int64_t sum = 0;
        for (int k = 0; k < f->hidden->states; k++) {
            sum += joint[k][c];
        }
        culprit[c] = (int)(sum / (total / 1000 + 1));
        left -= culprit[c];
        best = culprit[c] > culprit[best] ? c : best;
    }
    culprit[best] += left;
    for (int c = 0; c < f->sc->culprits; c++) {
        guilty += f->sc->culprit[c].guilty ? culprit[c] : 0;
    }
    return guilty;
}

/* ---- from case to case ---- */

static void normalise(struct fold *f)
{
    int64_t sum = 0;
    for (int k = 0; k < f->hidden->states; k++) {
        sum += f->weight[k];
    }
    for (int k = 0; k < f->hidden->states; k++) {
        f->weight[k] = sum ? f->weight[k] * BELIEF_SUM / sum : BELIEF_SUM / f->hidden->states;
    }
}

static int prior_sum(const struct opacity *o, int suspect)
{
    int sum = 0;
    for (int i = 0; i < o->levels; i++) {
        sum += o->prior[suspect][i];
    }
    return sum ? sum : 1;
}

static void fold_start(struct fold *f, const struct scenario *sc, const struct state *s, int party,
                       int suspect)
{
    f->sc = sc;
    f->s = s;
    f->party = party;
    f->suspect = suspect;
    f->hidden = &sc->compiled.hidden;
    f->act = 1;
    memset(f->unseen, 0, sizeof f->unseen);
    for (int i = 0; i < sc->opacities; i++) {
        f->unseen[i] = !view_sees_slot(sc, party, sc->opacity[i].ref.index + suspect);
    }
    for (int c = 0; c < sc->culprits; c++) {
        tabulate_times(f, c);
    }
    memcpy(f->weight, f->hidden->prior[suspect], sizeof f->weight);
}

/* Distance of two states that differ by one level of an opacity. */
static int unit_of(const struct scenario *sc, int opacity)
{
    return opacity == 0 ? 1 : sc->opacity[0].levels;
}

/* New orders may be given when an act closes: part of what was known is prior again. */
static void mix(struct fold *f, int opacity)
{
    const struct opacity *o = &f->sc->opacity[opacity];
    const int16_t *prior = o->prior[f->suspect];
    const int unit = unit_of(f->sc, opacity), sum = prior_sum(o, f->suspect);
    for (int k = 0; k < f->hidden->states; k++) {
        if (f->hidden->level[opacity][k] != 0) {
            continue;
        }
        int64_t all = 0;
        for (int i = 0; i < o->levels; i++) {
            all += f->weight[k + i * unit];
        }
        for (int i = 0; i < o->levels; i++) {
            int64_t *weight = &f->weight[k + i * unit];
            *weight = (*weight * o->keep + all * (100 - o->keep) * prior[i] / sum) / 100;
        }
    }
}

static void pass_acts(struct fold *f, int act)
{
    for (; f->act < act; f->act++) {
        for (int i = 0; i < f->sc->opacities; i++) {
            if (!f->sc->opacity[i].quiet) {
                mix(f, i);
            }
        }
    }
}

/* An answer that promised something: a share of each level is thought one lower. */
static void heed(struct fold *f, const int16_t *field)
{
    for (int i = 0; i < f->sc->opacities; i++) {
        const struct opacity *o = &f->sc->opacity[i];
        bool said = false;
        for (int place = 0; place < MAX_ROUND_BEATS; place++) {
            said = said || (o->shift >> (field[FIELD_SEEN + place] & 63) & 1u);
        }
        for (int k = 0; said && k < f->hidden->states; k++) {
            if (f->hidden->level[i][k] > 0) {
                const int64_t moved = f->weight[k] * o->share / 100;
                f->weight[k] -= moved;
                f->weight[k - unit_of(f->sc, i)] += moved;
            }
        }
    }
}

/* Takes in a closed case, whose culprits are weighed on the way. */
static void absorb(struct fold *f, const int16_t *field, int *culprit)
{
    joint_table joint;
    pass_acts(f, field[FIELD_ACT]);
    const int64_t total = weigh_case(f, field, joint);
    marginal(f, joint, total, culprit);
    memset(f->weight, 0, sizeof f->weight);
    for (int k = 0; k < f->hidden->states; k++) {
        for (int c = 0; c < f->sc->culprits; c++) {
            f->weight[f->hidden->after[f->sc->culprit[c].guilty][k]] +=
                joint[k][c] >> 8; /* room for normalise() */
        }
    }
    normalise(f);
    heed(f, field);
}

/* ---- what is asked ---- */

static int cases_closed(const struct scenario *sc, const struct state *s)
{
    const bool at_hand = !state_over(s) && sc->round_kind[s->slot[SLOT_CALENDAR]].incident;
    return s->cases - at_hand;
}

static void keep(const struct fold *f, int32_t *out)
{
    for (int k = 0; k < f->hidden->states; k++) {
        out[k] = (int32_t)f->weight[k];
    }
}

static void weigh_at_hand(struct fold *f, struct belief *out)
{
    joint_table joint;
    const int16_t *field = f->s->file[f->s->cases - 1].field;
    const int64_t total = weigh_case(f, field, joint);
    for (int k = 0; k < f->hidden->states; k++) {
        for (int c = 0; c < f->sc->culprits; c++) {
            out->joint[k][c] = (int32_t)(joint[k][c] / (total / SHARE + 1));
        }
    }
    if (f->suspect != f->party) {
        out->guilty = marginal(f, joint, total, out->culprit);
    }
}

static void gather(struct fold *f, int closed, struct belief *out)
{
    for (int i = 0; i < closed; i++) {
        const int16_t *field = f->s->file[i].field;
        if (field[FIELD_VICTIM] != f->suspect) {
            int culprit[MAX_CULPRITS] = { 0 };
            absorb(f, field, culprit);
            for (int c = 0; c < f->sc->culprits; c++) {
                out->past[i][c] = (int16_t)culprit[c];
            }
        }
    }
    pass_acts(f, f->s->slot[SLOT_ACT]);
    if (closed < f->s->cases && f->s->file[closed].field[FIELD_VICTIM] != f->suspect) {
        weigh_at_hand(f, out);
    }
}

void belief_of(const struct scenario *sc, const struct view *view, struct belief *out)
{
    const int closed = cases_closed(sc, &view->s);
    memset(out, 0, sizeof *out);
    out->states = sc->compiled.hidden.states;
    struct fold other;
    fold_start(&other, sc, &view->s, view->party, 1 - view->party);
    gather(&other, closed, out);
    keep(&other, out->weight);
    struct fold own;
    fold_start(&own, sc, &view->s, view->party, view->party);
    gather(&own, closed, out);
    keep(&own, out->own);
}

void belief_suspect(const struct scenario *sc, const struct view *view, int per_cent,
                    struct belief *belief)
{
    const int closed = cases_closed(sc, &view->s);
    for (int c = 0; c < sc->culprits && per_cent != 0; c++) {
        if (!sc->culprit[c].guilty) {
            continue;
        }
        for (int i = 0; i < closed; i++) {
            if (view->s.file[i].field[FIELD_VICTIM] == view->party) {
                belief->past[i][c] = (int16_t)(belief->past[i][c] * (100 + per_cent) / 100);
            }
        }
        const bool struck =
            closed < view->s.cases && view->s.file[closed].field[FIELD_VICTIM] == view->party;
        for (int k = 0; struck && k < belief->states; k++) {
            belief->joint[k][c] = (int32_t)((int64_t)belief->joint[k][c] * (100 + per_cent) / 100);
        }
    }
}

int belief_case(const struct scenario *sc, const struct view *view, int case_at,
                int culprit[MAX_CULPRITS])
{
    const int16_t *field = view->s.file[case_at].field;
    struct fold f;
    fold_start(&f, sc, &view->s, view->party, 1 - field[FIELD_VICTIM]);
    for (int i = 0; i < case_at; i++) {
        if (view->s.file[i].field[FIELD_VICTIM] == field[FIELD_VICTIM]) {
            absorb(&f, view->s.file[i].field, culprit);
        }
    }
    pass_acts(&f, field[FIELD_ACT]);
    joint_table joint;
    const int64_t total = weigh_case(&f, field, joint);
    memset(culprit, 0, MAX_CULPRITS * sizeof *culprit);
    return marginal(&f, joint, total, culprit);
}

int belief_trace(const struct scenario *sc, const struct state *s, int case_at)
{
    const int16_t *field = s->file[case_at].field;
    struct fold f;
    fold_start(&f, sc, s, field[FIELD_VICTIM], 1 - field[FIELD_VICTIM]);
    int64_t likely[MAX_CULPRITS];
    for (int c = 0; c < sc->culprits; c++) {
        likely[c] = LIKELY;
    }
    by_trace(sc, field, likely);
    joint_table joint;
    const int64_t total = combine(&f, field, likely, joint);
    int culprit[MAX_CULPRITS] = { 0 };
    return total ? marginal(&f, joint, total, culprit) : 0;
}
