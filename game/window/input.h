/* input: what a player can ask for, whatever key, button of a gamepad or click asks for it.
 *
 * Promises: every command has a key, and no key has two commands; the keys that go on, that open the
 * menu and that move cannot be lost: they keep a second one which is not to be changed. Hints on
 * buttons are made from the same table. Never includes SDL in its header: a key is its code there. */
#ifndef WINDOW_INPUT_H
#define WINDOW_INPUT_H

#include <stdbool.h>

#include "match/settings.h"

enum input {
    INPUT_NONE,
    INPUT_GO, /* press what has the focus */
    INPUT_BACK,
    INPUT_MENU,
    INPUT_HELP,
    INPUT_UNDO,
    INPUT_WHY,
    INPUT_LEDGER,
    INPUT_CASES,
    INPUT_AGREEMENTS,
    INPUT_SOURCES,
    INPUT_UP,
    INPUT_DOWN,
    INPUT_LEFT,
    INPUT_RIGHT,
    INPUT_NEXT,
    INPUT_PREVIOUS,
    INPUT_PAGE_UP,
    INPUT_PAGE_DOWN,
    INPUT_TOP,
    INPUT_END,
    INPUT_NAMED,                  /* so many have a name, and a key that can be changed */
    INPUT_CARD = INPUT_NAMED,     /* and the eight after it: cards 1 to 9 */
    INPUT_CLICK = INPUT_CARD + 9, /* on nothing */
    INPUTS
};

/* The keys of all commands that have a name. */
struct input_keys {
    int code[INPUT_NAMED];
};

/* The usual keys, and those of the settings on top of them; what those do not know is passed over. */
struct input_keys input_keys(const struct settings *settings);

/* The changed ones into the settings. */
void input_keep(const struct input_keys *keys, struct settings *settings);

/* Which command a key stands for, or INPUT_NONE; a button of a gamepad (SDL_GameControllerButton). */
enum input input_of_key(const struct input_keys *keys, int code, bool shift);
enum input input_of_button(int button);

/* Puts a command on a key; a command that had it takes the one left free. False where the key is one
 * that cannot be given away: digits, those that always go on or open the menu, and the only one of a
 * command where there is none to give for it. */
bool input_bind(struct input_keys *keys, enum input command, int code);

/* What a command does, in a few words, and the name of its key: "U", "Esc". `keys` may be NULL: the
 * usual ones. */
const char *input_title(enum input command);
const char *input_key_name(const struct input_keys *keys, enum input command);

#endif
