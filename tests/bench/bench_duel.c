/* bench_duel.c: what it costs to read the rules from data: duel.json against duel.c, and copies of
 * duel.json with more incidents against itself. */
#define _DEFAULT_SOURCE

#include "believing.h"
#include "bench.h"
#include "command/tally.h"
#include "content/scenario_load.h"
#include "duel.h"
#include "json/file.h"
#include "json/finding.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GAMES = 20000, BELIEVING = 1500, SIZES = 4, SIZED_GAMES = 5000, INCIDENTS = 24 };

/* ---- more incidents: their entries, again under other ids ---- */

/* The entries of "incidents", from the first to the end of the last. */
static const char *find_incidents(const char *json, size_t *length)
{
    const char *first = strstr(json, "\n  \"incidents\": {");
    const char *last = first != NULL ? strstr(first, "\n  }") : NULL;
    if (last == NULL) {
        fprintf(stderr, "duel.json: no incidents\n");
        exit(2);
    }
    first += strlen("\n  \"incidents\": {");
    *length = (size_t)(last - first);
    return first;
}

/* Appends the entries with a letter before each id; returns the end. */
static char *put_copy(char *out, const char *entries, size_t length, int copy)
{
    static const char key[] = "\n    \"i";
    for (const char *at = entries; at < entries + length; at++) {
        *out++ = *at;
        if (strncmp(at, key, strlen(key)) == 0) {
            memcpy(out, key + 1, strlen(key) - 1);
            out += strlen(key) - 1;
            out[-1] = (char)('a' + copy);
            *out++ = 'i';
            at += strlen(key) - 1;
        }
    }
    return out;
}

static struct scenario *load_sized(const char *json, size_t length, int copies)
{
    size_t entries;
    const char *from = find_incidents(json, &entries);
    char *bytes = malloc(length + (size_t)copies * 2 * entries);
    if (bytes == NULL) {
        exit(4);
    }
    char *end = bytes + (from - json);
    memcpy(bytes, json, (size_t)(from - json));
    for (int i = 0; i < copies; i++) {
        end = put_copy(end, from, entries, i);
        *end = ',';
        end += i + 1 < copies;
    }
    const size_t rest = length - (size_t)(from - json) - entries;
    memcpy(end, from + entries, rest);
    struct findings findings = findings_init();
    struct scenario *sc =
        scenario_read("duel.json", bytes, (size_t)(end - bytes) + rest, &findings);
    if (sc == NULL || sc->incidents != copies * INCIDENTS) {
        findings_print_text(&findings, stderr);
        exit(2);
    }
    findings_clear(&findings);
    free(bytes);
    return sc;
}

/* ---- games ---- */

struct side {
    struct tally tally;
    uint64_t belief; /* a hash of all that was believed */
    double seconds[ROUNDS];
};

struct adding {
    const struct scenario *sc;
    struct tally *tally;
};

static void add(void *context, uint64_t game, const struct outcome *outcome)
{
    const struct adding *a = context;
    tally_add(a->tally, a->sc, game, outcome);
}

static void play_engine(const struct scenario *sc, const struct chair *random, int games, int round,
                        struct side *side)
{
    struct adding adding = { sc, &side->tally };
    struct bare_games all = { sc, random, 1, bare_games_batch(), add, &adding };
    const double start = bench_now(CLOCK_PROCESS_CPUTIME_ID);
    bare_games_play(&all, (uint64_t)(round * games), (uint64_t)games);
    side->seconds[round] = bench_now(CLOCK_PROCESS_CPUTIME_ID) - start;
    free(all.batch);
}

/* With a belief at every decision. */
static void think_engine(const struct scenario *sc, int games, int round, struct side *side)
{
    const double start = bench_now(CLOCK_PROCESS_CPUTIME_ID);
    for (int i = 0; i < games; i++) {
        const uint64_t game = (uint64_t)(round * games + i);
        struct outcome outcome;
        side->belief += believing_game(sc, 1, game, &outcome);
        tally_add(&side->tally, sc, game, &outcome);
    }
    side->seconds[round] = bench_now(CLOCK_PROCESS_CPUTIME_ID) - start;
}

static void play_twin(void (*play)(uint64_t seed, uint64_t game, struct duel_end *out), int games,
                      int round, struct side *side)
{
    const double start = bench_now(CLOCK_PROCESS_CPUTIME_ID);
    for (int i = 0; i < games; i++) {
        const uint64_t game = (uint64_t)(round * games + i);
        struct tally *t = &side->tally;
        struct duel_end end;
        play(1, game, &end);
        side->belief += end.belief;
        t->games++;
        t->decisions += (uint64_t)end.decisions;
        t->ending[end.ending]++;
        for (int party = 0; party < MAX_PARTIES; party++) {
            t->utility[party] += end.utility[party];
            t->squares[party] += (int64_t)end.utility[party] * end.utility[party];
        }
        t->hash += duel_hash(game, &end);
    }
    side->seconds[round] = bench_now(CLOCK_PROCESS_CPUTIME_ID) - start;
}

static double median_ratio(const struct side *a, const struct side *b)
{
    double ratio[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        ratio[i] = a->seconds[i] / b->seconds[i];
    }
    return bench_quantile(ratio, ROUNDS, 50);
}

static double decision_ns(const struct side *side)
{
    double seconds[ROUNDS];
    memcpy(seconds, side->seconds, sizeof seconds);
    const double decisions = (double)side->tally.decisions / ROUNDS;
    return 1e9 * bench_quantile(seconds, ROUNDS, 50) / decisions;
}

static void print_side(const char *title, const struct side *side, double ratio)
{
    const double decisions = (double)side->tally.decisions / (double)side->tally.games;
    const double ns = decision_ns(side);
    printf("%-26s %10.0f games/s %12.0f decisions/s  %5.1f a game  %6.1f ns a decision  %5.2f x\n",
           title, 1e9 / ns / decisions, 1e9 / ns, decisions, ns, ratio);
}

static bool print_endings(const struct scenario *sc, const struct side *engine,
                          const struct side *twin)
{
    printf("%-26s", "");
    for (int i = 0; i < sc->endings; i++) {
        printf(" %s %.1f%%", sc->ending[i].id,
               100.0 * (double)engine->tally.ending[i] / (double)engine->tally.games);
    }
    const bool same = memcmp(&engine->tally, &twin->tally, sizeof engine->tally) == 0 &&
                      engine->belief == twin->belief;
    printf("\n%-26s hash %016" PRIx64 " of %" PRIu64 " games: %s\n", "", engine->tally.hash,
           engine->tally.games, same ? "the same" : "NOT THE SAME");
    return same;
}

static void bench_sizes(const char *json, size_t length, const struct chair *random)
{
    struct scenario *sc[SIZES];
    static struct side side[SIZES];
    for (int i = 0; i < SIZES; i++) {
        sc[i] = load_sized(json, length, 1 << i);
    }
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < SIZES; i++) {
            play_engine(sc[i], random, SIZED_GAMES, round, &side[i]);
        }
    }
    for (int i = 0; i < SIZES; i++) {
        char title[40];
        snprintf(title, sizeof title, "with %d incidents", sc[i]->incidents);
        printf("%-26s %10.1f ns a decision %23.2f x\n", title, decision_ns(&side[i]),
               median_ratio(&side[i], &side[0]));
        scenario_free(sc[i]);
    }
}

bool bench_duel(const struct chair random[MAX_PARTIES])
{
    static struct side engine, twin, engine_thinks, twin_thinks;
    struct findings findings = findings_init();
    size_t length = 0;
    char *json = file_read(SOURCE_DIR "/tests/bench/duel.json", 1 << 20, &length, &findings);
    if (json == NULL) {
        findings_print_text(&findings, stderr);
        exit(2);
    }
    struct scenario *sc = load_sized(json, length, 1);
    for (int round = 0; round < ROUNDS; round++) {
        play_twin(duel_play, GAMES, round, &twin);
        play_engine(sc, random, GAMES, round, &engine);
        play_twin(duel_think, BELIEVING, round, &twin_thinks);
        think_engine(sc, BELIEVING, round, &engine_thinks);
    }
    printf("duel.json, random games, one thread, median of %d rounds in turn (goal: 1.5 x)\n",
           ROUNDS);
    print_side("written out in C", &twin, 1);
    print_side("read from JSON", &engine, median_ratio(&engine, &twin));
    bool same = print_endings(sc, &engine, &twin);
    printf("with a belief at every decision\n");
    print_side("written out in C", &twin_thinks, 1);
    print_side("read from JSON", &engine_thinks, median_ratio(&engine_thinks, &twin_thinks));
    same = print_endings(sc, &engine_thinks, &twin_thinks) && same;
    printf("by size (goal: 3 x)\n");
    bench_sizes(json, length, random);
    scenario_free(sc);
    free(json);
    return same;
}
