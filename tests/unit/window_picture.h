/* window_picture: pictures of screens, small enough to be kept, and how far two of them differ.
 *
 * Promises: a point of a kept picture is the mean of PICTURE_STEP by PICTURE_STEP points of the
 * screen, so that an edge drawn a little softer hardly counts and a thing in another place does. */
#ifndef TESTS_WINDOW_PICTURE_H
#define TESTS_WINDOW_PICTURE_H

#include "window/app.h"

enum { PICTURE_STEP = 2, PICTURE_WIDTH = 1280 / PICTURE_STEP, PICTURE_HEIGHT = 720 / PICTURE_STEP };

struct picture {
    uint8_t point[PICTURE_HEIGHT][PICTURE_WIDTH][3];
};

/* What is drawn of a screen that is laid out at 1280x720; false where it cannot be read back. */
bool picture_draw(struct app *app, struct picture *out);

/* From and to a PNG file; false where it cannot be. */
bool picture_load(const char *file, struct picture *out);
bool picture_save(const char *file, const struct picture *picture);

/* How far two differ, in blocks of so many points, over which the edges of letters even out: the mean
 * of all differences, in hundredths of a step of 255; and how many blocks in ten thousand are off by
 * more than PICTURE_OFF. */
enum { PICTURE_BLOCK = 4, PICTURE_OFF = 16 };
struct picture_difference {
    int mean, off;
};
struct picture_difference picture_compare(const struct picture *a, const struct picture *b);

#endif
