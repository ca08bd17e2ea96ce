/* text_show.c: a table in words. */
#include "command/text_show.h"

#include "command/out.h"
#include "match/narrate.h"
#include "match/say.h"

#include <string.h>

/* ---- small parts ---- */

static bool is_empty(const char *text)
{
    return text[0] == '\0';
}

/* A line, unless there is nothing to say. */
static void show_line(const char *text)
{
    if (!is_empty(text)) {
        say("%s\n", text);
    }
}

/* 'Title: text (note)' without the parts that are empty. */
static void show_titled(const struct table_line *line)
{
    const bool both = !is_empty(line->title) && !is_empty(line->text);
    if (is_empty(line->title) && is_empty(line->text)) {
        return;
    }
    say("%s%s%s", line->title, both ? ": " : "", line->text);
    if (!is_empty(line->note)) {
        say(" (%s)", line->note);
    }
    say("\n");
}

static void show_lines(const struct table_line *line, int count)
{
    for (int i = 0; i < count; i++) {
        show_titled(&line[i]);
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
        say(", %s", move->word);
    }
}

static void show_meter(const struct table_meter *meter)
{
    if (!meter->known) {
        say(_("%s: not known"), meter->title);
    } else if (meter->lo == 0) {
        say(_("%s %d of %d"), meter->title, meter->value, meter->hi);
    } else {
        say(_("%s %d, from %d to %d"), meter->title, meter->value, meter->lo, meter->hi);
    }
    if (meter->known && !is_empty(meter->band)) {
        say(", %s", meter->band);
    }
    say_move(&meter->change);
    say("\n");
}

void text_show_words(const struct table_quote *quote)
{
    say("%s: %s%s%s\n", quote->who, quote->title, is_empty(quote->text) ? "" : ". ", quote->text);
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
    say(_("%s, record of answers:"), side->role);
    for (int i = 0; i < side->stamps; i++) {
        say("%s %s", i == 0 ? "" : ",", side->stamp[i].title);
    }
    say("\n");
}

static void show_side(const struct table_side *side)
{
    say("%s: %s, %s\n", side->role, side->office, side->country);
    for (int i = 0; i < side->meters; i++) {
        say("%s: ", side->role);
        show_meter(&side->meter[i]);
    }
    show_stamps(side);
    for (int i = 0; i < side->lines; i++) {
        say("%s: ", side->role);
        show_titled(&side->line[i]);
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
    show_lines(sheet->tier, sheet->tiers);
}

static void show_file(const struct table_sheet *sheet)
{
    if (!is_empty(sheet->file)) {
        say(_("Your own file says: %s. %s\n"), sheet->file, sheet->file_note);
    }
    show_line(sheet->wonder);
}

void text_show_sheet(const struct table_sheet *sheet)
{
    say("%s. %s\n", sheet->title, sheet->severity_text);
    show_line(sheet->dispatch);
    show_trace(sheet);
    for (int i = 0; i < sheet->quotes; i++) {
        text_show_words(&sheet->quote[i]);
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
    show_line(t->aim);
    for (int i = 0; i < t->goals; i++) {
        say(t->goal[i].met ? _("Goal: %s: met\n") : _("Goal: %s: not yet\n"), t->goal[i].text);
    }
}

static void show_calendar(const struct table *t)
{
    for (int i = 0; i < t->rounds; i++) {
        const struct table_round *round = &t->calendar[i];
        if (round->when != WHEN_PAST && !is_empty(round->due)) {
            say(_("Due in %s: %s\n"), round->date, round->due);
        }
    }
}

void text_show_table(const struct table *t)
{
    say("\n%s, %s. %s\n", t->round_text, t->date, t->beat);
    show_goals(t);
    for (int i = 0; i < t->meters; i++) {
        show_meter(&t->meter[i]);
    }
    show_side(&t->me);
    show_side(&t->them);
    for (int i = 0; i < t->agreements; i++) {
        say(_("In force: "));
        show_titled(&t->agreement[i]);
    }
    show_calendar(t);
    if (t->sheet != NULL) {
        text_show_sheet(t->sheet);
    }
}

static void show_bet_line(const struct bet_group *group, const struct bet_line *line)
{
    say("    %s: %s", group->title, line->label);
    say_move(&line->move);
    if (!is_empty(line->chance)) {
        say(", %s", line->chance);
    }
    say("\n");
}

void text_show_bet(const struct table_bet *bet)
{
    for (int i = 0; i < bet->groups; i++) {
        const struct bet_group *group = &bet->group[i];
        for (int j = 0; j < group->lines && j < BET_SHOWN; j++) {
            show_bet_line(group, &group->line[j]);
        }
    }
}

/* ---- ledger, morning, ending ---- */

static void show_chapter(const struct table_chapter *chapter)
{
    for (int i = 0; i < chapter->groups; i++) {
        const struct table_group *group = &chapter->group[i];
        say(_("%s, from %d to %d\n"), group->title, group->before, group->after);
        for (int j = 0; j < group->causes; j++) {
            const struct table_cause *cause = &group->cause[j];
            say("    %s: %s, %d\n", cause->text, cause->move.text, cause->running);
        }
    }
}

void text_show_ledger(const struct table *t)
{
    for (int i = 0; i < t->chapters; i++) {
        say("%s. %s\n", t->ledger[i].date, t->ledger[i].title);
        show_chapter(&t->ledger[i]);
    }
    if (t->chapters == 0) {
        show_line(_("Nothing has changed yet."));
    }
}

static void show_headline(const struct table_headline *headline)
{
    say("%s: %s\n", headline->where, headline->text);
    if (!is_empty(headline->note)) {
        say("    %s%s%s\n", headline->label, is_empty(headline->label) ? "" : ": ", headline->note);
    }
}

void text_show_morning(const struct table_morning *morning)
{
    say("\n%s\n", morning->title);
    for (int i = 0; i < morning->headlines; i++) {
        show_headline(&morning->headline[i]);
    }
    show_chapter(&morning->chapter);
    show_lines(morning->truth, morning->truths);
    for (int i = 0; i < morning->events; i++) {
        show_line(morning->event[i]);
    }
    show_line(morning->open);
}

/* What was so in every case, now that it may be told. */
static void show_truths(const struct table *t)
{
    for (int i = 0; i < t->cases; i++) {
        const struct table_case *c = &t->history[i];
        if (!is_empty(c->truth)) {
            say(_("%s, %s. What was so: %s\n"), c->date, c->title, c->truth);
        }
    }
}

void text_show_ending(const struct table *t)
{
    const struct table_ending *ending = t->ending;
    say(_("\nThe end: %s\n"), ending->title);
    show_line(ending->text);
    for (int i = 0; i < ending->numbers; i++) {
        show_meter(&ending->number[i]);
    }
    show_titled(&ending->mandate);
    show_truths(t);
    show_line(ending->utility);
}

/* ---- the briefing ---- */

/* Every plain variant of a phrase is a paragraph: variants take turns. */
static void show_paragraphs(const struct narrator *n, struct phrase phrase, int party)
{
    for (int turn = 0; turn < phrase.count; turn++) {
        show_line(narrate(n, phrase, party, -1, turn));
    }
}

static void show_scenario(const struct narrator *n, int party)
{
    show_line(narrate_title(n, n->sc->title, party));
    show_line(narrate_title(n, n->sc->subtitle, party));
    show_paragraphs(n, n->sc->briefing, party);
    show_line(narrate_title(n, n->sc->disclaimer, party));
}

bool text_show_briefing(const struct match *m, int party)
{
    struct pool pool = { .first = NULL };
    struct view view;
    match_view(m, party, &view);
    const struct narrator n = { .sc = match_scenario(m), .pool = &pool, .view = &view };
    if (setjmp(pool.out) != 0) {
        pool_free(&pool);
        return false;
    }
    show_scenario(&n, party);
    pool_free(&pool);
    return true;
}
