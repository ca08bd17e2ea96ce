/* explain.c: `backchannel explain`: why every number of a recorded game moved. */
#include "command/explain.h"

#include "command/commands.h"
#include "command/given.h"
#include "command/out.h"
#include "content/scenario_load.h"
#include "core/move.h"
#include "match/say.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_SIZE = 512 };

/* ---- what may be told ---- */

/* A blind choice is out when both have chosen. */
static bool is_answered(const struct explain *e, int index)
{
    const struct step *step = match_step(e->m, index);
    const bool blind = e->sc->beat[step->beat].by == BY_BOTH && step->party == 0;
    return !blind || index + 1 < match_steps(e->m);
}

static const char *name_of(struct explain *e, int move)
{
    char name[NAME_SIZE];
    move_name(e->sc, move, name, sizeof name);
    return pool_text(&e->pool, "%s", name);
}

static struct explain_step step_of(struct explain *e, int index)
{
    const struct step *step = match_step(e->m, index);
    struct explain_step told = { .step = step, .shown = true, .move = "" };
    if (e->side == WHY_TRUTH || step->party == e->side) {
        told.number = e->side == WHY_TRUTH ? step->number : 0;
        told.move = name_of(e, step->move);
        return told;
    }
    const bool again = !(step->move & MOVE_SET) && e->sc->move[step->move].again;
    told.shown = is_answered(e, index) && !again;
    if (!e->sc->beat[step->beat].secret && is_answered(e, index)) {
        told.move = name_of(e, move_seen(e->sc, step->move));
    }
    return told;
}

/* What a side thought is told to nobody but itself and the record. */
static void find_motive(struct explain *e, struct explain_step *told)
{
    const struct step *step = told->step;
    struct motive *motive = pool_take(&e->pool, sizeof *motive);
    if ((e->side == WHY_TRUTH || e->side == step->party) && step->round >= e->first &&
        step->round <= e->last && motive_of(e->m, step, motive)) {
        told->motive = motive;
    }
}

static int case_of(const struct explain *e, int round)
{
    for (int i = 0; i < e->view.s.cases; i++) {
        if (e->view.s.file[i].field[FIELD_ROUND] == round) {
            return i;
        }
    }
    return -1;
}

static struct explain_round round_of(const struct explain *e, const struct narrator *n, int round)
{
    struct explain_round told = { .date = narrate_date(n, round), .culprit = "" };
    told.case_at = case_of(e, round);
    if (told.case_at < 0) {
        told.title = narrate_kind(n, round, 0);
        return told;
    }
    const int16_t *field = e->view.s.file[told.case_at].field;
    const int victim = field[FIELD_VICTIM];
    told.title = narrate(n, e->sc->incident[field[FIELD_INCIDENT]].title, victim, told.case_at, 0);
    told.known = e->side == WHY_TRUTH || field[FIELD_REVEALED] != 0;
    if (told.known) {
        told.culprit =
            narrate(n, e->sc->culprit[field[FIELD_CULPRIT]].title, victim, told.case_at, 0);
    }
    return told;
}

bool explain_is_beginning(const struct explain *e, const struct why_line *line)
{
    return line->step == 0 || match_step(e->m, line->step - 1)->round != line->round;
}

bool explain_has_step(const struct explain *e, int index, int round)
{
    const struct explain_step *told = &e->step[index];
    bool any = told->shown;
    for (int i = 0; i < e->lines && !any; i++) {
        any = e->line[i].step == told->step->number && e->line[i].round == round;
    }
    return told->step->round == round && any;
}

bool explain_sum(const struct explain *e, int round, int slot, int *from, int *to)
{
    bool any = false;
    for (int i = 0; i < e->lines; i++) {
        if (e->line[i].round == round && e->line[i].slot == slot) {
            *from = any ? *from : e->line[i].from;
            *to = e->line[i].to;
            any = true;
        }
    }
    return any;
}

bool explain_is_hidden(const struct explain *e, int slot)
{
    return !view_sees_slot(e->sc, 0, slot) || !view_sees_slot(e->sc, 1, slot);
}

/* ---- the whole ---- */

static void prepare(struct explain *e)
{
    if (e->side == WHY_TRUTH) {
        e->view = (struct view){ .s = *match_now(e->m) };
    } else {
        match_view(e->m, e->side, &e->view);
    }
    const struct narrator n = { e->sc, &e->pool, &e->view };
    e->lines = why_lines(e->m, e->side, WHY_ALL, e->first, e->last, &e->pool, &e->line);
    e->step = pool_take(&e->pool, (1 + (size_t)match_steps(e->m)) * sizeof *e->step);
    for (int i = 0; i < match_steps(e->m); i++) {
        e->step[i] = step_of(e, i);
        find_motive(e, &e->step[i]);
    }
    for (int round = e->first; round <= e->last; round++) {
        e->round[round] = round_of(e, &n, round);
    }
}

static bool print_json(const struct explain *e)
{
    char *text = explain_json(e);
    if (text != NULL) {
        say("%s\n", text);
    }
    free(text);
    return text != NULL;
}

/* False when the pool runs out of memory, which leaves everything in between by a jump. */
static bool try_prepare(struct explain *e)
{
    if (setjmp(e->pool.out) != 0) {
        return false;
    }
    prepare(e);
    return true;
}

bool explain_print(const struct match *m, int side, int round, bool json)
{
    struct explain *e = calloc(1, sizeof *e);
    if (e == NULL) {
        return false;
    }
    *e = (struct explain){ .m = m, .sc = match_scenario(m), .side = side };
    e->first = round > 0 ? round : 1;
    e->last = round > 0 ? round : state_round(match_now(m));
    bool done = try_prepare(e);
    if (done && json) {
        done = print_json(e);
    } else if (done) {
        explain_text(e);
    }
    pool_free(&e->pool);
    free(e);
    return done;
}

/* ---- the verb ---- */

enum { OPTION_ROUND, OPTION_SIDE, OPTION_FORMAT, OPTION_SCENARIO, OPTION_LANG };
static const struct option options[] = {
    { "--round", "R", N_("only this round") },
    { "--side", "PARTY",
      N_("only what that side could know at the time (all, hidden things too)") },
    { "--format", "FORMAT", N_("text or json (text)") },
    { "--scenario", "FILE", N_("the scenario, where it is not found by its id") },
    { "--lang", "LANGUAGE", N_("of everything (the system's, else English)") },
    { NULL, NULL, NULL },
};

struct asked {
    struct args *args;
    const char *path, *side, *scenario;
    uint64_t round;
    bool json;
};

static int read_argument(void *context, int got, const char *value)
{
    struct asked *asked = context;
    struct args *args = asked->args;
    static const char *const formats[] = { "text", "json" };
    int format;
    switch (got) {
    case OPTION_ROUND:
        return args_number(value, 1, MAX_ROUNDS, &asked->round)
                   ? EXIT_FINE
                   : args_wrong(args, _("--round: %s is no number of a round"), value);
    case OPTION_SIDE:
        asked->side = value;
        return EXIT_FINE;
    case OPTION_FORMAT:
        format = args_choice(args, value, formats, 2);
        asked->json = format == 1;
        return format < 0 ? EXIT_USAGE : EXIT_FINE;
    case OPTION_SCENARIO:
        asked->scenario = value;
        return EXIT_FINE;
    case OPTION_LANG:
        return given_language(args, value);
    default:
        if (asked->path != NULL) {
            return args_wrong(args, _("one transcript at a time, not %s as well"), value);
        }
        asked->path = value;
        return EXIT_FINE;
    }
}

static int refuse(const char *path, const struct divergence *d)
{
    complain(_("backchannel: %s cannot be explained: at decision %d the record of %s differs from "
               "what the rules make of it now. See: backchannel replay\n"),
             path, d->number, d->field);
    return EXIT_USAGE;
}

static int explain(const struct args *args, const struct asked *asked, const struct match *m)
{
    int side = WHY_TRUTH;
    if (asked->side != NULL) {
        const int code = given_party(args, match_scenario(m), asked->side, &side);
        if (code != EXIT_FINE) {
            return code;
        }
    }
    if (asked->round > (uint64_t)state_round(match_now(m))) {
        return args_wrong(args, _("--round %d: the game has come to round %d"), (int)asked->round,
                          state_round(match_now(m)));
    }
    return explain_print(m, side, (int)asked->round, asked->json) ? EXIT_FINE : out_of_memory();
}

static int read_and_explain(const struct args *args, const struct asked *asked)
{
    struct scenario *sc;
    struct match *m;
    struct divergence divergence;
    int code = given_transcript_in(args, asked->path, asked->scenario, &sc, &m, &divergence);
    if (code == EXIT_FINE) {
        code = divergence.found ? refuse(asked->path, &divergence) : explain(args, asked, m);
    }
    match_free(m);
    scenario_free(sc);
    return code;
}

static int run(struct args *args)
{
    struct asked asked = { .args = args };
    const int code = args_each(args, read_argument, &asked);
    if (code != EXIT_FINE || args->helped) {
        return code;
    }
    if (asked.path == NULL) {
        return args_wrong(args, "%s", _("no transcript is named"));
    }
    return read_and_explain(args, &asked);
}

const struct command command_explain = {
    .name = "explain",
    .words = "FILE [--round R] [--side PARTY] [--format text|json]",
    .line = N_("Says of a transcript why every number moved, decision by decision."),
    .options = options,
    .run = run,
};
