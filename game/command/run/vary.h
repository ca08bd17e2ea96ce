/* vary.h: --set and --vary: other rules, other ministers.
 *
 * A KEY is a JSON pointer into the scenario; a meter, which stands for where it starts; or, varied
 * only, the seat of a party. A value is JSON or a bare word, which is taken as a string. Every
 * function here complains on stderr of what is wrong and returns an exit code. */
#ifndef COMMAND_RUN_VARY_H
#define COMMAND_RUN_VARY_H

#include "command/run/run.h"

/* The scenario and the ministers that were named, before anything is varied. */
struct vary_base {
    const struct args *args;
    const char *scenario;          /* a name */
    const char *seat[MAX_PARTIES]; /* names of ministers */
    int sets, varies;
    const char *set[MAX_SETTINGS]; /* "KEY=VALUE" */
    const char *vary[MAX_FACTORS]; /* "KEY=A,B" */
    char *owned[3 * MAX_SETTINGS +
                MAX_FACTORS * (2 * MAX_VALUES + 4)]; /* texts, freed by vary_free */
    int owneds;
};

/* Fills run->setting, factor and cell from what was given; `sc` is the scenario as it was loaded. */
int vary_plan(struct vary_base *base, struct run *run, struct scenario *sc);

void vary_free(struct vary_base *base, struct run *run);

#endif
