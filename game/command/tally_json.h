/* tally_json.h: the sums of many games in JSON, as members of an object that has been begun. */
#ifndef COMMAND_TALLY_JSON_H
#define COMMAND_TALLY_JSON_H

#include "command/tally.h"
#include "json/json_write.h"

/* "scenario", "scenario_hash", "seed" and "set": what was played. */
void tally_write_asked(struct json_writer *w, const struct scenario *sc, uint64_t seed);

/* "KEY": {"mean", "ci95"}, in 1/10,000 of a point. */
void tally_write_mean(struct json_writer *w, const char *key, int64_t mean, int64_t ci95);

/* "endings": how often each came, by its id. */
void tally_write_endings(struct json_writer *w, const struct scenario *sc,
                         const uint64_t ending[MAX_ENDINGS]);

/* "games", "decisions", "endings", "seats" (by party: "minister" and "utility"). */
void tally_write_figures(struct json_writer *w, const struct scenario *sc,
                         const struct tally *tally, const char *const names[MAX_PARTIES]);
/* The same, and "hash". */
void tally_write(struct json_writer *w, const struct scenario *sc, const struct tally *tally,
                 const char *const names[MAX_PARTIES]);

/* Prints what a writer holds, and a line end. False when memory is out. */
bool tally_print_line(struct json_writer *w);

#endif
