/* rows.h: a row or a line for each game. */
#ifndef COMMAND_RUN_ROWS_H
#define COMMAND_RUN_ROWS_H

#include "command/run/run.h"
#include "json/buffer.h"

/* Adds the row of names above, where the format has one. */
void rows_head(const struct run *run, struct buffer *out);

/* Adds a game of a cell. */
void rows_game(const struct run *run, int cell, uint64_t game, const struct outcome *outcome,
               struct buffer *out);

/* Adds a field of a table: a text, in quotes where it needs them. */
void rows_field(struct buffer *out, const char *text);

/* A value of a factor as a reader of tables has it: a JSON string without its quotes; to be freed,
 * NULL when memory is out. */
char *rows_shown(const struct factor *factor, const char *value);

#endif
