/* screen_findings: what is wrong with the scenario that is being written, over the game.
 *
 * Promises: see parts.h; the same for the findings. */
#ifndef WINDOW_SCREEN_FINDINGS_H
#define WINDOW_SCREEN_FINDINGS_H

#include "content/scenario_load.h"
#include "window/widget.h"

/* `news`: what has become of the game. */
void screen_findings_build(struct ui *ui, const struct findings *findings, const char *news);

#endif
