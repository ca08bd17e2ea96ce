/* given.c: what a command line names, of which nothing is opened, written or started; stands in for
 * game/command/given.c. A scenario is never there, so a verb ends where it has read its words. */
#include "command/given.h"

#include "command/out.h"
#include "content/scenario_facts.h"
#include "fuzz.h"

#include <string.h>

int given_language(struct args *args, const char *value)
{
    args->asked = true;
    return strlen(value) > 5 ? EXIT_USAGE : EXIT_FINE;
}

int given_scenario(const char *name, struct scenario **out)
{
    FUZZ_MUST(name != NULL);
    *out = NULL;
    return EXIT_USAGE;
}

int given_scenario_in(const struct args *args, const char *name, struct scenario **out)
{
    (void)args;
    return given_scenario(name, out);
}

int given_transcript(const char *path, const char *scenario, struct scenario **sc,
                     struct match **match, struct divergence *divergence)
{
    (void)scenario, (void)divergence;
    *match = NULL;
    return given_scenario(path, sc);
}

int given_transcript_in(const struct args *args, const char *path, const char *scenario,
                        struct scenario **sc, struct match **match, struct divergence *divergence)
{
    (void)args;
    return given_transcript(path, scenario, sc, match, divergence);
}

int given_refusal(const char *refusal, int code)
{
    FUZZ_MUST(refusal != NULL);
    return code;
}

int given_folder(const char *path)
{
    return path[0] != '\0' ? EXIT_FINE : EXIT_MACHINE;
}

int given_party(const struct args *args, const struct scenario *sc, const char *id, int *party)
{
    (void)args;
    *party = scenario_party(sc, id);
    return *party >= 0 ? EXIT_FINE : EXIT_USAGE;
}

int given_fact(const struct args *args, const struct scenario *sc, const char *id, int *fact)
{
    (void)args;
    *fact = scenario_fact(sc, id);
    return *fact >= 0 ? EXIT_FINE : EXIT_USAGE;
}

int given_minister(const struct args *args, const struct scenario *sc, const char *name,
                   struct minister *out)
{
    char why[200];
    const char *refusal = minister_for(sc, name, out, why, sizeof why);
    return refusal == NULL ? EXIT_FINE : args_wrong(args, "%s", refusal);
}

int given_player(const struct args *args, const struct scenario *sc, const char *name,
                 struct minister *out)
{
    return given_minister(args, sc, name, out);
}
