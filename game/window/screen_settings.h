/* screen_settings: how the game looks, sounds and speaks; and what it is.
 *
 * Promises: see parts.h. What is changed is seen at once. */
#ifndef WINDOW_SCREEN_SETTINGS_H
#define WINDOW_SCREEN_SETTINGS_H

#include "match/settings.h"
#include "window/intro.h"
#include "window/widget.h"

/* The lines of the screen: ACTION_SET + one of these. */
enum setting { SETTING_THEME, SETTING_SCALE, SETTING_LANGUAGE, SETTING_MOTION, SETTING_SOUND };

void screen_settings_build(struct ui *ui, const struct settings *settings, const char *notice);

/* Changes one to its next value, or the one before. */
void screen_settings_turn(struct settings *settings, enum setting which, int way);

/* What the game is, where its stories come from, and what it does not claim. */
void screen_about_build(struct ui *ui, const struct intro *intro, const char *version);

#endif
