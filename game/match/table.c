/* table.c: puts the parts together. */
#include "match/table_build.h"

#include <stdlib.h>

const struct narrator *builder_at(struct builder *b, int state)
{
    view_of(b->sc, match_state(b->m, state), b->party, &b->then);
    b->past = (struct narrator){ b->sc, b->pool, &b->then };
    return &b->past;
}

static int case_in(const struct scenario *sc, const struct state *s)
{
    return sc->round_kind[s->slot[SLOT_CALENDAR]].incident ? s->cases - 1 : -1;
}

int builder_case(const struct builder *b)
{
    return case_in(b->sc, &b->now.s);
}

static struct table *build(const struct match *m, int party, bool advised, struct pool *pool)
{
    struct builder *b = pool_take(pool, sizeof *b);
    b->m = m;
    b->sc = match_scenario(m);
    b->party = party;
    b->advised = advised;
    b->pool = pool;
    match_view(m, party, &b->now);
    b->n = (struct narrator){ b->sc, pool, &b->now };
    b->t = pool_take(pool, sizeof *b->t);
    b->t->memory = pool;
    table_gather(b);
    table_head(b);
    table_ledger(b);
    table_sides(b);
    table_sheet(b);
    table_cards(b);
    table_calendar(b);
    table_history(b);
    table_accounts(b);
    table_morning(b);
    table_ending(b);
    return b->t;
}

/* NULL when the pool runs out of memory, which leaves everything in between by a jump. */
static struct table *try_build(const struct match *m, int party, bool advised, struct pool *pool)
{
    if (setjmp(pool->out)) {
        return NULL;
    }
    return build(m, party, advised, pool);
}

static struct table *new_table(const struct match *m, int party, bool advised, uint64_t *read)
{
    struct pool *pool = calloc(1, sizeof *pool);
    if (pool == NULL) {
        return NULL;
    }
    pool->read = read;
    struct table *t = try_build(m, party, advised, pool);
    if (t == NULL) {
        pool_free(pool);
        free(pool);
    }
    return t;
}

struct table *table_new(const struct match *m, int party)
{
    return new_table(m, party, false, NULL);
}

struct table *table_new_advised(const struct match *m, int party)
{
    return new_table(m, party, true, NULL);
}

struct table *table_new_noted(const struct match *m, int party, uint64_t read[TABLE_TEXTS])
{
    return new_table(m, party, false, read);
}

void table_free(struct table *t)
{
    if (t != NULL) {
        struct pool *pool = t->memory;
        pool_free(pool);
        free(pool);
    }
}

int table_pick(const struct table *t, unsigned clauses)
{
    int size = 0;
    for (int i = 0; i < t->clauses; i++) {
        if (clauses >> i & 1u) {
            size++;
            if (!t->clause[i].on_table) {
                return -1;
            }
        }
    }
    const bool fits = clauses >> t->clauses == 0 && size <= t->pick;
    return t->moment == TABLE_PICK && fits ? MOVE_SET + (int)clauses : -1;
}
