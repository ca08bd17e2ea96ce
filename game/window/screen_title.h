/* screen_title: the dark desk before the game: one lamp, one button.
 *
 * Promises: see parts.h. The briefing is the second page of the same. */
#ifndef WINDOW_SCREEN_TITLE_H
#define WINDOW_SCREEN_TITLE_H

#include "window/intro.h"
#include "window/widget.h"

/* The title: the button takes the call as `party`; below it the other side, and going on with the
 * last game where there is one. */
void screen_title_build(struct ui *ui, const struct intro *intro, int party, bool can_continue,
                        bool offers_tutorial, const char *notice);

/* The briefing of a side; `opposite`: what they are like, or "". */
void screen_briefing_build(struct ui *ui, const struct intro *intro, int party,
                           const char *opposite);

/* What the story rests on. */
void screen_sources_build(struct ui *ui, const struct intro *intro);

#endif
