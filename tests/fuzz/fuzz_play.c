/* fuzz_play.c: what passes `check` plays: 256 games, side by side as one by one, and one among
 * ministers with a transcript that reads back, and every page a player sees on the way. */
#include "fuzz.h"

#include "content/scenario_load.h"
#include "match/table.h"
#include "match/transcript.h"

#include <stdlib.h>
#include <string.h>

static void seat(struct match *m, int party, const char *name)
{
    struct minister minister;
    char why[200];
    FUZZ_MUST(minister_for(match_scenario(m), name, &minister, why, sizeof why) == NULL);
    match_seat(m, party, &minister);
}

static void read_back(const struct match *m)
{
    struct findings findings = findings_init();
    struct divergence divergence;
    struct match *again;
    char why[200], *text = transcript_write(m);
    FUZZ_MUST(text != NULL);
    fuzz_file("fuzz.jsonl", (const uint8_t *)text, strlen(text));
    FUZZ_MUST(transcript_read("fuzz.jsonl", match_scenario(m), &again, &divergence, &findings, why,
                              sizeof why) == NULL);
    FUZZ_MUST(!divergence.found && match_hash(again) == match_hash(m));
    match_free(again);
    findings_clear(&findings);
    free(text);
}

static void play(const struct scenario *sc)
{
    struct match *m = match_new(sc, 1, 0);
    FUZZ_MUST(m != NULL);
    seat(m, 0, "random");
    seat(m, 1, "tit-for-tat");
    for (int n = 0; !match_over(m); n++) {
        struct table *table = table_new(m, n % 2);
        FUZZ_MUST(table != NULL && n < 1000);
        table_free(table);
        FUZZ_MUST(match_play_minister(m) == NULL);
    }
    read_back(m);
    match_free(m);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct findings findings = findings_init();
    struct scenario *sc = scenario_read("fuzz.json", (const char *)bytes, length, &findings);
    if (sc != NULL) {
        fuzz_batches(sc, 4);
        play(sc);
    }
    scenario_free(sc);
    findings_clear(&findings);
    return 0;
}
