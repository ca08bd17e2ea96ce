/* table_belief.c: belief as counts of ten. */
#include "match/say.h"
#include "match/table_build.h"

#include "minister/belief.h"

enum { DOTS = 10 };

/* Culprits that are told apart: the guilty are one, those from elsewhere or nobody another. */
struct heap {
    int weight, dots, left; /* left: what rounding down took, for the largest remainder */
    bool guilty;
    const char *name[MAX_CULPRITS];
    int names;
};
enum { GUILTY, ELSEWHERE = MAX_CULPRITS + 1, HEAPS };

static int heap_of(const struct culprit *c, int index)
{
    return c->guilty ? GUILTY : c->from == FROM_SUSPECT ? 1 + index : ELSEWHERE;
}

static void share_dots(struct heap heap[HEAPS], int sum)
{
    int given = 0;
    for (int i = 0; i < HEAPS; i++) {
        heap[i].dots = heap[i].weight * DOTS / sum;
        heap[i].left = heap[i].weight * DOTS % sum;
        given += heap[i].dots;
    }
    for (; given < DOTS; given++) {
        int most = 0;
        for (int i = 1; i < HEAPS; i++) {
            most = heap[i].left > heap[most].left ? i : most;
        }
        heap[most].dots++;
        heap[most].left = -1;
    }
}

static void sentence(const struct narrator *n, struct table_belief *b)
{
    b->text = "";
    for (int i = 0; i < b->parts; i++) {
        const char *count = narrate_count(n, b->part[i].dots);
        if (i == 0) {
            /* TRANSLATORS: six in ten: their state or a group it tolerates */
            b->text = pool_text(n->pool, _("%s in ten: %s"), count, b->part[i].text);
        } else {
            b->text = pool_text(n->pool, _("%s; %s: %s"), b->text, count, b->part[i].text);
        }
    }
}

static int fill_heaps(const struct narrator *n, int case_at, struct heap heap[HEAPS])
{
    int weight[MAX_CULPRITS] = { 0 };
    const int16_t *field = n->view->s.file[case_at].field;
    belief_case(n->sc, n->view, case_at, weight);
    int sum = 0;
    for (int i = 0; i < n->sc->culprits; i++) {
        const struct culprit *c = &n->sc->culprit[i];
        struct heap *h = &heap[heap_of(c, i)];
        if (n->sc->incident[field[FIELD_INCIDENT]].culprit[i] == 0) {
            continue;
        }
        h->guilty = c->guilty;
        h->weight += weight[i];
        h->name[h->names++] = narrate(n, c->title, n->view->party, case_at, 0);
        sum += weight[i];
    }
    return sum;
}

struct table_belief table_belief_of(const struct narrator *n, int case_at)
{
    struct table_belief b = { .text = "" };
    struct heap heap[HEAPS] = { 0 };
    if (n->view->s.file[case_at].field[FIELD_VICTIM] != n->view->party) {
        return b;
    }
    const int sum = fill_heaps(n, case_at, heap);
    if (sum == 0) {
        return b;
    }
    share_dots(heap, sum);
    for (int i = 0; i < HEAPS; i++) {
        if (heap[i].dots > 0) {
            b.part[b.parts++] = (struct table_part){ heap[i].dots, heap[i].guilty,
                                                     narrate_or(n, heap[i].name, heap[i].names) };
        }
    }
    b.guilty = heap[GUILTY].dots;
    sentence(n, &b);
    return b;
}
