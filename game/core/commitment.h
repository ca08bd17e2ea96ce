/* commitment.h: agreements and promises: given, kept, broken, lapsed. One object for both. */
#ifndef CORE_COMMITMENT_H
#define CORE_COMMITMENT_H

#include "core/row.h"

bool commitment_stands(const struct scenario *sc, const struct state *s, int commitment, int party);

/* Both sides picked it: it is in force, and its rows run. */
void commitment_sign(struct context *c, int commitment);
/* The context's own side gives a promise; one already given stands as it is. */
void commitment_promise(struct context *c, int commitment);
/* It ends by breach. NONE: the first agreement in force that no other rests on. */
void commitment_break(struct context *c, int commitment);

/* Upkeep rows of all agreements in force, in file order. */
void commitment_upkeep(struct context *c);
/* After a beat of an incident: promises kept, commitments broken. */
void commitment_look(struct context *c);
/* At the start of a round: everything in force is a round older; what comes due is judged. */
void commitment_age(struct context *c);

#endif
