/* report.c: figures with their goals. */
#include "report.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>

void report_add(struct report *r, struct estimate estimate, double scale, double lo, double hi,
                const char *format, ...)
{
    assert(r->count < MAX_FIGURES);
    struct figure *f = &r->figure[r->count++];
    va_list words;
    va_start(words, format);
    vsnprintf(f->name, sizeof f->name, format, words);
    va_end(words);
    f->value = estimate.value * scale;
    f->half = 1.96 * sqrt(estimate.variance) * scale;
    f->lo = lo;
    f->hi = hi;
    f->note[0] = '\0';
}

void report_note(struct report *r, const char *note)
{
    snprintf(r->figure[r->count - 1].note, FIGURE_NAME, "%s", note);
}

static bool has_goal(const struct figure *f)
{
    return f->lo > -NO_GOAL || f->hi < NO_GOAL;
}

static bool reached(const struct figure *f)
{
    const double hair = 1e-9; /* what a sum of doubles may lose */
    return f->value >= f->lo - hair && f->value <= f->hi + hair;
}

static void write_goal(const struct figure *f, char *out, size_t size)
{
    if (!has_goal(f)) {
        out[0] = '\0';
    } else if (f->lo <= -NO_GOAL) {
        snprintf(out, size, "<= %g", f->hi);
    } else if (f->hi >= NO_GOAL) {
        snprintf(out, size, ">= %g", f->lo);
    } else {
        snprintf(out, size, "%g..%g", f->lo, f->hi);
    }
}

static void print_figure(const struct figure *f)
{
    char goal[40], half[40] = "";
    write_goal(f, goal, sizeof goal);
    if (f->half > 0) {
        snprintf(half, sizeof half, "+-%.2f", f->half);
    }
    printf("%-52s %9.2f %-9s %-10s %-6s %s\n", f->name, f->value, half, goal,
           !has_goal(f) ? ""
           : reached(f) ? "ok"
                        : "MISSED",
           f->note);
}

int report_print(const struct report *r, bool quiet)
{
    int goals = 0, missed = 0;
    for (int i = 0; i < r->count; i++) {
        const struct figure *f = &r->figure[i];
        const bool miss = has_goal(f) && !reached(f);
        goals += has_goal(f);
        missed += miss;
        if (!quiet || miss) {
            print_figure(f);
        }
    }
    printf("%d of %d goals missed\n", missed, goals);
    return missed;
}

static void print_end(const char *key, double value, double open)
{
    if (value == open) {
        printf(", \"%s\": null", key);
    } else {
        printf(", \"%s\": %g", key, value);
    }
}

void report_print_json(const struct report *r, const char *scenario)
{
    printf("{\"scenario\": \"%s\", \"figures\": {", scenario);
    for (int i = 0; i < r->count; i++) {
        const struct figure *f = &r->figure[i];
        printf("%s\n  \"%s\": {\"value\": %.4f, \"half\": %.4f", i ? "," : "", f->name, f->value,
               f->half);
        if (has_goal(f)) {
            print_end("least", f->lo, -NO_GOAL);
            print_end("most", f->hi, NO_GOAL);
            printf(", \"ok\": %s", reached(f) ? "true" : "false");
        }
        printf(f->note[0] ? ", \"note\": \"%s\"}" : "}", f->note);
    }
    printf("\n}}\n");
}
