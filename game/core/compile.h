/* compile.h: the parts of scenario_compile(); of no use to anybody else. */
#ifndef CORE_COMPILE_H
#define CORE_COMPILE_H

#include "core/scenario.h"

/* A condition, and the party it is asked for; SIDE_OWN: whoever is own then. */
enum { SIDE_OWN = MAX_PARTIES };
struct asked {
    uint16_t when;
    uint8_t side;
};

/* The number that is meant when its row is run for a side: that of a party by its place. */
struct ref compile_ref(struct ref ref, int side);

/* A sieve of up to SIEVE_SIZE conditions; takes columns and masks of sc->compiled. */
struct sieve compile_sieve(struct scenario *sc, const struct asked *asked, int count);

/* The blocks of all rows. */
void compile_blocks(struct scenario *sc);

/* States of hidden levels. */
void compile_hidden(struct scenario *sc);

/* What views show (view.c). */
void compile_views(struct scenario *sc);

#endif
