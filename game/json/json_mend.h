/* A text on its way to being JSON: single changes that are tried on it, and what may be worth trying.
 *
 * For json_slip.c alone. */
#ifndef JSON_JSON_MEND_H
#define JSON_JSON_MEND_H

#include "json/json_coarse.h"

enum {
    SLIPS_MAX = 20,     /* changes to one text */
    TRIALS_MAX = 48,    /* changes tried for one slip */
    MEND_WORK = 1 << 26 /* bytes that are gone through for one text: a fraction of a second */
};

/* A change of one character: `put` comes in at `at`, for what stands there where `take`. */
struct change {
    size_t at;
    char put; /* 0: nothing */
    bool take;
};

struct mend {
    const struct source *source; /* as the author has it */
    char *text;                  /* as changed so far; room for every change */
    size_t length;
    char *trial;               /* with the change tried last */
    struct source scanned;     /* what the scanner saw last */
    struct json_value *values; /* scratch for the scanner */
    uint64_t *signs;           /* scratch for strangeness, two a value */
    struct change done[SLIPS_MAX];
    int count;
    struct coarse_text words; /* of `text` */
    size_t stop;              /* where the scanner stops in `text` */
    size_t work;              /* bytes gone through so far */
};

struct trials {
    struct change change[TRIALS_MAX];
    int count;
};

/* ---- json_mend.c ---- */

/* Where the scanner stops, as an offset, and the code of its finding; beyond the end where it does
 * not stop, and then *count is how many values there are, else 0. */
size_t mend_reach(struct mend *mend, const char *text, size_t length, size_t *count, char code[8]);

/* Makes a change in a copy of a text; the copy's length. */
size_t mend_apply(const char *text, size_t length, struct change change, char *out);

/* How far the text can be read with a change, as mend_reach. */
size_t mend_try(struct mend *mend, struct change change, size_t *length, size_t *count);

/* Where the scanner stops right behind a string that a quotation mark inside it has cut short: takes
 * every such mark of this string for an apostrophe in mend->text, which keeps its length, and says
 * where the first one stands. False where that would not bring the reading past this line, or the
 * work is at its end. */
bool mend_inner_quotes(struct mend *mend, size_t *at);

/* How strange the text is that was scanned last, whole: how many sorts of thing stand in it, and how
 * many keys twice. A bracket at the wrong place makes a text stranger than it need be. */
int mend_strangeness(struct mend *mend, size_t count);

/* ---- json_trials.c ---- */

/* Lists what authors may have done here, the likeliest first. mend->words and mend->stop are set. */
void mend_list_trials(const struct mend *mend, struct trials *out);

#endif
