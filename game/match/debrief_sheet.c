/* debrief_sheet.c: what stands on the sheet of a class. */
#include "match/debrief_page.h"

#include "match/say.h"

/* ---- endings ---- */

static void endings(struct page *p, const struct debrief_class *c)
{
    const char *const head[] = { _("Ending"), _("Games") };
    page_add(p, BLOCK_HEADING, _("How it ended"));
    struct page_table *table = page_table(p, _("Endings"), head, 2);
    table->numbers = 2;
    for (int i = 0; i < c->endings; i++) {
        const char *const cell[] = { c->ending[i].title,
                                     pool_text(p->pool, "%d", c->ending[i].games) };
        page_row(p, table, cell);
    }
    page_add(p, BLOCK_TEXT,
             pool_text(p->pool, _("Scores from %s to %s, in the middle %s."), c->low, c->high,
                       c->middle));
}

/* ---- where the class split ---- */

static const char *shares(struct page *p, const struct class_point *at)
{
    const char *text = "";
    for (int i = 0; i < at->choices; i++) {
        const struct class_choice *choice = &at->choice[i];
        text =
            pool_text(p->pool, *text ? "%s; %s %d" : "%s%s %d", text, choice->title, choice->games);
    }
    return text;
}

/* Per mille as tenths. */
static const char *divided(struct page *p, int mille)
{
    return pool_text(p->pool, "%d.%02d", mille / 1000, mille % 1000 / 10);
}

static void point_row(struct page *p, const struct debrief_class *c, struct page_table *table,
                      int i)
{
    const struct class_point *at = &c->point[i];
    const char *round = pool_text(p->pool, "%d", at->round);
    const char *cell[] = { i == c->most ? pool_text(p->pool, "%s ◀", round) : round,
                           at->date,
                           *at->about ? pool_text(p->pool, _("%s, “%s”"), at->title, at->about)
                                      : at->title,
                           pool_text(p->pool, at->alike ? "%d" : "%d *", at->games),
                           shares(p, at),
                           divided(p, at->divided) };
    page_row(p, table, cell);
}

static void split(struct page *p, const struct debrief_class *c)
{
    const char *const head[] = { _("Round"), _("Date"),    _("Decision"),
                                 _("Games"), _("Choices"), _("Divided") };
    page_add(p, BLOCK_HEADING, _("Where the class split"));
    page_add(p, BLOCK_TEXT, c->parted);
    if (c->points == 0) {
        return;
    }
    struct page_table *table = page_table(p, _("Decisions, with those who made each"), head, 6);
    table->numbers = 1u << 3 | 1u << 5;
    for (int i = 0; i < c->points; i++) {
        point_row(p, c, table, i);
    }
    page_add(
        p, BLOCK_TEXT,
        _("Divided: the chance that two of them chose differently. ◀ the decision that divided "
          "most. * they came to it by different ways."));
}

/* ---- questions ---- */

static void questions(struct page *p, const struct debrief_class *c)
{
    page_add(p, BLOCK_HEADING, _("Questions"));
    for (int i = 0; i < c->questions; i++) {
        const struct debrief_question *q = &c->question[i];
        struct page_block *item = page_add(p, BLOCK_ITEM, q->text);
        item->label = q->concept_title;
        item->note = q->idea;
    }
}

void page_of_class(struct page *p, const struct debrief_class *c)
{
    /* TRANSLATORS: title of the scenario, a word that stands for the seed */
    page_add(p, BLOCK_TITLE, pool_text(p->pool, _("%s, class word: %s"), c->title, c->word));
    page_add(
        p, BLOCK_SUBTITLE,
        pool_text(p->pool,
                  ngettext("%d game of one seed", "%d games of one seed", (unsigned long)c->games),
                  c->games));
    page_add(p, BLOCK_LEAD, c->most_text);
    endings(p, c);
    questions(p, c);
    split(p, c);
    page_add(p, BLOCK_FOOTER,
             pool_text(p->pool, _("Scenario %s (%016llx), seed %llu, game %llu."), c->scenario->id,
                       (unsigned long long)c->scenario->hash, (unsigned long long)c->seed,
                       (unsigned long long)c->game));
}
