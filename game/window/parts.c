/* parts: labels, bars, arrows, buttons, frames. */
#include "window/parts.h"

#include <string.h>

#include "match/say.h"
#include "window/actions.h"
#include "window/calendar.h"
#include "window/strip.h"

enum { WIDE_ENOUGH = 980, TEXT_BESIDE = 1100, HIGH_ENOUGH = 600, HINT = 50 };
enum { CHOICE_LABEL = 150, CHOICE_BESIDE = 420 };

bool part_narrow(const struct ui *ui)
{
    return ui_room_across(ui) < WIDE_ENOUGH;
}

bool part_stacked(const struct ui *ui)
{
    return ui_room_across(ui) < TEXT_BESIDE;
}

bool part_low(const struct ui *ui)
{
    return ui_room_down(ui) < HIGH_ENOUGH;
}

bool part_says(const char *text)
{
    return text != NULL && text[0] != '\0';
}

const char *part_caps(struct ui *ui, const char *text)
{
    char *copy = arena_take(&ui->arena, strlen(text) + 1);
    for (size_t i = 0; text[i] != '\0'; i++) {
        const int c = text[i] >= 'a' && text[i] <= 'z' ? text[i] - 'a' + 'A' : text[i];
        copy[i] = (char)c;
    }
    return copy;
}

struct widget *part_label(struct ui *ui, struct widget *parent, const char *text)
{
    return widget_text(ui, parent, ROLE_LABEL, COLOUR_INK_3, part_caps(ui, text));
}

/* ---- the two sides ---- */

enum colour part_side_colour(int party)
{
    return party == 0 ? COLOUR_SIDE_1 : COLOUR_SIDE_2;
}

struct widget *part_side_bar(struct ui *ui, struct widget *parent, int party, int height)
{
    struct widget *bar = widget_box(ui, parent, 6, height, part_side_colour(party));
    bar->pattern = party == 0 ? PATTERN_PLAIN : PATTERN_TWIN;
    bar->align = height == 0 ? ALIGN_STRETCH : ALIGN_CENTER;
    return bar;
}

const char *part_portrait(int party)
{
    return party == 0 ? "portraits/minister-suit.svg" : "portraits/minister-tunic.svg";
}

enum icon part_family(enum family family)
{
    static const enum icon icons[] = { ICON_DISC, ICON_TRIANGLE, ICON_SQUARE };
    return icons[family];
}

void part_quote(struct ui *ui, struct widget *parent, const struct table_quote *quote,
                enum role role)
{
    struct widget *row = widget_row(ui, parent, 18);
    part_side_bar(ui, row, quote->party, 0);
    struct widget *words = widget_column(ui, row, 2);
    words->grow = 1;
    widget_text(ui, words, ROLE_LABEL, part_side_colour(quote->party), part_caps(ui, quote->who));
    struct widget *text =
        widget_text(ui, words, part_says(quote->text) ? role : ROLE_TRACE, COLOUR_INK,
                    part_says(quote->text) ? quote->text : quote->title);
    text->balance = true;
}

/* ---- changes ---- */

enum colour part_tone(enum table_tone tone)
{
    return tone == TONE_BETTER ? COLOUR_GOOD : tone == TONE_WORSE ? COLOUR_BAD : COLOUR_INK_2;
}

struct widget *part_arrows(struct ui *ui, struct widget *parent, const struct table_move *move)
{
    static const enum icon icons[2][2] = { { ICON_DOWN_GOOD, ICON_DOWN_BAD },
                                           { ICON_UP_GOOD, ICON_UP_BAD } };
    struct widget *row = widget_row(ui, parent, 2);
    row->items = ALIGN_CENTER;
    row->align = ALIGN_CENTER;
    if (move->arrows > 0) {
        row->says = ui_text(ui, move->direction > 0 ? _("up %d") : _("down %d"), move->arrows);
    }
    for (int i = 0; i < move->arrows; i++) {
        widget_icon(ui, row, icons[move->direction > 0][move->tone == TONE_WORSE], 10,
                    part_tone(move->tone), NULL);
    }
    return row;
}

struct widget *part_chip(struct ui *ui, struct widget *parent, const struct bet_line *line)
{
    struct widget *row = widget_row(ui, parent, 5);
    row->items = ALIGN_CENTER;
    widget_text(ui, row, ROLE_NOTE, COLOUR_INK, line->label);
    if (line->number) {
        part_arrows(ui, row, &line->move);
        const bool judged = part_says(line->move.word);
        widget_words(ui, row, ROLE_NOTE, part_tone(line->move.tone),
                     judged ? line->move.word : line->move.text);
    }
    return row;
}

/* ---- buttons ---- */

const char *part_key(struct ui *ui, enum input command)
{
    return ui_text(ui, "%s", input_key_name(ui->keys, command));
}

struct widget *part_button(struct ui *ui, struct widget *parent, const char *text,
                           const char *key_hint, int action)
{
    struct widget *button = widget_row(ui, parent, 12);
    button->frame = FRAME_LINE;
    button->border = COLOUR_LINE_STRONG;
    button->fill = COLOUR_CARD_FOCUS;
    button->radius = 4;
    button->action = action;
    button->says = text;
    button->items = ALIGN_CENTER;
    widget_pad(button, 12, 20);
    if (key_hint != NULL) {
        widget_box(ui, button, HINT, 1, COLOUR_NONE)->optional = 3;
    }
    struct widget *words = widget_text(ui, button, ROLE_CARD, COLOUR_INK, text);
    words->grow = 1;
    words->justify = ALIGN_CENTER;
    if (key_hint != NULL && ui->focus == action) {
        widget_icon(ui, button, ICON_ENTER, 20, COLOUR_INK_2, NULL)->optional = 2;
        widget_words(ui, button, ROLE_NOTE, COLOUR_INK_2, key_hint)->optional = 1;
    } else if (key_hint != NULL) { /* going on would press what has the focus */
        widget_box(ui, button, HINT, 1, COLOUR_NONE)->optional = 3;
    }
    return button;
}

struct widget *part_link(struct ui *ui, struct widget *parent, const char *text, const char *hint,
                         int action)
{
    struct widget *link = widget_row(ui, parent, 12);
    link->frame = FRAME_LINE;
    link->border = COLOUR_DESK;
    link->radius = 4;
    link->action = action;
    link->says = text;
    link->baseline = true;
    widget_pad(link, 6, 14);
    widget_text(ui, link, ROLE_DATA, COLOUR_INK_2, text)->grow = 1;
    if (hint != NULL) {
        widget_words(ui, link, ROLE_NOTE, COLOUR_INK_3, hint)->optional = 1;
    }
    return link;
}

struct widget *part_choice(struct ui *ui, struct widget *parent, const char *label,
                           const char *value, int action)
{
    struct widget *row = widget_row(ui, parent, 16);
    row->frame = FRAME_LINE;
    row->border = COLOUR_DESK;
    row->radius = 4;
    row->action = action;
    row->turns = true;
    row->says = ui_text(ui, "%s: %s", label, value);
    row->baseline = true;
    widget_pad(row, 7, 14);
    struct widget *name = widget_text(ui, row, ROLE_DATA, COLOUR_INK_2, label);
    name->width = ui_room_across(ui) < CHOICE_BESIDE ? 0 : CHOICE_LABEL;
    struct widget *words = widget_row(ui, row, 8);
    words->grow = 1;
    words->baseline = true;
    widget_words(ui, words, ROLE_DATA_BOLD, COLOUR_INK_3, "‹")->optional = 1;
    widget_text(ui, words, ROLE_DATA_BOLD, COLOUR_INK, value);
    widget_words(ui, words, ROLE_DATA_BOLD, COLOUR_INK_3, "›")->optional = 1;
    return row;
}

struct widget *part_person(struct ui *ui, struct widget *parent, int party, const char *role,
                           const char *office, const char *country, const char *like)
{
    struct widget *row = widget_row(ui, parent, 6);
    row->grow = 1;
    row->items = ALIGN_START;
    part_side_bar(ui, row, party, 64)->align = ALIGN_START;
    widget_art(ui, row, part_portrait(party), 56, 64, COLOUR_NONE, NULL);
    struct widget *words = widget_column(ui, row, 0);
    words->left = 10;
    words->grow = 1;
    widget_text(ui, words, ROLE_LABEL, part_side_colour(party), part_caps(ui, role));
    widget_text(ui, words, ROLE_NAME, COLOUR_INK, office);
    widget_text(ui, words, ROLE_DATA, COLOUR_INK_2, country);
    if (part_says(like)) {
        widget_text(ui, words, ROLE_NOTE, COLOUR_INK_2, like)->balance = true;
    }
    return row;
}

struct widget *part_sheet(struct ui *ui, struct widget *parent, int gap)
{
    struct widget *sheet = widget_column(ui, parent, gap);
    sheet->fill = COLOUR_SHEET;
    sheet->radius = 3;
    sheet->shadow = true;
    widget_pad(sheet, 6, PART_MARGIN);
    return sheet;
}

/* ---- frames ---- */

struct widget *part_frame(struct ui *ui, const struct table *t, int round, const char *notice)
{
    struct widget *root = ui->root, *top = root;
    struct widget *body = NULL;
    if (part_low(ui)) { /* too low to keep anything in place: all of it scrolls */
        top = body = widget_column(ui, root, 0);
    }
    strip_build(ui, top, t, round, notice);
    struct widget *rule = widget_column(ui, top, 0);
    rule->left = rule->right = PART_MARGIN;
    widget_rule(ui, rule, COLOUR_LINE);
    if (body == NULL) {
        body = widget_column(ui, root, 0);
    }
    body->scroll = PART_BODY;
    body->grow = 1;
    body->least_height = 80;
    return body;
}

void part_frame_end(struct ui *ui, struct widget *body, const struct table *t, int round)
{
    calendar_build(ui, part_low(ui) ? body : ui->root, t, round);
}

struct widget *part_page(struct ui *ui, int width, int gap)
{
    struct widget *body = widget_column(ui, ui->root, 0);
    body->scroll = PART_BODY;
    body->grow = 1;
    body->least_height = 80;
    body->items = ALIGN_CENTER;
    body->justify = ALIGN_CENTER;
    widget_pad(body, PART_MARGIN, PART_MARGIN);
    int room = ui_room_across(ui) - 2 * PART_MARGIN;
    struct widget *column = widget_column(ui, body, gap);
    column->width = width < room ? width : room;
    return column;
}

struct widget *part_over(struct ui *ui, const char *title, int width)
{
    struct widget *head = widget_row(ui, ui->root, 16);
    widget_pad(head, 12, PART_MARGIN);
    head->items = ALIGN_CENTER;
    widget_text(ui, head, ROLE_TITLE, COLOUR_INK, title)->grow = 1;
    part_link(ui, head, _("Back"), part_key(ui, INPUT_MENU), ACTION_BACK);
    widget_rule(ui, ui->root, COLOUR_LINE);
    struct widget *page = part_page(ui, width, 6);
    page->parent->justify = ALIGN_START;
    return page;
}

int part_overflow(const struct ui *ui)
{
    for (int i = 0; i < UI_SCROLLS; i++) {
        const struct scroll *s = &ui->scrolls[i];
        if (s->id == PART_BODY) {
            return s->content > s->view ? s->content - s->view : 0;
        }
    }
    return 0;
}
