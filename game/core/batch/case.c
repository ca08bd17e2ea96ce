/* case.c: incidents arrive, leave a trace and a file, and come out, in many games. */
#include "core/batch/rows.h"

#include "core/case.h"

#include <string.h>

/* One game of a batch. */
struct single {
    struct batch *b;
    int lane;
};

static int16_t *slot(struct single g, int slot)
{
    return &g.b->slot[slot].of[g.lane];
}

static int16_t *field(struct single g, int case_at, int field)
{
    return &g.b->field[case_at][field].of[g.lane];
}

static int draw(struct single g, enum purpose purpose, int element, int n)
{
    return batch_draw(g.b, g.lane, g.b->round, purpose, element, n);
}

/* ---- arrival; each function as its namesake in core/case.c ---- */

static int draw_victim(struct single g)
{
    const struct scenario *sc = g.b->sc;
    const int cases = g.b->cases;
    if (cases < sc->role_orders) {
        return sc->role_order[cases];
    }
    const int last = cases > 0 ? *field(g, cases - 1, FIELD_VICTIM) : -1;
    const int victim = draw(g, DRAW_VICTIM, 0, MAX_PARTIES);
    const bool streak = victim == last && *slot(g, SLOT_STREAK) >= sc->role_streak;
    const bool share = *slot(g, SLOT_VICTIMS + victim) >= sc->role_share;
    return streak || share ? 1 - victim : victim;
}

static bool severe_now(struct single g)
{
    const struct scenario *sc = g.b->sc;
    const int round = g.b->round;
    if (*slot(g, SLOT_SEVERE) || round < sc->severe_from || round > sc->severe_to) {
        return false;
    }
    int left = 0;
    for (int r = round; r <= sc->severe_to; r++) {
        left += sc->round_kind[sc->calendar[r - 1]].incident;
    }
    return draw(g, DRAW_SEVERE, 0, left) == 0;
}

/* Of one game: few incidents have a condition. */
static bool holds(struct single g, int when)
{
    union lanes one, hold;
    lanes_fill(&one, 0);
    one.of[g.lane] = -1;
    batch_holds(g.b, when, &one, &hold);
    return hold.of[g.lane] != 0;
}

static bool fresh(struct single g, int i)
{
    const struct incident *in = &g.b->sc->incident[i];
    const bool struck = (g.b->struck[g.lane][i / 64] >> (i % 64)) & 1u;
    return !(in->once && struck) && (!in->when || holds(g, in->when));
}

static int draw_incident(struct single g, bool severe)
{
    enum { DRAWS = 32 };
    const struct deck *deck = &g.b->sc->compiled.deck[severe];
    int place = 0;
    for (int n = 0; n < DRAWS; n++) {
        place = draw(g, DRAW_INCIDENT, n, deck->size);
        if (fresh(g, deck->incident[place])) {
            return deck->incident[place];
        }
    }
    for (int n = 0; n < deck->size; n++) {
        const int next = deck->incident[(place + n) % deck->size];
        if (fresh(g, next)) {
            return next;
        }
    }
    return deck->incident[place];
}

static void open_case(struct single g)
{
    const int at = g.b->cases, victim = draw_victim(g);
    const int last = at > 0 ? *field(g, at - 1, FIELD_VICTIM) : -1;
    *slot(g, SLOT_STREAK) = (int16_t)(victim == last ? *slot(g, SLOT_STREAK) + 1 : 1);
    ++*slot(g, SLOT_VICTIMS + victim);
    *slot(g, SLOT_STRUCK + victim) = 1;
    *field(g, at, FIELD_VICTIM) = (int16_t)victim;
}

static void draw_incident_of_case(struct single g)
{
    const struct scenario *sc = g.b->sc;
    const int at = g.b->case_at;
    const bool severe = severe_now(g);
    const int i = draw_incident(g, severe);
    const struct incident *in = &sc->incident[i];
    const int span = in->severity[1] - in->severity[0] + 1;
    g.b->struck[g.lane][i / 64] |= (uint64_t)1 << (i % 64);
    *field(g, at, FIELD_INCIDENT) = (int16_t)i;
    *field(g, at, FIELD_KIND) = in->kind;
    *field(g, at, FIELD_SEVERITY) = (int16_t)(in->severity[0] + draw(g, DRAW_SEVERITY, 0, span));
    *field(g, at, FIELD_SEVERE) = severe;
    *slot(g, SLOT_SEVERE) = (int16_t)(*slot(g, SLOT_SEVERE) || severe);
}

/* What weighs a culprit besides the incident, by game. */
static void weigh(const struct batch *b, int culprit, int64_t weight[LANES])
{
    const struct weight *w = &b->sc->compiled.weight[culprit];
    for (int i = 0; i < LANES; i++) {
        weight[i] = w->times;
    }
    for (int k = 0; k < w->levels; k++) {
        const struct times *t = &b->sc->culprit[culprit].by[w->by[k]];
        union lanes room;
        const union lanes *level = batch_number(b, t->ref, &room);
        for (int i = 0; i < LANES; i++) {
            const int at = level->of[i];
            weight[i] *= t->value[at < 0 ? 0 : at >= t->levels ? t->levels - 1 : at];
        }
    }
}

static int draw_culprit(struct single g, int64_t weight[MAX_CULPRITS][LANES])
{
    const struct incident *in = &g.b->sc->incident[*field(g, g.b->case_at, FIELD_INCIDENT)];
    int64_t sum = 0, passed = 0;
    for (int i = 0; i < g.b->sc->culprits; i++) {
        sum += in->culprit[i] * weight[i][g.lane];
    }
    if (sum == 0) {
        return 0;
    }
    const int high = draw(g, DRAW_CULPRIT, 0, 1 << 16), low = draw(g, DRAW_CULPRIT, 1, 1 << 16);
    const int64_t at = ((int64_t)high << 16 | low) % sum;
    int culprit = 0;
    for (int i = 0; i < g.b->sc->culprits; i++) {
        passed += in->culprit[i] * weight[i][g.lane];
        culprit += at >= passed;
    }
    return culprit;
}

static void note_quiet(struct single g, bool guilty)
{
    int16_t *quiet = slot(g, SLOT_QUIET + 1 - *field(g, g.b->case_at, FIELD_VICTIM));
    *quiet = (int16_t)(guilty ? 0 : *quiet < MAX_LEVELS - 1 ? *quiet + 1 : *quiet);
}

static void settle_culprit(struct single g, int64_t weight[MAX_CULPRITS][LANES])
{
    const struct scenario *sc = g.b->sc;
    const int culprit = draw_culprit(g, weight), at = g.b->case_at;
    const int16_t *w = sc->confidence;
    const int sure = draw(g, DRAW_CONFIDENCE, 0, w[0] + w[1] + w[2]);
    *field(g, at, FIELD_CULPRIT) = (int16_t)culprit;
    *field(g, at, FIELD_GUILTY) = sc->culprit[culprit].guilty;
    *field(g, at, FIELD_FROM) = sc->culprit[culprit].from;
    *field(g, at, FIELD_CONFIDENCE) = (int16_t)((sure >= w[0]) + (sure >= w[0] + w[1]));
    note_quiet(g, sc->culprit[culprit].guilty);
}

/* A new case, with nothing said or known yet. */
static void clear_case(struct batch *b)
{
    union lanes *file = b->field[b->cases];
    for (int i = 0; i < FIELD_COUNT; i++) {
        const bool id = (i >= FIELD_TRACE && i < FIELD_TRACE_END) ||
                        (i >= FIELD_SEEN && i < FIELD_REAL + MAX_ROUND_BEATS);
        lanes_put(&file[i], &b->goes_on, id ? NONE : 0);
    }
    lanes_put(&file[FIELD_ROUND], &b->goes_on, b->round);
    lanes_copy(&file[FIELD_ACT], &b->goes_on, &b->slot[SLOT_ACT]);
}

static void draw_file(struct batch *b, uint64_t set)
{
    BATCH_EACH (lane, set) {
        const struct single g = { b, lane };
        const int us = b->sc->culprit[*field(g, b->case_at, FIELD_CULPRIT)].file;
        *field(g, b->case_at, FIELD_FILE) = (int16_t)(draw(g, DRAW_FILE, 0, 100) < us);
    }
}

void batch_arrive(struct batch *b)
{
    const uint64_t set = lanes_set(&b->goes_on);
    int64_t weight[MAX_CULPRITS][LANES];
    clear_case(b);
    BATCH_EACH (lane, set) {
        open_case((struct single){ b, lane });
    }
    b->case_round[b->cases] = (uint8_t)b->round;
    batch_about(b, b->cases++);
    BATCH_EACH (lane, set) {
        draw_incident_of_case((struct single){ b, lane });
    }
    lanes_put(&b->case_count, &b->goes_on, b->cases);
    for (int i = 0; i < b->sc->culprits; i++) {
        weigh(b, i, weight[i]);
    }
    BATCH_EACH (lane, set) {
        settle_culprit((struct single){ b, lane }, weight);
    }
    batch_run(b, b->sc->moment[MOMENT_ARRIVAL], &b->goes_on);
    batch_retrace(b, &b->goes_on);
    draw_file(b, set);
}

/* ---- trace and file ---- */

static int read_tier(struct single g, int tier, int trace)
{
    const struct scenario *sc = g.b->sc;
    const int at = g.b->case_at, round = *field(g, at, FIELD_ROUND);
    const int truth = case_tier_truth(sc, tier, *field(g, at, FIELD_CULPRIT));
    const int right = sc->tier[tier].accuracy[*field(g, at, FIELD_CONFIDENCE)];
    const int element = trace * MAX_TIERS + tier;
    const unsigned wrong = sc->compiled.tier_values[tier] & ~(1u << truth);
    if (!wrong || batch_draw(g.b, g.lane, round, DRAW_TRACE, element, 100) < right) {
        return truth;
    }
    const int others = sc->compiled.tier_count[tier] - 1;
    return bits_nth(wrong, batch_draw(g.b, g.lane, round, DRAW_TRACE_WRONG, element, others));
}

void batch_retrace(struct batch *b, const union lanes *yes)
{
    BATCH_EACH (lane, lanes_set(yes)) {
        const struct single g = { b, lane };
        int16_t *traces = field(g, b->case_at, FIELD_TRACES);
        if (*traces == 2) {
            continue;
        }
        for (int tier = 0; tier < b->sc->tiers; tier++) {
            *field(g, b->case_at, FIELD_TRACE + *traces * MAX_TIERS + tier) =
                (int16_t)read_tier(g, tier, *traces);
        }
        ++*traces;
    }
}

void batch_inspect(struct batch *b, const union lanes *yes)
{
    union lanes *file = b->field[b->case_at];
    lanes_copy(&file[FIELD_FILE], yes, &file[FIELD_GUILTY]);
    lanes_put(&file[FIELD_CHECKED], yes, 1);
}

/* ---- how the truth comes out ---- */

static void judge_word(struct batch *b, const union lanes *yes)
{
    union lanes *file = b->field[b->case_at];
    union lanes said, so, lied;
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        for (int m = 0; m < b->sc->moves; m++) {
            if (!b->sc->move[m].claims) {
                continue;
            }
            lanes_equal(&said, yes, &file[FIELD_REAL + i], m);
            if (lanes_any(&said)) {
                batch_holds(b, b->sc->move[m].says, &said, &so);
                lanes_put(&file[FIELD_WORD], &said, WORD_FALSE);
                lanes_put(&file[FIELD_WORD], &so, WORD_STRAIGHT);
            }
        }
    }
    lanes_equal(&lied, yes, &file[FIELD_WORD], WORD_FALSE);
    for (int p = 0; p < MAX_PARTIES; p++) { /* remembered of the suspect as a denial */
        union lanes by;
        lanes_equal(&by, &lied, &file[FIELD_VICTIM], 1 - p);
        lanes_put(&b->slot[SLOT_FAMILY + p], &by, FAMILY_DENY);
    }
}

/* What was done at one place of the round, now that it is known. */
static void reveal_moves(struct batch *b, int beat, int place, const union lanes *yes)
{
    const struct beat *from = &b->sc->beat[beat];
    for (int m = from->first_move; m < from->first_move + from->moves; m++) {
        union lanes did;
        lanes_equal(&did, yes, &b->field[b->case_at][FIELD_REAL + place], m);
        batch_run(b, b->sc->move[m].revealed, &did);
    }
}

void batch_reveal(struct batch *b, const union lanes *yes)
{
    union lanes *file = b->field[b->case_at];
    union lanes news;
    lanes_equal(&news, yes, &file[FIELD_REVEALED], 0);
    if (!lanes_any(&news)) {
        return;
    }
    const union lanes own = b->own;
    const struct round_kind *kind =
        &b->sc->round_kind[b->sc->calendar[b->case_round[b->case_at] - 1]];
    lanes_put(&file[FIELD_REVEALED], &news, b->round);
    b->own = b->victim;
    judge_word(b, &news);
    for (int i = 0; i < kind->beats; i++) {
        const bool by_victim = b->sc->beat[kind->beat[i]].by == BY_VICTIM;
        LANES_EACH (k) {
            b->own.part[k] = by_victim ? b->victim.part[k] : ~b->victim.part[k];
        }
        reveal_moves(b, kind->beat[i], i, &news);
    }
    b->own = b->victim;
    batch_run(b, b->sc->moment[MOMENT_REVEALED], &news);
    b->own = own;
}

void batch_expose(struct batch *b)
{
    const int at_hand = b->case_at;
    for (int i = 0; i < b->cases - 1; i++) {
        union lanes open, odds;
        lanes_equal(&open, &b->goes_on, &b->field[i][FIELD_REVEALED], 0);
        if (!lanes_any(&open)) {
            continue;
        }
        batch_about(b, i);
        batch_odds(b, b->sc->exposure, &odds);
        BATCH_EACH (lane, lanes_set(&open)) {
            if (batch_draw(b, lane, b->round, DRAW_EXPOSURE, i, 100) >= odds.of[lane]) {
                open.of[lane] = 0;
            }
        }
        batch_reveal(b, &open);
    }
    batch_about(b, at_hand);
}

/* The case that is to be settled in a game, or -1. */
static int draw_settled(struct single g, int n)
{
    int open[MAX_ROUNDS], opens = 0;
    for (int i = 0; i < g.b->cases; i++) {
        const bool act = !g.b->sc->settle_act || *field(g, i, FIELD_ACT) == *slot(g, SLOT_ACT);
        if (!*field(g, i, FIELD_REVEALED) && act) {
            open[opens++] = i;
        }
    }
    return opens > 0 ? open[draw(g, DRAW_SETTLE, n, opens)] : -1;
}

void batch_settle(struct batch *b)
{
    const union lanes own = b->own;
    for (int n = 0; n < b->sc->settle_count; n++) {
        union lanes settled;
        lanes_fill(&settled, -1);
        BATCH_EACH (lane, lanes_set(&b->goes_on)) {
            settled.of[lane] = (int16_t)draw_settled((struct single){ b, lane }, n);
        }
        for (int i = 0; i < b->cases; i++) {
            union lanes yes;
            lanes_equal(&yes, &b->goes_on, &settled, i);
            if (lanes_any(&yes)) {
                batch_about(b, i);
                batch_reveal(b, &yes);
            }
        }
    }
    b->case_at = -1;
    b->own = own;
}
