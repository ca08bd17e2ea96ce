/* suspicion.h: what an answer says about the file of who gave it. Nothing outside belief needs this
 * header. */
#ifndef MINISTER_SUSPICION_H
#define MINISTER_SUSPICION_H

#include "core/state.h"

/* May the suspect, with this file, make a move, as far as the file goes? */
bool suspicion_could(const struct scenario *sc, int move, int file);
/* Of the moves that close its beat and that it may make with this file: how many look like `seen`,
 * and how many there are. */
int suspicion_forms(const struct scenario *sc, int seen, int file);
int suspicion_choices(const struct scenario *sc, int seen, int file);

/* The beat of a case at a place, or -1. */
int suspicion_beat(const struct scenario *sc, const int16_t *field, int place);

#endif
