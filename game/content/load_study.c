/* load_study.c: the bars that a scenario sets for the study of itself. */
#include "content/load.h"
#include "content/scenario_bars.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- which figures there are ---- */

enum of { OF_ONE, OF_ENDING, OF_MOVE, OF_AGREEMENT, OF_PARTY, OF_PLAY };

static const struct {
    const char *name;
    enum of of;
} family[] = {
    { "unseen.incidents", OF_ONE },
    { "unseen.moves", OF_ONE },
    { "unseen.endings", OF_ONE },
    { "unseen.rows", OF_ONE },
    { "unseen.texts", OF_ONE },
    { "endings.random", OF_ENDING },
    { "endings.family-random", OF_ENDING },
    { "endings.scripts", OF_ENDING },
    { "endings.planner", OF_ENDING },
    { "best-ending.tit-for-tat", OF_ONE },
    { "best-ending.always-deny", OF_ONE },
    { "best-ending.always-accuse", OF_ONE },
    { "best-ending.always-cooperate", OF_ONE },
    { "side-advantage", OF_PLAY },
    { "reciprocity", OF_ONE },
    { "recipe", OF_ONE },
    { "best", OF_MOVE },
    { "best-set", OF_ONE },
    { "in-best-set", OF_AGREEMENT },
    { "near-ties", OF_ONE },
    { "near-ties-split", OF_ONE },
    { "rounds-without-tension", OF_ONE },
    { "same-answer", OF_ONE },
    { "role-run", OF_ONE },
    { "rounds", OF_PLAY },
    { "decisions", OF_PLAY },
    { "full-length", OF_PLAY },
    { "crisis-1", OF_PLAY },
    { "crisis-2", OF_PLAY },
    { "crisis-3", OF_PLAY },
    { "calm-rounds", OF_PLAY },
    { "brink-rounds", OF_PLAY },
    { "severe-met", OF_PLAY },
    { "severe-bare", OF_PLAY },
    { "severe-channel.scripts", OF_AGREEMENT },
    { "severe-channel.planner", OF_AGREEMENT },
    { "guilty.scripts", OF_PARTY },
    { "guilty.planner", OF_PARTY },
    { "lies", OF_PLAY },
    { "lies-out", OF_PLAY },
    { "same-round", OF_PLAY },
    { "guilt-readable", OF_ONE },
    { "belief-off.random", OF_ONE },
    { "belief-off.scripts", OF_ONE },
};
enum { FAMILIES = sizeof family / sizeof family[0] };

static int members(const struct scenario *sc, enum of of)
{
    const int count[] = { 1, sc->endings, sc->moves, sc->agreements, MAX_PARTIES, 2 };
    return count[of];
}

static const char *member(const struct scenario *sc, enum of of, int i)
{
    static const char *const play[] = { "scripts", "planner" };
    switch (of) {
    case OF_ENDING:
        return sc->ending[i].id;
    case OF_MOVE:
        return sc->move[i].id;
    case OF_AGREEMENT:
        return sc->commitment[sc->agreement[i]].id;
    case OF_PARTY:
        return sc->actor[i].id;
    default:
        return play[i];
    }
}

bool scenario_bar_name(const struct scenario *sc, int index, char out[BAR_NAME])
{
    int at = 0;
    while (at < FAMILIES && index >= members(sc, family[at].of)) {
        index -= members(sc, family[at++].of);
    }
    if (at == FAMILIES) {
        return false;
    }
    const char *id = family[at].of == OF_ONE ? NULL : member(sc, family[at].of, index);
    const bool lost = family[at].of != OF_ONE && id == NULL;
    snprintf(out, BAR_NAME, "%s%s%s", lost ? "" : family[at].name, id ? "." : "", id ? id : "");
    return true;
}

bool scenario_is_bar(const struct scenario *sc, const char *name)
{
    char known[BAR_NAME];
    for (int i = 0; i < FAMILIES; i++) {
        if (strcmp(family[i].name, name) == 0) {
            return true;
        }
    }
    for (int i = 0; scenario_bar_name(sc, i, known); i++) {
        if (strcmp(known, name) == 0) {
            return true;
        }
    }
    return false;
}

static const struct bar *find_bar(const struct scenario *sc, const char *name, size_t length)
{
    for (int i = 0; i < sc->bars; i++) {
        if (strncmp(sc->bar[i].name, name, length) == 0 && sc->bar[i].name[length] == '\0') {
            return &sc->bar[i];
        }
    }
    return NULL;
}

const struct bar *scenario_bar(const struct scenario *sc, const char *name)
{
    const struct bar *own = find_bar(sc, name, strlen(name));
    const char *point = strrchr(name, '.');
    return own || !point ? own : find_bar(sc, name, (size_t)(point - name));
}

/* ---- reading ---- */

enum { MOST = 256 };

static void unknown(struct load *load, const struct json_value *value)
{
    char(*name)[BAR_NAME] = calloc(MOST, sizeof *name);
    const char *known[MOST];
    int count = 0;
    struct finding *finding =
        load_error(load, spot_key(value), "S004", "\"%.80s\" is no figure of a study", value->key);
    while (name && count < MOST && scenario_bar_name(load->sc, count, name[count])) {
        known[count] = name[count];
        count++;
    }
    load_suggest(load, finding, value->key, findings_suggest(value->key, known, (size_t)count));
    free(name);
}

/* True for the figure of a thing that has one such, but is not there: that is reported. */
static bool names_member(struct load *load, const struct json_value *value)
{
    static const enum collection set[] = {
        [OF_ENDING] = ENDINGS, [OF_MOVE] = MOVES, [OF_AGREEMENT] = AGREEMENTS, [OF_PARTY] = PARTIES
    };
    const char *point = strrchr(value->key, '.');
    int parts = 0;
    char message[160];
    for (const char *at = value->key; *at != '\0'; at++) {
        parts += *at == '.';
    }
    snprintf(message, sizeof message, "\"%.80s\" is no figure of a study", value->key);
    for (int i = 0; i < FAMILIES && point != NULL; i++) {
        const size_t length = (size_t)(point - value->key);
        if (strncmp(family[i].name, value->key, length) == 0 && family[i].name[length] == '\0' &&
            family[i].of != OF_ONE && family[i].of != OF_PLAY) {
            load_dangling(load,
                          (struct missing){ .spot = spot_key(value),
                                            .code = "S004",
                                            .message = message,
                                            .expected = load->table[set[family[i].of]].expected,
                                            .name = value->key,
                                            .part = parts,
                                            .set = { set[family[i].of] },
                                            .sets = 1 });
            return true;
        }
    }
    return false;
}

static bool read_bar(struct load *load, const struct json_value *value, struct bar *bar)
{
    int lo = INT16_MIN, hi = INT16_MAX;
    bar->none = value->type == JSON_BOOL && !value->boolean;
    if (!bar->none && (value->type != JSON_STRING || !load_range_text(value->string, &lo, &hi))) {
        struct finding *finding =
            load_error(load, spot_value(value), "S023", "this is no bar for \"%.80s\"", value->key);
        findings_expected(load->findings, finding,
                          "\"25..50\", \"25..\", \"..50\" or false, which is none");
        return false;
    }
    if (lo > hi) {
        load_error(load, spot_value(value), "S023", "the range is empty: %d is above %d", lo, hi);
    }
    bar->lo = (int16_t)lo;
    bar->hi = (int16_t)hi;
    return true;
}

void load_study(struct load *load)
{
    const struct json_value *study = json_member(load->root, "study");
    if (study == NULL || !json_expect_object(&load->check, study)) {
        return;
    }
    if (study->count > MAX_BARS) {
        load_error(load, spot_value(study), "S009", "%d bars: the most is %d", study->count,
                   MAX_BARS);
        return;
    }
    for (const struct json_value *one = study->first; one != NULL; one = one->next) {
        struct scenario *sc = load->sc;
        if (strncmp(one->key, "x-", 2) == 0) {
            continue;
        }
        struct bar *bar = &sc->bar[sc->bars];
        if (!scenario_is_bar(sc, one->key)) {
            if (!names_member(load, one)) {
                unknown(load, one);
            }
        } else if (read_bar(load, one, bar)) {
            bar->name = load_copy(load, one->key);
            sc->bars++;
        }
    }
}
