/* play: which screen is shown, and what each key and button does there.
 *
 * Promises: a game is never lost: it is saved at every decision, and Esc only ever opens or closes
 * the menu. No key that was pressed to go on can play a card: at a new decision none lies open. */
#ifndef WINDOW_PLAY_H
#define WINDOW_PLAY_H

#include "match/say.h"
#include "match/settings.h"
#include "window/actions.h"
#include "window/app.h"
#include "window/game.h"
#include "window/saves.h"
#include "window/screen_table.h"
#include "window/setup.h"
#include "window/told.h"
#include "window/slide.h"
#include "window/watch.h"

enum play_page { PAGE_TITLE, PAGE_BRIEFING, PAGE_TABLE, PAGE_MORNING, PAGE_ENDING };

/* What lies on top of what: closing one comes back to the one below, and to what had the focus. */
struct layer {
    enum over over;
    int focus; /* what had the focus below it */
};
enum { LAYERS = 4 };

/* What the player asked for. */
struct play_wish {
    const struct scenario *scenario;
    struct minister minister;
    int party;
    bool seeded;              /* else a new seed for each game */
    uint64_t seed, number;    /* of the game */
    const char *save;         /* NULL: the usual place */
    bool moving;              /* cards slide across the table */
    struct settings settings; /* as the game begins: those kept, and the command line's on top */
    bool picture;             /* nothing is kept */
    char system[SAY_TAG];     /* the language that the system asks for */
    char story[512];          /* the scenario as it was named: an id or a path */
};

struct play {
    struct play_wish wish;
    struct scenario
        *own;           /* where the game is of another scenario than the one wished for at first */
    struct setup setup; /* while OVER_NEW is open */
    struct saves *saves; /* while OVER_LOAD is open, else NULL */
    struct told *story;  /* while OVER_DEBRIEF is open, else NULL */
    struct game game;
    enum play_page page;
    enum over over; /* the topmost layer's */
    struct layer layer[LAYERS];
    int layers;
    struct settings settings;
    struct input_keys keys;
    enum input waits; /* a command that waits for its new key, or INPUT_NONE */
    struct table_scene scene;
    int told;      /* the last round whose morning has been read */
    int why;       /* which account lies over the game */
    int focus;     /* to be focused when the screen is built next; 0: as it is, -1: nothing */
    int came_from; /* what had the focus when the screen was last built */
    bool fresh;    /* the screen is a new one */
    bool typed;    /* the name or word in the open field is the player's own */
    bool can_continue;
    bool offers_tutorial; /* nothing has been played here yet */
    uint32_t until;       /* waiting: when they move */
    struct slide slide;
    enum cue cue;           /* to be heard next */
    char name[60];          /* under which the game is saved once more */
    char after_lesson[200]; /* the story that waits after the tutorial, by its title; or "" */
    int side_after_lesson;
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

/* Lays something over what is shown; what is open already is only shown again. */
void play_open_over(struct play *play, enum over over);

/* What the window shows; its data is a struct play. */
extern const struct screen play_screen;

/* Saves a game that is left in the middle. NULL, or a sentence why it cannot be. */
const char *play_leave(struct play *play);

void play_free(struct play *play);

#endif
