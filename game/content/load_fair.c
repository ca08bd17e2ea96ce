/* load_fair.c: whether the two sides are treated alike, and whether blame is open.
 *
 * A scenario may be uneven where it says why: a party has a note for it, "why". */
#include "content/load.h"

#include <stdlib.h>

/* ---- how often either side is hit ---- */

/* True where the order alone is uneven. */
static bool check_order(struct load *load, const struct json_value *order, int all)
{
    const struct scenario *sc = load->sc;
    int first = 0;
    for (int i = 0; i < sc->role_orders; i++) {
        first += sc->role_order[i] == 0;
    }
    const int more = abs(sc->role_orders - 2 * first), rest = all - sc->role_orders;
    const bool uneven = order != NULL && more - rest > 1;
    if (uneven) {
        load_warning(load, spot_value(order), "S070",
                     "one side is hit %d times more than the other", more - rest);
    }
    return uneven;
}

/* The most that one side can be hit: by its share, and by how many times running. */
static void check_share(struct load *load, const struct json_value *share, int all)
{
    const struct scenario *sc = load->sc;
    const int running = all - all / (sc->role_streak + 1);
    const int most = running < sc->role_share ? running : sc->role_share;
    if (share != NULL && most - (all - most) > 1) {
        struct finding *finding =
            load_warning(load, spot_value(share), "S070",
                         "one side may be hit %d times and the other %d", most, all - most);
        findings_expected(load->findings, finding, "%d", (all + 1) / 2);
    }
}

static void check_victims(struct load *load)
{
    const struct json_value *roles = json_member(load->root, "roles");
    const int all = load_incident_rounds(load->sc, 1, load->sc->rounds);
    if (!check_order(load, json_member(roles, "order"), all)) {
        check_share(load, json_member(roles, "share"), all);
    }
}

/* ---- whose work it is ---- */

/* The least or the most that a culprit can weigh. */
static int64_t weight(const struct culprit *culprit, bool most)
{
    int64_t out = 1;
    for (int i = 0; i < culprit->times; i++) {
        const struct times *times = &culprit->by[i];
        int best = times->value[0];
        for (int k = 1; k < times->levels; k++) {
            const bool better = most ? times->value[k] > best : times->value[k] < best;
            best = better ? times->value[k] : best;
        }
        out *= best;
    }
    return out;
}

/* In how many of a thousand draws of an incident the suspect's government has no part, at most. */
static int innocent_share(const struct scenario *sc, const struct incident *incident)
{
    int64_t innocent = 0, guilty = 0;
    for (int i = 0; i < sc->culprits; i++) {
        const struct culprit *culprit = &sc->culprit[i];
        *(culprit->guilty ? &guilty : &innocent) +=
            incident->culprit[i] * weight(culprit, !culprit->guilty);
    }
    return innocent + guilty > 0 ? (int)(1000 * innocent / (innocent + guilty)) : 1000;
}

static void check_blame(struct load *load)
{
    enum { LEAST = 35 };
    const struct scenario *sc = load->sc;
    int64_t share = 0, weights = 0;
    for (int i = 0; i < sc->incidents; i++) {
        share += (int64_t)sc->incident[i].weight * innocent_share(sc, &sc->incident[i]);
        weights += sc->incident[i].weight;
    }
    if (weights > 0 && share < weights * LEAST * 10) {
        struct finding *finding = load_warning(
            load, spot_key(load->table[CULPRITS].object), "S071",
            "at most %d in 100 incidents are not the suspect's doing: blame is hardly a question",
            (int)(share / weights / 10));
        findings_expected(load->findings, finding, "%d or more", LEAST);
    }
}

/* ---- what holds for one side only ---- */

/* How often something is said of the first party and of the second, and where last. */
struct tally {
    int count[MAX_PARTIES];
    const struct json_value *at[MAX_PARTIES];
};

static void count(struct tally *tally, int party, const struct json_value *at)
{
    tally->count[party]++;
    tally->at[party] = at;
}

static void count_ref(struct tally tally[MAX_SLOTS], struct ref ref, const struct json_value *at)
{
    if (ref.who == WHO_FIRST || ref.who == WHO_SECOND) {
        count(&tally[ref.index], ref.who == WHO_SECOND, at);
    }
}

/* Where one party is named more often than the other, or NULL. */
static const struct json_value *uneven(const struct tally *tally)
{
    return tally->count[0] == tally->count[1] ? NULL : tally->at[tally->count[0] < tally->count[1]];
}

static const struct json_value *uneven_rules(const struct load *load)
{
    const struct scenario *sc = load->sc;
    struct tally tests[MAX_SLOTS] = { 0 }, ops[MAX_SLOTS] = { 0 }, victim = { 0 };
    for (int i = 0; i < sc->n_tests; i++) {
        const struct test *test = &sc->test[i];
        const bool one = test->mask == 1 || test->mask == 2;
        count_ref(tests, test->ref, load->test_at[i]);
        if (test->ref.who == WHO_CASE && test->ref.index == FIELD_VICTIM && test->ids && one) {
            count(&victim, test->mask == 2, load->test_at[i]);
        }
    }
    for (int i = 0; i < sc->n_ops; i++) {
        count_ref(ops, sc->op[i].target, load->op_at[i]);
    }
    const struct json_value *at = uneven(&victim);
    for (int i = 0; i < MAX_SLOTS && at == NULL; i++) {
        at = uneven(&tests[i]) != NULL ? uneven(&tests[i]) : uneven(&ops[i]);
    }
    return at;
}

static const struct json_value *uneven_starts(const struct load *load)
{
    for (int i = 0; i < load->sc->meters; i++) {
        if (load->sc->meter[i].apart) {
            return json_member(load->table[METERS].item[i], "start");
        }
    }
    return NULL;
}

/* An ending that is worth more to one side than to the other, without one the other way round. */
static const struct json_value *uneven_endings(const struct load *load)
{
    const struct scenario *sc = load->sc;
    for (int i = 0; i < sc->endings; i++) {
        const int16_t *one = sc->ending[i].utility;
        bool answered = one[0] == one[1];
        for (int k = 0; k < sc->endings && !answered; k++) {
            const int16_t *other = sc->ending[k].utility;
            answered = other[0] == one[1] && other[1] == one[0];
        }
        if (!answered) {
            return json_member(load->table[ENDINGS].item[i], "utility");
        }
    }
    return NULL;
}

static void check_even(struct load *load)
{
    const struct json_value *at = uneven_starts(load);
    for (int i = 0; i < load->table[PARTIES].count; i++) {
        if (json_member(load->table[PARTIES].item[i], "why") != NULL) {
            return;
        }
    }
    at = at == NULL ? uneven_endings(load) : at;
    at = at == NULL ? uneven_rules(load) : at;
    if (at != NULL) {
        struct finding *finding =
            load_warning(load, spot_value(at), "S072",
                         "this is not alike for both sides, and no party says why");
        findings_expected(load->findings, finding,
                          "the same for both, or a \"why\" in the party that is treated otherwise");
    }
}

void load_fair(struct load *load)
{
    check_victims(load);
    check_blame(load);
    check_even(load);
}
