/* list.c: `backchannel ministers` and `backchannel scenarios`: what there is to choose from. */
#include "command/given.h"
#include "command/out.h"
#include "command/commands.h"
#include "content/scenario_find.h"
#include "content/scenario_load.h"
#include "match/say.h"

#include <stddef.h>
#include <stdlib.h>

static const struct option no_options[] = { { NULL, NULL, NULL } };

/* These verbs take no words at all. */
static int refuse_words(struct args *args)
{
    const char *value;
    const int got = args_next(args, &value);
    if (got == ARG_STOP) {
        return args_stopped(args);
    }
    return got == ARG_END ? EXIT_FINE : args_wrong(args, _("%s is one word too many"), value);
}

static int list_ministers(struct args *args)
{
    const int code = refuse_words(args);
    if (code != EXIT_FINE || args->helped) {
        return code;
    }
    for (int i = 0; minister_name(i) != NULL; i++) {
        say("%-18s %s\n", minister_name(i), _(minister_line(i)));
    }
    return EXIT_FINE;
}

/* Loads it for its title; one with errors is listed all the same. */
static void list_scenario(const char *id)
{
    struct findings findings = findings_init();
    char *path = scenario_find(id, &findings);
    struct scenario *sc = path != NULL ? scenario_load(path, &findings) : NULL;
    if (sc != NULL) {
        say("%-18s %s\n", id, sc->text[sc->title.first].utf8);
    } else {
        say("%-18s %s\n", id, _("(has errors: see backchannel check)"));
    }
    scenario_free(sc);
    free(path);
    findings_clear(&findings);
}

static int list_scenarios(struct args *args)
{
    const int code = refuse_words(args);
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
    .words = "",
    .line = N_("Lists the ministers that can sit at the table."),
    .options = no_options,
    .run = list_ministers,
};

const struct command command_scenarios = {
    .name = "scenarios",
    .words = "",
    .line = N_("Lists the scenarios that are found by their id."),
    .options = no_options,
    .run = list_scenarios,
};
