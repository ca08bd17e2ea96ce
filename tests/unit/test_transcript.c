/* test_transcript.c: what is written is read back the same; what is not so is named or refused. */
#define _POSIX_C_SOURCE 200809L

#include "support.h"

#include "core/move.h"
#include "match/file_save.h"
#include "match/save_place.h"
#include "match/transcript.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* 64 bytes, one more than a name may have. */
#define TOO_LONG "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

#define BRANCH(from) "\"branch\":{\"from\":" from ",\"hash\":\"00000000000000ff\"},"

static char folder[] = "/tmp/backchannel-transcript-XXXXXX";
static char file[100];

static int make_folder(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL) {
        return -1;
    }
    snprintf(file, sizeof file, "%s/game.jsonl", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(file);
    return rmdir(folder);
}

static void seat(struct match *m, int party, const char *name)
{
    struct minister minister;
    char why[200];
    assert_null(minister_find(name, &minister, why, sizeof why));
    match_seat(m, party, &minister);
}

/* A game of a person at the first chair, who makes the last legal move, with an undo in it. */
static struct match *recorded_match(int decisions)
{
    struct match *m = match_new(support_scenario("pentagon-2012"), 18446744073709551615u, 2);
    int legal[MAX_LEGAL];
    seat(m, 1, "tit-for-tat");
    for (int i = 0; i < decisions && !match_over(m); i++) {
        if (match_person_to_move(m)) {
            const int count = move_legal(match_scenario(m), match_now(m), legal);
            assert_null(match_play(m, legal[count - 1], "person"));
        } else {
            assert_null(match_play_minister(m));
        }
        if (i == 8) {
            assert_true(match_undo(m));
        }
    }
    return m;
}

static char *text_of(const struct match *m)
{
    char *text = transcript_write(m);
    assert_non_null(text);
    return text;
}

static void put(const char *text)
{
    char why[300];
    assert_null(file_save(file, text, strlen(text), why, sizeof why));
}

/* Reads `file`; expects a refusal or not. Returns the match, if any. */
static struct match *read_back(bool refused, struct divergence *divergence)
{
    struct match *m;
    struct findings findings = findings_init();
    char why[300];
    const char *refusal = transcript_read(file, support_scenario("pentagon-2012"), &m, divergence,
                                          &findings, why, sizeof why);
    assert_int_equal(refusal != NULL, refused);
    assert_int_equal(m == NULL, refused);
    findings_clear(&findings);
    return m;
}

/* Replaces the first `from` after the first `after`; both must be there. */
static char *replaced(const char *text, const char *after, const char *from, const char *to)
{
    const char *start = strstr(text, after);
    assert_non_null(start);
    const char *at = strstr(start, from);
    assert_non_null(at);
    const size_t room = strlen(text) + strlen(to) + 1;
    char *out = malloc(room);
    assert_non_null(out);
    snprintf(out, room, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    return out;
}

/* A changed copy of a good transcript is read and diverges. */
static void expect_divergence(const char *after, const char *from, const char *to, int number,
                              const char *field)
{
    struct match *m = recorded_match(30);
    char *text = text_of(m), *changed = replaced(text, after, from, to);
    put(changed);
    struct divergence divergence;
    struct match *again = read_back(false, &divergence);
    assert_true(divergence.found);
    assert_int_equal(divergence.number, number);
    assert_string_equal(divergence.field, field);
    match_free(again);
    match_free(m);
    free(text);
    free(changed);
}

static void expect_refusal(const char *after, const char *from, const char *to)
{
    struct match *m = recorded_match(30);
    char *text = text_of(m), *changed = replaced(text, after, from, to);
    put(changed);
    struct divergence divergence;
    read_back(true, &divergence);
    match_free(m);
    free(text);
    free(changed);
}

static void expect_same_after_reading(int decisions)
{
    struct match *m = recorded_match(decisions);
    char *text = text_of(m);
    put(text);
    struct divergence divergence;
    struct match *again = read_back(false, &divergence);
    assert_false(divergence.found);
    char *text_again = text_of(again);
    assert_string_equal(text_again, text);
    assert_int_equal(match_hash(again), match_hash(m));
    assert_string_equal(match_seat_name(again, 1), "tit-for-tat");
    free(text);
    free(text_again);
    match_free(m);
    match_free(again);
}

static void what_is_written_is_read_back_the_same(void **state)
{
    (void)state;
    expect_same_after_reading(0);
    expect_same_after_reading(1);
    expect_same_after_reading(20);
    expect_same_after_reading(1000);
}

static void a_game_read_back_goes_on_as_it_would_have(void **state)
{
    (void)state;
    struct match *m = recorded_match(20);
    struct divergence divergence;
    char why[300];
    assert_null(transcript_save(m, file, why, sizeof why));
    struct match *again = read_back(false, &divergence);
    seat(m, 0, "random");
    seat(again, 0, "random");
    while (!match_over(m)) {
        assert_null(match_play_minister(m));
        assert_null(match_play_minister(again));
    }
    assert_true(match_over(again));
    assert_int_equal(match_hash(again), match_hash(m));
    match_free(m);
    match_free(again);
}

static void the_first_line_says_which_game_it_is(void **state)
{
    (void)state;
    struct match *m = recorded_match(3);
    struct transcript_head head;
    struct findings findings = findings_init();
    char why[300];
    assert_null(transcript_save(m, file, why, sizeof why));
    assert_null(transcript_head(file, &head, &findings, why, sizeof why));
    assert_string_equal(head.scenario, "pentagon-2012");
    assert_int_equal(head.scenario_hash, match_scenario(m)->hash);
    assert_true(head.seed == 18446744073709551615u);
    assert_int_equal(head.game, 2);
    findings_clear(&findings);
    match_free(m);
}

static void the_first_difference_is_named(void **state)
{
    (void)state;
    expect_divergence("\"n\":3,", "\"hash\":\"", "\"hash\":\"0", 3, "hash");
    expect_divergence("\"n\":4,", "\"meters\":{\"trust\":", "\"meters\":{\"trust\":1", 4,
                      "meters.trust");
    expect_divergence("\"n\":5,", "\"round\":", "\"round\":1", 5, "round");
    expect_divergence("\"n\":2,", "\"party\":\"", "\"party\":\"x", 2, "party");
    expect_divergence("\"n\":2,", "\"beat\":\"", "\"beat\":\"x", 2, "beat");
    expect_divergence("\"t\":\"game\"", "\"meters\":{\"trust\":", "\"meters\":{\"trust\":1", 0,
                      "meters.trust");
    expect_divergence("\"n\":2,", "\"round\":", "\"raund\":", 2, "round");
    expect_divergence("\"n\":2,", "\"beat\":", "\"more\":1,\"beat\":", 2, "more");
    expect_divergence("\"n\":2,", "\"round\":", "\"round\":\"one\",\"more\":", 2, "round");
    expect_divergence("\"n\":2,", "\"move\":\"", "\"move\":\"none\",\"x\":\"", 2, "move");
    expect_divergence("\"n\":1,", "\"because\":[", "\"because\":[7,", 1, "because[0]");
    expect_divergence("\"n\":1,", "\"because\":[", "\"because\":[],\"more\":[", 1, "because[0]");
    expect_divergence("\"n\":1,", "\"because\":[", "\"because\":{},\"more\":[", 1, "because");
    expect_divergence("\"n\":1,", "\"rule\":\"", "\"rule\":\"x", 1, "because[0].rule");
}

static void what_is_damaged_or_foreign_is_refused(void **state)
{
    (void)state;
    expect_refusal("\"t\":\"game\"", "\"format\":1", "\"format\":2");
    expect_refusal("\"t\":\"game\"", "\"engine\":", "\"engine\":99");
    expect_refusal("\"t\":\"game\"", "\"scenario_hash\":\"", "\"scenario_hash\":\"0");
    expect_refusal("\"t\":\"game\"", "\"t\":\"game\"", "\"t\":\"move\"");
    expect_refusal("\"t\":\"game\"", "\"seed\":", "\"seed\":-");
    expect_refusal("\"t\":\"game\"", "\"scenario\":\"", "\"scenario\":\"../");
    expect_refusal("\"t\":\"game\"", "\"us\":\"", "\"us\":\"" TOO_LONG);
    expect_refusal("\"n\":2,", "\"by\":\"", "\"by\":\"" TOO_LONG);
    expect_refusal("\"n\":2,", "\"move\":\"", "\"move\":\"no-such-");
    expect_refusal("\"n\":2,", "\"move\":\"", "\"move\":7,\"x\":\"");
    expect_refusal("\"n\":2,", "{", "[");
    expect_refusal("\"t\":\"undo\"", "\"to\":", "\"to\":9");
    expect_refusal("\"n\":3,", "\"by\":", "\"bye\":");
    expect_refusal("\"t\":\"game\"", "\"seats\":", "\"seats\":7,\"x\":");
    expect_refusal("\"t\":\"game\"", "\"seats\":", "\"branch\":7,\"seats\":");
    expect_refusal("\"t\":\"game\"", "\"seats\":", "\"branch\":{},\"seats\":");
    expect_refusal("\"t\":\"game\"", "\"seats\":", BRANCH("0") "\"seats\":");
    expect_refusal("\"t\":\"game\"", "\"seats\":", BRANCH("18446744073709551615") "\"seats\":");
    expect_refusal("\"t\":\"undo\"", "\"to\":", "\"to\":0,\"x\":");
    expect_refusal("\"t\":\"undo\"", "\"to\":", "\"to\":\"1\",\"x\":");
    expect_refusal("\"n\":1,", "\n{\"t\":\"move\"", "\n{\"t\":\"unheard-of\"");
    expect_refusal("\"n\":1,", "\n{\"t\":\"move\"", "\n{\"t\":7");
}

/* Whatever stands for the last line of a whole game, or behind it. */
static void expect_at_end(const char *line, bool kept, bool refused, const char *field)
{
    struct match *m = recorded_match(1000);
    char *text = text_of(m);
    char *end = strstr(text, "{\"t\":\"end\"");
    assert_non_null(end);
    const size_t room = strlen(text) + strlen(line) + 1;
    char *changed = malloc(room);
    assert_non_null(changed);
    snprintf(changed, room, "%.*s%s", (int)(kept ? strlen(text) : (size_t)(end - text)), text,
             line);
    put(changed);
    struct divergence divergence = { .found = false };
    struct match *again = read_back(refused, &divergence);
    if (!refused) {
        assert_true(divergence.found);
        assert_string_equal(divergence.field, field);
    }
    match_free(again);
    match_free(m);
    free(changed);
    free(text);
}

static void an_end_that_is_none_is_told(void **state)
{
    (void)state;
    static const char another[] = "{\"t\":\"move\",\"move\":\"ask\",\"by\":\"person\"}\n";
    expect_at_end(another, false, false, "t");
    expect_at_end(another, true, true, NULL);
    expect_at_end("{\"t\":\"end\"}\n", false, false, "ending");
    struct match *m = recorded_match(3);
    char *text = text_of(m), ended[] = "{\"t\":\"end\"}\n";
    char *changed = malloc(strlen(text) + sizeof ended);
    assert_non_null(changed);
    sprintf(changed, "%s%s", text, ended);
    put(changed);
    struct divergence divergence;
    struct match *again = read_back(false, &divergence);
    assert_true(divergence.found);
    assert_string_equal(divergence.field, "t");
    match_free(again);
    match_free(m);
    free(changed);
    free(text);
}

/* Every way to cut a short transcript off is refused, but for the ends of lines of a game that is
 * not over: those are shorter games, of as many decisions as lines are left. */
static void a_cut_transcript_is_refused(void **state)
{
    (void)state;
    struct match *m = recorded_match(2);
    char *text = text_of(m);
    struct divergence divergence;
    int lines = 0;
    for (size_t length = 1; text[length - 1] != '\0'; length++) {
        const char last = text[length];
        text[length] = '\0';
        put(text);
        const bool line_end = text[length - 1] == '\n';
        struct match *again = read_back(!line_end, &divergence);
        lines += line_end;
        if (line_end) {
            assert_false(divergence.found);
            assert_int_equal(match_steps(again), lines - 1);
        }
        match_free(again);
        text[length] = last;
    }
    assert_int_equal(lines, 3);
    free(text);
    match_free(m);
}

static void a_finished_game_needs_its_last_line(void **state)
{
    (void)state;
    struct match *m = recorded_match(1000);
    char *text = text_of(m);
    struct divergence divergence;
    char *end = strstr(text, "{\"t\":\"end\"");
    assert_non_null(end);
    *end = '\0';
    put(text);
    read_back(true, &divergence);
    free(text);
    match_free(m);
}

static void saving_replaces_the_whole_file_or_nothing(void **state)
{
    (void)state;
    char why[300], content[20] = "";
    assert_null(file_save(file, "old old", 7, why, sizeof why));
    assert_null(file_save(file, "new", 3, why, sizeof why));
    FILE *f = fopen(file, "r");
    assert_non_null(f);
    assert_non_null(fgets(content, sizeof content, f));
    fclose(f);
    assert_string_equal(content, "new");
    struct stat status;
    assert_int_equal(stat(file, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_non_null(file_save("/no/such/folder/x", "x", 1, why, sizeof why));
}

/* Whatever can be the name of a file can be the name of a save. */
static void the_longest_name_can_be_saved_under(void **state)
{
    (void)state;
    char why[300], path[400];
    snprintf(path, sizeof path, "%s/%0255d", folder, 7);
    assert_null(file_save(path, "x", 1, why, sizeof why));
    assert_int_equal(unlink(path), 0);
    snprintf(path, sizeof path, "%s/%0256d", folder, 7);
    assert_non_null(file_save(path, "x", 1, why, sizeof why));
}

static void only_ordinary_files_are_replaced(void **state)
{
    (void)state;
    char why[300];
    struct stat before, after;
    unlink(file);
    assert_int_equal(mkfifo(file, 0600), 0);
    const char *const paths[] = { folder, file, "/dev/null" };
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        assert_int_equal(lstat(paths[i], &before), 0);
        const char *refusal = file_save(paths[i], "x", 1, why, sizeof why);
        assert_non_null(refusal);
        assert_non_null(strstr(refusal, "not an ordinary file"));
        assert_int_equal(lstat(paths[i], &after), 0);
        assert_true(before.st_ino == after.st_ino && before.st_mode == after.st_mode);
    }
    unlink(file);
}

static void a_link_is_refused(void **state)
{
    (void)state;
    char why[300], other[120];
    snprintf(other, sizeof other, "%s/other", folder);
    assert_null(file_save(other, "mine", 4, why, sizeof why));
    unlink(file);
    assert_int_equal(symlink(other, file), 0);
    assert_non_null(file_save(file, "longer", 6, why, sizeof why));
    struct stat status;
    assert_int_equal(stat(other, &status), 0);
    assert_int_equal(status.st_size, 4);
    assert_int_equal(lstat(file, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    unlink(other);
    unlink(file);
}

/* More games than one a second has room for without counting. */
static void no_usual_place_is_given_twice(void **state)
{
    (void)state;
    enum { PLACES = 320 };
    char *place[PLACES], why[300];
    assert_int_equal(setenv("XDG_DATA_HOME", folder, 1), 0);
    for (int i = 0; i < PLACES; i++) {
        struct stat status;
        place[i] = save_place("small");
        assert_non_null(place[i]);
        assert_int_equal(lstat(place[i], &status), -1);
        assert_null(file_save(place[i], "x", 1, why, sizeof why));
    }
    for (int i = 0; i < PLACES; i++) {
        assert_int_equal(unlink(place[i]), 0);
        free(place[i]);
    }
    char saves[100];
    snprintf(saves, sizeof saves, "%s/backchannel", folder);
    assert_int_equal(rmdir(saves), 0);
}

static void a_game_is_not_saved_over_something_else(void **state)
{
    (void)state;
    char why[300];
    unlink(file);
    assert_null(transcript_place(file, why, sizeof why));
    put("");
    assert_null(transcript_place(file, why, sizeof why));
    struct match *m = recorded_match(2);
    assert_null(transcript_save(m, file, why, sizeof why));
    assert_null(transcript_place(file, why, sizeof why));
    match_free(m);
    static const char *const others[] = { "notes\n", "{\"t\":\"move\"}\n", "\n", "{}" };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        put(others[i]);
        assert_non_null(transcript_place(file, why, sizeof why));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_back_the_same),
        cmocka_unit_test(a_game_read_back_goes_on_as_it_would_have),
        cmocka_unit_test(the_first_line_says_which_game_it_is),
        cmocka_unit_test(the_first_difference_is_named),
        cmocka_unit_test(what_is_damaged_or_foreign_is_refused),
        cmocka_unit_test(a_cut_transcript_is_refused),
        cmocka_unit_test(a_finished_game_needs_its_last_line),
        cmocka_unit_test(an_end_that_is_none_is_told),
        cmocka_unit_test(saving_replaces_the_whole_file_or_nothing),
        cmocka_unit_test(the_longest_name_can_be_saved_under),
        cmocka_unit_test(only_ordinary_files_are_replaced),
        cmocka_unit_test(a_link_is_refused),
        cmocka_unit_test(no_usual_place_is_given_twice),
        cmocka_unit_test(a_game_is_not_saved_over_something_else),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
