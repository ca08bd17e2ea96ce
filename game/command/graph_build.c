/* graph_build.c: the ties between the elements of a scenario, out of its rows and conditions. */
#include "command/graph.h"

#include <stdlib.h>

/* ---- nodes ---- */

int graph_count(const struct graph *graph, int part)
{
    return graph->first[part + 1] - graph->first[part];
}

unsigned graph_ties(const struct graph *graph, int from, int to)
{
    return graph->tie[from * graph->first[PARTS] + to];
}

static void tie(struct graph *graph, int from, int to, enum graph_tie is)
{
    if (from != to) {
        graph->tie[from * graph->first[PARTS] + to] |= (uint8_t)is;
    }
}

static int node(const struct graph *graph, int part, int index)
{
    return graph->first[part] + index;
}

/* The meter or commitment that a slot of the state belongs to, or -1. */
static int slot_node(const struct graph *graph, int slot)
{
    const struct scenario *sc = graph->sc;
    if (sc->slot_meter[slot] != NONE) {
        return node(graph, PART_METER, sc->slot_meter[slot]);
    }
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *is = &sc->commitment[i];
        if (slot >= SLOT_FIRST_METER && (slot == is->slot || slot == is->age)) {
            return node(graph, PART_COMMITMENT, i);
        }
    }
    return -1;
}

/* ---- what a condition reads ---- */

/* Ids that a test names. Where it says 'anything but these', it is these. */
static uint64_t named(const struct test *test)
{
    return test->mask >> NONE != 0 ? ~test->mask : test->mask;
}

static void read_ids(struct graph *graph, int part, uint64_t ids, int to)
{
    for (int i = 0; i < graph_count(graph, part) && i < NONE; i++) {
        if ((ids >> i) & 1u) {
            tie(graph, node(graph, part, i), to, TIE_READ);
        }
    }
}

static void read_incidents(struct graph *graph, const struct test *test, int to)
{
    for (int i = test->lo; i <= test->hi && i < graph->sc->incidents; i++) {
        tie(graph, node(graph, PART_INCIDENT, i), to, TIE_READ);
    }
}

static void read_case(struct graph *graph, const struct test *test, int to)
{
    const int field = test->ref.index;
    if (field == FIELD_KIND) {
        read_ids(graph, PART_KIND, named(test), to);
    } else if (field == FIELD_INCIDENT) {
        read_incidents(graph, test, to);
    } else if (field >= FIELD_SEEN && field < FIELD_REVEALED) {
        read_ids(graph, PART_MOVE, named(test), to);
    }
}

static void read_slot(struct graph *graph, const struct test *test, int to)
{
    const int from = slot_node(graph, test->ref.index);
    if (from >= 0) {
        tie(graph, from, to, TIE_READ);
    } else if (test->ref.index == SLOT_ENDING) {
        read_ids(graph, PART_ENDING, named(test), to);
    } else if (test->ref.index == SLOT_AGREEMENTS || test->ref.index == SLOT_SIGNED) {
        for (int i = 0; i < graph->sc->agreements; i++) {
            tie(graph, node(graph, PART_COMMITMENT, graph->sc->agreement[i]), to, TIE_READ);
        }
    }
}

/* All that a condition reads, each of its alternatives. */
static void read_when(struct graph *graph, int index, int to)
{
    const struct when *when;
    do {
        when = &graph->sc->when[index++];
        for (int i = 0; i < when->tests; i++) {
            const struct test *test = &graph->sc->test[when->first_test + i];
            if (test->ref.who == WHO_CASE) {
                read_case(graph, test, to);
            } else {
                read_slot(graph, test, to);
            }
        }
    } while (when->or_next);
}

/* ---- what a row changes ---- */

/* Which way an addition goes: by its constant, or else by its first factor. */
static enum graph_tie direction(const struct scenario *sc, const struct op *op)
{
    const struct amount *amount = &sc->amount[op->amount];
    const int factor = amount->terms > 0 ? sc->term[amount->first_term].num : 0;
    const int sign = amount->base != 0 ? amount->base : factor;
    return sign < 0 ? TIE_LOWER : TIE_RAISE;
}

static void break_any(struct graph *graph, int from)
{
    for (int i = 0; i < graph->sc->agreements; i++) {
        tie(graph, from, node(graph, PART_COMMITMENT, graph->sc->agreement[i]), TIE_BREAK);
    }
}

static void change(struct graph *graph, const struct op *op, int from)
{
    const int target = op->target.index;
    if (op->verb == OP_BREAK && target == NONE) {
        break_any(graph, from);
    } else if (op->verb == OP_BREAK || op->verb == OP_PROMISE) {
        tie(graph, from, node(graph, PART_COMMITMENT, target),
            op->verb == OP_BREAK ? TIE_BREAK : TIE_GIVE);
    } else if (op->verb <= OP_TOWARD && op->target.who != WHO_CASE) {
        const int to = slot_node(graph, target);
        if (to >= 0) {
            tie(graph, from, to, op->verb == OP_ADD ? direction(graph->sc, op) : TIE_SET);
        }
    }
}

/* What rows of an element read; and, unless it comes later, what they change. */
static void add_rows(struct graph *graph, struct rows rows, bool changes, int is)
{
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        const struct row *row = &graph->sc->row[i];
        read_when(graph, row->when, is);
        for (int k = 0; k < row->ops && changes && row->delay == 0; k++) {
            change(graph, &graph->sc->op[row->first_op + k], is);
        }
        for (int k = 0; k < row->elses && changes && row->delay == 0; k++) {
            change(graph, &graph->sc->op[row->first_else + k], is);
        }
    }
}

/* ---- the elements ---- */

static void add_moves(struct graph *graph)
{
    const struct scenario *sc = graph->sc;
    for (int i = 0; i < sc->moves; i++) {
        const int is = node(graph, PART_MOVE, i);
        read_when(graph, sc->move[i].when, is);
        add_rows(graph, sc->move[i].now, true, is);
        add_rows(graph, sc->move[i].revealed, false, is);
        for (int k = 0; k < sc->agreements && sc->move[i].each; k++) {
            tie(graph, is, node(graph, PART_COMMITMENT, sc->agreement[k]), TIE_SIGN);
        }
    }
}

static void add_commitments(struct graph *graph)
{
    const struct scenario *sc = graph->sc;
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *commitment = &sc->commitment[i];
        const int is = node(graph, PART_COMMITMENT, i);
        const struct rows at_once[] = { commitment->signing, commitment->upkeep };
        const struct rows later[] = { commitment->kept, commitment->broken, commitment->lapsed };
        if (commitment->needs != NONE) {
            tie(graph, node(graph, PART_COMMITMENT, commitment->needs), is, TIE_REST);
        }
        read_when(graph, commitment->when, is);
        read_when(graph, commitment->kept_when, is);
        read_when(graph, commitment->broken_when, is);
        for (int k = 0; k < 2; k++) {
            add_rows(graph, at_once[k], true, is);
        }
        for (int k = 0; k < 3; k++) {
            add_rows(graph, later[k], false, is);
        }
    }
}

/* Rules and conditions of incidents, endings and the odds of the truth. */
static void add_rest(struct graph *graph)
{
    const struct scenario *sc = graph->sc;
    for (int i = 0; i < MOMENT_COUNT; i++) {
        for (int k = 0; k < sc->moment[i].count; k++) {
            const struct rows one = { .first = (uint16_t)(sc->moment[i].first + k), .count = 1 };
            add_rows(graph, one, true, node(graph, PART_RULE, sc->row[one.first].element));
        }
    }
    for (int i = 0; i < sc->incidents; i++) {
        read_when(graph, sc->incident[i].when, node(graph, PART_INCIDENT, i));
    }
    for (int i = 0; i < sc->endings; i++) {
        read_when(graph, sc->ending[i].when, node(graph, PART_ENDING, i));
    }
}

struct graph graph_init(const struct scenario *sc)
{
    const int counts[PARTS] = {
        [PART_KIND] = sc->kinds,    [PART_INCIDENT] = sc->incidents,     [PART_MOVE] = sc->moves,
        [PART_RULE] = sc->rules,    [PART_COMMITMENT] = sc->commitments, [PART_METER] = sc->meters,
        [PART_ENDING] = sc->endings
    };
    struct graph graph = { .sc = sc };
    for (int i = 0; i < PARTS; i++) {
        graph.first[i + 1] = graph.first[i] + counts[i];
    }
    const size_t nodes = (size_t)graph.first[PARTS];
    graph.tie = calloc(nodes, nodes);
    if (graph.tie != NULL) {
        add_moves(&graph);
        add_commitments(&graph);
        add_rest(&graph);
    }
    return graph;
}

void graph_clear(struct graph *graph)
{
    free(graph->tie);
    graph->tie = NULL;
}
