/* table_why.c: an account of every number the party sees: its causes round by round, and where it
 * drifts. */
#include "match/bet.h"
#include "match/know.h"
#include "match/say.h"
#include "match/table_build.h"

#include <string.h>

enum { NOTES = 5 };

const char *table_name(const struct builder *b, int slot)
{
    char name[2 * 64];
    why_name(b->sc, slot, name, sizeof name);
    return pool_text(b->pool, "%s", name);
}

/* ---- causes ---- */

static void add_group(const struct builder *b, struct table_account *a, int round, size_t room)
{
    struct table_group *g = &a->group[a->groups++];
    g->why = a->id;
    g->round = round;
    g->title = pool_text(b->pool, _("Round %d, %s"), round, narrate_date(&b->n, round));
    g->cause = pool_take(b->pool, room * sizeof *g->cause);
}

/* Is a line about the number of an account? That of all agreements moves with each of them. */
static bool is_about(const struct builder *b, const struct table_account *a,
                     const struct why_line *line)
{
    const int k = a->slot == SLOT_AGREEMENTS ? why_commitment(b->sc, line->slot) : -1;
    return k < 0 ? line->slot == a->slot : !b->sc->commitment[k].promise;
}

/* A group a round, in the order of the lines. */
static void add_groups(const struct builder *b, struct table_account *a)
{
    size_t room = 0;
    int value = 0;
    for (int i = 0; i < b->lines; i++) {
        room += is_about(b, a, &b->line[i]);
    }
    a->group = pool_take(b->pool, (room + 1) * sizeof *a->group);
    for (int i = 0; i < b->lines; i++) {
        struct why_line line = b->line[i];
        if (!is_about(b, a, &line)) {
            continue;
        }
        if (a->groups == 0 || a->group[a->groups - 1].round != line.round) {
            add_group(b, a, line.round, room);
        }
        if (a->slot == SLOT_AGREEMENTS) {
            line.slot = SLOT_AGREEMENTS;
            line.from = value;
            line.to = value += line.amount;
        }
        table_add_cause(b, &a->group[a->groups - 1], &line);
    }
}

static void add_note(const struct builder *b, struct table_account *a, const char *note)
{
    if (a->note == NULL) {
        a->note = pool_take(b->pool, NOTES * sizeof *a->note);
    }
    if (a->notes < NOTES && *note != '\0') {
        a->note[a->notes++] = note;
    }
}

/* ---- where it drifts ---- */

static const char *part_of_the_way(const struct builder *b, int part)
{
    return part == 1 ? _("all") : pool_text(b->pool, _("1/%d"), part);
}

static void add_drift(const struct builder *b, struct table_account *a, const struct row *row,
                      const struct op *op, int level)
{
    const char *because = narrate_title(&b->n, b->sc->rule[row->element].because, b->party);
    const char *text = pool_text(
        b->pool, _("It drifts toward %d every round: %s of the way from below, %s from above."),
        level, part_of_the_way(b, op->below), part_of_the_way(b, op->above));
    add_note(b, a, *because ? pool_text(b->pool, _("%s. %s"), because, text) : text);
}

/* What a row that holds now, run for `own`, draws the number toward. */
static void drift_of_row(const struct builder *b, struct table_account *a, const struct row *row,
                         int own)
{
    const struct knower k = know_init(b->sc, &b->now, own, b->now.s.cases - 1);
    if (row->chance || row->delay || know_holds(&k, row->when) != KNOWN_YES) {
        return;
    }
    for (int i = row->first_op; i < row->first_op + row->ops; i++) {
        const struct op *op = &b->sc->op[i];
        bool known = false;
        if (op->verb == OP_TOWARD && know_slot(&k, op->target) == a->slot) {
            const int level = know_amount(&k, op->amount, &known);
            if (known) {
                add_drift(b, a, row, op, level);
            }
        }
    }
}

/* The rules that run in every round; those about a case need one. */
static void add_drifts(const struct builder *b, struct table_account *a)
{
    static const enum moment moments[] = { MOMENT_ROUND, MOMENT_MORNING };
    for (int m = 0; m < 2 && b->now.s.cases > 0; m++) {
        const struct rows rows = b->sc->moment[moments[m]];
        const int victim = b->now.s.file[b->now.s.cases - 1].field[FIELD_VICTIM];
        for (int i = rows.first; i < rows.first + rows.count; i++) {
            const struct row *row = &b->sc->row[i];
            const int own = moments[m] == MOMENT_MORNING ? victim : 0;
            drift_of_row(b, a, row, row->each ? 0 : own);
            if (row->each) {
                drift_of_row(b, a, row, 1);
            }
        }
    }
}

/* ---- meters ---- */

static void meter_account(struct builder *b, int slot)
{
    const struct table_meter t = table_meter_of(b, slot);
    const char *title = bet_slot_title(&b->n, slot);
    struct table_account *a = &b->t->account[b->t->accounts++];
    *a = (struct table_account){ .about = ABOUT_NUMBER,
                                 .id = t.why,
                                 .title = *title ? title : t.id,
                                 .value = t.known ? table_value(b, &t) : _("not known yet"),
                                 .known = t.known,
                                 .slot = slot,
                                 .case_at = -1 };
    add_note(b, a, narrate_title(&b->n, b->sc->meter[b->sc->slot_meter[slot]].line, b->party));
    if (t.known) {
        add_groups(b, a);
        add_drifts(b, a);
    }
}

/* ---- commitments ---- */

static void agreements_account(struct builder *b)
{
    struct table_account *a = &b->t->account[b->t->accounts++];
    *a = (struct table_account){ .about = ABOUT_NUMBER,
                                 .id = TABLE_AGREEMENTS,
                                 .title = _("Agreements in force"),
                                 .value = pool_text(b->pool, "%d", b->t->agreements),
                                 .known = true,
                                 .slot = SLOT_AGREEMENTS,
                                 .case_at = -1 };
    add_groups(b, a);
}

static void say_since(const struct builder *b, struct table_account *a, const struct commitment *k,
                      int giver)
{
    if (a->groups > 0) {
        const char *date = narrate_date(&b->n, a->group[a->groups - 1].round);
        add_note(b, a, pool_text(b->pool, _("In force since %s."), date));
    }
    const int due = table_due(b, k, b->now.s.slot[k->age + giver]);
    if (due > 0) {
        add_note(b, a,
                 pool_text(b->pool, _("It lapses after %s if nobody follows it up."),
                           narrate_date(&b->n, due)));
    }
    if (k->needs != NONE) {
        const char *title = narrate_title(&b->n, b->sc->commitment[k->needs].title, b->party);
        add_note(b, a, pool_text(b->pool, _("It rests on: %s."), title));
    }
}

static void commitment_account(struct builder *b, const struct commitment *k, int giver)
{
    const int slot = k->slot + giver;
    const bool stands = b->now.s.slot[slot] != 0;
    const char *title = narrate_title(&b->n, k->title, k->promise ? giver : b->party);
    struct table_account *a = &b->t->account[b->t->accounts++];
    if (k->promise) {
        title = pool_text(
            b->pool, giver == b->party ? _("Your promise: %s") : _("Their promise: %s"), title);
    }
    *a = (struct table_account){ .about = ABOUT_COMMITMENT,
                                 .id = table_name(b, slot),
                                 .title = title,
                                 .value = stands ? _("in force") : _("not in force"),
                                 .known = true,
                                 .slot = slot,
                                 .stands = stands,
                                 .giver = k->promise ? giver : -1,
                                 .case_at = -1 };
    add_groups(b, a);
    add_note(b, a, narrate_title(&b->n, k->line, k->promise ? giver : b->party));
    if (stands) {
        say_since(b, a, k, giver);
    }
}

/* ---- the whole ---- */

void table_accounts(struct builder *b)
{
    const struct scenario *sc = b->sc;
    enum { MOST = 2 * MAX_METERS + 2 * MAX_COMMITMENTS + 2 * MAX_ROUNDS + 3 };
    b->t->account = pool_take(b->pool, MOST * sizeof *b->t->account);
    for (int i = 0; i < sc->meters; i++) {
        for (int p = 0; p <= sc->meter[i].party; p++) {
            meter_account(b, sc->meter[i].slot + (sc->meter[i].party ? b->party ^ p : 0));
        }
    }
    if (sc->agreements > 0) {
        agreements_account(b);
    }
    for (int i = 0; i < sc->commitments; i++) {
        for (int p = 0; p <= sc->commitment[i].promise; p++) {
            commitment_account(b, &sc->commitment[i], sc->commitment[i].promise ? b->party ^ p : 0);
        }
    }
    table_case_accounts(b);
    if (b->advised) {
        table_move_account(b);
    }
}

const struct table_account *table_why(const struct table *t, const char *id)
{
    for (int i = 0; i < t->accounts; i++) {
        if (strcmp(t->account[i].id, id) == 0) {
            return &t->account[i];
        }
    }
    return NULL;
}

const struct table_account *table_why_slot(const struct table *t, int slot)
{
    for (int i = 0; i < t->accounts; i++) {
        if (t->account[i].slot == slot) {
            return &t->account[i];
        }
    }
    return NULL;
}
