/* roster.c: who plays the field. */
#include "command/study/roster.h"

#include "minister/ministers.h"
#include "minister/script.h"

#include <stdio.h>
#include <string.h>

/* ---- what kind of policy ---- */

enum { MOODS = 3 * 3 * 2 * 2 * 3 * 2 * 2 };

/* What the other side may have done: its last move, and before. */
enum { PASTS = 3 };
static const struct conduct past[PASTS] = {
    { .moves = 0 },
    { .moves = 4, .before = FAMILY_DENY, .affronts = 3, .deeds = 1 },
    { .moves = 4, .mine = FAMILY_ACCUSE, .hard = 1, .rebuffs = 1, .at_fault = true },
};

/* Every mood there is but for what the other side did. */
static struct mood mood_at(int n)
{
    struct mood m = { .by = n % 3 };
    n /= 3;
    m.place = n % 3;
    n /= 3;
    m.pick = n % 2;
    n /= 2;
    m.us = n % 2;
    n /= 2;
    m.guilty = n % 3 * 450;
    n /= 3;
    m.prudent = n % 2;
    m.grave = n / 2;
    return m;
}

static bool same(const struct temper *a, const struct temper *b)
{
    return memcmp(a->chance, b->chance, sizeof a->chance) == 0;
}

static void classify(struct entrant *e, const struct script *script)
{
    const struct mood first = mood_at(0);
    const struct temper usual = script->temper(&first);
    e->constant = usual.chance[0] == 100 || usual.chance[1] == 100 || usual.chance[2] == 100;
    for (int i = 0; i < MOODS; i++) {
        struct mood mood = mood_at(i);
        const struct temper kind = script->temper(&mood);
        for (int k = 0; k < FAMILY_COUNT * PASTS; k++) {
            mood.theirs = k % FAMILY_COUNT;
            mood.past = past[k / FAMILY_COUNT];
            const struct temper t = script->temper(&mood);
            e->reciprocates = e->reciprocates || !same(&t, &kind);
            e->constant = e->constant && same(&t, &usual);
        }
    }
}

/* ---- the field ---- */

static const char *add(struct roster *roster, const char *name)
{
    static char why[200];
    if (roster->count == MAX_ROSTER) {
        return "too many ministers";
    }
    struct entrant *e = &roster->field[roster->count];
    *e = (struct entrant){ .slow = false };
    const char *wrong = minister_find(name, &e->minister, why, sizeof why);
    if (wrong) {
        return wrong;
    }
    if (e->minister.choose == script_choose) {
        classify(e, script_table[e->minister.kind]);
    } else {
        e->slow = e->minister.choose != random_choose;
    }
    roster->count++;
    return NULL;
}

static bool by_lot(const char *name)
{
    return strcmp(name, "random") == 0 || strcmp(name, "family-random") == 0;
}

const char *roster_init(struct roster *roster)
{
    char why[200];
    roster->count = 0;
    const char *wrong = NULL;
    for (int i = 0; !wrong && minister_name(i); i++) {
        const char *name = minister_name(i);
        if (!by_lot(name) && strcmp(name, "planner") != 0) {
            wrong = add(roster, name);
        }
    }
    if (!wrong && (minister_find("random", &roster->random, why, sizeof why) ||
                   minister_find("family-random", &roster->family_random, why, sizeof why) ||
                   minister_find("planner", &roster->planner, why, sizeof why))) {
        wrong = "random, family-random or planner is missing";
    }
    return wrong;
}

int roster_find(const struct roster *roster, const char *name)
{
    for (int i = 0; i < roster->count; i++) {
        if (strcmp(roster->field[i].minister.name, name) == 0) {
            return i;
        }
    }
    return -1;
}
