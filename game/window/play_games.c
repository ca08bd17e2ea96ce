/* play_games: another game, a copy of this one, and what is told of it afterwards. */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "content/scenario_load.h"
#include "match/again.h"
#include "match/save_place.h"
#include "match/say.h"
#include "match/transcript.h"
#include "window/arena.h"
#include "window/load.h"
#include "window/play_steps.h"

/* ---- what only an open screen needs ---- */

/* The date, and a number where there is a game of that name: nobody need type, and not all can. */
static void propose_name(struct play *play)
{
    bool taken = true;
    for (int i = 1; taken && i < 1000; i++) {
        snprintf(play->name, sizeof play->name, i == 1 ? "%.40s" : "%.40s %d",
                 play->game.table->date, i);
        char *place = save_named(play->name);
        taken = place != NULL && access(place, F_OK) == 0;
        free(place);
    }
}

void play_prepare(struct play *play, enum over over)
{
    play->typed = false;
    if (over == OVER_NEW) {
        setup_close(&play->setup);
        setup_open(&play->setup, play->wish.scenario->id, play->wish.party);
    } else if (over == OVER_LOAD) {
        saves_free(play->saves);
        play->saves = saves_new();
    } else if (over == OVER_DEBRIEF) {
        told_free(play->story);
        play->story = told_new(play->game.match, play->game.party);
        if (play->story == NULL) {
            arena_out_of_memory();
        }
    } else if (over == OVER_SAVE) {
        propose_name(play);
    }
}

void play_put_away(struct play *play)
{
    setup_close(&play->setup);
    saves_free(play->saves);
    play->saves = NULL;
    told_free(play->story);
    play->story = NULL;
}

/* ---- another game ---- */

/* From now on the game is of that scenario, which is play's; the one before goes with its game. */
static void change_scenario(struct play *play, struct scenario *sc)
{
    game_free(&play->game);
    watch_end(&play->watch); /* that was of another story */
    scenario_free(play->own);
    play->own = sc;
    play->wish.scenario = sc;
}

/* A game that was read with its scenario. */
static void take_over(struct play *play, struct scenario *sc, struct match *match, char *place)
{
    change_scenario(play, sc);
    play_resume(play, match, place);
}

void play_go_on_with_last(struct play *play)
{
    struct scenario *sc = NULL;
    struct match *match = NULL;
    char *place = NULL, why[400];
    const char *refusal = load_last(&sc, &match, &place, why, sizeof why);
    if (refusal != NULL) {
        play_notice(play, refusal);
        return;
    }
    take_over(play, sc, match, place);
}

void play_setup_turn(struct play *play, enum setup_line line, int way)
{
    setup_turn(&play->setup, line, way);
    play->typed = false;
    play_notice(play, NULL);
}

/* Sits down at once, in that scenario. */
static void sit_at(struct play *play, struct scenario *sc, int party)
{
    change_scenario(play, sc);
    play->wish.party = party;
    play_to_title(play);
    play_sit(play, party);
}

void play_begin_new(struct play *play)
{
    struct play_wish *wish = &play->wish;
    struct scenario *sc = NULL;
    char why[300];
    const int party = play->setup.party;
    if (play_in_game(play) && !game_save(&play->game)) {
        play_notice(play, play->game.notice);
        return;
    }
    const char *refusal =
        setup_take(&play->setup, &wish->minister, &wish->seeded, &wish->seed, &sc, why, sizeof why);
    if (refusal != NULL) {
        play_notice(play, refusal);
        return;
    }
    wish->number = 0;
    play_put_away(play);
    sit_at(play, sc, party);
}

void play_load_file(struct play *play, int index)
{
    struct scenario *sc = NULL;
    struct match *match = NULL;
    char why[400];
    if (play->saves == NULL || index < 0 || index >= play->saves->count) {
        return;
    }
    if (play_in_game(play) && !game_save(&play->game)) {
        play_notice(play, play->game.notice);
        return;
    }
    char *place = strdup(play->saves->entry[index].path);
    const char *refusal = place != NULL ? load_game(place, &sc, &match, why, sizeof why)
                                        : _("There is no memory for it.");
    if (refusal != NULL) {
        scenario_free(sc);
        free(place);
        play_notice(play, refusal);
        return;
    }
    play_put_away(play);
    take_over(play, sc, match, place);
}

/* The story to begin with, as its first side, against a minister who is easy on a newcomer. */
void play_tutorial(struct play *play)
{
    char why[400];
    struct scenario *sc = load_story("was-it-you");
    const char *refusal = sc == NULL
                              ? _("The tutorial is not installed.")
                              : minister_for(sc, "planner", &play->wish.minister, why, sizeof why);
    if (refusal != NULL) {
        scenario_free(sc);
        play_notice(play, refusal);
        return;
    }
    char title[sizeof play->after_lesson];
    snprintf(title, sizeof title, "%s", play->game.intro.title);
    const int side = play->wish.party;
    sit_at(play, sc, 0);
    snprintf(play->after_lesson, sizeof play->after_lesson, "%s", title);
    play->side_after_lesson = side;
}

void play_end_lesson(struct play *play)
{
    struct scenario *sc = play->after_lesson[0] != '\0' ? load_story(play->wish.story) : NULL;
    play->after_lesson[0] = '\0';
    if (sc != NULL) {
        change_scenario(play, sc);
        play->wish.party = play->side_after_lesson;
    }
}

void play_after_lesson(struct play *play)
{
    play_to_title(play);
    play_sit(play, play->wish.party);
}

/* ---- afterwards ---- */

/* A copy: the game itself goes on where it was saved before. */
void play_save(struct play *play)
{
    char why[300], words[400];
    char *place = play->name[0] != '\0' ? save_named(play->name) : NULL;
    const char *refusal = play->name[0] == '\0' ? _("Type a name first.")
                          : place == NULL       ? _("There is no memory for it.")
                          : access(place, F_OK) == 0
                              ? _("There is a game of that name; take another.")
                              : transcript_save(play->game.match, place, why, sizeof why);
    snprintf(words, sizeof words, _("Saved: %s"), place != NULL ? place : "");
    free(place);
    if (refusal == NULL) {
        play_close_over(play);
    }
    play_notice(play, refusal != NULL ? refusal : words);
}

/* Beside the saved game, under its name. */
void play_export(struct play *play)
{
    char why[300], words[400];
    if (!game_save(&play->game)) {
        play_notice(play, play->game.notice);
        return;
    }
    char *file = told_file(play->game.place);
    const char *refusal = file != NULL ? told_write(play->story, file, why, sizeof why)
                                       : _("There is no memory for it.");
    snprintf(words, sizeof words, _("Written: %s, and the record %s"), file != NULL ? file : "",
             play->game.place);
    play_notice(play, refusal != NULL ? refusal : words);
    free(file);
}

/* The game that is left stays as it is; the branch is another one. */
void play_branch(struct play *play, int number)
{
    struct game *g = &play->game;
    struct match *branch = number <= match_steps(g->match) ? match_branch(g->match, number) : NULL;
    if (branch == NULL) {
        play_notice(play, _("It cannot be played on from there."));
        return;
    }
    if (!game_save(g)) {
        match_free(branch);
        play_notice(play, g->notice);
        return;
    }
    play_put_away(play);
    match_seat(branch, g->party, NULL);
    if (match_minister(branch, 1 - g->party) == NULL) {
        match_seat(branch, 1 - g->party, &play->wish.minister);
    }
    play_resume(play, branch, NULL);
}
