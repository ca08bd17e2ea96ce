/* screen_title: title and briefing. */
#include "window/screen_title.h"

#include <string.h>

#include "match/say.h"
#include "window/actions.h"
#include "window/parts.h"

enum { TITLE_WIDTH = 560, BUTTON_WIDTH = 360, BRIEFING_WIDTH = 760 };

/* ---- title ---- */

static void lamp(struct ui *ui, struct widget *parent)
{
    struct widget *row = widget_row(ui, parent, 0);
    row->justify = ALIGN_CENTER;
    widget_icon(ui, row, ICON_LAMP, part_low(ui) ? 64 : 120, COLOUR_INK_2, NULL);
}

static struct widget *centred(struct ui *ui, struct widget *parent, enum role role, enum colour ink,
                              const char *text)
{
    struct widget *w = widget_text(ui, parent, role, ink, text);
    w->justify = ALIGN_CENTER;
    w->balance = true;
    return w;
}

/* A quieter choice, in line with the button above it. */
static void choice(struct ui *ui, struct widget *parent, const char *text, int action)
{
    part_link(ui, parent, text, NULL, action)->first->justify = ALIGN_CENTER;
}

static void title_choices(struct ui *ui, struct widget *page, const struct intro *intro, int party,
                          bool can_continue, bool offers_tutorial)
{
    struct widget *choices = widget_column(ui, page, 2);
    choices->align = ALIGN_CENTER;
    choices->width = ui_room_across(ui) < BUTTON_WIDTH + 2 * PART_MARGIN ? 0 : BUTTON_WIDTH;
    if (can_continue) {
        part_button(ui, choices, _("Go on with the last game"), part_key(ui, INPUT_GO),
                    ACTION_CONTINUE);
        widget_box(ui, choices, 1, 8, COLOUR_NONE);
        part_link(ui, choices, _("Take the call"), NULL, ACTION_GO)->border = COLOUR_LINE_STRONG;
        choices->last->first->justify = ALIGN_CENTER;
    } else {
        part_button(ui, choices, _("Take the call"), part_key(ui, INPUT_GO), ACTION_GO);
    }
    centred(ui, choices, ROLE_DATA, COLOUR_INK_2,
            ui_text(ui, _("as %s, %s"), intro->side[party].office, intro->side[party].country))
        ->bottom = 14;
    const struct intro_side *other = &intro->side[1 - party];
    choice(ui, choices, ui_text(ui, _("Play as %s, %s"), other->office, other->country),
           ACTION_OTHER_SIDE);
    if (offers_tutorial) {
        choice(ui, choices, _("Learn it in five minutes"), ACTION_TUTORIAL);
    }
    struct widget *rest = widget_flow(ui, page, 0, 2);
    rest->top = 10;
    rest->align = ALIGN_CENTER;
    rest->justify = ALIGN_CENTER;
    part_link(ui, rest, _("New game"), NULL, ACTION_OVER + OVER_NEW);
    part_link(ui, rest, _("Saved games"), NULL, ACTION_OVER + OVER_LOAD);
    part_link(ui, rest, _("Settings"), NULL, ACTION_OVER + OVER_SETTINGS);
    part_link(ui, rest, _("Keys"), part_key(ui, INPUT_HELP), ACTION_OVER + OVER_KEYS);
    part_link(ui, rest, _("About"), NULL, ACTION_OVER + OVER_ABOUT);
    part_link(ui, rest, _("Quit"), part_key(ui, INPUT_MENU), ACTION_QUIT);
}

void screen_title_build(struct ui *ui, const struct intro *intro, int party, bool can_continue,
                        bool offers_tutorial, const char *notice)
{
    struct widget *page = part_page(ui, TITLE_WIDTH, part_low(ui) ? 8 : 14);
    lamp(ui, page);
    centred(ui, page, ROLE_DISPLAY, COLOUR_INK, "Backchannel");
    centred(ui, page, ROLE_TITLE, COLOUR_INK_2, intro->title);
    centred(ui, page, ROLE_TRACE, COLOUR_INK_2, intro->subtitle)->bottom = 20;
    title_choices(ui, page, intro, party, can_continue, offers_tutorial);
    if (part_says(notice)) {
        centred(ui, page, ROLE_DATA, COLOUR_INK, notice);
    }
    struct widget *foot = widget_column(ui, ui->root, 0);
    widget_pad(foot, 12, PART_MARGIN);
    centred(ui, foot, ROLE_NOTE, COLOUR_INK_3, intro->disclaimer);
}

/* ---- briefing ---- */

static void fact(struct ui *ui, struct widget *parent, const char *label, const char *text)
{
    struct widget *row = widget_row(ui, parent, 16);
    row->baseline = true;
    struct widget *head = widget_text(ui, row, ROLE_LABEL, COLOUR_INK_2, part_caps(ui, label));
    head->width = 112;
    widget_text(ui, row, ROLE_TRACE, COLOUR_INK, text)->grow = 1;
}

static void paper(struct ui *ui, struct widget *page, const struct intro *intro,
                  const struct intro_side *side)
{
    struct widget *sheet = part_sheet(ui, page, 12);
    widget_pad(sheet, 20, 32);
    struct widget *head = widget_row(ui, sheet, 12);
    head->baseline = true;
    widget_text(ui, head, ROLE_TITLE, COLOUR_INK, intro->title)->grow = 1;
    widget_words(ui, head, ROLE_DATA, COLOUR_INK_2, side->date)->optional = 1;
    for (int i = 0; i < side->paragraphs; i++) {
        widget_text(ui, sheet, part_low(ui) ? ROLE_TRACE : ROLE_DISPATCH_SMALL, COLOUR_INK,
                    side->paragraph[i]);
    }
    widget_rule(ui, sheet, COLOUR_LINE_STRONG);
    fact(ui, sheet, ui_text(ui, _("Goal, %s"), intro->end), side->goal);
    if (part_says(side->mandate)) {
        fact(ui, sheet, _("Your mandate"), side->mandate);
    }
}

void screen_briefing_build(struct ui *ui, const struct intro *intro, int party,
                           const char *opposite)
{
    struct widget *page = part_page(ui, BRIEFING_WIDTH, part_low(ui) ? 12 : 20);
    struct widget *sides = widget_row(ui, page, PART_GUTTER);
    sides->even = true;
    sides->items = ALIGN_START;
    const struct intro_side *me = &intro->side[party], *them = &intro->side[1 - party];
    part_person(ui, sides, party, _("You"), me->office, me->country, "");
    part_person(ui, sides, 1 - party, _("They"), them->office, them->country, opposite);
    paper(ui, page, intro, &intro->side[party]);
    part_button(ui, page, _("Open the first file"), part_key(ui, INPUT_GO), ACTION_GO);
    if (intro->sources > 0) {
        struct widget *row = widget_row(ui, page, 0);
        row->justify = ALIGN_CENTER;
        part_link(ui, row, _("What is public, and who says it"), part_key(ui, INPUT_SOURCES),
                  ACTION_OVER + OVER_SOURCES);
    }
}

/* ---- sources ---- */

/* What one source says stands below its title once, however often it is named. */
static void source(struct ui *ui, struct widget *page, const struct intro *intro, int index)
{
    const char *title = intro->source[index].title;
    for (int i = 0; i < index; i++) {
        if (strcmp(intro->source[i].title, title) == 0) {
            return;
        }
    }
    widget_rule(ui, page, COLOUR_HAIR);
    widget_text(ui, page, ROLE_CARD, COLOUR_INK, title);
    for (int i = index; i < intro->sources; i++) {
        if (strcmp(intro->source[i].title, title) == 0) {
            widget_text(ui, page, ROLE_TRACE, COLOUR_INK_2, intro->source[i].note);
        }
    }
}

void screen_sources_build(struct ui *ui, const struct intro *intro)
{
    struct widget *page = part_over(ui, _("What is public, and who says it"), BRIEFING_WIDTH);
    page->gap = 6;
    widget_text(ui, page, ROLE_DATA, COLOUR_INK_2,
                _("The incidents of the game are invented. What lies behind them is told here as "
                  "claims of those who made them; others dispute some of it."))
        ->bottom = 6;
    for (int i = 0; i < intro->sources; i++) {
        source(ui, page, intro, i);
    }
    if (intro->sources == 0) {
        widget_text(ui, page, ROLE_TRACE, COLOUR_INK_2, _("This story names no sources."));
    }
}
