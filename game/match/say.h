/* say.h: how sentences for people are marked for translation.
 *
 * Front ends bind the text domain and the language; without that every sentence stays as it is
 * written here. */
#ifndef MATCH_SAY_H
#define MATCH_SAY_H

#include <libintl.h>

#define _(sentence) gettext(sentence)
/* Marks a sentence that stands where no function can be called; _() is applied on use. */
#define N_(sentence) sentence

#endif
