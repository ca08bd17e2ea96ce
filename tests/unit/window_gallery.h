/* window_gallery: every screen of the window, with something on it.
 *
 * Promises: the same screens every time, in any language; a home folder of its own, so that nothing
 * of the player's is read or written. What cannot be arranged ends the program with a sentence. */
#ifndef TESTS_WINDOW_GALLERY_H
#define TESTS_WINDOW_GALLERY_H

#include "window/app.h"
#include "window/play.h"

enum { GALLERY_MOST = 48, GALLERY_LANGUAGES = 2 };

/* "en" and "zh_CN". */
extern const char *const gallery_languages[GALLERY_LANGUAGES];

/* How many screens there are, and the name of each: "table-answer". */
int gallery_screens(void);
const char *gallery_name(int screen);

/* Makes the home folder, with three saved games in it, one of them damaged; takes it away again. */
void gallery_open(void);
void gallery_close(void);

/* All screens in a language, which is in force from now on; `plays` has room for GALLERY_MOST. False:
 * there is no catalogue of that language. To be freed with gallery_free. */
bool gallery_show(struct play *plays, const char *language);
void gallery_free(struct play *plays);

/* Lets a screen forget where the focus has been: it is built next as if it had just been opened. */
void gallery_anew(struct play *play, int screen);

/* A program that draws into memory, in the look of a play. NULL, or why there is none: a font. */
const char *gallery_app(struct app *app, const struct play *play, int width, int height);

#endif
