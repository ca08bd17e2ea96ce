/* text_pages.c: ledger, morning, ending and briefing in words. */
#include "command/out.h"
#include "command/text_show.h"
#include "match/narrate.h"
#include "match/say.h"

static bool is_empty(const char *text)
{
    return text[0] == '\0';
}

/* ---- ledger, morning, ending ---- */

static void show_chapter(const struct table_chapter *chapter)
{
    for (int i = 0; i < chapter->groups; i++) {
        const struct table_group *group = &chapter->group[i];
        say(_("%s, from %d to %d\n"), group->title, group->before, group->after);
        for (int j = 0; j < group->causes; j++) {
            const struct table_cause *cause = &group->cause[j];
            say(_("    %s: %s, %d\n"), cause->text, cause->move.text, cause->running);
        }
    }
}

/* 'Round 5, July: The third letter', by what struck in that round. */
static void show_chapter_title(const struct table *t, const struct table_chapter *chapter)
{
    const char *title = chapter->title;
    for (int i = 0; i < t->cases; i++) {
        title = t->history[i].round == chapter->round ? t->history[i].title : title;
    }
    say(_("\nRound %d, %s: %s\n"), chapter->round, chapter->date, title);
}

void text_show_ledger(const struct table *t)
{
    for (int i = 0; i < t->chapters; i++) {
        show_chapter_title(t, &t->ledger[i]);
        show_chapter(&t->ledger[i]);
    }
    if (t->chapters == 0) {
        text_show_line(_("Nothing has changed yet."));
    }
}

static void show_headline(const struct table_headline *headline)
{
    say(_("%s: %s\n"), headline->where, headline->text);
    if (!is_empty(headline->note)) {
        say("    %s%s%s\n", headline->label, is_empty(headline->label) ? "" : _(": "),
            headline->note);
    }
}

void text_show_morning(const struct table_morning *morning)
{
    say("\n%s\n", morning->title);
    for (int i = 0; i < morning->headlines; i++) {
        show_headline(&morning->headline[i]);
    }
    show_chapter(&morning->chapter);
    text_show_lines(morning->truth, morning->truths);
    for (int i = 0; i < morning->events; i++) {
        text_show_line(morning->event[i]);
    }
    text_show_line(morning->open);
    text_show_coach(morning->coach);
}

/* Part by part, so that it can be added up. */
static void show_score(const struct table_ending *ending)
{
    text_show_line(ending->utility);
    for (int i = 0; i < ending->scores; i++) {
        const struct table_score *part = &ending->score[i];
        say(_("    %s%s%s: %s\n"), part->title, is_empty(part->value) ? "" : _(", "), part->value,
            part->points);
    }
    text_show_line(ending->rival);
}

static void show_orders(const struct table_ending *ending)
{
    if (ending->orders > 0) {
        say("\n%s\n", _("What was ordered in private:"));
    }
    for (int i = 0; i < ending->orders; i++) {
        text_show_line(ending->order[i]);
    }
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
    text_show_hindsight(t);
    text_show_line(ending->text);
    for (int i = 0; i < ending->numbers; i++) {
        text_show_meter(&ending->number[i]);
    }
    text_show_titled(&ending->mandate);
    say("\n");
    show_truths(t);
    show_orders(ending);
    say("\n");
    show_score(ending);
}

/* ---- the briefing ---- */

/* Every plain variant of a phrase is a paragraph: variants take turns. */
static void show_paragraphs(const struct narrator *n, struct phrase phrase, int party)
{
    for (int turn = 0; turn < phrase.count; turn++) {
        text_show_line(narrate(n, phrase, party, -1, turn));
    }
}

static void show_scenario(const struct narrator *n, int party)
{
    text_show_line(narrate_title(n, n->sc->title, party));
    text_show_line(narrate_title(n, n->sc->subtitle, party));
    show_paragraphs(n, n->sc->briefing, party);
    text_show_line(narrate_title(n, n->sc->disclaimer, party));
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

/* ---- the words of the game ---- */

void text_show_terms(void)
{
    say("%s",
        _("A bet: the lines under a choice. For sure: it happens. 1 in 4: it happens in one of four "
          "such cases. If it was them: only if their side did it.\n"
          "What you believe: of ten cases like this one, in how many each of them did it.\n"
          "Severity: how grave an incident is, and how much it costs.\n"
          "1 in 11 a round: every morning an old case may come out by itself; more evidence, a "
          "public charge or open records make that likelier.\n"
          "Mandate: what your head of government wants of you alone; kept, it adds to your "
          "score.\n"));
}
