/* compile_block.c: lists of rows as blocks of tasks (compiled.h). */
#include "core/compile.h"

#include <string.h>

/* ---- what may be sifted together ---- */

static bool opposite(int a, int b)
{
    return (a == WHO_OWN && b == WHO_OTHER) || (a == WHO_VICTIM && b == WHO_SUSPECT) ||
           (a == WHO_FIRST && b == WHO_SECOND);
}

/* Can they be the same number? What belongs to both sides has one index, whosever is meant. */
static bool may_be(struct ref a, struct ref b)
{
    return (a.who == WHO_CASE) == (b.who == WHO_CASE) && a.index == b.index &&
           !opposite(a.who, b.who) && !opposite(b.who, a.who);
}

static bool op_writes(const struct op *op, int side, struct ref ref)
{
    const bool of_case = ref.who == WHO_CASE;
    switch (op->verb) {
    case OP_ADD:
    case OP_SET:
    case OP_TOWARD:
        return may_be(compile_ref(op->target, side), ref);
    case OP_RETRACE:
        return of_case && ref.index >= FIELD_TRACES && ref.index < FIELD_TRACE_END;
    case OP_INSPECT:
        return of_case && (ref.index == FIELD_FILE || ref.index == FIELD_CHECKED);
    default:
        return true;
    }
}

static bool task_writes(const struct scenario *sc, const struct task *task, struct ref ref)
{
    const struct row *row = &sc->row[task->row];
    bool writes = false;
    for (int i = 0; i < row->ops && !row->delay; i++) {
        writes = writes || op_writes(&sc->op[row->first_op + i], task->side, ref);
    }
    for (int i = 0; i < row->elses && !row->delay; i++) {
        writes = writes || op_writes(&sc->op[row->first_else + i], task->side, ref);
    }
    return writes;
}

/* Could what one task does change the answer of the other's condition? */
static bool stirs(const struct scenario *sc, const struct task *task, const struct task *later)
{
    const struct when *w = &sc->when[sc->row[later->row].when];
    bool does = false;
    for (bool more = true; more && !does; more = (w++)->or_next) {
        for (int i = 0; i < w->tests; i++) {
            const struct ref ref = sc->test[w->first_test + i].ref;
            does = does || task_writes(sc, task, compile_ref(ref, later->side));
        }
    }
    return does;
}

/* The last task follows from nothing that the others of its block do. */
static bool fits(const struct scenario *sc, const struct block *block)
{
    const struct task *first = &sc->compiled.task[block->first_task];
    const struct task *last = &sc->compiled.task[sc->compiled.tasks - 1];
    bool stirred = last - first >= SIEVE_SIZE;
    for (const struct task *task = first; task < last && !stirred; task++) {
        stirred = stirs(sc, task, last);
    }
    return !stirred;
}

/* ---- blocks ---- */

static int how_of(const struct scenario *sc, const struct row *row, int side)
{
    const bool odds = sc->amount[row->chance].terms > 0;
    return (row->chance ? TASK_CHANCE : 0) | (odds ? TASK_ODDS : 0) |
           (row->delay ? TASK_WAITS : 0) | (side != SIDE_OWN ? TASK_SIDE : 0);
}

static void add_task(struct scenario *sc, int index, int side)
{
    const struct row *row = &sc->row[index];
    const struct amount *chance = &sc->amount[row->chance];
    const int percent = chance->base < chance->min   ? chance->min
                        : chance->base > chance->max ? chance->max
                                                     : chance->base;
    sc->compiled.task[sc->compiled.tasks++] = (struct task){
        .row = (uint16_t)index,
        .first_op = row->first_op,
        .first_else = row->first_else,
        .percent = (int16_t)percent,
        .ops = row->ops,
        .elses = row->elses,
        .side = (uint8_t)side,
        .how = (uint8_t)how_of(sc, row, side),
    };
}

static void sift_tasks(struct scenario *sc, struct block *block)
{
    struct task *task = &sc->compiled.task[block->first_task];
    const int tasks = sc->compiled.tasks - block->first_task;
    struct asked asked[SIEVE_SIZE] = { { 0 } };
    for (int i = 0; i < tasks; i++) {
        asked[i] = (struct asked){ sc->row[task[i].row].when, task[i].side };
    }
    block->sieve = compile_sieve(sc, asked, tasks);
    for (int i = 0; i < tasks; i++) {
        task[i].how = (uint8_t)(task[i].how | (block->sieve.asks >> i & 1u ? TASK_ASKS : 0));
    }
}

static void end_block(struct scenario *sc, struct block *block)
{
    if (sc->compiled.tasks > block->first_task) {
        sift_tasks(sc, block);
        sc->compiled.block[sc->compiled.blocks++] = *block;
    }
    block->first_task = (uint16_t)sc->compiled.tasks;
}

/* To the block, or where it does not fit to the next one. */
static void put_task(struct scenario *sc, struct block *block, int row, int side)
{
    add_task(sc, row, side);
    if (!fits(sc, block)) {
        sc->compiled.tasks--;
        end_block(sc, block);
        add_task(sc, row, side);
    }
}

static void add_list(struct scenario *sc, int first, int end)
{
    struct compiled *out = &sc->compiled;
    struct block block = { .first_task = (uint16_t)out->tasks };
    out->block_at[first] = (uint16_t)out->blocks;
    for (int i = first; i < end; i++) {
        const bool each = sc->row[i].each;
        for (int p = 0; p < (each ? MAX_PARTIES : 1); p++) {
            put_task(sc, &block, i, each ? p : SIDE_OWN);
        }
    }
    end_block(sc, &block);
    out->block[out->blocks - 1].last = true;
}

/* Where lists begin; a row of none is a list of its own. */
static void mark(bool *begins, struct rows rows)
{
    begins[rows.first] = true;
    for (int i = 1; i < rows.count; i++) {
        begins[rows.first + i] = false;
    }
}

static void mark_all(const struct scenario *sc, bool *begins)
{
    for (int i = 0; i < sc->moves; i++) {
        mark(begins, sc->move[i].now);
        mark(begins, sc->move[i].revealed);
    }
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *k = &sc->commitment[i];
        mark(begins, k->signing);
        mark(begins, k->upkeep);
        mark(begins, k->kept);
        mark(begins, k->broken);
        mark(begins, k->lapsed);
    }
    for (int i = 0; i < MOMENT_COUNT; i++) {
        mark(begins, sc->moment[i]);
    }
    mark(begins, sc->exposure);
}

void compile_blocks(struct scenario *sc)
{
    bool begins[MAX_ROWS + 1];
    memset(begins, true, sizeof begins);
    mark_all(sc, begins);
    for (int i = 1, next; i < sc->n_rows; i = next) {
        for (next = i + 1; next < sc->n_rows && !begins[next]; next++) {
        }
        add_list(sc, i, next);
    }
}
