/* load_reach.c: what no game ever comes to, whatever is chosen and however the dice fall.
 *
 * For every number the least and the most are found that rows can bring about: from where it starts,
 * as far as any row that can run at all may move it, until nothing grows any more. That is more than
 * really happens, never less; so what cannot hold within it holds in no game. */
#include "content/load_reach.h"

#include <string.h>

enum { ALL_KINDS = 0xff };

struct span {
    int lo, hi; /* lo above hi: nothing yet */
};

struct reach {
    struct load *load;
    const struct scenario *sc;
    struct span slot[MAX_SLOTS];
    struct span severity;
    uint64_t field[FIELD_COUNT]; /* as a set, of those that hold ids */
    bool truth;                  /* something brings the truth out */
    bool incident[MAX_INCIDENTS];
    int act[MAX_ROUNDS + 1]; /* of each round, from 1 */
};

/* ---- spans ---- */

/* True where the span has grown. */
static bool widen(struct span *span, int lo, int hi)
{
    const struct span old = *span;
    if (lo > hi) {
        return false;
    }
    if (span->lo > span->hi) {
        *span = (struct span){ lo, hi };
        return true;
    }
    span->lo = lo < span->lo ? lo : span->lo;
    span->hi = hi > span->hi ? hi : span->hi;
    return span->lo != old.lo || span->hi != old.hi;
}

/* The slots that a reference may mean. */
static int slots_of(struct ref ref, int slot[2])
{
    slot[0] = ref.who == WHO_SECOND ? ref.index + 1 : ref.index;
    slot[1] = ref.index + 1;
    return ref.who == WHO_SHARED || ref.who == WHO_FIRST || ref.who == WHO_SECOND ? 1 : 2;
}

static struct span span_of(const struct reach *reach, struct ref ref)
{
    if (ref.who == WHO_CASE) {
        return ref.index == FIELD_SEVERITY   ? reach->severity
               : ref.index == FIELD_REVEALED ? (struct span){ 0, reach->truth ? MAX_ROUNDS : 0 }
                                             : (struct span){ -MAX_AMOUNT, MAX_AMOUNT };
    }
    int slot[2];
    struct span span = { 1, 0 };
    const int count = slots_of(ref, slot);
    for (int i = 0; i < count; i++) {
        widen(&span, reach->slot[slot[i]].lo, reach->slot[slot[i]].hi);
    }
    return span;
}

/* ---- conditions ---- */

static bool test_can_hold(const struct reach *reach, const struct test *test)
{
    if (test->ref.who == WHO_CASE && test->ref.index == FIELD_INCIDENT && !test->ids) {
        for (int i = test->lo; i <= test->hi; i++) {
            if (i >= 0 && i < MAX_INCIDENTS && reach->incident[i]) {
                return true;
            }
        }
        return test->lo > test->hi; /* that has been warned of */
    }
    if (test->ids) {
        return test->ref.who != WHO_CASE || (test->mask & reach->field[test->ref.index]) != 0;
    }
    const struct span span = span_of(reach, test->ref);
    return test->lo <= span.hi && test->hi >= span.lo;
}

static bool number_in(const struct test *test, int number)
{
    return test->ids ? ((test->mask >> number) & 1u) != 0
                     : number >= test->lo && number <= test->hi;
}

/* Round, act and kind of round go together: some round of these kinds must fit them all. */
static bool round_can_hold(const struct reach *reach, const struct when *when, unsigned kinds)
{
    for (int round = 1; round <= reach->sc->rounds; round++) {
        const int kind = reach->sc->calendar[round - 1];
        bool fits = ((kinds >> kind) & 1u) != 0;
        for (int i = 0; i < when->tests && fits; i++) {
            const struct test *test = &reach->sc->test[when->first_test + i];
            const bool shared = test->ref.who == WHO_SHARED;
            if (shared && test->ref.index == SLOT_ROUND) {
                fits = number_in(test, round);
            } else if (shared && test->ref.index == SLOT_ACT) {
                fits = number_in(test, reach->act[round]);
            } else if (shared && test->ref.index == SLOT_CALENDAR) {
                fits = number_in(test, kind);
            }
        }
        if (fits) {
            return true;
        }
    }
    return false;
}

/* The culprit, whether it is guilty and where it sits go together: somebody must fit them all. */
static bool culprit_can_hold(const struct reach *reach, const struct when *when)
{
    bool any = false;
    for (int culprit = 0; culprit < reach->sc->culprits; culprit++) {
        const bool possible = ((reach->field[FIELD_CULPRIT] >> culprit) & 1u) != 0;
        const struct culprit *c = &reach->sc->culprit[culprit];
        bool fits = possible;
        any = any || possible;
        for (int i = 0; i < when->tests && fits; i++) {
            const struct test *test = &reach->sc->test[when->first_test + i];
            const int field = test->ref.who == WHO_CASE ? test->ref.index : FIELD_COUNT;
            fits = field == FIELD_CULPRIT  ? number_in(test, culprit)
                   : field == FIELD_GUILTY ? number_in(test, c->guilty ? 1 : 0)
                                           : field != FIELD_FROM || number_in(test, c->from);
        }
        if (fits) {
            return true;
        }
    }
    return !any;
}

/* As many agreements are in force as are asked for one by one. */
static bool agreements_can_hold(const struct reach *reach, const struct when *when)
{
    int most = reach->sc->agreements, asked = 0;
    for (int i = 0; i < when->tests; i++) {
        const struct test *test = &reach->sc->test[when->first_test + i];
        if (test->ref.who != WHO_SHARED) {
            continue;
        }
        if (test->ref.index == SLOT_AGREEMENTS && test->hi < most) {
            most = test->hi;
        }
        for (int k = 0; k < reach->sc->agreements && test->lo > 0; k++) {
            asked += reach->sc->commitment[k].slot == test->ref.index;
        }
    }
    return asked <= most;
}

static bool when_can_hold(const struct reach *reach, const struct when *when, unsigned kinds)
{
    for (int i = 0; i < when->tests; i++) {
        if (!test_can_hold(reach, &reach->sc->test[when->first_test + i])) {
            return false;
        }
    }
    return round_can_hold(reach, when, kinds) && culprit_can_hold(reach, when) &&
           agreements_can_hold(reach, when);
}

/* Any of the alternatives that begin with `index`. */
static bool can_hold(const struct reach *reach, int index)
{
    const struct when *when = &reach->sc->when[index];
    while (!when_can_hold(reach, when, ALL_KINDS)) {
        if (!when->or_next) {
            return index == 0;
        }
        when++;
    }
    return true;
}

/* ---- rows ---- */

static struct span amount_span(const struct reach *reach, int index)
{
    const struct amount *amount = &reach->sc->amount[index];
    struct span out = { amount->base, amount->base };
    for (int i = 0; i < amount->terms; i++) {
        const struct term *term = &reach->sc->term[amount->first_term + i];
        const struct span span = span_of(reach, term->ref);
        const int a = span.lo * term->num / term->den, b = span.hi * term->num / term->den;
        out.lo += (a < b ? a : b) - 1;
        out.hi += (a < b ? b : a) + 1;
    }
    out.lo = out.lo < amount->min ? amount->min : out.lo > amount->max ? amount->max : out.lo;
    out.hi = out.hi > amount->max ? amount->max : out.hi < amount->min ? amount->min : out.hi;
    return out;
}

/* What is added may be added again and again. */
static bool move_slot(struct reach *reach, int slot, const struct op *op, struct span by)
{
    const int index = reach->sc->slot_meter[slot];
    if (index == NONE) {
        return false;
    }
    const struct meter *meter = &reach->sc->meter[index];
    struct span to = by;
    if (op->verb != OP_ADD && meter->curved) {
        to = (struct span){ meter->lo, meter->hi };
    } else if (op->verb == OP_ADD) {
        to = (struct span){ by.lo < 0 ? meter->lo : reach->slot[slot].lo,
                            by.hi > 0 ? meter->hi : reach->slot[slot].hi };
    }
    to.lo = to.lo < meter->lo ? meter->lo : to.lo > meter->hi ? meter->hi : to.lo;
    to.hi = to.hi > meter->hi ? meter->hi : to.hi < meter->lo ? meter->lo : to.hi;
    return widen(&reach->slot[slot], to.lo, to.hi);
}

static bool give(struct reach *reach, int commitment)
{
    const struct commitment *c = &reach->sc->commitment[commitment];
    const int count = c->promise ? 2 : 1;
    bool grown = false;
    for (int i = 0; i < count; i++) {
        grown = widen(&reach->slot[c->slot + i], 0, 1) || grown;
        widen(&reach->slot[c->age + i], 0, MAX_ROUNDS);
    }
    return grown;
}

static bool run_op(struct reach *reach, const struct op *op)
{
    int slot[2];
    bool grown = false;
    if (op->verb == OP_REVEAL) {
        grown = !reach->truth;
        reach->truth = true;
    } else if (op->verb == OP_PROMISE) {
        grown = give(reach, op->target.index);
    } else if (op->verb <= OP_TOWARD && op->target.who != WHO_CASE) {
        const struct span by = amount_span(reach, op->amount);
        const int count = slots_of(op->target, slot);
        for (int i = 0; i < count; i++) {
            grown = move_slot(reach, slot[i], op, by) || grown;
        }
    }
    return grown;
}

/* Runs every row that can run, wherever it stands; true where something has grown. */
static bool run_rows(struct reach *reach)
{
    bool grown = false;
    for (int i = 1; i < reach->sc->n_rows; i++) {
        const struct row *row = &reach->sc->row[i];
        if (!can_hold(reach, row->when)) {
            continue;
        }
        for (int k = 0; k < row->ops; k++) {
            grown = run_op(reach, &reach->sc->op[row->first_op + k]) || grown;
        }
        for (int k = 0; k < row->elses; k++) {
            grown = run_op(reach, &reach->sc->op[row->first_else + k]) || grown;
        }
    }
    for (int i = 0; i < reach->sc->agreements; i++) {
        grown = (can_hold(reach, reach->sc->commitment[i].when) && give(reach, i)) || grown;
    }
    return grown;
}

/* ---- where it begins ---- */

static void begin_slots(struct reach *reach)
{
    const struct scenario *sc = reach->sc;
    for (int i = 0; i < MAX_SLOTS; i++) {
        reach->slot[i] = (struct span){ i < SLOT_FIRST_METER ? -MAX_AMOUNT : 0,
                                        i < SLOT_FIRST_METER ? MAX_AMOUNT : 0 };
    }
    for (int i = 0; i < sc->meters; i++) {
        const struct meter *meter = &sc->meter[i];
        for (int party = 0; party < (meter->party ? 2 : 1); party++) {
            struct span *span = &reach->slot[meter->slot + party];
            *span = (struct span){ 1, 0 };
            for (int k = 0; k < meter->starts[party]; k++) {
                widen(span, meter->start[party][k], meter->start[party][k]);
            }
        }
    }
    reach->slot[SLOT_ROUND] = (struct span){ 1, sc->rounds };
    reach->slot[SLOT_AGREEMENTS] = (struct span){ 0, sc->agreements };
    reach->slot[SLOT_SEVERE] = (struct span){ 0, sc->severe_from > 0 ? 1 : 0 };
}

static void begin_rounds(struct reach *reach)
{
    int act = 1;
    for (int round = 1; round <= reach->sc->rounds; round++) {
        reach->act[round] = act;
        act += reach->sc->round_kind[reach->sc->calendar[round - 1]].closes ? 1 : 0;
    }
}

/* What an incident that can be drawn brings with it. */
static void begin_incident(struct reach *reach, const struct incident *incident)
{
    widen(&reach->severity, incident->severity[0], incident->severity[1]);
    reach->field[FIELD_KIND] |= UINT64_C(1) << incident->kind;
    for (int i = 0; i < reach->sc->culprits; i++) {
        if (incident->culprit[i] > 0) {
            reach->field[FIELD_CULPRIT] |= UINT64_C(1) << i;
            reach->field[FIELD_FROM] |= UINT64_C(1) << reach->sc->culprit[i].from;
        }
    }
}

static void begin_cases(struct reach *reach)
{
    const struct scenario *sc = reach->sc;
    memset(reach->field, 0xff, sizeof reach->field);
    reach->field[FIELD_KIND] = reach->field[FIELD_CULPRIT] = reach->field[FIELD_FROM] = 0;
    reach->severity = (struct span){ 1, 0 };
    reach->truth = sc->exposure.count > 0 || sc->settle_kind != NONE;
    for (int i = 0; i < sc->incidents; i++) {
        reach->incident[i] = !sc->incident[i].severe || sc->severe_from > 0;
        if (reach->incident[i]) {
            begin_incident(reach, &sc->incident[i]);
        }
    }
}

/* ---- telling ---- */

bool load_is_told(const struct load *load, const struct json_value *at)
{
    const struct findings *findings = load->findings;
    for (int i = 0; i < findings->count; i++) {
        if (findings->items[i].line == at->place.line &&
            findings->items[i].column == at->place.column) {
            return true;
        }
    }
    return false;
}

/* Says of a key why its number never fits. */
static void report_key(struct reach *reach, const struct json_value *at, const struct test *test)
{
    const struct span span = span_of(reach, test->ref);
    if (load_is_told(reach->load, at)) {
        return;
    }
    if (test->ids || (test->ref.who == WHO_CASE && test->ref.index != FIELD_SEVERITY)) {
        load_warning(reach->load, spot_value(at), "S063",
                     "no game fulfils this: it never comes about");
    } else {
        load_warning(reach->load, spot_value(at), "S063",
                     "no game fulfils this: \"%.60s\" stays from %d to %d, whatever is done",
                     at->key, span.lo, span.hi);
    }
}

/* Looks at one object with all the conjunctions that were made of it. */
static void check_condition(struct reach *reach, const struct condition *condition)
{
    const struct scenario *sc = reach->sc;
    const unsigned kinds = condition->kinds != 0 ? condition->kinds : ALL_KINDS;
    for (int i = 0; i < condition->count; i++) {
        if (when_can_hold(reach, &sc->when[condition->first + i], kinds)) {
            return;
        }
    }
    const struct when *when = &sc->when[condition->first];
    for (int i = 0; i < when->tests; i++) {
        const int at = when->first_test + i;
        if (!test_can_hold(reach, &sc->test[at])) {
            report_key(reach, reach->load->test_at[at], &sc->test[at]);
            return;
        }
    }
    load_warning(reach->load, spot_value(condition->object), "S063", "no game fulfils this: %s",
                 !culprit_can_hold(reach, when)      ? "nobody is such a culprit"
                 : !agreements_can_hold(reach, when) ? "then more agreements are in force"
                                                     : "the calendar has no such round here");
}

void load_reach(struct load *load)
{
    struct reach reach = { .load = load, .sc = load->sc };
    begin_slots(&reach);
    begin_rounds(&reach);
    begin_cases(&reach);
    while (run_rows(&reach)) {
    }
    for (int i = 0; i < load->conditions && !load->never; i++) {
        check_condition(&reach, &load->condition[i]);
    }
    if (!load->never) {
        load_excluded(load);
    }
}
