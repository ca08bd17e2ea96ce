/* fuzz_scenario.c: bytes as a scenario: refused with a finding, or it plays. */
#include "fuzz.h"

#include "content/scenario_load.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct findings findings = findings_init();
    struct scenario *sc = scenario_read("fuzz.json", (const char *)bytes, length, &findings);
    FUZZ_MUST(!findings.out_of_memory && (sc == NULL) == (findings.errors > 0));
    if (sc != NULL) {
        fuzz_games(sc, 2);
    }
    scenario_free(sc);
    fuzz_print(&findings);
    return 0;
}
