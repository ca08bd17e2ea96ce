/* play: which screen is shown, and what each key and button does there.
 *
 * Promises: a game is never lost: it is saved at every decision, and Esc only ever opens or closes
 * the menu. No key that was pressed to go on can play a card: at a new decision none lies open. */
#ifndef WINDOW_PLAY_H
#define WINDOW_PLAY_H

#include "window/app.h"
#include "window/game.h"
#include "window/screen_table.h"
#include "window/slide.h"
#include "window/watch.h"

enum page { PAGE_TITLE, PAGE_BRIEFING, PAGE_TABLE, PAGE_MORNING, PAGE_ENDING };
enum over { OVER_NOTHING, OVER_MENU, OVER_KEYS, OVER_LEDGER, OVER_WHY, OVER_FINDINGS };

/* What the player asked for. */
struct play_wish {
    const struct scenario *scenario;
    struct minister minister;
    int party;
    bool seeded;           /* else a new seed for each game */
    uint64_t seed, number; /* of the game */
    const char *save;      /* NULL: the usual place */
    bool moving;           /* cards slide across the table */
};

struct play {
    struct play_wish wish;
    struct game game;
    enum page page;
    enum over over;
    struct table_scene scene;
    int told;      /* the last round whose morning has been read */
    int why;       /* which account lies over the game */
    int focus;     /* to be focused when the screen is built next; 0: as it is, -1: nothing */
    int came_from; /* what had the focus on the page that something lies over */
    bool fresh;    /* the screen is a new one */
    bool can_continue;
    uint32_t until; /* waiting: when they move */
    struct slide slide;
    struct watch watch;
    char notice[900];
};

/* Shows the title of a new game. */
void play_title(struct play *play, const struct play_wish *wish);

/* Goes on with a match read from a file; `place` is where it is saved from now on, or NULL. Both are
 * play's now. */
void play_resume(struct play *play, struct match *match, char *place);

/* Puts another match in the place of the one that is played, which is freed: the page stays, or shows
 * where the new one stands. */
void play_replace(struct play *play, struct match *match);

/* Shows the page on which the game stands now, as after every move. */
void play_arrive(struct play *play);

/* What the window shows; its data is a struct play. */
extern const struct screen play_screen;

/* Saves a game that is left in the middle. NULL, or a sentence why it cannot be. */
const char *play_leave(struct play *play);

void play_free(struct play *play);

#endif
