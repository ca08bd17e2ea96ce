/* debrief_json.h: a game told afterwards as data. */
#ifndef COMMAND_DEBRIEF_JSON_H
#define COMMAND_DEBRIEF_JSON_H

#include "match/debrief.h"
#include "match/debrief_class.h"

/* What the page of a game, or of a class, shows, as one JSON value and a line end; malloc'ed, NULL
 * when memory is out. */
char *debrief_json(const struct debrief *d);
char *debrief_class_json(const struct debrief_class *c);

#endif
