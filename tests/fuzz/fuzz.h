/* fuzz.h: what the harnesses share.
 *
 * A harness is one file with one function, which libFuzzer calls with any bytes whatever. Whatever
 * they are, it must come back: an assertion, a sanitizer's report or a hang is a finding. It touches
 * no file and starts no program: what would read one reads bytes that were put there (files.c).
 * Without libFuzzer, standalone.c calls the function with the files of the corpus. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include "core/scenario.h"
#include "json/finding.h"

#include <stddef.h>
#include <stdint.h>

/* The harness. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* Stops the harness with a message: what must hold does not. */
#define FUZZ_MUST(holds) ((holds) ? (void)0 : fuzz_fail(__FILE__, __LINE__, #holds))
_Noreturn void fuzz_fail(const char *file, int line, const char *what);

/* From now on the file of that name, a string literal, has these bytes, which are borrowed. No other
 * file can be read. */
void fuzz_file(const char *path, const uint8_t *bytes, size_t length);

/* The text of a file below the source folder, read once; one file in a program. */
const char *fuzz_text(const char *path, size_t *length);

/* tests/scenarios/small.json. */
const struct scenario *fuzz_small(void);

/* Prints findings as people and as programs see them, to nowhere, and clears them. */
void fuzz_print(struct findings *findings);

/* Plays games of random moves to their ends. */
void fuzz_games(const struct scenario *sc, int games);

/* Plays so many times BATCH_GAMES games one by one and side by side; they must end the same. */
void fuzz_batches(const struct scenario *sc, int batches);

#endif
