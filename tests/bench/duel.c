/* duel.c: duel.json, written out in C. What the numbers mean is said there; the order of things, the
 * keys of draws and the hash of a state are those of game/core (round.h, rng.h, state.h). */
#include "duel.h"

#include "duel_belief.h"

#include <stddef.h>
#include <string.h>

/* ---- moves ---- */

static void open_case(struct game *g, const struct affair *a, int own, int move)
{
    const int other = 1 - own;
    switch (move) {
    case ASK:
        trust(g, 2);
        break;
    case SHARE:
        trust(g, 3);
        standing(g, own, -1);
        evidence(g, own, -2);
        gains(g, other, a->guilty ? 2 : 0);
        break;
    case NAME:
        if (g->evidence[own] >= 3) {
            standing(g, own, 2 + half(a->severity));
            standing(g, other, -3);
        } else {
            standing(g, own, -2);
        }
        crisis(g, 1 + half(a->severity));
        trust(g, -5);
        if (a->guilty && lucky(g, ROW_NAME, g->affairs - 1, own, 60)) {
            tempo(g, other, -1);
        }
        break;
    default:
        crisis(g, -4);
        evidence(g, own, 1);
        standing(g, own, -1);
        if (a->guilty && g->waits < PENDING && g->round + 2 <= ROUNDS) {
            g->waiting[g->waits++] = (struct waiting){ (int16_t)own, (int16_t)(g->affairs - 1),
                                                       (int16_t)(g->round + 2) };
        }
        break;
    }
}

static void answer(struct game *g, struct affair *a, int own, int move)
{
    const int other = 1 - own;
    switch (move) {
    case ADMIT:
        trust(g, 5);
        crisis(g, -5);
        standing(g, own, -6);
        reveal(g, a);
        break;
    case LOOK:
    case FEIGN:
        trust(g, 2);
        crisis(g, -1);
        standing(g, own, -1);
        promise(g, own);
        tempo(g, own, move == LOOK ? -1 : 0);
        break;
    case NOT_US:
        if (a->seen[OPENING] == NAME || a->seen[OPENING] == PLAY_DOWN) {
            standing(g, own, 2);
            crisis(g, 1);
        }
        standing(g, own, 2);
        break;
    case POINT:
        standing(g, own, 1);
        trust(g, -2);
        evidence(g, other, -1);
        break;
    default:
        crisis(g, 3);
        trust(g, -4);
        standing(g, own, 2);
        standing(g, own, a->seen[OPENING] <= SHARE ? -4 : 0);
        if (g->agreements >= 1 && lucky(g, ROW_COUNTER, g->affairs - 1, own, 25)) {
            break_any(g);
        }
        break;
    }
}

static bool went_on(const struct affair *a)
{
    return a->real[ANSWER] >= FEIGN && a->real[ANSWER] <= COUNTER;
}

static void react(struct game *g, struct affair *a, int own, int move)
{
    const int other = 1 - own;
    int percent;
    switch (move) {
    case ACCEPT:
        crisis(g, -4);
        trust(g, 2);
        standing(g, own, a->seen[OPENING] == NAME ? -5 : 0);
        gains(g, other, a->guilty && went_on(a) ? 4 : 0);
        break;
    case VERIFY:
        standing(g, own, -1);
        percent = 20 + 5 * g->evidence[own];
        if (lucky(g, ROW_VERIFY, g->affairs - 1, own, percent < 85 ? percent : 85)) {
            reveal(g, a);
        } else {
            trust(g, -1);
        }
        break;
    case PRESS:
        crisis(g, 2);
        standing(g, own, 1);
        standing(g, other, -2);
        trust(g, -2);
        if (a->guilty && lucky(g, ROW_PRESS, g->affairs - 1, own, 50)) {
            tempo(g, other, -1);
        }
        break;
    default:
        crisis(g, 1);
        trust(g, -1);
        gains(g, other, a->guilty ? 2 : 0);
        break;
    }
}

/* The rules of a beat, after its move. */
static void after_beat(struct game *g, const struct affair *a, int own, bool repeated)
{
    switch (g->place) {
    case OPENING:
        if (repeated) {
            standing(g, own, -2);
            trust(g, -2);
        }
        break;
    case ANSWER:
        if (a->seen[OPENING] <= SHARE && a->seen[ANSWER] >= NOT_US) {
            standing(g, 1 - own, -3);
        }
        if (went_on(a)) {
            gains(g, own, a->culprit == STATE ? a->severity : 0);
            gains(g, own, a->culprit == TOLERATED ? half(a->severity) : 0);
        }
        break;
    default:
        standing(g, own, a->seen[REACTION] == ACCEPT && g->lies[1 - own] >= 1 ? -2 : 0);
        break;
    }
}

static int pick_opening(struct game *g, int own)
{
    int legal[5], n = 0;
    legal[n++] = ASK;
    legal[n] = SHARE;
    n += g->evidence[own] >= 1;
    legal[n] = NAME;
    n += g->round >= 2;
    legal[n++] = PLAY_DOWN;
    legal[n] = WAIT;
    n += !g->waited;
    return legal[choose(g, g->waited, n)];
}

static int pick_answer(struct game *g, const struct affair *a)
{
    const int shift = a->file ? 0 : 1; /* without the file nobody can admit */
    return ADMIT + shift + choose(g, g->checked, 7 - shift - g->checked);
}

static const uint8_t family_of[] = {
    [ASK] = COOPERATE,    [SHARE] = COOPERATE,  [NAME] = ACCUSE,    [PLAY_DOWN] = DENY,
    [WAIT] = DENY,        [ADMIT] = COOPERATE,  [LOOK] = COOPERATE, [FEIGN] = COOPERATE,
    [NOT_US] = DENY,      [POINT] = DENY,       [COUNTER] = ACCUSE, [CHECK] = DENY,
    [ACCEPT] = COOPERATE, [VERIFY] = COOPERATE, [PRESS] = ACCUSE,   [SHELVE] = DENY,
};

static void play_move(struct game *g, struct affair *a, int own, int move)
{
    const int beat = g->place, seen = move == FEIGN ? LOOK : move;
    a->seen[beat] = (int16_t)seen;
    a->real[beat] = (int16_t)move;
    if (move >= ADMIT && move <= POINT) {
        a->word = OPEN;
    }
    const bool repeated = g->last[own][beat] == seen + 1;
    g->last[own][beat] = (uint8_t)(seen + 1);
    g->before[own] = g->family[own];
    g->family[own] = family_of[move];
    if (beat == OPENING) {
        open_case(g, a, own, move);
    } else if (beat == ANSWER) {
        answer(g, a, own, move);
    } else {
        react(g, a, own, move);
    }
    after_beat(g, a, own, repeated);
    look_at_words(g, a);
    g->place++;
}

/* One decision about the incident at hand. */
static void decide(struct game *g)
{
    struct affair *a = &g->affair[g->affairs - 1];
    const int own = g->place == ANSWER ? 1 - a->victim : a->victim;
    g->side = own;
    const int move = g->place == OPENING  ? pick_opening(g, own)
                     : g->place == ANSWER ? pick_answer(g, a)
                                          : ACCEPT + choose(g, 0, 4);
    if (move == WAIT) {
        g->waited = true;
        standing(g, own, -2);
        crisis(g, 1);
        evidence(g, own, 1);
        take_trace(g, a);
    } else if (move == CHECK) {
        g->checked = true;
        standing(g, own, -1);
        a->file = a->guilty;
        a->checked = 1;
    } else {
        play_move(g, a, own, move);
    }
}

/* ---- summits ---- */

static int on_the_table(const struct game *g)
{
    int table = 0;
    table |= !g->stands[CONTACT] << CONTACT;
    table |= (!g->stands[EXPERTS] && g->trust >= 30) << EXPERTS;
    table |= (!g->stands[HOTLINE] && g->stands[CONTACT] && g->trust >= 35) << HOTLINE;
    table |= (!g->stands[GUIDELINES] && g->trust >= 25) << GUIDELINES;
    return table;
}

static void sign_clauses(struct game *g)
{
    static const uint8_t sets[] = { 0, 1, 2, 4, 8, 3, 5, 9, 6, 10, 12 };
    const int table = on_the_table(g);
    uint8_t legal[sizeof sets];
    int n = 0;
    for (int i = 0; i < (int)sizeof sets; i++) {
        legal[n] = sets[i];
        n += !(sets[i] & ~table);
    }
    for (int p = 0; p < PARTIES; p++) {
        g->side = p;
        const int set = legal[choose(g, 0, n)];
        g->pick[p] = set;
        g->picked[p] = (set & 1) + (set >> 1 & 1) + (set >> 2 & 1) + (set >> 3);
        g->said[g->round - 1][p] = (uint16_t)(SET + set);
        g->before[p] = g->family[p];
        g->family[p] = set ? COOPERATE : DENY;
    }
    g->last[0][CLAUSES] = g->last[1][CLAUSES] = 0;
    sign(g, g->pick[0] & g->pick[1]);
    for (int p = 0; p < PARTIES; p++) {
        if (g->picked[p] && !g->picked[1 - p]) {
            standing(g, p, -2);
            trust(g, -1);
        }
    }
    crisis(g, !g->picked[0] && !g->picked[1]);
    g->place++;
}

static void give_orders(struct game *g)
{
    int order[PARTIES];
    for (int p = 0; p < PARTIES; p++) {
        g->side = p;
        order[p] = choose(g, 0, 3);
    }
    for (int p = 0; p < PARTIES; p++) {
        g->tempo[p] = order[p];
        gains(g, p, order[p]);
    }
    g->place++;
}

/* ---- the order of things ---- */

static inline void look_for_ruin(struct game *g)
{
    if (g->crisis >= 100) {
        g->ending = BREAKDOWN;
    } else if (g->standing[0] <= 0) {
        g->ending = NORTH_RECALLED;
    } else if (g->standing[1] <= 0) {
        g->ending = SOUTH_RECALLED;
    }
}

static void run_waiting(struct game *g)
{
    int kept = 0;
    for (int i = 0; i < g->waits; i++) {
        if (g->waiting[i].round > g->round) {
            g->waiting[kept++] = g->waiting[i];
        } else {
            gains(g, 1 - g->waiting[i].own, 2);
        }
    }
    g->waits = kept;
}

static void morning(struct game *g)
{
    const int at_hand = g->affairs - 1;
    expose(g);
    crisis(g, -g->stands[CONTACT]);
    crisis(g, -g->stands[HOTLINE]);
    if (lucky(g, ROW_LEAK, at_hand, g->affair[at_hand].victim, 12)) {
        crisis(g, 4);
        trust(g, -2);
    }
    if (g->crisis >= 50) {
        crisis(g, 6);
    }
    const bool fear = g->crisis >= 60;
    g->crisis += g->crisis < 40 ? (40 - g->crisis) / 2 : -((g->crisis - 40) / 5);
    for (int p = 0; p < PARTIES; p++) {
        standing(g, p, -(int)fear);
        standing(g, p, g->standing[p] >= 15 && g->standing[p] <= 30);
        standing(g, p, -(g->standing[p] >= 61));
    }
}

static void begin_round(struct game *g)
{
    const int round = ++g->round;
    if (g->summit) {
        g->act++;
        memset(g->last, 0, sizeof g->last);
    }
    g->summit = round == 3 || round == 6 || round == 10;
    g->signed_now = g->picked[0] = g->picked[1] = g->struck[0] = g->struck[1] = 0;
    g->waited = g->checked = false;
    g->place = 0;
    grow_older(g);
    run_waiting(g);
    if (g->agreements >= 2) {
        trust(g, 1);
    }
    if (g->summit) {
        settle(g);
    } else {
        arrive(g);
    }
    look_for_ruin(g);
}

static void end_year(struct game *g)
{
    look_for_ruin(g);
    if (g->ending == GOES_ON) {
        g->ending = g->trust >= 34 && g->agreements >= 2 ? ACCORD : g->crisis <= 66 ? CALM : COLD;
    }
}

static void play_incident(struct game *g)
{
    while (g->place < 3 && g->ending == GOES_ON) {
        decide(g);
        look_for_ruin(g);
    }
    if (g->ending == GOES_ON) {
        morning(g);
        look_for_ruin(g);
    }
}

static void play_summit(struct game *g)
{
    sign_clauses(g);
    look_for_ruin(g);
    if (g->ending == GOES_ON && g->round < ROUNDS) {
        give_orders(g);
        look_for_ruin(g);
    } else if (g->ending == GOES_ON) {
        g->place++;
    }
}

static void start(struct game *g, uint64_t luck)
{
    static const uint8_t tempos[4] = { 0, 1, 1, 2 };
    memset(g, 0, offsetof(struct game, waiting));
    g->luck = luck;
    g->act = 1;
    g->ending = GOES_ON;
    g->trust = 38;
    g->crisis = 28;
    for (int p = 0; p < PARTIES; p++) {
        g->dice[p] = mix(luck ^ 0x6d696e6973746572u, (uint64_t)p + 1);
        g->standing[p] = 50;
        g->evidence[p] = 2;
        g->quiet[p] = 1;
        g->tempo[p] = tempos[draw(g, 0, DRAW_START, 12 + p, 4)];
        g->mandate[p] = draw(g, 0, DRAW_MANDATE, p, 2);
    }
}

/* ---- the hash of a state: its numbers in the order of the scenario ---- */

static inline uint64_t fold(uint64_t hash, int a, int b, int c, int d)
{
    const uint64_t word = (uint64_t)(uint16_t)a << 48 | (uint64_t)(uint16_t)b << 32 |
                          (uint64_t)(uint16_t)c << 16 | (uint16_t)d;
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

static uint64_t fold_numbers(uint64_t h, const struct game *g)
{
    h = fold(h, g->round, g->act, g->summit, g->agreements);
    h = fold(h, g->signed_now, g->severe, 0, g->ending);
    h = fold(h, g->picked[0], g->picked[1], g->mandate[0], g->mandate[1]);
    h = fold(h, g->victims[0], g->victims[1], g->quiet[0], g->quiet[1]);
    h = fold(h, g->family[0], g->family[1], g->before[0], g->before[1]);
    h = fold(h, g->streak, g->struck[0], g->struck[1], g->trust);
    h = fold(h, g->crisis, g->standing[0], g->standing[1], g->evidence[0]);
    h = fold(h, g->evidence[1], g->losses[0], g->losses[1], g->gains[0]);
    h = fold(h, g->gains[1], g->tempo[0], g->tempo[1], g->lies[0]);
    h = fold(h, g->lies[1], g->stands[0], g->age[0], g->stands[1]);
    h = fold(h, g->age[1], g->stands[2], g->age[2], g->stands[3]);
    h = fold(h, g->age[3], g->promise[0], g->promise[1], g->promise_age[0]);
    return fold(h, 0, 0, 0, g->promise_age[1]);
}

static uint64_t fold_choices(uint64_t h, const struct game *g)
{
    for (int p = 0; p < PARTIES; p++) {
        uint64_t last = 0;
        for (int b = 0; b < 8; b++) {
            last = last << 8 | g->last[p][b];
        }
        h = mix(mix(h, last), 0);
    }
    for (int r = 0; r < g->round; r++) {
        h = mix(h, (uint64_t)g->said[r][0] << 16 | g->said[r][1]);
    }
    h = mix(mix(mix(mix(h, g->incidents), 0), 0), 0);
    return mix(h, (uint64_t)g->waited << WAIT | (uint64_t)g->checked << CHECK);
}

static uint64_t fold_affair(uint64_t h, const struct affair *a)
{
    h = fold(h, a->round, a->act, a->victim, a->incident);
    h = fold(h, a->kind, a->severity, a->severe, a->culprit);
    h = fold(h, a->guilty, a->from, a->confidence, a->traces);
    h = fold(h, a->trace[0], a->trace[1], a->trace[2], a->trace[3]);
    h = fold(h, a->file, a->checked, a->seen[0], a->seen[1]);
    h = fold(h, a->seen[2], a->seen[3], a->real[0], a->real[1]);
    return fold(h, a->real[2], a->real[3], a->revealed, a->word);
}

static uint64_t hash_of(const struct game *g)
{
    uint64_t h = fold(0x62636b63686e6cu, g->place, g->side, g->affairs, g->waits);
    h = fold_choices(fold_numbers(h, g), g);
    for (int i = 0; i < g->waits; i++) {
        const struct waiting *w = &g->waiting[i];
        h = fold(h, ROW_PLAY_DOWN, w->own, w->about, w->round);
    }
    for (int i = 0; i < g->affairs; i++) {
        h = fold_affair(h, &g->affair[i]);
    }
    return mix(h, 0);
}

static int utility(const struct game *g, int p)
{
    static const int16_t of[DUEL_ENDINGS][PARTIES] = { { -550, -550 }, { -450, -80 }, { -80, -450 },
                                                       { 300, 300 },   { 140, 140 },  { 0, 0 } };
    const bool kept = g->mandate[p] == 0 ? g->standing[p] >= 45 : g->gains[p] >= 6;
    return -250 + 5 * g->standing[p] + 8 * g->gains[p] - 6 * g->losses[p] + 2 * g->trust +
           of[g->ending][p] + (kept ? 60 : 0);
}

static inline void play(uint64_t seed, uint64_t game, bool believes, struct duel_end *out)
{
    struct game g;
    start(&g, mix(mix(seed, 0x6261636bu), game));
    g.believes = believes;
    while (g.ending == GOES_ON && g.round < ROUNDS) {
        begin_round(&g);
        if (g.ending == GOES_ON && g.summit) {
            play_summit(&g);
        } else if (g.ending == GOES_ON) {
            play_incident(&g);
        }
    }
    if (g.ending == GOES_ON) {
        end_year(&g);
    }
    *out = (struct duel_end){ .ending = g.ending,
                              .decisions = g.decisions,
                              .utility = { utility(&g, 0), utility(&g, 1) },
                              .hash = hash_of(&g),
                              .belief = g.believed };
}

void duel_play(uint64_t seed, uint64_t game, struct duel_end *out)
{
    play(seed, game, false, out);
}

void duel_think(uint64_t seed, uint64_t game, struct duel_end *out)
{
    play(seed, game, true, out);
}

uint64_t duel_hash(uint64_t game, const struct duel_end *end)
{
    return mix(game, end->hash);
}
