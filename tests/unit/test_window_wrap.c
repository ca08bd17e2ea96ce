/* Breaking texts into lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "unit/window_sample.h"
#include "match/shown.h"
#include "window/wrap.h"

static const struct type ten = { FACE_SANS, 10, 14, 0 }; /* 6 pixels a letter, 10 a Han character */

static size_t wrap(const char *text, int width, bool balance, struct line *lines)
{
    struct measure measure = sample_measure();
    return wrap_lines(&measure, &ten, text, width, balance, lines);
}

static void line_is(const struct line *line, const char *text)
{
    assert_int_equal(line->n, strlen(text));
    assert_memory_equal(line->s, text, line->n);
}

static void breaks_at_spaces(void **state)
{
    struct line lines[WRAP_LINES];
    (void)state;
    assert_int_equal(wrap("the trace ends at their border", 66, false, lines), 4);
    line_is(&lines[0], "the trace");
    line_is(&lines[1], "ends at");
    line_is(&lines[2], "their");
    line_is(&lines[3], "border");
    assert_int_equal(lines[0].width, 54);
}

static void keeps_every_byte(void **state)
{
    const char *text = "One question, through the contact point: “was it you?”";
    struct line lines[WRAP_LINES];
    (void)state;
    for (int width = 1; width < 400; width += 7) {
        char joined[200] = "";
        size_t n = wrap(text, width, false, lines);
        for (size_t i = 0; i < n; i++) {
            assert_true(lines[i].width <= width || lines[i].n <= 3);
            strncat(joined, lines[i].s, lines[i].n);
        }
        size_t k = 0;
        for (const char *c = text; *c != '\0'; c++) {
            if (*c != ' ') {
                k += joined[k] == ' ';
                assert_int_equal(joined[k++], *c);
            }
        }
    }
}

static void forced_breaks(void **state)
{
    struct line lines[WRAP_LINES];
    (void)state;
    assert_int_equal(wrap("one\ntwo \n\nthree", 1000, false, lines), 4);
    line_is(&lines[1], "two");
    line_is(&lines[2], "");
    line_is(&lines[3], "three");
    assert_int_equal(wrap("", 100, false, lines), 0);
}

static void chinese_breaks_between_characters(void **state)
{
    struct line lines[WRAP_LINES];
    (void)state;
    assert_int_equal(wrap("一家涡轮部件制造商", 40, false, lines), 3);
    line_is(&lines[0], "一家涡轮");
    line_is(&lines[2], "商");
}

static void no_closing_mark_starts_a_line(void **state)
{
    struct line lines[WRAP_LINES];
    (void)state;
    size_t n = wrap("一家涡轮，部件（制造）商。", 40, false, lines);
    for (size_t i = 0; i < n; i++) {
        assert_memory_not_equal(lines[i].s, "，", 3);
        assert_memory_not_equal(lines[i].s, "。", 3);
        assert_memory_not_equal(lines[i].s, "）", 3);
        assert_memory_not_equal(lines[i].s + lines[i].n - 3, "（", 3);
    }
    line_is(&lines[0], "一家涡");
}

static void balance_makes_lines_alike(void **state)
{
    const char *text = "The board calls the papers at noon, with you or not";
    struct line even[WRAP_LINES], greedy[WRAP_LINES];
    (void)state;
    size_t n = wrap(text, 280, false, greedy);
    assert_int_equal(wrap(text, 280, true, even), n);
    assert_int_equal(n, 2);
    assert_true(even[1].width > greedy[1].width);
    assert_true(even[0].width <= greedy[0].width);
}

static void a_long_word_is_broken(void **state)
{
    char word[5000];
    struct line lines[WRAP_LINES];
    (void)state;
    memset(word, 'W', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    size_t n = wrap(word, 600, false, lines);
    assert_int_equal(n, 53); /* two pieces of 48 on a line */
    for (size_t i = 0; i < n; i++) {
        assert_true(lines[i].width <= 600);
    }
    assert_int_equal(wrap(word, 6, false, lines), WRAP_LINES);
}

static void bytes_that_are_no_text(void **state)
{
    size_t used;
    struct line lines[WRAP_LINES];
    (void)state;
    assert_int_equal(shown_point("\xff", 1, &used), 0xfffd);
    assert_int_equal(used, 1);
    assert_int_equal(shown_point("\xe4\xb8", 2, &used), 0xfffd);
    assert_int_equal(shown_point("中", 3, &used), 0x4e2d);
    assert_int_equal(used, 3);
    assert_int_equal(shown_point("\xf0\x9f\x98\x80", 4, &used), 0x1f600);
    assert_true(wrap("\xc0\xaf\xed\xa0\x80 \xf4\x90\x80\x80", 12, false, lines) > 0);
}

/* What would control a terminal, or turn a line around, is one character that does nothing. */
static void nothing_controls_a_line(void **state)
{
    static const char *const unsafe[] = {
        "\x1b",         "\x01",         "\t",           "\r",           "\x7f",
        "\xc2\x85",     "\xc2\x9b",     "\xd8\x9c",     "\xe2\x80\x8e", "\xe2\x80\x8f",
        "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xaa", "\xe2\x80\xae", "\xe2\x81\xa6",
        "\xe2\x81\xa9", "\xef\xbb\xbf",
    };
    size_t used;
    (void)state;
    for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++) {
        assert_int_equal(shown_point(unsafe[i], strlen(unsafe[i]), &used), 0xfffd);
        assert_int_equal(used, strlen(unsafe[i]));
    }
    assert_int_equal(shown_point("\n", 1, &used), '\n');
}

static void least_and_natural(void **state)
{
    struct measure measure = sample_measure();
    (void)state;
    assert_int_equal(wrap_least(&measure, &ten, "a rented server"), 36);
    assert_int_equal(wrap_natural(&measure, &ten, "a rented\nserver"), 48);
    assert_int_equal(wrap_least(&measure, &ten, "一家涡轮，"), 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_at_spaces),
        cmocka_unit_test(keeps_every_byte),
        cmocka_unit_test(forced_breaks),
        cmocka_unit_test(chinese_breaks_between_characters),
        cmocka_unit_test(no_closing_mark_starts_a_line),
        cmocka_unit_test(balance_makes_lines_alike),
        cmocka_unit_test(a_long_word_is_broken),
        cmocka_unit_test(nothing_controls_a_line),
        cmocka_unit_test(bytes_that_are_no_text),
        cmocka_unit_test(least_and_natural),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
