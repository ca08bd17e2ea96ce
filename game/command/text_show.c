/* text_show.c: a table in words. */
#include "command/text_show.h"

#include "command/out.h"
#include "match/say.h"

#include <string.h>

/* ---- small parts ---- */

static bool is_empty(const char *text)
{
    return text[0] == '\0';
}

/* A line, unless there is nothing to say. */
void text_show_line(const char *text)
{
    if (!is_empty(text)) {
        say("%s\n", text);
    }
}

void text_show_coach(const char *coach)
{
    if (!is_empty(coach)) {
        say(_("Coach: %s\n"), coach);
    }
}

/* 'Title: text (note)' without the parts that are empty. */
void text_show_titled(const struct table_line *line)
{
    const bool both = !is_empty(line->title) && !is_empty(line->text);
    if (is_empty(line->title) && is_empty(line->text)) {
        return;
    }
    say("%s%s%s", line->title, both ? _(": ") : "", line->text);
    if (!is_empty(line->note)) {
        say(_(" (%s)"), line->note);
    }
    say("\n");
}

void text_show_lines(const struct table_line *line, int count)
{
    for (int i = 0; i < count; i++) {
        text_show_titled(&line[i]);
    }
}

/* ', up 4, better' for a number that moved. */
static void say_move(const struct table_move *move)
{
    if (move->arrows == 0 && move->amount == 0) {
        return;
    }
    if (move->amount != 0) {
        say(move->amount > 0 ? _(", up %d") : _(", down %d"),
            move->amount > 0 ? move->amount : -move->amount);
    } else {
        say("%s", move->direction > 0 ? _(", up") : move->direction < 0 ? _(", down") : "");
    }
    if (!is_empty(move->word)) {
        say(_(", %s"), move->word);
    }
}

void text_show_meter(const struct table_meter *meter)
{
    const bool scale = !is_empty(meter->band) || meter->marks > 0; /* else a count, as losses are */
    if (!meter->known) {
        say(_("%s: not known"), meter->title);
    } else if (!scale) {
        say("%s %d", meter->title, meter->value);
    } else if (meter->lo == 0) {
        say(_("%s %d of %d"), meter->title, meter->value, meter->hi);
    } else {
        say(_("%s %d, from %d to %d"), meter->title, meter->value, meter->lo, meter->hi);
    }
    if (meter->known && !is_empty(meter->band)) {
        say(_(", %s"), meter->band);
    }
    say_move(&meter->change);
    say("\n");
}

void text_show_words(const struct table_quote *quote)
{
    say(_("%s: %s%s%s\n"), quote->who, quote->title, is_empty(quote->text) ? "" : _(". "),
        quote->text);
}

const struct table_quote *text_last_words(const struct match *m, const struct table *t)
{
    const struct scenario *sc = match_scenario(m);
    const int steps = match_steps(m);
    if (steps == 0) {
        return NULL; /* over before anybody could speak */
    }
    const struct step *step = match_step(m, steps - 1);
    if ((step->move & MOVE_SET) || sc->move[step->move].again || sc->beat[step->beat].secret) {
        return NULL;
    }
    for (int i = 0; i < t->cases; i++) {
        const struct table_case *c = &t->history[i];
        if (c->round == step->round && c->quotes > 0) {
            return &c->quote[c->quotes - 1];
        }
    }
    return NULL;
}

/* ---- sides ---- */

static void show_stamps(const struct table_side *side)
{
    if (side->stamps == 0) {
        return;
    }
    say(_("%s, record of answers: "), side->role);
    for (int i = 0; i < side->stamps; i++) {
        say("%s%s", i == 0 ? "" : _(", "), side->stamp[i].title);
    }
    say("\n");
}

static void show_side(const struct table_side *side)
{
    say(_("%s: %s, %s\n"), side->role, side->office, side->country);
    for (int i = 0; i < side->meters; i++) {
        say(_("%s: "), side->role);
        text_show_meter(&side->meter[i]);
    }
    show_stamps(side);
    for (int i = 0; i < side->lines; i++) {
        say(_("%s: "), side->role);
        text_show_titled(&side->line[i]);
    }
    for (int i = 0; i < side->lies; i++) {
        say(_("Not out yet: %s (%s), %s\n"), side->lie[i].said, side->lie[i].date,
            side->lie[i].odds);
    }
}

/* ---- the incident ---- */

static void show_trace(const struct table_sheet *sheet)
{
    if (!is_empty(sheet->trace)) {
        say(_("Trace, confidence %s: %s\n"), sheet->confidence, sheet->trace);
    }
    text_show_lines(sheet->tier, sheet->tiers);
}

static void show_file(const struct table_sheet *sheet)
{
    if (!is_empty(sheet->file)) {
        say(_("Your own file says: %s. %s\n"), sheet->file, sheet->file_note);
    }
    text_show_line(sheet->wonder);
}

static void show_words_so_far(const struct table_sheet *sheet)
{
    for (int i = 0; i < sheet->quotes; i++) {
        text_show_words(&sheet->quote[i]);
    }
}

/* What a second look has added to the trace. */
static void show_second_trace(const struct table_sheet *sheet)
{
    for (int i = 0; i < sheet->tiers; i++) {
        if (sheet->tier[i].on) {
            say(_("Second trace. "));
            text_show_titled(&sheet->tier[i]);
        }
    }
}

void text_show_sheet(const struct table_sheet *sheet, bool whole)
{
    say(_("\n%s. %s\n"), sheet->title, sheet->severity_text);
    if (whole) {
        text_show_line(sheet->dispatch);
        show_trace(sheet);
        show_words_so_far(sheet);
    } else {
        show_second_trace(sheet);
    }
    if (sheet->old.party >= 0) {
        say(_("But before, %s: "), sheet->old.date);
        text_show_words(&sheet->old);
    }
    show_file(sheet);
    if (sheet->believes && sheet->belief.parts > 0) {
        say(_("What you believe: %s\n"), sheet->belief.text);
    }
    if (!is_empty(sheet->truth)) {
        say(_("What was so: %s\n"), sheet->truth);
    }
}

/* ---- the table ---- */

static void show_goals(const struct table *t)
{
    text_show_line(t->aim);
    for (int i = 0; i < t->goals; i++) {
        say(t->goal[i].met ? _("Goal: %s: met\n") : _("Goal: %s: not yet\n"), t->goal[i].text);
    }
}

static void show_calendar(const struct table *t)
{
    for (int i = 0; i < t->rounds; i++) {
        const struct table_round *round = &t->calendar[i];
        if (round->when != WHEN_PAST && !is_empty(round->due)) {
            say(_("Due by %s: %s\n"), round->date, round->due);
        }
    }
}

static void show_numbers(const struct table *t)
{
    show_goals(t);
    for (int i = 0; i < t->meters; i++) {
        text_show_meter(&t->meter[i]);
    }
    show_side(&t->me);
    show_side(&t->them);
    for (int i = 0; i < t->agreements; i++) {
        say(_("In force: "));
        text_show_titled(&t->agreement[i]);
    }
    show_calendar(t);
}

static void show_moved(const struct table_meter *meter, int count, const char *role)
{
    for (int i = 0; i < count; i++) {
        if (meter[i].change.amount != 0) {
            say("%s%s", role, is_empty(role) ? "" : _(": "));
            text_show_meter(&meter[i]);
        }
    }
}

/* Only what has moved since the round began. */
static void show_changes(const struct table *t)
{
    show_moved(t->meter, t->meters, "");
    show_moved(t->me.meter, t->me.meters, t->me.role);
    show_moved(t->them.meter, t->them.meters, t->them.role);
}

/* 'Round 5 of 12, July. Opening: you were struck.' */
static void show_heading(const struct table *t)
{
    const bool task = !is_empty(t->task);
    say(_("\n%s, %s. %s%s%s\n"), t->round_text, t->date, t->beat, task ? _(": ") : "", t->task);
    for (int i = 0; i < t->news; i++) {
        text_show_line(t->news_text[i]);
    }
}

void text_show_hindsight(const struct table *t)
{
    if (!is_empty(t->hindsight_note)) {
        text_show_line(t->hindsight_note);
    }
}

void text_show_table(const struct table *t, bool whole)
{
    show_heading(t);
    if (whole) {
        text_show_hindsight(t);
        show_numbers(t);
    } else {
        show_changes(t);
    }
    if (t->sheet != NULL) {
        text_show_sheet(t->sheet, whole);
    }
    text_show_coach(t->coach);
}

/* ---- bets ---- */

/* What holds whatever was so needs no heading where it hangs on a chance: the chance is one. */
static void say_heading(const struct bet_group *group, const struct bet_line *line)
{
    if (is_empty(line->chance)) {
        say(_("    %s: "), group->always ? _("For sure") : group->title);
    } else if (group->always) {
        say(_("    %s: "), line->chance);
    } else {
        say(_("    %s, %s: "), group->title, line->chance);
    }
}

static bool same_chance(const struct bet_group *group, int one, int other)
{
    return strcmp(group->line[one].chance, group->line[other].chance) == 0;
}

/* All that hangs on the same chance as line `first`, unless an earlier line does. */
static void show_chance(const struct bet_group *group, int first)
{
    for (int i = 0; i < first; i++) {
        if (same_chance(group, i, first)) {
            return;
        }
    }
    say_heading(group, &group->line[first]);
    for (int i = first; i < group->lines; i++) {
        if (same_chance(group, i, first)) {
            say("%s%s", i == first ? "" : _("; "), group->line[i].label);
            say_move(&group->line[i].move);
        }
    }
    say("\n");
}

void text_show_bet(const struct table_bet *bet)
{
    for (int i = 0; i < bet->groups; i++) {
        const struct bet_group *group = &bet->group[i];
        for (int j = 0; j < group->lines; j++) {
            show_chance(group, j);
        }
    }
}
