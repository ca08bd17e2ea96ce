/* fuzz.c: what the harnesses share. */
#include "fuzz.h"

#include "content/scenario_load.h"
#include "core/batch/batch.h"
#include "core/move.h"
#include "core/rng.h"
#include "core/round.h"

#include <stdio.h>
#include <stdlib.h>

void fuzz_fail(const char *file, int line, const char *what)
{
    fprintf(stderr, "%s:%d: not so: %s\n", file, line, what);
    abort();
}

/* ---- scenarios ---- */

const char *fuzz_text(const char *path, size_t *length)
{
    static char text[64 << 10], whole[4096];
    static size_t size;
    if (size == 0) {
        snprintf(whole, sizeof whole, "%s%s", SOURCE_DIR, path);
        FILE *file = fopen(whole, "rb");
        FUZZ_MUST(file != NULL);
        size = fread(text, 1, sizeof text, file);
        FUZZ_MUST(size > 0 && size < sizeof text);
        fclose(file);
    }
    *length = size;
    return text;
}

const struct scenario *fuzz_small(void)
{
    static struct scenario *small;
    if (small == NULL) {
        struct findings findings = findings_init();
        size_t length;
        const char *text = fuzz_text("/tests/scenarios/small.json", &length);
        small = scenario_read("small.json", text, length, &findings);
        FUZZ_MUST(small != NULL);
        findings_clear(&findings);
    }
    return small;
}

/* ---- what is said, and play ---- */

void fuzz_print(struct findings *findings)
{
    static FILE *nowhere;
    if (nowhere == NULL) {
        nowhere = fopen("/dev/null", "w");
        FUZZ_MUST(nowhere != NULL);
    }
    FUZZ_MUST(findings_print_text(findings, nowhere));
    FUZZ_MUST(findings_print_json(findings, nowhere));
    findings_clear(findings);
}

void fuzz_games(const struct scenario *sc, int games)
{
    static struct ledger ledger;
    struct dice dice = { 2012 };
    for (int game = 0; game < games; game++) {
        struct state s;
        const uint64_t luck = rng_luck(dice_next(&dice), 0);
        round_start(sc, &s, luck, &ledger);
        for (int n = 0; !state_over(&s); n++) {
            int legal[MAX_LEGAL];
            const int count = move_legal(sc, &s, legal);
            FUZZ_MUST(count >= 1 && n < 1000);
            round_play(sc, &s, legal[dice_roll(&dice, count)], luck, &ledger);
        }
        FUZZ_MUST(state_ending(&s) >= 0 && state_ending(&s) < sc->endings);
    }
}

/* ---- side by side ---- */

/* Any of the legal moves. */
static int choose(void *who, const struct batch_decision *d)
{
    (void)who;
    return (d->lane * 7 + d->round * 5 + d->place * 3 + d->tries + d->side) % d->count;
}

/* The same games as fuzz_games plays, side by side, end the same. */
static void play_batch(const struct scenario *sc, const uint64_t luck[BATCH_GAMES],
                       const uint64_t hash[BATCH_GAMES])
{
    struct batch *batch = aligned_alloc(BATCH_ALIGN, batch_size());
    FUZZ_MUST(batch != NULL);
    batch_play(batch, sc, luck, BATCH_GAMES, choose, NULL);
    for (int i = 0; i < BATCH_GAMES; i++) {
        struct state end;
        batch_end(batch, i, &end);
        FUZZ_MUST(state_hash(sc, &end) == hash[i]);
    }
    free(batch);
}

static uint64_t play_one(const struct scenario *sc, uint64_t luck, int lane)
{
    static struct ledger ledger;
    struct state s;
    round_start(sc, &s, luck, &ledger);
    for (int n = 0; !state_over(&s); n++) {
        int legal[MAX_LEGAL];
        const struct beat *beat = &sc->beat[state_beat(sc, &s)];
        struct batch_decision d = { .lane = lane,
                                    .side = s.side,
                                    .round = state_round(&s),
                                    .place = s.place,
                                    .count = move_legal(sc, &s, legal) };
        FUZZ_MUST(d.count >= 1 && n < 1000);
        for (int i = beat->first_move; i < beat->first_move + beat->moves; i++) {
            d.tries += (s.again >> i & 1u) != 0;
        }
        round_play(sc, &s, legal[choose(NULL, &d)], luck, &ledger);
    }
    FUZZ_MUST(state_ending(&s) >= 0 && state_ending(&s) < sc->endings);
    return state_hash(sc, &s);
}

void fuzz_batches(const struct scenario *sc, int batches)
{
    struct dice dice = { 2012 };
    for (int n = 0; n < batches; n++) {
        uint64_t luck[BATCH_GAMES], hash[BATCH_GAMES];
        for (int i = 0; i < BATCH_GAMES; i++) {
            luck[i] = rng_luck(dice_next(&dice), 0);
            hash[i] = play_one(sc, luck[i], i);
        }
        play_batch(sc, luck, hash);
    }
}
