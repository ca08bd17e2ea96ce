/* shot: bringing a game to a moment. */
#include "window/shot.h"

#include <string.h>

#include "match/say.h"
#include "window/actions.h"

/* The morning that is shown: late enough that there is something to see. */
enum { MORNING_ROUND = 5 };

static bool is_there(const struct table *t, enum option_screen screen)
{
    switch (screen) {
    case SCREEN_TABLE:
        return t->cards > 0;
    case SCREEN_SUMMIT:
        return t->moment == TABLE_PICK;
    case SCREEN_MORNING:
    case SCREEN_LEDGER:
    case SCREEN_WHY:
        return t->morning != NULL && t->morning->fresh && t->morning->headlines > 0 &&
               (t->morning->round >= MORNING_ROUND || t->morning->round == t->rounds - 1);
    case SCREEN_ENDING:
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

static enum page page_of(enum option_screen screen)
{
    static const enum page pages[SCREENS] = {
        [SCREEN_TITLE] = PAGE_TITLE,     [SCREEN_BRIEFING] = PAGE_BRIEFING,
        [SCREEN_TABLE] = PAGE_TABLE,     [SCREEN_SUMMIT] = PAGE_TABLE,
        [SCREEN_MORNING] = PAGE_MORNING, [SCREEN_ENDING] = PAGE_ENDING,
        [SCREEN_LEDGER] = PAGE_TABLE,    [SCREEN_KEYS] = PAGE_TABLE,
        [SCREEN_WHY] = PAGE_TABLE,
    };
    return pages[screen];
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
    play->page = page_of(screen);
    play->over = screen == SCREEN_LEDGER ? OVER_LEDGER
                 : screen == SCREEN_KEYS ? OVER_KEYS
                 : screen == SCREEN_WHY  ? OVER_WHY
                                         : OVER_NOTHING;
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
