/* The layout, the focus, and the checker of both. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "unit/window_sample.h"
#include "window/focus.h"
#include "window/inspect.h"
#include "window/layout.h"

static struct ui ui;

static int fresh(void **state)
{
    (void)state;
    ui = ui_init(sample_measure());
    ui_begin(&ui, 400, 300, 100);
    return 0;
}

static int done(void **state)
{
    (void)state;
    ui_free(&ui);
    return 0;
}

static void box_is(const struct widget *w, int x, int y, int width, int height)
{
    assert_int_equal(w->box.x, x);
    assert_int_equal(w->box.y, y);
    assert_int_equal(w->box.w, width);
    assert_int_equal(w->box.h, height);
}

static void a_row_shares_what_is_left(void **state)
{
    (void)state;
    struct widget *row = widget_row(&ui, ui.root, 10);
    widget_pad(row, 5, 20);
    struct widget *a = widget_box(&ui, row, 50, 30, COLOUR_INK);
    struct widget *b = widget_box(&ui, row, 0, 20, COLOUR_INK);
    struct widget *c = widget_box(&ui, row, 0, 10, COLOUR_INK);
    b->grow = 3;
    c->grow = 1;
    layout_run(&ui);
    box_is(row, 0, 0, 400, 40);
    box_is(a, 20, 5, 50, 30);
    box_is(b, 80, 5, 217, 20);
    box_is(c, 307, 5, 73, 10);
    assert_int_equal(inspect_check(&ui, NULL), 0);
}

static void an_even_row_has_equal_parts(void **state)
{
    (void)state;
    struct widget *row = widget_row(&ui, ui.root, 0);
    row->even = true;
    struct widget *a = widget_text(&ui, row, ROLE_DATA, COLOUR_INK, "a much longer text than the");
    struct widget *b = widget_text(&ui, row, ROLE_DATA, COLOUR_INK, "other");
    a->grow = b->grow = 1;
    layout_run(&ui);
    assert_int_equal(a->box.w, 200);
    assert_int_equal(b->box.w, 200);
    assert_int_equal(a->line_count, 2);
}

static void all_lengths_scale(void **state)
{
    (void)state;
    ui_begin(&ui, 800, 600, 200);
    struct widget *column = widget_column(&ui, ui.root, 10);
    column->left = 20;
    widget_box(&ui, column, 50, 30, COLOUR_INK);
    struct widget *b = widget_box(&ui, column, 50, 30, COLOUR_INK);
    struct widget *text = widget_text(&ui, column, ROLE_DATA, COLOUR_INK, "text");
    layout_run(&ui);
    box_is(b, 40, 80, 100, 60);
    assert_int_equal(text->want, 40);
    assert_int_equal(ui_room_across(&ui), 400);
}

static void text_asks_for_its_height(void **state)
{
    (void)state;
    struct widget *text = widget_text(&ui, ui.root, ROLE_DATA, COLOUR_INK,
                                      "In December, in office, with a line that works, and one "
                                      "agreement more than you have today");
    layout_run(&ui);
    assert_int_equal(text->line_count, 2);
    assert_int_equal(text->want, 40);
    int height = layout_height(&ui, text, 120);
    assert_int_equal(height, 20 * (int)text->line_count);
    assert_true(text->line_count > 4);
}

static void a_flow_takes_more_lines(void **state)
{
    (void)state;
    struct widget *flow = widget_flow(&ui, ui.root, 10, 5);
    struct widget *w[5];
    for (int i = 0; i < 5; i++) {
        w[i] = widget_box(&ui, flow, 100, 20, COLOUR_INK);
    }
    layout_run(&ui);
    box_is(w[2], 220, 0, 100, 20);
    box_is(w[3], 0, 25, 100, 20);
    box_is(flow, 0, 0, 400, 45);
}

static void a_grid_has_common_widths(void **state)
{
    (void)state;
    struct widget *grid = widget_grid(&ui, ui.root, 3, 10, 0);
    struct widget *a = widget_box(&ui, grid, 40, 20, COLOUR_INK);
    widget_box(&ui, grid, 50, 20, COLOUR_INK);
    widget_box(&ui, grid, 60, 20, COLOUR_INK);
    struct widget *d = widget_box(&ui, grid, 70, 30, COLOUR_INK);
    struct widget *e = widget_text(&ui, grid, ROLE_DATA, COLOUR_INK, "over two of them");
    e->span = 2;
    layout_run(&ui);
    assert_int_equal(a->box.w, 70);
    box_is(d, 0, 20, 70, 30);
    assert_int_equal(e->box.x, 80);
    assert_int_equal(e->line_count, 1);
    assert_int_equal(inspect_check(&ui, NULL), 0);
}

static void marks_on_an_axis_keep_apart(void **state)
{
    (void)state;
    struct widget *axis = widget_new(&ui, ui.root, KIND_AXIS);
    struct widget *w[3];
    const int at[3] = { 450, 500, 1000 };
    axis->gap = 4;
    for (int i = 0; i < 3; i++) {
        w[i] = widget_words(&ui, axis, ROLE_NOTE, COLOUR_INK, "goal 45");
        w[i]->at = at[i];
    }
    layout_run(&ui);
    assert_int_equal(w[0]->box.x + w[0]->box.w, 180); /* before its mark */
    assert_int_equal(w[1]->box.x, 200);               /* after its mark */
    assert_int_equal(w[2]->box.x + w[2]->box.w, 400);
    assert_int_equal(inspect_check(&ui, NULL), 0);
}

static void a_crowded_axis_takes_more_lines(void **state)
{
    (void)state;
    ui_begin(&ui, 120, 300, 100);
    struct widget *axis = widget_new(&ui, ui.root, KIND_AXIS);
    for (int i = 0; i < 4; i++) {
        widget_words(&ui, axis, ROLE_NOTE, COLOUR_INK, "spirals")->at = 400 + i * 10;
    }
    layout_run(&ui);
    assert_int_equal(inspect_check(&ui, NULL), 0);
    assert_true(axis->want > 16);
}

static void the_optional_gives_way(void **state)
{
    (void)state;
    struct widget *row = widget_row(&ui, ui.root, 0);
    struct widget *a = widget_words(&ui, row, ROLE_DATA, COLOUR_INK, "has to be here, always");
    struct widget *b = widget_words(&ui, row, ROLE_DATA, COLOUR_INK, "can be spared, second");
    struct widget *c = widget_words(&ui, row, ROLE_DATA, COLOUR_INK, "can be spared, first");
    b->optional = 1;
    c->optional = 2;
    layout_run(&ui);
    assert_false(a->hidden || b->hidden);
    assert_true(c->hidden);
    assert_int_equal(inspect_check(&ui, NULL), 0);
}

static struct widget *long_list(int rows)
{
    struct widget *list = widget_column(&ui, ui.root, 0);
    list->scroll = 1;
    list->grow = 1;
    for (int i = 0; i < rows; i++) {
        struct widget *box = widget_box(&ui, list, 0, 50, COLOUR_CARD);
        box->align = ALIGN_STRETCH;
        box->action = i + 1;
        box->says = "row";
    }
    return list;
}

static void a_list_scrolls(void **state)
{
    (void)state;
    struct widget *list = long_list(20);
    struct widget *foot = widget_box(&ui, ui.root, 400, 40, COLOUR_INK);
    layout_run(&ui);
    box_is(list, 0, 0, 400, 260);
    box_is(foot, 0, 260, 400, 40);
    assert_int_equal(inspect_check(&ui, NULL), 0);
    assert_int_equal(focus_at(&ui, 10, 255), 6);
    assert_int_equal(focus_at(&ui, 10, 265), 0); /* behind the foot */
    assert_true(layout_scroll(&ui, 10, 10, 70));
    layout_run(&ui);
    assert_int_equal(focus_at(&ui, 10, 0), 2);
    assert_true(layout_scroll(&ui, 10, 10, 100000));
    assert_false(layout_scroll(&ui, 10, 10, 1));
    layout_run(&ui);
    assert_int_equal(focus_at(&ui, 10, 255), 20);
}

static void focus_is_brought_into_view(void **state)
{
    (void)state;
    long_list(20);
    for (int action = 20; action >= 1; action -= 3) {
        ui.focus = action;
        layout_reveal(&ui);
        struct rect seen = layout_visible(focus_find(&ui, action));
        assert_int_equal(seen.h, 50);
    }
}

static void focus_moves_where_it_is_sent(void **state)
{
    (void)state;
    struct widget *grid = widget_grid(&ui, ui.root, 3, 10, 10);
    for (int i = 0; i < 6; i++) {
        struct widget *w = widget_box(&ui, grid, 100, 50, COLOUR_CARD);
        w->action = i + 1;
    }
    layout_run(&ui);
    ui.focus = 2;
    assert_int_equal(focus_move(&ui, TOWARD_LEFT), 1);
    assert_int_equal(focus_move(&ui, TOWARD_RIGHT), 3);
    assert_int_equal(focus_move(&ui, TOWARD_DOWN), 5);
    assert_int_equal(focus_move(&ui, TOWARD_UP), 2);
    assert_int_equal(focus_move(&ui, TOWARD_NEXT), 3);
    ui.focus = 1;
    assert_int_equal(focus_move(&ui, TOWARD_PREVIOUS), 6);
    ui.focus = 99;
    assert_int_equal(focus_move(&ui, TOWARD_DOWN), 1);
    assert_null(focus_find(&ui, 99));
    assert_int_equal(focus_list(&ui, NULL, 0), 6);
}

static void the_checker_finds_what_is_wrong(void **state)
{
    (void)state;
    struct widget *text =
        widget_words(&ui, ui.root, ROLE_DATA, COLOUR_INK, "a line of some length");
    struct widget *other = widget_box(&ui, ui.root, 50, 20, COLOUR_INK);
    layout_run(&ui);
    assert_int_equal(inspect_check(&ui, NULL), 0);
    text->box.w = 30;
    assert_int_equal(inspect_check(&ui, NULL), 1);
    text->box.w = 400;
    text->box.h = 10;
    assert_int_equal(inspect_check(&ui, NULL), 1);
    text->box.h = 20;
    other->box.y = 10;
    assert_int_equal(inspect_check(&ui, NULL), 1);
    other->box.y = 290;
    assert_int_equal(inspect_check(&ui, NULL), 1);
}

static void too_much_runs_over_and_is_told(void **state)
{
    (void)state;
    for (int i = 0; i < 10; i++) {
        widget_box(&ui, ui.root, 50, 50, COLOUR_INK);
    }
    layout_run(&ui);
    assert_int_equal(inspect_check(&ui, NULL), 4);
}

static void the_dump_says_all(void **state)
{
    char *text = NULL;
    size_t size = 0;
    (void)state;
    struct widget *card = widget_column(&ui, ui.root, 0);
    card->action = 7;
    card->says = "Share the file";
    widget_text(&ui, card, ROLE_DATA, COLOUR_INK, "trust");
    widget_icon(&ui, card, ICON_UP_GOOD, 10, COLOUR_GOOD, "up 2");
    ui.focus = 7;
    layout_run(&ui);
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    inspect_dump(&ui, out);
    fclose(out);
    assert_string_equal(text, "* Share the file\ntrust\n[up 2]\n");
    free(text);
}

static void building_anew_takes_no_new_memory(void **state)
{
    (void)state;
    struct widget *first = ui.root;
    for (int i = 0; i < 100; i++) {
        assert_ptr_equal(ui_begin(&ui, 400, 300, 100), first);
        for (int k = 0; k < 500; k++) {
            assert_int_equal(widget_row(&ui, ui.root, 0)->grow, 0);
            ui.root->last->grow = 1;
        }
    }
}

#define UI_TEST(f) cmocka_unit_test_setup_teardown(f, fresh, done)

int main(void)
{
    const struct CMUnitTest tests[] = {
        UI_TEST(a_row_shares_what_is_left),
        UI_TEST(an_even_row_has_equal_parts),
        UI_TEST(all_lengths_scale),
        UI_TEST(text_asks_for_its_height),
        UI_TEST(a_flow_takes_more_lines),
        UI_TEST(a_grid_has_common_widths),
        UI_TEST(marks_on_an_axis_keep_apart),
        UI_TEST(a_crowded_axis_takes_more_lines),
        UI_TEST(the_optional_gives_way),
        UI_TEST(a_list_scrolls),
        UI_TEST(focus_is_brought_into_view),
        UI_TEST(focus_moves_where_it_is_sent),
        UI_TEST(the_checker_finds_what_is_wrong),
        UI_TEST(too_much_runs_over_and_is_told),
        UI_TEST(the_dump_says_all),
        UI_TEST(building_anew_takes_no_new_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
