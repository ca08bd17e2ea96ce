/* test_loaded.c: keys of a scenario, one by one: what is written is what is played. */
#include "content/scenario_find.h"
#include "content/scenario_load.h"
#include "support.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Of the two hidden numbers that weigh culprits each is thought about as it says. */
static void how_long_somebody_was_quiet_is_thought_about(void **state)
{
    (void)state;
    struct scenario *sc = support_small_with(
        "\"belief\": {",
        "\"belief\": { \"quiet\": { \"keep\": 30, \"lower\": { \"answer\": [\"pretend\"], \"share\": 7 } },");
    assert_int_equal(sc->opacities, 2);
    assert_int_equal(sc->opacity[1].ref.index, SLOT_QUIET);
    assert_int_equal(sc->opacity[1].keep, 30);
    assert_int_equal(sc->opacity[1].share, 7);
    assert_int_equal(sc->opacity[0].keep, 60);
    assert_int_equal(sc->opacity[0].share, 40);
    scenario_free(sc);
}

/* What everybody sees weighs a culprit, and there is nothing to believe about it. */
static void what_is_seen_needs_no_belief(void **state)
{
    (void)state;
    struct scenario *sc =
        support_small_with("\"times\": [3],", "\"times\": [{ \"favour.suspect\": [1, 2] }],");
    assert_int_equal(sc->opacities, 2);
    assert_int_equal(sc->opacity[0].ref.index, sc->meter[scenario_meter(sc, "boats")].slot);
    assert_int_equal(sc->opacity[1].ref.index, SLOT_QUIET);
    scenario_free(sc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(how_long_somebody_was_quiet_is_thought_about),
        cmocka_unit_test(what_is_seen_needs_no_belief),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
