/* debrief_svg.c: the year as a picture: lines, incidents by whose hand they were, commitments.
 *
 * Everything is told by place, shape and word as well as by colour, and stands once more in the
 * tables that follow the picture. */
#include "match/debrief_page.h"

#include "json/utf8.h"
#include "match/say.h"

#include <stdio.h>
#include <string.h>

enum {
    WIDTH = 960,
    LEFT = 225,  /* titles of the lanes */
    RIGHT = 120, /* titles of the lines */
    TOP = 12,
    HEIGHT = 200, /* of the lines */
    LANE = 26,
    DATES = 22,
    LINES = 4 /* looks of lines */
};

struct chart {
    struct buffer *out;
    const struct debrief *d;
    int y; /* of the next lane */
};

/* ---- places ---- */

/* Left edge of a round, in tenths of a pixel; that behind the last is the end of the year. */
static int edge(const struct debrief *d, int round)
{
    return 10 * LEFT + 10 * (WIDTH - LEFT - RIGHT) * (round - 1) / d->rounds;
}

static int middle(const struct debrief *d, int round)
{
    return (edge(d, round) + edge(d, round + 1)) / 2;
}

static int height_of(const struct debrief_line *line, int value)
{
    const int range = line->hi > line->lo ? line->hi - line->lo : 1;
    return 10 * (TOP + HEIGHT) - 10 * HEIGHT * (value - line->lo) / range;
}

/* A length in tenths of a pixel. */
static void add_length(struct buffer *out, int tenths)
{
    buffer_add_format(out, "%d.%d", tenths / 10, tenths % 10);
}

static void add_attribute(struct buffer *out, const char *name, int tenths)
{
    buffer_add_format(out, " %s=\"", name);
    add_length(out, tenths);
    buffer_add_string(out, "\"");
}

static void add_text(struct buffer *out, const char *class, int x, int y, const char *anchor,
                     const char *text)
{
    buffer_add_string(out, "<text");
    if (*class) {
        buffer_add_format(out, " class=\"%s\"", class);
    }
    add_attribute(out, "x", x);
    add_attribute(out, "y", y);
    buffer_add_format(out, " text-anchor=\"%s\">", anchor);
    page_escape(out, text);
    buffer_add_string(out, "</text>\n");
}

static void add_rule(struct buffer *out, const char *class, int x1, int y1, int x2, int y2)
{
    buffer_add_format(out, "<line class=\"%s\"", class);
    add_attribute(out, "x1", x1);
    add_attribute(out, "y1", y1);
    add_attribute(out, "x2", x2);
    add_attribute(out, "y2", y2);
    buffer_add_string(out, "/>\n");
}

static void add_box(struct buffer *out, const char *class, int x, int y, int width, int height)
{
    buffer_add_format(out, "<rect class=\"%s\"", class);
    add_attribute(out, "x", x);
    add_attribute(out, "y", y);
    add_attribute(out, "width", width);
    add_attribute(out, "height", height);
    buffer_add_string(out, "/>\n");
}

/* ---- ground ---- */

static void ground(struct chart *c, int bottom)
{
    const struct debrief *d = c->d;
    for (int round = 1; round <= d->rounds; round++) {
        bool incident = false;
        for (int i = 0; i < d->cases; i++) {
            incident = incident || d->file[i].round == round;
        }
        if (!incident && round <= d->round) {
            add_box(c->out, "band", edge(d, round), 10 * TOP, edge(d, round + 1) - edge(d, round),
                    10 * (bottom - TOP));
        }
    }
    for (int i = 0; i <= 4; i++) {
        const int y = 10 * TOP + 10 * HEIGHT * i / 4;
        add_rule(c->out, "grid", edge(d, 1), y, edge(d, d->rounds + 1), y);
    }
    if (d->grave != NULL) {
        const int x = middle(d, d->grave->round);
        add_rule(c->out, "grave", x, 10 * TOP, x, 10 * bottom);
    }
}

/* A month is named where it begins; where there is no room, the rounds are numbered. */
static void dates(struct chart *c)
{
    const struct debrief *d = c->d;
    bool room = true;
    for (int i = 0; i < d->rounds; i++) {
        room = room && *d->date[i] &&
               (int)utf8_count(d->date[i]) * 6 * d->rounds <= WIDTH - LEFT - RIGHT + 60;
    }
    c->y += DATES;
    for (int round = 1; round <= d->rounds; round++) {
        char number[12];
        snprintf(number, sizeof number, "%d", round);
        const bool begins = round == 1 || strcmp(d->date[round - 1], d->date[round - 2]) != 0;
        if (!room || begins) {
            add_text(c->out, "date", middle(d, round), 10 * (c->y - 6), "middle",
                     room ? d->date[round - 1] : number);
        }
    }
}

/* The scale, where all lines have the same. */
static void scale(struct chart *c)
{
    const struct debrief *d = c->d;
    bool same = d->lines > 0;
    for (int i = 1; i < d->lines; i++) {
        same = same && d->line[i].lo == d->line[0].lo && d->line[i].hi == d->line[0].hi;
    }
    for (int i = 0; same && i <= 2; i++) {
        char number[16];
        const int value = d->line[0].lo + (d->line[0].hi - d->line[0].lo) * i / 2;
        snprintf(number, sizeof number, "%d", value);
        add_text(c->out, "date", edge(d, 1) - 80, height_of(&d->line[0], value) + 40, "end",
                 number);
    }
}

/* ---- lines ---- */

static void add_points(struct chart *c, const struct debrief_line *line, int look)
{
    const struct debrief *d = c->d;
    buffer_add_format(c->out, "<polyline class=\"m%d\" points=\"", look);
    for (int round = 1; round <= d->round; round++) {
        add_length(c->out, middle(d, round));
        buffer_add_string(c->out, ",");
        add_length(c->out, height_of(line, line->value[round - 1]));
        buffer_add_string(c->out, " ");
    }
    add_length(c->out, edge(d, d->round + 1));
    buffer_add_string(c->out, ",");
    add_length(c->out, height_of(line, line->last));
    buffer_add_string(c->out, "\"/>\n");
}

/* A point is round on the first line, square on the second, and so on by turns. */
static void add_dot(struct chart *c, int look, int x, int y)
{
    if (look % 2 == 0) {
        buffer_add_format(c->out, "<circle class=\"d%d\" r=\"3.5\"", look);
        add_attribute(c->out, "cx", x);
        add_attribute(c->out, "cy", y);
        buffer_add_string(c->out, "/>\n");
    } else {
        char class[16];
        snprintf(class, sizeof class, "d%d", look);
        add_box(c->out, class, x - 30, y - 30, 60, 60);
    }
}

/* Where the title of a line stands: at its end, clear of those before it. */
static int title_height(const int *taken, int count, int y)
{
    for (bool moved = true; moved;) {
        moved = false;
        for (int i = 0; i < count; i++) {
            const int gap = y - taken[i];
            if (gap > -150 && gap < 150) {
                y = taken[i] + 150;
                moved = true;
            }
        }
    }
    return y;
}

static void lines(struct chart *c)
{
    const struct debrief *d = c->d;
    int taken[MAX_METERS];
    for (int i = 0; i < d->lines; i++) {
        const struct debrief_line *line = &d->line[i];
        const int look = i % LINES;
        char value[16];
        add_points(c, line, look);
        for (int round = 1; round <= d->round; round++) {
            add_dot(c, look, middle(d, round), height_of(line, line->value[round - 1]));
        }
        taken[i] = title_height(taken, i, height_of(line, line->last) + 40);
        const int x = edge(d, d->round + 1) + 60;
        snprintf(value, sizeof value, " %d", line->last);
        buffer_add_string(c->out, "<text class=\"big\"");
        add_attribute(c->out, "x", x);
        add_attribute(c->out, "y", taken[i]);
        buffer_add_string(c->out, ">");
        page_escape(c->out, line->title);
        page_escape(c->out, value);
        buffer_add_string(c->out, "</text>\n");
    }
}

/* ---- lanes ---- */

/* Guilty ones are full; those from the same country have its shape; the rest have other shapes. */
static void add_mark(struct chart *c, const struct debrief_case *file, int x, int y)
{
    const int size = file->severe ? 9 : 6;
    if (file->hand == HAND_NOBODY) {
        buffer_add_format(c->out, "<circle class=\"mark\" r=\"%d\"", size - 1);
    } else if (file->hand == HAND_ELSEWHERE) {
        buffer_add_format(c->out, "<path class=\"mark\" d=\"M0,-%d L%d,%d L-%d,%d Z\"", size, size,
                          size - 1, size, size - 1);
    } else {
        const char *class = file->hand == HAND_SUSPECT ? "mark full" : "mark";
        buffer_add_format(c->out, "<path class=\"%s\" d=\"M0,-%d L%d,0 L0,%d L-%d,0 Z\"", class,
                          size, size, size, size);
    }
    buffer_add_string(c->out, " transform=\"translate(");
    add_length(c->out, x);
    buffer_add_string(c->out, " ");
    add_length(c->out, y);
    buffer_add_string(c->out, ")\"><title>");
    page_escape(c->out, file->title);
    buffer_add_string(c->out, ": ");
    page_escape(c->out, file->culprit);
    buffer_add_string(c->out,
                      file->hand == HAND_NOBODY ? "</title></circle>\n" : "</title></path>\n");
}

static void add_lane(struct chart *c, const char *title)
{
    enum { MOST = 45 };
    char fits[MOST + 1];
    const size_t length = utf8_fit(title, strlen(title), MOST);
    memcpy(fits, title, length);
    fits[length] = '\0';
    c->y += LANE;
    add_text(c->out, utf8_count(fits) > 34 ? "small" : "", 10 * (LEFT - 12), 10 * (c->y - 9), "end",
             fits);
}

static void struck(struct chart *c, int party)
{
    const struct debrief *d = c->d;
    char title[120];
    /* TRANSLATORS: a country */
    snprintf(title, sizeof title, _("struck: %s"), d->side[party].country);
    add_lane(c, title);
    for (int i = 0; i < d->cases; i++) {
        if (d->file[i].victim == party) {
            add_mark(c, &d->file[i], middle(d, d->file[i].round), 10 * (c->y - LANE / 2));
        }
    }
}

/* One lane for each commitment and giver, however often it was given. */
static bool has_lane(const struct debrief *d, int index)
{
    for (int i = 0; i < index; i++) {
        if (d->bar[i].id == d->bar[index].id && d->bar[i].giver == d->bar[index].giver) {
            return true;
        }
    }
    return false;
}

static void add_bar(struct chart *c, const struct debrief_bar *bar)
{
    static const char *const class[] = { "bar", "bar0", "bar1" };
    const struct debrief *d = c->d;
    const int x = middle(d, bar->from);
    const int end = bar->fate == FATE_STANDS ? edge(d, bar->to + 1) : middle(d, bar->to) + 60;
    const int y = 10 * (c->y - LANE / 2);
    add_box(c->out, class[bar->giver + 1], x, y - 40, end > x ? end - x : 10, 80);
    if (bar->fate != FATE_STANDS) {
        add_text(c->out, "", end + 50, y + 40, "start", bar->fate_title);
    }
}

static void commitments(struct chart *c)
{
    const struct debrief *d = c->d;
    for (int i = 0; i < d->bars; i++) {
        if (has_lane(d, i)) {
            continue;
        }
        const struct debrief_bar *first = &d->bar[i];
        char title[160];
        if (first->giver < 0) {
            snprintf(title, sizeof title, "%s", first->title);
        } else {
            /* TRANSLATORS: a promise, and the country that gave it */
            snprintf(title, sizeof title, _("%s (%s)"), first->title,
                     d->side[first->giver].country);
        }
        add_lane(c, title);
        for (int k = i; k < d->bars; k++) {
            if (d->bar[k].id == first->id && d->bar[k].giver == first->giver) {
                add_bar(c, &d->bar[k]);
            }
        }
    }
}

/* ---- the picture ---- */

static int lanes(const struct debrief *d)
{
    int count = MAX_PARTIES;
    for (int i = 0; i < d->bars; i++) {
        count += !has_lane(d, i);
    }
    return count;
}

static void describe(struct buffer *out, const struct debrief *d)
{
    buffer_add_string(out, "<title id=\"year-title\">");
    page_escape(out, _("From round to round"));
    buffer_add_string(out, "</title>\n<desc id=\"year-text\">");
    for (int i = 0; i < d->lines; i++) {
        char text[200];
        const char *title = d->line[i].title;
        /* TRANSLATORS: a meter, its first and last value */
        snprintf(text, sizeof text, _("%.*s goes from %d to %d. "),
                 (int)utf8_fit(title, strlen(title), 120), title, d->line[i].value[0],
                 d->line[i].last);
        page_escape(out, text);
    }
    page_escape(out, _("The tables that follow have every number, incident and commitment."));
    buffer_add_string(out, "</desc>\n");
}

void page_chart(struct buffer *out, const struct debrief *d)
{
    const int bottom = TOP + HEIGHT + DATES + LANE * lanes(d);
    struct chart c = { out, d, TOP + HEIGHT };
    buffer_add_format(out, "<figure>\n<svg viewBox=\"0 0 %d %d\" role=\"img\"", WIDTH, bottom + 8);
    buffer_add_string(out, " aria-labelledby=\"year-title year-text\">\n");
    describe(out, d);
    ground(&c, bottom);
    scale(&c);
    dates(&c);
    struck(&c, 0);
    struck(&c, 1);
    commitments(&c);
    lines(&c);
    buffer_add_string(out, "</svg>\n<figcaption class=\"sub\">");
    page_escape(out,
                _("Incidents: full diamond, the other side; hollow "
                  "diamond, others from its country; triangle, from elsewhere; circle, nobody. "
                  "The large one is the gravest. Shaded: rounds without an incident."));
    buffer_add_string(out, "</figcaption>\n</figure>\n");
}
