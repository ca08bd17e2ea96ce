/* calendar: a cell a round. */
#include "window/calendar.h"

#include <string.h>

#include "match/say.h"
#include "window/layout.h"
#include "window/parts.h"

/* A round and how it is shown: past and future hang on the round that is shown as the present. */
struct cell {
    const struct table_round *round;
    bool now, past, first; /* first of its month */
    bool brief;            /* so long ago that its sign is enough */
};

static enum icon icon_of(const struct cell *cell)
{
    const struct table_round *r = cell->round;
    if (!r->incident) {
        return cell->past ? ICON_DIAMOND : ICON_DIAMOND_OPEN;
    }
    if (cell->now) {
        return ICON_SQUARE_OPEN;
    }
    return cell->past && r->said.party >= 0 ? part_family(r->said.family) : ICON_DOT;
}

static void caption(struct ui *ui, struct widget *parent, const struct cell *cell)
{
    const struct table_round *r = cell->round;
    bool said = cell->past && r->said.party >= 0;
    enum icon icon = icon_of(cell);
    struct widget *row = widget_row(ui, parent, 6);
    row->items = ALIGN_CENTER;
    row->least_height = 20;
    widget_icon(ui, row, icon, icon == ICON_DOT ? 10 : 11,
                cell->now ? COLOUR_INK
                : said    ? part_side_colour(r->said.party)
                          : COLOUR_INK_2,
                NULL);
    const char *words = cell->now ? _("now") : said ? r->said.title : r->incident ? "" : r->kind;
    if (part_says(words) && !cell->brief) {
        widget_words(ui, row, cell->now ? ROLE_NOTE_BOLD : ROLE_NOTE,
                     cell->now ? COLOUR_INK : COLOUR_INK_2, words)
            ->optional = 1;
    }
}

/* What is due, with the bars of those who owe it; or what happened. */
static void note(struct ui *ui, struct widget *parent, const struct cell *cell)
{
    const struct table_round *r = cell->round;
    struct widget *row = widget_row(ui, parent, 5);
    row->items = ALIGN_CENTER;
    row->least_height = 20;
    bool due = !cell->past && r->due_party >= 0;
    for (int party = 0; party < MAX_PARTIES; party++) {
        if (due ? r->due_party == party || r->due_party == MAX_PARTIES
                : cell->past && r->said.party == party) {
            part_side_bar(ui, row, party, 12);
        }
    }
    const char *words = due && part_says(r->due)               ? r->due
                        : cell->now || r->when == WHEN_PRESENT ? ""
                                                               : r->note;
    if (part_says(words)) {
        widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2, words)->optional = 1;
    }
}

static void round_cell(struct ui *ui, struct widget *row, const struct cell *shown)
{
    struct widget *cell = widget_column(ui, row, 0);
    cell->grow = 1;
    cell->least_width = 40;
    cell->align = ALIGN_STRETCH;
    cell->fill = shown->now ? COLOUR_CARD_FOCUS : COLOUR_NONE;
    struct widget *edge = widget_box(ui, cell, shown->now ? 0 : 1, shown->now ? 2 : 6,
                                     shown->now     ? COLOUR_INK
                                     : shown->first ? COLOUR_LINE_STRONG
                                                    : COLOUR_NONE);
    edge->align = shown->now ? ALIGN_STRETCH : ALIGN_START;
    struct widget *inside = widget_column(ui, cell, 0);
    inside->left = 8;
    inside->right = 4;
    inside->top = shown->now ? 6 : 2;
    struct widget *month = widget_row(ui, inside, 0);
    month->least_height = 18;
    if (shown->first || shown->now) {
        widget_words(ui, month, shown->now ? ROLE_NOTE_BOLD : ROLE_NOTE,
                     shown->now ? COLOUR_INK : COLOUR_INK_2, shown->round->date)
            ->optional = 1;
    }
    caption(ui, inside, shown);
    note(ui, inside, shown);
}

static bool new_month(const struct table *t, int i)
{
    return i == 0 || strcmp(t->calendar[i].date, t->calendar[i - 1].date) != 0;
}

/* Rounds in which something grave may happen stand together, hatched. */
static void grave_cells(struct ui *ui, struct widget *row, const struct table *t, int first,
                        int count)
{
    struct widget *cell = widget_column(ui, row, 0);
    cell->grow = count;
    cell->align = ALIGN_STRETCH;
    cell->top = 8;
    struct widget *months = widget_row(ui, cell, 0);
    months->even = true;
    months->left = 8;
    months->least_height = 18;
    for (int i = first; i < first + count; i++) {
        struct widget *month = widget_row(ui, months, 0);
        month->grow = 1;
        if (new_month(t, i)) {
            widget_words(ui, month, ROLE_NOTE, COLOUR_INK_2, t->calendar[i].date)->optional = 1;
        }
    }
    struct widget *band = widget_row(ui, cell, 10);
    band->items = ALIGN_CENTER;
    band->least_height = 20;
    band->left = 8;
    for (int i = 0; i < 2; i++) {
        struct widget *hatch = widget_box(ui, band, 0, 16, COLOUR_LINE_STRONG);
        hatch->pattern = PATTERN_HATCH;
        hatch->grow = 1;
        hatch->least_width = 12;
        if (i == 0) {
            widget_words(ui, band, ROLE_NOTE, COLOUR_INK,
                         count > 1 ? _("something grave, in one of these") : _("something grave"))
                ->optional = 1;
        }
    }
}

/* The year, with words for the last `keep` rounds that are over. */
static struct widget *cells(struct ui *ui, struct widget *parent, const struct table *t, int round,
                            int keep)
{
    struct widget *row = widget_row(ui, parent, 0);
    for (int i = 0; i < t->rounds;) {
        int grave = 0;
        while (i + grave < t->rounds && i + grave >= round && t->calendar[i + grave].grave) {
            grave++;
        }
        if (grave > 0) {
            grave_cells(ui, row, t, i, grave);
            i += grave;
            continue;
        }
        const struct cell cell = { &t->calendar[i], i + 1 == round, i + 1 < round, new_month(t, i),
                                   i + 1 < round - keep };
        round_cell(ui, row, &cell);
        i++;
    }
    return row;
}

void calendar_build(struct ui *ui, struct widget *parent, const struct table *t, int round)
{
    const int room = ui->width - ui_px(ui, 2 * PART_MARGIN);
    int keep = round;
    for (bool fits = false; keep > 0 && !fits; keep -= fits ? 0 : 1) {
        struct widget *row = cells(ui, NULL, t, round, keep);
        layout_height(ui, row, room);
        fits = row->natural <= room;
    }
    struct widget *strip = widget_column(ui, parent, 0);
    strip->left = strip->right = PART_MARGIN;
    strip->bottom = 4;
    widget_rule(ui, strip, COLOUR_LINE);
    cells(ui, strip, t, round, keep);
}
