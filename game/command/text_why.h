/* text_why.h: `why`, in words: the causes of anything the table has an account of. */
#ifndef COMMAND_TEXT_WHY_H
#define COMMAND_TEXT_WHY_H

#include "match/table.h"

/* Says why what `words` names stands as it does: an id, the part of one before a dot (both sides),
 * a title, or the beginning of an id, then of a title, where only one thing begins so; followed by
 * `all`, since the start instead of the last round. What is not known here is told with all names. */
void text_why(const struct table *t, const char *words);

#endif
