/* fuzz_command_line.c: bytes as the words of a command line, one a line, the first a verb: reading
 * them ends with an exit code. What words can name once a scenario is there is tried on each. */
#define _POSIX_C_SOURCE 200809L
#include "fuzz.h"

#include "command/commands.h"
#include "command/out.h"
#include "core/move.h"
#include "minister/minister.h"

#include <stdlib.h>
#include <string.h>

static const struct command *const commands[] = {
    &command_play,    &command_run,       &command_tournament, &command_replay,
    &command_explain, &command_debrief,   &command_texts,      &command_graph,
    &command_study,   &command_ministers, &command_check,      &command_scenarios
};
enum { COMMANDS = sizeof commands / sizeof *commands, WORDS_MOST = 40, BYTES_MOST = 4096 };

static void look_up(const char *word)
{
    const struct scenario *sc = fuzz_small();
    struct minister minister;
    char why[200];
    const char *refusal = minister_for(sc, word, &minister, why, sizeof why);
    FUZZ_MUST(refusal == NULL || (strlen(refusal) > 0 && strlen(refusal) < sizeof why));
    for (int beat = 0; beat < sc->beats; beat++) {
        const int move = move_parse(sc, beat, word);
        FUZZ_MUST(move < 0 || move >= MOVE_SET || sc->move[move].beat == beat);
    }
    FUZZ_MUST(scenario_party(sc, word) < MAX_PARTIES);
}

static void run(int count, char **words)
{
    for (int i = 0; i < COMMANDS; i++) {
        if (strcmp(commands[i]->name, words[0]) == 0) {
            struct args args = { .command = commands[i], .count = count - 1, .word = words + 1 };
            const int code = commands[i]->run(&args);
            FUZZ_MUST(code >= EXIT_FINE && code <= EXIT_MACHINE);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    char text[BYTES_MOST], *words[WORDS_MOST + 1];
    int count = 0;
    if (length >= BYTES_MOST) {
        return 0;
    }
    unsetenv("DISPLAY"); /* nor a window */
    unsetenv("WAYLAND_DISPLAY");
    memcpy(text, bytes, length);
    text[length] = '\0';
    char *rest = text;
    for (char *word; count < WORDS_MOST && (word = strtok_r(rest, "\n", &rest)) != NULL;) {
        words[count++] = word;
        look_up(word);
    }
    words[count] = NULL;
    if (count > 0) {
        run(count, words);
    }
    return 0;
}
