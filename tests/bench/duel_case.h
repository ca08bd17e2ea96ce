/* duel_case.h: a part of duel.c: agreements and the promise, how the truth comes out, and how an
 * incident arrives. */
#ifndef BENCH_DUEL_CASE_H
#define BENCH_DUEL_CASE_H

#include "duel_game.h"

/* ---- agreements and the promise ---- */

static void end_agreement(struct game *g, int i)
{
    g->stands[i] = g->age[i] = 0;
    g->agreements--;
}

static void end_early(struct game *g, int i, int cost)
{
    end_agreement(g, i);
    trust(g, cost);
    if (g->stands[HOTLINE] && !g->stands[CONTACT]) {
        end_agreement(g, HOTLINE);
    }
}

static void break_any(struct game *g)
{
    if (g->stands[CONTACT] && !g->stands[HOTLINE]) {
        end_early(g, CONTACT, -4);
    } else if (g->stands[EXPERTS]) {
        end_early(g, EXPERTS, -2);
    } else if (g->stands[HOTLINE]) {
        end_early(g, HOTLINE, -6);
    } else if (g->stands[GUIDELINES]) {
        end_early(g, GUIDELINES, -3);
    }
}

static void put_in_force(struct game *g, int i)
{
    g->stands[i] = 1;
    g->age[i] = 0;
    g->agreements++;
    g->signed_now++;
}

static void sign(struct game *g, int both)
{
    if (both & 1 << CONTACT) {
        put_in_force(g, CONTACT);
        trust(g, 3);
        standing(g, 0, -1);
        standing(g, 1, -1);
    }
    if (both & 1 << EXPERTS) {
        put_in_force(g, EXPERTS);
        trust(g, 3);
        crisis(g, -2);
    }
    if (both & 1 << HOTLINE) {
        put_in_force(g, HOTLINE);
        trust(g, 4);
        crisis(g, -3);
        standing(g, 0, -2);
        standing(g, 1, -2);
    }
    if (both & 1 << GUIDELINES) {
        put_in_force(g, GUIDELINES);
        trust(g, 2);
    }
}

static inline void promise(struct game *g, int party)
{
    if (!g->promise[party]) {
        g->promise[party] = 1;
        g->promise_age[party] = 0;
    }
}

static inline void end_promise(struct game *g, int party)
{
    g->promise[party] = g->promise_age[party] = 0;
}

/* After each decision about an incident. */
static void look_at_words(struct game *g, const struct affair *a)
{
    if (g->stands[CONTACT] && g->crisis >= 85) {
        end_early(g, CONTACT, -4);
    }
    const int said = a->seen[ANSWER];
    for (int p = 0; p < PARTIES; p++) {
        if (!g->promise[p] || g->struck[p] || g->promise_age[p] < 1 || said == NONE) {
            continue;
        }
        end_promise(g, p);
        if (said >= NOT_US) {
            trust(g, -2);
            standing(g, 1 - p, 1);
        } else {
            trust(g, 2);
        }
    }
}

static void grow_older(struct game *g)
{
    for (int i = 0; i < AGREEMENTS; i++) {
        g->age[i] += g->stands[i];
    }
    if (g->stands[GUIDELINES] && g->age[GUIDELINES] == 3) {
        if (g->crisis <= 45) {
            trust(g, 3);
            standing(g, 0, 1);
            standing(g, 1, 1);
        } else {
            end_early(g, GUIDELINES, -2);
        }
    }
    for (int p = 0; p < PARTIES; p++) {
        if (g->promise[p] && ++g->promise_age[p] == 2) {
            end_promise(g, p);
            trust(g, -1);
        }
    }
}

/* ---- how the truth comes out ---- */

static int word_of(const struct affair *a)
{
    switch (a->real[ANSWER]) {
    case ADMIT:
        return a->guilty ? STRAIGHT : FALSE;
    case LOOK:
        return STRAIGHT;
    case FEIGN:
        return FALSE;
    case NOT_US:
        return a->guilty ? FALSE : STRAIGHT;
    case POINT:
        return a->culprit == ISLE ? STRAIGHT : FALSE;
    default:
        return a->word;
    }
}

static void answer_comes_out(struct game *g, const struct affair *a, int suspect)
{
    const bool lie = a->word == FALSE;
    if (a->real[ANSWER] == FEIGN && a->guilty) {
        trust(g, -4);
        standing(g, suspect, -3);
    } else if (a->real[ANSWER] == NOT_US) {
        if (lie) {
            lied(g, suspect);
        }
        trust(g, lie ? -5 : 3);
    } else if (a->real[ANSWER] == POINT && lie) {
        lied(g, suspect);
        trust(g, -4);
    }
}

static void reveal(struct game *g, struct affair *a)
{
    if (a->revealed) {
        return;
    }
    const int victim = a->victim, suspect = 1 - victim;
    a->revealed = (int16_t)g->round;
    a->word = (int16_t)word_of(a);
    if (a->word == FALSE) {
        g->family[suspect] = DENY;
    }
    if (a->real[OPENING] == NAME && a->guilty) {
        standing(g, victim, 5);
        standing(g, suspect, -5);
    } else if (a->real[OPENING] == NAME) {
        standing(g, victim, -8);
        trust(g, -3);
    }
    answer_comes_out(g, a, suspect);
    if (a->culprit == STATE) {
        standing(g, suspect, -5);
        if (g->agreements >= 1) {
            trust(g, -6);
        }
    }
    if (a->guilty) {
        evidence(g, victim, 1);
    }
}

static void expose(struct game *g)
{
    for (int i = 0; i < g->affairs; i++) {
        struct affair *a = &g->affair[i];
        if (a->revealed || a->round == g->round) {
            continue;
        }
        const int known = 4 + 2 * g->evidence[a->victim];
        const int odds = (known < 40 ? known : 40) + (a->seen[ANSWER] == LOOK ? 15 : 0) +
                         (g->stands[EXPERTS] ? 6 : 0);
        if (draw(g, g->round, DRAW_EXPOSURE, i, 100) < odds) {
            reveal(g, a);
        }
    }
}

static void settle(struct game *g)
{
    int open[ROUNDS], opens = 0;
    for (int i = 0; i < g->affairs; i++) {
        open[opens] = i;
        opens += !g->affair[i].revealed && g->affair[i].act == g->act;
    }
    if (opens > 0) {
        reveal(g, &g->affair[open[draw(g, g->round, DRAW_SETTLE, 0, opens)]]);
    }
}

/* ---- an incident arrives ---- */

enum { INCIDENTS = 24, ORDINARY = 22, DECK = 43 };

static const struct incident {
    uint8_t kind, least, span, since, once;
} incidents[INCIDENTS] = {
    { 1, 1, 2, 0, 1 }, { 0, 2, 3, 0, 1 }, { 2, 3, 2, 0, 1 }, { 3, 1, 3, 0, 0 }, { 1, 2, 2, 0, 1 },
    { 0, 3, 3, 3, 1 }, { 2, 1, 2, 0, 1 }, { 3, 2, 3, 0, 1 }, { 1, 3, 2, 0, 1 }, { 0, 1, 3, 0, 1 },
    { 2, 2, 2, 0, 1 }, { 3, 3, 3, 5, 0 }, { 1, 1, 2, 0, 1 }, { 0, 2, 3, 0, 1 }, { 2, 3, 2, 0, 1 },
    { 3, 1, 3, 0, 1 }, { 1, 2, 2, 0, 1 }, { 0, 3, 3, 3, 1 }, { 2, 1, 2, 0, 1 }, { 3, 2, 3, 0, 0 },
    { 1, 3, 2, 0, 1 }, { 0, 1, 3, 0, 1 }, { 3, 7, 3, 0, 1 }, { 2, 8, 1, 0, 1 },
};

/* Each as often as its weight: 1, 2, 3, 1, 2, 3, ... */
static const uint8_t deck[DECK] = {
    0,  1,  1,  2,  2,  2,  3,  4,  4,  5,  5,  5,  6,  7,  7,  8,  8,  8,  9,  10, 10, 11,
    11, 11, 12, 13, 13, 14, 14, 14, 15, 16, 16, 17, 17, 17, 18, 19, 19, 20, 20, 20, 21,
};
static const uint8_t severe_deck[3] = { 22, 23, 23 };

/* By kind: how likely each culprit is. */
static const uint8_t suspects[4][4] = {
    { 3, 2, 3, 2 }, { 4, 3, 2, 1 }, { 1, 3, 6, 1 }, { 2, 1, 2, 5 }
};

/* By culprit: where it came from, and how often the file tells of it; by tier and confidence: how
 * often a trace is right. In per cent. */
static const uint8_t culprit_from[4] = { 0, 0, 2, 1 }, culprit_file[4] = { 70, 35, 0, 0 };
static const uint8_t trace_right[2][3] = { { 60, 75, 90 }, { 40, 57, 78 } };

static bool fresh(const struct game *g, int i)
{
    return !(incidents[i].once && (g->incidents >> i & 1u)) && g->round >= incidents[i].since;
}

static int draw_incident(const struct game *g, bool severe)
{
    const uint8_t *from = severe ? severe_deck : deck;
    const int size = severe ? (int)sizeof severe_deck : DECK;
    int at = 0;
    for (int n = 0; n < 32; n++) {
        at = draw(g, g->round, DRAW_INCIDENT, n, size);
        if (fresh(g, from[at])) {
            return from[at];
        }
    }
    for (int n = 0; n < size; n++) {
        if (fresh(g, from[(at + n) % size])) {
            return from[(at + n) % size];
        }
    }
    return from[at];
}

static int draw_victim(const struct game *g, int last)
{
    const int victim = draw(g, g->round, DRAW_VICTIM, 0, 2);
    const bool enough = (victim == last && g->streak >= 2) || g->victims[victim] >= 4;
    return enough ? 1 - victim : victim;
}

/* Rounds 7 to 9 all bring an incident. */
static bool severe_now(const struct game *g)
{
    return !g->severe && g->round >= 7 && g->round <= 9 &&
           draw(g, g->round, DRAW_SEVERE, 0, 10 - g->round) == 0;
}

/* Of its side in this mood. */
static inline uint32_t culprit_weight(int kind, int culprit, int tempo, int quiet)
{
    static const uint8_t tempo_times[2][3] = { { 1, 5, 11 }, { 5, 4, 6 } };
    static const uint8_t quiet_times[4] = { 2, 22, 80, 200 };
    const uint32_t weight = suspects[kind][culprit];
    return culprit <= TOLERATED ? weight * tempo_times[culprit][tempo] * quiet_times[quiet]
                                : weight * 40;
}

static int draw_culprit(const struct game *g, const struct affair *a)
{
    const int suspect = 1 - a->victim, tempo = g->tempo[suspect], quiet = g->quiet[suspect];
    const uint32_t state = culprit_weight(a->kind, STATE, tempo, quiet);
    const uint32_t tolerated = state + culprit_weight(a->kind, TOLERATED, tempo, quiet);
    const uint32_t criminals = tolerated + culprit_weight(a->kind, CRIMINALS, tempo, quiet);
    const uint32_t high = (uint32_t)draw(g, g->round, DRAW_CULPRIT, 0, 1 << 16);
    const uint32_t low = (uint32_t)draw(g, g->round, DRAW_CULPRIT, 1, 1 << 16);
    const uint32_t at =
        (high << 16 | low) % (criminals + culprit_weight(a->kind, ISLE, tempo, quiet));
    return (at >= state) + (at >= tolerated) + (at >= criminals);
}

/* What each of two tiers says: where it came from, and who it was. */
static void take_trace(const struct game *g, struct affair *a)
{
    for (int tier = 0; tier < 2; tier++) {
        const int element = a->traces * 2 + tier;
        int says = tier == 0 ? a->from : a->culprit;
        if (draw(g, a->round, DRAW_TRACE, element, 100) >= trace_right[tier][a->confidence]) {
            const int other = draw(g, a->round, DRAW_TRACE_WRONG, element, 2 + tier);
            says = other + (other >= says);
        }
        a->trace[element] = (int16_t)says;
    }
    a->traces++;
}

static void what_it_does(struct game *g, struct affair *a)
{
    const int victim = a->victim;
    crisis(g, !a->severe ? a->severity : g->stands[HOTLINE] ? 15 : 35);
    g->losses[victim] = within(g->losses[victim] + a->severity, 0, 200);
    standing(g, victim, -2);
    if (g->stands[EXPERTS] && a->confidence <= 1 &&
        lucky(g, ROW_EXPERTS, g->affairs - 1, victim, 50)) {
        a->confidence++;
    }
}

static void arrive(struct game *g)
{
    const int last = g->affairs > 0 ? g->affair[g->affairs - 1].victim : -1;
    const int victim = draw_victim(g, last), suspect = 1 - victim;
    struct affair *a = &g->affair[g->affairs++];
    g->streak = victim == last ? g->streak + 1 : 1;
    g->victims[victim]++;
    g->struck[victim] = 1;
    const bool severe = severe_now(g);
    const int i = draw_incident(g, severe);
    *a = (struct affair){ .round = (int16_t)g->round,
                          .act = (int16_t)g->act,
                          .victim = (int16_t)victim,
                          .incident = (int16_t)i,
                          .kind = incidents[i].kind,
                          .severe = severe,
                          .trace = { NONE, NONE, NONE, NONE },
                          .seen = { NONE, NONE, NONE, NONE },
                          .real = { NONE, NONE, NONE, NONE } };
    a->severity =
        (int16_t)(incidents[i].least + draw(g, g->round, DRAW_SEVERITY, 0, incidents[i].span));
    g->incidents |= 1u << i;
    g->severe = g->severe || severe;
    a->culprit = (int16_t)draw_culprit(g, a);
    a->guilty = a->culprit <= TOLERATED;
    a->from = culprit_from[a->culprit];
    g->quiet[suspect] = a->guilty ? 0 : g->quiet[suspect] < 3 ? g->quiet[suspect] + 1 : 3;
    const int at = draw(g, g->round, DRAW_CONFIDENCE, 0, 10);
    a->confidence = (int16_t)((at >= 3) + (at >= 7));
    what_it_does(g, a);
    take_trace(g, a);
    a->file = draw(g, g->round, DRAW_FILE, 0, 100) < culprit_file[a->culprit];
}

#endif
