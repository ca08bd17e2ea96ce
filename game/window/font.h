/* font: finds and opens the fonts.
 *
 * Promises: asks fontconfig, so what the machine has and prefers is used; every face has a fallback
 * with Chinese characters if the machine has one; a size is opened once. It ships no font. */
#ifndef WINDOW_FONT_H
#define WINDOW_FONT_H

#include <SDL_ttf.h>
#include <stdbool.h>

#include "window/theme.h"

struct fonts;

/* Finds the fonts; NULL, or a sentence saying what to install. `chinese` puts the Chinese faces
 * first and insists on them. */
const char *fonts_new(struct fonts **out, bool chinese);
void fonts_free(struct fonts *fonts);

/* Between two frames: closes the sizes of scales no longer in use. */
void fonts_tidy(struct fonts *fonts);

/* A face at a size; NULL if it cannot be opened. */
TTF_Font *fonts_face(struct fonts *fonts, enum face face, int px);

/* The face that has a character: the face itself, its fallback, or the face again if neither. */
TTF_Font *fonts_for(struct fonts *fonts, enum face face, int px, unsigned point);

#endif
