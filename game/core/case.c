/* case.c: incidents arrive, leave a trace and a file, and come out. */
#include "core/case.h"

#include "core/bits.h"

#include <assert.h>
#include <string.h>

/* ---- arrival ---- */

/* As the scenario orders; then a fair coin, unless one side has been struck too often running or in
 * all. */
static int draw_victim(const struct scenario *sc, const struct state *s, uint64_t luck)
{
    if (s->cases < sc->role_orders) {
        return sc->role_order[s->cases];
    }
    const int round = s->slot[SLOT_ROUND];
    const int last = s->cases > 0 ? s->file[s->cases - 1].field[FIELD_VICTIM] : -1;
    const int victim = rng_draw(luck, round, DRAW_VICTIM, 0, MAX_PARTIES);
    const bool streak = victim == last && s->slot[SLOT_STREAK] >= sc->role_streak;
    const bool share = s->slot[SLOT_VICTIMS + victim] >= sc->role_share;
    return streak || share ? 1 - victim : victim;
}

/* One of the rounds of the window that bring an incident, each as likely. */
static bool severe_now(const struct scenario *sc, const struct state *s, uint64_t luck)
{
    const int round = s->slot[SLOT_ROUND];
    if (s->slot[SLOT_SEVERE] || round < sc->severe_from || round > sc->severe_to) {
        return false;
    }
    int left = 0;
    for (int r = round; r <= sc->severe_to; r++) {
        left += sc->round_kind[sc->calendar[r - 1]].incident;
    }
    return rng_draw(luck, round, DRAW_SEVERE, 0, left) == 0;
}

static bool fresh(const struct context *c, int i)
{
    const struct incident *in = &c->sc->incident[i];
    const bool struck = (c->s->struck[i / 64] >> (i % 64)) & 1u;
    return !(in->once && struck) && (!in->when || row_holds(c, in->when));
}

/* Draws by weight until an incident is fresh, which is a draw by weight among the fresh ones. After
 * DRAWS misses the next fresh one of the deck is taken, and when all have been, any. */
static int draw_incident(const struct context *c, bool severe)
{
    enum { DRAWS = 32 };
    const struct deck *deck = &c->sc->compiled.deck[severe];
    const int round = c->s->slot[SLOT_ROUND];
    int place = 0;
    for (int n = 0; n < DRAWS; n++) {
        place = rng_draw(c->luck, round, DRAW_INCIDENT, n, deck->size);
        if (fresh(c, deck->incident[place])) {
            return deck->incident[place];
        }
    }
    for (int n = 0; n < deck->size; n++) {
        const int next = deck->incident[(place + n) % deck->size];
        if (fresh(c, next)) {
            return next;
        }
    }
    return deck->incident[place];
}

static int times(const struct context *c, const struct times *t)
{
    const int level = row_value(c, t->ref);
    return t->value[level < 0 ? 0 : level >= t->levels ? t->levels - 1 : level];
}

/* Its weight in the incident's table times all that weighs it, from the suspect's numbers. */
static int64_t weight_of(const struct context *c, const struct incident *incident, int culprit)
{
    const struct weight *w = &c->sc->compiled.weight[culprit];
    int64_t weight = incident->culprit[culprit] * w->times;
    for (int i = 0; i < w->levels; i++) {
        weight *= times(c, &c->sc->culprit[culprit].by[w->by[i]]);
    }
    return weight;
}

static int draw_culprit(const struct context *c, const struct incident *incident)
{
    int64_t weight[MAX_CULPRITS] = { 0 }, sum = 0;
    for (int i = 0; i < c->sc->culprits; i++) {
        weight[i] = weight_of(c, incident, i);
        sum += weight[i];
    }
    if (sum == 0) {
        return 0;
    }
    const int round = c->s->slot[SLOT_ROUND];
    const int high = rng_draw(c->luck, round, DRAW_CULPRIT, 0, 1 << 16);
    const int low = rng_draw(c->luck, round, DRAW_CULPRIT, 1, 1 << 16);
    const int64_t at = ((int64_t)high << 16 | low) % sum;
    int64_t passed = 0;
    int culprit = 0;
    for (int i = 0; i < c->sc->culprits; i++) {
        passed += weight[i];
        culprit += at >= passed;
    }
    return culprit;
}

static int draw_confidence(const struct context *c)
{
    const int16_t *w = c->sc->confidence;
    const int at =
        rng_draw(c->luck, c->s->slot[SLOT_ROUND], DRAW_CONFIDENCE, 0, w[0] + w[1] + w[2]);
    return (at >= w[0]) + (at >= w[0] + w[1]);
}

/* Rounds as suspect since last guilty, up to 3: it weighs culprits and is hidden from all. */
static void note_quiet(struct state *s, int suspect, bool guilty)
{
    int16_t *quiet = &s->slot[SLOT_QUIET + suspect];
    *quiet = (int16_t)(guilty ? 0 : *quiet < MAX_LEVELS - 1 ? *quiet + 1 : *quiet);
}

static void open_case(struct state *s, int victim)
{
    const int last = s->cases > 0 ? s->file[s->cases - 1].field[FIELD_VICTIM] : -1;
    struct case_file *file = &s->file[s->cases++];
    memset(file, 0, sizeof *file);
    s->slot[SLOT_STREAK] = (int16_t)(victim == last ? s->slot[SLOT_STREAK] + 1 : 1);
    s->slot[SLOT_VICTIMS + victim]++;
    s->slot[SLOT_STRUCK + victim] = 1;
    file->field[FIELD_ROUND] = s->slot[SLOT_ROUND];
    file->field[FIELD_ACT] = s->slot[SLOT_ACT];
    file->field[FIELD_VICTIM] = (int16_t)victim;
    for (int i = FIELD_TRACE; i < FIELD_TRACE_END; i++) {
        file->field[i] = NONE;
    }
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        file->field[FIELD_SEEN + i] = NONE;
        file->field[FIELD_REAL + i] = NONE;
    }
}

static void draw_incident_of_case(struct context *c, bool severe)
{
    struct state *s = c->s;
    int16_t *field = row_case(c);
    const int round = s->slot[SLOT_ROUND];
    const int i = draw_incident(c, severe);
    const struct incident *in = &c->sc->incident[i];
    const int span = in->severity[1] - in->severity[0] + 1;
    s->struck[i / 64] |= (uint64_t)1 << (i % 64);
    field[FIELD_INCIDENT] = (int16_t)i;
    field[FIELD_KIND] = in->kind;
    field[FIELD_SEVERITY] =
        (int16_t)(in->severity[0] + rng_draw(c->luck, round, DRAW_SEVERITY, 0, span));
    field[FIELD_SEVERE] = severe;
    s->slot[SLOT_SEVERE] = (int16_t)(s->slot[SLOT_SEVERE] || severe);
    const int culprit = draw_culprit(c, in);
    field[FIELD_CULPRIT] = (int16_t)culprit;
    field[FIELD_GUILTY] = c->sc->culprit[culprit].guilty;
    field[FIELD_FROM] = c->sc->culprit[culprit].from;
    note_quiet(s, 1 - field[FIELD_VICTIM], field[FIELD_GUILTY]);
}

/* ---- trace and file ---- */

int case_tier_truth(const struct scenario *sc, int tier, int culprit)
{
    return sc->tier[tier].culprit ? culprit : sc->culprit[culprit].from;
}

static int read_tier(const struct context *c, int tier, int trace)
{
    const int16_t *field = c->base[WHO_CASE];
    const int truth = case_tier_truth(c->sc, tier, field[FIELD_CULPRIT]);
    const int right = c->sc->tier[tier].accuracy[field[FIELD_CONFIDENCE]];
    const int element = trace * MAX_TIERS + tier;
    const unsigned wrong = c->sc->compiled.tier_values[tier] & ~(1u << truth);
    const int round = field[FIELD_ROUND];
    if (!wrong || rng_percent(c->luck, round, DRAW_TRACE, element, right)) {
        return truth;
    }
    const int others = c->sc->compiled.tier_count[tier] - 1;
    return bits_nth(wrong, rng_draw(c->luck, round, DRAW_TRACE_WRONG, element, others));
}

void case_retrace(struct context *c)
{
    int16_t *field = row_case(c);
    const int trace = field[FIELD_TRACES];
    if (trace == 2) {
        return;
    }
    for (int tier = 0; tier < c->sc->tiers; tier++) {
        field[FIELD_TRACE + trace * MAX_TIERS + tier] = (int16_t)read_tier(c, tier, trace);
    }
    field[FIELD_TRACES]++;
}

static void draw_file(struct context *c)
{
    int16_t *field = row_case(c);
    const int us = c->sc->culprit[field[FIELD_CULPRIT]].file;
    field[FIELD_FILE] = rng_percent(c->luck, field[FIELD_ROUND], DRAW_FILE, 0, us);
}

void case_inspect(struct context *c)
{
    int16_t *field = row_case(c);
    field[FIELD_FILE] = field[FIELD_GUILTY];
    field[FIELD_CHECKED] = 1;
}

void case_arrive(struct context *c)
{
    open_case(c->s, draw_victim(c->sc, c->s, c->luck));
    row_about(c, c->s->cases - 1);
    draw_incident_of_case(c, severe_now(c->sc, c->s, c->luck));
    row_case(c)[FIELD_CONFIDENCE] = (int16_t)draw_confidence(c);
    row_run(c, c->sc->moment[MOMENT_ARRIVAL]);
    case_retrace(c);
    draw_file(c);
}

/* ---- how the truth comes out ---- */

enum word case_word(const struct context *c)
{
    const int16_t *field = c->base[WHO_CASE];
    enum word word = (enum word)field[FIELD_WORD];
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        const int move = field[FIELD_REAL + i];
        if (move != NONE && c->sc->move[move].claims) {
            word = row_holds(c, c->sc->move[move].says) ? WORD_STRAIGHT : WORD_FALSE;
        }
    }
    return word;
}

/* Did the suspect say something, and was it so? */
static void judge_word(struct context *c)
{
    int16_t *field = row_case(c);
    field[FIELD_WORD] = (int16_t)case_word(c);
    if (field[FIELD_WORD] == WORD_FALSE) { /* a lie that is out is remembered as a denial */
        int16_t *family = &c->s->slot[SLOT_FAMILY + 1 - field[FIELD_VICTIM]];
        *family = FAMILY_DENY;
    }
}

void case_reveal(struct context *c)
{
    int16_t *field = row_case(c);
    if (field[FIELD_REVEALED]) {
        return;
    }
    const int own = c->own, victim = field[FIELD_VICTIM];
    field[FIELD_REVEALED] = c->s->slot[SLOT_ROUND];
    row_turn(c, victim);
    judge_word(c);
    const struct round_kind *kind = &c->sc->round_kind[c->sc->calendar[field[FIELD_ROUND] - 1]];
    for (int i = 0; i < kind->beats; i++) {
        const int move = field[FIELD_REAL + i];
        if (move != NONE) {
            row_turn(c, c->sc->beat[kind->beat[i]].by == BY_VICTIM ? victim : 1 - victim);
            row_run(c, c->sc->move[move].revealed);
        }
    }
    row_turn(c, victim);
    row_run(c, c->sc->moment[MOMENT_REVEALED]);
    row_turn(c, own);
}

int case_odds(const struct scenario *sc, const struct state *s, int case_at)
{
    const struct context c = row_reader(sc, s, s->file[case_at].field[FIELD_VICTIM], case_at);
    return row_odds(&c, sc->exposure);
}

void case_expose(struct context *c)
{
    const int at_hand = c->case_at, round = c->s->slot[SLOT_ROUND];
    for (int i = 0; i < c->s->cases; i++) {
        const int16_t *field = c->s->file[i].field;
        if (field[FIELD_REVEALED] || field[FIELD_ROUND] == round) {
            continue;
        }
        row_about(c, i);
        if (rng_percent(c->luck, round, DRAW_EXPOSURE, i, row_odds(c, c->sc->exposure))) {
            case_reveal(c);
        }
    }
    row_about(c, at_hand);
}

void case_settle(struct context *c)
{
    struct context then = *c; /* no case is at hand to come back to */
    const int round = c->s->slot[SLOT_ROUND];
    for (int n = 0; n < c->sc->settle_count; n++) {
        int open[MAX_ROUNDS], opens = 0;
        for (int i = 0; i < c->s->cases; i++) {
            const int16_t *field = c->s->file[i].field;
            const bool act = !c->sc->settle_act || field[FIELD_ACT] == c->s->slot[SLOT_ACT];
            if (!field[FIELD_REVEALED] && act) {
                open[opens++] = i;
            }
        }
        if (opens > 0) {
            row_about(&then, open[rng_draw(c->luck, round, DRAW_SETTLE, n, opens)]);
            case_reveal(&then);
        }
    }
}

static bool reveals(const struct scenario *sc, const struct move *m)
{
    for (int r = m->now.first; r < m->now.first + m->now.count; r++) {
        const struct row *row = &sc->row[r];
        for (int i = 0; i < row->ops + row->elses; i++) {
            const int op = i < row->ops ? row->first_op + i : row->first_else + i - row->ops;
            if (sc->op[op].verb == OP_REVEAL) {
                return true;
            }
        }
    }
    return false;
}

bool case_truth_sought(const struct scenario *sc, const int16_t *field)
{
    bool sought = field[FIELD_REVEALED] != 0;
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        const int move = field[FIELD_REAL + i];
        sought = sought || (move != NONE && reveals(sc, &sc->move[move]));
    }
    return sought;
}
