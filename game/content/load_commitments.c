/* load_commitments.c: agreements and promises. */
#include "content/load.h"

#include <string.h>

/* What the rows of a commitment may name: own is the giver of a promise. */
static struct scope scope_of(bool promise, bool has_case)
{
    return (struct scope){ .has_case = promise && has_case,
                           .own = promise ? OWN_ANY : OWN_NONE,
                           .picked = true,
                           .committed = true };
}

static const struct json_value *item(const struct load *load, int index)
{
    const int agreements = load->table[AGREEMENTS].count;
    return index < agreements ? load->table[AGREEMENTS].item[index]
                              : load->table[PROMISES].item[index - agreements];
}

static struct rows load_outcome(struct load *load, const struct json_value *value, const char *key,
                                bool needs_when, struct site *site, uint16_t *when, bool *can)
{
    static const char *const keys[] = { "when", "then", NULL };
    const struct json_value *outcome = json_member(value, key);
    if (outcome == NULL || !load_object(load, outcome, keys)) {
        return (struct rows){ 0 };
    }
    const struct json_value *condition =
        needs_when ? json_require(&load->check, outcome, "when") : json_member(outcome, "when");
    *can = condition != NULL;
    *when = load_gate(load, condition, site->scope, FOR_BOTH, "what becomes of a commitment");
    return load_rows(load, json_require(&load->check, outcome, "then"), site);
}

/* An agreement is judged without a case when it comes due, but broken in the open after a beat. */
static void load_outcomes(struct load *load, const struct json_value *value, struct site *site,
                          struct commitment *commitment)
{
    site->scope = scope_of(commitment->promise, true);
    commitment->kept = load_outcome(load, value, "kept", true, site, &commitment->kept_when,
                                    &commitment->can_keep);
    commitment->broken = load_outcome(load, value, "broken", false, site, &commitment->broken_when,
                                      &commitment->can_break);
}

static void load_terms(struct load *load, const struct json_value *value,
                       struct commitment *commitment)
{
    static const char *const text_keys[] = { "title", "line", NULL };
    const struct scope own = { .own = OWN_ANY };
    const struct json_value *needs = json_member(value, "needs");
    const int rests = load_id(load, AGREEMENTS, needs);
    commitment->needs = (uint8_t)(rests < 0 ? NONE : rests);
    commitment->due = (uint8_t)load_integer(load, value, "due", 0, MAX_ROUNDS, 0);
    commitment->when =
        load_gate(load, json_member(value, "when"), (struct scope){ 0 }, FOR_BOTH, "an agreement");
    commitment->habits = load_habits(load, json_member(value, "habit"), own, commitment->habit);
    const struct json_value *text = load_texts(load, value, text_keys, true);
    commitment->title = load_need(load, text, "title", voice_own(), LENGTH_ANY);
    commitment->line = load_text(load, text, "line", voice_own(), LENGTH_ANY);
}

static void load_commitment(struct load *load, int index)
{
    static const char *const agreement_keys[] = { "when",   "needs", "due",    "signed",
                                                  "upkeep", "kept",  "broken", "lapsed",
                                                  "habit",  "text",  "fact",   NULL };
    static const char *const promise_keys[] = { "due",    "signed", "kept", "broken",
                                                "lapsed", "text",   "fact", NULL };
    const struct json_value *value = item(load, index);
    struct commitment *commitment = &load->sc->commitment[index];
    const bool promise = commitment->promise;
    struct site site = { .source = SOURCE_COMMITMENT, .element = index };
    commitment->id = load_copy(load, value->key);
    commitment->needs = NONE;
    if (!load_object(load, value, promise ? promise_keys : agreement_keys)) {
        return;
    }
    load_carrier(load, value, promise ? TAG_PROMISE : TAG_AGREEMENT, index);
    load_terms(load, value, commitment);
    site.scope = scope_of(promise, false);
    commitment->signing = load_rows(load, json_member(value, "signed"), &site);
    commitment->upkeep = load_rows(load, json_member(value, "upkeep"), &site);
    load_outcomes(load, value, &site, commitment);
    site.scope = scope_of(promise, false);
    commitment->lapsed = load_rows(load, json_member(value, "lapsed"), &site);
}

/* Nothing may rest on itself, by whatever way. */
static void check_cycle(struct load *load, int index)
{
    const struct scenario *sc = load->sc;
    int at = index;
    for (int steps = 0; at != NONE && steps <= MAX_COMMITMENTS; steps++) {
        at = sc->commitment[at].needs;
        if (at == index) {
            load_error(load, spot_value(json_member(item(load, index), "needs")), "S053",
                       "\"%s\" would rest on itself", item(load, index)->key);
            return;
        }
    }
}

void load_commitments(struct load *load)
{
    for (int i = 0; i < load->sc->commitments; i++) {
        load_commitment(load, i);
    }
    for (int i = 0; i < load->sc->commitments; i++) {
        check_cycle(load, i);
    }
}
