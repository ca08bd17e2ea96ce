/* game: match, table and file of one game. */
#include "window/game.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "match/fault.h"
#include "match/save_place.h"
#include "match/say.h"
#include "match/shown.h"
#include "match/transcript.h"
#include "window/arena.h"

static void refresh(struct game *g)
{
    struct table *now = match_person_to_move(g->match) ? table_new_advised(g->match, g->party)
                                                       : table_new(g->match, g->party);
    if (now == NULL) {
        arena_out_of_memory();
    }
    table_free(g->table);
    g->table = now;
}

void game_take(struct game *g, struct match *match, char *place)
{
    *g = (struct game){ .match = match, .place = place };
    if (match == NULL || !intro_read(&g->intro, match)) {
        arena_out_of_memory();
    }
    g->party = strcmp(match_seat_name(match, 0), "person") == 0 ? 0 : 1;
    refresh(g);
}

void game_new(struct game *g, const struct scenario *sc, uint64_t seed, uint64_t number, int party)
{
    game_take(g, match_new(sc, seed, number), NULL);
    g->party = party;
    refresh(g);
}

void game_sit(struct game *g, int party, const struct minister *minister)
{
    g->party = party;
    match_seat(g->match, party, NULL);
    match_seat(g->match, 1 - party, minister);
    refresh(g);
}

bool game_save(struct game *g)
{
    g->notice[0] = '\0';
    if (g->place == NULL) {
        g->place = save_place(match_scenario(g->match)->id);
    }
    if (g->place == NULL) {
        arena_out_of_memory();
    }
    char why[300];
    const char *refusal = transcript_save(g->match, g->place, why, sizeof why);
    if (refusal != NULL) {
        snprintf(g->notice, sizeof g->notice, _("The game cannot be saved. %s"), refusal);
    }
    return refusal == NULL;
}

static const char *played(struct game *g, const char *refusal)
{
    if (refusal == NULL) {
        refresh(g);
        if (g->saves && (match_over(g->match) || match_person_to_move(g->match))) {
            (void)game_save(g);
        }
    }
    return refusal;
}

const char *game_play(struct game *g, int move)
{
    return played(g, match_play(g->match, move, "person"));
}

const char *game_play_minister(struct game *g)
{
    char sentence[600];
    const int faults = fault_count(g->match);
    const char *refusal = match_play_minister(g->match);
    if (fault_sentence(g->match, faults, sentence, sizeof sentence) != NULL) {
        (void)shown_print(stderr, "backchannel-window: %s\n", sentence);
    }
    return played(g, refusal);
}

bool game_undo(struct game *g)
{
    if (!match_undo(g->match)) {
        return false;
    }
    (void)played(g, NULL);
    return true;
}

void game_free(struct game *g)
{
    table_free(g->table);
    intro_free(&g->intro);
    match_free(g->match);
    free(g->place);
    *g = (struct game){ .match = NULL };
}
