/* again.h: a game played again with another version of its scenario.
 *
 * For authors who change the file while they play. Every decision that was made is made again, by
 * the ids of its move, with the same luck and by whoever made it; ministers are not asked anew. The
 * game then stands at the decision at which it stood, or before the first one that cannot be made any
 * more. What has become of it is told by what the person at the table may see. */
#ifndef MATCH_AGAIN_H
#define MATCH_AGAIN_H

#include "match/match.h"

struct again {
    int decisions;       /* made again */
    int differs;         /* the first decision before which something is not as it was, or 0 ... */
    char what[400];      /* ... and what: "crisis 42, was 39" */
    int stopped;         /* the decision that cannot be made any more, or 0 ... */
    char impossible[64]; /* ... and its move */
};

/* Plays `old` again with `sc`, which must outlive the new game; that is the caller's, in *out. NULL,
 * or a sentence why it cannot be; it may lie in `why` (at least 200 bytes). `viewer`: the party of the
 * person. Where the rules are others, the new game is a branch at the decision that is due, and
 * with hindsight; its transcript replays with the new scenario. */
const char *match_again(const struct match *old, const struct scenario *sc, int viewer,
                        struct match **out, struct again *again, char *why, int size);

/* What has become of it, in a sentence or two. */
const char *again_sentence(const struct again *again, char *out, int size);

#endif
