/* player.c: the ministers that are shipped. */
#include "strength.h"

#include "minister/script.h"

#include <stdio.h>
#include <stdlib.h>

struct player player_named(const char *name, int simulations)
{
    struct player p = { .move = NULL };
    char why[200];
    if (minister_find(name, &p.minister, why, sizeof why) != NULL) {
        fprintf(stderr, "%s\n", why);
        exit(2);
    }
    p.minister.simulations = simulations ? simulations : p.minister.simulations;
    return p;
}

int player_planners(const struct scenario *sc, int simulations, struct player *out)
{
    static const char *const difficulty[] = { "easy", "normal", "hard" };
    const int difficulties = sizeof difficulty / sizeof difficulty[0];
    char name[200], why[200];
    int count = 0;
    for (int i = 0; i < sc->characters; i++) {
        for (int k = 0; k < difficulties && count < MAX_COLUMNS; k++) {
            struct player p = { .move = NULL };
            snprintf(name, sizeof name, "planner:%s:%s", sc->character[i].id, difficulty[k]);
            if (minister_find(name, &p.minister, why, sizeof why) == NULL) {
                p.minister.simulations = simulations;
                out[count++] = p;
            }
        }
    }
    if (count == 0) {
        out[count++] = player_named("planner", simulations);
    }
    return count;
}

int player_scripts(struct player *out)
{
    for (int i = 0; i < SCRIPTS; i++) {
        out[i] = player_named(script_table[i]->name, 0);
    }
    return SCRIPTS;
}
