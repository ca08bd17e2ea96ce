/* support.c: what the tests of the rules share. */
#include "support.h"

#include "content/scenario_load.h"
#include "core/move.h"
#include "json/finding.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct loaded {
    char name[64];
    struct scenario *scenario;
};

const struct scenario *support_scenario(const char *name)
{
    static struct loaded loaded[8];
    struct loaded *free_place = loaded;
    while (free_place->scenario && strcmp(free_place->name, name) != 0) {
        free_place++;
    }
    if (free_place->scenario) {
        return free_place->scenario;
    }
    char path[512];
    const bool test = strncmp(name, "tests/", 6) == 0;
    snprintf(path, sizeof path, "%s/%s/%s.json", SOURCE_DIR, test ? "tests/scenarios" : "scenarios",
             test ? name + 6 : name);
    struct findings findings = findings_init();
    free_place->scenario = scenario_load(path, &findings);
    if (!free_place->scenario) {
        findings_print_text(&findings, stderr);
        exit(1);
    }
    findings_clear(&findings);
    snprintf(free_place->name, sizeof free_place->name, "%s", name);
    return free_place->scenario;
}

int support_random_move(const struct scenario *sc, const struct state *s, struct dice *dice)
{
    int moves[MAX_LEGAL];
    const int count = move_legal(sc, s, moves);
    return moves[dice_roll(dice, count)];
}

void support_random_state(const struct scenario *sc, uint64_t luck, int decisions, struct state *s)
{
    struct dice dice = { rng_mix(luck, 77) };
    round_start(sc, s, luck, 0);
    for (int i = 0; i < decisions && !state_over(s); i++) {
        round_play(sc, s, support_random_move(sc, s, &dice), luck, 0);
    }
}
