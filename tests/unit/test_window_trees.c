/* Every screen in both languages, both themes, three sizes of window and three of text: nothing
 * overlaps, is cut or lies outside, and everything can be reached. With the fonts of this machine. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/window_gallery.h"
#include "unit/window_sample.h"
#include "window/focus.h"
#include "window/inspect.h"
#include "window/layout.h"
#include "window/parts.h"

enum { MOST = 192 };

static const int sizes[][2] = { { 1024, 640 }, { 1280, 720 }, { 1920, 1080 } };
static const int scales[] = { 100, 150, 200 };

static struct play plays[GALLERY_MOST];
static struct app app;
static struct ui *const ui = &app.ui;
static int looked, faults;
static char where[200]; /* which screen it is, and how */

static const struct widget *list[MOST]; /* what can be pressed */
static size_t count;

static void fault(const char *what, const char *which)
{
    if (faults++ < 40) {
        print_error("%s: %s: %s\n", where, what, which);
    }
}

static const char *said(const struct widget *w)
{
    return w->says != NULL ? w->says : "something without words";
}

/* ---- what a tree has to be ---- */

static void nothing_is_amiss(void)
{
    const int n = inspect_check(ui, stderr);
    if (n > 0) {
        fault("see above", "overlaps, is cut or lies outside");
    }
    const struct widget *w = sample_unknown_colours(ui);
    if (w != NULL) {
        fault("colours whose contrast is not tested", w->kind == KIND_TEXT ? w->text : said(w));
    }
}

/* A button: words in large letters in its middle, or the sign of Enter. */
static bool is_main(const struct widget *w)
{
    for (const struct widget *c = w->first; c != NULL; c = c->next) {
        const bool enter = c->kind == KIND_ICON && c->icon == ICON_ENTER;
        const bool large =
            c->kind == KIND_TEXT && c->role == ROLE_CARD && c->justify == ALIGN_CENTER;
        if (!c->hidden && (enter || large)) {
            return true;
        }
    }
    return false;
}

/* Of all there is to do one thing stands out, or none. */
static void one_thing_is_the_main_one(void)
{
    int n = 0;
    for (size_t i = 0; i < count; i++) {
        n += is_main(list[i]);
        for (size_t k = 0; k < i; k++) {
            if (list[k]->action == list[i]->action) {
                fault("does the same as something else", said(list[i]));
            }
        }
        if (list[i]->says == NULL || list[i]->says[0] == '\0') {
            fault("has no words", "something that can be pressed");
        }
    }
    if (n > 1) {
        fault("main buttons", "more than one");
    }
}

/* ---- what can be reached ---- */

static size_t place_of(int action)
{
    size_t i = 0;
    while (i < count && list[i]->action != action) {
        i++;
    }
    return i;
}

/* Marks what the arrows lead to; left and right do not lead away from what they turn. */
static void walk(bool *reached, int from)
{
    const size_t at = place_of(from);
    if (at == count || reached[at]) {
        return;
    }
    reached[at] = true;
    for (int way = list[at]->turns ? TOWARD_UP : TOWARD_LEFT; way <= TOWARD_DOWN; way++) {
        ui->focus = from;
        walk(reached, focus_move(ui, (enum direction)way));
    }
}

static void arrows_reach_everything(int from)
{
    bool reached[MOST] = { false };
    ui->focus = from;
    walk(reached, place_of(from) < count ? from : focus_move(ui, TOWARD_DOWN));
    for (size_t i = 0; i < count; i++) {
        if (!reached[i]) {
            fault("arrows do not lead to", said(list[i]));
        }
    }
    ui->focus = from;
}

/* Tab leads through all of it once, and is back. */
static void tab_reaches_everything(int from)
{
    ui->focus = list[0]->action;
    for (size_t i = 1; i <= count; i++) {
        ui->focus = focus_move(ui, TOWARD_NEXT);
        if (ui->focus != list[i % count]->action) {
            fault("Tab does not lead to", said(list[i % count]));
        }
    }
    ui->focus = from;
}

/* Whoever looks at a screen knows what Enter does, but at a table where nothing lies open yet. */
static void something_has_the_focus(const struct play *play)
{
    const struct widget *w = focus_find(ui, ui->focus);
    if (ui->calm && (play->page != PAGE_TABLE || play->over != OVER_NOTHING)) {
        fault("calm", "no table");
    }
    if (w == NULL && !ui->calm) {
        fault("no focus", "nothing has it");
    }
    if (w != NULL && !layout_in_sight(w) && part_overflow(ui) == 0) {
        fault("begins out of sight, and nothing scrolls", said(w));
    }
}

/* Whatever gets the focus is brought where it can be seen. */
static void the_focus_can_be_seen(int from)
{
    for (size_t i = 0; i < count; i++) {
        ui->focus = list[i]->action;
        layout_reveal(ui);
        if (!layout_in_sight(list[i])) {
            fault("in focus but not in sight", said(list[i]));
        }
    }
    ui->focus = from;
}

/* ---- all of them ---- */

static void look(const struct play *play)
{
    const int from = ui->focus;
    looked++;
    nothing_is_amiss();
    something_has_the_focus(play);
    count = focus_list(ui, list, MOST);
    assert_true(count <= MOST);
    one_thing_is_the_main_one();
    if (count > 0) {
        arrows_reach_everything(from);
        tab_reaches_everything(from);
        the_focus_can_be_seen(from);
    }
}

static void look_at_sizes(int screen, const char *language)
{
    struct play *play = &plays[screen];
    for (size_t s = 0; s < sizeof scales / sizeof scales[0]; s++) {
        for (int light = 0; light < 2; light++) {
            play->settings.text_scale = scales[s];
            play->settings.light = light != 0;
            snprintf(where, sizeof where, "%s (%s, %s, %dx%d, text %d %%)", gallery_name(screen),
                     language, light ? "light" : "dark", app.page->w, app.page->h, scales[s]);
            gallery_anew(play, screen);
            app_lay_out(&app, &play_screen, play);
            look(play);
        }
    }
}

/* Whatever can be a page or lie over one is there. */
static void all_are_there(void)
{
    unsigned pages = 0, overs = 0;
    for (int i = 0; i < gallery_screens(); i++) {
        pages |= 1u << plays[i].page;
        overs |= 1u << plays[i].over;
    }
    assert_int_equal(pages, (2u << PAGE_ENDING) - 1);
    assert_int_equal(overs, (1u << OVERS) - 1);
}

static void look_at_all(const char *language)
{
    if (!gallery_show(plays, language)) {
        fail_msg("there is no catalogue of %s", language);
    }
    all_are_there();
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        const char *refusal = gallery_app(&app, &plays[0], sizes[i][0], sizes[i][1]);
        if (refusal != NULL) {
            app_close(&app);
            gallery_free(plays);
            print_message("%s\n", refusal);
            skip();
        }
        for (int k = 0; k < gallery_screens(); k++) {
            look_at_sizes(k, language);
        }
        app_close(&app);
    }
    gallery_free(plays);
}

static void screens_fit_in_english(void **state)
{
    (void)state;
    faults = 0;
    look_at_all("en");
    assert_int_equal(faults, 0);
}

static void screens_fit_in_chinese(void **state)
{
    (void)state;
    faults = 0;
    look_at_all("zh_CN");
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens_fit_in_english),
        cmocka_unit_test(screens_fit_in_chinese),
    };
    gallery_open();
    const int code = cmocka_run_group_tests(tests, NULL, NULL);
    gallery_close();
    print_message("%d trees\n", looked);
    return code;
}
