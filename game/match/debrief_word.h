/* debrief_word.h: a seed as a word.
 *
 * So that a class can say which year it played. The same seed and game always have the same word;
 * two may share one. */
#ifndef MATCH_DEBRIEF_WORD_H
#define MATCH_DEBRIEF_WORD_H

#include <stdbool.h>
#include <stdint.h>

/* In the language bound by the front end. */
const char *debrief_word(uint64_t seed, uint64_t game);

/* How many words there are, and one of them, likewise. */
int debrief_words(void);
const char *debrief_word_at(int index);

/* The other way round: the first seed from 1 on whose game 0 has that word, in English or in the
 * language bound; capitals do not count. False where it is none of the words. */
bool debrief_word_seed(const char *word, uint64_t *seed);

#endif
