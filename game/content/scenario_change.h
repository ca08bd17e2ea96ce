/* scenario_change.h: a scenario with other values in some places.
 *
 * Works on the text of a file: what is not changed stays as it is, byte for byte. */
#ifndef CONTENT_SCENARIO_CHANGE_H
#define CONTENT_SCENARIO_CHANGE_H

#include "json/json.h"

/* The text of a document in which the values at some places, the keys of `set`, are those of `set`;
 * to be freed. NULL where a place is missing or lies in another, with a finding, or memory ran out. */
char *scenario_change(const struct json_value *root, const struct json_value *set,
                      struct findings *findings);

#endif
