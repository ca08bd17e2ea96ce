/* wrap: greedy line breaking, measured. */
#include "window/wrap.h"

#include "match/shown.h"

#include <string.h>

enum { UNIT_POINTS = 48 }; /* a longer word is broken wherever it stands */

static bool one_of(unsigned c, const unsigned *set)
{
    for (; *set != 0; set++) {
        if (*set == c) {
            return true;
        }
    }
    return false;
}

/* Closing marks: they stay with the character before them. */
static bool clings_left(unsigned c)
{
    static const unsigned set[] = { 0x3001, 0x3002, 0xff0c, 0xff1b, 0xff1a, 0xff1f, 0xff01,
                                    0x300d, 0x300f, 0x300b, 0x3009, 0xff09, 0x3011, 0x3015,
                                    0xff05, 0x201d, 0x2019, 0x2026, ',',    '.',    ';',
                                    ':',    '?',    '!',    ')',    '%',    0 };
    return one_of(c, set);
}

/* Opening marks: they stay with the character after them. */
static bool clings_right(unsigned c)
{
    static const unsigned set[] = { 0x300c, 0x300e, 0x300a, 0x3008, 0xff08, 0x3010,
                                    0x3014, 0x201c, 0x2018, '(',    0 };
    return one_of(c, set);
}

static bool is_wide(unsigned c)
{
    return (c >= 0x2e80 && c < 0xac00) || (c >= 0xf900 && c < 0xfb00) ||
           (c >= 0xff00 && c < 0xff61) || (c >= 0x20000 && c < 0x30000);
}

static bool may_break(unsigned before, unsigned after)
{
    return (is_wide(before) || is_wide(after)) && !clings_right(before) && !clings_left(after);
}

/* A piece without a break inside: content [0, end), the next piece starts at `next`. */
struct unit {
    size_t end, next;
    bool forced;
};

static size_t skip_spaces(const char *s, size_t n, size_t i)
{
    while (i < n && s[i] == ' ') {
        i++;
    }
    return i;
}

static struct unit next_unit(const char *s, size_t n)
{
    size_t i = 0, used = 0;
    unsigned before = 0;
    for (int points = 0; i < n; points++) {
        unsigned c = shown_point(s + i, n - i, &used);
        if (c == '\n') {
            return (struct unit){ i, i + 1, true };
        }
        if (c == ' ') {
            size_t next = skip_spaces(s, n, i);
            bool forced = next < n && s[next] == '\n';
            return (struct unit){ i, forced ? next + 1 : next, forced };
        }
        if (i > 0 && (may_break(before, c) || points >= UNIT_POINTS)) {
            return (struct unit){ i, i, false };
        }
        before = c;
        i += used;
    }
    return (struct unit){ n, n, false };
}

static int width_of(const struct measure *m, const struct type *type, const char *s, size_t n)
{
    return n == 0 ? 0 : m->width(m->data, type, s, n);
}

/* The most characters that fit, one at least: for a word wider than the whole line. */
static struct unit break_word(const struct measure *m, const struct type *type, const char *s,
                              size_t n, int width)
{
    size_t used = 0, fit = 0;
    shown_point(s, n, &used);
    fit = used;
    while (fit < n) {
        shown_point(s + fit, n - fit, &used);
        if (width_of(m, type, s, fit + used) > width) {
            break;
        }
        fit += used;
    }
    return (struct unit){ fit, fit, false };
}

/* One line from the start of `s`: as many units as fit. */
static struct unit take_line(const struct measure *m, const struct type *type, const char *s,
                             size_t n, int width)
{
    struct unit line = next_unit(s, n);
    if (width_of(m, type, s, line.end) > width) {
        return break_word(m, type, s, line.end, width);
    }
    while (!line.forced && line.next < n) {
        struct unit more = next_unit(s + line.next, n - line.next);
        size_t end = line.next + more.end;
        if (more.end > 0 && width_of(m, type, s, end) > width) {
            break;
        }
        line = (struct unit){ end, line.next + more.next, more.forced };
    }
    return line;
}

static size_t greedy(const struct measure *m, const struct type *type, const char *text, int width,
                     struct line *out)
{
    size_t n = strlen(text), at = 0, lines = 0;
    while (at < n && lines < WRAP_LINES) {
        struct unit line = take_line(m, type, text + at, n - at, width);
        if (out != NULL) {
            out[lines] =
                (struct line){ text + at, line.end, width_of(m, type, text + at, line.end) };
        }
        lines++;
        at += line.next;
    }
    return lines;
}

size_t wrap_lines(const struct measure *measure, const struct type *type, const char *text,
                  int width, bool balance, struct line out[WRAP_LINES])
{
    size_t lines = greedy(measure, type, text, width, out);
    if (!balance || lines < 2) {
        return lines;
    }
    int low = width / 2, high = width; /* the narrowest measure with as many lines */
    while (high - low > 2) {
        int middle = (low + high) / 2;
        if (greedy(measure, type, text, middle, NULL) > lines) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return greedy(measure, type, text, high, out);
}

int wrap_natural(const struct measure *measure, const struct type *type, const char *text)
{
    int widest = 0;
    while (*text != '\0') {
        size_t n = strcspn(text, "\n");
        int w = width_of(measure, type, text, n);
        widest = w > widest ? w : widest;
        text += n + (text[n] == '\n');
    }
    return widest;
}

int wrap_least(const struct measure *measure, const struct type *type, const char *text)
{
    size_t n = strlen(text), at = 0;
    int widest = 0;
    while (at < n) {
        struct unit unit = next_unit(text + at, n - at);
        int w = width_of(measure, type, text + at, unit.end);
        widest = w > widest ? w : widest;
        at += unit.next;
    }
    return widest;
}
