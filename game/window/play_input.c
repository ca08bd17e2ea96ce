/* play_input: buttons, keys, time. */
#include "match/say.h"
#include "window/actions.h"
#include "window/ask.h"
#include "window/play.h"
#include "window/play_build.h"
#include "window/play_steps.h"

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

static void press_range(struct play *play, int action)
{
    if (action >= ACTION_WHY) {
        ask(play, action);
    } else if (action >= ACTION_ADVISER) {
        play->scene.speaking = action - ACTION_ADVISER;
    } else if (action >= ACTION_CLAUSE) {
        play_toggle(play, action - ACTION_CLAUSE);
    } else if (action >= ACTION_FORM) {
        play_form(play, (action - ACTION_FORM) / ACTION_FORMS,
                  (action - ACTION_FORM) % ACTION_FORMS);
    } else {
        play_card(play, action - ACTION_CARD);
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
        play_go(play);
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
    case ACTION_LEDGER:
        play_open_over(play, OVER_LEDGER);
        return true;
    case ACTION_ASK:
        ask(play, ACTION_NONE);
        return true;
    case ACTION_WHY_BEFORE:
    case ACTION_WHY_NEXT:
        turn_page(play, action);
        return true;
    case ACTION_KEYS:
        play_open_over(play, OVER_KEYS);
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
    if (play->page == PAGE_TITLE) {
        return false;
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

static void key_at_table(struct play *play, int key)
{
    if (play->game.table->moment == TABLE_WAITING) {
        play_go_at_table(play);
    } else if (key == APP_KEY_ENTER) {
        open_first(play);
    } else if (key == APP_KEY_BACK) {
        play->scene.open = -1;
        play->focus = -1;
    } else if (key >= '1' && key <= '9') {
        play_toggle(play, key - '1');
    }
}

static bool key(void *data, int key)
{
    struct play *play = data;
    play->slide.on = false;
    if (key == APP_KEY_ESCAPE) {
        return escape(play);
    }
    if (key == APP_KEY_HELP) {
        play_open_over(play, OVER_KEYS);
    } else if (key == 'l' && play_in_game(play)) {
        play_open_over(play, OVER_LEDGER);
    } else if (key == 'y' && play_in_game(play)) {
        ask(play, play->came_from);
    } else if (key == 'u' && play_in_game(play)) {
        play_undo(play);
    } else if (play->over == OVER_NOTHING && play->page == PAGE_TABLE) {
        key_at_table(play, key);
    }
    return true;
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
    return slide_runs(&play->slide, SDL_GetTicks()) ? SLIDE_FRAME_MS : until_they_move(play);
}

static bool tick(void *data)
{
    struct play *play = data;
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

const struct screen play_screen = { .build = play_build,
                                    .press = press,
                                    .key = key,
                                    .due = due,
                                    .tick = tick,
                                    .looks = looks,
                                    .look = look };
