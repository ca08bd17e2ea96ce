/* replay.c: `backchannel replay`: plays a transcript anew and compares every line. */
#include "command/given.h"
#include "command/out.h"
#include "command/commands.h"
#include "content/scenario_load.h"
#include "match/say.h"

#include <stddef.h>

static const struct option options[] = {
    { "--scenario", "FILE", N_("the scenario, where it is not found by its id") },
    { NULL, NULL, NULL },
};

static int tell_divergence(const char *path, const struct divergence *d)
{
    if (d->number == 0) {
        say(_("%s: the first line differs: %s is recorded as %s, replayed as %s\n"), path, d->field,
            d->recorded, d->replayed);
    } else {
        say(_("%s: decision %d differs: %s is recorded as %s, replayed as %s\n"), path, d->number,
            d->field, d->recorded, d->replayed);
    }
    return EXIT_NO;
}

static int tell(const char *path, const struct match *m)
{
    const int ending = match_ending(m);
    const char *id = ending < 0 ? _("not over yet") : match_scenario(m)->ending[ending].id;
    say(_("%s: decisions replayed: %d, all the same; ending: %s; hash %016llx\n"), path,
        match_steps(m), id, (unsigned long long)match_hash(m));
    return EXIT_FINE;
}

static int replay(const char *path, const char *scenario)
{
    struct scenario *sc;
    struct match *m;
    struct divergence divergence;
    int code = given_transcript(path, scenario, &sc, &m, &divergence);
    if (code == EXIT_FINE) {
        transcript_check_ministers(m, &divergence);
        code = divergence.found ? tell_divergence(path, &divergence) : tell(path, m);
    }
    match_free(m);
    scenario_free(sc);
    return code;
}

static int run(struct args *args)
{
    const char *path = NULL, *scenario = NULL, *value;
    for (int got; (got = args_next(args, &value)) != ARG_END;) {
        if (got == ARG_STOP) {
            return args_stopped(args);
        }
        if (got != ARG_WORD) {
            scenario = value;
        } else if (path == NULL) {
            path = value;
        } else {
            return args_wrong(args, _("one transcript at a time, not %s as well"), value);
        }
    }
    if (path == NULL) {
        return args_wrong(args, "%s", _("no transcript is named"));
    }
    return replay(path, scenario);
}

const struct command command_replay = {
    .name = "replay",
    .words = "FILE [--scenario FILE]",
    .line = N_("Plays a transcript anew and names the first decision and field that differ."),
    .options = options,
    .run = run,
};
