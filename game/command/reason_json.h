/* reason_json.h: why a minister chose as it did, as one JSON object; see README.md there. */
#ifndef COMMAND_REASON_JSON_H
#define COMMAND_REASON_JSON_H

#include "json/json_write.h"
#include "match/motive.h"

/* Writes the member "reason" for a decision of a party; `truth`: what was so may stand beside what
 * was held likely. */
void reason_put(struct json_writer *w, const struct scenario *sc, int party,
                const struct motive *motive, bool truth);

#endif
