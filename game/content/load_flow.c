/* load_flow.c: the flow rule: nothing a side can see may give away what it may not know.
 *
 * Who knows a number depends on who is victim and whose turn it is; so each rule is looked at in
 * every world in which it can run: either party as victim, either party as own. A set of parties
 * is two bits. */
#include "content/load.h"

#include <string.h>

enum { BOTH_SIDES = 3 };

struct world {
    int victim, own; /* party indices; meaningless where the scope has none */
};

static bool possible(struct scope scope, struct world world)
{
    switch (scope.own) {
    case OWN_VICTIM:
        return world.own == world.victim;
    case OWN_SUSPECT:
        return world.own != world.victim;
    case OWN_NONE:
        return world.own == 0;
    case OWN_ANY:
        break;
    }
    return scope.has_case || world.victim == 0;
}

static int party_of(enum who who, struct world world)
{
    switch (who) {
    case WHO_OWN:
        return world.own;
    case WHO_OTHER:
        return 1 - world.own;
    case WHO_VICTIM:
        return world.victim;
    case WHO_SUSPECT:
        return 1 - world.victim;
    case WHO_SECOND:
        return 1;
    default:
        return 0;
    }
}

static unsigned side(int party)
{
    return 1u << party;
}

/* ---- who knows, who sees ---- */

static unsigned mover_of(const struct load *load, int beat, struct world world)
{
    return side(load->sc->beat[beat].by == BY_VICTIM ? world.victim : 1 - world.victim);
}

static unsigned knowers(const struct load *load, const struct reading *reading, bool truth,
                        bool picked, struct world world)
{
    if (reading->meter >= 0 && load->vague[reading->meter]) {
        return BOTH_SIDES;
    }
    switch (reading->knowledge) {
    case KNOWN_ALL:
        return BOTH_SIDES;
    case KNOWN_OWNER:
        return side(party_of(reading->ref.who, world));
    case KNOWN_VICTIM:
        return side(world.victim);
    case KNOWN_SUSPECT:
        return side(1 - world.victim);
    case KNOWN_MOVER:
        return truth ? BOTH_SIDES : mover_of(load, reading->beat, world);
    case KNOWN_TRUTH:
        return truth ? BOTH_SIDES : 0;
    case KNOWN_PICK:
        return picked ? BOTH_SIDES : side(party_of(reading->ref.who, world));
    default:
        return 0;
    }
}

static unsigned hears(enum audience audience, struct world world)
{
    switch (audience) {
    case FOR_BOTH:
        return BOTH_SIDES;
    case FOR_OWN:
        return side(world.own);
    case FOR_VICTIM:
        return side(world.victim);
    case FOR_NOBODY:
        break;
    }
    return 0;
}

static const char *who_knows(enum knowledge knowledge)
{
    switch (knowledge) {
    case KNOWN_OWNER:
        return "only the side it belongs to knows";
    case KNOWN_VICTIM:
        return "only the victim knows";
    case KNOWN_SUSPECT:
        return "only the suspect knows";
    case KNOWN_MOVER:
        return "only the side that moved knows before the truth is out";
    case KNOWN_TRUTH:
        return "nobody knows before the truth is out";
    case KNOWN_PICK:
        return "only the side that picks knows until both have chosen";
    default:
        return "nobody knows";
    }
}

/* ---- rows ---- */

/* The first number read in vain: one that a viewer does not know; -1 where all is well, -2 where
 * even that the row runs is known to the mover only. */
static int leak(const struct load *load, const struct reading *target, struct scope scope,
                int first_read)
{
    if (target->meter >= 0 && load->vague[target->meter]) {
        return -1;
    }
    for (int n = 0; n < 4; n++) {
        const struct world world = { .victim = n & 1, .own = n >> 1 };
        if (!possible(scope, world)) {
            continue;
        }
        const unsigned viewers = knowers(load, target, false, true, world);
        for (int i = first_read; i < load->reads; i++) {
            const struct read *read = &load->read[i];
            const bool truth = scope.truth || read->guarded;
            if (viewers & ~knowers(load, &read->reading, truth, scope.picked, world)) {
                return i;
            }
        }
        if (scope.mover_only && (viewers & ~side(world.own))) {
            return -2;
        }
    }
    return -1;
}

static void report_leak(struct load *load, struct spot spot, const struct reading *target,
                        struct scope scope, int first_read)
{
    const int at = leak(load, target, scope, first_read);
    struct finding *finding;
    if (at == -1) {
        return;
    }
    if (at == -2) {
        finding = load_error(load, spot, "S034", "\"%.60s\" would show what was chosen in secret",
                             spot.value->key);
        findings_expected(load->findings, finding, "a meter that only its own side sees");
        return;
    }
    const struct read *read = &load->read[at];
    finding =
        load_error(load, spot, "S030", "\"%.60s\" would give away \"%.60s\", which %s",
                   spot.value->key, read->name, who_knows((enum knowledge)read->reading.knowledge));
    findings_expected(load->findings, finding,
                      "a meter seen only by who knows it, or the same once the truth is out "
                      "(\"at\": \"revealed\")");
}

void load_flow_change(struct load *load, struct spot spot, const struct reading *target,
                      struct scope scope, int first_read)
{
    report_leak(load, spot, target, scope, first_read);
}

void load_flow_act(struct load *load, struct spot spot, enum knowledge viewers, struct scope scope,
                   int first_read)
{
    const struct reading target = { .knowledge = (uint8_t)viewers, .beat = -1, .meter = -1 };
    report_leak(load, spot, &target, scope, first_read);
}

bool load_flow_veiled(const struct load *load, int first_read, struct scope scope)
{
    const struct reading everybody = { .knowledge = KNOWN_ALL, .beat = -1, .meter = -1 };
    return leak(load, &everybody, scope, first_read) != -1;
}

/* ---- gates ---- */

static bool all_hear(const struct load *load, const struct read *read, struct scope scope,
                     enum audience audience)
{
    for (int n = 0; n < 4; n++) {
        const struct world world = { .victim = n & 1, .own = n >> 1 };
        const bool truth = scope.truth || read->guarded;
        if (possible(scope, world) &&
            (hears(audience, world) & ~knowers(load, &read->reading, truth, scope.picked, world))) {
            return false;
        }
    }
    return true;
}

void load_flow_gate(struct load *load, int first_read, struct scope scope, enum audience audience,
                    const char *what)
{
    for (int i = first_read; i < load->reads; i++) {
        const struct read *read = &load->read[i];
        if (!all_hear(load, read, scope, audience)) {
            load_error(load, read->spot, "S031", "%s may not depend on \"%.60s\", which %s", what,
                       read->spot.at != NULL ? read->name
                       : read->spot.key      ? read->spot.value->key
                                             : read->spot.value->string,
                       who_knows((enum knowledge)read->reading.knowledge));
        }
    }
}

/* ---- moves that look alike ---- */

/* True where the side that does not move sees what the row does. */
static bool is_open(const struct scenario *sc, const struct row *row)
{
    for (int i = 0; i < row->ops + row->elses; i++) {
        const struct op *op =
            &sc->op[i < row->ops ? row->first_op + i : row->first_else + i - row->ops];
        if (op->verb == OP_REVEAL || op->verb == OP_PROMISE || op->verb == OP_BREAK) {
            return true;
        }
        if (op->verb > OP_TOWARD || op->target.who == WHO_CASE) {
            continue;
        }
        const int meter = sc->slot_meter[op->target.index];
        if (meter != NONE && (sc->meter[meter].see == SEE_ALL ||
                              (sc->meter[meter].see == SEE_OWN && op->target.who != WHO_OWN))) {
            return true;
        }
    }
    return false;
}

/* Values are compared as the file has them; spaces count, which is strict but never wrong. */
static bool same_value(const struct json_value *a, const struct json_value *b)
{
    if (a->type != b->type || a->count != b->count) {
        return false;
    }
    if (a->type != JSON_OBJECT && a->type != JSON_ARRAY) {
        return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
    }
    const struct json_value *x = a->first, *y = b->first;
    while (x != NULL && (x->key == NULL || strcmp(x->key, y->key) == 0) && same_value(x, y)) {
        x = x->next;
        y = y->next;
    }
    return x == NULL;
}

/* The next open row of a move from *at on: its text in the file, or NULL. */
static const struct json_value *next_open(const struct load *load, int move, int *at)
{
    const struct scenario *sc = load->sc;
    const struct rows rows = sc->move[move].now;
    while (*at < rows.count) {
        const struct row *row = &sc->row[rows.first + (*at)++];
        if (is_open(sc, row)) {
            const struct json_value *list = json_member(load->table[MOVES].item[move], "effects");
            const struct json_value *value = list->first;
            for (int i = 0; i < row->place; i++) {
                value = value->next;
            }
            return value;
        }
    }
    return NULL;
}

static void compare(struct load *load, int move, int model)
{
    int at = 0, other_at = 0;
    const struct json_value *row, *other;
    do {
        row = next_open(load, move, &at);
        other = next_open(load, model, &other_at);
    } while (row != NULL && other != NULL && same_value(row, other));
    if (row != NULL || other != NULL) {
        const struct json_value *item = load->table[MOVES].item[move];
        struct finding *finding =
            load_error(load, row != NULL ? spot_value(row) : spot_key(item), "S032",
                       "\"%s\" looks like \"%s\", but the other side could see the difference",
                       item->key, load->table[MOVES].item[model]->key);
        findings_expected(load->findings, finding,
                          "the same rows in the same order wherever the other side sees them");
    }
}

void load_flow_alike(struct load *load)
{
    for (int i = 0; i < load->sc->moves && !load->doubled; i++) {
        const struct move *move = &load->sc->move[i];
        const bool wrong = load->wrong_move[i] || load->wrong_move[move->seen_as];
        if (!wrong && move->seen_as != i && move->beat == load->sc->move[move->seen_as].beat) {
            compare(load, i, move->seen_as);
        }
    }
}
