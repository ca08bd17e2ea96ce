/* options.c: the command line of a program that examines a scenario part by part. */
#define _POSIX_C_SOURCE 200809L

#include "options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void usage(const struct options *o)
{
    printf("usage: %s SCENARIO [options]\n"
           "  --only A,B      of these parts:\n",
           o->program);
    for (int i = 0; i < o->parts; i++) {
        printf("                    %-10s %s\n", o->part[i].name, o->part[i].line);
    }
    for (int i = 0; i < o->numbers; i++) {
        printf("  --%-13s %s (%lld)\n", o->number[i].flag, o->number[i].line,
               (long long)o->number[i].value);
    }
    printf("  --quiet         only goals that are missed\n");
}

static bool read_number(struct options *o, const char *flag, const char *value)
{
    for (int i = 0; i < o->numbers; i++) {
        struct option_number *number = &o->number[i];
        if (strcmp(number->flag, flag) == 0) {
            char *end;
            errno = 0;
            number->value = strtoll(value, &end, 10);
            return *value && *end == '\0' && errno == 0 && number->value >= number->least;
        }
    }
    return false;
}

/* The parts of a list with commas between; false where one is unknown. */
static bool read_parts(struct options *o, const char *list)
{
    for (const char *at = list; *at;) {
        const size_t length = strcspn(at, ",");
        int i = 0;
        while (i < o->parts &&
               (strlen(o->part[i].name) != length || memcmp(o->part[i].name, at, length) != 0)) {
            i++;
        }
        if (i == o->parts) {
            return false;
        }
        o->some = o->part[i].wanted = true;
        at += length + (at[length] == ',');
    }
    return true;
}

static bool read_option(struct options *o, const char *flag, const char *value)
{
    return strcmp(flag, "only") == 0 ? read_parts(o, value) : read_number(o, flag, value);
}

static bool read_words(struct options *o, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--quiet") == 0) {
            o->quiet = true;
        } else if (strncmp(argv[i], "--", 2) != 0) {
            o->scenario = argv[i];
        } else if (i + 1 == argc || !read_option(o, argv[i] + 2, argv[i + 1])) {
            return false;
        } else {
            i++;
        }
    }
    return o->scenario != NULL;
}

bool options_read(struct options *o, int argc, char **argv, int *code)
{
    if (read_words(o, argc, argv)) {
        return true;
    }
    usage(o);
    *code = argc == 2 && strcmp(argv[1], "--help") == 0 ? 0 : 2;
    return false;
}

static double now(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

double options_thread_time(void)
{
    return now(CLOCK_THREAD_CPUTIME_ID);
}

double options_process_time(void)
{
    return now(CLOCK_PROCESS_CPUTIME_ID);
}

int options_play(const struct options *o, const struct study *study)
{
    for (int i = 0; i < o->parts; i++) {
        const double start = now(CLOCK_MONOTONIC), used = options_process_time();
        if (o->some && !o->part[i].wanted) {
            continue;
        }
        if (o->part[i].play(study) != 0) {
            fprintf(stderr, "out of memory\n");
            return -1;
        }
        fprintf(stderr, "%-10s %7.1f s, %7.1f s of processor\n", o->part[i].name,
                now(CLOCK_MONOTONIC) - start, options_process_time() - used);
    }
    return 0;
}

/* ---- figures ---- */

static void write_goal(const struct figure *f, char *out, size_t size)
{
    if (report_verdict(f) == VERDICT_NONE) {
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
    static const char *const word[] = { "", "ok", "MISSED", "MISSED" };
    char goal[40], half[40] = "";
    write_goal(f, goal, sizeof goal);
    if (f->half > 0) {
        snprintf(half, sizeof half, "+-%.2f", f->half);
    }
    printf("%-52s %9.2f %-9s %-10s %-6s %s\n", f->name, f->value, half, goal,
           word[report_verdict(f)], f->note);
}

void options_print(const struct options *o, const struct report *report)
{
    for (int i = 0; i < report->count; i++) {
        const struct figure *f = &report->figure[i];
        if (!o->quiet || report_verdict(f) >= VERDICT_UNSURE) {
            print_figure(f);
        }
    }
    printf("%d goals missed\n",
           report_count(report, VERDICT_MISSED) + report_count(report, VERDICT_UNSURE));
}
