/* debrief.c: `backchannel debrief`: a game told afterwards, or those of a class side by side. */
#include "command/commands.h"
#include "command/debrief_json.h"
#include "command/given.h"
#include "command/out.h"
#include "content/scenario_load.h"
#include "match/debrief_page.h"
#include "match/say.h"

#include <stdlib.h>

enum format { FORMAT_MD, FORMAT_HTML, FORMAT_JSON };

static const struct option options[] = {
    { "--format", "md|html|json", N_("how it is printed; md unless said otherwise") },
    { "--side", "PARTY", N_("from whose chair; the person's, else the first party's") },
    { "--class", NULL, N_("many transcripts of one scenario, seed and game side by side") },
    { "--scenario", "FILE", N_("the scenario, where it is not found by its id") },
    { "--lang", "LANGUAGE", N_("of everything (the system's, else English)") },
    { NULL, NULL, NULL },
};
enum { ARG_FORMAT, ARG_SIDE, ARG_CLASS, ARG_SCENARIO, ARG_LANG };

/* A transcript, read. */
struct game {
    struct scenario *sc;
    struct match *match;
};

/* What was asked for, and what it was read into. */
struct wish {
    struct args *args;
    enum format format;
    bool class;
    const char *side, *scenario;
    const char **path;
    int paths;
    int party; /* of `side`, or -1 */
    struct game *game;
};

/* ---- printing ---- */

/* Prints a text that is the caller's no longer; NULL: memory is out. */
static int print(char *text)
{
    if (text == NULL) {
        return out_of_memory();
    }
    say("%s", text);
    free(text);
    return EXIT_FINE;
}

static int print_game(const struct wish *w)
{
    const struct match *m = w->game[0].match;
    struct debrief *d = debrief_new(m, w->party >= 0 ? w->party : debrief_chair(m));
    if (d == NULL) {
        return out_of_memory();
    }
    const int code = print(
        w->format == FORMAT_JSON ? debrief_json(d) : page_write(d, NULL, w->format == FORMAT_HTML));
    debrief_free(d);
    return code;
}

static int print_class(const struct wish *w)
{
    struct match **m = calloc((size_t)w->paths, sizeof(struct match *));
    for (int i = 0; m != NULL && i < w->paths; i++) {
        m[i] = w->game[i].match;
    }
    struct debrief_class *c = m != NULL ? debrief_class_new(m, w->paths, w->party) : NULL;
    free(m);
    if (c == NULL) {
        return out_of_memory();
    }
    const int code =
        print(w->format == FORMAT_JSON ? debrief_class_json(c)
                                       : page_write(NULL, c, w->format == FORMAT_HTML));
    debrief_class_free(c);
    return code;
}

/* ---- reading ---- */

/* A record that says something else than what happens is not told. */
static int refuse_divergence(const char *path, const struct divergence *d)
{
    complain(_("backchannel: %s: decision %d differs when played anew (%s); see: backchannel "
               "replay\n"),
             path, d->number, d->field);
    return EXIT_NO;
}

static int refuse_other_year(const struct wish *w, const char *path)
{
    complain(_("backchannel: %s and %s are not of one class: a class plays one scenario with one "
               "seed and one game\n"),
             w->path[0], path);
    return EXIT_USAGE;
}

static bool same_year(const struct match *a, const struct match *b)
{
    return match_scenario(a)->hash == match_scenario(b)->hash && match_seed(a) == match_seed(b) &&
           match_game(a) == match_game(b);
}

static int read_one(const struct wish *w, int index)
{
    struct divergence divergence;
    struct game *game = &w->game[index];
    int code = given_transcript_in(w->args, w->path[index], w->scenario, &game->sc, &game->match,
                                   &divergence);
    if (code == EXIT_FINE && divergence.found) {
        code = refuse_divergence(w->path[index], &divergence);
    }
    if (code == EXIT_FINE && !same_year(w->game[0].match, game->match)) {
        code = refuse_other_year(w, w->path[index]);
    }
    return code;
}

static int read_all(struct wish *w)
{
    int code = EXIT_FINE;
    for (int i = 0; i < w->paths && code == EXIT_FINE; i++) {
        code = read_one(w, i);
    }
    if (code == EXIT_FINE && w->side != NULL) {
        code = given_party(w->args, w->game[0].sc, w->side, &w->party);
    }
    return code;
}

/* ---- the verb ---- */

static int debrief(struct wish *w)
{
    w->game = calloc((size_t)w->paths, sizeof *w->game);
    if (w->game == NULL) {
        return out_of_memory();
    }
    int code = read_all(w);
    if (code == EXIT_FINE) {
        code = w->class ? print_class(w) : print_game(w);
    }
    for (int i = 0; i < w->paths; i++) {
        match_free(w->game[i].match);
        scenario_free(w->game[i].sc);
    }
    free(w->game);
    return code;
}

/* Takes in one word of the command line. False after a complaint. */
static bool take(struct wish *w, int got, const char *value)
{
    static const char *const formats[] = { "md", "html", "json" };
    int format = 0;
    switch (got) {
    case ARG_FORMAT:
        format = args_choice(w->args, value, formats, 3);
        w->format = (enum format)format;
        break;
    case ARG_SIDE:
        w->side = value;
        break;
    case ARG_CLASS:
        w->class = true;
        break;
    case ARG_SCENARIO:
        w->scenario = value;
        break;
    case ARG_LANG:
        return given_language(w->args, value) == EXIT_FINE;
    default:
        w->path[w->paths++] = value;
    }
    return format >= 0;
}

static int read_words(struct wish *w)
{
    const char *value;
    for (int got; (got = args_next(w->args, &value)) != ARG_END;) {
        if (got == ARG_STOP) {
            return args_stopped(w->args);
        }
        if (!take(w, got, value)) {
            return EXIT_USAGE;
        }
    }
    if (w->paths == 0) {
        return args_wrong(w->args, "%s", _("no transcript is named"));
    }
    if (w->paths > 1 && !w->class) {
        return args_wrong(w->args, "%s",
                          _("one transcript at a time, or several of one class with --class"));
    }
    return debrief(w);
}

static int run(struct args *args)
{
    struct wish w = { .args = args, .party = -1 };
    w.path = calloc((size_t)args->count + 1, sizeof *w.path);
    if (w.path == NULL) {
        return out_of_memory();
    }
    const int code = read_words(&w);
    free(w.path);
    return code;
}

const struct command command_debrief = {
    .name = "debrief",
    .words = "FILE... [--class]",
    .line = N_("Tells a game afterwards: belief against truth, turning points, questions."),
    .options = options,
    .run = run,
};
