/* scenario_bars.h: the figures of a study, by name.
 *
 * A name is a fixed word, or one with an id or a kind of play behind a point: "near-ties",
 * "best.ask", "lies.planner". What each figure means is in scenarios/README.md; here is only which
 * there are, so that a bar for a figure that no study takes is refused when a scenario is read. */
#ifndef CONTENT_SCENARIO_BARS_H
#define CONTENT_SCENARIO_BARS_H

#include "core/scenario.h"

#include <stdbool.h>

enum { BAR_NAME = 80 }; /* bytes of a name, with the end */

/* The name number `index` of a scenario's figures; false past the last. Ids that are not known are
 * passed over as "". */
bool scenario_bar_name(const struct scenario *sc, int index, char out[BAR_NAME]);

/* Is `name` one of them, or what some of them have before the point: "best" for all of "best.ask"? */
bool scenario_is_bar(const struct scenario *sc, const char *name);

/* The bar that the scenario sets for a figure, or else for all of its like; or NULL. */
const struct bar *scenario_bar(const struct scenario *sc, const char *name);

#endif
