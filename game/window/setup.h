/* setup: what is chosen before a new game: the story, the side, who sits opposite, the year.
 *
 * Promises: what cannot be played cannot be begun, and says why. It owns the scenario it shows until
 * setup_take hands it over. */
#ifndef WINDOW_SETUP_H
#define WINDOW_SETUP_H

#include "core/scenario.h"
#include "minister/minister.h"

/* The lines of the screen: ACTION_SETUP + one of these. */
enum setup_line {
    SETUP_STORY,
    SETUP_SIDE,
    SETUP_OPPOSITE,
    SETUP_DIFFICULTY,
    SETUP_YEAR,
    SETUP_LINES
};

enum { SETUP_WORD = 32 };

struct setup {
    char **id;           /* of all stories that are found; ends with NULL */
    int at;              /* which of them */
    struct scenario *sc; /* NULL: it has errors */
    char title[200];     /* of the story */
    int party, character, difficulty;
    char word[SETUP_WORD]; /* the class word; "": another year each time */
};

/* Opens it at a story, by id, as one side; a story that lies elsewhere begins at the first one. */
void setup_open(struct setup *setup, const char *id, int party);
void setup_close(struct setup *setup);

/* The next value of a line, or the one before. */
void setup_turn(struct setup *setup, enum setup_line line, int way);

/* Who sits opposite: title and line of the character; the difficulty and its line. */
const char *setup_character(const struct setup *setup);
const char *setup_character_line(const struct setup *setup);
const char *setup_difficulty(const struct setup *setup);
const char *setup_difficulty_line(const struct setup *setup);

/* NULL, or a sentence (perhaps in `why`) why the game cannot begin. Else the minister, the seed
 * where there is one, and the scenario, which is the caller's now. */
const char *setup_take(struct setup *setup, struct minister *minister, bool *seeded, uint64_t *seed,
                       struct scenario **sc, char *why, int size);

#endif
