/* test_one_change.c: the small scenario with one thing changed, and the finding it brings, or none; and more
 * of something than there is room for. */
#define _POSIX_C_SOURCE 200809L
#include "content/scenario_load.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ROOM = SCENARIO_MAX_BYTES };

/* The small scenario with the first `from` made `to`; the caller frees it. */
static char *small_with(const char *from, const char *to)
{
    char *text = support_small_text(), *out = malloc(ROOM);
    const char *at = strstr(text, from);
    assert_non_null(out);
    if (at == NULL) {
        fail_msg("not in the scenario: %s", from);
    }
    snprintf(out, ROOM, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
    free(text);
    return out;
}

static bool is_told(const struct findings *findings, const char *code, const char *words)
{
    for (int i = 0; i < findings->count; i++) {
        const struct finding *one = &findings->items[i];
        if (strcmp(one->code, code) == 0 && strstr(one->message, words) != NULL) {
            return true;
        }
    }
    return false;
}

/* Reads `text`, frees it, and expects such a finding. */
static void expect_told(char *text, const char *code, const char *words)
{
    struct findings findings = findings_init();
    scenario_free(scenario_read("small.json", text, strlen(text), &findings));
    if (!is_told(&findings, code, words)) {
        findings_print_text(&findings, stderr);
        fail_msg("not told: %s, %s", code, words);
    }
    findings_clear(&findings);
    free(text);
}

/* ---- more than there is room for ---- */

/* Rules of 64 rows at the arrival, as many as asked for, each row `row`. */
static char *rules(int count, int rows, const char *row)
{
    char *text = malloc(ROOM);
    assert_non_null(text);
    int at = sprintf(text, "\"rules\": {");
    for (int i = 0; i < count; i++) {
        at += sprintf(text + at, "\"many-%d\": { \"at\": \"arrival\", \"rows\": [", i);
        for (int k = 0; k < rows; k++) {
            at += sprintf(text + at, "%s%s", k ? "," : "", row);
        }
        at += sprintf(text + at, "] }, ");
    }
    char *out = small_with("\"rules\": {", text);
    free(text);
    return out;
}

static void pools_that_are_full_are_told_once(void **unused)
{
    (void)unused;
    static const struct {
        int rules, rows;
        const char *row, *told;
    } full[] = {
        { 33, 64, "{\"do\":{\"calm\":1}}", "rows" },
        { 30, 64, "{\"do\":{\"calm\":1,\"alarm\":1,\"favour.victim\":1}}", "changes" },
        { 20, 64,
          "{\"do\":{\"calm\":{\"per\":{\"severity\":1}},\"alarm\":{\"per\":{\"severity\":2}}}}",
          "amounts" },
        { 30, 64,
          "{\"do\":{\"calm\":{\"per\":{\"severity\":1,\"round\":1,\"calm\":1,\"alarm\":1}}}}",
          "terms of amounts" },
        { 10, 64,
          "{\"when\":[{\"calm\":1},{\"calm\":2},{\"calm\":3},{\"calm\":4},{\"calm\":5},"
          "{\"calm\":6},{\"calm\":7}],\"do\":{\"calm\":1}}",
          "conditions" },
        { 20, 64,
          "{\"when\":{\"calm\":1,\"alarm\":2,\"round\":3,\"severity\":1,\"beacon\":true,"
          "\"agreements\":1,\"ferry\":true},\"do\":{\"calm\":1}}",
          "keys of conditions" },
    };
    for (size_t i = 0; i < sizeof full / sizeof *full; i++) {
        expect_told(rules(full[i].rules, full[i].rows, full[i].row), "S009", full[i].told);
    }
}

/* ---- single slips ---- */

static void a_slip_is_told(void **unused)
{
    (void)unused;
    static const struct {
        const char *from, *to, *code, *words;
    } slip[] = {
        { "{own.title} of", "{ own.title } of", "T004", "has blanks in it" },
        { "{own.title} of", "{own title} of", "T004", "has blanks in it" },
        { "{own.title} of", "{{own.title}} of", "T004", "one brace is enough" },
        { "{own.title} of", "{{}} of", "T004", "one brace is enough" },
        { "{own.title} of", "{} of", "T004", "not closed" },
        { "\"confidence\": [3, 4, 3]", "\"confidence\": [0, 0, 0]", "S002", "above 0" },
        { "\"retrace\": true", "\"retrace\": false", "S023", "can only be true" },
        { "\"chance\": 50, \"do\"", "\"chance\": 0, \"do\"", "S024", "never comes" },
        { "\"favour.own\": -5, \"reveal\": true", "\"favour.own\": {}, \"reveal\": true", "S029",
          "is 0" },
        { "\"boats.suspect\": [1, 4, 9]", "\"boats.suspect\": [1, 4, 9], \"calm\": [1]", "S023",
          "exactly one number" },
        { "\"boats.suspect\": [1, 4, 9]", "\"boats.victim\": [1, 4, 9]", "S023",
          "weighs no culprit" },

        { "\"calm\": \"20..\"", "\"calm\": \">= 20\"", "S023", "this says nothing about \"calm\"" },
        { "\"calm\": \"20..\"", "\"calm\": \">>>20\"", "S023", "this says nothing about \"calm\"" },
        { "\"calm\": \"20..\"", "\"calm\": \"20-\"", "S023", "this says nothing about \"calm\"" },
        { "\"calm\": \"20..\"", "\"calm\": \"20...\"", "S023", "this says nothing about \"calm\"" },
        { "\"calm\": \"20..\"", "\"calm\": \"20-10\"", "S023", "this says nothing about \"calm\"" },
        { "\"calm\": \"20..\"", "\"calm\": \"20-x\"", "S023", "this says nothing about \"calm\"" },
        { "\"calm\": \"20..\"", "\"calm\": [20, true]", "S023",
          "this says nothing about \"calm\"" },
        { "\"calm\": \"20..\"", "\"calm\": [20, 5]", "S023", "this says nothing about \"calm\"" },
        { "\"calm\": \"20..\"", "\"calm\": [-2000, 5]", "S023",
          "this says nothing about \"calm\"" },
        { "\"calm\": \"20..\"", "\"calm\": [5, 2000]", "S023", "this says nothing about \"calm\"" },
        { "\"calm\": \"20..\"", "\"calm\": \"1001..\"", "S023",
          "this says nothing about \"calm\"" },
        { "\"calm\": \"20..\"", "\"calm\": [20]", "S023", "this says nothing about \"calm\"" },
        { "\"calm\": \"20..\"", "\"calm\": {\"not\": 5000}", "S023",
          "this says nothing about \"calm\"" },
        { "\"calm\": \"20..\"", "\"calm\": \"20…\"", "S023", "this says nothing about \"calm\"" },
        { "\"incident\": [\"nets\", \"wreck\"]",
          "\"incident\": { \"not\": [\"nets\", \"bell\", \"wreck\"] }", "S024",
          "this never holds" },
        { "\"guilty\": true, \"culprit\": \"fleet\"",
          "\"calm\": { \"not\": 1 }, \"alarm\": { \"not\": 1 }, \"favour.victim\": { \"not\": 1 }, \"favour.suspect\": { \"not\": 1 }, \"record.victim\": { \"not\": 1 }, \"record.suspect\": { \"not\": 1 }, \"round\": { \"not\": 1 }, \"severity\": { \"not\": 1 }",
          "S023", "this says nothing about \"calm\"" },
        { "\"title\": \"Cut nets\"", "\"title\": \"豈豈豈豈豈豈豈豈豈豈豈豈𠀀！\"", "T010",
          "an incident has 8 words" },
        { "\"title\": \"Cut nets\"", "\"title\": \"ﬀ\"", "T010", "an incident has 1 word" },
        { "\"title\": \"Cut nets\"", "\"title\": \"𰀀\"", "T010", "an incident has 0 words" },
        { "\"title\": \"Cut nets\"", "\"title\": \"⺀ ⹿\"", "T010", "an incident has 1 word" },
        { "\"text\": \"The beacon burns.\" },",
          "\"text\": \"The beacon burns.\" }, { \"when\": { \"beacon\": true, \"ferry\": true }, \"text\": \"Both.\" },",
          "T021", "an earlier text is read" },
        { "\"default\": true,\n      \"effects\": [{ \"do\": { \"calm\": 1",
          "\"default\": 5,\n      \"effects\": [{ \"do\": { \"calm\": 1", "S001",
          "expected here, not a number" },
        { "\"each\": \"agreements\",", "\"each\": \"agreements\", \"when\": { \"calm\": \"1..\" },",
          "S044", "conditions: its agreements have them" },
        { "\"each\": \"agreements\",",
          "\"each\": \"agreements\", \"effects\": [{\"do\": {\"calm\": 1}}],", "S044",
          "conditions: its agreements have them" },
        { "\"none\": { \"beat\": \"pact\", \"family\": \"deny\"",
          "\"none\": { \"beat\": \"pact\", \"family\": \"cooperate\"", "S044",
          "beat \"pact\" cannot pick agreements" },
        { "\"none\": { \"beat\": \"pact\", \"family\": \"deny\"",
          "\"none\": { \"beat\": \"watch\", \"family\": \"deny\"", "S044",
          "beat \"pact\" cannot pick agreements" },
        { "\"when\": { \"round\": \"2..\" },",
          "\"when\": { \"round\": \"2..\", \"boats.suspect\": 1 },", "S031",
          "which only the side it belongs to knows" },
        { "\"when\": { \"round\": \"2..\" },",
          "\"when\": { \"round\": \"2..\", \"boats.west\": 1 },", "S031",
          "which only the side it belongs to knows" },
        { "\"when\": { \"round\": \"2..\" },",
          "\"when\": { \"round\": \"2..\", \"boats.east\": 1 },", "S031",
          "which only the side it belongs to knows" },
        { "\"when\": { \"round\": \"2..\" },",
          "\"when\": { \"round\": \"2..\", \"loot.west\": 1 },", "S031", "which nobody knows" },
        { "\"when\": { \"round\": \"2..\" },",
          "\"when\": { \"round\": \"2..\", \"reply.really\": \"look\" },", "S031",
          "that moved knows before the truth is out" },
        { "\"when\": { \"round\": \"2..\" },",
          "\"when\": { \"round\": \"2..\", \"guilty\": true },", "S031",
          "ich nobody knows before the truth is out" },
        { "\"when\": { \"round\": \"2..\" },",
          "\"when\": { \"round\": \"2..\", \"file\": \"us\" },", "S031",
          "which only the suspect knows" },
        { "\"when\": { \"round\": \"2..\" },",
          "\"when\": { \"round\": \"2..\", \"culprit\": \"fleet\" },", "S031",
          "ich nobody knows before the truth is out" },
        { "\"calm\": \"20..\" },\n", "\"calm\": \"20..\", \"picked.other\": 1 },\n", "S022",
          "runs a row for both" },
        { "{ \"beacon\": true }, \"text\": \"The beacon burns.\"",
          "{ \"boats.west\": 1 }, \"text\": \"The beacon burns.\"", "S031",
          "which only the side it belongs to knows" },
        { "{ \"beacon\": true }, \"text\": \"The beacon burns.\"",
          "{ \"boats.east\": 1 }, \"text\": \"The beacon burns.\"", "S031",
          "which only the side it belongs to knows" },
        { "\"F2\": {", "\"1F\": {", "S006", "no id for a fact" },
        { "\"F2\": {", "\"\": {", "S006", "no id for a fact" },
        { "\"F2\": {", "\"F 1\": {", "S006", "no id for a fact" },
        { "\"F2\": {", "\"FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF\": {", "S006",
          "no id for a fact" },
        { "\"F2\": {", "\"F_1\": {", "S006", "no id for a fact" },
        { "\"severe\": { \"window\": [3, 4] }", "\"severe\": { \"window\": [4, 3] }", "S048",
          "to 3 brings an incident" },
        { "\"tells\": \"culprit\"", "\"tells\": \"from\"", "S023", "both tiers tell the same" },
        { "\"#dcb65a\"", "\"#dcb65/\"", "S003", "this is no colour" },
        { "\"#dcb65a\"", "\"#dcb65:\"", "S003", "this is no colour" },
        { "\"facts\": {", "\"study\": { \"tension\": \"1..2\" }, \"facts\": {", "S004",
          "no figure of a study" },
        { "\"facts\": {", "\"study\": { \"endings.random.x\": \"1..2\" }, \"facts\": {", "S004",
          "no figure of a study" },
        { "\"facts\": {", "\"study\": { \"recipe\": \">3\" }, \"facts\": {", "S023",
          "is no bar for \"recipe\"" },
        { "\"facts\": {", "\"study\": { \"recipe\": \"\" }, \"facts\": {", "S023",
          "is no bar for \"recipe\"" },
        { "\"facts\": {", "\"study\": { \"recipe\": \"5..1\" }, \"facts\": {", "S023",
          "empty: 5 is above 1" },
        { "\"streak\": 2, \"share\": 2",
          "\"streak\": 2, \"share\": 2, \"order\": [\"east\", \"east\", \"east\"]", "S049",
          "order asks for too much" },
        { "\"range\": [0, 80]", "\"range\": [80, 0]", "S023", "is empty: 80 to 0" },
        { "{victim.country} hang", "{victim.country hang", "T004", "opened here and not closed" },
        { "{victim.country} hang", "victim.country}} hang", "T004", "closed here and not opened" },
        { "{victim.country} hang", "}victim.country hang", "T004", "closed here and not opened" },
        { "{victim.country} hang", "{north.capital} hang", "T005", "text that this actor lacks" },
        { "{victim.country} hang", "{signl} hang", "T004", "slot {signl} is not known" },
        { "{victim.country} hang",
          "{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa} hang",
          "T004", "opened here and not closed" },
        { "{victim.country} hang",
          "{{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}} hang",
          "T004", "one brace is enough" },
        { "{victim.country} hang", "{{own.title hang", "T004", "one brace is enough" },
        { "{victim.country} hang", "{ } hang", "T004", "} has blanks in it" },
        { "\"because\": \"The tide turns\"",
          "\"because\": \"{first.country}, {victim.country} {own.country}\"", "T006",
          "here: there is no case" },
        { "\"do\": { \"alarm\": 1 }, \"text\": { \"because\": \"It is out already\" }",
          "\"do\": { \"alarm\": 1, \"report\": true }, \"text\": {}", "S027",
          "is not changed by rows" },
        { "\"tide\": { \"at\": \"round\"", "\"tide\": { \"at\": \"rond\"", "S003",
          "\"rond\" is no moment" },
        { "\"calm\": 1, \"favour.own\": -1 } }],\n      \"habit\"",
          "\"calm\": 1, \"favour\": -1 } }],\n      \"habit\"", "S021", "say whose number it is" },
        { "\"calm\": 1, \"favour.own\": -1 } }],\n      \"habit\"",
          "\"calm.own\": 1, \"favour.own.x\": -1 } }],\n      \"habit\"", "S021",
          "it belongs to no side" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"struck\": 1 }", "S021",
          "say whose number it is" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"beacon.age.own\": 1 }", "S021",
          "it belongs to no side" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"beacon.own\": true }", "S021",
          "it belongs to no side" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"report\": true }", "S021",
          "say whose number it is" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"report.age\": 1 }", "S021",
          "say whose number it is" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"favour.own.own\": 1 }", "S021",
          "one that is not known" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"question.fammily\": \"deny\" }", "S021",
          "a beat does not tell" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"calm\": {} }", "S023",
          "this says nothing about \"calm\"" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"calm\": {\"nt\": 1} }", "S023",
          "this says nothing about \"calm\"" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"guilty\": \"yes\" }", "S023",
          "this says nothing about \"guilty\"" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"victim\": \"est\" }", "S008",
          "no party is called \"est\"" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"from\": {\"not\": \"other\"} }", "S030",
          "before the truth is out" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"severity\": \"9..\" }", "S063",
          "to 8, whatever is done" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"confidence\": 7 }", "S024",
          "\"confidence\" is 0 to 2" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"x\": 1 }", "S020",
          "nothing is called \"x\"" },
        { "\"do\": { \"alarm\": { \"toward\": 25, \"below\": 2, \"above\": 4 } }",
          "\"do\": { \"promise\": \"report\" }", "S022", "no side is at work" },
        { "\"do\": { \"alarm\": { \"toward\": 25, \"below\": 2, \"above\": 4 } }",
          "\"when\": { \"struck.own\": 1 }, \"do\": { \"alarm\": { \"toward\": 25, \"below\": 2, \"above\": 4 } }",
          "S022", "here: there is no case" },
        { "\"do\": { \"alarm\": { \"toward\": 25, \"below\": 2, \"above\": 4 } }",
          "\"do\": { \"alarm\": { \"set\": 25, \"toward\": 4 } }", "S023",
          "\"set\" or \"toward\" stands here" },
        { "{ \"in\": 1, \"when\": { \"boats.own\": \"1..\" }, \"do\": { \"loot.own\": 1 } }",
          "{ \"at\": \"revealed\", \"do\": { \"loot.own\": 1 } }", "S022",
          "here: there is no case" },
        { "{ \"in\": 1, \"when\": { \"boats.own\": \"1..\" }, \"do\": { \"loot.own\": 1 } }",
          "{ \"at\": \"later\", \"do\": { \"loot.own\": 1 } }", "S003",
          "\"later\" is not known here" },
        { "\"per\": { \"severity\": [1, 2] }",
          "\"per\": { \"severity\": 1, \"round\": 1, \"calm\": 1, \"alarm\": 1, \"favour.own\": 1, \"favour.other\": 1, \"record.own\": 1, \"record.other\": 1, \"act\": 1, \"agreements\": 1, \"beacon\": 1, \"ferry\": 1, \"struck.own\": 1, \"struck.other\": 1 }",
          "S009", "has at most 12 terms" },
        { "\"per\": { \"severity\": [1, 2] }", "\"per\": { \"severity\": [1, 0] }", "S002",
          "is below the limit 1" },
        { "\"per\": { \"severity\": [1, 2] }, \"max\": 9", "\"min\": 9, \"max\": 3", "S023",
          "is above the most, 3" },
        { "\"signal\": [{ \"when\": { \"beacon\": true }, \"text\": \"The beacon burns.\" }, \"There is no light to call by.\"]",
          "\"signal\": [\"a\", \"b\", { \"when\": { \"beacon\": true }, \"text\": 5 }]", "T021",
          "it: 1 text is never" },
    };
    for (size_t i = 0; i < sizeof slip / sizeof *slip; i++) {
        expect_told(small_with(slip[i].from, slip[i].to), slip[i].code, slip[i].words);
    }
}

static void what_is_fine_is_not_told(void **unused)
{
    (void)unused;
    static const struct {
        const char *from, *to;
    } fine[] = {
        { "\"ferry\": true, \"ferry.age\": \"1..\" }, \"do\": { \"confidence\": 1 }",
          "\"ferry\": true }, \"do\": { \"promise\": \"report\" }" },
        { "\"title\": \"Cut nets\"", "\"title\": \"a — b – c\"" },
        { "\"title\": \"Cut nets\"", "\"title\": \"one ￿ two\"" },
        { "\"when\": { \"round\": \"2..\" },",
          "\"when\": { \"round\": \"2..\", \"boats.victim\": 1 }," },
        { "\"facts\": {", "\"study\": { \"in-best-set.ferry\": \"1..2\" }, \"facts\": {" },
        { "\"facts\": {",
          "\"study\": { \"severe-channel.planner.beacon\": \"1..2\" }, \"facts\": {" },
        { "\"facts\": {", "\"study\": { \"guilty.scripts.east\": \"1..2\" }, \"facts\": {" },
        { "\"facts\": {", "\"study\": { \"best.ask\": \"1..2\" }, \"facts\": {" },
        { "\"facts\": {", "\"study\": { \"side-advantage.planner\": \"1..2\" }, \"facts\": {" },
        { "\"facts\": {", "\"study\": { \"side-advantage\": \"1..2\" }, \"facts\": {" },
        { "{victim.country} hang", "{first.country} hang" },
        { "\"line\": \"A light on both shores.\"",
          "\"line\": \"{first.country} and {second.country}.\"" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"struck.own\": 1 }" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"report.own\": true }" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"report.age.victim\": 1 }" },
        { "{ \"severe\": true, \"beacon\": false }", "{ \"beacon\": 1 }" },
        { "{ \"severe\": true, \"beacon\": false }",
          "{ \"incident\": \"nets\", \"kind\": \"harm\" }" },
        { "\"start\": [0, 1, 1, 2], \"range\": [0, 2]",
          "\"start\": [0, 1, 1, 5], \"range\": [0, 9]" },
        { "[\"question\", \"reply\"]", "[\"reply\", \"question\"]" },
        { "[\"pact\", \"watch\"]", "[\"watch\", \"pact\"]" },
    };
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
        char *text = small_with(fine[i].from, fine[i].to);
        struct findings findings = findings_init();
        struct scenario *sc = scenario_read("small.json", text, strlen(text), &findings);
        findings_print_text(&findings, stderr);
        assert_non_null(sc);
        assert_int_equal(findings.count, 0);
        scenario_free(sc);
        findings_clear(&findings);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pools_that_are_full_are_told_once),
        cmocka_unit_test(a_slip_is_told),
        cmocka_unit_test(what_is_fine_is_not_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
