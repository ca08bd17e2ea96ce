/* How commitments end is told by what else was done. */
#include "content/scenario_load.h"
#include "core/move.h"
#include "match/know.h"
#include "match/motive.h"
#include "match/table.h"
#include "match/why.h"
#include "support.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* How a commitment ended, told from what else stands in the same ledger. */
static void an_end_is_told_by_what_goes_with_it(void **state)
{
    (void)state;
    const struct scenario *sc = support_scenario("tests/small");
    const struct commitment *beacon = &sc->commitment[sc->agreement[0]];
    const struct commitment *ferry = &sc->commitment[sc->agreement[1]], *report = sc->commitment;
    while (!report->promise) {
        report++;
    }
    const int16_t of_beacon = (int16_t)beacon->slot, of_ferry = (int16_t)ferry->slot;
    const int16_t of_report = (int16_t)report->slot;
    const struct {
        int16_t slot[2], amount[2];
        int row[2], own[2], case_at, at;
        enum why_event event;
    } cases[] = {
        { { of_beacon, of_ferry }, { -1, -1 }, { 0, 0 }, { 0, 0 }, -1, 1, WHY_ENDED },
        { { of_beacon, of_ferry }, { 1, -1 }, { 0, 0 }, { 0, 0 }, -1, 1, WHY_LAPSED },
        { { of_beacon, of_ferry }, { 1, 1 }, { 0, 0 }, { 0, 0 }, -1, 1, WHY_BEGUN },
        { { of_ferry, 0 }, { -1, 2 }, { 0, ferry->kept.first }, { 0, 0 }, -1, 0, WHY_KEPT },
        { { of_ferry, 0 }, { -1, -1 }, { 0, ferry->lapsed.first }, { 0, 0 }, -1, 0, WHY_LAPSED },
        { { of_beacon, 0 }, { -1, -3 }, { 0, beacon->broken.first }, { 0, 0 }, -1, 0, WHY_BROKEN },
        { { of_beacon, 0 }, { -1, 0 }, { 1, 0 }, { 0, 0 }, -1, 0, WHY_BROKEN },
        { { of_beacon, 0 }, { -1, 0 }, { 0, 0 }, { 0, 0 }, 0, 0, WHY_BROKEN },
        { { of_report, 0 }, { -1, 1 }, { 0, report->kept.first }, { 0, 0 }, 0, 0, WHY_KEPT },
        { { of_report, 0 }, { -1, 1 }, { 0, report->broken.first }, { 0, 1 }, 0, 0, WHY_KEPT },
        { { of_report, 0 }, { -1, -2 }, { 0, report->broken.first }, { 0, 0 }, 0, 0, WHY_BROKEN },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        static struct ledger ledger;
        memset(&ledger, 0, sizeof ledger);
        ledger.count = 2;
        for (int k = 0; k < 2; k++) {
            struct change *c = &ledger.change[k];
            c->slot = (uint8_t)cases[i].slot[k];
            c->amount = cases[i].amount[k];
            c->row = (uint16_t)cases[i].row[k];
            c->own = (int8_t)cases[i].own[k];
            c->case_at = (int8_t)cases[i].case_at;
        }
        if (why_event_of(sc, &ledger, cases[i].at) != cases[i].event) {
            fail_msg("case %zu is told as %d", i, (int)why_event_of(sc, &ledger, cases[i].at));
        }
    }
    /* nothing changed by its broken rows, but they ran */
    static struct ledger ledger;
    ledger.count = 1;
    ledger.change[0].slot = (uint8_t)of_report;
    ledger.change[0].amount = -1;
    assert_int_equal(why_event_of(sc, &ledger, 0), WHY_KEPT);
    ledger.ran[report->broken.first / 64] |= UINT64_C(1) << (report->broken.first % 64);
    assert_int_equal(why_event_of(sc, &ledger, 0), WHY_BROKEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_end_is_told_by_what_goes_with_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
