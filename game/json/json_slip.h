/* Why a text is not JSON: the one slip of the keyboard that explains it.
 *
 * Where a comma, a quote or a bracket is missing or is one too many, reading stops somewhere behind
 * it, often far. Here single changes that authors would make are tried, and the one with which the
 * text can be read tells the place. Nothing is guessed: without such a change the reader's own
 * finding stands. */
#ifndef JSON_JSON_SLIP_H
#define JSON_JSON_SLIP_H

#include "json/json.h"

/* Reports why a text that json_scan refused is not JSON: every slip that is found, one behind the
 * other, or what json_scan says of it. */
void json_explain(const struct source *source, struct findings *findings);

#endif
