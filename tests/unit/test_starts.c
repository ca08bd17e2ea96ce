/* Meters whose parties start apart. */
#define _POSIX_C_SOURCE 200809L
#include "content/scenario_load.h"
#include "core/move.h"
#include "core/round.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static int slot_of(const struct scenario *sc, const char *meter)
{
    const int index = scenario_meter(sc, meter);
    assert_true(index >= 0);
    return sc->meter[index].slot;
}

static uint64_t hash_with(const char *from, const char *to)
{
    struct scenario *sc = support_small_with(from, to);
    const uint64_t hash = sc->hash;
    scenario_free(sc);
    return hash;
}

static void parties_start_apart(void **unused)
{
    (void)unused;
    struct scenario *sc =
        support_small_with("\"start\": 40,", "\"start\": { \"west\": 70, \"east\": [30, 31] },");
    const int slot = slot_of(sc, "favour");
    int seen = 0;
    for (int game = 0; game < 40; game++) {
        struct state s;
        round_start(sc, &s, rng_luck(1, (uint64_t)game), NULL);
        const int struck = s.slot[SLOT_STRUCK]; /* the victim has lost one by then */
        assert_int_equal(s.slot[slot + 1], 70 - !struck);
        assert_in_range(s.slot[slot] + struck, 30, 31);
        seen |= 1 << (s.slot[slot] + struck - 30);
    }
    assert_int_equal(seen, 3);
    scenario_free(sc);
}

static void beliefs_start_apart(void **unused)
{
    (void)unused;
    struct scenario *sc = support_small_with("\"start\": [0, 1, 1, 2],",
                                             "\"start\": { \"east\": 0, \"west\": [1, 2, 2] },");
    const int16_t east[] = { 1, 0, 0 }, west[] = { 0, 1, 2 };
    assert_memory_equal(sc->opacity[0].prior[0], east, sizeof east);
    assert_memory_equal(sc->opacity[0].prior[1], west, sizeof west);
    scenario_free(sc);
}

/* Moves of which none touches the meter, until the second act has begun. */
static void acts_return_to_the_start_of_each(void **unused)
{
    (void)unused;
    struct scenario *sc = support_small_with("\"start\": 0, \"range\": [-50",
                                             "\"start\": { \"east\": -3, \"west\": [9, 7] }, "
                                             "\"range\": [-50");
    struct state s;
    round_start(sc, &s, rng_luck(1, 1), NULL);
    while (s.slot[SLOT_ACT] == 1) {
        round_play(sc, &s, move_fallback(sc, &s), rng_luck(1, 1), NULL);
    }
    assert_int_equal(s.slot[slot_of(sc, "loot")], -3);
    assert_int_equal(s.slot[slot_of(sc, "loot") + 1], 9);
    scenario_free(sc);
}

static void starts_are_in_the_hash(void **unused)
{
    (void)unused;
    const char *const from = "\"start\": 40,";
    const uint64_t hash = hash_with(from, from);
    const uint64_t first = hash_with(from, "\"start\": { \"east\": 41, \"west\": 40 },");
    const uint64_t second = hash_with(from, "\"start\": { \"east\": 40, \"west\": 41 },");
    assert_true(hash == hash_with(from, "\"start\": { \"east\": 40, \"west\": [40] },"));
    assert_true(hash != first && hash != second && first != second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parties_start_apart),
        cmocka_unit_test(beliefs_start_apart),
        cmocka_unit_test(acts_return_to_the_start_of_each),
        cmocka_unit_test(starts_are_in_the_hash),
    };
    return cmocka_run_group_tests_name("starts", tests, NULL, NULL);
}
