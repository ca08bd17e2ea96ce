/* coverage.c: what of a scenario was met in play. */
#include "command/study/coverage.h"

#include <stdio.h>
#include <string.h>

static void add_rows(struct coverage *c, const struct ledger *ledger)
{
    for (int w = 0; w < MAX_ROWS / 64; w++) {
        for (uint64_t left = ledger->ran[w]; left; left &= left - 1) {
            int bit = 0;
            while (!(left >> bit & 1u)) {
                bit++;
            }
            c->row[w * 64 + bit]++;
        }
    }
}

static void add_cases(struct coverage *c, const struct state *s, int from)
{
    for (int i = from; i < s->cases; i++) {
        c->incident[s->file[i].field[FIELD_INCIDENT]]++;
    }
}

void coverage_start(struct coverage *c, const struct scenario *sc, const struct state *s,
                    const struct ledger *ledger)
{
    (void)sc;
    c->games++;
    add_cases(c, s, 0);
    add_rows(c, ledger);
}

void coverage_step(struct coverage *c, const struct scenario *sc, const struct state *before,
                   int move, const struct state *after, const struct ledger *ledger)
{
    const struct beat *beat = &sc->beat[state_beat(sc, before)];
    c->decisions++;
    for (int i = beat->first_move; i < beat->first_move + beat->moves && move & MOVE_SET; i++) {
        c->move[i] += sc->move[i].each == (move != MOVE_SET);
    }
    if (!(move & MOVE_SET)) {
        c->move[move]++;
    }
    add_cases(c, after, before->cases);
    add_rows(c, ledger);
    if (state_over(after)) {
        c->ending[state_ending(after)]++;
    }
}

int coverage_things(const struct scenario *sc, enum thing kind)
{
    const int count[THINGS] = { sc->incidents, sc->moves, sc->endings, sc->n_rows };
    return count[kind];
}

int64_t coverage_met(const struct coverage *c, enum thing kind, int index)
{
    const int64_t *const met[THINGS] = { c->incident, c->move, c->ending, c->row };
    return met[kind][index];
}

int64_t coverage_chances(const struct coverage *c, enum thing kind)
{
    int64_t incidents = 0;
    for (int i = 0; i < MAX_INCIDENTS; i++) {
        incidents += c->incident[i];
    }
    return kind == THING_INCIDENT ? incidents : kind == THING_ENDING ? c->games : c->decisions;
}

bool coverage_counts(const struct scenario *sc, enum thing kind, int index)
{
    return kind != THING_ROW || (index > 0 && sc->row[index].ops + sc->row[index].elses > 0 &&
                                 sc->row[index].source != SOURCE_ENGINE);
}

static const char *row_owner(const struct scenario *sc, const struct row *row, const char **kind)
{
    switch (row->source) {
    case SOURCE_MOVE:
        *kind = "move";
        return sc->move[row->element].id;
    case SOURCE_RULE:
        *kind = "rule";
        return sc->rule[row->element].id;
    default:
        *kind = sc->commitment[row->element].promise ? "promise" : "agreement";
        return sc->commitment[row->element].id;
    }
}

void coverage_name(const struct scenario *sc, enum thing kind, int index, char *out, size_t size)
{
    const char *owner = "", *of = "";
    switch (kind) {
    case THING_INCIDENT:
        snprintf(out, size, "incident %s", sc->incident[index].id);
        return;
    case THING_MOVE:
        snprintf(out, size, "move %s", sc->move[index].id);
        return;
    case THING_ENDING:
        snprintf(out, size, "ending %s", sc->ending[index].id);
        return;
    default:
        of = row_owner(sc, &sc->row[index], &owner);
        snprintf(out, size, "row %d of %s %s", sc->row[index].place + 1, owner, of);
    }
}
