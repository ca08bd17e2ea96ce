/* shot: bringing a game to a moment. */
#include "window/shot.h"

#include <string.h>

#include "match/say.h"
#include "window/actions.h"

/* The morning that is shown: late enough that there is something to see. */
enum { MORNING_ROUND = 5 };

/* The moment of a game that a screen shows. */
enum scene { SCENE_ANY, SCENE_CARDS, SCENE_CLAUSES, SCENE_MORNING, SCENE_END };

static const struct spot {
    enum play_page page;
    enum over over;
    enum scene scene;
} places[SCREENS] = {
    [SCREEN_TITLE] = { PAGE_TITLE, OVER_NOTHING, SCENE_ANY },
    [SCREEN_NEW] = { PAGE_TITLE, OVER_NEW, SCENE_ANY },
    [SCREEN_BRIEFING] = { PAGE_BRIEFING, OVER_NOTHING, SCENE_ANY },
    [SCREEN_TABLE] = { PAGE_TABLE, OVER_NOTHING, SCENE_CARDS },
    [SCREEN_SUMMIT] = { PAGE_TABLE, OVER_NOTHING, SCENE_CLAUSES },
    [SCREEN_CASES] = { PAGE_TABLE, OVER_CASES, SCENE_MORNING },
    [SCREEN_AGREEMENTS] = { PAGE_TABLE, OVER_AGREEMENTS, SCENE_MORNING },
    [SCREEN_LEDGER] = { PAGE_TABLE, OVER_LEDGER, SCENE_MORNING },
    [SCREEN_WHY] = { PAGE_TABLE, OVER_WHY, SCENE_MORNING },
    [SCREEN_MORNING] = { PAGE_MORNING, OVER_NOTHING, SCENE_MORNING },
    [SCREEN_ENDING] = { PAGE_ENDING, OVER_NOTHING, SCENE_END },
    [SCREEN_DEBRIEF] = { PAGE_ENDING, OVER_DEBRIEF, SCENE_END },
    [SCREEN_LOAD] = { PAGE_TITLE, OVER_LOAD, SCENE_ANY },
    [SCREEN_SETTINGS] = { PAGE_TITLE, OVER_SETTINGS, SCENE_ANY },
    [SCREEN_KEYS] = { PAGE_TITLE, OVER_KEYS, SCENE_ANY },
    [SCREEN_ABOUT] = { PAGE_TITLE, OVER_ABOUT, SCENE_ANY },
    [SCREEN_SOURCES] = { PAGE_BRIEFING, OVER_SOURCES, SCENE_ANY },
    [SCREEN_MENU] = { PAGE_TABLE, OVER_MENU, SCENE_CARDS },
};

static bool is_there(const struct table *t, enum option_screen screen)
{
    switch (places[screen].scene) {
    case SCENE_CARDS:
        return t->cards > 0;
    case SCENE_CLAUSES:
        return t->moment == TABLE_PICK;
    case SCENE_MORNING:
        return t->morning != NULL && t->morning->fresh && t->morning->headlines > 0 &&
               (t->morning->round >= MORNING_ROUND || t->morning->round == t->rounds - 1);
    case SCENE_END:
        return t->ending != NULL;
    default:
        return true;
    }
}

/* Ministers in both chairs, until the screen is there; then who was asked for sits opposite. */
static const char *play_on(struct game *g, enum option_screen screen,
                           const struct minister *opposite)
{
    struct minister script;
    char why[200];
    const char *refusal = minister_find("tit-for-tat", &script, why, sizeof why);
    game_sit(g, g->party, &script);
    match_seat(g->match, g->party, &script);
    while (refusal == NULL && !is_there(g->table, screen)) {
        refusal = match_over(g->match) ? _("The game has no such screen.") : game_play_minister(g);
    }
    game_sit(g, g->party, opposite);
    return refusal;
}

/* The card that an adviser marks lies open, as somebody would look at it. */
static void open_marked(struct play *play)
{
    const struct table *t = play->game.table;
    for (int i = t->advisers - 1; i >= 0 && play->page == PAGE_TABLE; i--) {
        if (t->adviser[i].card >= 0) {
            play->focus = ACTION_CARD + t->adviser[i].card;
        }
    }
}

static void show(struct play *play, enum option_screen screen)
{
    play_arrive(play);
    play->page = places[screen].page;
    if (places[screen].over != OVER_NOTHING) {
        play_open_over(play, places[screen].over);
    }
    play->why = 0;
    if (screen == SCREEN_TABLE) {
        open_marked(play);
    }
    if (screen == SCREEN_SUMMIT && play->game.table->clauses > 0 &&
        play->game.table->clause[0].on_table) {
        play->scene.picked = 1;
    }
}

const char *shot_arrange(struct play *play, const struct play_wish *wish,
                         const struct options *options, struct match *at)
{
    const int screen = options->screen != NULL ? options_screen(options->screen) : SCREEN_TABLE;
    play_title(play, wish);
    play->can_continue = false;
    if (at != NULL) {
        play_resume(play, at, NULL);
        play->game.saves = false;
        if (strcmp(match_seat_name(at, 0), "person") != 0 &&
            strcmp(match_seat_name(at, 1), "person") != 0) {
            game_sit(&play->game, wish->party, &wish->minister);
            play_arrive(play);
        }
        if (options->screen == NULL) {
            open_marked(play);
            return NULL;
        }
        if (!is_there(play->game.table, (enum option_screen)screen)) {
            return _("The game does not stand at such a screen.");
        }
    } else {
        const char *refusal = play_on(&play->game, (enum option_screen)screen, &wish->minister);
        if (refusal != NULL) {
            return refusal;
        }
    }
    show(play, (enum option_screen)screen);
    return NULL;
}
