/* parts: strip, calendar, marks. */
#include "window/parts.h"

enum { BODY_SCROLL = 1, WIDE_ENOUGH = 980, HIGH_ENOUGH = 600 };

bool part_narrow(const struct ui *ui)
{
    return ui_room_across(ui) < WIDE_ENOUGH;
}

bool part_low(const struct ui *ui)
{
    return ui_room_down(ui) < HIGH_ENOUGH;
}

struct widget *part_label(struct ui *ui, struct widget *parent, const char *text)
{
    return widget_text(ui, parent, ROLE_LABEL, COLOUR_INK_3, text);
}

enum colour part_side_colour(int side)
{
    return side == 0 ? COLOUR_SIDE_1 : COLOUR_SIDE_2;
}

struct widget *part_side_bar(struct ui *ui, struct widget *parent, int side, int height)
{
    struct widget *bar = widget_box(ui, parent, 6, height, part_side_colour(side));
    bar->pattern = side == 0 ? PATTERN_PLAIN : PATTERN_TWIN;
    bar->align = height == 0 ? ALIGN_STRETCH : ALIGN_CENTER;
    return bar;
}

/* ---- the strip along the top ---- */

static void step_name(struct ui *ui, struct widget *row, const struct view_head *head, int i)
{
    bool now = i == head->step;
    struct widget *cell = widget_column(ui, row, 0);
    cell->align = ALIGN_STRETCH;
    struct widget *text = widget_words(ui, cell, now ? ROLE_DATA_BOLD : ROLE_DATA,
                                       now ? COLOUR_INK : COLOUR_INK_3, head->steps[i]);
    text->top = 12;
    widget_space(ui, cell);
    widget_box(ui, cell, 0, 4, now ? COLOUR_INK : COLOUR_NONE)->align = ALIGN_STRETCH;
}

/* The beats of the round; those farthest from now give way in a narrow window. */
static void steps(struct ui *ui, struct widget *parent, const struct view_head *head)
{
    struct widget *row = widget_row(ui, parent, 5);
    row->align = ALIGN_STRETCH;
    row->grow = 1;
    for (int i = 0; i < head->step_count; i++) {
        struct widget *step = widget_row(ui, row, 5);
        step->align = ALIGN_STRETCH;
        step->items = ALIGN_CENTER;
        step->optional = i < head->step ? head->step - i : i - head->step;
        if (i > head->step) {
            widget_icon(ui, step, ICON_STEP, 10, COLOUR_INK_3, NULL);
        }
        step_name(ui, step, head, i);
        if (i < head->step) {
            widget_icon(ui, step, ICON_STEP, 10, COLOUR_INK_3, NULL);
        }
    }
}

static void goals(struct ui *ui, struct widget *parent, const struct view_head *head)
{
    struct widget *flow = widget_flow(ui, parent, 15, 0);
    flow->items = ALIGN_CENTER;
    part_label(ui, flow, head->goal)->one_line = true;
    for (int i = 0; i < head->goal_count; i++) {
        const struct view_goal *goal = &head->goals[i];
        struct widget *row = widget_row(ui, flow, 5);
        row->items = ALIGN_CENTER;
        widget_icon(ui, row, goal->met ? ICON_CHECK : ICON_RING, goal->met ? 11 : 9,
                    goal->met ? COLOUR_GOOD : COLOUR_INK_3, goal->met ? "met" : "not yet");
        widget_words(ui, row, ROLE_DATA, goal->met ? COLOUR_INK : COLOUR_INK_2, goal->text);
    }
}

static struct widget *round_name(struct ui *ui, struct widget *parent, const struct view_head *head)
{
    struct widget *row = widget_row(ui, parent, 12);
    row->baseline = true;
    widget_words(ui, row, ROLE_CARD, COLOUR_INK, head->round);
    widget_words(ui, row, ROLE_ROUND, COLOUR_INK_2, head->month)->optional = 1;
    return row;
}

void part_head(struct ui *ui, struct widget *parent, const struct view_head *head)
{
    struct widget *strip = widget_row(ui, parent, 20);
    strip->least_height = 44;
    strip->left = strip->right = PART_MARGIN;
    strip->items = ALIGN_CENTER;
    struct widget *name = round_name(ui, strip, head);
    name->least_width = part_narrow(ui) ? 0 : PART_COLUMN + 4;
    steps(ui, strip, head);
    if (part_narrow(ui)) {
        struct widget *below = widget_row(ui, parent, 0);
        below->left = below->right = PART_MARGIN;
        below->top = 8;
        goals(ui, below, head);
        parent = below;
    } else {
        goals(ui, strip, head);
    }
}

/* ---- the calendar along the bottom ---- */

static void round_caption(struct ui *ui, struct widget *cell, const struct view_round *round)
{
    enum colour ink = round->side >= 0 ? part_side_colour(round->side) : COLOUR_INK_2;
    struct widget *row = widget_row(ui, cell, 6);
    row->items = ALIGN_CENTER;
    row->least_height = 20;
    if (round->icon != ICON_NONE) {
        widget_icon(ui, row, round->icon, round->icon == ICON_DOT ? 10 : 11,
                    round->now ? COLOUR_INK : ink, NULL);
    }
    if (round->caption != NULL) {
        struct widget *words = widget_words(ui, row, round->now ? ROLE_NOTE_BOLD : ROLE_NOTE,
                                            round->now ? COLOUR_INK : COLOUR_INK_2, round->caption);
        words->optional = 1;
    }
}

static void round_note(struct ui *ui, struct widget *cell, const struct view_round *round)
{
    struct widget *row = widget_row(ui, cell, 5);
    row->items = ALIGN_CENTER;
    row->least_height = 20;
    for (int side = 0; side < 2; side++) {
        if ((round->note_sides >> side & 1) != 0) {
            part_side_bar(ui, row, side, 12);
        }
    }
    if (round->note != NULL) {
        widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2, round->note)->optional = 1;
    }
}

static void round_cell(struct ui *ui, struct widget *row, const struct view_round *round)
{
    struct widget *cell = widget_column(ui, row, 0);
    cell->grow = 1;
    cell->least_width = 40;
    cell->align = ALIGN_STRETCH;
    cell->fill = round->now ? COLOUR_CARD_FOCUS : COLOUR_NONE;
    struct widget *edge = widget_box(ui, cell, round->now ? 0 : 1, round->now ? 2 : 6,
                                     round->now             ? COLOUR_INK
                                     : round->month != NULL ? COLOUR_LINE_STRONG
                                                            : COLOUR_NONE);
    edge->align = round->now ? ALIGN_STRETCH : ALIGN_START;
    struct widget *inside = widget_column(ui, cell, 0);
    inside->left = 8;
    inside->top = round->now ? 6 : 2;
    struct widget *month = widget_row(ui, inside, 0);
    month->least_height = 18;
    if (round->month != NULL) {
        widget_words(ui, month, round->now ? ROLE_NOTE_BOLD : ROLE_NOTE,
                     round->now ? COLOUR_INK : COLOUR_INK_2, round->month)
            ->optional = 1;
    }
    round_caption(ui, inside, round);
    round_note(ui, inside, round);
}

/* Rounds in which something grave will happen stand together, hatched. */
static void grave_cells(struct ui *ui, struct widget *row, const struct view_calendar *calendar,
                        int first, int count)
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
        const char *name = calendar->rounds[i].month;
        widget_words(ui, month, ROLE_NOTE, COLOUR_INK_2, name)->optional = 1;
    }
    struct widget *band = widget_row(ui, cell, 10);
    band->items = ALIGN_CENTER;
    band->least_height = 20;
    band->left = 8;
    for (int i = 0; i < 2; i++) {
        struct widget *hatch = widget_box(ui, band, 0, 16, COLOUR_LINE_STRONG);
        hatch->pattern = PATTERN_HATCH;
        hatch->grow = 1;
        if (i == 0) {
            widget_words(ui, band, ROLE_NOTE, COLOUR_INK, calendar->grave)->optional = 1;
        }
    }
}

void part_calendar(struct ui *ui, struct widget *parent, const struct view_calendar *calendar)
{
    struct widget *strip = widget_column(ui, parent, 0);
    strip->left = strip->right = PART_MARGIN;
    strip->bottom = 8;
    widget_rule(ui, strip, COLOUR_LINE);
    struct widget *row = widget_row(ui, strip, 0);
    for (int i = 0; i < calendar->count;) {
        int grave = 0;
        while (i + grave < calendar->count && calendar->rounds[i + grave].grave) {
            grave++;
        }
        if (grave > 0) {
            grave_cells(ui, row, calendar, i, grave);
            i += grave;
        } else {
            round_cell(ui, row, &calendar->rounds[i++]);
        }
    }
}

/* ---- changes ---- */

enum colour part_change_colour(const struct view_change *change)
{
    return change->arrows == 0 ? COLOUR_INK : change->good ? COLOUR_GOOD : COLOUR_BAD;
}

void part_arrows(struct ui *ui, struct widget *parent, const struct view_change *change)
{
    struct widget *row = widget_row(ui, parent, 2);
    enum icon icon = change->up ? (change->good ? ICON_UP_GOOD : ICON_UP_BAD)
                                : (change->good ? ICON_DOWN_GOOD : ICON_DOWN_BAD);
    row->items = ALIGN_CENTER;
    row->align = ALIGN_CENTER;
    row->says = change->arrows == 0
                    ? NULL
                    : ui_text(ui, "%s %d", change->up ? "up" : "down", change->arrows);
    for (int i = 0; i < change->arrows; i++) {
        widget_icon(ui, row, icon, 10, part_change_colour(change), NULL);
    }
}

struct widget *part_chip(struct ui *ui, struct widget *parent, const struct view_change *change)
{
    struct widget *row = widget_row(ui, parent, 5);
    row->items = ALIGN_CENTER;
    widget_words(ui, row, ROLE_NOTE, COLOUR_INK, change->what);
    if (change->arrows > 0) {
        part_arrows(ui, row, change);
        widget_words(ui, row, ROLE_NOTE, part_change_colour(change), change->word);
    }
    if (change->odds != NULL) {
        widget_words(ui, row, ROLE_NOTE_BOLD, COLOUR_INK, change->odds);
    }
    return row;
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
    struct widget *words = widget_text(ui, button, ROLE_CARD, COLOUR_INK, text);
    words->grow = 1;
    words->justify = ALIGN_CENTER;
    if (key_hint != NULL) {
        widget_icon(ui, button, ICON_ENTER, 20, COLOUR_INK_2, NULL);
        widget_words(ui, button, ROLE_NOTE, COLOUR_INK_2, key_hint)->optional = 1;
    }
    return button;
}

/* ---- the frame ---- */

struct widget *part_frame(struct ui *ui, const struct view_head *head)
{
    struct widget *root = ui->root, *top = root;
    struct widget *body = NULL;
    if (part_low(ui)) { /* too low to keep anything in place: all of it scrolls */
        top = body = widget_column(ui, root, 0);
    }
    part_head(ui, top, head);
    struct widget *rule = widget_column(ui, top, 0);
    rule->left = rule->right = PART_MARGIN;
    widget_rule(ui, rule, COLOUR_LINE);
    if (body == NULL) {
        body = widget_column(ui, root, 0);
    }
    body->scroll = BODY_SCROLL;
    body->grow = 1;
    body->least_height = 80;
    return body;
}

void part_frame_end(struct ui *ui, struct widget *body, const struct view_calendar *calendar)
{
    part_calendar(ui, part_low(ui) ? body : ui->root, calendar);
}

bool part_scrolls(const struct ui *ui)
{
    for (int i = 0; i < UI_SCROLLS; i++) {
        if (ui->scrolls[i].id == BODY_SCROLL) {
            return ui->scrolls[i].content > ui->scrolls[i].view;
        }
    }
    return false;
}
