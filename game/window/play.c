/* play: pages, buttons, keys. */
#define _POSIX_C_SOURCE 200809L

#include "window/play.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "match/say.h"
#include "window/actions.h"
#include "window/load.h"
#include "window/play_build.h"

enum { WAIT_MS = 600 };

/* ---- from page to page ---- */

static void notice(struct play *play, const char *sentence)
{
    snprintf(play->notice, sizeof play->notice, "%s", sentence == NULL ? "" : sentence);
}

static void show(struct play *play, enum page page)
{
    play->page = page;
    play->over = OVER_NOTHING;
    play->scene = (struct table_scene){ .table = play->game.table, .open = -1 };
    play->focus = 0;
    play->fresh = true;
}

static void open_over(struct play *play, enum over over)
{
    play->over = over;
    play->focus = 0;
    play->fresh = true;
}

static void close_over(struct play *play)
{
    play->over = OVER_NOTHING;
    play->focus = 0;
    play->fresh = true;
}

void play_arrive(struct play *play)
{
    const struct table *t = play->game.table;
    notice(play, play->game.notice);
    if (t->morning != NULL && t->morning->fresh && t->morning->round > play->told) {
        show(play, PAGE_MORNING);
    } else if (t->ending != NULL) {
        show(play, PAGE_ENDING);
    } else {
        show(play, PAGE_TABLE);
        play->until = SDL_GetTicks() + WAIT_MS;
    }
}

/* A year of one's own: six digits, to be told to others. */
static uint64_t fresh_seed(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return rng_mix((uint64_t)now.tv_sec, (uint64_t)now.tv_nsec ^ (uint64_t)getpid()) % 1000000;
}

static void to_title(struct play *play)
{
    const struct play_wish *wish = &play->wish;
    game_free(&play->game);
    game_new(&play->game, wish->scenario, wish->seeded ? wish->seed : fresh_seed(), wish->number,
             wish->party);
    play->told = 0;
    play->can_continue = load_can_continue(wish->scenario);
    show(play, PAGE_TITLE);
}

void play_title(struct play *play, const struct play_wish *wish)
{
    *play = (struct play){ .wish = *wish };
    to_title(play);
}

void play_resume(struct play *play, struct match *match, char *place)
{
    game_free(&play->game);
    game_take(&play->game, match, place);
    play->game.saves = true;
    play->told = 0;
    play_arrive(play);
}

static void sit(struct play *play, int party)
{
    struct game *g = &play->game;
    g->saves = true;
    if (play->wish.save != NULL && (g->place = strdup(play->wish.save)) == NULL) {
        arena_out_of_memory();
    }
    game_sit(g, party, &play->wish.minister);
    show(play, PAGE_BRIEFING);
}

static void go_on_with_last(struct play *play)
{
    struct match *match = NULL;
    char *place = NULL, why[400];
    const char *refusal = load_last(play->wish.scenario, &match, &place, why, sizeof why);
    if (refusal != NULL) {
        notice(play, refusal);
        return;
    }
    play_resume(play, match, place);
}

/* The first save is made when the game begins, so that it can be gone on with from then on. */
static void begin(struct play *play)
{
    if (play->game.saves && match_person_to_move(play->game.match)) {
        (void)game_save(&play->game);
    }
    play_arrive(play);
}

/* ---- decisions ---- */

static void after_move(struct play *play, const char *refusal)
{
    if (refusal == NULL) {
        play_arrive(play);
    } else {
        notice(play, refusal);
    }
}

static void play_form(struct play *play, int card, int form)
{
    const struct table *t = play->game.table;
    if (card < 0 || card >= t->cards || form < 0 || form >= t->card[card].forms) {
        return;
    }
    const struct table_form *chosen = &t->card[card].form[form];
    if (chosen->off) {
        notice(play, chosen->why_not);
        return;
    }
    after_move(play, game_play(&play->game, chosen->move));
}

/* A card with several forms asks which one. */
static void play_card(struct play *play, int card)
{
    if (card >= 0 && play->game.table->card[card].forms > 1) {
        play->scene.open = card;
        play->focus = ACTION_FORM + card * ACTION_FORMS;
        return;
    }
    play_form(play, card, 0);
}

static void toggle(struct play *play, int clause)
{
    const struct table *t = play->game.table;
    if (t->moment != TABLE_PICK || clause < 0 || clause >= t->clauses) {
        return;
    }
    const unsigned picked = play->scene.picked ^ 1u << clause;
    if (!t->clause[clause].on_table) {
        notice(play, t->clause[clause].in_force ? _("That is in force already.")
                                                : t->clause[clause].why_not);
    } else if (table_pick(t, picked) < 0) {
        char words[100];
        snprintf(words, sizeof words, _("%d clauses at most; take one back first."), t->pick);
        notice(play, words);
    } else {
        notice(play, NULL);
        play->scene.picked = picked;
    }
}

static void go_at_table(struct play *play)
{
    const struct table *t = play->game.table;
    if (t->moment == TABLE_PICK) {
        after_move(play, game_play(&play->game, table_pick(t, play->scene.picked)));
    } else if (t->moment == TABLE_WAITING) {
        after_move(play, game_play_minister(&play->game));
    } else if (play->scene.open >= 0) {
        play_card(play, play->scene.open);
    }
}

static void go(struct play *play)
{
    switch (play->page) {
    case PAGE_TITLE:
        sit(play, play->wish.party);
        break;
    case PAGE_BRIEFING:
        begin(play);
        break;
    case PAGE_TABLE:
        go_at_table(play);
        break;
    case PAGE_MORNING:
        play->told = play->game.table->morning->round;
        play_arrive(play);
        break;
    default:
        to_title(play);
        break;
    }
}

static void undo(struct play *play)
{
    if (play->page < PAGE_TABLE) {
        return;
    }
    if (!game_undo(&play->game)) {
        close_over(play);
        notice(play, _("There is nothing to take back."));
        return;
    }
    const struct table *t = play->game.table;
    play->told = t->morning != NULL ? t->morning->round : 0;
    play_arrive(play);
}

static void save(struct play *play)
{
    if (game_save(&play->game)) {
        snprintf(play->notice, sizeof play->notice, _("Saved: %s"), play->game.place);
    } else {
        notice(play, play->game.notice);
    }
}

/* ---- what is pressed ---- */

static bool in_game(const struct play *play)
{
    return play->page >= PAGE_TABLE;
}

static void press_range(struct play *play, int action)
{
    if (action >= ACTION_WHY) {
        play->why = action - ACTION_WHY;
        open_over(play, OVER_LEDGER);
    } else if (action >= ACTION_ADVISER) {
        play->scene.speaking = action - ACTION_ADVISER;
    } else if (action >= ACTION_CLAUSE) {
        toggle(play, action - ACTION_CLAUSE);
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
    if (in_game(play) && !game_save(&play->game)) {
        notice(play, play->game.notice);
        return true;
    }
    if (!quit) {
        to_title(play);
    }
    return !quit;
}

static bool press(void *data, int action)
{
    struct play *play = data;
    switch (action) {
    case ACTION_GO:
        go(play);
        return true;
    case ACTION_OTHER_SIDE:
        sit(play, 1 - play->wish.party);
        return true;
    case ACTION_CONTINUE:
        go_on_with_last(play);
        return true;
    case ACTION_BACK:
        close_over(play);
        return true;
    case ACTION_UNDO:
        undo(play);
        return true;
    case ACTION_LEDGER:
        play->why = -1;
        open_over(play, OVER_LEDGER);
        return true;
    case ACTION_KEYS:
        open_over(play, OVER_KEYS);
        return true;
    case ACTION_SAVE:
        save(play);
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
        close_over(play);
        return true;
    }
    if (play->page == PAGE_TITLE) {
        return false;
    }
    if (play->page == PAGE_BRIEFING) {
        to_title(play);
        return true;
    }
    open_over(play, OVER_MENU);
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
        go_at_table(play);
    } else if (key == APP_KEY_ENTER) {
        open_first(play);
    } else if (key == APP_KEY_BACK) {
        play->scene.open = -1;
        play->focus = -1;
    } else if (key >= '1' && key <= '9') {
        toggle(play, key - '1');
    }
}

static bool key(void *data, int key)
{
    struct play *play = data;
    if (key == APP_KEY_ESCAPE) {
        return escape(play);
    }
    if (key == APP_KEY_HELP) {
        open_over(play, OVER_KEYS);
    } else if (key == 'l' && in_game(play)) {
        play->why = -1;
        open_over(play, OVER_LEDGER);
    } else if (key == 'u' && in_game(play)) {
        undo(play);
    } else if (play->over == OVER_NOTHING && play->page == PAGE_TABLE) {
        key_at_table(play, key);
    }
    return true;
}

/* ---- time ---- */

static int due(void *data)
{
    const struct play *play = data;
    if (play->over != OVER_NOTHING || play->page != PAGE_TABLE ||
        play->game.table->moment != TABLE_WAITING) {
        return -1;
    }
    const uint32_t now = SDL_GetTicks();
    return now >= play->until ? 0 : (int)(play->until - now);
}

static bool tick(void *data)
{
    struct play *play = data;
    if (due(play) == 0) {
        go_at_table(play);
    }
    return true;
}

const struct screen play_screen = {
    .build = play_build, .press = press, .key = key, .due = due, .tick = tick
};

const char *play_leave(struct play *play)
{
    return !in_game(play) || game_save(&play->game) ? NULL : play->game.notice;
}

void play_free(struct play *play)
{
    game_free(&play->game);
}
