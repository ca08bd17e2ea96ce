/* debrief_build.h: what the parts of the debrief share while it is made. Private to debrief*.c. */
#ifndef MATCH_DEBRIEF_BUILD_H
#define MATCH_DEBRIEF_BUILD_H

#include "match/debrief.h"
#include "match/narrate.h"

struct debrief_builder {
    const struct match *m;
    const struct scenario *sc;
    int party;
    struct pool *pool;
    struct view all; /* the state at the end, nothing hidden */
    struct narrator n;
    struct view then; /* the same of an earlier state: debrief_at */
    struct narrator past;
    struct debrief *d;
};

/* A narrator over an earlier state, nothing hidden; the one before it is gone. */
const struct narrator *debrief_at(struct debrief_builder *b, int state);

/* ---- parts, in the order they are made ---- */

void debrief_cases(struct debrief_builder *b);
void debrief_year(struct debrief_builder *b);
void debrief_grave(struct debrief_builder *b);
void debrief_turnings(struct debrief_builder *b);
void debrief_reasons(struct debrief_builder *b);
void debrief_sentence(struct debrief_builder *b);
void debrief_questions(struct debrief_builder *b);
void debrief_history(struct debrief_builder *b);

/* ---- shared pieces ---- */

/* A move by its title, private form included; a set of agreements by theirs. */
const char *debrief_move(const struct debrief_builder *b, int move, int party, int case_at);
/* A move's text form. */
const char *debrief_move_id(const struct debrief_builder *b, int move);

/* A decision of a round by its beat, of a party (-1: any), that closed its beat; or NULL. */
const struct step *debrief_step(const struct debrief_builder *b, int round, int beat, int party);

/* "Hotline, Experts’ group and Hotline test" of titles already narrated. */
const char *debrief_and(const struct debrief_builder *b, const char *const *title, int count);

/* With a capital letter where it begins with a plain small one. */
const char *debrief_capital(const struct debrief_builder *b, const char *text);

/* The incident of a decision, or -1. */
int debrief_case_of(const struct debrief_builder *b, const struct step *step);

enum debrief_concept {
    CONCEPT_ATTRIBUTION,
    CONCEPT_AUDIENCE_COST,
    CONCEPT_COSTLY_SIGNAL,
    CONCEPT_SECURITY_DILEMMA,
    CONCEPT_COMMITMENT,
    CONCEPTS
};
/* A question with the concept behind it. */
struct debrief_question debrief_question_of(enum debrief_concept concept, const char *text);

/* Tenths of a point as "–6.3". */
const char *debrief_tenths(struct pool *pool, int tenths);
/* The size of a number of hundredths of a point, likewise. */
const char *debrief_points(struct pool *pool, int hundredths);

#endif
