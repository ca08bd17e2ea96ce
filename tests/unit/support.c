/* support.c: what the tests of the rules share. */
#include "support.h"

#include "content/scenario_load.h"
#include "core/move.h"
#include "json/file.h"
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

/* A copy of `text` in which every `from` is `to`; NULL where there is none. */
static char *replaced(const char *text, const char *from, const char *to)
{
    char *out = malloc(strlen(text) * (strlen(to) + 1) + 1);
    size_t at = 0, times = 0;
    for (const char *in = text; *in != '\0' && out;) {
        if (strncmp(in, from, strlen(from)) == 0) {
            memcpy(out + at, to, strlen(to));
            at += strlen(to);
            in += strlen(from);
            times++;
        } else {
            out[at++] = *in++;
        }
    }
    if (!out || times == 0) {
        free(out);
        return NULL;
    }
    out[at] = '\0';
    return out;
}

char *support_small_text(void)
{
    struct findings findings = findings_init();
    size_t length = 0;
    char *text =
        file_read(SOURCE_DIR "/tests/scenarios/small.json", SCENARIO_MAX_BYTES, &length, &findings);
    if (!text) {
        findings_print_text(&findings, stderr);
        exit(1);
    }
    findings_clear(&findings);
    return text;
}

struct scenario *support_small_with(const char *from, const char *to)
{
    struct findings findings = findings_init();
    char *text = support_small_text();
    char *changed = replaced(text, from, to);
    struct scenario *sc =
        changed ? scenario_read("small.json", changed, strlen(changed), &findings) : NULL;
    if (!sc) {
        fprintf(stderr, "the small scenario with %s for %s:\n", to, from);
        findings_print_text(&findings, stderr);
        exit(1);
    }
    findings_clear(&findings);
    free(changed);
    free(text);
    return sc;
}

struct scenario *support_small_skipping(void)
{
    struct scenario *sc =
        support_small_with("\"when\": { \"round\": \"2..\" }", "\"when\": { \"round\": \"3..\" }");
    const int first = scenario_beat(sc, 1, 0), second = scenario_beat(sc, 1, 1);
    const int charge = scenario_move(sc, first, "charge"); /* not before round 3 */
    sc->beat[first].when = sc->beat[second].when = sc->move[charge].when;
    sc->calendar[1] = sc->calendar[0];
    sc->severe_from = sc->severe_to = 1;
    scenario_compile(sc);
    return sc;
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
