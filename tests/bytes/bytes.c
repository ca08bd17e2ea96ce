/* bytes.c: every byte of a file another, left out, or the last there is.
 *
 *   bytes STEP FIRST FILE [SCENARIO]     FILE: a scenario, or with SCENARIO a translation of it
 *
 * For every STEPth byte, from the FIRST on: one of its bits flipped (another with every byte), the
 * byte left out, the file cut off before it. What is read must come to an end: refused with a
 * finding, or read, and then it plays. Done in pieces, each in a process of its own, so that a crash
 * is told with its place. Exit 0: none crashed, some were refused, and some were not. */
#define _GNU_SOURCE
#include "fuzz.h"

#include "content/scenario_load.h"
#include "content/scenario_texts.h"
#include "json/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST = 2 << 20, PIECE = 400, CHANGES = 3 };

struct shared {
    size_t at; /* where it is */
    int change;
    long refused, read;
};
static struct shared *shared;

struct file {
    char bytes[MOST];
    size_t length;
};
static struct file whole, changed, scenario;

static void read_file(const char *path, struct file *out)
{
    FILE *file = fopen(path, "rb");
    FUZZ_MUST(file != NULL);
    out->length = fread(out->bytes, 1, MOST, file);
    FUZZ_MUST(out->length > 0 && out->length < MOST && fclose(file) == 0);
}

/* Makes the change in the copy. */
static void make(size_t at, int change)
{
    const size_t behind = whole.length - at - 1;
    memcpy(changed.bytes, whole.bytes, whole.length);
    changed.length = whole.length - (change == 1);
    if (change == 0) {
        changed.bytes[at] = (char)(whole.bytes[at] ^ (1 << (at % 8)));
    } else if (change == 1) {
        memcpy(changed.bytes + at, whole.bytes + at + 1, behind);
    } else {
        changed.length = at;
    }
}

/* As `check` does, and then some games. */
static void try_bytes(bool translation)
{
    struct findings findings = findings_init();
    struct scenario *sc;
    if (translation) {
        fuzz_file("x.json", (const uint8_t *)scenario.bytes, scenario.length);
        fuzz_file("x.fr.json", (const uint8_t *)changed.bytes, changed.length);
        sc = scenario_translate("x.json", "x.fr.json", &findings);
    } else {
        sc = scenario_read("x.json", changed.bytes, changed.length, &findings);
    }
    FUZZ_MUST(!findings.out_of_memory && (sc == NULL) == (findings.errors > 0));
    if (sc != NULL) {
        fuzz_games(sc, 1);
    }
    shared->read += sc != NULL;
    shared->refused += sc == NULL;
    scenario_free(sc);
    fuzz_print(&findings);
}

/* In a process of its own. */
static void try_piece(size_t first, size_t end, size_t step, bool translation)
{
    for (size_t at = first; at < end; at += step) {
        for (int change = 0; change < CHANGES; change++) {
            shared->at = at;
            shared->change = change;
            make(at, change);
            try_bytes(translation);
        }
    }
    _exit(0);
}

int main(int argc, char **argv)
{
    static const char *const names[CHANGES] = { "flipped", "left out", "the end" };
    if (argc < 4) {
        return 2;
    }
    const size_t step = strtoul(argv[1], NULL, 10), first = strtoul(argv[2], NULL, 10);
    long crashed = 0;
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    FUZZ_MUST(shared != MAP_FAILED && step > 0);
    read_file(argv[3], &whole);
    if (argc > 4) {
        read_file(argv[4], &scenario);
    }
    for (size_t at = first; at < whole.length; at += PIECE * step) {
        const size_t end = at + PIECE * step < whole.length ? at + PIECE * step : whole.length;
        const pid_t child = fork();
        if (child == 0) {
            try_piece(at, end, step, argc > 4);
        }
        int status = 0;
        FUZZ_MUST(child > 0 && waitpid(child, &status, 0) == child);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            crashed++;
            printf("%s: byte %zu %s: status %d\n", argv[3], shared->at, names[shared->change],
                   status);
        }
    }
    printf("%s: %zu bytes, changes refused %ld, read %ld, pieces that crashed %ld\n", argv[3],
           whole.length, shared->refused, shared->read, crashed);
    return crashed == 0 && shared->refused > 0 && shared->read > 0 ? 0 : 1;
}
