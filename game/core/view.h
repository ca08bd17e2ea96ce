/* view.h: what one party may know of a state.
 *
 * A view is a state in which everything the party may not know has been replaced by the same
 * neutral values whatever the truth is; swapping hidden things therefore leaves the bytes of the
 * view as they are. Ministers, screens, text play, ledger and advice read views, never states. */
#ifndef CORE_VIEW_H
#define CORE_VIEW_H

#include "core/state.h"

struct view {
    int party;
    struct state s; /* hidden numbers are 0, hidden ids NONE */
};

/* Every byte of the result is a function of what `party` may know. */
void view_of(const struct scenario *sc, const struct state *s, int party, struct view *out);

/* May the party read this slot / this field of this case? */
bool view_sees_slot(const struct scenario *sc, int party, int slot);
bool view_sees_field(const struct scenario *sc, const struct case_file *file, int party, int field);

#endif
