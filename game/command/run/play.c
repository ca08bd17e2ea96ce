/* play.c: the games of a run, several at a time. */
#define _POSIX_C_SOURCE 200809L

#include "command/run/play.h"

#include "command/given.h"
#include "command/jobs.h"
#include "command/out.h"
#include "command/run/ordered.h"
#include "command/run/part.h"
#include "command/run/result.h"
#include "command/run/rows.h"
#include "match/file_save.h"
#include "match/transcript.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What all workers share; each has sums of its own. */
struct table {
    const struct run *run;
    uint64_t first, end, each; /* games, and how many of them are a piece */
    struct sums *sums;
    struct ordered ordered;
};

/* ---- transcripts ---- */

/* The folder of a cell and what stands in it; malloc'ed or NULL. */
static char *place(const struct run *run, int cell, const char *name)
{
    const size_t room = strlen(run->transcripts) + strlen(name) + 40;
    char *path = malloc(room);
    if (path != NULL && run->factors > 0) {
        snprintf(path, room, "%s/cell-%d%s", run->transcripts, cell, name);
    } else if (path != NULL) {
        snprintf(path, room, "%s%s", run->transcripts, name);
    }
    return path;
}

/* Calls `write` with the path of something in the folder of a cell. */
static int put(const struct run *run, int cell, const char *name, const void *what,
               const char *(*write)(const void *what, const char *path, char *why, int size))
{
    char why[300];
    char *path = place(run, cell, name);
    if (path == NULL) {
        return out_of_memory();
    }
    const char *refusal = write(what, path, why, sizeof why);
    free(path);
    return refusal != NULL ? given_refusal(refusal, EXIT_MACHINE) : EXIT_FINE;
}

static const char *write_match(const void *match, const char *path, char *why, int size)
{
    return transcript_save(match, path, why, size);
}

static const char *write_text(const void *text, const char *path, char *why, int size)
{
    return file_save(path, text, strlen(text), why, size);
}

static int make_folder(const struct run *run, int cell)
{
    char *path = place(run, cell, "");
    const int code = path != NULL ? given_folder(path) : out_of_memory();
    free(path);
    return code;
}

/* Where the rules are not those of a file, they lie beside the games, so that these can be replayed. */
static int prepare_transcripts(const struct run *run)
{
    int code = run->transcripts != NULL ? given_folder(run->transcripts) : EXIT_FINE;
    for (int c = 0; run->transcripts != NULL && c < run->cells && code == EXIT_FINE; c++) {
        char name[80];
        snprintf(name, sizeof name, "/%s.json", run->sc->id);
        code = make_folder(run, c);
        if (code == EXIT_FINE && run->cell[c].text != NULL) {
            code = put(run, c, name, run->cell[c].text, write_text);
        }
    }
    return code;
}

static int save(const struct run *run, int cell, const struct match *m)
{
    char name[160];
    snprintf(name, sizeof name, "/%s-%" PRIu64 "-%" PRIu64 ".jsonl", run->sc->id, run->seed,
             match_game(m));
    return put(run, cell, name, m, write_match);
}

/* The same game as bare_game_play, written down. */
static int play_recorded(const struct run *run, int cell, uint64_t game, struct outcome *out)
{
    const struct cell *at = &run->cell[cell];
    struct match *m = match_new(at->sc, run->seed, game);
    if (m == NULL) {
        return out_of_memory();
    }
    const char *refusal = NULL;
    char *set = result_set(run, cell);
    const bool noted = set != NULL && match_change(m, set);
    free(set);
    if (!noted) {
        match_free(m);
        return out_of_memory();
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        match_seat(m, party, &at->chair[party].minister);
    }
    while (!match_over(m) && refusal == NULL) {
        refusal = match_play_minister(m);
    }
    int code = EXIT_BUG;
    if (refusal != NULL) {
        complain("backchannel: %s\n", refusal);
    } else {
        out->decisions = match_steps(m);
        out->end = *match_now(m);
        code = save(run, cell, m);
    }
    match_free(m);
    return code;
}

/* ---- games ---- */

/* Where both are asked for, a game is played twice: it is the same game. */
static int play_one(const struct run *run, struct sums *sums, int cell, uint64_t game,
                    struct outcome *out)
{
    const struct cell *at = &run->cell[cell];
    const int code = run->transcripts != NULL ? play_recorded(run, cell, game, out) : EXIT_FINE;
    if (code != EXIT_FINE) {
        return code;
    }
    if (sums->census != NULL) {
        census_play(&sums->census[cell], at->sc, at->chair, run->seed, game, out);
    } else if (run->transcripts == NULL) {
        bare_game_play(at->sc, at->chair, run->seed, game, out);
    }
    tally_add(&sums->tally[cell], at->sc, game, out);
    return EXIT_FINE;
}

/* The k-th game of every cell. */
static int play_round(const struct run *run, struct sums *sums, uint64_t k, struct buffer *text)
{
    struct outcome outcome, first;
    int code = EXIT_FINE;
    for (int cell = 0; cell < run->cells && code == EXIT_FINE; cell++) {
        const uint64_t game = run_game(run, cell, k);
        code = play_one(run, sums, cell, game, &outcome);
        if (code == EXIT_FINE) {
            rows_game(run, cell, game, &outcome, text);
        }
        if (code == EXIT_FINE && run->pair && run->cells > 1) {
            first = cell == 0 ? outcome : first;
            contrast_add(&sums->contrast[cell], run->cell[cell].sc, &outcome, &first);
        }
    }
    return code;
}

/* ---- games that are only added up ---- */

struct adding {
    struct tally *tally;
    const struct scenario *sc;
};

static void add_game(void *context, uint64_t game, const struct outcome *outcome)
{
    const struct adding *a = context;
    tally_add(a->tally, a->sc, game, outcome);
}

static bool is_added_up(const struct run *run)
{
    return !run->counts && !run->pair && run->transcripts == NULL && !run_has_rows(run);
}

static void add_piece(const struct run *run, struct sums *sums, uint64_t from, uint64_t to)
{
    struct batch *batch = bare_games_batch();
    for (int cell = 0; cell < run->cells; cell++) {
        const struct cell *at = &run->cell[cell];
        struct adding adding = { &sums->tally[cell], at->sc };
        const struct bare_games games = { at->sc, at->chair, run->seed, batch, add_game, &adding };
        bare_games_play(&games, run_game(run, cell, from), to - from);
    }
    free(batch);
}

static void play_piece(void *context, int worker, uint64_t piece)
{
    struct table *t = context;
    const uint64_t from = t->first + piece * t->each;
    const uint64_t to = t->end - from < t->each ? t->end : from + t->each;
    struct buffer text = buffer_init();
    if (!ordered_begin(&t->ordered, piece)) {
        return;
    }
    int code = EXIT_FINE;
    if (is_added_up(t->run)) {
        add_piece(t->run, &t->sums[worker], from, to);
    } else {
        for (uint64_t k = from; k < to && code == EXIT_FINE; k++) {
            code = play_round(t->run, &t->sums[worker], k, &text);
        }
    }
    ordered_end(&t->ordered, piece, &text, code);
}

/* ---- workers ---- */

/* A program may remember what it has seen: its games come one after the other. */
static bool one_by_one(const struct run *run)
{
    bool program = false;
    for (int i = 0; i < run->cells; i++) {
        for (int party = 0; party < MAX_PARTIES; party++) {
            program = program || run->cell[i].chair[party].minister.outside != NULL;
        }
    }
    return program;
}

/* Few enough pieces that sharing them out costs nothing, and enough that all have work to the end. */
static uint64_t piece_size(const struct run *run, uint64_t games, uint64_t workers)
{
    const uint64_t most = run_has_rows(run) ? 128 : 2048;
    const uint64_t fair = games / (workers * 64);
    return fair < 1 ? 1 : fair > most ? most : fair;
}

static int work(struct table *t, uint64_t workers)
{
    const uint64_t games = t->end - t->first;
    struct progress progress = progress_init(games * (uint64_t)t->run->cells, t->run->quiet);
    t->each = piece_size(t->run, games, workers);
    jobs_run(&(struct jobs){ (int)workers, (games + t->each - 1) / t->each, play_piece, t },
             &progress);
    for (uint64_t i = 1; i < workers; i++) {
        sums_join(&t->sums[0], &t->sums[i]);
    }
    return t->ordered.code;
}

static int play_all(struct table *t, const char *head, uint64_t workers)
{
    ordered_init(&t->ordered);
    t->ordered.digest = part_digest(t->ordered.digest, head, strlen(head));
    fputs(head, stdout);
    bool fine = true;
    for (uint64_t i = 0; i < workers; i++) {
        fine = sums_init(&t->sums[i], t->run->cells, t->run->counts) && fine;
    }
    const int code = fine ? work(t, workers) : out_of_memory();
    ordered_free(&t->ordered);
    return code;
}

int play_games(const struct run *run, const char *head, struct sums *sums, uint64_t *digest)
{
    struct table t = { .run = run };
    run_span(run, &t.first, &t.end);
    const uint64_t games = t.end - t.first;
    const uint64_t workers = one_by_one(run) ? 1 : run->jobs < games ? run->jobs : games;
    t.sums = calloc((size_t)workers, sizeof *t.sums);
    int code = t.sums != NULL ? prepare_transcripts(run) : out_of_memory();
    if (code == EXIT_FINE) {
        code = play_all(&t, head, workers);
        *digest = t.ordered.digest;
    }
    if (code == EXIT_FINE) {
        sums_join(sums, &t.sums[0]);
    }
    for (uint64_t i = 0; i < workers && t.sums != NULL; i++) {
        sums_free(&t.sums[i]);
    }
    free(t.sums);
    return code;
}
