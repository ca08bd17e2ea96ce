/* cards: small cards in three columns. */
#include "window/cards.h"

#include <string.h>

#include "match/say.h"
#include "match/shown.h"
#include "window/actions.h"
#include "window/bet.h"
#include "window/layout.h"
#include "window/parts.h"

enum { GAP = 5, GUTTER = 16, NARROWEST = 250, HIGHEST = 3, PAD = 10, INDENT = 18 };

struct cards {
    const struct table *t;
    const struct table_scene *scene;
    int width, dense;
    bool dispatch; /* while none lies open, what happened is told in its place */
};

/* The room of a card in one of three columns. */
static int card_width(const struct ui *ui, const struct cards *c)
{
    return (c->width - 2 * ui_px(ui, GUTTER)) / FAMILY_COUNT;
}

/* ---- one card ---- */

void cards_letter(struct ui *ui, struct widget *parent, const char *title, bool full)
{
    struct widget *stack = widget_new(ui, parent, KIND_STACK);
    stack->width = stack->height = 20;
    stack->says = title;
    widget_icon(ui, stack, full ? ICON_DISC : ICON_CIRCLE, 20, full ? COLOUR_INK : COLOUR_INK_2,
                NULL);
    size_t used = 1;
    (void)shown_point(title, strlen(title) + 1, &used);
    struct widget *text = widget_words(ui, stack, ROLE_NOTE_BOLD, full ? COLOUR_DESK : COLOUR_INK_2,
                                       ui_text(ui, "%.*s", (int)used, title));
    text->justify = ALIGN_CENTER;
    text->top = 2;
}

static void tag(struct ui *ui, struct widget *row, const struct table_card *card)
{
    if (card->open) {
        struct widget *badge =
            widget_words(ui, row, ROLE_NOTE_BOLD, COLOUR_DESK, part_caps(ui, _("public")));
        badge->fill = COLOUR_INK_2;
        badge->radius = 2;
        widget_pad(badge, 0, 6);
        return;
    }
    widget_icon(ui, row, ICON_ENVELOPE, 16, COLOUR_INK_2, _("private"));
}

static void title_row(struct ui *ui, struct widget *box, const struct cards *c,
                      const struct table_card *card, bool lent)
{
    struct widget *row = widget_row(ui, box, 6);
    row->baseline = true;
    if (!card->off) {
        struct widget *number =
            widget_words(ui, row, ROLE_ROUND, COLOUR_INK_3, ui_text(ui, "%d", card->key));
        number->least_width = 12;
    }
    if (lent) {
        static const char *const names[] = { N_("Cooperate"), N_("Accuse"), N_("Deny") };
        widget_icon(ui, row, part_family(card->family), 10, COLOUR_INK_2, _(names[card->family]));
    }
    struct widget *title = widget_text(ui, row, card->off ? ROLE_ROUND : ROLE_CARD,
                                       card->off ? COLOUR_INK_3 : COLOUR_INK, card->title);
    title->grow = 1;
    for (int i = 0; i < c->t->advisers && !card->off; i++) {
        if ((card->advisers >> i & 1) != 0) {
            cards_letter(ui, row, c->t->adviser[i].title, c->scene->speaking == i);
        }
    }
    if (!card->off) {
        tag(ui, row, card);
    }
}

static struct widget *card_box(struct ui *ui, struct widget *parent, const struct cards *c,
                               int index, bool lent)
{
    const struct table_card *card = &c->t->card[index];
    bool open = index == c->scene->open;
    struct widget *box = widget_column(ui, parent, 1);
    box->frame = card->off ? FRAME_DASHED : open ? FRAME_FOCUS : FRAME_LINE;
    box->border = card->off ? COLOUR_LINE_STRONG : COLOUR_LINE;
    box->fill = card->off ? COLOUR_NONE : open ? COLOUR_CARD_FOCUS : COLOUR_CARD;
    box->radius = 4;
    widget_pad(box, c->dense > 2 ? 1 : c->dense > 1 ? 2 : 3, PAD);
    title_row(ui, box, c, card, lent);
    struct widget *below = widget_column(ui, box, 0);
    below->left = card->off ? 0 : INDENT;
    if (card->off) {
        widget_text(ui, below, ROLE_NOTE, COLOUR_INK_3, card->why_not);
        return box;
    }
    box->action = ACTION_CARD + index;
    box->opens = true;
    box->input = card->key <= 9 ? INPUT_CARD + card->key - 1 : INPUT_NONE;
    box->says = card->title;
    if (c->dense == 0 && part_says(card->line)) {
        widget_text(ui, below, ROLE_DATA, COLOUR_INK_2, card->line);
    }
    if (c->dense > 1) {
        bet_sure_line(ui, below, &card->form[0].bet,
                      card_width(ui, c) - ui_px(ui, 2 * PAD + INDENT));
    } else {
        bet_sure(ui, below, &card->form[0].bet, true);
    }
    return box;
}

/* ---- columns ---- */

/* Which column each card stands in: that of its family while there is room. */
static void spread(const struct table *t, int *column)
{
    int count[FAMILY_COUNT] = { 0 }, in[FAMILY_COUNT] = { 0 };
    for (int i = 0; i < t->cards; i++) {
        count[t->card[i].family]++;
    }
    for (int i = 0; i < t->cards; i++) {
        int at = (int)t->card[i].family;
        if (in[at] == HIGHEST) {
            for (int k = 0; k < FAMILY_COUNT; k++) {
                at = count[k] < HIGHEST && (count[at] >= HIGHEST || count[k] < count[at]) ? k : at;
            }
            count[at]++;
        }
        in[at]++;
        column[i] = at;
    }
}

/* What the lines on the cards are about, where they have no room to say so. */
static const char *sure_title(const struct table *t)
{
    for (int i = 0; i < t->cards; i++) {
        if (!t->card[i].off && t->card[i].form[0].bet.groups > 0) {
            return t->card[i].form[0].bet.group[0].title;
        }
    }
    return NULL;
}

static void family_label(struct ui *ui, struct widget *column, int family, const char *sure)
{
    static const char *const names[] = { N_("Cooperate"), N_("Accuse"), N_("Deny") };
    struct widget *row = widget_row(ui, column, 8);
    row->items = ALIGN_CENTER;
    row->least_height = 16;
    widget_icon(ui, row, part_family((enum family)family), 12, COLOUR_INK_2, NULL);
    part_label(ui, row, _(names[family]))->grow = 1;
    if (sure != NULL) {
        widget_words(ui, row, ROLE_NOTE, COLOUR_INK_3, sure)->optional = 1;
    }
}

/* ---- the open card ---- */

static struct widget *open_box(struct ui *ui, struct widget *parent, const struct cards *c,
                               int card, int form)
{
    struct widget *box = widget_column(ui, parent, c->dense > 1 ? 1 : 4);
    box->frame = card >= 0 ? FRAME_FOCUS : FRAME_DASHED;
    box->border = COLOUR_LINE_STRONG;
    box->fill = card >= 0 ? COLOUR_CARD_FOCUS : COLOUR_NONE;
    box->radius = 4;
    widget_pad(box, c->dense > 1 ? 2 : 6, 14);
    box->bottom = c->dense > 2 ? 2 : c->dense > 1 ? 4 : 6;
    if (card >= 0) {
        box->follows = true;
        bet_open(ui, box, c->t, card, form, c->dense);
        return box;
    }
    box->justify = ALIGN_CENTER;
    if (c->dispatch) {
        part_label(ui, box, _("What happened"));
        widget_text(ui, box, ROLE_TRACE, COLOUR_INK, c->t->sheet->dispatch);
        return box;
    }
    struct widget *hint = widget_text(ui, box, ROLE_DATA, COLOUR_INK_2,
                                      _("Choose a card: by its number, the arrows or the mouse. "
                                        "It opens here and shows what it may cost and bring. "
                                        "Enter plays it."));
    hint->justify = ALIGN_CENTER;
    hint->balance = true;
    return box;
}

static int open_height(struct ui *ui, const struct cards *c, int width)
{
    int most = layout_height(ui, open_box(ui, NULL, c, -1, 0), width);
    for (int i = 0; i < c->t->cards; i++) {
        for (int k = 0; k < c->t->card[i].forms && !c->t->card[i].off; k++) {
            int height = layout_height(ui, open_box(ui, NULL, c, i, k), width);
            most = height > most ? height : most;
        }
    }
    return most;
}

/* ---- the whole ---- */

/* The cards of each line across the columns are as high as the highest of them. */
static void even_lines(struct ui *ui, const struct cards *c, struct widget *const *columns)
{
    const int width = card_width(ui, c);
    struct widget *card[FAMILY_COUNT];
    for (int family = 0; family < FAMILY_COUNT; family++) {
        card[family] = columns[family]->first;
    }
    for (bool more = true; more;) {
        int most = 0;
        more = false;
        for (int family = 0; family < FAMILY_COUNT; family++) {
            const int height = card[family] != NULL ? layout_height(ui, card[family], width) : 0;
            most = height > most ? height : most;
        }
        for (int family = 0; family < FAMILY_COUNT; family++) {
            if (card[family] != NULL) {
                card[family]->least_height = most * 100 / ui->percent;
                card[family] = card[family]->next;
                more = true;
            }
        }
    }
}

static void beside(struct ui *ui, struct widget *parent, const struct cards *c)
{
    int column_of[MAX_LEGAL] = { 0 };
    struct widget *columns[FAMILY_COUNT];
    struct widget *row = widget_row(ui, parent, GUTTER);
    row->even = true;
    row->items = ALIGN_STRETCH;
    unsigned used = 0;
    spread(c->t, column_of);
    for (int i = 0; i < c->t->cards; i++) {
        used |= 1u << column_of[i];
    }
    for (int family = 0; family < FAMILY_COUNT; family++) {
        const bool sure = c->dense > 1 && (used >> family & 1) != 0;
        struct widget *column = widget_column(ui, row, 0);
        column->grow = 1;
        family_label(ui, column, family, sure ? sure_title(c->t) : NULL);
        columns[family] = widget_column(ui, column, c->dense > 1 ? GAP - 2 : GAP);
        columns[family]->grow = 1;
    }
    for (int i = 0; i < c->t->cards; i++) {
        card_box(ui, columns[column_of[i]], c, i, column_of[i] != (int)c->t->card[i].family);
    }
    even_lines(ui, c, columns);
    struct widget *open = open_box(ui, parent, c, c->scene->open, c->scene->form);
    open->least_height = open_height(ui, c, c->width) * 100 / ui->percent;
}

static void below(struct ui *ui, struct widget *parent, const struct cards *c)
{
    for (int family = 0; family < FAMILY_COUNT; family++) {
        struct widget *column = widget_column(ui, parent, GAP);
        family_label(ui, column, family, NULL);
        for (int i = 0; i < c->t->cards; i++) {
            if ((int)c->t->card[i].family == family) {
                card_box(ui, column, c, i, false);
                if (i == c->scene->open) {
                    open_box(ui, column, c, i, c->scene->form);
                }
            }
        }
    }
}

void cards_build(struct ui *ui, struct widget *parent, const struct table_scene *scene, int width,
                 int dense, bool dispatch)
{
    const struct cards c = { scene->table, scene, width, dense, dispatch };
    struct widget *area = widget_column(ui, parent, dense > 1 ? GAP - 1 : GAP);
    if (card_width(ui, &c) >= ui_px(ui, NARROWEST)) {
        beside(ui, area, &c);
    } else {
        below(ui, area, &c);
    }
}
