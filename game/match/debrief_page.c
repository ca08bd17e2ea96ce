/* debrief_page.c: what stands on the page of a game, in the order in which it is read. */
#include "match/debrief_page.h"

#include "match/say.h"

#include <stdlib.h>
#include <string.h>

/* ---- blocks ---- */

struct page_block *page_add(struct page *p, enum page_kind kind, const char *text)
{
    struct page_block *block = pool_take(p->pool, sizeof *block);
    *block = (struct page_block){ .kind = kind, .label = "", .text = text, .note = "" };
    if (p->last != NULL) {
        p->last->next = block;
    } else {
        p->first = block;
    }
    p->last = block;
    return block;
}

struct page_table *page_table(struct page *p, const char *caption, const char *const *head,
                              int columns)
{
    struct page_table *table = pool_take(p->pool, sizeof *table);
    table->caption = caption;
    table->party = -1;
    table->columns = columns;
    memcpy(table->head, head, (size_t)columns * sizeof *head);
    page_add(p, BLOCK_TABLE, "")->table = table;
    return table;
}

void page_row(struct page *p, struct page_table *table, const char *const *cell)
{
    struct page_row *row = pool_take(p->pool, sizeof *row);
    memcpy(row->cell, cell, (size_t)table->columns * sizeof *cell);
    if (table->last != NULL) {
        table->last->next = row;
    } else {
        table->first = row;
    }
    table->last = row;
}

static const char *number(struct page *p, int n)
{
    return pool_text(p->pool, n < 0 ? "–%d" : "%d", abs(n));
}

static void add_item(struct page *p, const char *label, const char *text, const char *note)
{
    struct page_block *item = page_add(p, BLOCK_ITEM, text);
    item->label = label;
    item->note = note;
}

/* ---- 2 the year ---- */

static const struct debrief_case *case_in(const struct debrief *d, int round)
{
    for (int i = 0; i < d->cases; i++) {
        if (d->file[i].round == round) {
            return &d->file[i];
        }
    }
    return NULL;
}

enum { YEAR_LINES = 6 }; /* more would not fit the table */

static int shown_lines(const struct debrief *d)
{
    return d->lines < YEAR_LINES ? d->lines : YEAR_LINES;
}

static void year_row(struct page *p, const struct debrief *d, struct page_table *table, int round)
{
    const struct debrief_case *c = case_in(d, round);
    const char *cell[PAGE_COLUMNS];
    int n = 0;
    cell[n++] = pool_text(p->pool, "%d", round);
    cell[n++] = d->date[round - 1];
    for (int i = 0; i < shown_lines(d); i++) {
        cell[n++] = number(p, d->line[i].value[round - 1]);
    }
    cell[n++] = c != NULL ? c->title : d->kind[round - 1];
    cell[n++] = c != NULL ? d->side[c->victim].name : "–";
    cell[n++] = c != NULL ? c->whose : "–";
    page_row(p, table, cell);
}

static void year_table(struct page *p, const struct debrief *d)
{
    const char *head[PAGE_COLUMNS], *cell[PAGE_COLUMNS] = { _("end"), "" };
    int n = 0;
    head[n++] = _("Round");
    head[n++] = _("Date");
    for (int i = 0; i < shown_lines(d); i++) {
        cell[n] = number(p, d->line[i].last);
        head[n++] = d->line[i].title;
    }
    head[n] = _("What came");
    cell[n++] = d->ending_title;
    head[n] = _("Struck");
    cell[n++] = "";
    head[n] = _("Who it was");
    cell[n++] = "";
    struct page_table *table =
        page_table(p, _("From round to round, as the first decision of each was due"), head, n);
    table->numbers = ((1u << shown_lines(d)) - 1) << 2;
    for (int round = 1; round <= d->round; round++) {
        year_row(p, d, table, round);
    }
    page_row(p, table, cell);
}

static const char *when(struct page *p, const struct debrief *d, int round)
{
    /* TRANSLATORS: month, number of the round */
    return pool_text(p->pool, _("%s (%d)"), d->date[round - 1], round);
}

static void bar_table(struct page *p, const struct debrief *d)
{
    const char *const head[] = { _("Commitment"), _("Given by"), _("From"), _("To"),
                                 _("How it ended") };
    if (d->bars == 0) {
        page_add(p, BLOCK_TEXT, _("Nothing was signed and nothing promised."));
        return;
    }
    struct page_table *table = page_table(p, _("Commitments"), head, 5);
    for (int i = 0; i < d->bars; i++) {
        const struct debrief_bar *bar = &d->bar[i];
        const char *const cell[] = { bar->title,
                                     bar->giver < 0 ? _("both") : d->side[bar->giver].name,
                                     when(p, d, bar->from), when(p, d, bar->to), bar->fate_title };
        page_row(p, table, cell);
    }
}

static void year(struct page *p, const struct debrief *d)
{
    page_add(p, BLOCK_HEADING, _("From round to round"));
    page_add(p, BLOCK_CHART, "")->chart = d;
    year_table(p, d);
    bar_table(p, d);
}

/* ---- 3 what you believed, what was so ---- */

static void belief_table(struct page *p, const struct debrief *d)
{
    const char *const head[] = { _("Date"), _("Incident"), _("You held them"), _("It was"),
                                 _("Came out") };
    struct page_table *table =
        page_table(p, _("Your cases, by what you held when you last decided"), head, 5);
    for (int i = 0; i < d->cases; i++) {
        const struct debrief_case *c = &d->file[i];
        if (c->victim == d->party && c->believed >= 0) {
            const char *const cell[] = { c->date, c->title, c->believes, c->culprit, c->came_out };
            page_row(p, table, cell);
        }
    }
}

static void tenths_table(struct page *p, const struct debrief_belief *belief)
{
    const char *const head[] = { _("Held likely"), _("Cases"), _("It was them in") };
    struct page_table *table = page_table(p, _("By tenths"), head, 3);
    table->numbers = 6;
    for (int i = 0; i < DEBRIEF_TENTHS; i++) {
        if (belief->held[i] > 0) {
            const char *const cell[] = { pool_text(p->pool, _("%d in 10"), i),
                                         number(p, belief->held[i]), number(p, belief->so[i]) };
            page_row(p, table, cell);
        }
    }
}

static void belief(struct page *p, const struct debrief *d)
{
    const struct debrief_belief *mine = &d->side[d->party].belief;
    page_add(p, BLOCK_HEADING, _("What you believed, what was so"));
    page_add(p, BLOCK_TEXT, mine->text);
    if (mine->cases > 0) {
        belief_table(p, d);
        tenths_table(p, mine);
    }
}

/* ---- 4 said and true ---- */

static const char *said(struct page *p, const struct debrief_case *c)
{
    if (*c->said_title == '\0') {
        return _("no answer");
    }
    const char *title =
        c->said_open ? pool_text(p->pool, _("%s, in public"), c->said_title) : c->said_title;
    return *c->said ? pool_text(p->pool, _("%s: %s"), title, c->said) : title;
}

static const char *so(struct page *p, const struct debrief *d, const struct debrief_case *c)
{
    const bool mine = c->victim != d->party;
    const char *whose = c->guilty ? (mine ? _("It was yours.") : _("It was theirs."))
                                  : (mine ? _("It was not yours.") : _("It was not theirs."));
    const char *text = *c->truth ? pool_text(p->pool, "%s %s", whose, c->truth) : whose;
    if (c->word == WORD_STRAIGHT) {
        return pool_text(p->pool, _("%s The words were straight."), text);
    }
    return c->word == WORD_FALSE ? pool_text(p->pool, _("%s The words were false."), text) : text;
}

static const char *ordered(struct page *p, const struct debrief_case *c)
{
    const char *orders = *c->ordered ? c->ordered : "–";
    /* TRANSLATORS: standing orders; then what was answered, and what was meant by it */
    return *c->secretly ? pool_text(p->pool, _("%s; %s, %s"), orders, c->said_title, c->secretly)
                        : orders;
}

static void words_of(struct page *p, const struct debrief *d, int party)
{
    const char *const head[] = { _("Asked about"), _("Said"), _("True"), _("Ordered"),
                                 _("Came out") };
    const char *caption = pool_text(p->pool, _("The words of %s"), d->side[party].country);
    struct page_table *table = NULL;
    for (int i = 0; i < d->cases; i++) {
        const struct debrief_case *c = &d->file[i];
        if (c->victim == party) {
            continue;
        }
        if (table == NULL) {
            table = page_table(p, caption, head, 5);
            table->party = party;
        }
        const char *const cell[] = { pool_text(p->pool, _("%s, “%s”"), c->date, c->title),
                                     said(p, c), so(p, d, c), ordered(p, c), c->came_out };
        page_row(p, table, cell);
    }
    if (table == NULL) {
        page_add(p, BLOCK_TEXT, pool_text(p->pool, _("%s: nobody asked."), caption));
    }
}

static void words(struct page *p, const struct debrief *d)
{
    page_add(p, BLOCK_HEADING, _("Said and true"));
    words_of(p, d, 0);
    words_of(p, d, 1);
}

/* ---- 5 the grave night ---- */

static void grave(struct page *p, const struct debrief *d)
{
    page_add(p, BLOCK_HEADING, _("The grave night"));
    if (d->grave == NULL) {
        page_add(p, BLOCK_TEXT, d->no_grave);
        return;
    }
    page_add(p, BLOCK_TEXT, d->grave->text);
    for (int i = 0; i < d->grave->channels; i++) {
        add_item(p, "", d->grave->channel[i].text, "");
    }
}

/* ---- 6 turning points ---- */

static const char *those(struct page *p, const struct debrief *d, bool well, bool lucky)
{
    const char *text = "";
    for (int i = 0; i < d->turnings; i++) {
        const struct debrief_turning *t = &d->turning[i];
        if (t->judged_well == well && t->lucky == lucky) {
            text = pool_text(p->pool, *text ? "%s, %d" : "%s%d", text, i + 1);
        }
    }
    return *text ? text : "–";
}

static void judged_and_lucky(struct page *p, const struct debrief *d)
{
    const char *const head[] = { "", _("Good luck"), _("Bad luck") };
    const char *const title[] = { _("Poor judgement"), _("Good judgement") };
    struct page_table *table =
        page_table(p, _("Judged by what you knew, lucky in the world that was"), head, 3);
    for (int well = 1; well >= 0; well--) {
        const char *const cell[] = { title[well], those(p, d, well, true),
                                     those(p, d, well, false) };
        page_row(p, table, cell);
    }
}

/* What a planner thought of it, or of its answer to it. */
static void answer(struct page *p, const struct debrief *d, const struct debrief_reason *r)
{
    const bool mine = r->party == d->party;
    /* TRANSLATORS: title of the beat, a sentence */
    page_add(p, BLOCK_TEXT,
             pool_text(p->pool, mine ? _("Your side, %s: %s") : _("The other side, %s: %s"),
                       r->beat, r->text));
}

static void turnings(struct page *p, const struct debrief *d)
{
    page_add(p, BLOCK_HEADING, _("Turning points"));
    page_add(p, BLOCK_TEXT, d->turning_text);
    if (d->turnings > 0) {
        judged_and_lucky(p, d);
    }
    for (int i = 0; i < d->turnings; i++) {
        const struct debrief_turning *t = &d->turning[i];
        const char *about = *t->about ? pool_text(p->pool, _(" “%s”"), t->about) : "";
        /* TRANSLATORS: number, month, title of the beat, the incident in quotation marks */
        page_add(p, BLOCK_SUBHEADING,
                 pool_text(p->pool, _("%d. %s, %s%s"), i + 1, t->date, t->beat, about));
        page_add(p, BLOCK_TEXT, t->text);
        if (t->reason >= 0) {
            answer(p, d, &d->reason[t->reason]);
        }
        page_add(p, BLOCK_COMMAND,
                 pool_text(p->pool, "backchannel play --resume FILE --from %d", t->turning.number))
            ->label = _("Play on from here:");
        p->last->number = t->turning.number;
    }
}

/* ---- 7 why they did it ---- */

static void reasons(struct page *p, const struct debrief *d)
{
    if (d->reasons == 0 && *d->reason_text == '\0') {
        return;
    }
    page_add(p, BLOCK_HEADING, _("Why they answered as they did"));
    page_add(p, BLOCK_TEXT, d->reason_text);
    for (int i = 0; i < d->reasons; i++) {
        const struct debrief_reason *r = &d->reason[i];
        if (r->party != d->party) {
            const char *about = *r->about ? pool_text(p->pool, _(" “%s”"), r->about) : "";
            /* TRANSLATORS: month, title of the beat, the incident in quotation marks */
            add_item(p, pool_text(p->pool, _("%s, %s%s"), r->date, r->beat, about), r->text,
                     r->more);
        }
    }
}

/* ---- 8 and 9 ---- */

static void questions(struct page *p, const struct debrief *d)
{
    page_add(p, BLOCK_HEADING, _("Four questions"));
    for (int i = 0; i < DEBRIEF_QUESTIONS; i++) {
        const struct debrief_question *q = &d->question[i];
        add_item(p, q->concept_title, q->text, q->idea);
    }
}

static void history(struct page *p, const struct debrief *d)
{
    const char *const head[] = { _("What is public"), _("At work in") };
    page_add(p, BLOCK_HEADING, _("History"));
    if (d->facts > 0) {
        struct page_table *table = page_table(p, _("What is public, in short"), head, 2);
        for (int i = 0; i < d->facts; i++) {
            const char *const cell[] = { d->fact[i].text, d->fact[i].behind };
            page_row(p, table, cell);
        }
    }
    page_add(p, BLOCK_TEXT,
             d->sources > 0 ? _("Who says it, and who disputes it:")
                            : _("Nothing of what came up has a source."));
    for (int i = 0; i < d->sources; i++) {
        add_item(p, d->source[i].title, d->source[i].note, d->source[i].behind);
    }
}

/* ---- small print ---- */

static void scores(struct page *p, const struct debrief *d)
{
    const char *const head[] = { _("Side"), _("Who sat there"), _("Score"), _("Mandate"),
                                 _("Outcome") };
    struct page_table *table = page_table(p, _("The score, each side by its own measure"), head, 5);
    table->numbers = 4;
    for (int i = 0; i < MAX_PARTIES; i++) {
        const struct debrief_side *side = &d->side[i];
        const char *kept = side->mandate_kept ? _("kept") : _("not kept");
        const char *const cell[] = { side->name,
                                     strcmp(side->seat, "person") == 0 ? _("a person") : side->seat,
                                     side->score, *side->mandate ? side->mandate : "–",
                                     *side->mandate ? kept : "–" };
        page_row(p, table, cell);
    }
}

static void footer(struct page *p, const struct debrief *d)
{
    page_add(p, BLOCK_HEADING, _("This game"));
    scores(p, d);
    /* TRANSLATORS: scenario, its hash, seed, game, a word */
    const char *text =
        pool_text(p->pool, _("Scenario %s (%016llx), seed %llu, game %llu, class word: %s."),
                  d->scenario->id, (unsigned long long)d->scenario->hash,
                  (unsigned long long)d->seed, (unsigned long long)d->game, d->word);
    page_add(p, BLOCK_FOOTER,
             d->hindsight ? pool_text(p->pool, _("%s Played with hindsight."), text) : text);
    page_add(p, BLOCK_FOOTER,
             /* xgettext:no-c-format */
             _("Turning points: each choice and the best of the rest are played out by the same "
               "script on both sides, with the same luck, in 64 worlds that fitted what was known "
               "and 64 times in the world that was. A difference within its interval of 95 % is "
               "none."));
}

void page_of_debrief(struct page *p, const struct debrief *d)
{
    page_add(p, BLOCK_TITLE, d->title);
    page_add(p, BLOCK_SUBTITLE, d->chair);
    page_add(p, BLOCK_LEAD, d->sentence);
    if (d->hindsight) {
        page_add(p, BLOCK_SUBTITLE,
                 _("With hindsight: what was decided was decided again, knowing what followed."));
    }
    year(p, d);
    belief(p, d);
    words(p, d);
    grave(p, d);
    turnings(p, d);
    reasons(p, d);
    questions(p, d);
    history(p, d);
    footer(p, d);
}

/* ---- in writing ---- */

/* False when the pool runs out of memory, which leaves everything in between by a jump. */
static bool try_write(struct page *p, const struct debrief *d, const struct debrief_class *c,
                      bool html, struct buffer *out)
{
    if (setjmp(p->pool->out)) {
        return false;
    }
    if (d != NULL) {
        page_of_debrief(p, d);
    } else {
        page_of_class(p, c);
    }
    if (html) {
        page_to_html(p, out);
    } else {
        page_to_markdown(p, out);
    }
    return true;
}

char *page_write(const struct debrief *d, const struct debrief_class *c, bool html)
{
    struct pool pool = { .first = NULL };
    struct buffer out = buffer_init();
    struct page page = { .pool = &pool, .scenario = d != NULL ? d->scenario : c->scenario };
    const bool whole = try_write(&page, d, c, html, &out);
    char *text = buffer_finish(&out);
    pool_free(&pool);
    if (!whole) {
        free(text);
        text = NULL;
    }
    return text;
}
