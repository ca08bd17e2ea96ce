/* game: one game at the window: the match, the person's table, and where it is saved.
 *
 * Promises: saves at every decision of the person and at the end; the table is always that of the
 * present state. Memory that runs out ends the program with exit code 4. */
#ifndef WINDOW_GAME_H
#define WINDOW_GAME_H

#include <stdbool.h>
#include <stdint.h>

#include "match/table.h"
#include "window/intro.h"

struct game {
    struct match *match;
    struct table *table; /* of `party` */
    struct intro intro;
    int party;        /* the person's */
    char *place;      /* the file it is saved in; NULL before the first time */
    bool saves;       /* not for a picture */
    char notice[400]; /* why saving is refused, or "" */
};

/* A new game that nobody has sat down to yet: `party` is looked at, all of it can be read. */
void game_new(struct game *g, const struct scenario *sc, uint64_t seed, uint64_t number, int party);

/* Takes over a match that was read from `place`; both are the game's now, `place` may be NULL. */
void game_take(struct game *g, struct match *match, char *place);

/* The person sits down as `party`, the minister on the other side. */
void game_sit(struct game *g, int party, const struct minister *minister);

/* Plays a move of the person, or lets the minister play. NULL, or a sentence why not. */
const char *game_play(struct game *g, int move);
const char *game_play_minister(struct game *g);

/* Takes the person's last decision back; false when there is none. */
bool game_undo(struct game *g);

/* Saves now; the sentence why not is in `notice`. A game without a place gets one. */
bool game_save(struct game *g);

/* Gives everything back; a game that was never made is fine. */
void game_free(struct game *g);

#endif
