/* peek.c: worlds for a planner that cheats. */
#include "peek.h"

#include <stddef.h>

uint64_t peek_world(const void *context, const struct scenario *sc, const struct view *view,
                    const struct belief *belief, struct opponent opponent, struct dice *dice,
                    struct state *out)
{
    const struct truth *truth = context;
    const uint64_t luck = rollout_imagine(NULL, sc, view, belief, opponent, dice, out);
    *out = *truth->s;
    return luck;
}

uint64_t peek_luck(const void *context, const struct scenario *sc, const struct view *view,
                   const struct belief *belief, struct opponent opponent, struct dice *dice,
                   struct state *out)
{
    const struct truth *truth = context;
    rollout_imagine(NULL, sc, view, belief, opponent, dice, out);
    return truth->luck;
}
