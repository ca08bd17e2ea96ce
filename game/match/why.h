/* why.h: why a number stands where it does: every change of every number, with its cause.
 *
 * There is one place that turns a change into a line, and whatever shows one asks here: ledger,
 * morning, `why` in text play and in the window, explain. The amounts of a number's lines sum to
 * its change, always. For a party a line says only what it may know at the time of the change: the
 * other side's moves as they looked, nothing of what it chose in private; for WHY_TRUTH everything
 * as it was. Lists and strings live in the pool of the caller. */
#ifndef MATCH_WHY_H
#define MATCH_WHY_H

#include "match/match.h"
#include "match/narrate.h"

enum { WHY_TRUTH = -1, WHY_ALL = -1 }; /* in the place of a party; of a slot */

/* What kind of thing it was; of several that hold, the last. */
enum why_cause {
    WHY_MOVE,       /* a decision */
    WHY_RULE,       /* a rule of the scenario */
    WHY_COMMITMENT, /* an agreement or promise: given, in force, kept, broken */
    WHY_ENGINE,     /* the order of the game itself: a new act, what rested on something ended */
    WHY_CHANCE,     /* a row of any of these that hung on a draw */
    WHY_LAPSE,      /* a commitment that nobody followed up */
    WHY_REVELATION  /* the truth of a case came out */
};

struct why_line {
    int slot;
    int round; /* in which it is told: the arrival of an incident belongs to the new round, all
                * else that follows a round's last decision to the morning of that round */
    int step;  /* the decision after which it came, from 1; 0: before the first */
    int from, to, amount;
    enum why_cause cause;
    const char *source;  /* "move", "rule", "agreement", "promise" or "engine" */
    const char *element; /* its id; the number's own for the engine; "" while that is a secret */
    int place;           /* of the row in its element, from 1; 0: the engine, or not to be told */
    int percent;         /* the chance it hung on, where that is the same always; else 0 */
    int delay;           /* rounds it had waited */
    int own;             /* the party the row ran for */
    int case_at;         /* the case it was about, or -1 */
    const char *text;    /* the sentence a reader gets */
};

/* The changes of `slot` (WHY_ALL: of every number) in rounds first..last that the party (or
 * WHY_TRUTH) may know of, oldest first. Returns how many. */
int why_lines(const struct match *m, int party, int slot, int first, int last, struct pool *pool,
              struct why_line **out);

/* The number of a slot before round 1 had begun. */
int why_start(const struct match *m, int slot);

/* The commitment whose number a slot is, or -1. */
int why_commitment(const struct scenario *sc, int slot);

/* A meter or commitment by its id, dotted where each party has its own: "standing.us". Written to
 * `out`, cut to `size`. */
void why_name(const struct scenario *sc, int slot, char *out, size_t size);

/* The kind of thing a row belongs to, as in a line; *element is its id, or NULL for the engine. */
const char *why_source(const struct scenario *sc, int row, const char **element);

/* The id of a cause: "move", "rule", "commitment", "engine", "chance", "lapse", "revelation". */
const char *why_cause_id(enum why_cause cause);

/* How a commitment's number changed; ended: with what it rested on. */
enum why_event { WHY_BEGUN, WHY_KEPT, WHY_BROKEN, WHY_LAPSED, WHY_ENDED };

/* What a change of a commitment's number was, by its place in its ledger. */
enum why_event why_event_of(const struct scenario *sc, const struct ledger *ledger, int at);

/* ---- why_text.c: private to why*.c ---- */

/* A change in words. The narrator's view is that of the state after it; `truth`: everything may be
 * told, and sides are named. */
const char *why_text(const struct narrator *n, const struct change *change, bool truth);
const char *why_event_text(const struct narrator *n, const struct change *change,
                           enum why_event event, bool truth);

/* Is a row among these? Did the coming out of a truth run the row of this change? */
bool why_among(struct rows rows, int row);
bool why_revealed(const struct scenario *sc, const struct change *change);

#endif
