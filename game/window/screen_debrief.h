/* screen_debrief: the game told afterwards, as the page of match/debrief_page.h.
 *
 * Promises: see parts.h. What a page in writing has as a command is a button here. */
#ifndef WINDOW_SCREEN_DEBRIEF_H
#define WINDOW_SCREEN_DEBRIEF_H

#include "match/debrief_page.h"
#include "window/widget.h"

/* `notice`: where something has been written, or "". */
void screen_debrief_build(struct ui *ui, const struct page *page, const char *notice);

#endif
