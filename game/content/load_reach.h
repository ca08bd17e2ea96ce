/* load_reach.h: what no game ever comes to; see load.h, of which it is a part. */
#ifndef CONTENT_LOAD_REACH_H
#define CONTENT_LOAD_REACH_H

#include "content/load.h"

/* Warns of conditions that hold in no game. Only for a scenario without errors. */
void load_reach(struct load *load);

/* Warns of rows of moves that ask for what their move excludes. Likewise. */
void load_excluded(struct load *load);

/* True where something has been said of this place already. */
bool load_is_told(const struct load *load, const struct json_value *at);

/* True where the condition `later` holds only where `earlier` does: every one of its alternatives
 * asks all that some alternative of the other asks, or more. */
bool load_implies(const struct scenario *sc, int later, int earlier);

#endif
