/* settings.h: what a player has chosen for good: looks, language, sound, keys.
 *
 * Kept as JSON in settings.json of the player's own folder (home.h), written whole or not at all. A
 * value that is missing is as usual; one that is wrong is as usual too, and a finding says where it
 * stands. Nothing here has to do with a game: the same game is played whatever is set. */
#ifndef MATCH_SETTINGS_H
#define MATCH_SETTINGS_H

#include "json/finding.h"

#include <stdbool.h>

enum { SETTINGS_KEYS = 32, SETTINGS_NAME = 24 };

/* One command on another key than usual; both by name. */
struct settings_key {
    char command[SETTINGS_NAME], key[SETTINGS_NAME];
};

struct settings {
    bool light;       /* the light theme */
    int text_scale;   /* per cent, 100 to 200 */
    bool still;       /* nothing moves across the screen */
    bool sound;       /* small cues */
    char language[8]; /* "zh_CN"; "": the system's */
    int keys;
    struct settings_key key[SETTINGS_KEYS];
};

/* As usual. */
struct settings settings_init(void);

/* What is kept; as usual where there is nothing. */
struct settings settings_load(struct findings *findings);

/* Keeps it. NULL, or a sentence in `why` (at least 300 bytes). */
const char *settings_save(const struct settings *settings, char *why, int size);

#endif
