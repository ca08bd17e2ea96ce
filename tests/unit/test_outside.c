/* Programs as ministers: what they are told, what they may answer, and that they leave nothing. */
#define _POSIX_C_SOURCE 200809L

#include "core/move.h"
#include "json/json.h"
#include "match/fault.h"
#include "match/match.h"
#include "minister/outside.h"
#include "minister/outside_process.h"
#include "minister/outside_words.h"
#include "programs.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A minister that chooses the first legal move, and writes down what it is told: type by type. */
static const char first_move[] =
    "while read -r line; do\n"
    "    type=${line#'{\"t\":\"'}; type=${type%%\\\"*}; echo \"$type\" >>\"$0.told\"\n"
    "    case $type in\n"
    "    hello) echo '{\"t\":\"ready\"}' ;;\n"
    "    decide) id=${line#*'\"id\":'}; move=${line#*'\"legal\":[{\"move\":\"'}\n"
    "        echo '{\"t\":\"move\",\"id\":'\"${id%%,*}\"',\"move\":\"'\"${move%%\\\"*}\"'\"}' ;;\n"
    "    quit) exit ;;\n"
    "    esac\n"
    "done";

static const struct outside_limits patient = { .init_ms = PROGRAMS_SOON,
                                               .move_ms = PROGRAMS_SOON,
                                               .quit_ms = PROGRAMS_SOON };

static struct minister start(const char *path, const struct outside_limits *limits)
{
    struct minister minister;
    char why[200];
    assert_null(minister_find(path, &minister, why, sizeof why));
    assert_null(outside_start(&minister, limits, why, sizeof why));
    assert_non_null(minister.outside);
    return minister;
}

/* ---- what can be started ---- */

static void what_is_no_program_is_refused(void **state)
{
    (void)state;
    char why[200], name[600];
    struct minister minister;
    programs_file("no-program", "hello", 0644);
    programs_file("no-format", "hello", 0755);
    programs_file("no-interpreter", "#!/nowhere/at/all\n", 0755);
    assert_non_null(minister_find("./missing", &minister, why, sizeof why));
    assert_non_null(strstr(why, "No such file"));
    assert_non_null(minister_find("./no-program", &minister, why, sizeof why));
    assert_non_null(strstr(why, "Permission denied"));
    assert_non_null(minister_find("/", &minister, why, sizeof why));
    assert_non_null(strstr(why, "no program"));
    memset(name, '/', sizeof name);
    name[sizeof name - 1] = '\0';
    assert_non_null(minister_find(name, &minister, why, sizeof why));
    assert_non_null(strstr(why, "at most 255 bytes"));
    static const char *const unfit[] = { "./no-format", "./no-interpreter" };
    for (int i = 0; i < 2; i++) {
        assert_null(minister_find(unfit[i], &minister, why, sizeof why));
        assert_non_null(outside_start(&minister, &patient, why, sizeof why));
        assert_non_null(strstr(why, "cannot be started"));
        assert_null(minister.outside);
    }
}

static void limits_come_from_the_environment(void **state)
{
    (void)state;
    unsetenv("BACKCHANNEL_BOT_LOG");
    setenv("BACKCHANNEL_BOT_INIT_MS", "120", 1);
    setenv("BACKCHANNEL_BOT_MOVE_MS", "12x", 1);
    struct outside_limits limits = outside_limits();
    assert_int_equal(limits.init_ms, 120);
    assert_int_equal(limits.move_ms, 2000);
    assert_null(limits.log);
    setenv("BACKCHANNEL_BOT_LOG", "log", 1);
    setenv("BACKCHANNEL_BOT_MOVE_MS", "999999999999", 1);
    assert_int_equal(outside_limits().move_ms, 2000);
    setenv("BACKCHANNEL_BOT_MOVE_MS", "0", 1);
    limits = outside_limits();
    assert_int_equal(limits.move_ms, 2000);
    assert_string_equal(limits.log, "log");
    setenv("BACKCHANNEL_BOT_LOG", "", 1);
    assert_null(outside_limits().log);
    unsetenv("BACKCHANNEL_BOT_INIT_MS");
    unsetenv("BACKCHANNEL_BOT_MOVE_MS");
    unsetenv("BACKCHANNEL_BOT_LOG");
    assert_int_equal(outside_limits().init_ms, 5000);
}

/* ---- answers ---- */

static enum words_kind kind_of(const char *line)
{
    struct words_answer answer;
    words_read(line, strlen(line), &answer);
    assert_true((answer.kind == WORDS_WRONG) == (answer.why[0] != '\0'));
    return answer.kind;
}

static void answers_are_read(void **state)
{
    (void)state;
    struct words_answer answer;
    static const char move[] = " {\"id\":17, \"x\":[1],\"move\":\"a+b\",\"t\":\"move\"}\r";
    words_read(move, strlen(move), &answer);
    assert_int_equal(answer.kind, WORDS_MOVE);
    assert_int_equal(answer.id, 17);
    assert_string_equal(answer.move, "a+b");
    assert_int_equal(kind_of("{\"t\":\"ready\",\"name\":null}"), WORDS_READY);
    static const char *const passed[] = { "", " \r", "{\"t\":\"log\",\"text\":\"x\"}",
                                          "{\"t\":\"hmm\"}" };
    for (size_t i = 0; i < sizeof passed / sizeof *passed; i++) {
        assert_int_equal(kind_of(passed[i]), WORDS_PASSED);
    }
    static const char *const wrongs[] = {
        "move",
        "{",
        "[]",
        "1",
        "null",
        "{}",
        "{\"t\":null}",
        "{\"t\":\"move\"}",
        "{\"t\":\"move\",\"id\":1}",
        "{\"t\":\"move\",\"id\":\"1\",\"move\":\"a\"}",
        "{\"t\":\"move\",\"id\":1.5,\"move\":\"a\"}",
        "{\"t\":\"move\",\"id\":1,\"move\":null}",
        "{\"t\":\"move\",\"id\":1,\"move\":\"a\",\"id\":1}",
        "{\"t\":\"move\",\"id\":1,\"move\":\"a\"}}",
    };
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
        assert_int_equal(kind_of(wrongs[i]), WORDS_WRONG);
    }
}

/* ---- messages ---- */

/* A random position of a scenario with a decision due. */
static void random_position(const struct scenario *sc, int n, struct state *s)
{
    do {
        support_random_state(sc, rng_luck(5, (uint64_t)n), n % 40, s);
        n += 1000;
    } while (state_over(s));
}

static char *question(const struct scenario *sc, const struct state *s)
{
    struct view view;
    view_of(sc, s, s->side, &view);
    return words_decide(sc, &view, NULL, 1, 2000);
}

static const struct json_value *parse(const char *line, struct json_document **document)
{
    struct findings findings = findings_init();
    *document = json_read("message", line, strlen(line), &findings);
    assert_non_null(*document);
    assert_int_equal(findings.errors, 0);
    findings_clear(&findings);
    return json_root(*document);
}

/* Every legal move is offered, once, in order, and can be named back. */
static void check_legal(const struct scenario *sc, const struct state *s,
                        const struct json_value *message)
{
    int moves[MAX_LEGAL], at = 0, defaults = 0;
    const int count = move_legal(sc, s, moves);
    const struct json_value *legal = json_member(message, "legal");
    assert_int_equal(legal->count, count);
    for (const struct json_value *one = legal->first; one != NULL; one = one->next) {
        const char *name = json_member(one, "move")->string;
        assert_int_equal(move_parse(sc, state_beat(sc, s), name), moves[at]);
        defaults += json_member(one, "default") != NULL;
        at++;
    }
    assert_int_equal(defaults, 1);
}

static void a_question_holds_all_its_side_may_know(void **state)
{
    (void)state;
    const struct scenario *sc = support_scenario("pentagon-2012");
    for (int n = 0; n < 300; n++) {
        struct state s;
        struct json_document *document;
        random_position(sc, n, &s);
        char *line = question(sc, &s);
        const struct json_value *message = parse(line, &document);
        const struct json_value *obs = json_member(message, "obs");
        const struct json_value *meters = json_member(obs, "meters");
        check_legal(sc, &s, message);
        for (int slot = SLOT_FIRST_METER; slot < sc->slots; slot++) {
            char name[OUTSIDE_NAME];
            if (sc->slot_meter[slot] == NONE || !words_slot_name(sc, slot, name, sizeof name)) {
                continue;
            }
            const struct json_value *value = json_member(meters, name);
            assert_true((value != NULL) == view_sees_slot(sc, s.side, slot));
            assert_true(value == NULL || value->integer == s.slot[slot]);
        }
        const bool incident = sc->round_kind[s.slot[SLOT_CALENDAR]].incident;
        assert_int_equal(json_member(obs, "cases")->count, s.cases - incident);
        json_free(document);
        free(line);
    }
}

/* Whatever is hidden is another, and not a byte of the question changes. */
static void a_question_holds_nothing_hidden(void **state)
{
    (void)state;
    const struct scenario *sc = support_scenario("pentagon-2012");
    int moved = 0;
    for (int n = 0; n < 300; n++) {
        struct state s, other;
        random_position(sc, n, &s);
        other = s;
        for (int slot = 0; slot < sc->slots; slot++) {
            if (!view_sees_slot(sc, s.side, slot)) {
                other.slot[slot]++;
            }
        }
        for (int i = 0; i < s.cases; i++) {
            for (int field = 0; field < FIELD_COUNT; field++) {
                if (field < FIELD_SEEN && !view_sees_field(sc, &s.file[i], s.side, field)) {
                    other.file[i].field[field]++;
                }
            }
        }
        moved += memcmp(&s, &other, sizeof s) != 0;
        char *line = question(sc, &s), *same = question(sc, &other);
        assert_string_equal(line, same);
        free(line);
        free(same);
    }
    assert_int_equal(moved, 300);
}

static int count(const char *text, const char *what)
{
    int n = 0;
    for (const char *at = text; (at = strstr(at, what)) != NULL; at++) {
        n++;
    }
    return n;
}

/* Every element of the rules is there, and every number and id in it has its name. */
static void the_rules_are_told_whole(void **state)
{
    (void)state;
    static const char *const names[] = { "pentagon-2012", "neighbours", "tests/small" };
    for (int i = 0; i < 3; i++) {
        const struct scenario *sc = support_scenario(names[i]);
        struct state s;
        struct view view;
        struct json_document *document;
        support_random_state(sc, 1, 0, &s);
        view_of(sc, &s, s.side, &view);
        char *line = words_start(sc, &view, 1);
        const struct json_value *rules = json_member(parse(line, &document), "scenario");
        assert_int_equal(json_member(rules, "moves")->count, sc->moves);
        assert_int_equal(json_member(rules, "meters")->count, sc->meters);
        assert_int_equal(json_member(rules, "incidents")->count, sc->incidents);
        assert_int_equal(json_member(rules, "endings")->count, sc->endings);
        assert_int_equal(json_member(rules, "calendar")->count, sc->rounds);
        assert_int_equal(json_member(rules, "agreements")->count +
                             json_member(rules, "promises")->count,
                         sc->commitments);
        int rows = 0, ops = 0;
        for (int r = 1; r < sc->n_rows; r++) {
            rows += 1;
            ops += sc->row[r].ops + sc->row[r].elses;
        }
        assert_true(rows > 5);
        assert_int_equal(count(line, "{\"do\":\""), ops);
        assert_int_equal(count(line, "\"number\":\"\""), 0);
        assert_int_equal(count(line, "\"in\":[]"), 0);
        json_free(document);
        free(line);
    }
}

static void events_are_what_is_new(void **state)
{
    (void)state;
    const struct scenario *sc = support_scenario("pentagon-2012");
    const uint64_t luck = rng_luck(3, 0);
    struct dice dice = { .state = 9 };
    struct state s;
    struct view before, now;
    round_start(sc, &s, luck, NULL);
    view_of(sc, &s, 0, &before);
    for (int n = 0; n < 6; n++) {
        round_play(sc, &s, support_random_move(sc, &s, &dice), luck, NULL);
    }
    view_of(sc, &s, 0, &now);
    char *same = words_event(sc, &now, &now), *line = words_event(sc, &now, &before);
    assert_string_equal(same, "{\"t\":\"event\",\"events\":[]}\n");
    char *all = words_event(sc, &now, NULL);
    assert_int_equal(count(all, "\"e\":\"incident\""), s.cases);
    assert_int_equal(count(line, "\"e\":\"incident\""), s.cases - before.s.cases);
    assert_int_equal(count(line, "\"e\":\"move\""), count(all, "\"e\":\"move\""));
    assert_true(count(line, "\"e\":\"change\"") > 0);
    assert_int_equal(count(all, "\"e\":\"change\""), 0);
    free(same);
    free(line);
    free(all);
}

/* ---- games ---- */

static struct match *game_with(const struct minister *first, const struct minister *second)
{
    struct match *m = match_new(support_scenario("tests/small"), 1, 0);
    assert_non_null(m);
    match_seat(m, 0, first);
    match_seat(m, 1, second);
    return m;
}

static struct minister random_minister(void)
{
    struct minister minister;
    char why[200];
    assert_null(minister_find("random", &minister, why, sizeof why));
    return minister;
}

/* Plays to the end; how many decisions of a party were by default. */
static int play_out(struct match *m, int party)
{
    int defaults = 0;
    while (!match_over(m)) {
        assert_null(match_play_minister(m));
    }
    for (int i = 0; i < match_steps(m); i++) {
        const struct step *step = match_step(m, i);
        defaults += step->party == party && strcmp(step->by, "default") == 0;
    }
    return defaults;
}

static int decisions_of(const struct match *m, int party)
{
    int n = 0;
    for (int i = 0; i < match_steps(m); i++) {
        n += match_step(m, i)->party == party;
    }
    return n;
}

/* What a `first_move` minister was told, as letters: h(ello), s(tart), d(ecide), e(vent, nd), q. */
static void told(const char *name, char *out, size_t size)
{
    char path[100], line[40];
    size_t n = 0;
    snprintf(path, sizeof path, "%s.told", name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL && n + 1 < size) {
        out[n++] = line[0];
    }
    out[n] = '\0';
    fclose(file);
    assert_int_equal(remove(path), 0);
}

static void a_program_plays_many_games(void **state)
{
    (void)state;
    struct minister bot = start(programs_make("first", first_move), &patient);
    const struct minister random = random_minister();
    char expected[400] = "h", seen[400];
    for (int game = 0; game < 3; game++) {
        struct match *m = game_with(&bot, &random);
        assert_int_equal(play_out(m, 0), 0);
        strncat(expected, "s", 2);
        for (int i = 0; i < decisions_of(m, 0); i++) {
            strncat(expected, "d", 2);
        }
        strncat(expected, "ee", 3);
        match_free(m);
    }
    assert_int_equal(outside_faults(&bot), 0);
    assert_string_equal(outside_last_fault(&bot), "");
    outside_stop(&bot);
    assert_null(bot.outside);
    told("first", seen, sizeof seen);
    strncat(expected, "q", 2);
    assert_string_equal(seen, expected);
}

/* After a move was taken back the program begins anew, and plays on. */
static void taking_back_starts_anew(void **state)
{
    (void)state;
    struct minister bot = start(programs_make("first", first_move), &patient);
    const struct minister random = random_minister();
    struct match *m = game_with(&random, &bot);
    char seen[400];
    int asked = 0;
    while (asked < 2) {
        asked += match_to_move(m) == 1;
        assert_null(match_play_minister(m));
    }
    assert_true(match_rewind(m, 1));
    assert_int_equal(play_out(m, 1), 0);
    match_free(m);
    outside_stop(&bot);
    told("first", seen, sizeof seen);
    assert_memory_equal(seen, "hsddsd", 6);
}

static void three_faults_forfeit_the_seat(void **state)
{
    (void)state;
    struct minister bot =
        start(programs_make("wrong",
                            "while read -r line; do case $line in\n"
                            "*hello*) echo '{\"t\":\"ready\"}' ;;\n"
                            "*decide*) id=${line#*'\"id\":'}\n"
                            "    echo '{\"t\":\"move\",\"id\":'\"${id%%,*}\"',\"move\":\"x\"}' ;;\n"
                            "esac; done"),
              &patient);
    const struct minister random = random_minister();
    struct match *m = game_with(&random, &bot);
    char sentence[600];
    for (int fault = 1; fault <= 3; fault++) {
        while (match_to_move(m) != 1) {
            assert_null(match_play_minister(m));
        }
        const int before = fault_count(m);
        assert_int_equal(before, fault - 1);
        assert_null(match_play_minister(m));
        assert_int_equal(outside_faults(&bot), fault);
        assert_non_null(fault_sentence(m, before, sentence, sizeof sentence));
        assert_non_null(strstr(sentence, "./wrong"));
        assert_non_null(strstr(sentence, "no move of this beat"));
        assert_true((strstr(sentence, "forfeited") != NULL) == (fault == 3));
    }
    const int defaults = play_out(m, 1);
    assert_int_equal(defaults, decisions_of(m, 1));
    assert_int_equal(outside_faults(&bot), 3);
    assert_null(fault_sentence(m, 3, sentence, sizeof sentence));
    match_free(m);
    outside_stop(&bot);
}

static void a_deadline_is_kept(void **state)
{
    (void)state;
    const struct outside_limits short_ones = { .init_ms = 200, .move_ms = 100, .quit_ms = 100 };
    struct minister bot = start(programs_make("hangs", "exec sleep 300"), &short_ones);
    const struct minister random = random_minister();
    const int64_t from = process_clock();
    struct match *m = game_with(&bot, &random);
    const int defaults = play_out(m, 0);
    assert_int_equal(defaults, decisions_of(m, 0));
    assert_true(process_clock() - from >= 400);
    assert_true(process_clock() - from < PROGRAMS_SOON);
    match_free(m);
    outside_stop(&bot);
}

/* One that was found but never started, as in a transcript that is read, only defaults. */
static void without_a_program_the_default_is_played(void **state)
{
    (void)state;
    struct minister bot;
    const struct minister random = random_minister();
    char why[200];
    assert_null(minister_find(programs_make("first", first_move), &bot, why, sizeof why));
    struct match *m = game_with(&bot, &random);
    const int defaults = play_out(m, 0);
    assert_int_equal(defaults, decisions_of(m, 0));
    assert_int_equal(outside_faults(&bot), 0);
    match_free(m);
    outside_stop(&bot);
}

/* The seed a program gets depends on the game, and is none of the game's numbers. */
static void the_seed_leads_nowhere(void **state)
{
    (void)state;
    const struct minister random = random_minister();
    struct minister bot = start(
        programs_make("seed", "while read -r line; do case $line in\n"
                              "*hello*) echo '{\"t\":\"ready\"}' ;;\n"
                              "*'\"t\":\"start\"'*) s=${line#*'\"bot_seed\":'}; echo \"${s%%,*}\" "
                              ">>seeds ;;\n"
                              "esac; done"),
        &(const struct outside_limits){
            .init_ms = PROGRAMS_SOON, .move_ms = 100, .quit_ms = PROGRAMS_SOON });
    long seed[3] = { 0 };
    for (int game = 0; game < 2; game++) {
        struct match *m = match_new(support_scenario("tests/small"), 77, (uint64_t)game);
        match_seat(m, 0, &bot);
        match_seat(m, 1, &random);
        while (match_to_move(m) != 0) {
            assert_null(match_play_minister(m));
        }
        assert_null(match_play_minister(m));
        match_free(m);
    }
    outside_stop(&bot);
    FILE *file = fopen("seeds", "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%ld %ld", &seed[0], &seed[1]), 2); /* NOLINT(cert-err34-c) */
    fclose(file);
    assert_true(seed[0] != seed[1]);
    for (int i = 0; i < 2; i++) {
        assert_true(seed[i] >= 0 && seed[i] <= INT32_MAX && seed[i] != 77);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, programs_look_before, programs_look_after)
        TEST(what_is_no_program_is_refused),
        TEST(limits_come_from_the_environment),
        TEST(answers_are_read),
        TEST(a_question_holds_all_its_side_may_know),
        TEST(a_question_holds_nothing_hidden),
        TEST(the_rules_are_told_whole),
        TEST(events_are_what_is_new),
        TEST(a_program_plays_many_games),
        TEST(taking_back_starts_anew),
        TEST(three_faults_forfeit_the_seat),
        TEST(a_deadline_is_kept),
        TEST(without_a_program_the_default_is_played),
        TEST(the_seed_leads_nowhere),
#undef TEST
    };
    return cmocka_run_group_tests(tests, programs_begin, programs_end);
}
