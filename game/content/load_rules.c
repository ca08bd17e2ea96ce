/* load_rules.c: rules by their moment, the odds of the truth, and its settling by date. */
#include "content/load.h"

#include <stdio.h>
#include <string.h>

static const char *const moments[] = { "round", "arrival", "morning", "revealed" };

/* The moment of a rule, or -1. */
static int read_moment(struct load *load, const struct json_value *at)
{
    const char *words[MOMENT_BEAT + MAX_BEATS];
    size_t count = MOMENT_BEAT;
    memcpy(words, moments, sizeof moments);
    for (int i = 0; i < load->sc->beats; i++) {
        words[count++] = load->table[BEATS].item[i]->key;
    }
    if (at == NULL || at->type != JSON_STRING) {
        json_expect_word(&load->check, at, words, count);
        return -1;
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(at->string, words[i]) == 0) {
            load_find(load, BEATS, at->string);
            return (int)i;
        }
    }
    char message[120];
    snprintf(message, sizeof message, "\"%.60s\" is no moment", at->string);
    const int beat = load_dangling(
        load, (struct missing){ .spot = spot_value(at),
                                .code = "S003",
                                .message = message,
                                .expected = "a beat, \"round\", \"arrival\", \"morning\" or "
                                            "\"revealed\"",
                                .name = at->string,
                                .set = { BEATS },
                                .sets = 1,
                                .word = moments,
                                .words = MOMENT_BEAT });
    return beat < 0 ? -1 : MOMENT_BEAT + beat;
}

static struct scope scope_of(const struct load *load, int moment)
{
    struct scope scope = { .picked = true };
    if (moment >= MOMENT_BEAT) {
        const struct beat *beat = &load->sc->beat[moment - MOMENT_BEAT];
        scope.kinds = (uint8_t)(1u << beat->round_kind);
        scope.has_case = beat->by != BY_BOTH;
        scope.own = beat->by == BY_VICTIM    ? OWN_VICTIM
                    : beat->by == BY_SUSPECT ? OWN_SUSPECT
                                             : OWN_NONE;
    } else if (moment != MOMENT_ROUND) {
        scope.has_case = true;
        scope.own = OWN_VICTIM;
        scope.truth = moment == MOMENT_REVEALED;
    }
    return scope;
}

static void load_rule_rows(struct load *load, const struct json_value *value, struct site *site,
                           bool each)
{
    static const char *const row_keys[] = { "when", "chance", "in",   "each",
                                            "do",   "else",   "fact", NULL };
    static const char *const alone[] = { "when", "chance", "in", "do", "else" };
    const struct json_value *rows = json_member(value, "rows");
    if (rows == NULL) {
        load_row(load, value, site, each);
        return;
    }
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++) {
        const struct json_value *one = json_member(value, alone[i]);
        if (one != NULL) {
            load_error(load, spot_key(one), "S023",
                       "a rule with \"rows\" has \"%s\" in each of them", alone[i]);
        }
    }
    if (json_expect_array(&load->check, rows, 1, 64)) {
        for (const struct json_value *row = rows->first; row != NULL; row = row->next) {
            if (load_object(load, row, row_keys)) {
                load_carrier(load, row, TAG_ROW, load->sc->n_rows);
                load_row(load, row, site, each);
            }
        }
    }
}

/* Compiles the rules of one moment, so that their rows are neighbours. */
static void load_moment(struct load *load, int moment, const int8_t at[MAX_RULES])
{
    struct scenario *sc = load->sc;
    const int first = sc->n_rows;
    for (int i = 0; i < sc->rules; i++) {
        const struct json_value *value = load->table[RULES].item[i];
        if (at[i] == moment) {
            struct site site = { .scope = scope_of(load, moment),
                                 .source = SOURCE_RULE,
                                 .element = i };
            load_rule_rows(load, value, &site, load_flag(load, value, "each"));
        }
    }
    sc->moment[moment] =
        (struct rows){ .first = (uint16_t)first, .count = (uint16_t)(sc->n_rows - first) };
}

/* True where a rule changes a meter that somebody sees: then it owes an explanation. */
static bool owes_reason(const struct scenario *sc, int rule)
{
    for (int i = 1; i < sc->n_rows; i++) {
        const struct row *row = &sc->row[i];
        for (int k = 0; k < row->ops + row->elses && row->element == rule; k++) {
            const struct op *op =
                &sc->op[k < row->ops ? row->first_op + k : row->first_else + k - row->ops];
            const int meter = op->target.who == WHO_CASE || op->verb > OP_TOWARD
                                  ? NONE
                                  : sc->slot_meter[op->target.index];
            if (row->source == SOURCE_RULE && meter != NONE && sc->meter[meter].see != SEE_NONE) {
                return true;
            }
        }
    }
    return false;
}

static void load_because(struct load *load, int index, int moment)
{
    static const char *const text_keys[] = { "because", NULL };
    const struct json_value *value = load->table[RULES].item[index];
    const bool needed = owes_reason(load->sc, index);
    const struct json_value *text = load_texts(load, value, text_keys, needed);
    struct voice voice = { .scope = scope_of(load, moment), .audience = FOR_BOTH };
    voice.scope.own = OWN_ANY;
    voice.scope.kinds = 0;
    load->sc->rule[index].because =
        (needed ? load_need : load_text)(load, text, "because", voice, LENGTH_ANY);
}

static void load_all_rules(struct load *load)
{
    static const char *const keys[] = { "at",   "each", "when", "chance", "in", "do",
                                        "else", "rows", "text", "fact",   NULL };
    int8_t at[MAX_RULES] = { 0 };
    load->sc->rules = load->table[RULES].count;
    for (int i = 0; i < load->sc->rules; i++) {
        const struct json_value *value = load->table[RULES].item[i];
        load->sc->rule[i].id = load_item_id(load, RULES, i);
        at[i] = -1;
        load_carrier(load, value, TAG_RULE, i);
        if (load_object(load, value, keys)) {
            at[i] = (int8_t)read_moment(load, json_require(&load->check, value, "at"));
        }
    }
    for (int moment = 0; moment < MOMENT_BEAT + load->sc->beats; moment++) {
        load_moment(load, moment, at);
    }
    for (int i = 0; i < load->sc->rules; i++) {
        if (at[i] >= 0) {
            load_because(load, i, at[i]);
        }
    }
}

/* ---- exposure, settlement ---- */

static void load_odds(struct load *load, const struct json_value *value, int place)
{
    static const char *const keys[] = { "when", "chance", "fact", NULL };
    const struct scope scope = { .has_case = true };
    const int first_read = load->reads;
    struct row row = { .source = SOURCE_ENGINE, .place = (uint16_t)place };
    if (!load_object(load, value, keys)) {
        return;
    }
    load_carrier(load, value, TAG_ROW, load->sc->n_rows);
    row.when = load_when(load, json_member(value, "when"), scope);
    row.chance = load_amount(load, json_require(&load->check, value, "chance"), scope,
                             (struct bounds){ -MAX_AMOUNT, MAX_AMOUNT });
    load_flow_gate(load, first_read, scope, FOR_BOTH, "how likely the truth comes out");
    load->reads = first_read;
    if (load->sc->n_rows == MAX_ROWS) {
        load_full(load, value, FULL_ROWS, MAX_ROWS, "rows");
        return;
    }
    load->sc->row[load->sc->n_rows++] = row;
}

static void load_exposure(struct load *load)
{
    const struct json_value *list = json_member(load->root, "exposure");
    const int first = load->sc->n_rows;
    int place = 0;
    if (json_expect_array(&load->check, list, 0, 32)) {
        for (const struct json_value *one = list->first; one != NULL; one = one->next) {
            load_odds(load, one, place++);
        }
    }
    load->sc->exposure =
        (struct rows){ .first = (uint16_t)first, .count = (uint16_t)(load->sc->n_rows - first) };
}

static void load_settle(struct load *load)
{
    static const char *const keys[] = { "at", "count", "of", "fact", NULL };
    static const char *const sets[] = { "act", "all" };
    const struct json_value *settle = json_member(load->root, "settle");
    load->sc->settle_kind = NONE;
    if (settle == NULL || !load_object(load, settle, keys)) {
        return;
    }
    load_carrier(load, settle, TAG_SETTLE, 0);
    const int kind = load_id(load, ROUNDS, json_require(&load->check, settle, "at"));
    load->sc->settle_kind = kind < 0 ? NONE : kind;
    load->sc->settle_count = load_integer(load, settle, "count", 1, MAX_ROUNDS, 1);
    load->sc->settle_act = load_word(load, settle, "of", sets, 2, 0) == 0;
}

void load_rules(struct load *load)
{
    load_all_rules(load);
    load_exposure(load);
    load_settle(load);
}
