/* suspicion.h: what belief and worlds are made of: hidden levels, culprits and files.
 *
 * A level is the value of a hidden number that weighs culprits (scenario->opacity), from 0; a state
 * is one combination of levels of both such numbers. Nothing outside belief needs this header. */
#ifndef MINISTER_SUSPICION_H
#define MINISTER_SUSPICION_H

#include "core/state.h"

/* Combinations of levels, at least 1, and the level that a state gives to an opacity. */
int suspicion_states(const struct scenario *sc);
int suspicion_level(const struct scenario *sc, int state, int opacity);
/* The state after the suspect of a case turns out guilty or not: the quiet streak's law. */
int suspicion_after(const struct scenario *sc, int state, bool guilty);

/* May the suspect, with this file, make a move, as far as the file goes? */
bool suspicion_could(const struct scenario *sc, int move, int file);
/* Of the moves that close its beat and that it may make with this file: how many look like `seen`,
 * and how many there are. */
int suspicion_forms(const struct scenario *sc, int seen, int file);
int suspicion_choices(const struct scenario *sc, int seen, int file);

/* The beat of a case at a place, or -1. */
int suspicion_beat(const struct scenario *sc, const int16_t *field, int place);

#endif
