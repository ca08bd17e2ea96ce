/* random.c: any legal move, each as likely. The minister to copy when writing one in C: this
 * function, its declaration in ministers.h and a row of the table in minister.c are all there is. */
#include "core/move.h"
#include "core/rng.h"
#include "minister/ministers.h"

int random_choose(const struct minister *self, const struct scenario *sc, const struct view *view,
                  uint64_t dice)
{
    (void)self;
    struct dice own = { dice };
    int legal[MAX_LEGAL];
    const int count = move_legal(sc, &view->s, legal);
    return legal[dice_roll(&own, count)];
}
