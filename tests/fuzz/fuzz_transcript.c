/* fuzz_transcript.c: bytes as a saved game of the small scenario: refused with a sentence, or told
 * where it differs from what happens now, or a game that is written as it was read. */
#include "fuzz.h"

#include "match/transcript.h"

#include <stdlib.h>
#include <string.h>

static const char path[] = "fuzz.jsonl";

/* What was read in full is written down again, and that reads as the same game. */
static void write_again(const struct match *m)
{
    struct findings findings = findings_init();
    struct divergence divergence;
    struct match *again;
    char why[200], *text = transcript_write(m);
    FUZZ_MUST(text != NULL);
    fuzz_file(path, (const uint8_t *)text, strlen(text));
    FUZZ_MUST(transcript_read(path, fuzz_small(), &again, &divergence, &findings, why,
                              sizeof why) == NULL);
    FUZZ_MUST(!divergence.found && match_hash(again) == match_hash(m));
    FUZZ_MUST(match_records(again) == match_records(m));
    match_free(again);
    findings_clear(&findings);
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct findings findings = findings_init();
    struct transcript_head head;
    struct divergence divergence;
    struct match *m = NULL;
    char why[200];
    fuzz_file(path, bytes, length);
    const bool fine = transcript_head(path, &head, &findings, why, sizeof why) == NULL;
    const char *refusal =
        transcript_read(path, fuzz_small(), &m, &divergence, &findings, why, sizeof why);
    FUZZ_MUST((refusal == NULL) == (m != NULL) && (fine || m == NULL));
    FUZZ_MUST(refusal == NULL || strlen(refusal) > 0);
    if (m != NULL && !divergence.found) {
        write_again(m);
    }
    match_free(m);
    fuzz_print(&findings);
    return 0;
}
