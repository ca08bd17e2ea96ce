/* The words of a text that should be JSON and is not, for finding out why.
 *
 * Every text can be cut so: nothing is refused, nothing reported. Brackets are matched by opening and
 * closing alone, whatever their kind. */
#ifndef JSON_JSON_COARSE_H
#define JSON_JSON_COARSE_H

#include "json/json.h"

enum { COARSE_NONE = -1 };

/* kind: one of {}[],: or '"' a string, '0' a word or number, '"' with `open` a string whose line
 * ends first, '?' another character. */
struct coarse {
    char kind;
    bool open;
    bool first; /* of its line */
    size_t start, end;
    int line;   /* from 0 */
    int indent; /* of its line: characters before the line's first word */
    int inside; /* the opening bracket it stands in, an index, or COARSE_NONE */
};

struct coarse_text {
    struct coarse *item;
    int count;
};

/* Cuts a text. False where memory ran out; to be cleared in either case. */
bool coarse_read(const char *text, size_t length, struct coarse_text *out);
void coarse_clear(struct coarse_text *text);

/* The first word that is not indented as its neighbours are, so that a bracket must be missing, or
 * be one too many, before it; *missing says which. COARSE_NONE where the layout says nothing. */
int coarse_askew(const struct coarse_text *text, bool *missing);

#endif
