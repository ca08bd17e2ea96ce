/* selfcheck.c: `backchannel selfcheck`: does a program keep the protocol for ministers? */
#include "command/selfcheck.h"

#include "command/commands.h"
#include "command/given.h"
#include "command/out.h"
#include "command/tally_json.h"
#include "content/scenario_find.h"
#include "content/scenario_load.h"
#include "match/say.h"

#include <stdio.h>
#include <stdlib.h>

enum { OPTION_FORMAT };
static const struct option options[] = {
    { "--format", "text|json", N_("how the verdict is printed (text)") },
    { NULL, NULL, NULL },
};

/* What comes out, scene by scene. */
struct report {
    struct args *args;
    const char *program;
    bool json;
    struct json_writer w;
    int passed, failed;
};

/* ---- what is asked for ---- */

static int read_argument(void *context, int got, const char *value)
{
    struct report *r = context;
    static const char *const formats[] = { "text", "json" };
    if (got == OPTION_FORMAT) {
        const int format = args_choice(r->args, value, formats, 2);
        r->json = format == 1;
        return format < 0 ? EXIT_USAGE : EXIT_FINE;
    }
    if (r->program != NULL) {
        return args_wrong(r->args, _("one program at a time, not %s as well"), value);
    }
    r->program = value;
    return EXIT_FINE;
}

/* A program that can be started. */
static int check_program(const struct report *r)
{
    struct minister minister;
    if (r->program == NULL) {
        return args_wrong(r->args, "%s", _("no program is named"));
    }
    if (!outside_is_name(r->program)) {
        return args_wrong(r->args, _("%s is no program: its path has a '/' in it, as in ./%s"),
                          r->program, r->program);
    }
    const int code = given_player(r->args, NULL, r->program, &minister);
    if (code == EXIT_FINE) {
        outside_stop(&minister);
    }
    return code;
}

static int read_arguments(struct report *r)
{
    const int code = args_each(r->args, read_argument, r);
    if (code != EXIT_FINE || r->args->helped) {
        return code;
    }
    return check_program(r);
}

/* ---- the verdict ---- */

static void write_scene(struct json_writer *w, const char *id, const char *line, const char *why)
{
    json_write_begin_object(w);
    json_put_string(w, "scene", id);
    json_put_string(w, "line", line);
    json_put_bool(w, "ok", why == NULL);
    json_put_string(w, "why", why);
    json_write_end_object(w);
}

/* `why`: NULL where all was well. */
static void tell(struct report *r, const char *id, const char *line, const char *why)
{
    *(why == NULL ? &r->passed : &r->failed) += 1;
    if (r->json) {
        write_scene(&r->w, id, line, why);
    } else if (why == NULL) {
        say("%-6s %s\n", _("ok"), line);
    } else {
        say("%-6s %s: %s\n", _("FAILED"), line, why);
    }
}

static bool play_scenes(struct report *r, struct selfcheck *c)
{
    for (int i = 0; selfcheck_scenes[i].id != NULL; i++) {
        c->why[0] = '\0';
        const bool fine = selfcheck_scenes[i].play(c);
        tell(r, selfcheck_scenes[i].id, _(selfcheck_scenes[i].line), fine ? NULL : c->why);
        if (!fine && i == 0) {
            return false;
        }
    }
    return true;
}

static void play_games(struct report *r, struct selfcheck *c)
{
    for (c->party = 0; c->party < MAX_PARTIES; c->party++) {
        char line[200];
        c->why[0] = '\0';
        snprintf(line, sizeof line, _("plays %.60s as %.60s"), c->sc->id,
                 c->sc->actor[c->party].id);
        tell(r, "game", line, selfcheck_games(c) ? NULL : c->why);
    }
    c->party = 0;
}

/* The main scenario for the scenes, then games of every shipped one. */
static int check(struct report *r)
{
    struct selfcheck c = { .path = r->program, .limits = outside_limits() };
    struct scenario *sc;
    int code = given_scenario("pentagon-2012", &sc);
    c.sc = sc;
    const bool starts = code == EXIT_FINE && play_scenes(r, &c);
    scenario_free(sc);
    char **ids = scenario_list();
    if (ids == NULL) {
        return out_of_memory();
    }
    for (int i = 0; ids[i] != NULL; i++) {
        if (starts && code == EXIT_FINE) {
            code = given_scenario(ids[i], &sc);
            c.sc = sc;
            if (code == EXIT_FINE) {
                play_games(r, &c);
            }
            scenario_free(sc);
        }
        free(ids[i]);
    }
    free(ids);
    return code;
}

static bool print_json(struct report *r)
{
    json_write_end_array(&r->w);
    json_put_int64(&r->w, "passed", r->passed);
    json_put_int64(&r->w, "failed", r->failed);
    json_write_end_object(&r->w);
    return tally_print_line(&r->w);
}

static int print(struct report *r, int code)
{
    if (r->json) {
        return print_json(r) ? code : out_of_memory();
    }
    if (r->failed == 0) {
        say(_("%s keeps the protocol: all %d scenes are as they should be.\n"), r->program,
            r->passed);
    } else {
        say(_("%s does not keep the protocol: scenes as they should be %d, not so %d.\n"),
            r->program, r->passed, r->failed);
    }
    return code;
}

static int run(struct args *args)
{
    struct report r = { .args = args, .w = json_writer_init() };
    int code = read_arguments(&r);
    if (code != EXIT_FINE || args->helped) {
        return code;
    }
    json_write_begin_object(&r.w);
    json_write_key(&r.w, "program");
    json_write_string(&r.w, r.program);
    json_write_key(&r.w, "scenes");
    json_write_begin_array(&r.w);
    code = check(&r);
    if (code == EXIT_FINE) {
        code = print(&r, r.failed == 0 ? EXIT_FINE : EXIT_NO);
    }
    free(r.w.out.bytes);
    return code;
}

const struct command command_selfcheck = {
    .name = "selfcheck",
    .words = "PROGRAM [--format text|json]",
    .line = N_("Tries whether a program can be a minister."),
    .options = options,
    .run = run,
};
