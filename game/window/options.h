/* options: the words of the command line.
 *
 * Promises: reads them and nothing else; what is wrong with them is told on stderr. */
#ifndef WINDOW_OPTIONS_H
#define WINDOW_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

struct options {
    const char *scenario, *side, *minister, *save, *resume; /* NULL: not said */
    const char *screenshot, *screen, *at, *words;
    bool seeded, themed, light, still, watch;
    bool asked; /* for a language, which is in force since */
    uint64_t seed, game;
    uint64_t from;                 /* the decision at which the saved game branches, or 0 */
    int width, height, text_scale; /* text_scale 0: not said */
    bool sized;
};

/* -1: go on; else the exit code: --help, --version and --list-screens print and are done, wrong
 * words are complained about. */
int options_read(struct options *out, int count, char **words);

/* The screens there are, by the name that --screen knows. */
enum option_screen {
    SCREEN_TITLE,
    SCREEN_NEW,
    SCREEN_BRIEFING,
    SCREEN_TABLE,
    SCREEN_SUMMIT,
    SCREEN_CASES,
    SCREEN_AGREEMENTS,
    SCREEN_LEDGER,
    SCREEN_MORNING,
    SCREEN_ENDING,
    SCREEN_DEBRIEF,
    SCREEN_LOAD,
    SCREEN_SETTINGS,
    SCREEN_KEYS,
    SCREEN_ABOUT,
    SCREEN_SOURCES,
    SCREEN_WHY,
    SCREEN_MENU,
    SCREENS
};

/* Which screen a name is, or -1. */
int options_screen(const char *name);

#endif
