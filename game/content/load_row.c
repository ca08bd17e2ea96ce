/* load_row.c: rows: when a condition holds, perhaps by chance, perhaps later, do this. */
#include "content/load.h"

#include <stdio.h>
#include <string.h>

const char *const load_row_keys[] = { "when", "chance", "in",   "at", "each",
                                      "do",   "else",   "fact", NULL };

static const struct bounds amount_bounds = { -MAX_AMOUNT, MAX_AMOUNT };

/* A row on its way. */
struct making {
    struct scope scope; /* the site's, or any own where it runs for each */
    int first_read;     /* of this row, in load->read */
    bool vague;         /* its condition is wrong: who may know of it is anybody's guess */
};

/* ---- acts ---- */

static void flow(struct load *load, const struct json_value *value, const struct making *row,
                 enum knowledge viewers)
{
    if (!row->vague) {
        load_flow_act(load, spot_key(value), viewers, row->scope, row->first_read);
    }
}

/* Commitments make and break none, so that no chain of them can run without end. */
static void refuse_chain(struct load *load, const struct json_value *value, struct scope scope)
{
    if (scope.committed) {
        load_error(load, spot_key(value), "S022", "\"%s\" does not stand in a commitment's rows",
                   value->key);
    }
}

static void add_op(struct load *load, const struct json_value *at, struct op op)
{
    struct scenario *sc = load->sc;
    if (sc->n_ops == MAX_OPS) {
        load_full(load, at, FULL_OPS, MAX_OPS, "changes");
        return;
    }
    load->op_at[sc->n_ops] = at;
    sc->op[sc->n_ops++] = op;
}

static bool needs_case(struct load *load, const struct json_value *value, struct scope scope)
{
    if (!scope.has_case) {
        load_error(load, spot_key(value), "S022", "\"%s\" means nothing here: there is no case",
                   value->key);
    }
    return scope.has_case;
}

/* "reveal": true and its like. */
static void do_act(struct load *load, const struct json_value *value, const struct making *row,
                   enum verb verb, enum knowledge viewers)
{
    bool truth = false;
    if (!needs_case(load, value, row->scope) || !json_expect_bool(&load->check, value, &truth)) {
        return;
    }
    if (!truth) {
        load_error(load, spot_value(value), "S023", "\"%s\" can only be true", value->key);
    }
    if (verb == OP_REVEAL && row->scope.truth) {
        load_error(load, spot_key(value), "S022",
                   "\"reveal\" means nothing here: the truth is out");
    }
    flow(load, value, row, viewers);
    add_op(load, value, (struct op){ .verb = (uint8_t)verb });
}

static void do_promise(struct load *load, const struct json_value *value, const struct making *row)
{
    const int index = load_id(load, PROMISES, value);
    refuse_chain(load, value, row->scope);
    if (row->scope.own == OWN_NONE) {
        load_error(load, spot_key(value), "S022",
                   "\"promise\" means nothing here: no side is at work");
        return;
    }
    flow(load, value, row, KNOWN_ALL);
    if (index >= 0) {
        const int commitment = load->table[AGREEMENTS].count + index;
        load->promised[commitment < MAX_COMMITMENTS ? commitment : 0] = true;
        add_op(load, value,
               (struct op){ .verb = OP_PROMISE,
                            .target = { .who = WHO_OWN, .index = (uint8_t)commitment } });
    }
}

static int broken_agreement(struct load *load, const struct json_value *value)
{
    static const char *const any[] = { "any" };
    if (value->type != JSON_STRING || load_find(load, AGREEMENTS, value->string) >= 0) {
        return load_id(load, AGREEMENTS, value);
    }
    char message[120];
    snprintf(message, sizeof message, "no agreement is called \"%.60s\"", value->string);
    return load_dangling(load, (struct missing){ .spot = spot_value(value),
                                                 .code = "S008",
                                                 .message = message,
                                                 .expected = "an agreement or \"any\"",
                                                 .name = value->string,
                                                 .set = { AGREEMENTS },
                                                 .sets = 1,
                                                 .word = any,
                                                 .words = 1 });
}

static void do_break(struct load *load, const struct json_value *value, const struct making *row)
{
    int index = NONE;
    refuse_chain(load, value, row->scope);
    if (value->type != JSON_STRING || strcmp(value->string, "any") != 0) {
        index = broken_agreement(load, value);
    }
    flow(load, value, row, KNOWN_ALL);
    if (index >= 0) {
        add_op(load, value, (struct op){ .verb = OP_BREAK, .target = { .index = (uint8_t)index } });
    }
}

static void do_confidence(struct load *load, const struct json_value *value,
                          const struct making *row)
{
    int number = 0;
    if (needs_case(load, value, row->scope) &&
        json_expect_integer(&load->check, value, -2, 2, &number)) {
        flow(load, value, row, KNOWN_VICTIM);
        add_op(load, value,
               (struct op){ .verb = OP_ADD,
                            .target = { .who = WHO_CASE, .index = FIELD_CONFIDENCE },
                            .amount = load_constant(load, value, number) });
    }
}

/* ---- changes of meters ---- */

/* { "set": … } or { "toward": …, "below": n, "above": n }. */
static struct op read_level(struct load *load, const struct json_value *value, struct scope scope)
{
    static const char *const keys[] = { "set", "toward", "below", "above", NULL };
    load_object(load, value, keys);
    const struct json_value *set = json_member(value, "set");
    const struct json_value *toward = json_member(value, "toward");
    struct op op = { .verb = set != NULL ? OP_SET : OP_TOWARD };
    if ((set != NULL) == (toward != NULL)) {
        load_error(load, spot_value(value), "S023", "either \"set\" or \"toward\" stands here");
    }
    op.below = (uint8_t)load_integer(load, value, "below", 1, 100, 1);
    op.above = (uint8_t)load_integer(load, value, "above", 1, 100, 1);
    op.amount = load_amount(load, set != NULL ? set : toward, scope, amount_bounds);
    return op;
}

/* True for { "set" … } and { "toward" … }, misspelt too. */
static bool is_level(const struct json_value *value)
{
    static const char *const keys[] = { "base", "per", "min", "max", "set", "toward" };
    for (const struct json_value *one = value->first; one != NULL; one = one->next) {
        const char *meant = one->key == NULL ? NULL : findings_suggest(one->key, keys, 6);
        if (meant == keys[4] || meant == keys[5]) {
            return true;
        }
    }
    return false;
}

/* Warns of a plain number that changes nothing, alone in its row, or more than the meter has. */
static void check_change(struct load *load, const struct json_value *value,
                         const struct reading *target)
{
    const bool level = value->type == JSON_OBJECT;
    const struct json_value *set = json_member(value, "set");
    const struct json_value *at = !level ? value : set != NULL ? set : json_member(value, "toward");
    const int span = target->hi - target->lo;
    const int low = level ? target->lo : -span, high = level ? target->hi : span;
    if (at == NULL || at->type != JSON_NUMBER || target->meter < 0) {
        return;
    }
    if (!level && at->integer == 0 && value->parent->count == 1) {
        load_warning(load, spot_value(at), "S029", "0 changes nothing");
    } else if (at->integer < low || at->integer > high) {
        struct finding *finding = load_warning(
            load, spot_value(at), "S065", "%.*s is beyond \"%.60s\", which is %d to %d",
            (int)at->length, at->text, value->key, target->lo, target->hi);
        findings_expected(load->findings, finding, "a whole number from %d to %d", low, high);
    }
}

static void do_change(struct load *load, const struct json_value *value, const struct making *row)
{
    struct reading target;
    if (!load_target(load, value->key, spot_key(value), row->scope, &target)) {
        return;
    }
    const int reads = load->reads;
    struct op op = { .verb = OP_ADD };
    if (is_level(value)) {
        op = read_level(load, value, row->scope);
    } else {
        op.amount = load_amount(load, value, row->scope, amount_bounds);
    }
    op.target = target.ref;
    check_change(load, value, &target);
    if (!row->vague) {
        load_flow_change(load, spot_key(value), &target, row->scope, row->first_read);
    }
    load->reads = reads; /* what one amount reads matters to its own target only */
    add_op(load, value, op);
}

static void do_one(struct load *load, const struct json_value *value, const struct making *row)
{
    if (strcmp(value->key, "reveal") == 0) {
        do_act(load, value, row, OP_REVEAL, KNOWN_ALL);
    } else if (strcmp(value->key, "retrace") == 0) {
        do_act(load, value, row, OP_RETRACE, KNOWN_VICTIM);
    } else if (strcmp(value->key, "inspect") == 0) {
        do_act(load, value, row, OP_INSPECT, KNOWN_SUSPECT);
    } else if (strcmp(value->key, "promise") == 0) {
        do_promise(load, value, row);
    } else if (strcmp(value->key, "break") == 0) {
        do_break(load, value, row);
    } else if (strcmp(value->key, "confidence") == 0) {
        do_confidence(load, value, row);
    } else {
        do_change(load, value, row);
    }
}

/* Appends the changes of a "do" or "else"; how many. */
static uint8_t do_all(struct load *load, const struct json_value *value, const struct making *row)
{
    const int first = load->sc->n_ops;
    if (!json_expect_object(&load->check, value)) {
        return 0;
    }
    if (value->count == 0) {
        load_warning(load, spot_value(value), "S029", "nothing is done here");
    }
    for (const struct json_value *one = value->first; one != NULL; one = one->next) {
        if (strncmp(one->key, "x-", 2) != 0) {
            do_one(load, one, row);
        }
    }
    if (load->sc->n_ops - first > UINT8_MAX) {
        load_error(load, spot_value(value), "S009", "one row makes at most %d changes", UINT8_MAX);
    }
    return (uint8_t)(load->sc->n_ops - first);
}

/* ---- rows ---- */

static uint16_t read_chance(struct load *load, const struct json_value *value, struct scope scope)
{
    int percent = 0;
    if (value != NULL && value->type == JSON_NUMBER) {
        const bool good = json_expect_integer(&load->check, value, 0, 100, &percent);
        if (good && percent == 0) {
            load_warning(load, spot_value(value), "S024", "a chance of 0 never comes");
        }
        return good ? load_constant(load, value, percent) : 0;
    }
    return load_amount(load, value, scope, amount_bounds);
}

static void fill_row(struct load *load, const struct json_value *value, struct making *making,
                     struct row *row)
{
    const struct json_value *otherwise = json_member(value, "else");
    const int danglings = load->danglings;
    row->when = load_when(load, json_member(value, "when"), making->scope);
    making->vague = load->danglings > danglings;
    row->chance = read_chance(load, json_member(value, "chance"), making->scope);
    row->veiled = load_flow_veiled(load, making->first_read, making->scope);
    row->delay = (uint8_t)load_integer(load, value, "in", 1, 12, 0);
    row->first_op = (uint16_t)load->sc->n_ops;
    row->ops = do_all(load, json_require(&load->check, value, "do"), making);
    row->first_else = (uint16_t)load->sc->n_ops;
    row->elses = do_all(load, otherwise, making);
    if (otherwise != NULL && json_member(value, "chance") == NULL) {
        load_error(load, spot_key(otherwise), "S028", "\"else\" needs a \"chance\" that can fail");
    }
}

/* True for { "trust": 1 } without its "do": a key is the name of what it should do. */
static bool lacks_do(struct load *load, const struct json_value *value)
{
    static const char *const acts[] = { "reveal",  "retrace", "inspect",
                                        "promise", "break",   "confidence" };
    for (const struct json_value *one = value->first; one != NULL; one = one->next) {
        char head[JSON_ID_MAX + 1];
        snprintf(head, sizeof head, "%.*s", (int)strcspn(one->key, "."), one->key);
        for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
            if (strcmp(acts[i], head) == 0) {
                return true;
            }
        }
        if (load_find(load, METERS, head) >= 0) {
            return true;
        }
    }
    return false;
}

bool load_row_object(struct load *load, const struct json_value *value, const char *const keys[])
{
    const bool lacking = value->type == JSON_OBJECT && json_member(value, "do") == NULL;
    return lacking && lacks_do(load, value) ? true : load_object(load, value, keys);
}

void load_row(struct load *load, const struct json_value *value, struct site *site, bool each)
{
    struct scenario *sc = load->sc;
    struct row row = { .source = (uint8_t)site->source,
                       .element = (uint16_t)site->element,
                       .place = (uint16_t)site->place++,
                       .each = each || load_flag(load, value, "each") };
    struct making making = { .scope = site->scope, .first_read = load->reads };
    if (site->scope.truth || json_member(value, "in") != NULL) {
        making.scope.kinds = 0; /* by then it is another round */
    }
    if (row.each) {
        making.scope.own = OWN_ANY;
    }
    fill_row(load, value, &making, &row);
    load->reads = making.first_read;
    if (sc->n_rows == MAX_ROWS) {
        load_full(load, value, FULL_ROWS, MAX_ROWS, "rows");
        return;
    }
    sc->row[sc->n_rows++] = row;
}

struct rows load_rows(struct load *load, const struct json_value *list, struct site *site)
{
    static const char *const keys[] = {
        "when", "chance", "in", "each", "do", "else", "fact", NULL
    };
    const int first = load->sc->n_rows;
    if (json_expect_array(&load->check, list, 0, 64)) {
        for (const struct json_value *value = list->first; value != NULL; value = value->next) {
            if (load_row_object(load, value, keys)) {
                load_carrier(load, value, TAG_ROW, load->sc->n_rows);
                load_row(load, value, site, false);
            }
        }
    }
    return (struct rows){ .first = (uint16_t)first, .count = (uint16_t)(load->sc->n_rows - first) };
}

/* ---- habits ---- */

static void add_habit(struct load *load, const struct json_value *value, struct scope scope,
                      struct habit *habit)
{
    static const char *const keys[] = { "when", "weight", NULL };
    int weight = 1;
    habit->when = 0;
    if (value->type == JSON_NUMBER) {
        json_expect_integer(&load->check, value, 0, 100, &weight);
    } else if (load_object(load, value, keys)) {
        habit->when = load_gate(load, json_member(value, "when"), scope, FOR_OWN, "a habit");
        json_expect_integer(&load->check, json_require(&load->check, value, "weight"), 0, 100,
                            &weight);
    }
    habit->weight = (uint8_t)weight;
}

uint8_t load_habits(struct load *load, const struct json_value *value, struct scope scope,
                    struct habit habit[6])
{
    habit[0] = (struct habit){ .when = 0, .weight = 1 };
    if (value == NULL || value->type != JSON_ARRAY) {
        if (value != NULL) {
            add_habit(load, value, scope, &habit[0]);
        }
        return 1;
    }
    int count = 0;
    if (json_expect_array(&load->check, value, 1, 6)) {
        for (const struct json_value *one = value->first; one != NULL; one = one->next) {
            add_habit(load, one, scope, &habit[count++]);
            if (one->next != NULL && json_member(one, "when") == NULL) {
                load_warning(load, spot_value(one), "S024",
                             "this always holds, so what stands behind it is never asked");
            }
        }
    }
    return (uint8_t)count;
}
