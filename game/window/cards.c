/* cards: a move as a bet, in three sizes. */
#include "window/cards.h"

#include "window/layout.h"
#include "window/parts.h"

enum { GAP = 8, GUTTER = 16, NARROWEST = 250 };

enum size { SIZE_SMALL, SIZE_CLOSED, SIZE_OPEN };

void cards_letter(struct ui *ui, struct widget *parent, const char *letter, const char *says,
                  bool full)
{
    struct widget *stack = widget_new(ui, parent, KIND_STACK);
    stack->width = stack->height = 20;
    stack->says = says;
    widget_icon(ui, stack, full ? ICON_DISC : ICON_CIRCLE, 20, full ? COLOUR_INK : COLOUR_INK_2,
                NULL);
    struct widget *text =
        widget_words(ui, stack, ROLE_NOTE_BOLD, full ? COLOUR_DESK : COLOUR_INK_2, letter);
    text->justify = ALIGN_CENTER;
    text->top = 2;
}

static void tag(struct ui *ui, struct widget *row, const struct view_card *card)
{
    if (card->is_public) {
        struct widget *badge = widget_words(ui, row, ROLE_NOTE_BOLD, COLOUR_DESK, card->tag);
        badge->fill = COLOUR_INK_2;
        badge->radius = 2;
        widget_pad(badge, 1, 7);
        return;
    }
    widget_icon(ui, row, ICON_ENVELOPE, 16, COLOUR_INK_2, NULL);
    widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2, card->tag)->optional = 1;
}

static void title_row(struct ui *ui, struct widget *card_box, const struct view_table *view,
                      const struct view_card *card)
{
    struct widget *row = widget_row(ui, card_box, 6);
    row->baseline = true;
    bool live = card->action != 0;
    struct widget *number = widget_words(ui, row, ROLE_ROUND, COLOUR_INK_3,
                                         live ? ui_text(ui, "%d", card->number) : "");
    number->least_width = 12;
    struct widget *title = widget_text(ui, row, live ? ROLE_CARD : ROLE_ROUND,
                                       live ? COLOUR_INK : COLOUR_INK_3, card->title);
    title->grow = 1;
    for (int i = 0; i < view->adviser_count; i++) {
        if (card->marked[i]) {
            cards_letter(ui, row, view->advisers[i].letter, view->advisers[i].name,
                         view->speaking == i);
        }
    }
    tag(ui, row, card);
}

static struct widget *indented(struct ui *ui, struct widget *box, enum role role, enum colour ink,
                               const char *text)
{
    struct widget *w = widget_text(ui, box, role, ink, text);
    w->left = 18;
    return w;
}

/* The sure part of the bet on one line. */
static void sure_line(struct ui *ui, struct widget *box, const struct view_card *card)
{
    if (card->bet_count == 0) {
        return;
    }
    const struct view_bet *bet = &card->bets[0];
    struct widget *flow = widget_flow(ui, box, 12, 0);
    flow->items = ALIGN_CENTER;
    widget_words(ui, flow, ROLE_NOTE, COLOUR_INK_2, bet->when);
    for (int i = 0; i < bet->change_count; i++) {
        part_chip(ui, flow, &bet->changes[i]);
    }
}

static void bet_change(struct ui *ui, struct widget *lines, const struct view_change *change)
{
    bool plain = change->arrows == 0;
    struct widget *what = widget_text(ui, lines, ROLE_DATA, COLOUR_INK, change->what);
    what->grow = 1;
    what->span = plain ? 3 : 1;
    if (!plain) {
        part_arrows(ui, lines, change);
        struct widget *amount =
            widget_words(ui, lines, ROLE_DATA_BOLD, part_change_colour(change), change->amount);
        amount->justify = ALIGN_END;
        amount->least_width = 28;
    }
    const char *end = change->odds != NULL ? change->odds : plain ? "" : change->word;
    struct widget *last =
        widget_words(ui, lines, change->odds != NULL ? ROLE_DATA_BOLD : ROLE_DATA,
                     change->odds != NULL ? COLOUR_INK : part_change_colour(change), end);
    last->justify = ALIGN_END;
    last->least_width = 44;
}

static void whole_bet(struct ui *ui, struct widget *box, const struct view_card *card)
{
    for (int i = 0; i < card->bet_count; i++) {
        widget_rule(ui, box, i == 0 ? COLOUR_LINE_STRONG : COLOUR_HAIR);
        struct widget *row = widget_row(ui, box, 10);
        struct widget *when = widget_text(ui, row, ROLE_NOTE_BOLD, COLOUR_INK, card->bets[i].when);
        when->width = 84;
        when->top = 2;
        struct widget *lines = widget_grid(ui, row, 4, 8, 0);
        lines->grow = 1;
        for (int k = 0; k < card->bets[i].change_count; k++) {
            bet_change(ui, lines, &card->bets[i].changes[k]);
        }
    }
}

static struct widget *card_box(struct ui *ui, struct widget *parent, const struct view_table *view,
                               const struct view_card *card, enum size size)
{
    bool live = card->action != 0;
    struct widget *box = widget_column(ui, parent, size == SIZE_CLOSED ? 2 : 1);
    box->frame = live ? FRAME_LINE : FRAME_DASHED;
    box->border = live ? COLOUR_LINE : COLOUR_LINE_STRONG;
    box->fill = !live ? COLOUR_NONE : size == SIZE_OPEN ? COLOUR_CARD_FOCUS : COLOUR_CARD;
    box->radius = 4;
    box->action = card->action;
    box->key = live ? '0' + card->number : 0;
    box->says = live ? card->title : NULL;
    widget_pad(box, size == SIZE_CLOSED ? 8 : 4, 14);
    title_row(ui, box, view, card);
    if (!live) {
        indented(ui, box, ROLE_DATA, COLOUR_INK_3, card->refusal);
        return box;
    }
    if (size != SIZE_SMALL) {
        indented(ui, box, ROLE_DATA, COLOUR_INK_2, card->line);
    }
    if (size == SIZE_OPEN) {
        whole_bet(ui, box, card);
        return box;
    }
    if (size == SIZE_CLOSED) {
        widget_space(ui, box);
        widget_rule(ui, box, COLOUR_LINE);
    }
    sure_line(ui, box, card);
    return box;
}

static int height_of(struct ui *ui, const struct view_table *view, const struct view_card *card,
                     enum size size, int width)
{
    if (size == SIZE_OPEN && card->action == 0) {
        size = SIZE_SMALL;
    }
    return layout_height(ui, card_box(ui, NULL, view, card, size), width);
}

/* The height of a family's cards with one of them open; none when `open` is NULL. */
static int family_height(struct ui *ui, const struct view_table *view, int family,
                         const struct view_card *open, enum size others, int width)
{
    int height = 0, cards = 0;
    for (int i = 0; i < view->card_count; i++) {
        const struct view_card *card = &view->cards[i];
        if (card->family == family) {
            height += height_of(ui, view, card, card == open ? SIZE_OPEN : others, width);
            cards++;
        }
    }
    return height + (cards > 1 ? (cards - 1) * ui_px(ui, GAP) : 0);
}

static int area_height(struct ui *ui, const struct view_table *view, int width)
{
    int most = 0;
    for (int i = 0; i < view->card_count; i++) {
        const struct view_card *card = &view->cards[i];
        int height = family_height(ui, view, card->family, card, SIZE_SMALL, width);
        most = height > most ? height : most;
    }
    return most;
}

static void family_label(struct ui *ui, struct widget *column, const struct view_table *view,
                         int family, bool hint)
{
    struct widget *row = widget_row(ui, column, 8);
    row->items = ALIGN_CENTER;
    row->least_height = 20;
    widget_icon(ui, row, view->families[family].icon, 12, COLOUR_INK_2, NULL);
    part_label(ui, row, view->families[family].label)->grow = 1;
    if (hint) {
        struct widget *key = widget_row(ui, row, 6);
        key->optional = 1;
        key->items = ALIGN_CENTER;
        widget_icon(ui, key, ICON_ENTER, 18, COLOUR_INK_2, NULL);
        widget_words(ui, key, ROLE_NOTE, COLOUR_INK_2, view->enter);
    }
}

static const struct view_card *open_card(const struct view_table *view, int family)
{
    for (int i = 0; i < view->card_count; i++) {
        const struct view_card *card = &view->cards[i];
        if (card->family == family && card->action != 0 && card->action == view->open) {
            return card;
        }
    }
    return NULL;
}

static void family_column(struct ui *ui, struct widget *parent, const struct view_table *view,
                          int family, int width, int height)
{
    struct widget *column = widget_column(ui, parent, 0);
    column->grow = 1;
    const struct view_card *open = open_card(view, family);
    family_label(ui, column, view, family, open != NULL);
    struct widget *cards = widget_column(ui, column, GAP);
    cards->least_height = height * 100 / ui->percent;
    bool room = family_height(ui, view, family, open, SIZE_CLOSED, width) <= height;
    for (int i = 0; i < view->card_count; i++) {
        const struct view_card *card = &view->cards[i];
        if (card->family != family) {
            continue;
        }
        enum size size = card == open ? SIZE_OPEN : room ? SIZE_CLOSED : SIZE_SMALL;
        card_box(ui, cards, view, card, size)->grow = size == SIZE_SMALL ? 0 : 1;
    }
}

void cards_build(struct ui *ui, struct widget *parent, const struct view_table *view, int width)
{
    int gutter = ui_px(ui, GUTTER);
    bool beside = (width - 2 * gutter) / VIEW_FAMILIES >= ui_px(ui, NARROWEST);
    int each = beside ? (width - 2 * gutter) / VIEW_FAMILIES : width;
    int height = beside ? area_height(ui, view, each) : 0;
    struct widget *row = beside ? widget_row(ui, parent, GUTTER) : widget_column(ui, parent, GAP);
    row->even = beside;
    for (int family = 0; family < VIEW_FAMILIES; family++) {
        family_column(ui, row, view, family, each, height);
    }
}
