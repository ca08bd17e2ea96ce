/* slide: the card that was played goes across the table with the sentence it says.
 *
 * Promises: takes 0.28 seconds, holds nothing up and stands above everything; it can be pressed
 * nowhere. Times are those of SDL_GetTicks. */
#ifndef WINDOW_SLIDE_H
#define WINDOW_SLIDE_H

#include "match/table.h"
#include "window/widget.h"

enum { SLIDE_MS = 280, SLIDE_FRAME_MS = 15 };

struct slide {
    bool on;
    uint32_t from; /* when it began */
    int party;
    enum family family;
    char title[120], says[400]; /* cut to these, at a character */
};

/* The slide of a card that the party plays now; off where the card says nothing. */
struct slide slide_of(const struct table_card *card, int party, uint32_t now);

/* Is it still on its way? */
bool slide_runs(const struct slide *slide, uint32_t now);

/* Puts the card where it is now, above the tree. */
void slide_build(struct ui *ui, const struct slide *slide, uint32_t now);

#endif
