/* test_play.c: a test, step by step. */
#include "command/test_play.h"

#include "command/test_course.h"
#include "core/move.h"
#include "json/json_check.h"
#include "match/say.h"

#include <stdio.h>
#include <string.h>

/* ---- playing ---- */

static void play(struct course *c, int move)
{
    c->no_memory = c->no_memory || match_play(c->m, move, "person") != NULL;
}

/* The move of a side without a minister where no step says one: the first that is possible of those
 * that `otherwise` names for the beat, or the default. */
static int otherwise(const struct course *c)
{
    const struct state *s = match_now(c->m);
    const int beat = state_beat(c->sc, s);
    const struct json_value *choice = json_member(c->test->otherwise, c->sc->beat[beat].id);
    if (choice != NULL && choice->type == JSON_OBJECT) {
        choice = json_member(choice, c->sc->actor[s->side].id);
    }
    for (const struct json_value *id = course_next(choice, NULL); id != NULL;
         id = course_next(choice, id)) {
        if (course_possible(c, id->string)) {
            return move_parse(c->sc, beat, id->string);
        }
    }
    return move_fallback(c->sc, s);
}

static void advance(struct course *c)
{
    if (match_person_to_move(c->m)) {
        play(c, otherwise(c));
    } else {
        c->no_memory = c->no_memory || match_play_minister(c->m) != NULL;
    }
}

/* ---- steps ---- */

/* Is this the decision that a step is about? A move is made for a side without a minister only. */
static bool is_here(const struct course *c, const struct test_step *step)
{
    const struct state *s = match_now(c->m);
    return !step->end && (step->play == NULL || match_person_to_move(c->m)) &&
           (step->round == 0 || step->round == state_round(s)) &&
           (step->beat < 0 || step->beat == state_beat(c->sc, s)) &&
           (step->side < 0 || step->side == s->side) && course_holds(c, step->when);
}

/* Goes on to the decision of a step, or to the end; false where the game never comes to it. */
static bool reach(struct course *c, const struct test_step *step)
{
    while (!c->no_memory && !match_over(c->m)) {
        if (is_here(c, step)) {
            return true;
        }
        advance(c);
    }
    return step->end;
}

static void make_move(struct course *c, const struct test_step *step)
{
    const char *name = step->play->string;
    char what[300], list[LIST_SIZE];
    if (course_possible(c, name)) {
        play(c, move_parse(c->sc, state_beat(c->sc, match_now(c->m)), name));
        course_does(c, step->does);
        return;
    }
    snprintf(what, sizeof what, _("\"%.100s\" cannot be played"), name);
    findings_expected(c->findings, course_fail(c, "S082", step->play, what), _("one of %s"),
                      course_offered(c, list));
}

static void take_step(struct course *c, const struct test_step *step)
{
    if (!reach(c, step)) {
        c->not_meant = step->given.count > 0;
        if (!c->not_meant && !c->no_memory) {
            course_fail(c, "S081", step->value, _("the game never comes to this step"));
        }
        return;
    }
    c->not_meant = !course_holds(c, step->given);
    if (c->not_meant) {
        return;
    }
    course_claims(c, step->expect);
    if (!step->end) {
        course_offers(c, step->offers);
    }
    if (step->play != NULL && !c->failed) {
        make_move(c, step);
    }
}

/* ---- games ---- */

static bool sit(struct course *c, int party, const struct json_value *seat)
{
    struct minister minister;
    char why[200];
    const char *refusal = strchr(seat->string, '/') != NULL
                              ? _("a program from outside cannot play a test")
                              : minister_for(c->sc, seat->string, &minister, why, sizeof why);
    if (refusal != NULL) {
        c->failed = true;
        json_report(c->findings, SEVERITY_ERROR, "S008", seat, "%s", refusal);
        return false;
    }
    match_seat(c->m, party, &minister);
    return true;
}

static bool sit_all(struct course *c)
{
    bool good = true;
    for (int party = 0; party < MAX_PARTIES; party++) {
        const struct json_value *seat = json_member(c->test->seats, c->sc->actor[party].id);
        good = good && (seat == NULL || sit(c, party, seat));
    }
    return good;
}

static void play_game(struct course *c, uint64_t game)
{
    match_free(c->m);
    c->m = match_new(c->sc, c->test->seed, game);
    c->no_memory = c->m == NULL;
    c->not_meant = false;
    if (c->no_memory || !sit_all(c)) {
        return;
    }
    for (int i = 0; i < c->test->steps; i++) {
        take_step(c, &c->test->step[i]);
        if (c->failed || c->not_meant || c->no_memory) {
            return;
        }
    }
}

/* Plays games until one is meant. */
static void play_games(struct course *c)
{
    const struct scenario_test *test = c->test;
    for (uint64_t k = 0; k < TEST_GAMES; k++) {
        play_game(c, test->game + k);
        if (!c->not_meant || c->no_memory) {
            return;
        }
    }
    for (int i = 0; i < test->steps && !c->failed; i++) {
        if (test->step[i].given.count > 0) {
            const struct json_value *given = json_member(test->step[i].value, "given");
            json_report(c->findings, SEVERITY_ERROR, "S083", given,
                        _("%s: this is so in none of %d games"), test->value->key, TEST_GAMES);
            c->failed = true;
        }
    }
}

/* ---- findings in the scenario ---- */

static bool has_code(const struct findings *found, const char *code)
{
    bool has = false;
    for (int i = 0; i < found->count; i++) {
        has = has || strcmp(found->items[i].code, code) == 0;
    }
    return has;
}

static bool lists_code(const struct json_value *list, const char *code)
{
    bool has = false;
    for (const struct json_value *one = list->first; one != NULL; one = one->next) {
        has = has || strcmp(one->string, code) == 0;
    }
    return has;
}

static void check_findings(struct course *c)
{
    const struct json_value *list = c->test->findings;
    const struct findings *found = c->test->found;
    const char *name = c->test->value->key;
    for (const struct json_value *one = list->first; one != NULL; one = one->next) {
        if (!has_code(found, one->string)) {
            json_report(c->findings, SEVERITY_ERROR, "S080", one, _("%s: %s is not found"), name,
                        one->string);
            c->failed = true;
        }
    }
    for (int i = 0; i < found->count; i++) {
        const struct finding *f = &found->items[i];
        if (!lists_code(list, f->code)) {
            json_report(c->findings, SEVERITY_ERROR, "S080", list,
                        _("%s: there is %s too, line %d: %s"), name, f->code, f->line, f->message);
            c->failed = true;
        }
    }
}

bool test_play(const struct scenario_test *test, struct findings *findings, struct test_result *out)
{
    struct course c = { .test = test, .sc = test->sc, .findings = findings };
    if (test->findings != NULL) {
        check_findings(&c);
    }
    if (test->steps > 0 && test->sc != NULL && !c.failed) {
        play_games(&c);
    }
    *out = (struct test_result){ .passed = !c.failed, .m = c.m };
    return !c.no_memory;
}
