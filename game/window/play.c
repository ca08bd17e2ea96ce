/* play: pages and decisions. Keys and buttons are in play_input.c. */
#define _POSIX_C_SOURCE 200809L

#include "window/play.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "content/scenario_load.h"
#include "match/say.h"
#include "window/actions.h"
#include "window/load.h"
#include "window/parts.h"
#include "window/play_steps.h"

enum { WAIT_MS = 600 };

/* ---- from page to page ---- */

bool play_in_game(const struct play *play)
{
    return play->page >= PAGE_TABLE;
}

void play_notice(struct play *play, const char *sentence)
{
    snprintf(play->notice, sizeof play->notice, "%s", sentence == NULL ? "" : sentence);
}

static void show(struct play *play, enum play_page page)
{
    play->page = page;
    play->over = OVER_NOTHING;
    play->layers = 0;
    play->scene = (struct table_scene){ .table = play->game.table, .open = -1 };
    play->focus = 0;
    play->fresh = true;
}

void play_open_over(struct play *play, enum over over)
{
    int at = 0;
    while (at < play->layers && play->layer[at].over != over) {
        at++;
    }
    if (at == play->layers) {
        at = at < LAYERS ? at : LAYERS - 1;
        play->layer[at] = (struct layer){ over, play->came_from };
        play_prepare(play, over);
    }
    play->layers = at + 1;
    play->over = over;
    play->waits = INPUT_NONE;
    play->focus = 0;
    play->fresh = true;
    play_notice(play, NULL);
}

void play_close_over(struct play *play)
{
    const bool read = play->over == OVER_DEBRIEF && play->page == PAGE_ENDING;
    play->layers -= play->layers > 0;
    play->focus = read ? ACTION_TITLE : play->layer[play->layers].focus;
    play->over = play->layers > 0 ? play->layer[play->layers - 1].over : OVER_NOTHING;
    play->waits = INPUT_NONE;
    play->fresh = true;
}

void play_ask(struct play *play, int account)
{
    const int accounts = play->game.table->accounts;
    if (accounts > 0) {
        play->why = (account % accounts + accounts) % accounts;
        play_open_over(play, OVER_WHY);
    }
}

void play_arrive(struct play *play)
{
    const struct table *t = play->game.table;
    play_notice(play, play->game.notice);
    if (t->morning != NULL && t->morning->fresh && t->morning->round > play->told) {
        show(play, PAGE_MORNING);
        play->cue = CUE_MORNING;
    } else if (t->ending != NULL) {
        show(play, PAGE_ENDING);
        play->cue = CUE_END;
    } else {
        show(play, PAGE_TABLE);
        play->cue = t->moment == TABLE_WAITING                                      ? CUE_CARD
                    : t->sheet != NULL && t->sheet->severe && t->sheet->quotes == 0 ? CUE_GRAVE
                                                                                    : CUE_ANSWER;
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

void play_to_title(struct play *play)
{
    play_end_lesson(play);
    const struct play_wish *wish = &play->wish;
    game_free(&play->game);
    game_new(&play->game, wish->scenario, wish->seeded ? wish->seed : fresh_seed(), wish->number,
             wish->party);
    play->told = 0;
    play_notice(play, NULL);
    play->can_continue = !wish->picture && load_can_continue();
    play->offers_tutorial = !wish->picture && load_is_first_time();
    show(play, PAGE_TITLE);
}

void play_title(struct play *play, const struct play_wish *wish)
{
    *play = (struct play){ .wish = *wish,
                           .settings = wish->settings,
                           .keys = input_keys(&wish->settings),
                           .watch = play->watch };
    play_to_title(play);
}

void play_resume(struct play *play, struct match *match, char *place)
{
    game_free(&play->game);
    game_take(&play->game, match, place);
    play->game.saves = true;
    play->told = 0;
    play_arrive(play);
}

void play_replace(struct play *play, struct match *match)
{
    struct game *g = &play->game;
    char *const place = g->place;
    const bool saves = g->saves;
    g->place = NULL;
    game_free(g);
    game_take(g, match, place);
    g->saves = saves;
    if (play->page == PAGE_BRIEFING) {
        show(play, PAGE_BRIEFING);
        return;
    }
    play->told = g->table->morning != NULL ? g->table->morning->round : 0;
    if (saves) {
        (void)game_save(g);
    }
    play_arrive(play);
}

void play_sit(struct play *play, int party)
{
    struct game *g = &play->game;
    g->saves = true;
    if (play->wish.save != NULL && (g->place = strdup(play->wish.save)) == NULL) {
        arena_out_of_memory();
    }
    game_sit(g, party, &play->wish.minister);
    show(play, PAGE_BRIEFING);
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
        play_notice(play, refusal);
    }
}

void play_form(struct play *play, int card, int form)
{
    const struct table *t = play->game.table;
    if (card < 0 || card >= t->cards || form < 0 || form >= t->card[card].forms) {
        return;
    }
    const struct table_form *chosen = &t->card[card].form[form];
    if (chosen->off) {
        play_notice(play, chosen->why_not);
        return;
    }
    const struct slide slide = slide_of(&t->card[card], t->party, SDL_GetTicks());
    const int before = match_steps(play->game.match);
    after_move(play, game_play(&play->game, chosen->move));
    play->slide = slide;
    play->slide.on = slide.on && !play->settings.still && play->wish.moving &&
                     play->page == PAGE_TABLE && match_steps(play->game.match) > before;
}

/* A card with several forms asks which one. */
void play_card(struct play *play, int card)
{
    if (card >= 0 && play->game.table->card[card].forms > 1) {
        play->scene.open = card;
        play->focus = ACTION_FORM + card * ACTION_FORMS;
        return;
    }
    play_form(play, card, 0);
}

void play_toggle(struct play *play, int clause)
{
    const struct table *t = play->game.table;
    if (t->moment != TABLE_PICK || clause < 0 || clause >= t->clauses) {
        return;
    }
    const unsigned picked = play->scene.picked ^ 1u << clause;
    if (!t->clause[clause].on_table) {
        play_notice(play, t->clause[clause].in_force ? _("That is in force already.")
                                                     : t->clause[clause].why_not);
    } else if (table_pick(t, picked) < 0) {
        char words[100];
        snprintf(words, sizeof words, _("%d clauses at most; take one back first."), t->pick);
        play_notice(play, words);
    } else {
        play_notice(play, NULL);
        play->scene.picked = picked;
    }
}

static bool any_clause(const struct table *t)
{
    for (int i = 0; i < t->clauses; i++) {
        if (t->clause[i].on_table) {
            return true;
        }
    }
    return false;
}

void play_go_at_table(struct play *play)
{
    const struct table *t = play->game.table;
    if (t->moment == TABLE_PICK && play->scene.picked == 0 && !play->scene.warned &&
        any_clause(t)) {
        play->scene.warned = true;
    } else if (t->moment == TABLE_PICK) {
        after_move(play, game_play(&play->game, table_pick(t, play->scene.picked)));
    } else if (t->moment == TABLE_WAITING) {
        after_move(play, game_play_minister(&play->game));
    } else if (play->scene.open >= 0) {
        play_card(play, play->scene.open);
    }
}

void play_go(struct play *play)
{
    switch (play->page) {
    case PAGE_TITLE:
        play_sit(play, play->wish.party);
        break;
    case PAGE_BRIEFING:
        begin(play);
        break;
    case PAGE_TABLE:
        play_go_at_table(play);
        break;
    case PAGE_MORNING:
        play->told = play->game.table->morning->round;
        play_arrive(play);
        break;
    default:
        break;
    }
}

void play_undo(struct play *play)
{
    if (play->page < PAGE_TABLE) {
        return;
    }
    const bool before = match_hindsight(play->game.match);
    if (!game_undo(&play->game)) {
        play_close_over(play);
        play_notice(play, _("There is nothing to take back."));
        return;
    }
    const struct table *t = play->game.table;
    play->told = t->morning != NULL ? t->morning->round : 0;
    play_arrive(play);
    if (match_hindsight(play->game.match) && !before && !part_says(play->notice)) {
        play_notice(play, _("Rewound: more was known than when you chose. From here on the game "
                            "counts as played with hindsight."));
    }
}

/* ---- the end ---- */

const char *play_leave(struct play *play)
{
    return !play_in_game(play) || game_save(&play->game) ? NULL : play->game.notice;
}

void play_free(struct play *play)
{
    game_free(&play->game);
    watch_end(&play->watch);
    play_put_away(play);
    scenario_free(play->own);
    play->own = NULL;
}
