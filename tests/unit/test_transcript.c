/* test_transcript.c: what is written is read back the same; what is not so is named or refused. */
#define _POSIX_C_SOURCE 200809L

#include "support.h"

#include "core/move.h"
#include "match/file_save.h"
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
    expect_divergence("\"n\":1,", "\"rule\":\"", "\"rule\":\"x", 1, "because[0].rule");
}

static void what_is_damaged_or_foreign_is_refused(void **state)
{
    (void)state;
    expect_refusal("\"t\":\"game\"", "\"format\":1", "\"format\":2");
    expect_refusal("\"t\":\"game\"", "\"engine\":1", "\"engine\":99");
    expect_refusal("\"t\":\"game\"", "\"scenario_hash\":\"", "\"scenario_hash\":\"0");
    expect_refusal("\"t\":\"game\"", "\"t\":\"game\"", "\"t\":\"move\"");
    expect_refusal("\"t\":\"game\"", "\"seed\":", "\"seed\":-");
    expect_refusal("\"n\":2,", "\"move\":\"", "\"move\":\"no-such-");
    expect_refusal("\"n\":2,", "\"move\":\"", "\"move\":7,\"x\":\"");
    expect_refusal("\"n\":2,", "{", "[");
    expect_refusal("\"t\":\"undo\"", "\"to\":", "\"to\":9");
    expect_refusal("\"n\":3,", "\"by\":", "\"bye\":");
}

/* Every way to cut a short transcript off is refused, but for the ends of lines of a game that is
 * not over: those are shorter games. */
static void a_cut_transcript_is_refused(void **state)
{
    (void)state;
    struct match *m = recorded_match(2);
    char *text = text_of(m);
    struct divergence divergence;
    for (size_t length = 1; length < strlen(text); length += 7) {
        const char last = text[length];
        text[length] = '\0';
        put(text);
        const bool line_end = text[length - 1] == '\n';
        match_free(read_back(!line_end, &divergence));
        text[length] = last;
    }
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
    assert_non_null(file_save(folder, "x", 1, why, sizeof why));
    assert_non_null(file_save("/no/such/folder/x", "x", 1, why, sizeof why));
}

static void saving_does_not_write_through_a_link(void **state)
{
    (void)state;
    char why[300], other[120];
    snprintf(other, sizeof other, "%s/other", folder);
    assert_null(file_save(other, "mine", 4, why, sizeof why));
    unlink(file);
    assert_int_equal(symlink(other, file), 0);
    assert_null(file_save(file, "longer", 6, why, sizeof why));
    struct stat status;
    assert_int_equal(stat(other, &status), 0);
    assert_int_equal(status.st_size, 4);
    assert_int_equal(lstat(file, &status), 0);
    assert_true(S_ISREG(status.st_mode));
    unlink(other);
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
        cmocka_unit_test(saving_replaces_the_whole_file_or_nothing),
        cmocka_unit_test(saving_does_not_write_through_a_link),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
