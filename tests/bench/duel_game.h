/* duel_game.h: a part of duel.c: the numbers of a game, its luck, and how numbers change. */
#ifndef BENCH_DUEL_GAME_H
#define BENCH_DUEL_GAME_H

#include <stdbool.h>
#include <stdint.h>

enum { ROUNDS = 10, PENDING = 12, NONE = 63, SET = 1 << 12, PARTIES = 2 };

enum move {
    ASK,
    SHARE,
    NAME,
    PLAY_DOWN,
    WAIT,
    ADMIT,
    LOOK,
    FEIGN,
    NOT_US,
    POINT,
    COUNTER,
    CHECK,
    ACCEPT,
    VERIFY,
    PRESS,
    SHELVE,
    SIGN,
    NOTHING,
    HOLD,
    ROUTINE,
    PUSH
};
enum beat { OPENING, ANSWER, REACTION, CLAUSES, ORDERS };
enum family { COOPERATE, ACCUSE, DENY };
enum word { SILENT, OPEN, STRAIGHT, FALSE };
enum culprit { STATE, TOLERATED, CRIMINALS, ISLE };
enum clause { CONTACT, EXPERTS, HOTLINE, GUIDELINES, AGREEMENTS };
enum ending { BREAKDOWN, NORTH_RECALLED, SOUTH_RECALLED, ACCORD, CALM, COLD, GOES_ON = NONE };

/* Rows whose number counts: those that draw or wait. */
enum row {
    ROW_NAME = 7,
    ROW_PLAY_DOWN = 11,
    ROW_COUNTER = 26,
    ROW_VERIFY = 32,
    ROW_PRESS = 34,
    ROW_EXPERTS = 63,
    ROW_LEAK = 64
};

enum draw {
    DRAW_START,
    DRAW_MANDATE,
    DRAW_SEVERE,
    DRAW_VICTIM,
    DRAW_INCIDENT,
    DRAW_SEVERITY,
    DRAW_CULPRIT,
    DRAW_CONFIDENCE,
    DRAW_TRACE,
    DRAW_TRACE_WRONG,
    DRAW_FILE,
    DRAW_EXPOSURE,
    DRAW_SETTLE,
    DRAW_ROW
};

/* An incident and what was said and done about it. */
struct affair {
    int16_t round, act, victim, incident, kind, severity, severe, culprit, guilty, from;
    int16_t confidence, traces, trace[4], file, checked, seen[4], real[4], revealed, word;
};

struct waiting {
    int16_t own, about, round;
};

struct game {
    uint64_t luck, dice[PARTIES];
    int round, act, place, side, affairs, waits, decisions, ending;
    bool summit, severe, believes;
    uint64_t believed; /* a hash of what was believed at each decision */
    int trust, crisis;
    int standing[PARTIES], evidence[PARTIES], losses[PARTIES], gains[PARTIES], tempo[PARTIES];
    int lies[PARTIES], picked[PARTIES], mandate[PARTIES], victims[PARTIES], quiet[PARTIES];
    int family[PARTIES], before[PARTIES], struck[PARTIES], promise[PARTIES], promise_age[PARTIES];
    int streak, agreements, signed_now;
    int stands[AGREEMENTS], age[AGREEMENTS];
    int pick[PARTIES];
    bool waited, checked;
    uint32_t incidents; /* that have come */
    uint8_t last[PARTIES][8];
    uint16_t said[ROUNDS][PARTIES];
    struct waiting waiting[PENDING];
    struct affair affair[ROUNDS];
};

/* ---- luck ---- */

static inline uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t z = (a * 0x9E3779B97F4A7C15u) ^ (b + 0xD1B54A32D192ED03u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static inline int scale(uint64_t word, int n)
{
    return (int)(((word >> 32) * (uint64_t)n) >> 32);
}

static inline int draw(const struct game *g, int round, enum draw what, int element, int n)
{
    const uint64_t key = (uint64_t)round << 32 | (uint64_t)what << 24 | (uint64_t)element;
    return scale(mix(g->luck, key), n);
}

static inline bool lucky(const struct game *g, enum row row, int about, int own, int percent)
{
    const int element = ((about + 1) * PARTIES + own) << 11 | (int)row;
    return draw(g, g->round, DRAW_ROW, element, 100) < percent;
}

static void believe(struct game *g);

/* One of n legal moves, by the dice of the side to move. */
static inline int choose(struct game *g, int tries, int n)
{
    const uint64_t when = (uint64_t)((g->round * 4 + g->place) * 60 + tries);
    const uint64_t own = g->dice[g->side];
    g->decisions++;
    if (g->believes) {
        believe(g);
    }
    return scale(mix((mix(own, ~when) ^ own ^ g->luck) + 0x9E3779B97F4A7C15u, 1), n);
}

/* ---- numbers ---- */

static inline int within(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

static inline int half(int value) /* of a number that is not negative, to the nearest */
{
    return (value + 1) / 2;
}

static inline void trust(struct game *g, int amount)
{
    const int sum = amount > 0 ? amount * (115 - g->trust) : amount * (35 + g->trust);
    g->trust = within(g->trust + (sum + (sum < 0 ? -50 : 50)) / 100, 0, 100);
}

static inline void crisis(struct game *g, int amount)
{
    g->crisis = within(g->crisis + amount, 0, 100);
}

static inline void standing(struct game *g, int party, int amount)
{
    g->standing[party] = within(g->standing[party] + amount, 0, 100);
}

static inline void evidence(struct game *g, int party, int amount)
{
    g->evidence[party] = within(g->evidence[party] + amount, 0, 12);
}

static inline void gains(struct game *g, int party, int amount)
{
    g->gains[party] = within(g->gains[party] + amount, 0, 200);
}

static inline void tempo(struct game *g, int party, int amount)
{
    g->tempo[party] = within(g->tempo[party] + amount, 0, 2);
}

static inline void lied(struct game *g, int party)
{
    g->lies[party] = within(g->lies[party] + 1, 0, 3);
}

#endif
