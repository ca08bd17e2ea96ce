/* check_sources.h: the facts behind a scenario and who carries them, on stdout. */
#ifndef COMMAND_CHECK_SOURCES_H
#define COMMAND_CHECK_SOURCES_H

#include "core/scenario.h"

#include <stdbool.h>

/* True where every fact but the editorial ones is carried by something. */
bool sources_carried(const struct scenario *sc);

/* Prints every fact in the order of the file, what carries it, and totals; `path` is the file's. */
void sources_print_text(const struct scenario *sc, const char *path);

/* The same as one JSON object on a line. False when memory is out. */
bool sources_print_json(const struct scenario *sc);

#endif
