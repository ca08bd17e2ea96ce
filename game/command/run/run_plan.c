/* run_plan.c: what follows from what was asked for. */
#include "command/run/run.h"

#include <stddef.h>

const char *const run_formats[RUN_FORMATS] = { "text", "json", "jsonl", "csv", "table" };

const char *run_value(const struct run *run, int cell, int factor)
{
    int below = 1;
    for (int f = factor + 1; f < run->factors; f++) {
        below *= run->factor[f].values;
    }
    return run->factor[factor].value[cell / below % run->factor[factor].values];
}

uint64_t run_game(const struct run *run, int cell, uint64_t k)
{
    return run->pair ? k : (uint64_t)cell * run->games + k;
}

void run_span(const struct run *run, uint64_t *first, uint64_t *end)
{
    *first = run->shards ? run->games * (run->shard - 1) / run->shards : 0;
    *end = run->shards ? run->games * run->shard / run->shards : run->games;
}

static int add_columns(struct column *out, const char *id, int slot, const struct scenario *sc,
                       bool each)
{
    for (int party = 0; party < (each ? MAX_PARTIES : 1); party++) {
        out[party] = (struct column){ id, each ? sc->actor[party].id : NULL, slot + party };
    }
    return each ? MAX_PARTIES : 1;
}

int run_columns(const struct scenario *sc, struct column out[MAX_SLOTS])
{
    int count = 0;
    for (int i = 0; i < sc->meters; i++) {
        const struct meter *meter = &sc->meter[i];
        count += add_columns(&out[count], meter->id, meter->slot, sc, meter->party);
    }
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *c = &sc->commitment[i];
        count += add_columns(&out[count], c->id, c->slot, sc, c->promise);
    }
    return count;
}

bool run_has_rows(const struct run *run)
{
    return run->format == RUN_JSONL || run->format == RUN_CSV;
}
