/* The strict scanner that stands in front of cJSON.
 *
 * It holds a text against the grammar of RFC 8259, notes the place of every value and key and links
 * them to a tree; strings it checks but does not decode. Its recursion is bounded by
 * JSON_MAX_DEPTH, its memory is the caller's.
 */
#ifndef JSON_JSON_SCAN_H
#define JSON_JSON_SCAN_H

#include "json/json.h"

/* How many values a text can hold at most, judged by its punctuation: at least 1, at most
 * JSON_MAX_VALUES. */
size_t json_scan_capacity(const struct source *source);

/* Fills `values`, as many as json_scan_capacity says, in the order of the text, the root
 * first. Returns how many there are, or 0 after adding a finding for the first error. */
size_t json_scan(const struct source *source, struct json_value *values, struct findings *findings);

#endif
