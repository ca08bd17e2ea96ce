/* scenario_load.h: from a scenario file to a struct scenario.
 *
 * Reading is strict: what is not in scenarios/README.md is an error. All findings come in one
 * pass, in the order of the file; errors stop loading, warnings do not. A scenario that has been
 * loaded never makes play crash, assert or get stuck, whatever moves are made. Nothing here
 * changes a scenario after it was loaded. */
#ifndef CONTENT_SCENARIO_LOAD_H
#define CONTENT_SCENARIO_LOAD_H

#include "core/scenario.h"
#include "json/finding.h"

#include <stddef.h>

enum { SCENARIO_MAX_BYTES = 1 << 20 };

/* Loads a file. NULL where it has an error, with findings, or memory ran out, with
 * findings->out_of_memory. To be freed with scenario_free. */
struct scenario *scenario_load(const char *path, struct findings *findings);

/* The same from memory; `name` is for findings. */
struct scenario *scenario_read(const char *name, const char *bytes, size_t length,
                               struct findings *findings);

/* Frees a scenario; NULL is fine. */
void scenario_free(struct scenario *sc);

#endif
