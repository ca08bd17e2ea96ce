/* explain_text.c: the because-ledger as lines of text. */
#include "command/explain.h"

#include "command/out.h"
#include "match/say.h"

enum { NAME_SIZE = 2 * 64 };

/* Titles, but for the record, which goes by ids. */
static const char *party_name(const struct explain *e, int party)
{
    if (e->side == WHY_TRUTH) {
        return e->sc->actor[party].id;
    }
    return party == e->side ? _("You") : _("They");
}

/* ---- lines ---- */

/* '[rule tension 2, after 1 round, 1 chance in 4]' */
static void say_place(const struct why_line *line)
{
    say(" [%s", line->source);
    if (line->element[0] != '\0') {
        say(" %s", line->element);
    }
    if (line->place > 0) {
        say(" %d", line->place);
    }
    if (line->delay > 0) {
        say(_(", rounds later: %d"), line->delay);
    }
    if (line->cause == WHY_CHANCE && line->percent > 0) {
        say(_(", by chance, %d%%"), line->percent);
    } else if (line->cause >= WHY_CHANCE) {
        static const char *const kind[] = { N_(", by chance"), N_(", by lapse"),
                                            N_(", by revelation") };
        say("%s", _(kind[line->cause - WHY_CHANCE]));
    }
    say("]\n");
}

static void say_line(const struct explain *e, const struct why_line *line)
{
    char name[NAME_SIZE];
    why_name(e->sc, line->slot, name, sizeof name);
    say("    %s %d -> %d (%s%d)", name, line->from, line->to, line->amount > 0 ? "+" : "",
        line->amount);
    if (e->side == WHY_TRUTH && explain_is_hidden(e, line->slot)) {
        say("%s", _(" hidden"));
    }
    say(": %s", line->text);
    say_place(line);
}

/* ---- the parts of a round ---- */

static void say_beginning(const struct explain *e, int round)
{
    bool any = false;
    for (int i = 0; i < e->lines; i++) {
        if (e->line[i].round != round || !explain_is_beginning(e, &e->line[i])) {
            continue;
        }
        if (!any) {
            say("  %s\n", _("As the round begins:"));
            any = true;
        }
        say_line(e, &e->line[i]);
    }
}

static void say_heading(const struct explain *e, const struct explain_step *told)
{
    const char *beat = e->sc->beat[told->step->beat].id;
    const char *who = party_name(e, told->step->party);
    say("  ");
    if (told->number > 0) {
        say(_("Decision %d, "), told->number);
    }
    if (told->move[0] == '\0') {
        say(_("%s, %s: a choice in private, not known yet\n"), who, beat);
    } else {
        say(_("%s, %s: %s, by %s\n"), who, beat, told->move, told->step->by);
    }
}

static void say_steps(const struct explain *e, int round)
{
    for (int i = 0; i < match_steps(e->m); i++) {
        if (!explain_has_step(e, i, round)) {
            continue;
        }
        say_heading(e, &e->step[i]);
        explain_reason(e, &e->step[i]);
        for (int k = 0; k < e->lines; k++) {
            if (e->line[k].step == i + 1 && e->line[k].round == round) {
                say_line(e, &e->line[k]);
            }
        }
    }
}

static void say_sums(const struct explain *e, int round)
{
    say("  %s\n", _("Over the round:"));
    for (int slot = 0; slot < e->sc->slots; slot++) {
        int from, to;
        if (explain_sum(e, round, slot, &from, &to)) {
            char name[NAME_SIZE];
            why_name(e->sc, slot, name, sizeof name);
            say("    %s %d -> %d (%s%d)\n", name, from, to, to > from ? "+" : "", to - from);
        }
    }
}

/* ---- cases ---- */

static void say_truth(const struct explain *e, const struct explain_round *told)
{
    const int16_t *field = e->view.s.file[told->case_at].field;
    const int out = field[FIELD_REVEALED];
    if (!told->known) {
        say("  %s\n", _("Who did it: not known yet"));
        return;
    }
    if (e->side != WHY_TRUTH && out != field[FIELD_ROUND]) {
        say(_("  Who did it: not known yet; it came out in round %d: "), out);
    } else {
        say("%s", _("  Who did it: "));
    }
    say("%s (%s)", told->culprit, e->sc->culprit[field[FIELD_CULPRIT]].id);
    if (e->side == WHY_TRUTH && out > 0) {
        say(_(", came out in round %d"), out);
    } else if (e->side == WHY_TRUTH) {
        say("%s", _(", has not come out"));
    }
    say("\n");
}

static void say_round(const struct explain *e, int round)
{
    const struct explain_round *told = &e->round[round];
    say(_("\nRound %d, %s: %s\n"), round, told->date, told->title);
    if (told->case_at >= 0) {
        const int16_t *field = e->view.s.file[told->case_at].field;
        say(_("  Struck: %s, severity %d\n"), party_name(e, field[FIELD_VICTIM]),
            field[FIELD_SEVERITY]);
        say_truth(e, told);
    }
    say_beginning(e, round);
    say_steps(e, round);
    say_sums(e, round);
}

/* ---- the whole ---- */

static void say_head(const struct explain *e)
{
    const int ending = match_ending(e->m);
    say(_("%s, seed %llu, game %llu\n"), e->sc->id, (unsigned long long)match_seed(e->m),
        (unsigned long long)match_game(e->m));
    for (int party = 0; party < MAX_PARTIES; party++) {
        say("%s: %s\n", e->sc->actor[party].id, match_seat_name(e->m, party));
    }
    if (e->side == WHY_TRUTH) {
        say("%s\n", _("The record of truth, hidden numbers included"));
    } else {
        say(_("What %s could know at the time\n"), e->sc->actor[e->side].id);
    }
    if (match_hindsight(e->m)) {
        say("%s\n", _("With hindsight"));
    }
    if (ending >= 0) {
        say(_("Ending: %s\n"), e->sc->ending[ending].id);
    }
}

void explain_text(const struct explain *e)
{
    say_head(e);
    for (int round = e->first; round <= e->last; round++) {
        say_round(e, round);
    }
}
