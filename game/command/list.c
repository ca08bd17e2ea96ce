/* list.c: `backchannel ministers` and `backchannel scenarios`: what there is to choose from. */
#include "command/given.h"
#include "command/out.h"
#include "command/commands.h"
#include "content/scenario_find.h"
#include "content/scenario_load.h"
#include "content/scenario_texts.h"
#include "match/say.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static const struct option no_options[] = { { NULL, NULL, NULL } };

/* Reads the words; a verb takes one at most, or where `word` is NULL none. */
static int read_words(struct args *args, const char **word)
{
    const char *value;
    int got = args_next(args, &value);
    if (got == ARG_WORD && word != NULL) {
        *word = value;
        got = args_next(args, &value);
    }
    if (got == ARG_STOP) {
        return args_stopped(args);
    }
    return got == ARG_END ? EXIT_FINE : args_wrong(args, _("%s is one word too many"), value);
}

/* ---- ministers ---- */

static void say_minister(const char *name, const char *line)
{
    say("%-25s %s\n", name, line);
}

static void list_characters(const struct scenario *sc)
{
    char name[MINISTER_NAME];
    if (scenario_character(sc, minister_plain) < 0) {
        snprintf(name, sizeof name, "planner:%s", minister_plain);
        say_minister(name, _("is after the score itself"));
    }
    for (int i = 0; i < sc->characters; i++) {
        const struct character *character = &sc->character[i];
        const char *title = scenario_plain(sc, character->title);
        const char *line = scenario_plain(sc, character->line);
        snprintf(name, sizeof name, "planner:%s", character->id);
        say("%-25s %s%s%s\n", name, title, *line ? ". " : "", line);
    }
}

static void list_difficulties(void)
{
    char name[MINISTER_NAME];
    for (int i = 0; minister_difficulty(i) != NULL; i++) {
        snprintf(name, sizeof name, "planner:%s:%s", minister_plain, minister_difficulty(i));
        say_minister(name, _(minister_difficulty_line(i)));
    }
}

static int list_ministers(struct args *args)
{
    const char *name = "pentagon-2012";
    struct scenario *sc = NULL;
    int code = read_words(args, &name);
    if (code == EXIT_FINE && !args->helped) {
        code = given_scenario_in(args, name, &sc);
    }
    if (sc == NULL) {
        return code;
    }
    for (int i = 0; minister_name(i) != NULL; i++) {
        say_minister(minister_name(i), _(minister_line(i)));
    }
    list_characters(sc);
    list_difficulties();
    scenario_free(sc);
    return EXIT_FINE;
}

/* ---- scenarios ---- */

/* Loads it for its title; one with errors is listed all the same. */
static void list_scenario(const char *id)
{
    struct findings findings = findings_init();
    char *path = scenario_find(id, &findings);
    bool found;
    struct scenario *sc =
        path != NULL ? scenario_load_in(path, say_language(), &found, &findings) : NULL;
    if (sc != NULL) {
        say("%-18s %s\n", id, scenario_plain(sc, sc->title));
    } else {
        say("%-18s %s\n", id, _("(has errors: see backchannel check)"));
    }
    scenario_free(sc);
    free(path);
    findings_clear(&findings);
}

static int list_scenarios(struct args *args)
{
    const int code = read_words(args, NULL);
    if (code != EXIT_FINE || args->helped) {
        return code;
    }
    char **ids = scenario_list();
    if (ids == NULL) {
        return out_of_memory();
    }
    for (int i = 0; ids[i] != NULL; i++) {
        list_scenario(ids[i]);
        free(ids[i]);
    }
    free(ids);
    return EXIT_FINE;
}

const struct command command_ministers = {
    .name = "ministers",
    .words = "[SCENARIO]",
    .line = N_("Lists the ministers that can sit at the table."),
    .options = no_options,
    .run = list_ministers,
    .more = N_("The characters of a planner are those of the SCENARIO, or of pentagon-2012.\n"),
};

const struct command command_scenarios = {
    .name = "scenarios",
    .words = "",
    .line = N_("Lists the scenarios that are found by their id."),
    .options = no_options,
    .run = list_scenarios,
};
