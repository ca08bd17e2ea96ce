/* graph.c: `backchannel graph`: how the parts of a scenario hang together, for graphviz. */
#include "command/graph.h"

#include "command/commands.h"
#include "command/given.h"
#include "command/out.h"
#include "content/scenario_load.h"
#include "match/say.h"

#include <stddef.h>

static const struct option options[] = {
    { "--of", "WHAT", N_("incidents|moves|agreements|endings|rules|all (all)") },
    { NULL, NULL, NULL },
};

#define PART(name) (1u << PART_##name)
#define INCIDENTS_AND_KINDS (PART(KIND) | PART(INCIDENT))

#define TIES_CHANGE ((unsigned)TIE_RAISE | TIE_LOWER | TIE_SET)
#define TIES_ALL 255u

/* The picture of everything leaves out rules and what changes what: those are most of the ties. */
static const struct picture pictures[] = {
    { "incidents", INCIDENTS_AND_KINDS,
      PART(MOVE) | PART(RULE) | PART(COMMITMENT) | PART(METER) | PART(ENDING), TIES_ALL },
    { "moves", PART(MOVE), PART(COMMITMENT) | PART(METER), TIES_ALL },
    { "agreements", PART(COMMITMENT), PART(MOVE) | PART(METER) | PART(ENDING), TIES_ALL },
    { "endings", PART(ENDING), PART(COMMITMENT) | PART(METER) | PART(MOVE), TIES_ALL },
    { "rules", PART(RULE), INCIDENTS_AND_KINDS | PART(COMMITMENT) | PART(METER), TIES_ALL },
    { "all", INCIDENTS_AND_KINDS | PART(MOVE) | PART(COMMITMENT) | PART(ENDING), PART(METER),
      TIES_ALL & ~TIES_CHANGE },
};
enum { PICTURES = sizeof pictures / sizeof pictures[0] };

static int draw(const char *name, const struct picture *picture)
{
    struct scenario *sc = NULL;
    const int code = given_scenario(name, &sc);
    if (code != EXIT_FINE) {
        return code;
    }
    struct graph graph = graph_init(sc);
    const bool drawn = graph.tie != NULL && graph_print(&graph, picture);
    graph_clear(&graph);
    scenario_free(sc);
    return drawn ? EXIT_FINE : out_of_memory();
}

static int run(struct args *args)
{
    const char *names[PICTURES];
    for (int i = 0; i < PICTURES; i++) {
        names[i] = pictures[i].name;
    }
    const char *scenario = NULL, *value;
    int picture = PICTURES - 1;
    for (int got; (got = args_next(args, &value)) != ARG_END;) {
        if (got == ARG_STOP) {
            return args_stopped(args);
        }
        if (got != ARG_WORD) {
            picture = args_choice(args, value, names, PICTURES);
            if (picture < 0) {
                return EXIT_USAGE;
            }
        } else if (scenario == NULL) {
            scenario = value;
        } else {
            return args_wrong(args, _("one scenario at a time, not %s as well"), value);
        }
    }
    if (scenario == NULL) {
        return args_wrong(args, "%s", _("no scenario is named"));
    }
    return draw(scenario, &pictures[picture]);
}

const struct command command_graph = {
    .name = "graph",
    .words = "SCENARIO [--of WHAT]",
    .line = N_("Draws how the parts of a scenario hang together, in the DOT language."),
    .options = options,
    .run = run,
    .more = N_("A picture: backchannel graph SCENARIO --of moves | dot -Tsvg > moves.svg\n"),
};
