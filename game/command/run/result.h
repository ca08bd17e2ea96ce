/* result.h: what a run has found, in its forms.
 *
 * Needs the names of the scenario only (run.h). */
#ifndef COMMAND_RUN_RESULT_H
#define COMMAND_RUN_RESULT_H

#include "command/run/sums.h"
#include "json/json_write.h"

/* One JSON object, to be freed; NULL when memory is out. `counts`: with what --counts counts. */
char *result_json(const struct run *run, const struct sums *sums, bool counts);

/* The members of that object without its braces and its end, for a part of a result. */
void result_write(struct json_writer *w, const struct run *run, const struct sums *sums,
                  bool counts);

/* What was changed in the rules of a cell, as one JSON object; to be freed, NULL when memory is out. */
char *result_set(const struct run *run, int cell);

/* Prints the result of a run to stdout, if its format has one. False when memory is out. */
bool result_print(const struct run *run, const struct sums *sums);

/* The same for people, and as a table with a row for each figure. */
void result_print_text(const struct run *run, const struct sums *sums);
bool result_print_table(const struct run *run, const struct sums *sums);

/* The difference between a cell and cell 0: of a share, and of a mean utility in 1/10,000 of a
 * point, with half the width of its interval in *ci95. */
struct interval;
struct interval result_share_against(const struct run *run, const struct sums *sums, int cell,
                                     int ending);
int64_t result_utility_against(const struct run *run, const struct sums *sums, int cell, int party,
                               int64_t *ci95);

/* Checks everything that is expected of a result: whether it fits, where there are `args`; else
 * whether it holds. Returns an exit code. */
int result_ask(const struct run *run, const struct sums *sums, const struct args *args);

#endif
