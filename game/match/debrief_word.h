/* debrief_word.h: a seed as a word.
 *
 * So that a class can say which year it played. The same seed and game always have the same word;
 * two may share one. */
#ifndef MATCH_DEBRIEF_WORD_H
#define MATCH_DEBRIEF_WORD_H

#include <stdint.h>

/* In the language bound by the front end. */
const char *debrief_word(uint64_t seed, uint64_t game);

#endif
