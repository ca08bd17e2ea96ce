/* share: shares out a length among the stretches of a row, a column or a grid.
 *
 * Promises: the sizes add up to the room when some stretch can grow and the room is large enough;
 * none gets less than it can bear before all have given what they can. Whole pixels only. */
#ifndef WINDOW_SHARE_H
#define WINDOW_SHARE_H

/* One stretch: what it would like, what it can bear, its share of what is left over; its size. */
struct track {
    int natural, least, grow, size;
};

/* Starts from what each would like. */
void share(struct track *t, int n, int room);

/* Those that grow start from nothing: equal weights come out equally large. */
void share_even(struct track *t, int n, int room);

/* The same as share, but never below what they can bear: too little room runs over. */
void share_down(struct track *t, int n, int room);

#endif
