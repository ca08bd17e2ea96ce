/* play_settings: what the player changes for good. */
#include <stdio.h>
#include <string.h>

#include "content/scenario_load.h"
#include "match/again.h"
#include "match/say.h"
#include "window/load.h"
#include "window/play_steps.h"

static void keep(struct play *play)
{
    char why[300];
    const char *refusal =
        play->wish.picture ? NULL : settings_save(&play->settings, why, sizeof why);
    play_notice(play, refusal);
}

/* The game as it stands, with the texts of its scenario in the language in force. NULL, or a sentence;
 * then it stays as it is. */
static const char *retell(struct play *play, char *why, int size)
{
    struct scenario *sc = load_story(play->own != NULL ? play->own->id : play->wish.story);
    struct match *next = NULL;
    struct again again;
    if (sc == NULL) {
        return _("The story cannot be read again.");
    }
    const char *refusal =
        match_again(play->game.match, sc, play->game.party, &next, &again, why, size);
    if (refusal != NULL) {
        scenario_free(sc);
        return refusal;
    }
    const struct play before = *play; /* where everything lies, and what has been read */
    play_replace(play, next);
    play->page = before.page;
    play->told = before.told;
    play->over = before.over;
    play->layers = before.layers;
    memcpy(play->layer, before.layer, sizeof play->layer);
    play->focus = before.came_from;
    play->wish.scenario = sc;
    scenario_free(play->own);
    play->own = sc;
    return NULL;
}

static const char *language_wished(const struct play *play)
{
    return play->settings.language[0] != '\0' ? play->settings.language : play->wish.system;
}

/* Everything that is said from now on, and all that is shown. */
static const char *change_language(struct play *play, char *why, int size)
{
    struct fonts *fonts = NULL;
    const char *wished = language_wished(play);
    if (strncmp(wished, "zh", 2) == 0) {
        const char *refusal = fonts_new(&fonts, true);
        fonts_free(fonts);
        if (refusal != NULL) {
            return refusal;
        }
    }
    (void)say_in(wished);
    return retell(play, why, size);
}

void play_set(struct play *play, enum setting which, int way)
{
    char why[300];
    const struct settings before = play->settings;
    screen_settings_turn(&play->settings, which, way);
    const char *refusal = which == SETTING_LANGUAGE ? change_language(play, why, sizeof why) : NULL;
    if (refusal != NULL) {
        play->settings = before;
        (void)say_in(language_wished(play)); /* the game is still told in it */
        play_notice(play, refusal);
        return;
    }
    keep(play);
}

void play_bind(struct play *play, enum input command, int code)
{
    if (input_bind(&play->keys, command, code)) {
        input_keep(&play->keys, &play->settings);
        keep(play);
    } else {
        play_notice(play, _("That key has one meaning and keeps it; take another."));
    }
}

void play_usual_keys(struct play *play)
{
    play->settings.keys = 0;
    play->keys = input_keys(NULL);
    keep(play);
}
