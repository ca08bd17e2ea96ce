/* Characters that are taken for others: what word processors type for quotation marks and hyphens,
 * full-width punctuation, and what cannot be seen.
 *
 * Nothing is corrected: a sentence says what stands there and what to type. */
#ifndef JSON_JSON_ALIKE_H
#define JSON_JSON_ALIKE_H

#include <stdbool.h>
#include <stdint.h>

enum { ALIKE_SENTENCE = 120 }; /* bytes, the end included */

/* Writes the sentence on a character that means nothing in JSON and looks as if it did. False, and
 * nothing is written, for all others. */
bool json_alike(uint32_t code_point, char out[ALIKE_SENTENCE]);

#endif
