/* strip: round, beats, goals. */
#include "window/strip.h"

#include "match/say.h"
#include "window/actions.h"
#include "window/ask.h"
#include "window/input.h"
#include "window/parts.h"

/* From this width on the goals stand beside the beats, always at the same place. */
enum { GOALS_BESIDE = 1200, GOALS = 604, GAP = 14 };

static void place_name(struct ui *ui, struct widget *row, const char *title, bool now)
{
    struct widget *cell = widget_column(ui, row, 0);
    cell->align = ALIGN_STRETCH;
    cell->top = 4; /* as much as the bar takes below */
    widget_space(ui, cell);
    widget_words(ui, cell, now ? ROLE_DATA_BOLD : ROLE_DATA, now ? COLOUR_INK : COLOUR_INK_3,
                 title);
    widget_space(ui, cell);
    widget_box(ui, cell, 0, 4, now ? COLOUR_INK : COLOUR_NONE)->align = ALIGN_STRETCH;
}

static int present(const struct table_place *place, int places)
{
    for (int i = 0; i < places; i++) {
        if (place[i].current) {
            return i;
        }
    }
    return places - 1;
}

/* The beats of the round; those farthest from now give way in a narrow window. */
static void show_places(struct ui *ui, struct widget *parent, const struct table_place *place,
                        int places)
{
    const int now = present(place, places);
    struct widget *row = widget_row(ui, parent, 5);
    row->align = ALIGN_STRETCH;
    row->grow = 1;
    for (int i = 0; i < places; i++) {
        struct widget *step = widget_row(ui, row, 5);
        step->align = ALIGN_STRETCH;
        step->items = ALIGN_CENTER;
        step->optional = i < now ? now - i : i - now;
        if (i > now) {
            widget_icon(ui, step, ICON_STEP, 10, COLOUR_INK_3, NULL);
        }
        place_name(ui, step, place[i].title, i == now);
        if (i < now) {
            widget_icon(ui, step, ICON_STEP, 10, COLOUR_INK_3, NULL);
        }
    }
}

static struct widget *goals(struct ui *ui, struct widget *parent, const struct table *t,
                            const struct table_goal *goals)
{
    struct widget *row = widget_row(ui, parent, 12);
    struct widget *label =
        part_label(ui, row, ui_text(ui, _("Goal, %s"), t->calendar[t->rounds - 1].date));
    label->one_line = true;
    label->top = 1;
    struct widget *flow = widget_flow(ui, row, 14, 0);
    flow->items = ALIGN_CENTER;
    for (int i = 0; i < t->goals; i++) {
        const bool met = goals[i].met;
        struct widget *goal = widget_row(ui, flow, 5);
        goal->items = ALIGN_CENTER;
        ask_goal(ui, goal, t, i);
        widget_icon(ui, goal, met ? ICON_CHECK : ICON_RING, met ? 11 : 9,
                    met ? COLOUR_GOOD : COLOUR_INK_3, met ? _("met") : _("not yet"));
        widget_words(ui, goal, ROLE_BET, met ? COLOUR_INK : COLOUR_INK_2, goals[i].text);
    }
    return row;
}

/* Three bars; with the name of the round they open the menu, for whoever has no keys. */
static void menu(struct ui *ui, struct widget *row)
{
    struct widget *bars = widget_column(ui, row, 2);
    for (int i = 0; i < 3; i++) {
        widget_box(ui, bars, 12, 2, COLOUR_INK_2);
    }
    row->action = ACTION_OVER + OVER_MENU;
    row->asks = true;
    row->says = input_title(INPUT_MENU);
}

static struct widget *round_name(struct ui *ui, struct widget *parent, const struct table *t,
                                 int round)
{
    struct widget *head = widget_row(ui, parent, 10);
    head->items = ALIGN_CENTER;
    menu(ui, head);
    struct widget *row = widget_row(ui, head, 12);
    row->baseline = true;
    widget_words(ui, row, ROLE_CARD, COLOUR_INK,
                 round == t->round ? t->round_text
                                   : ui_text(ui, _("Round %d of %d"), round, t->rounds));
    widget_words(ui, row, ROLE_ROUND, COLOUR_INK_2, t->calendar[round - 1].date)->optional = 1;
    if (part_says(t->hindsight)) {
        widget_words(ui, row, ROLE_NOTE, COLOUR_INK_2, t->hindsight)->optional = 2;
    }
    return head;
}

static struct widget *notice_box(struct ui *ui, struct widget *parent, const char *notice)
{
    struct widget *row = widget_row(ui, parent, 8);
    row->fill = COLOUR_CARD_FOCUS;
    row->radius = 4;
    widget_pad(row, 2, 10);
    widget_text(ui, row, ROLE_DATA, COLOUR_INK, notice)->grow = 1;
    return row;
}

static struct widget *goals_or_notice(struct ui *ui, struct widget *parent, const struct table *t,
                                      int round, const char *notice)
{
    if (part_says(notice)) {
        return notice_box(ui, parent, notice);
    }
    const bool at_hand = round == t->round || t->morning == NULL;
    return goals(ui, parent, t, at_hand ? t->goal : t->morning->goal);
}

void strip_build(struct ui *ui, struct widget *parent, const struct table *t, int round,
                 const char *notice)
{
    const bool at_hand = round == t->round || t->morning == NULL;
    const bool beside = ui_room_across(ui) >= GOALS_BESIDE;
    struct widget *strip = widget_row(ui, parent, GAP);
    strip->least_height = 44;
    strip->left = strip->right = PART_MARGIN;
    strip->items = ALIGN_CENTER;
    struct widget *name = round_name(ui, strip, t, round);
    name->least_width = part_narrow(ui) ? 0 : PART_COLUMN + PART_GUTTER - GAP;
    if (t->moment == TABLE_ENDING) { /* no beat is the present one any more */
        widget_space(ui, strip);
    } else if (at_hand) {
        show_places(ui, strip, t->place, t->places);
    } else {
        show_places(ui, strip, t->morning->place, t->morning->places);
    }
    if (beside) {
        goals_or_notice(ui, strip, t, round, notice)->width = GOALS;
        return;
    }
    struct widget *below = widget_row(ui, parent, 0);
    widget_pad(below, 4, PART_MARGIN);
    goals_or_notice(ui, below, t, round, notice)->grow = 1;
}
