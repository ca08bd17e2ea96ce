/* say.h: sentences for people, and the language they are said in.
 *
 * Sentences stand in the sources in English; a catalogue of gettext, where there is one, has them in
 * another language. The language asked for is kept where gettext looks for it, in the variable
 * LANGUAGE of the environment; until say_begin is called every sentence stays as it is written here.
 * None of this touches numbers: they keep their point. */
#ifndef MATCH_SAY_H
#define MATCH_SAY_H

#include <libintl.h>
#include <stdbool.h>

#define _(sentence) gettext(sentence)
/* Marks a sentence that stands where no function can be called; _() is applied on use. */
#define N_(sentence) sentence

enum { SAY_TAG = 16 }; /* bytes of the name of a language, with the end */

/* Called once, as a program begins: from now on in the language that the system asks for, of several
 * the first of which there is a catalogue. */
void say_begin(void);

/* From now on in that language, such as "fr" or "zh_CN". False: of it there is no catalogue, and
 * everything stays English. For "en" always true. */
bool say_in(const char *language);

/* The language that was asked for last, "en" before any was; it lives until the next call of say_in. */
const char *say_language(void);

/* Where a scenario has its texts in that language (`texts`), or has not: SAY_NEITHER also where there
 * is no catalogue. */
enum say_of { SAY_ALL, SAY_SENTENCES, SAY_TEXTS, SAY_NEITHER };
enum say_of say_of(bool texts);

/* A line, with %s for the language, about the half that is missing; NULL where none is, or both. */
const char *say_half(enum say_of of);

#endif
