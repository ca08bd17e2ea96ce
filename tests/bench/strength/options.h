/* options.h: the command line of a program that examines a scenario part by part.
 *
 *   PROGRAM SCENARIO [--only PART,PART] [--NUMBER n] [--quiet] */
#ifndef STRENGTH_OPTIONS_H
#define STRENGTH_OPTIONS_H

#include "command/study/report.h"

#include <stdbool.h>
#include <stdint.h>

struct study; /* what a program hands to its parts: its own */

struct option_part {
    const char *name, *line;
    int (*play)(const struct study *s); /* plays its games, adds its figures; -1: out of memory */
    bool wanted;
};

struct option_number {
    const char *flag, *line;
    int64_t value, least;
};

struct options {
    const char *program, *scenario;
    struct option_part *part;
    struct option_number *number;
    int parts, numbers;
    bool some; /* of the parts, else all */
    bool quiet;
};

/* Fills in what the words say. False, after printing the usage, where they say nothing that can be
 * done; *code is then what the program returns. */
bool options_read(struct options *o, int argc, char **argv, int *code);

/* Plays the wanted parts and tells stderr how long each took. -1: out of memory, and said so. */
int options_play(const struct options *o, const struct study *study);

/* Prints the report as it was asked for. */
void options_print(const struct options *o, const struct report *report);

/* Processor time of this thread and of all, in seconds. */
double options_thread_time(void);
double options_process_time(void);

#endif
