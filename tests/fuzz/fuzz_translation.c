/* fuzz_translation.c: bytes as a translation of the smallest scenario of the corpus: whatever they
 * say, no rule of it changes and it plays. */
#include "fuzz.h"

#include "content/scenario_load.h"
#include "content/scenario_texts.h"

static const char path[] = "tiny.json", translation[] = "tiny.fr.json";

/* The hash of the scenario as it is; it can be read from now on. */
static uint64_t begin(void)
{
    static uint64_t hash;
    if (hash == 0) {
        struct findings findings = findings_init();
        size_t length;
        const char *text = fuzz_text("/tests/fuzz/corpus/scenario/tiny.json", &length);
        fuzz_file(path, (const uint8_t *)text, length);
        struct scenario *sc = scenario_load(path, &findings);
        FUZZ_MUST(sc != NULL);
        hash = sc->hash;
        scenario_free(sc);
        findings_clear(&findings);
    }
    return hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct findings findings = findings_init();
    struct scenario_texts texts;
    const uint64_t hash = begin();
    fuzz_file(translation, bytes, length);
    struct scenario *sc = scenario_translate(path, translation, &findings);
    FUZZ_MUST(!findings.out_of_memory && (sc == NULL) == (findings.errors > 0));
    if (sc != NULL) {
        FUZZ_MUST(sc->hash == hash);
        fuzz_games(sc, 1);
    }
    scenario_free(sc);
    fuzz_print(&findings);
    if (scenario_texts(path, translation, "fr", &findings, &texts)) {
        FUZZ_MUST(texts.count > 0);
    }
    scenario_texts_clear(&texts);
    fuzz_print(&findings);
    return 0;
}
