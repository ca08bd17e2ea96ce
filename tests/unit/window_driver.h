/* window_driver: the real event loop of the window, driven by events that go through SDL's queue.
 *
 * A test gives a function that is asked, whenever the window has drawn and is about to wait, what the
 * player does next: it sends events, or ends the loop by sending SDL_QUIT. */
#ifndef TESTS_WINDOW_DRIVER_H
#define TESTS_WINDOW_DRIVER_H

#include "window/app.h"
#include "window/play.h"

struct driver {
    struct app app;
    struct play play;
    SDL_Joystick *pad; /* the virtual gamepad, or NULL */
    int pad_index;     /* of its device */
    int held;          /* the button that is down, or -1 */
    int turns;         /* how often the player was asked */
};

/* Opens a window on the driver that SDL_VIDEODRIVER names, at the title of pentagon-2012. */
void driver_open(struct driver *d, uint64_t seed, int width, int height);
void driver_close(struct driver *d);

/* Runs the loop until it ends; `next` is asked for the player's events. Fails the test after `most`
 * turns. */
void driver_run(struct driver *d, void (*next)(struct driver *), int most);

/* A gamepad is plugged in, and pulled out. */
void driver_plug(struct driver *d);
void driver_unplug(struct driver *d);

/* Presses a button of it, to be let go before the next turn. */
void driver_button(struct driver *d, SDL_GameControllerButton button);

/* A key; one left click; an event of the window. */
void driver_key(SDL_Keycode key);
void driver_click(int x, int y);
void driver_window(struct driver *d, SDL_WindowEventID what);
void driver_quit(void);

#endif
