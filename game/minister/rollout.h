/* rollout.h: worlds that a minister imagines, and games played to the end in them.
 *
 * A world fits what the party of a view knows; in the other chair of it sits somebody of a reading,
 * who may become somebody else some day. The worlds of one decision are numbered: the same number
 * is the same world, with the same luck, so that moves are compared in pairs. What happens by
 * chance at a decision depends on the decision, not on what was thrown before it: two games that
 * differ in one move differ in nothing else that need not. Integers only; no memory but the
 * caller's. */
#ifndef MINISTER_ROLLOUT_H
#define MINISTER_ROLLOUT_H

#include "minister/belief.h"
#include "minister/reading.h"

/* Somebody in the other chair: one of a reading's sitters. */
struct opponent {
    const struct reading *reading;
    struct sitter sitter;
};

/* Where worlds come from: fills in a state that fits the view, with this opponent in the other
 * chair, and returns the luck of what is to come. The dice are the world's own. */
struct world_source {
    uint64_t (*world)(const void *context, const struct scenario *sc, const struct view *view,
                      const struct belief *belief, struct opponent opponent, struct dice *dice,
                      struct state *out);
    const void *context;
};

/* Worlds by belief_determinise, luck by the dice: all that an honest minister has. */
uint64_t rollout_imagine(const void *context, const struct scenario *sc, const struct view *view,
                         const struct belief *belief, struct opponent opponent, struct dice *dice,
                         struct state *out);

/* What all worlds of one decision share. Borrows all it points at. */
struct rollout {
    const struct scenario *sc;
    const struct view *view;         /* of the party that imagines */
    const struct disposition *after; /* what it is after */
    struct world_source source;
    struct belief belief;
    struct reading reading;
    uint64_t key;
};
void rollout_init(struct rollout *r, const struct scenario *sc, const struct view *view,
                  const struct disposition *after, struct world_source source, uint64_t key);

/* Where a world starts, what comes, and who sits in the other chair. */
struct world {
    struct state state;
    uint64_t luck, key;
    struct sitter opponent;
    int turns, later; /* the round from which it is somebody else, or one never reached; who */
    int last;         /* the round after which nothing counts any more, by patience */
};
void rollout_world(const struct rollout *r, int number, struct world *out);

/* Plays a move of the party's, then `script` for it, through round `last` or to the end of the
 * game; *out is the state then. */
void rollout_play(const struct rollout *r, const struct world *w, int move, int script, int last,
                  struct state *out);

/* The same up to the first decision of the next round: adds to `moved` what every number that the
 * party sees has moved by. */
void rollout_morning(const struct rollout *r, const struct world *w, int move, int script,
                     int64_t moved[MAX_SLOTS]);

/* What a whole game is worth to the party, in tenths of a point, when all rounds are played that count. */
int rollout_worth(const struct rollout *r, const struct world *w, int move, int script);

#endif
