/* check.c: `backchannel check`: everything that is wrong with scenarios, in one pass. */
#include "command/check_explain.h"
#include "command/check_sources.h"
#include "command/check_tests.h"
#include "command/given.h"
#include "command/out.h"
#include "command/commands.h"
#include "content/scenario_find.h"
#include "content/scenario_tests.h"
#include "content/scenario_load.h"
#include "content/scenario_texts.h"
#include "match/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    OPTION_FORMAT,
    OPTION_STRICT,
    OPTION_SOURCES,
    OPTION_TESTS,
    OPTION_TRANSCRIPTS,
    OPTION_EXPLAIN
};
enum { CODES_MAX = 128 };
static const struct option options[] = {
    { "--format", "text|json", N_("how findings are printed (text)") },
    { "--strict", NULL, N_("warnings count as errors") },
    { "--sources", NULL, N_("lists every fact and what carries it; findings go to stderr") },
    { "--tests", NULL, N_("plays the tests of NAME.tests.json beside NAME.json") },
    { "--transcripts", "DIR", N_("with --tests: writes down their games in that folder") },
    { "--explain", "CODE...",
      N_("says what findings mean, such as S012, or all; with an example") },
    { NULL, NULL, NULL },
};

struct check {
    struct args *args;
    bool json, strict, sources, with_tests;
    int scenarios;
    bool explained;                   /* codes are, nothing is checked */
    const char *code_word[CODES_MAX]; /* the codes of --explain, and plain words */
    int code_words;
    struct check_tests tests;
    int code;       /* of the tests, where they cannot be played */
    bool uncarried; /* some fact is, with --sources */
    bool no_memory;
    struct findings findings;
};

static void print_sources(struct check *check, const struct scenario *sc, const char *path)
{
    check->uncarried = check->uncarried || !sources_carried(sc);
    if (!check->json) {
        sources_print_text(sc, path);
    } else if (!sources_print_json(sc)) {
        check->no_memory = true;
    }
}

/* True where the file is the translation of a scenario that is there: then that alone is looked at. */
static bool check_translation(struct check *check, const char *path)
{
    char *of = scenario_translated(path);
    if (of == NULL) {
        return false;
    }
    const int before = check->findings.errors + check->findings.warnings;
    struct scenario *sc = scenario_translate(of, path, &check->findings);
    if (before == check->findings.errors + check->findings.warnings && !check->json) {
        complain(_("%s: nothing to find fault with\n"), path);
    }
    scenario_free(sc);
    free(of);
    return true;
}

/* Plays the tests of a file, or says that nothing is wrong with it where they are not to be played. */
static void play_tests(struct check *check, const char *path, const char *tests)
{
    if (check->with_tests && check->code == EXIT_FINE) {
        check->code = check_tests_run(&check->tests, path, tests, &check->findings);
        return;
    }
    const int before = check->findings.errors + check->findings.warnings;
    struct scenario_tests all;
    if (scenario_tests_read(path, tests, &check->findings, &all) &&
        before == check->findings.errors + check->findings.warnings && !check->json) {
        complain(_("%s: nothing to find fault with\n"), tests);
    }
    scenario_tests_clear(&all);
}

/* The tests that lie beside a scenario without errors. */
static void check_own_tests(struct check *check, const char *path)
{
    char *tests = scenario_tests_place(path);
    check->no_memory = check->no_memory || tests == NULL;
    if (tests != NULL && access(tests, F_OK) == 0) {
        play_tests(check, path, tests);
    } else if (tests != NULL) {
        complain(_("%s: there are no tests: %s is missing\n"), path, tests);
    }
    free(tests);
}

/* True where the file holds the tests of a scenario that is there: then those alone are looked at. */
static bool check_tests_file(struct check *check, const char *path)
{
    char *of = scenario_tested(path);
    if (of != NULL) {
        play_tests(check, of, path);
    }
    free(of);
    return of != NULL;
}

static void check_scenario(struct check *check, const char *name)
{
    char *path = scenario_find(name, &check->findings);
    if (path != NULL && (check_translation(check, path) || check_tests_file(check, path))) {
        free(path);
        return;
    }
    const int before = check->findings.errors + check->findings.warnings;
    struct scenario *sc = path != NULL ? scenario_load_all(path, &check->findings) : NULL;
    if (sc != NULL && check->with_tests) {
        check_own_tests(check, path);
    }
    if (sc != NULL && check->sources) {
        print_sources(check, sc, path);
    } else if (sc != NULL && before == check->findings.errors + check->findings.warnings &&
               !check->json) {
        complain(_("%s: nothing to find fault with\n"), path);
    }
    scenario_free(sc);
    free(path);
}

static void note_word(struct check *check, const char *word)
{
    if (check->code_words < CODES_MAX) {
        check->code_word[check->code_words++] = word;
    }
}

static int read_option(struct check *check, int option, const char *value)
{
    static const char *const formats[] = { "text", "json" };
    int format;
    switch (option) {
    case OPTION_STRICT:
        check->strict = true;
        return EXIT_FINE;
    case OPTION_SOURCES:
        check->sources = true;
        return EXIT_FINE;
    case OPTION_TESTS:
        check->with_tests = true;
        return EXIT_FINE;
    case OPTION_EXPLAIN:
        check->explained = true;
        note_word(check, value);
        return EXIT_FINE;
    case OPTION_TRANSCRIPTS:
        check->tests.transcripts = value;
        return EXIT_FINE;
    default:
        format = args_choice(check->args, value, formats, 2);
        check->json = format == 1;
        return format < 0 ? EXIT_USAGE : EXIT_FINE;
    }
}

/* What goes together. */
static int check_options(const struct check *check)
{
    if (check->scenarios == 0 && !check->explained) {
        return args_wrong(check->args, "%s", _("no scenario is named"));
    }
    if (check->tests.transcripts != NULL && !check->with_tests) {
        return args_wrong(check->args, "%s", _("--transcripts needs --tests"));
    }
    if (check->sources && check->with_tests) {
        return args_wrong(check->args, "%s", _("--sources and --tests: one at a time"));
    }
    return EXIT_FINE;
}

/* Options first, wherever they stand: they hold for every scenario. */
static int read_options(struct check *check)
{
    const char *value;
    for (int got; (got = args_next(check->args, &value)) != ARG_END;) {
        if (got == ARG_STOP) {
            return args_stopped(check->args);
        }
        if (got == ARG_WORD) {
            check->scenarios++;
            note_word(check, value);
        } else if (read_option(check, got, value) != EXIT_FINE) {
            return EXIT_USAGE;
        }
    }
    return check_options(check);
}

static bool print_findings(struct check *check)
{
    const struct findings *f = &check->findings;
    if (check->sources) {
        return findings_print_text(f, stderr);
    }
    if (!check->json) {
        return findings_print_text(f, stdout);
    }
    return check->with_tests ? check_tests_print(&check->tests, f) : findings_print_json(f, stdout);
}

static int print(struct check *check)
{
    const struct findings *f = &check->findings;
    const bool printed = print_findings(check);
    if (f->out_of_memory || check->no_memory || (!printed && !out_failed())) {
        return out_of_memory();
    }
    if (check->code != EXIT_FINE) {
        return check->code;
    }
    if (check->with_tests && !check->json) {
        check_tests_say(&check->tests);
    }
    if (f->errors + f->warnings > 0 && !check->json) {
        complain(_("errors: %d, warnings: %d\n"), f->errors, f->warnings);
    }
    const bool no = f->errors > 0 || check->uncarried || (check->strict && f->warnings > 0);
    return no ? EXIT_NO : EXIT_FINE;
}

static int run(struct args *args)
{
    struct check check = { .args = args, .findings = findings_init(), .tests = check_tests_init() };
    struct args again = *args;
    const int code = read_options(&check);
    if (code != EXIT_FINE || args->helped) {
        check_tests_clear(&check.tests);
        return code;
    }
    if (check.explained) { /* then plain words are codes too */
        check_tests_clear(&check.tests);
        return check_explain(args, check.code_word, check.code_words, check.json);
    }
    const char *value;
    for (int got; (got = args_next(&again, &value)) != ARG_END;) {
        if (got == ARG_WORD) {
            check_scenario(&check, value);
        }
    }
    const int result = print(&check);
    check_tests_clear(&check.tests);
    findings_clear(&check.findings);
    return result;
}

const struct command command_check = {
    .name = "check",
    .words = "SCENARIO... [--format text|json] [--strict] [--sources] [--tests] [--explain CODE]",
    .line = N_("Says everything that is wrong with a scenario, and where."),
    .options = options,
    .run = run,
};
