/* duel_belief.h: a part of duel.c: what the side to move thinks of hidden things, from what it knows:
 * of tempo (0..2) and quiet (0..3) of either side, together a level, and of the culprits. */
#ifndef BENCH_DUEL_BELIEF_H
#define BENCH_DUEL_BELIEF_H

#include "duel_case.h"

#include <string.h>

enum { TEMPOS = 3, QUIETS = 4, LEVELS = TEMPOS * QUIETS, CULPRITS = 4 };
enum { LIKELY = 1 << 16, SHARES = 1 << 20, WHOLE = 1 << 16 };

struct belief {
    int64_t of[PARTIES][LEVELS]; /* weights, by whose they are */
    int64_t joint[LEVELS][CULPRITS];
    int culprit[CULPRITS], guilty;   /* of the incident at hand, for its victim */
    int past[ROUNDS][CULPRITS];      /* per mille */
    int64_t table[LEVELS][CULPRITS]; /* of the incident that is weighed now */
};

/* ---- how likely each culprit makes what was seen ---- */

static inline void level_out(int64_t *likely)
{
    int64_t most = 0;
    for (int c = 0; c < CULPRITS; c++) {
        most = likely[c] > most ? likely[c] : most;
    }
    for (int c = 0; most && c < CULPRITS; c++) {
        likely[c] = (likely[c] * LIKELY + most - 1) / most;
    }
}

static inline void by_traces(const struct affair *a, int64_t *likely)
{
    for (int i = 0; i < 2 * a->traces; i++) {
        const int tier = i % 2, right = trace_right[tier][a->confidence];
        for (int c = 0; c < CULPRITS; c++) {
            const int truth = tier == 0 ? culprit_from[c] : c;
            likely[c] *= truth == a->trace[i] ? right * (2 + tier) : 100 - right;
        }
        level_out(likely);
    }
}

/* Six answers can be given with a file, five without: all but to admit it. */
static inline void by_answer(int seen, int64_t *likely)
{
    const int forms = seen == LOOK ? 2 : 1;
    for (int c = 0; c < CULPRITS; c++) {
        const int file = culprit_file[c];
        likely[c] *= file * forms * 5 + (100 - file) * (seen == ADMIT ? 0 : forms * 6);
    }
    level_out(likely);
}

static inline void by_file(const struct affair *a, int64_t *likely)
{
    for (int c = 0; c < CULPRITS; c++) {
        const int us = a->checked ? 100 * (c <= TOLERATED) : culprit_file[c];
        likely[c] *= a->file ? us : 100 - us;
    }
    level_out(likely);
}

static inline void weigh_culprits(const struct affair *a, int party, int64_t *likely)
{
    for (int c = 0; c < CULPRITS; c++) {
        likely[c] = !a->revealed || c == a->culprit ? LIKELY : 0;
    }
    if (!a->revealed && a->victim != party) {
        by_file(a, likely);
    } else if (!a->revealed) {
        by_traces(a, likely);
        if (a->seen[ANSWER] != NONE) {
            by_answer(a->seen[ANSWER], likely);
        }
    }
}

/* ---- one incident ---- */

/* Fills the table of levels and culprits; returns its sum. */
static inline int64_t combine(struct belief *b, const struct affair *a, const int64_t *likely)
{
    const int64_t *of = b->of[1 - a->victim];
    int64_t total = 0;
    for (int level = 0; level < LEVELS; level++) {
        int64_t weight[CULPRITS], sum = 0;
        for (int c = 0; c < CULPRITS; c++) {
            weight[c] = culprit_weight(a->kind, c, level % TEMPOS, level / TEMPOS);
            sum += weight[c];
        }
        for (int c = 0; c < CULPRITS; c++) {
            b->table[level][c] = of[level] * (weight[c] * SHARES / sum) / LIKELY * likely[c];
            total += b->table[level][c];
        }
    }
    return total;
}

static inline int64_t weigh(struct belief *b, const struct affair *a, int party)
{
    static const int64_t all[CULPRITS] = { LIKELY, LIKELY, LIKELY, LIKELY };
    int64_t likely[CULPRITS];
    weigh_culprits(a, party, likely);
    const int64_t total = combine(b, a, likely);
    return total ? total : combine(b, a, all);
}

/* Per mille, 1000 in all; the likeliest gets what is left over. */
static inline void share_out(const struct belief *b, int64_t total, int *culprit)
{
    int left = 1000, most = 0;
    for (int c = 0; c < CULPRITS; c++) {
        int64_t sum = 0;
        for (int level = 0; level < LEVELS; level++) {
            sum += b->table[level][c];
        }
        culprit[c] = (int)(sum / (total / 1000 + 1));
        left -= culprit[c];
        most = culprit[c] > culprit[most] ? c : most;
    }
    culprit[most] += left;
}

/* ---- from incident to incident ---- */

static inline void even_out(int64_t *of)
{
    int64_t sum = 0;
    for (int level = 0; level < LEVELS; level++) {
        sum += of[level];
    }
    for (int level = 0; level < LEVELS; level++) {
        of[level] = sum ? of[level] * WHOLE / sum : WHOLE / LEVELS;
    }
}

/* A summit is over: new orders may have been given. */
static inline void forget(int64_t *of)
{
    static const int prior[TEMPOS] = { 1, 2, 1 };
    for (int quiet = 0; quiet < QUIETS; quiet++) {
        int64_t *tempo = &of[TEMPOS * quiet];
        const int64_t all = tempo[0] + tempo[1] + tempo[2];
        for (int i = 0; i < TEMPOS; i++) {
            tempo[i] = (tempo[i] * 60 + all * 40 * prior[i] / 4) / 100;
        }
    }
}

/* They said that they would look: some then go slower. */
static inline void heed(int64_t *of)
{
    for (int level = 0; level < LEVELS; level++) {
        if (level % TEMPOS > 0) {
            const int64_t moved = of[level] * 40 / 100;
            of[level] -= moved;
            of[level - 1] += moved;
        }
    }
}

static inline void learn(struct belief *b, const struct affair *a)
{
    int64_t *of = b->of[1 - a->victim];
    memset(of, 0, sizeof b->of[0]);
    for (int level = 0; level < LEVELS; level++) {
        const int quiet = level / TEMPOS, longer = quiet + 1 < QUIETS ? quiet + 1 : quiet;
        for (int c = 0; c < CULPRITS; c++) {
            of[level % TEMPOS + TEMPOS * (c <= TOLERATED ? 0 : longer)] += b->table[level][c] >> 8;
        }
    }
    even_out(of);
    if (a->seen[ANSWER] == LOOK) {
        heed(of);
    }
}

static inline void begin_belief(struct belief *b)
{
    static const int64_t tempo[TEMPOS] = { WHOLE / 4, WHOLE / 2, WHOLE / 4 };
    memset(b, 0, sizeof *b);
    for (int p = 0; p < PARTIES; p++) {
        memcpy(&b->of[p][TEMPOS], tempo, sizeof tempo); /* quiet for a round */
        even_out(b->of[p]);
    }
}

static inline void at_hand(struct belief *b, const struct affair *a, int party)
{
    const int64_t total = weigh(b, a, party);
    for (int level = 0; level < LEVELS; level++) {
        for (int c = 0; c < CULPRITS; c++) {
            b->joint[level][c] = b->table[level][c] / (total / SHARES + 1);
        }
    }
    if (a->victim == party) {
        share_out(b, total, b->culprit);
        b->guilty = b->culprit[STATE] + b->culprit[TOLERATED];
    }
}

static inline void belief_of(const struct game *g, int party, struct belief *b)
{
    int act[PARTIES] = { 1, 1 };
    begin_belief(b);
    for (int i = 0; i < g->affairs; i++) {
        const struct affair *a = &g->affair[i];
        const int suspect = 1 - a->victim;
        for (; act[suspect] < a->act; act[suspect]++) {
            forget(b->of[suspect]);
        }
        if (i + 1 == g->affairs && !g->summit) {
            at_hand(b, a, party);
        } else {
            share_out(b, weigh(b, a, party), b->past[i]);
            learn(b, a);
        }
    }
    for (int p = 0; p < PARTIES; p++) {
        for (; act[p] < g->act; act[p]++) {
            forget(b->of[p]);
        }
    }
}

/* ---- the hash of all that was believed ---- */

static inline void note(struct game *g, int64_t number)
{
    g->believed = g->believed * 0x9E3779B97F4A7C15u + (uint64_t)number;
}

static void believe(struct game *g)
{
    struct belief b;
    belief_of(g, g->side, &b);
    for (int level = 0; level < LEVELS; level++) {
        note(g, b.of[1 - g->side][level]);
        note(g, b.of[g->side][level]);
        for (int c = 0; c < CULPRITS; c++) {
            note(g, b.joint[level][c]);
        }
    }
    for (int c = 0; c < CULPRITS; c++) {
        note(g, b.culprit[c]);
        for (int i = 0; i < g->affairs; i++) {
            note(g, b.past[i][c]);
        }
    }
    note(g, b.guilty);
}

#endif
