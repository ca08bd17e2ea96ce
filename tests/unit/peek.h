/* peek.h: worlds for a planner that cheats, to show what honest ones do without. */
#ifndef TESTS_PEEK_H
#define TESTS_PEEK_H

#include "minister/rollout.h"

/* The context of both. */
struct truth {
    const struct state *s;
    uint64_t luck; /* of what is to come */
};

/* struct world_source.world: the true state with imagined luck, and the true luck in imagined
 * states. */
uint64_t peek_world(const void *context, const struct scenario *sc, const struct view *view,
                    const struct belief *belief, struct opponent opponent, struct dice *dice,
                    struct state *out);
uint64_t peek_luck(const void *context, const struct scenario *sc, const struct view *view,
                   const struct belief *belief, struct opponent opponent, struct dice *dice,
                   struct state *out);

#endif
