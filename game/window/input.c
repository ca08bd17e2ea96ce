/* input: the table of commands. */
#include "window/input.h"

#include <SDL.h>
#include <stdio.h>
#include <string.h>

#include "match/say.h"

struct binding {
    const char *name; /* in the settings */
    const char *title;
    SDL_Keycode code, spare; /* 0: none; the spare one stands for it too, always */
};

static const struct binding bindings[INPUT_NAMED] = {
    [INPUT_GO] = { "go", N_("play the open card; go on"), SDLK_SPACE, SDLK_RETURN },
    [INPUT_BACK] = { "back", N_("close the open card, or what lies over the game"), SDLK_BACKSPACE,
                     0 },
    [INPUT_MENU] = { "menu", N_("the menu"), SDLK_m, SDLK_ESCAPE },
    [INPUT_HELP] = { "help", N_("the keys"), SDLK_F1, 0 },
    [INPUT_UNDO] = { "undo", N_("take the last decision back"), SDLK_u, 0 },
    [INPUT_WHY] = { "why", N_("why: the causes of the number in focus"), SDLK_y, 0 },
    [INPUT_LEDGER] = { "ledger", N_("the ledger: every change and its cause"), SDLK_l, 0 },
    [INPUT_CASES] = { "cases", N_("the case files: what was said in each"), SDLK_c, 0 },
    [INPUT_AGREEMENTS] = { "agreements", N_("agreements and promises"), SDLK_a, 0 },
    [INPUT_SOURCES] = { "sources", N_("sources: what is public, and who says it"), SDLK_s, 0 },
    [INPUT_UP] = { "up", N_("up"), 0, SDLK_UP },
    [INPUT_DOWN] = { "down", N_("down"), 0, SDLK_DOWN },
    [INPUT_LEFT] = { "left", N_("left"), 0, SDLK_LEFT },
    [INPUT_RIGHT] = { "right", N_("right"), 0, SDLK_RIGHT },
    [INPUT_NEXT] = { "next", N_("to the next thing"), SDLK_TAB, 0 },
    [INPUT_PREVIOUS] = { "previous", N_("to the one before, as with Shift and that key"), 0, 0 },
    [INPUT_PAGE_UP] = { "page-up", N_("scroll up"), SDLK_PAGEUP, 0 },
    [INPUT_PAGE_DOWN] = { "page-down", N_("scroll down"), SDLK_PAGEDOWN, 0 },
    [INPUT_TOP] = { "top", N_("to the top of a page"), SDLK_HOME, 0 },
    [INPUT_END] = { "end", N_("to its end"), SDLK_END, 0 },
};

/* ---- keys ---- */

static void bind_kept(struct input_keys *keys, const struct settings_key *kept)
{
    const SDL_Keycode code = SDL_GetKeyFromName(kept->key);
    for (int k = 1; k < INPUT_NAMED && code != SDLK_UNKNOWN; k++) {
        if (strcmp(bindings[k].name, kept->command) == 0) {
            (void)input_bind(keys, (enum input)k, (int)code);
        }
    }
}

struct input_keys input_keys(const struct settings *settings)
{
    struct input_keys keys = { { 0 } };
    for (int i = 1; i < INPUT_NAMED; i++) {
        keys.code[i] = (int)bindings[i].code;
    }
    for (int turn = 0; settings != NULL && turn < 2; turn++) { /* what one keeps another may free */
        for (int i = 0; i < settings->keys; i++) {
            bind_kept(&keys, &settings->key[i]);
        }
    }
    return keys;
}

void input_keep(const struct input_keys *keys, struct settings *settings)
{
    settings->keys = 0;
    for (int i = 1; i < INPUT_NAMED && settings->keys < SETTINGS_KEYS; i++) {
        if (keys->code[i] != (int)bindings[i].code) {
            struct settings_key *key = &settings->key[settings->keys++];
            snprintf(key->command, sizeof key->command, "%s", bindings[i].name);
            snprintf(key->key, sizeof key->key, "%s", SDL_GetKeyName(keys->code[i]));
        }
    }
}

static bool is_fixed(int code)
{
    for (int i = 1; i < INPUT_NAMED; i++) {
        if (bindings[i].spare != 0 && (int)bindings[i].spare == code) {
            return true;
        }
    }
    return code == SDLK_KP_ENTER || (code >= SDLK_0 && code <= SDLK_9) ||
           (code >= SDLK_KP_1 && code <= SDLK_KP_0);
}

bool input_bind(struct input_keys *keys, enum input command, int code)
{
    if (is_fixed(code) || SDL_GetKeyName(code)[0] == '\0') {
        return false;
    }
    for (int i = 1; i < INPUT_NAMED; i++) {
        if (keys->code[i] == code) {
            if (keys->code[command] == 0) {
                return false; /* nothing would be left for it */
            }
            keys->code[i] = keys->code[command];
        }
    }
    keys->code[command] = code;
    return true;
}

static enum input digit(int code)
{
    if (code >= SDLK_1 && code <= SDLK_9) {
        return (enum input)(INPUT_CARD + (code - SDLK_1));
    }
    if (code >= SDLK_KP_1 && code <= SDLK_KP_9) {
        return (enum input)(INPUT_CARD + (code - SDLK_KP_1));
    }
    return INPUT_NONE;
}

enum input input_of_key(const struct input_keys *keys, int code, bool shift)
{
    if (code == SDLK_KP_ENTER) {
        return INPUT_GO;
    }
    for (int i = 1; i < INPUT_NAMED; i++) {
        if ((code != 0 && keys->code[i] == code) ||
            (bindings[i].spare != 0 && (int)bindings[i].spare == code)) {
            return i == INPUT_NEXT && shift ? INPUT_PREVIOUS : (enum input)i;
        }
    }
    return digit(code);
}

/* ---- a gamepad ---- */

enum input input_of_button(int button)
{
    static const enum input inputs[SDL_CONTROLLER_BUTTON_MAX] = {
        [SDL_CONTROLLER_BUTTON_A] = INPUT_GO,
        [SDL_CONTROLLER_BUTTON_B] = INPUT_BACK,
        [SDL_CONTROLLER_BUTTON_X] = INPUT_UNDO,
        [SDL_CONTROLLER_BUTTON_Y] = INPUT_WHY,
        [SDL_CONTROLLER_BUTTON_BACK] = INPUT_HELP,
        [SDL_CONTROLLER_BUTTON_START] = INPUT_MENU,
        [SDL_CONTROLLER_BUTTON_LEFTSTICK] = INPUT_LEDGER,
        [SDL_CONTROLLER_BUTTON_RIGHTSTICK] = INPUT_CASES,
        [SDL_CONTROLLER_BUTTON_LEFTSHOULDER] = INPUT_PAGE_UP,
        [SDL_CONTROLLER_BUTTON_RIGHTSHOULDER] = INPUT_PAGE_DOWN,
        [SDL_CONTROLLER_BUTTON_DPAD_UP] = INPUT_UP,
        [SDL_CONTROLLER_BUTTON_DPAD_DOWN] = INPUT_DOWN,
        [SDL_CONTROLLER_BUTTON_DPAD_LEFT] = INPUT_LEFT,
        [SDL_CONTROLLER_BUTTON_DPAD_RIGHT] = INPUT_RIGHT,
    };
    return button >= 0 && button < SDL_CONTROLLER_BUTTON_MAX ? inputs[button] : INPUT_NONE;
}

/* ---- words ---- */

const char *input_title(enum input command)
{
    return _(bindings[command].title);
}

/* Where a command has a key that can be counted on, that is the one to name. */
const char *input_key_name(const struct input_keys *keys, enum input command)
{
    const struct binding *b = &bindings[command];
    const bool usual = keys == NULL || keys->code[command] == (int)b->code;
    const bool own = keys != NULL && keys->code[command] != 0 && !usual;
    const SDL_Keycode code = own ? keys->code[command] : b->spare != 0 ? b->spare : b->code;
    return code == SDLK_RETURN ? _("Enter") : code == SDLK_ESCAPE ? "Esc" : SDL_GetKeyName(code);
}
