/* saves: the games that are saved, as the list of them shows them.
 *
 * Promises: reads them and changes nothing; what cannot be read is listed with the reason. */
#ifndef WINDOW_SAVES_H
#define WINDOW_SAVES_H

#include "core/limits.h"

#include <stdbool.h>

enum { SAVES_SHOWN = 60, SAVES_CURVES = 2 };

/* A number of the table over the rounds. */
struct save_curve {
    char title[60];
    int lo, hi, points;
    int value[MAX_ROUNDS];
};

struct save_entry {
    char *path;
    char name[80];   /* of the file, without folder and ending */
    char story[120]; /* title of the scenario, or its id */
    char when[60];   /* "2012-11-23 14:05" */
    char where[400]; /* "Round 5 of 12, July", the ending's title, or why it cannot be read */
    bool fine, over;
    int rounds; /* of the whole game */
    int curves;
    struct save_curve curve[SAVES_CURVES];
};

struct saves {
    int count;
    struct save_entry entry[SAVES_SHOWN]; /* the last one first */
};

/* Reads all that lie in the player's folder; to be freed with saves_free, which takes NULL. */
struct saves *saves_new(void);
void saves_free(struct saves *saves);

#endif
