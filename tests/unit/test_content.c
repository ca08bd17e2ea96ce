/* Loading scenarios: what the compiled form says, what its hash depends on, and that whatever
 * loads can be played to an end. tests/bad_scenarios holds the findings. */
#define _POSIX_C_SOURCE 200809L
#include "content/finding_pages.h"
#include "content/scenario_find.h"
#include "content/scenario_load.h"
#include "core/move.h"
#include "core/round.h"
#include "json/file.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const char small_path[] = SOURCE_DIR "/tests/scenarios/small.json";

static struct scenario *small(void)
{
    struct findings findings = findings_init();
    struct scenario *sc = scenario_load(small_path, &findings);
    findings_print_text(&findings, stderr);
    assert_non_null(sc);
    assert_int_equal(findings.errors + findings.warnings, 0);
    findings_clear(&findings);
    return sc;
}

/* ---- the compiled form ---- */

static const struct meter *meter(const struct scenario *sc, const char *id)
{
    const int index = scenario_meter(sc, id);
    assert_true(index >= 0);
    return &sc->meter[index];
}

static int move(const struct scenario *sc, const char *id)
{
    for (int i = 0; i < sc->moves; i++) {
        if (strcmp(sc->move[i].id, id) == 0) {
            return i;
        }
    }
    fail();
    return -1;
}

static void slots_are_numbered_in_order(void **unused)
{
    (void)unused;
    struct scenario *sc = small();
    assert_int_equal(meter(sc, "calm")->slot, SLOT_FIRST_METER);
    assert_int_equal(meter(sc, "alarm")->slot, SLOT_FIRST_METER + 1);
    assert_int_equal(meter(sc, "favour")->slot, SLOT_FIRST_METER + 2);
    assert_int_equal(meter(sc, "boats")->slot, SLOT_FIRST_METER + 4);
    assert_int_equal(sc->slot_meter[SLOT_FIRST_METER + 5], scenario_meter(sc, "boats"));
    const int first = SLOT_FIRST_METER + 2 + 4 * 2;
    assert_int_equal(sc->commitment[0].slot, first);     /* beacon */
    assert_int_equal(sc->commitment[1].age, first + 3);  /* ferry */
    assert_int_equal(sc->commitment[2].slot, first + 4); /* report: a pair */
    assert_int_equal(sc->commitment[2].age, first + 6);
    assert_int_equal(sc->slots, first + 8);
    assert_int_equal(sc->slot_meter[first], NONE);
    assert_int_equal(sc->commitment[1].needs, 0);
    assert_int_equal(sc->commitment[0].needs, NONE);
    scenario_free(sc);
}

static void moves_of_a_beat_are_neighbours(void **unused)
{
    (void)unused;
    struct scenario *sc = small();
    int next = 0;
    for (int i = 0; i < sc->beats; i++) {
        assert_int_equal(sc->beat[i].first_move, next);
        next += sc->beat[i].moves;
        for (int k = sc->beat[i].first_move; k < next; k++) {
            assert_int_equal(sc->move[k].beat, i);
        }
    }
    assert_int_equal(next, sc->moves);
    assert_int_equal(sc->move[move(sc, "pretend")].seen_as, move(sc, "search"));
    assert_int_equal(sc->beat[1].fallback, move(sc, "not-us"));
    scenario_free(sc);
}

/* The condition { "trace": "suspect", "confidence": "1.." } of a habit. */
static void conditions_become_tests(void **unused)
{
    (void)unused;
    struct scenario *sc = small();
    const struct habit *habit = sc->move[move(sc, "ask")].habit;
    const struct when *when = &sc->when[habit[0].when];
    const struct test *test = &sc->test[when->first_test];
    assert_int_equal(habit[0].weight, 30);
    assert_int_equal(habit[1].when, 0);
    assert_int_equal(when->tests, 2);
    assert_false(when->or_next);
    assert_int_equal(test[0].ref.who, WHO_CASE);
    assert_int_equal(test[0].ref.index, FIELD_TRACE);
    assert_true(test[0].ids);
    assert_true(test[0].mask == UINT64_C(1) << FROM_SUSPECT);
    assert_int_equal(test[1].ref.index, FIELD_CONFIDENCE);
    assert_int_equal(test[1].lo, 1);
    assert_true(test[1].hi >= MAX_CONFIDENCE);
    scenario_free(sc);
}

/* [{ "question.family": "accuse" }, { "kind": { "not": "theft" } }] of the first row of scorn. */
static void alternatives_stand_side_by_side(void **unused)
{
    (void)unused;
    struct scenario *sc = small();
    const struct row *row = &sc->row[sc->move[move(sc, "scorn")].now.first];
    const struct when *when = &sc->when[row->when];
    const uint64_t accused = sc->test[when[0].first_test].mask;
    const uint64_t kinds = sc->test[when[1].first_test].mask;
    assert_true(when[0].or_next);
    assert_false(when[1].or_next);
    assert_true(accused == UINT64_C(1) << move(sc, "charge"));
    assert_false(kinds & 1u);
    assert_true(kinds >> NONE & 1u); /* what is not yet known is not theft either */
    scenario_free(sc);
}

static void rows_become_operations(void **unused)
{
    (void)unused;
    struct scenario *sc = small();
    const struct move *charge = &sc->move[move(sc, "charge")];
    const struct row *row = &sc->row[charge->now.first];
    assert_int_equal(charge->now.count, 2);
    assert_int_equal(charge->revealed.count, 1);
    assert_int_equal(row->ops, 3);
    const struct amount *amount = &sc->amount[sc->op[row->first_op].amount];
    assert_int_equal(amount->base, 3);
    assert_int_equal(amount->max, 9);
    assert_int_equal(sc->term[amount->first_term].den, 2);
    assert_int_equal(row[1].elses, 1);
    assert_int_not_equal(row[1].chance, 0);
    assert_true(row[1].veiled);
    assert_false(row[0].veiled);
    assert_int_equal(sc->row[charge->revealed.first].place, 2);
    assert_int_equal(sc->row[sc->move[move(sc, "forget")].now.first + 1].delay, 2);
    scenario_free(sc);
}

/* A row that waits behind one of two moves that look alike would tell them apart. */
static void look_alikes_are_veiled(void **unused)
{
    (void)unused;
    struct scenario *sc = small();
    const char *const names[] = { "search", "pretend" };
    for (int i = 0; i < 2; i++) {
        const struct rows rows = sc->move[move(sc, names[i])].now;
        assert_true(rows.count > 0);
        for (int k = rows.first; k < rows.first + rows.count; k++) {
            assert_true(sc->row[k].veiled);
        }
    }
    scenario_free(sc);
}

static void rules_of_a_moment_are_neighbours(void **unused)
{
    (void)unused;
    struct scenario *sc = small();
    const struct rows morning = sc->moment[MOMENT_MORNING];
    assert_int_equal(morning.count, 2);
    assert_string_equal(sc->rule[sc->row[morning.first].element].id, "spoils");
    assert_string_equal(sc->rule[sc->row[morning.first + 1].element].id, "late-news");
    assert_int_equal(sc->moment[MOMENT_ROUND].count, 2);
    assert_int_equal(sc->exposure.count, 2);
    assert_int_equal(sc->row[0].source, SOURCE_ENGINE);
    scenario_free(sc);
}

static void beliefs_follow_from_culprits(void **unused)
{
    (void)unused;
    struct scenario *sc = small();
    assert_int_equal(sc->opacities, 2);
    const struct opacity *boats = &sc->opacity[0], *quiet = &sc->opacity[1];
    assert_int_equal(boats->ref.index, meter(sc, "boats")->slot);
    assert_int_equal(boats->levels, 3);
    for (int party = 0; party < MAX_PARTIES; party++) {
        assert_int_equal(boats->prior[party][0], 1);
        assert_int_equal(boats->prior[party][1], 2);
        assert_int_equal(boats->prior[party][2], 1);
    }
    assert_int_equal(boats->keep, 60);
    assert_int_equal(boats->share, 40);
    assert_true(boats->shift == UINT64_C(1) << move(sc, "search"));
    assert_true(quiet->quiet);
    assert_int_equal(quiet->prior[1][1], 1);
    assert_int_equal(quiet->keep, 100);
    scenario_free(sc);
}

/* ---- the hash ---- */

static uint64_t hash_with(const char *from, const char *to)
{
    struct scenario *sc = support_small_with(from, to);
    const uint64_t hash = sc->hash;
    scenario_free(sc);
    return hash;
}

static void words_and_names_are_not_in_the_hash(void **unused)
{
    (void)unused;
    const uint64_t hash = hash_with("Two islands", "Two islands");
    assert_true(hash == hash_with("Two islands", "Zwei Inseln"));
    assert_true(hash == hash_with("calm", "mood"));
    assert_true(hash == hash_with("pretend", "promise-only"));
    assert_true(hash == hash_with("smugglers", "pirates"));
    assert_true(hash == hash_with("#dcb65a", "#000000"));
    assert_true(hash == hash_with("\"favour.own\": 200 }", "\"favour.own\": 90 }")); /* advice */
    assert_true(hash == hash_with("[40, \"goal\"]", "[41, \"aim\"], [60, \"more\"]"));
    /* a text with a condition of its own adds conditions, but none to the rules */
    assert_true(hash == hash_with("\"aim\": \"Calm below forty, and one agreement\"",
                                  "\"aim\": [{\"when\": {\"round\": 2}, \"text\": \"A\"}, \"B\"]"));
}

static void every_rule_is_in_the_hash(void **unused)
{
    (void)unused;
    static const char *const changes[][2] = {
        { "\"alarm\": -2", "\"alarm\": -3" },
        { "\"calm\": \"40..\", \"agreements\"", "\"calm\": \"41..\", \"agreements\"" },
        { "\"chance\": 50", "\"chance\": 51" },
        { "\"in\": 2", "\"in\": 3" },
        { "\"share\": 2", "\"share\": 3" },
        { "\"window\": [3, 4]", "\"window\": [3, 3]" },
        { "[60, 75, 90]", "[60, 75, 91]" },
        { "\"gain\": [120, -1]", "\"gain\": [121, -1]" },
        { "\"boats.suspect\": [1, 4, 9]", "\"boats.suspect\": [1, 4, 8]" },
        { "\"file\": 80", "\"file\": 81" },
        { "\"keep\": 60", "\"keep\": 61" },
        { "\"due\": 2", "\"due\": 3" },
        { "\"severity\": [6, 8]", "\"severity\": [6, 9]" },
        { "\"once\": false", "\"once\": true" },
        { "\"utility\": 200", "\"utility\": 201" },
        { "\"favour.own\": 2, \"loot", "\"favour.own\": 3, \"loot" },
        { "\"settle\": { \"at\": \"council\", \"count\": 1",
          "\"settle\": { \"at\": \"council\", \"count\": 2" },
        { "\"round\": \"..3\"", "\"round\": \"..2\"" },
        { "\"weight\": 9", "\"weight\": 8" },
        { "\"above\": 4", "\"above\": 5" },
        { "\"public\": true, \"when\"", "\"public\": false, \"when\"" },
        { "\"endings\": 80", "\"endings\": 81" },
        { "\"favour.own\": 200, \"calm\"", "\"favour.own\": 201, \"calm\"" },
        { "\"lie\": 15", "\"lie\": 16" },
        { "\"suspicion\": 50", "\"suspicion\": -50" },
        { "\"patience\": 95", "\"patience\": 94" },
    };
    const uint64_t hash = hash_with("Two islands", "Two islands");
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        if (hash == hash_with(changes[i][0], changes[i][1])) {
            fail_msg("not in the hash: %s", changes[i][0]);
        }
    }
}

/* What a scenario asks of its study is kept as it says, in its order. */
static void bars_are_kept(void **unused)
{
    (void)unused;
    struct scenario *sc = support_small_with(
        "\"calendar\":", "\"study\": { \"near-ties\": \"..48\", \"x-why\": 1, "
                         "\"endings.planner.peace\": \"25..50\" },\n  \"calendar\":");
    assert_int_equal(sc->bars, 2);
    assert_string_equal(sc->bar[0].name, "near-ties");
    assert_int_equal(sc->bar[0].lo, INT16_MIN);
    assert_int_equal(sc->bar[0].hi, 48);
    assert_string_equal(sc->bar[1].name, "endings.planner.peace");
    assert_int_equal(sc->bar[1].lo, 25);
    assert_int_equal(sc->bar[1].hi, 50);
    assert_false(sc->bar[0].none || sc->bar[1].none);
    scenario_free(sc);
}

/* ---- whatever loads can be played ---- */

static void play_games(const struct scenario *sc, struct dice *dice, int games)
{
    static struct ledger ledger;
    for (int game = 0; game < games; game++) {
        struct state s;
        const uint64_t luck = rng_luck(dice_next(dice), 0);
        round_start(sc, &s, luck, &ledger);
        for (int n = 0; !state_over(&s); n++) {
            int legal[MAX_LEGAL];
            const int count = move_legal(sc, &s, legal);
            assert_true(count >= 1 && n < 1000);
            round_play(sc, &s, legal[dice_roll(dice, count)], luck, &ledger);
        }
        assert_in_range(state_ending(&s), 0, sc->endings - 1);
    }
}

static void the_small_scenario_plays(void **unused)
{
    (void)unused;
    struct scenario *sc = small();
    struct dice dice = { 1 };
    play_games(sc, &dice, 2000);
    scenario_free(sc);
}

/* The `n`-th piece of a JSON text that is a number or a string; *length its bytes, NULL past the
 * last one. */
static char *token(char *text, int n, size_t *length)
{
    for (char *at = text; *at != '\0'; at += *length) {
        *length = 1;
        if (*at == '"') {
            *length = strcspn(at + 1, "\"") + 2;
        } else if ((*at >= '0' && *at <= '9') || *at == '-') {
            *length = strspn(at, "-0123456789");
        } else {
            continue;
        }
        if (n-- == 0) {
            return at;
        }
    }
    return NULL;
}

static int count_tokens(char *text)
{
    size_t length;
    int count = 0;
    for (char *at = text; (at = token(at, 0, &length)) != NULL; at += length) {
        count++;
    }
    return count;
}

/* One number becomes another, or one string a copy of another, or two pieces change places. */
static void mutate(const char *text, int tokens, struct dice *dice, char *out)
{
    static const char *const numbers[] = {
        "-1000", "-1", "0", "1", "2", "3", "60", "1000", "true"
    };
    char *copy = strdup(text);
    size_t length, other_length;
    assert_non_null(copy);
    char *at = token(copy, dice_roll(dice, tokens), &length);
    const char *piece = numbers[dice_roll(dice, 9)];
    other_length = strlen(piece);
    if (*at == '"' || dice_roll(dice, 4) == 0) {
        piece = token(copy, dice_roll(dice, tokens), &other_length);
    }
    memcpy(out, copy, (size_t)(at - copy));
    memcpy(out + (at - copy), piece, other_length);
    strcpy(out + (at - copy) + other_length, at + length);
    free(copy);
}

/* Thousands of scenarios with something wrong or strange in them: they are refused with a finding,
 * or they can be played. */
static void strange_scenarios_are_refused_or_play(void **unused)
{
    (void)unused;
    char *text = support_small_text();
    const size_t length = strlen(text);
    char *changed = malloc(length + 4096);
    const int tokens = count_tokens(text);
    struct dice dice = { 2012 };
    int played = 0, refused = 0;
    assert_non_null(changed);
    for (int i = 0; i < 3000; i++) {
        struct findings findings = findings_init();
        mutate(text, tokens, &dice, changed);
        struct scenario *sc = scenario_read("small.json", changed, strlen(changed), &findings);
        assert_int_equal(sc == NULL, findings.errors > 0);
        if (sc != NULL) {
            play_games(sc, &dice, 3);
        }
        played += sc != NULL;
        refused += sc == NULL;
        scenario_free(sc);
        findings_clear(&findings);
    }
    assert_true(played > 300 && refused > 300);
    free(changed);
    free(text);
}

static void cut_files_are_refused(void **unused)
{
    (void)unused;
    char *text = support_small_text();
    const size_t length = strlen(text);
    for (size_t cut = 0; cut + 2 < length; cut += 37) {
        struct findings findings = findings_init();
        assert_null(scenario_read("small.json", text, cut, &findings));
        assert_true(findings.errors > 0);
        findings_clear(&findings);
    }
    free(text);
}

/* ---- limits ---- */

/* A scenario with `moves` moves of `rows` rows each, the first of a beat its default: in eight
 * beats of two kinds of round where there are many. */
static char *crowded(int moves, int rows)
{
    char *text = malloc(400000);
    assert_non_null(text);
    int at = sprintf(text, "{\"format\": 1, \"id\": \"crowd\", \"text\": {\"title\": \"C\", "
                           "\"briefing\": \"B\", \"aim\": \"A\"}, \"calendar\": [\"r0\"], "
                           "\"rounds\": {");
    const int beats = moves < 8 ? 1 : 8;
    for (int i = 0; i < beats; i++) {
        const char *before = i == 0 ? "\"r0\": {" : i % 4 == 0 ? "]}, \"r1\": {" : ", ";
        at += sprintf(text + at, "%s%s\"b%d\"", before,
                      i % 4 == 0 ? "\"text\": {\"title\": \"R\"}, \"beats\": [" : "", i);
    }
    at += sprintf(text + at, "]}}, \"beats\": {");
    for (int i = 0; i < beats; i++) {
        at += sprintf(text + at, "%s\"b%d\": {\"by\": \"both\", \"text\": {\"title\": \"B\"}}",
                      i ? ", " : "", i);
    }
    at += sprintf(text + at, "}, \"parties\": {");
    for (int i = 0; i < 2; i++) {
        at += sprintf(text + at,
                      "%s\"p%d\": {\"color\": {\"dark\": \"#000000\", \"light\": \"#000000\"}, "
                      "\"text\": {\"title\": \"T\", \"country\": \"C\", \"capital\": \"K\", "
                      "\"adjective\": \"A\"}}",
                      i ? ", " : "", i);
    }
    at += sprintf(text + at, "}, \"meters\": {\"m\": {\"start\": 0, \"range\": [0, 9], "
                             "\"show\": \"table\", \"text\": {\"title\": \"M\"}}}, \"moves\": {");
    for (int i = 0; i < moves; i++) {
        at += sprintf(text + at,
                      "%s\"m%d-x\": {\"beat\": \"b%d\", \"family\": \"deny\", \"default\": %s, "
                      "\"text\": {\"title\": \"Two words\"}, \"effects\": [",
                      i ? ", " : "", i, i % beats, i < beats ? "true" : "false");
        for (int k = 0; k < rows; k++) {
            at += sprintf(text + at, "%s{\"when\": {\"m\": \"3..\"}, \"do\": {\"m\": 1}}",
                          k ? ", " : "");
        }
        at += sprintf(text + at, "]}");
    }
    sprintf(text + at, "}, \"endings\": {\"e\": {\"utility\": 0, \"text\": {\"title\": \"E\", "
                       "\"text\": \"E\"}}}}");
    return text;
}

static bool has_code(const struct findings *findings, const char *code)
{
    for (int i = 0; i < findings->count; i++) {
        if (strcmp(findings->items[i].code, code) == 0) {
            return true;
        }
    }
    return false;
}

static void limits_are_findings(void **unused)
{
    (void)unused;
    static const struct {
        int moves, rows;
        bool good;
    } sizes[] = { { 31, 64, true }, { 33, 64, false }, { 61, 1, false }, { 2, 65, false } };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct findings findings = findings_init();
        char *text = crowded(sizes[i].moves, sizes[i].rows);
        struct scenario *sc = scenario_read("crowd.json", text, strlen(text), &findings);
        assert_int_equal(sc != NULL, sizes[i].good);
        assert_true(sizes[i].good || has_code(&findings, "S009") || has_code(&findings, "S002"));
        scenario_free(sc);
        findings_clear(&findings);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slots_are_numbered_in_order),
        cmocka_unit_test(bars_are_kept),
        cmocka_unit_test(moves_of_a_beat_are_neighbours),
        cmocka_unit_test(conditions_become_tests),
        cmocka_unit_test(alternatives_stand_side_by_side),
        cmocka_unit_test(rows_become_operations),
        cmocka_unit_test(look_alikes_are_veiled),
        cmocka_unit_test(rules_of_a_moment_are_neighbours),
        cmocka_unit_test(beliefs_follow_from_culprits),
        cmocka_unit_test(words_and_names_are_not_in_the_hash),
        cmocka_unit_test(every_rule_is_in_the_hash),
        cmocka_unit_test(the_small_scenario_plays),
        cmocka_unit_test(strange_scenarios_are_refused_or_play),
        cmocka_unit_test(cut_files_are_refused),
        cmocka_unit_test(limits_are_findings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
