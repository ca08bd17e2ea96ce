/* case.h: what becomes of an incident: arrival, trace, file, and how the truth comes out. */
#ifndef CORE_CASE_H
#define CORE_CASE_H

#include "core/row.h"

/* The incident of this round arrives: victim, incident, severity, culprit, trace and file are
 * drawn, and the rules of the arrival run. */
void case_arrive(struct context *c);

/* Another independent trace, as good as the first (at most two are taken). */
void case_retrace(struct context *c);

/* The suspect asks its own services: the file becomes certain. */
void case_inspect(struct context *c);

/* The stamp that the suspect's words in the context's case have, or would have were the truth out. */
enum word case_word(const struct context *c);

/* The truth of the context's case comes out now. Nothing happens when it already has. */
void case_reveal(struct context *c);

/* The morning's odds for each open case of an earlier round, oldest first. */
void case_expose(struct context *c);

/* At the start of a round of scenario->settle_kind: so many open cases are settled for certain. */
void case_settle(struct context *c);

/* Per cent a round that case `case_at` comes out, as things stand. */
int case_odds(const struct scenario *sc, const struct state *s, int case_at);

/* What a tier says when it is right (of all it can say: sc->compiled.tier_values). */
int case_tier_truth(const struct scenario *sc, int tier, int culprit);

/* True where the truth of a case is out, or somebody has made a move that tries to bring it out.
 * `field`: of the case, as it is and not as a side may see it. */
bool case_truth_sought(const struct scenario *sc, const int16_t *field);

#endif
