/* standings.c: the sums of a tournament, and who is ahead of whom. */
#include "command/standings.h"

#include <stdlib.h>

enum { MAX_PAIRS = MAX_FIELD * (MAX_FIELD - 1) / 2 };

/* ---- sums ---- */

void standings_add(struct standings *s, const struct sheet *sheet)
{
    int64_t whole[MAX_FIELD], edge = 0;
    for (int i = 0; i < s->field; i++) {
        int64_t seat[MAX_PARTIES] = { 0 };
        for (int k = 0; k < s->field; k++) {
            const int first = sheet->utility[0][i][k], second = sheet->utility[1][k][i];
            spread_add(&s->against[i][k], first + second);
            seat[0] += first;
            seat[1] += second;
        }
        spread_add(&s->seat[i][0], seat[0]);
        spread_add(&s->seat[i][1], seat[1]);
        whole[i] = seat[0] + seat[1];
        edge += seat[0] - seat[1];
        spread_add(&s->whole[i], whole[i]);
        for (int k = 0; k < i; k++) {
            spread_add(&s->ahead[i][k], whole[i] - whole[k]);
            spread_add(&s->ahead[k][i], whole[k] - whole[i]);
        }
    }
    spread_add(&s->edge, edge);
}

void standings_join(struct standings *s, const struct standings *other)
{
    for (int i = 0; i < s->field; i++) {
        for (int k = 0; k < s->field; k++) {
            tally_join(&s->cell[i][k], &other->cell[i][k]);
            spread_join(&s->against[i][k], &other->against[i][k]);
            spread_join(&s->ahead[i][k], &other->ahead[i][k]);
        }
        for (int party = 0; party < MAX_PARTIES; party++) {
            spread_join(&s->seat[i][party], &other->seat[i][party]);
        }
        spread_join(&s->whole[i], &other->whole[i]);
        s->faults[i] += other->faults[i];
    }
    spread_join(&s->edge, &other->edge);
}

void standings_endings(const struct standings *s, int minister, uint64_t ending[MAX_ENDINGS])
{
    for (int i = 0; i < MAX_ENDINGS; i++) {
        ending[i] = 0;
        for (int k = 0; k < s->field; k++) {
            ending[i] += s->cell[minister][k].ending[i] + s->cell[k][minister].ending[i];
        }
    }
}

/* ---- the ranking ---- */

static void put_in_order(const struct standings *s, int order[MAX_FIELD])
{
    for (int i = 0; i < s->field; i++) {
        int at = i;
        for (; at > 0 && s->whole[order[at - 1]].sum < s->whole[i].sum; at--) {
            order[at] = order[at - 1];
        }
        order[at] = i;
    }
}

static int by_chance(const void *left, const void *right)
{
    const struct verdict *const *a = left, *const *b = right;
    return ((*a)->chance > (*b)->chance) - ((*a)->chance < (*b)->chance);
}

/* The least chance counts once for every pair, the next once for every pair but one, and so on; and
 * none is surer than the one before it. */
static void correct(struct verdict *pair[], int pairs, bool few)
{
    int64_t holm = 0;
    qsort(pair, (size_t)pairs, sizeof(struct verdict *), by_chance);
    for (int i = 0; i < pairs; i++) {
        const int64_t counted = pair[i]->chance * (pairs - i);
        holm = counted > holm ? counted : holm;
        holm = holm > 1000000 ? 1000000 : holm;
        pair[i]->holm = holm;
        pair[i]->significant = !few && holm < 50000;
    }
}

void standings_rank(const struct standings *s, struct ranking *out)
{
    struct verdict *pair[MAX_PAIRS];
    int pairs = 0;
    put_in_order(s, out->order);
    for (int i = 0; i < s->field; i++) {
        for (int k = i + 1; k < s->field; k++) {
            struct verdict *verdict = &out->verdict[i][k];
            verdict->chance = spread_chance(&s->ahead[out->order[i]][out->order[k]]);
            pair[pairs++] = verdict;
        }
    }
    correct(pair, pairs, s->edge.count < STANDINGS_FEW);
}
