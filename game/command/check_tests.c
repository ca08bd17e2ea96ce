/* check_tests.c: the tests of a scenario, one after the other. */
#include "command/check_tests.h"

#include "command/given.h"
#include "command/out.h"
#include "command/test_play.h"
#include "match/file_save.h"
#include "match/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLACE_SIZE = 4096 };

struct check_tests check_tests_init(void)
{
    struct check_tests t = { .again = buffer_init(), .results = json_writer_init() };
    json_write_begin_object(&t.results);
    json_write_key(&t.results, "tests");
    json_write_begin_array(&t.results);
    return t;
}

void check_tests_clear(struct check_tests *t)
{
    free(buffer_finish(&t->again));
    free(buffer_finish(&t->results.out)); /* it may still be open */
}

/* ---- where games are written down ---- */

/* DIR/SCENARIO.TEST.END */
static void place(const char *folder, const struct scenario_test *test, const char *end,
                  char out[PLACE_SIZE])
{
    snprintf(out, PLACE_SIZE, "%s/%s.%s.%s", folder, test->sc->id, test->value->key, end);
}

static int refuse(const char *refusal)
{
    complain("backchannel: %s\n", refusal);
    return EXIT_MACHINE;
}

/* The game, and the scenario if it is one that was changed for it. */
static int write_down(const struct check_tests *t, const struct scenario_test *test,
                      const struct match *m)
{
    char path[PLACE_SIZE], why[300];
    place(t->transcripts, test, "jsonl", path);
    const char *refusal = transcript_save(m, path, why, sizeof why);
    if (refusal == NULL && test->changed != NULL) {
        place(t->transcripts, test, "json", path);
        refusal = file_save(path, test->changed, strlen(test->changed), why, sizeof why);
    }
    return refusal == NULL ? EXIT_FINE : refuse(refusal);
}

/* The command that plays the game of a test again. */
static char *how_to_replay(const struct check_tests *t, const struct scenario_test *test,
                           const char *path)
{
    const char *folder = t->transcripts != NULL ? t->transcripts : "games";
    char game[PLACE_SIZE], changed[PLACE_SIZE];
    struct buffer out = buffer_init();
    place(folder, test, "jsonl", game);
    place(folder, test, "json", changed);
    if (t->transcripts == NULL) {
        buffer_add_string(&out, "backchannel check --tests --transcripts games ");
        buffer_add_string(&out, path);
        buffer_add_string(&out, "; ");
    }
    buffer_add_string(&out, "backchannel explain ");
    buffer_add_string(&out, game);
    buffer_add_string(&out, " --scenario ");
    buffer_add_string(&out, test->changed != NULL ? changed : path);
    return buffer_finish(&out);
}

/* ---- what came of it ---- */

static void write_game(struct json_writer *w, const struct match *m)
{
    const struct scenario *sc = match_scenario(m);
    json_write_key(w, "seed");
    json_write_uint64(w, match_seed(m));
    json_write_key(w, "game");
    json_write_uint64(w, match_game(m));
    json_put_int64(w, "rounds", state_round(match_now(m)));
    json_put_int64(w, "decisions", match_steps(m));
    json_put_string(w, "ending", match_over(m) ? sc->ending[match_ending(m)].id : NULL);
}

static void write_result(struct check_tests *t, const struct scenario_test *test, const char *path,
                         const struct test_result *result, const char *replay)
{
    struct json_writer *w = &t->results;
    json_write_begin_object(w);
    json_put_string(w, "scenario", path);
    json_put_string(w, "id", test->value->key);
    json_put_bool(w, "passed", result->passed);
    if (result->m != NULL) {
        write_game(w, result->m);
    }
    json_put_string(w, "replay", replay);
    json_write_end_object(w);
}

static bool count(struct check_tests *t, const struct scenario_test *test, const char *path,
                  const struct test_result *result)
{
    const bool played = result->m != NULL && match_steps(result->m) > 0;
    char *replay = played ? how_to_replay(t, test, path) : NULL;
    const bool fine = replay != NULL || !played;
    t->played++;
    t->failed += !result->passed;
    write_result(t, test, path, result, replay);
    if (replay != NULL && !result->passed) {
        buffer_add_string(&t->again, replay);
        buffer_add_string(&t->again, "\n");
    }
    free(replay);
    return fine;
}

static int play_one(struct check_tests *t, const struct scenario_test *test, const char *path,
                    struct findings *findings)
{
    struct test_result result;
    int code = EXIT_FINE;
    if (!test_play(test, findings, &result) || !count(t, test, path, &result)) {
        code = out_of_memory();
    } else if (t->transcripts != NULL && result.m != NULL) {
        code = write_down(t, test, result.m);
    }
    match_free(result.m);
    return code;
}

int check_tests_run(struct check_tests *t, const char *path, const char *tests,
                    struct findings *findings)
{
    struct scenario_tests all;
    int code = t->transcripts != NULL ? given_folder(t->transcripts) : EXIT_FINE;
    const bool sound = scenario_tests_read(path, tests, findings, &all);
    for (int i = 0; i < all.count && sound && code == EXIT_FINE; i++) {
        code = play_one(t, &all.test[i], path, findings);
    }
    scenario_tests_clear(&all);
    return code;
}

void check_tests_say(struct check_tests *t)
{
    char *again = buffer_finish(&t->again);
    complain(_("tests: %d, failed: %d\n"), t->played, t->failed);
    if (again != NULL && again[0] != '\0') {
        say(_("to see the game:\n%s"), again);
    }
    free(again);
}

bool check_tests_print(struct check_tests *t, const struct findings *findings)
{
    json_write_end_array(&t->results);
    findings_write(findings, &t->results);
    json_write_end_object(&t->results);
    char *line = json_writer_finish(&t->results);
    if (line != NULL) {
        puts(line);
    }
    free(line);
    return line != NULL;
}
