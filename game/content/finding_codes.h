/* finding_codes.h: what the codes of a scenario's findings stand for.
 *
 * A code never changes its meaning, and one that falls out of use is not given again. */
#ifndef CONTENT_FINDING_CODES_H
#define CONTENT_FINDING_CODES_H

struct finding_code {
    const char *code;  /* "S012" */
    const char *title; /* one line, without a full stop */
};

/* All codes of the content layer, in order, ended by a code that is NULL. */
extern const struct finding_code finding_codes[];

#endif
