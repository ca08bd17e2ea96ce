/* intro: the scenario's own words, for both sides. */
#include "window/intro.h"

#include "match/narrate.h"
#include "match/table.h"

/* Every plain variant of the briefing is a paragraph: variants take turns. */
static void paragraphs(struct intro_side *side, const struct narrator *n, int party)
{
    const struct phrase briefing = n->sc->briefing;
    for (int turn = 0; turn < briefing.count && turn < INTRO_PARAGRAPHS; turn++) {
        side->paragraph[side->paragraphs++] = narrate(n, briefing, party, -1, turn);
    }
}

static void sources(struct intro *intro, const struct narrator *n)
{
    for (int i = 0; i < n->sc->notes && i < INTRO_SOURCES; i++) {
        const struct source_note *note = &n->sc->note[i];
        intro->source[intro->sources++] = (struct intro_source){ narrate_title(n, note->title, 0),
                                                                 narrate_title(n, note->note, 0) };
    }
}

static void read_side(struct intro *intro, const struct match *m, int party)
{
    struct view view;
    match_view(m, party, &view);
    const struct narrator n = { match_scenario(m), &intro->pool, &view };
    struct intro_side *side = &intro->side[party];
    paragraphs(side, &n, party);
    if (party == 0) {
        intro->title = narrate_title(&n, n.sc->title, party);
        intro->subtitle = narrate_title(&n, n.sc->subtitle, party);
        intro->disclaimer = narrate_title(&n, n.sc->disclaimer, party);
        sources(intro, &n);
    }
}

/* Offices and the mandate are read off the table of the side. */
static void read_table(struct intro *intro, const struct table *t, int party)
{
    struct intro_side *side = &intro->side[party];
    side->office = pool_text(&intro->pool, "%s", t->me.office);
    side->country = pool_text(&intro->pool, "%s", t->me.country);
    side->date = pool_text(&intro->pool, "%s", t->date);
    side->mandate = t->me.lines == 0 ? "" : pool_text(&intro->pool, "%s", t->me.line[0].text);
    intro->end = pool_text(&intro->pool, "%s", t->calendar[t->rounds - 1].date);
    side->goal = "";
    for (int i = 0; i < t->goals; i++) {
        side->goal =
            pool_text(&intro->pool, i == 0 ? "%s%s" : "%s · %s", side->goal, t->goal[i].text);
    }
}

/* False when the pool runs out of memory, which leaves everything in between by a jump. */
static bool try_read(struct intro *intro, const struct match *m, struct table *const *table)
{
    if (setjmp(intro->pool.out)) {
        return false;
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        read_side(intro, m, party);
        read_table(intro, table[party], party);
    }
    return true;
}

bool intro_read(struct intro *intro, const struct match *m)
{
    struct table *table[MAX_PARTIES];
    *intro = (struct intro){ .title = "" };
    for (int party = 0; party < MAX_PARTIES; party++) {
        table[party] = table_new(m, party);
    }
    const bool fine = table[0] != NULL && table[1] != NULL && try_read(intro, m, table);
    for (int party = 0; party < MAX_PARTIES; party++) {
        table_free(table[party]);
    }
    return fine;
}

void intro_free(struct intro *intro)
{
    pool_free(&intro->pool);
}
