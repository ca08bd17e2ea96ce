/* play_input: buttons, keys, time. */
#include <string.h>

#include "match/say.h"
#include "window/actions.h"
#include "window/ask.h"
#include "window/play.h"
#include "window/play_build.h"
#include "window/play_steps.h"
#include "window/typed.h"

/* ---- what is pressed ---- */

/* Why, of what an action stands for; of the first number where that cannot be asked. */
static void ask(struct play *play, int action)
{
    const int account = ask_account(play->game.table, action);
    play_ask(play, account < 0 ? 0 : account);
}

/* From one account to the next; the focus stays where it was pressed. */
static void turn_page(struct play *play, int action)
{
    play_ask(play, play->why + (action == ACTION_WHY_NEXT ? 1 : -1));
    play->focus = action;
}

/* Both kinds of lines that have a value: of the settings, and of a new game. */
static bool turn(void *data, int action, int way)
{
    struct play *play = data;
    if (action >= ACTION_SETUP && action < ACTION_SETUP + SETUP_LINES) {
        play_setup_turn(play, (enum setup_line)(action - ACTION_SETUP), way);
    } else if (action >= ACTION_SET && action < ACTION_SETUP) {
        play_set(play, (enum setting)(action - ACTION_SET), way);
    }
    return true;
}

static void press_range(struct play *play, int action)
{
    if (action >= ACTION_BRANCH) {
        play_branch(play, action - ACTION_BRANCH);
    } else if (action >= ACTION_FILE) {
        play_load_file(play, action - ACTION_FILE);
    } else if (action >= ACTION_BIND && action < ACTION_BIND + INPUT_NAMED) {
        play->waits = (enum input)(action - ACTION_BIND);
    } else if (action >= ACTION_WHY) {
        ask(play, action);
    } else if (action >= ACTION_ADVISER) {
        play->scene.speaking = action - ACTION_ADVISER;
    } else if (action >= ACTION_CLAUSE) {
        play_toggle(play, action - ACTION_CLAUSE);
    } else if (action >= ACTION_FORM) {
        play_form(play, (action - ACTION_FORM) / ACTION_FORMS,
                  (action - ACTION_FORM) % ACTION_FORMS);
    } else if (action >= ACTION_CARD) {
        play_card(play, action - ACTION_CARD);
    } else if (action == ACTION_SETUP + SETUP_YEAR) {
        play->focus = ACTION_GO; /* a word is typed, or turned to: this says that it is done */
    } else if (action >= ACTION_SET) {
        (void)turn(play, action, 1);
    } else if (action > ACTION_OVER && action < ACTION_OVER + OVERS) {
        play_open_over(play, (enum over)(action - ACTION_OVER));
    }
}

/* Leaves the game for the title, or altogether. It is saved; where that fails it is not left. */
static bool leave(struct play *play, bool quit)
{
    if (play_in_game(play) && !game_save(&play->game)) {
        play_notice(play, play->game.notice);
        return true;
    }
    if (!quit) {
        play_to_title(play);
    }
    return !quit;
}

static bool press(void *data, int action)
{
    struct play *play = data;
    play->slide.on = false;
    switch (action) {
    case ACTION_GO:
        if (play->over == OVER_NEW) {
            play_begin_new(play);
        } else {
            play_go(play);
        }
        return true;
    case ACTION_OTHER_SIDE:
        play_sit(play, 1 - play->wish.party);
        return true;
    case ACTION_CONTINUE:
        play_go_on_with_last(play);
        return true;
    case ACTION_BACK:
        play_close_over(play);
        return true;
    case ACTION_UNDO:
        play_undo(play);
        return true;
    case ACTION_ASK:
        ask(play, ACTION_NONE);
        return true;
    case ACTION_WHY_BEFORE:
    case ACTION_WHY_NEXT:
        turn_page(play, action);
        return true;
    case ACTION_TUTORIAL:
        play_tutorial(play);
        return true;
    case ACTION_AFTER_LESSON:
        play_after_lesson(play);
        return true;
    case ACTION_EXPORT:
        play_export(play);
        return true;
    case ACTION_KEYS_USUAL:
        play_usual_keys(play);
        return true;
    case ACTION_SAVE:
        play_save(play);
        return true;
    case ACTION_TITLE:
    case ACTION_QUIT:
        return leave(play, action == ACTION_QUIT);
    default:
        press_range(play, action);
        return true;
    }
}

/* ---- keys ---- */

static bool escape(struct play *play)
{
    if (play->over != OVER_NOTHING) {
        play_close_over(play);
        return true;
    }
    if (play->page == PAGE_TITLE) { /* once too often is not the end: that takes a second time */
        play->focus = ACTION_QUIT;
        return play->came_from != ACTION_QUIT;
    }
    if (play->page == PAGE_BRIEFING) {
        play_to_title(play);
        return true;
    }
    play_open_over(play, OVER_MENU);
    return true;
}

/* Enter with nothing in focus: the first card is opened. */
static void open_first(struct play *play)
{
    const struct table *t = play->game.table;
    for (int i = 0; i < t->cards; i++) {
        if (!t->card[i].off) {
            play->focus = ACTION_CARD + i;
            return;
        }
    }
}

static void command_at_table(struct play *play, enum input command)
{
    if (play->game.table->moment == TABLE_WAITING) {
        play_go_at_table(play);
    } else if (command == INPUT_GO) {
        open_first(play);
    } else if (command == INPUT_BACK) {
        play->scene.open = -1;
        play->focus = -1;
    } else if (command >= INPUT_CARD && command < INPUT_CLICK) {
        play_toggle(play, (int)command - INPUT_CARD);
    }
}

/* What there is to open over a game, and what opens it. */
static enum over over_of(enum input command)
{
    switch (command) {
    case INPUT_LEDGER:
        return OVER_LEDGER;
    case INPUT_CASES:
        return OVER_CASES;
    case INPUT_AGREEMENTS:
        return OVER_AGREEMENTS;
    default:
        return OVER_NOTHING;
    }
}

static bool command_in_game(struct play *play, enum input command)
{
    const enum over over = over_of(command);
    if (!play_in_game(play)) {
        return false;
    }
    if (over != OVER_NOTHING) {
        play_open_over(play, over);
    } else if (command == INPUT_WHY) {
        ask(play, play->came_from);
    } else if (command == INPUT_UNDO) {
        play_undo(play);
    } else {
        return false;
    }
    return true;
}

static bool command(void *data, enum input command)
{
    struct play *play = data;
    play->slide.on = false;
    if (command == INPUT_MENU) {
        return escape(play);
    }
    if (command == INPUT_HELP) {
        play_open_over(play, OVER_KEYS);
    } else if (command == INPUT_SOURCES) {
        play_open_over(play, OVER_SOURCES);
    } else if (command_in_game(play, command)) {
        return true;
    } else if (play->over == OVER_NOTHING && play->page == PAGE_TABLE) {
        command_at_table(play, command);
    } else if (command == INPUT_BACK && play->over != OVER_NOTHING) {
        play_close_over(play);
    }
    return true;
}

/* The key that a command waits for; Esc leaves things as they are. */
static bool raw(void *data, int code)
{
    struct play *play = data;
    if (play->over != OVER_KEYS || play->waits == INPUT_NONE) {
        return false;
    }
    const enum input waits = play->waits;
    play->waits = INPUT_NONE;
    if (code != SDLK_ESCAPE) {
        play_bind(play, waits, code);
    }
    return true;
}

/* The class word can be typed, and the name of a game. */
static bool types(void *data)
{
    const struct play *play = data;
    return play->over == OVER_SAVE ||
           (play->over == OVER_NEW && play->came_from == ACTION_SETUP + SETUP_YEAR);
}

static void text(void *data, const char *typed)
{
    struct play *play = data;
    const bool save = play->over == OVER_SAVE;
    char *field = save ? play->name : play->setup.word;
    if (!play->typed) { /* what was proposed goes as a whole */
        field[0] = '\0';
    }
    play->typed = true;
    typed_add(field, save ? sizeof play->name : sizeof play->setup.word, typed);
    play_notice(play, NULL);
}

static enum cue cue(void *data)
{
    struct play *play = data;
    const enum cue out = play->settings.sound ? play->cue : CUE_NONE;
    play->cue = CUE_NONE;
    return out;
}

static struct app_look style(void *data)
{
    const struct play *play = data;
    const struct table *t = play->game.table;
    const bool light = play->settings.light;
    struct app_look out = { .text_scale = play->settings.text_scale,
                            .palette = light ? PALETTE_LIGHT : PALETTE_DARK,
                            .chinese = strncmp(say_language(), "zh", 2) == 0,
                            .keys = play->keys };
    const struct scenario *chosen = play->over == OVER_NEW ? play->setup.sc : NULL;
    const struct table_side *const sides[] = { &t->me, &t->them };
    for (int i = 0; i < MAX_PARTIES; i++) {
        const int party = sides[i]->party;
        const uint32_t hue =
            chosen != NULL ? chosen->actor[party].color[light] : sides[i]->color[light];
        out.side[party] = (struct rgb){ (uint8_t)(hue >> 16), (uint8_t)(hue >> 8), (uint8_t)hue };
    }
    return out;
}

/* ---- time ---- */

/* Milliseconds until they move, or -1. */
static int until_they_move(const struct play *play)
{
    if (play->over != OVER_NOTHING || play->page != PAGE_TABLE ||
        play->game.table->moment != TABLE_WAITING) {
        return -1;
    }
    const uint32_t now = SDL_GetTicks();
    return now >= play->until ? 0 : (int)(play->until - now);
}

static int due(void *data)
{
    const struct play *play = data;
    if (play->slide.on) { /* once over it is drawn once more, without the card */
        return slide_runs(&play->slide, SDL_GetTicks()) ? SLIDE_FRAME_MS : 0;
    }
    return until_they_move(play);
}

static bool tick(void *data)
{
    struct play *play = data;
    play->slide.on = slide_runs(&play->slide, SDL_GetTicks());
    if (until_they_move(play) == 0) {
        play_go_at_table(play);
    }
    return true;
}

static int looks(void *data)
{
    const struct play *play = data;
    return watch_due(&play->watch);
}

static bool look(void *data)
{
    return watch_look(data);
}

const struct screen play_screen = {
    .build = play_build,
    .press = press,
    .turn = turn,
    .command = command,
    .raw = raw,
    .types = types,
    .text = text,
    .cue = cue,
    .style = style,
    .due = due,
    .tick = tick,
    .looks = looks,
    .look = look,
};
