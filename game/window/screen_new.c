/* screen_new: choices with what they mean beside them. */
#include "window/screen_new.h"

#include "match/say.h"
#include "window/actions.h"
#include "window/draw.h"
#include "window/parts.h"

enum { WIDTH = 680, LOAD_WIDTH = 820, CURVE_WIDTH = 150, CURVE_HEIGHT = 36 };

/* ---- a new game ---- */

static void note(struct ui *ui, struct widget *page, const char *text)
{
    if (part_says(text)) {
        struct widget *w = widget_text(ui, page, ROLE_DATA, COLOUR_INK_2, text);
        w->left = 180;
        w->bottom = 6;
    }
}

/* Who will sit where, as the choices stand. */
static void persons(struct ui *ui, struct widget *page, const struct setup *setup)
{
    const struct actor *me = &setup->sc->actor[setup->party];
    const struct actor *them = &setup->sc->actor[1 - setup->party];
    struct widget *sides = widget_row(ui, page, PART_GUTTER);
    sides->even = true;
    sides->items = ALIGN_START;
    sides->left = 14;
    sides->bottom = 14;
    part_person(ui, sides, setup->party, _("You"), scenario_plain(setup->sc, me->title),
                scenario_plain(setup->sc, me->country), "");
    part_person(ui, sides, 1 - setup->party, _("They"), scenario_plain(setup->sc, them->title),
                scenario_plain(setup->sc, them->country), setup_character_line(setup));
}

static void line(struct ui *ui, struct widget *page, const char *label, const char *value,
                 enum setup_line which, const char *what)
{
    part_choice(ui, page, label, value, ACTION_SETUP + (int)which)->field = which == SETUP_YEAR;
    note(ui, page, what);
}

void screen_new_build(struct ui *ui, const struct setup *setup, const char *notice)
{
    const struct scenario *sc = setup->sc;
    struct widget *page = part_over(ui, _("A new game"), WIDTH);
    page->gap = 2;
    if (sc != NULL) {
        persons(ui, page, setup);
    }
    line(ui, page, _("Story"), setup->title, SETUP_STORY,
         sc != NULL ? scenario_plain(sc, sc->subtitle) : "");
    if (sc != NULL) {
        const struct actor *me = &sc->actor[setup->party];
        line(ui, page, _("You are"),
             ui_text(ui, _("%s, %s"), scenario_plain(sc, me->title),
                     scenario_plain(sc, me->country)),
             SETUP_SIDE, "");
        line(ui, page, _("Opposite"), setup_character(setup), SETUP_OPPOSITE, "");
    }
    line(ui, page, _("Difficulty"), setup_difficulty(setup), SETUP_DIFFICULTY,
         setup_difficulty_line(setup));
    const bool typing = ui->focus == ACTION_SETUP + SETUP_YEAR && setup->word[0] != '\0';
    line(ui, page, _("Class word"),
         typing                   ? ui_text(ui, "%s|", setup->word)
         : setup->word[0] != '\0' ? setup->word
                                  : _("Another year each time"),
         SETUP_YEAR,
         _("Whoever takes the same word plays the same year: the same incidents by the same hands. "
           "Type one, or go through them."));
    widget_box(ui, page, 1, 12, COLOUR_NONE);
    part_button(ui, page, _("Begin"), part_key(ui, INPUT_GO), ACTION_GO);
    if (part_says(notice)) {
        widget_text(ui, page, ROLE_DATA, COLOUR_INK, notice)->top = 10;
    }
}

/* ---- saved games ---- */

static int height_of(const struct save_curve *c, int i, int room)
{
    const int range = c->hi > c->lo ? c->hi - c->lo : 1;
    const int v = c->value[i] < c->lo ? c->lo : c->value[i] > c->hi ? c->hi : c->value[i];
    return (v - c->lo) * room / range;
}

/* The two numbers of the table over the rounds: one a line, the other one dotted. */
static void paint_curves(struct draw *draw, const struct ui *ui, const struct widget *w)
{
    static const enum colour inks[] = { COLOUR_METER_1, COLOUR_METER_2 };
    const struct save_entry *e = w->data;
    const int thick = ui_px(ui, 2);
    draw_fill(draw, (struct rect){ w->box.x, w->box.y + w->box.h - 1, w->box.w, 1 }, COLOUR_LINE);
    for (int k = 0; k < e->curves && k < SAVES_CURVES; k++) {
        const struct save_curve *c = &e->curve[k];
        const int step = w->box.w / e->rounds;
        for (int i = 0; i < c->points; i++) {
            const int y = w->box.y + w->box.h - thick - height_of(c, i, w->box.h - thick);
            draw_fill(draw,
                      (struct rect){ w->box.x + i * step, y, k == 0 ? step : step / 2, thick },
                      inks[k]);
        }
    }
}

static void entry(struct ui *ui, struct widget *page, const struct save_entry *e, int index)
{
    struct widget *row = widget_row(ui, page, 16);
    row->frame = FRAME_LINE;
    row->border = COLOUR_DESK;
    row->radius = 4;
    row->items = ALIGN_CENTER;
    row->action = e->fine ? ACTION_FILE + index : ACTION_NONE;
    row->says = e->name;
    widget_pad(row, 8, 14);
    struct widget *words = widget_column(ui, row, 0);
    words->grow = 1;
    widget_text(ui, words, ROLE_CARD, e->fine ? COLOUR_INK : COLOUR_INK_2, e->story);
    widget_text(ui, words, ROLE_DATA, COLOUR_INK_2, e->where);
    widget_text(ui, words, ROLE_NOTE, COLOUR_INK_3, ui_text(ui, "%s · %s", e->when, e->name));
    if (e->curves > 0) {
        struct widget *chart = widget_paint(
            ui, row, CURVE_WIDTH, CURVE_HEIGHT, paint_curves, e,
            ui_text(ui, _("%s and %s so far"), e->curve[0].title, e->curve[e->curves - 1].title));
        chart->optional = 1;
    }
}

void screen_load_build(struct ui *ui, const struct saves *saves, const char *notice)
{
    struct widget *page = part_over(ui, _("Saved games"), LOAD_WIDTH);
    page->gap = 2;
    if (part_says(notice)) {
        widget_text(ui, page, ROLE_DATA, COLOUR_INK, notice)->bottom = 8;
    }
    for (int i = 0; i < saves->count; i++) {
        if (i > 0) {
            widget_rule(ui, page, COLOUR_HAIR);
        }
        entry(ui, page, &saves->entry[i], i);
    }
    if (saves->count == 0) {
        widget_text(ui, page, ROLE_TRACE, COLOUR_INK_2,
                    _("No game has been saved yet. Every game is saved at every decision."));
    }
}
