/* Facts: what carries them is at work, and play without one is play without what carries it. */
#define _POSIX_C_SOURCE 200809L
#include "content/scenario_facts.h"
#include "content/scenario_load.h"
#include "core/move.h"
#include "core/row.h"
#include "core/view.h"
#include "json/file.h"
#include "minister/minister.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- the small scenario, with a fact somewhere ---- */

enum { FACT = 1 }; /* "F2" of the small scenario */

/* The small scenario with `text` put behind the first `before` that follows `after`. */
static struct scenario *tagged(const char *after, const char *before, const char *text)
{
    struct findings findings = findings_init();
    size_t length = 0;
    char *small =
        file_read(SOURCE_DIR "/tests/scenarios/small.json", SCENARIO_MAX_BYTES, &length, &findings);
    assert_non_null(small);
    const char *at = strstr(small, after);
    assert_non_null(at);
    at = strstr(at + strlen(after), before);
    assert_non_null(at);
    at += strlen(before);
    char *changed = malloc(length + strlen(text) + 1);
    assert_non_null(changed);
    sprintf(changed, "%.*s%s%s", (int)(at - small), small, text, at);
    struct scenario *sc = scenario_read("small.json", changed, strlen(changed), &findings);
    findings_print_text(&findings, stderr);
    assert_non_null(sc);
    findings_clear(&findings);
    free(changed);
    free(small);
    return sc;
}

/* "fact" as the first key of the object that opens after `after`; the incident "nets", which
 * carries the fact too, is left in play. */
static struct scenario *carrying(const char *after)
{
    struct scenario *sc = tagged(after, "{", "\"fact\": [\"F2\"], ");
    int kept = 0;
    for (int i = 0; i < sc->tags; i++) {
        if (sc->tag[i].kind != TAG_INCIDENT) {
            sc->tag[kept++] = sc->tag[i];
        } else {
            free(sc->tag[i].pointer);
        }
    }
    sc->tags = kept;
    assert_int_equal(kept, 1);
    return sc;
}

static void without(struct scenario *sc)
{
    char why[200];
    const char *refusal = scenario_without(sc, FACT, why, sizeof why);
    if (refusal != NULL) {
        fail_msg("%s", refusal);
    }
}

static void refused(struct scenario *sc, const char *sentence)
{
    char why[200];
    const char *refusal = scenario_without(sc, FACT, why, sizeof why);
    assert_non_null(refusal);
    assert_string_equal(refusal, sentence);
    scenario_free(sc);
}

static int move_of(const struct scenario *sc, const char *id)
{
    for (int beat = 0; beat < sc->beats; beat++) {
        if (scenario_move(sc, beat, id) >= 0) {
            return scenario_move(sc, beat, id);
        }
    }
    fail();
    return -1;
}

/* ---- what random games meet ---- */

/* Over some games: what happened at all. */
struct met {
    uint64_t ran[MAX_ROWS / 64];
    uint64_t moves, agreements; /* sets: moves, and commitments that were in force */
    uint64_t incidents[MAX_INCIDENTS / 64], culprits;
    uint64_t endings, mandates;
};

static bool has(const uint64_t *set, int member)
{
    return (set[member / 64] >> (member % 64) & 1u) != 0;
}

static void meet_state(const struct scenario *sc, const struct state *s, const struct ledger *l,
                       struct met *met)
{
    for (int i = 0; i < MAX_ROWS / 64; i++) {
        met->ran[i] |= l->ran[i];
    }
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *k = &sc->commitment[i];
        const bool stands = s->slot[k->slot] != 0 || (k->promise && s->slot[k->slot + 1] != 0);
        met->agreements |= (uint64_t)stands << i;
    }
}

static void meet_end(const struct state *s, struct met *met)
{
    met->endings |= UINT64_C(1) << state_ending(s);
    for (int i = 0; i < s->cases; i++) {
        const int16_t *field = s->file[i].field;
        met->incidents[field[FIELD_INCIDENT] / 64] |= UINT64_C(1) << (field[FIELD_INCIDENT] % 64);
        met->culprits |= UINT64_C(1) << field[FIELD_CULPRIT];
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        met->mandates |= UINT64_C(1) << s->slot[SLOT_MANDATE + party];
    }
}

/* A game between two ministers, and all it meets. */
static void meet_game(const struct scenario *sc, const struct minister *const seat[MAX_PARTIES],
                      uint64_t game, struct met *met)
{
    static struct ledger ledger;
    const uint64_t luck = rng_luck(1, game);
    struct state s;
    round_start(sc, &s, luck, &ledger);
    meet_state(sc, &s, &ledger, met);
    while (!state_over(&s)) {
        struct view view;
        view_of(sc, &s, s.side, &view);
        const struct minister *minister = seat[s.side];
        const int move = minister->choose(minister, sc, &view, minister_dice(sc, &s, luck));
        met->moves |= move & MOVE_SET ? 0 : UINT64_C(1) << move;
        round_play(sc, &s, move, luck, &ledger);
        meet_state(sc, &s, &ledger, met);
    }
    meet_end(&s, met);
}

static struct minister minister_called(const char *name)
{
    char why[200];
    struct minister minister;
    assert_null(minister_find(name, &minister, why, sizeof why));
    return minister;
}

static struct met *random_games(const struct scenario *sc, int games)
{
    const struct minister dice = minister_called("random");
    const struct minister *const seat[] = { &dice, &dice };
    struct met *met = calloc(1, sizeof *met);
    assert_non_null(met);
    for (int game = 0; game < games; game++) {
        meet_game(sc, seat, (uint64_t)game, met);
    }
    return met;
}

/* ---- without ---- */

static void what_carries_is_listed(void **unused)
{
    (void)unused;
    struct scenario *sc = tagged("\"alarm\": -2", "{", "\"fact\": [\"F2\", \"F1\"], ");
    assert_int_equal(sc->facts, 2);
    assert_string_equal(sc->fact[0].id, "F1");
    assert_int_equal(sc->fact[0].role, FACT_CARD);
    assert_int_equal(scenario_fact(sc, "F2"), FACT);
    assert_int_equal(scenario_fact(sc, "f2"), -1);
    assert_int_equal(sc->tags, 4);
    assert_int_equal(sc->tag[0].kind, TAG_ROW);
    assert_int_equal(sc->tag[0].fact, 0);
    assert_int_equal(sc->tag[1].fact, 1);
    assert_string_equal(sc->tag[0].pointer, "/moves/forget/effects/1");
    const struct row *row = &sc->row[sc->tag[0].index];
    assert_int_equal(row->delay, 2);
    assert_int_equal(row->element, move_of(sc, "forget"));
    assert_int_equal(sc->tag[3].kind, TAG_INCIDENT);
    assert_string_equal(sc->tag[3].pointer, "/incidents/nets");
    scenario_free(sc);
}

static void every_kind_of_element_carries(void **unused)
{
    (void)unused;
    static const struct {
        const char *after;
        int kind;
    } cases[] = {
        { "\"settle\": ", TAG_SETTLE },
        { "\"exposure\": [", TAG_ROW },
        { "\"tide\": ", TAG_RULE },
        { "\"out\": {\n      \"at\": \"revealed\"", TAG_ROW },
        { "\"ferry\": ", TAG_AGREEMENT },
        { "\"report\": ", TAG_PROMISE },
        { "\"alarm\": ", TAG_METER },
        { "\"storm\": ", TAG_CULPRIT },
        { "\"trace\": ", TAG_TRACE },
        { "\"tiers\": [", TAG_TIER },
        { "\"belief\": { \"boats\": ", TAG_BELIEF },
        { "\"kinds\": {\n    \"theft\": ", TAG_KIND },
        { "\"war\": ", TAG_ENDING },
        { "\"rich\": ", TAG_MANDATE },
        { "\"raid\": ", TAG_ROUND },
        { "\"watch\": ", TAG_BEAT },
        { "\"west\": ", TAG_PARTY },
        { "\"others\": { \"north\": ", TAG_OTHER },
        { "\"priest\": ", TAG_ADVISER },
        { "\"hawk\": ", TAG_CHARACTER },
        { "\"sim\": ", TAG_SOURCE },
        { "\"signal\": [", TAG_TEXT },
        { "\"scorn\": ", TAG_MOVE },
        { "\"lapsed\": [", TAG_ROW },
        { "\"kept\": { \"when\": { \"alarm\": \"..60\" }, \"then\": [", TAG_ROW },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scenario *sc = carrying(cases[i].after);
        assert_int_equal(sc->tag[0].kind, cases[i].kind);
        scenario_free(sc);
    }
}

static void facts_are_not_in_the_hash(void **unused)
{
    (void)unused;
    struct scenario *sc = carrying("\"tide\": ");
    assert_true(sc->hash == support_scenario("tests/small")->hash);
    scenario_free(sc);
}

static void rows_never_run(void **unused)
{
    (void)unused;
    static const char *const at[] = { "\"tide\": ", "\"exposure\": [", "\"signed\": [",
                                      "\"effects\": [", "\"upkeep\": [" };
    for (size_t i = 0; i < sizeof at / sizeof *at; i++) {
        struct scenario *sc = carrying(at[i]);
        int row = sc->tag[0].index;
        for (int k = 1; k < sc->n_rows && sc->tag[0].kind == TAG_RULE; k++) {
            row = sc->row[k].source == SOURCE_RULE && sc->row[k].element == sc->tag[0].index ? k
                                                                                             : row;
        }
        struct met *before = random_games(sc, 200);
        without(sc);
        struct met *after = random_games(sc, 200);
        assert_true(has(before->ran, row));
        assert_false(has(after->ran, row));
        free(before);
        free(after);
        scenario_free(sc);
    }
}

static void moves_are_not_chosen(void **unused)
{
    (void)unused;
    struct scenario *sc = carrying("\"forget\": ");
    const int forget = move_of(sc, "forget");
    without(sc);
    struct met *met = random_games(sc, 200);
    assert_false(has(&met->moves, forget));
    free(met);
    scenario_free(sc);
    /* a default move stays, and does nothing */
    sc = carrying("\"ask\": ");
    const int ask = move_of(sc, "ask");
    without(sc);
    met = random_games(sc, 200);
    assert_true(has(&met->moves, ask));
    assert_false(has(met->ran, sc->move[ask].now.first));
    free(met);
    scenario_free(sc);
}

static void commitments_are_not_made(void **unused)
{
    (void)unused;
    static const struct {
        const char *after;
        uint64_t left; /* of beacon and report */
    } cases[] = { { "\"agreements\": {\n    \"beacon\": ", 4 },
                  { "\"report\": ", 1 },
                  { "\"sign\": ", 4 } };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scenario *sc = carrying(cases[i].after);
        struct met *before = random_games(sc, 300);
        without(sc);
        struct met *after = random_games(sc, 300);
        assert_int_equal(before->agreements, 5);
        assert_int_equal(after->agreements, cases[i].left);
        free(before);
        free(after);
        scenario_free(sc);
    }
}

static void meters_stay(void **unused)
{
    (void)unused;
    struct scenario *sc = carrying("\"calm\": ");
    const int slot = sc->meter[scenario_meter(sc, "calm")].slot;
    without(sc);
    for (uint64_t game = 0; game < 50; game++) {
        struct dice dice = { game };
        struct state s;
        for (round_start(sc, &s, rng_luck(1, game), NULL); !state_over(&s);) {
            assert_int_equal(s.slot[slot], 50);
            round_play(sc, &s, support_random_move(sc, &s, &dice), rng_luck(1, game), NULL);
        }
    }
    scenario_free(sc);
}

static void incidents_are_not_drawn(void **unused)
{
    (void)unused;
    const char *const after_ref = "\"ref\": \"sim\", ", *const fact = "\"fact\": [\"F2\"], ";
    struct scenario *sc = tagged("\"wreck\": {", after_ref, fact);
    struct met *before = random_games(sc, 200);
    without(sc); /* the nets and the wreck: none that is severe is left, and none comes */
    struct met *after = random_games(sc, 200);
    assert_int_equal(before->incidents[0], 7);
    assert_int_equal(after->incidents[0], 2);
    free(before);
    free(after);
    scenario_free(sc);
    refused(tagged("\"bell\": {", after_ref, fact), "no incident would be left");
    sc = carrying("\"harm\": ");
    without(sc);
    after = random_games(sc, 200);
    assert_int_equal(after->incidents[0], 3);
    free(after);
    scenario_free(sc);
}

static void culprits_are_behind_nothing(void **unused)
{
    (void)unused;
    struct scenario *sc = carrying("\"smugglers\": ");
    without(sc);
    struct met *met = random_games(sc, 300);
    assert_int_equal(met->culprits, 15 & ~2);
    free(met);
    scenario_free(sc);
}

static void traces_tell_nothing(void **unused)
{
    (void)unused;
    struct scenario *sc = carrying("\"tiers\": [");
    without(sc);
    assert_int_equal(sc->tier[0].accuracy[0], 33); /* of suspect, other, nobody */
    assert_int_equal(sc->tier[0].accuracy[2], 33);
    assert_int_equal(sc->tier[1].accuracy[2], 70);
    scenario_free(sc);
    sc = carrying("\"trace\": ");
    without(sc);
    assert_int_equal(sc->tier[0].accuracy[2], 33);
    assert_int_equal(sc->tier[1].accuracy[2], 25); /* of four culprits */
    scenario_free(sc);
    sc = carrying("\"belief\": { \"boats\": ");
    without(sc);
    assert_int_equal(sc->opacity[0].keep, 100);
    assert_int_equal(sc->opacity[0].share, 0);
    scenario_free(sc);
}

static void endings_are_not_reached(void **unused)
{
    (void)unused;
    struct scenario *sc = carrying("\"peace\": ");
    struct met *before = random_games(sc, 400);
    without(sc);
    struct met *after = random_games(sc, 400);
    assert_true(has(&before->endings, 1));
    assert_false(has(&after->endings, 1));
    free(before);
    free(after);
    scenario_free(sc);
    refused(carrying("\"cold\": "),
            "the ending cold cannot be taken out: it is what is left where no other holds");
}

static void the_rest_is_off(void **unused)
{
    (void)unused;
    struct scenario *sc = carrying("\"watch\": ");
    const int hold = move_of(sc, "hold");
    without(sc);
    struct met *met = random_games(sc, 50);
    assert_false(has(&met->moves, hold));
    free(met);
    scenario_free(sc);
    sc = carrying("\"rich\": ");
    without(sc);
    assert_int_equal(sc->mandate[0].utility, 0);
    scenario_free(sc);
    sc = carrying("\"settle\": ");
    without(sc);
    assert_int_equal(sc->settle_kind, NONE);
    scenario_free(sc);
}

static void texts_are_not_read(void **unused)
{
    (void)unused;
    struct scenario *sc = carrying("\"signal\": [");
    const struct text *text = &sc->text[sc->tag[0].index];
    assert_int_equal(sc->tag[0].kind, TAG_TEXT);
    assert_string_equal(text->utf8, "The beacon burns.");
    struct state s;
    round_start(sc, &s, 1, NULL);
    s.slot[sc->commitment[0].slot] = 1;
    const struct context c = row_reader(sc, &s, 0, -1);
    assert_true(row_holds(&c, text->when));
    without(sc);
    assert_false(row_holds(&c, text->when));
    assert_false(text->plain);
    scenario_free(sc);
}

/* ---- at work ---- */

static bool rows_met(const struct scenario *sc, const struct met *met, int source, int element)
{
    for (int i = 1; i < sc->n_rows; i++) {
        const struct row *row = &sc->row[i];
        if (row->source == source && row->element == element && has(met->ran, i)) {
            return true;
        }
    }
    return false;
}

static bool kind_met(const struct scenario *sc, const struct met *met, int kind)
{
    for (int i = 0; i < sc->incidents; i++) {
        if (sc->incident[i].kind == kind && has(met->incidents, i)) {
            return true;
        }
    }
    return false;
}

/* 1: it was met in play, 0: it was not, -1: it is not a thing that is met. */
static int tag_met(const struct scenario *sc, const struct met *met, const struct tag *tag)
{
    switch ((enum tag_kind)tag->kind) {
    case TAG_ROW:
        return has(met->ran, tag->index);
    case TAG_RULE:
        return rows_met(sc, met, SOURCE_RULE, tag->index);
    case TAG_MOVE:
        return sc->move[tag->index].each || has(&met->moves, tag->index);
    case TAG_AGREEMENT:
    case TAG_PROMISE:
        return has(&met->agreements, tag->index);
    case TAG_INCIDENT:
        return has(met->incidents, tag->index);
    case TAG_KIND:
        return kind_met(sc, met, tag->index);
    case TAG_CULPRIT:
        return has(&met->culprits, tag->index);
    case TAG_ENDING:
        return has(&met->endings, tag->index);
    case TAG_MANDATE:
        return has(&met->mandates, tag->index);
    default:
        return -1;
    }
}

enum { ALL_GAMES = 10000 };

/* Counts, for each fact, the games that met something that carries it; prints what is rare. */
static void check_at_work(const char *name)
{
    const struct scenario *sc = support_scenario(name);
    const struct minister dice = minister_called("random"), kind = minister_called("generous");
    static int games[MAX_FACTS];
    static bool played[MAX_TAGS];
    memset(games, 0, sizeof games);
    memset(played, 0, sizeof played);
    for (uint64_t game = 0; game < ALL_GAMES; game++) {
        const struct minister *const seat[] = { game & 1 ? &kind : &dice,
                                                game & 2 ? &kind : &dice };
        struct met met = { 0 };
        bool counted[MAX_FACTS] = { false };
        meet_game(sc, seat, game, &met);
        for (int i = 0; i < sc->tags; i++) {
            const bool so = tag_met(sc, &met, &sc->tag[i]) == 1;
            played[i] = played[i] || so;
            games[sc->tag[i].fact] += so && !counted[sc->tag[i].fact];
            counted[sc->tag[i].fact] = counted[sc->tag[i].fact] || so;
        }
    }
    const struct met nothing = { 0 };
    bool wrong = false;
    for (int i = 0; i < sc->tags; i++) {
        const struct tag *tag = &sc->tag[i];
        if (!played[i] && tag_met(sc, &nothing, tag) == 0) {
            printf("%s: %s carries %s and is never met\n", name, tag->pointer,
                   sc->fact[tag->fact].id);
            wrong = wrong || games[tag->fact] == 0;
        }
    }
    for (int i = 0; i < sc->facts; i++) {
        if (games[i] > 0 && games[i] < ALL_GAMES / 100) {
            printf("%s: %s is met in %d of %d games\n", name, sc->fact[i].id, games[i], ALL_GAMES);
        }
    }
    assert_true(sc->facts > 0);
    assert_false(wrong);
}

/* Every fact that something in play carries is met in ten thousand games. */
static void facts_are_at_work(void **unused)
{
    (void)unused;
    check_at_work("pentagon-2012");
    check_at_work("tests/small");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_carries_is_listed),
        cmocka_unit_test(every_kind_of_element_carries),
        cmocka_unit_test(facts_are_not_in_the_hash),
        cmocka_unit_test(rows_never_run),
        cmocka_unit_test(moves_are_not_chosen),
        cmocka_unit_test(commitments_are_not_made),
        cmocka_unit_test(meters_stay),
        cmocka_unit_test(incidents_are_not_drawn),
        cmocka_unit_test(culprits_are_behind_nothing),
        cmocka_unit_test(traces_tell_nothing),
        cmocka_unit_test(endings_are_not_reached),
        cmocka_unit_test(the_rest_is_off),
        cmocka_unit_test(texts_are_not_read),
        cmocka_unit_test(facts_are_at_work),
    };
    return cmocka_run_group_tests_name("facts", tests, NULL, NULL);
}
