/* watch: another scenario for the game in the window. */
#include "window/watch.h"

#include <stdio.h>
#include <string.h>

#include "content/scenario_load.h"
#include "match/again.h"
#include "match/say.h"
#include "window/arena.h"
#include "window/load.h"
#include "window/play_steps.h"

int watch_begin(struct watch *w, const char *name)
{
    struct findings findings = findings_init();
    *w = (struct watch){ .on = true, .findings = findings_init() };
    const bool begun = scenario_watch_begin(&w->files, name, say_language(), &findings);
    return load_told(&findings, begun);
}

void watch_end(struct watch *w)
{
    scenario_watch_end(&w->files);
    findings_clear(&w->findings);
    *w = (struct watch){ .on = false };
}

int watch_due(const struct watch *w)
{
    const uint32_t now = SDL_GetTicks();
    return !w->on ? -1 : (int32_t)(w->next - now) <= 0 ? 0 : (int)(w->next - now);
}

/* ---- a scenario that is good ---- */

static void keep(struct play *play, struct scenario *sc)
{
    play->wish.scenario = sc;
    scenario_free(play->own);
    play->own = sc;
}

/* On the title nothing has been played yet. */
static const char *begin_anew(struct play *play, struct scenario *sc, char *why, int size)
{
    const char *refusal = minister_suits(&play->wish.minister, sc, why, size);
    if (refusal == NULL) {
        struct scenario *const before = play->own;
        play->wish.scenario = play->own = sc;
        play_to_title(play);
        scenario_free(before);
    }
    return refusal;
}

static const char *play_again(struct play *play, struct scenario *sc, char *why, int size)
{
    struct match *next = NULL;
    struct again again;
    const char *refusal =
        match_again(play->game.match, sc, play->game.party, &next, &again, why, size);
    if (refusal == NULL) {
        play_replace(play, next);
        keep(play, sc);
        again_sentence(&again, play->watch.news, sizeof play->watch.news);
    }
    return refusal;
}

static void take(struct play *play, struct scenario *sc)
{
    struct watch *w = &play->watch;
    char why[300];
    snprintf(w->news, sizeof w->news, "%s", _("Reloaded."));
    const char *refusal = play->page == PAGE_TITLE ? begin_anew(play, sc, why, sizeof why)
                                                   : play_again(play, sc, why, sizeof why);
    if (refusal != NULL) {
        snprintf(w->news, sizeof w->news, "%s", refusal);
        scenario_free(sc);
    }
}

/* ---- looking ---- */

/* Findings lie over the game; without any they go, and the news is a notice. */
static void show(struct play *play)
{
    if (play->watch.findings.count > 0) {
        play_open_over(play, OVER_FINDINGS);
        return;
    }
    if (play->over == OVER_FINDINGS) {
        play_close_over(play);
    }
    play_notice(play, play->watch.news);
}

bool watch_look(struct play *play)
{
    struct watch *w = &play->watch;
    if (watch_due(w) != 0) {
        return false;
    }
    w->next = SDL_GetTicks() + WATCH_MS;
    struct findings findings = findings_init();
    struct scenario *sc = NULL;
    const enum watch_news news = scenario_watch_look(&w->files, &findings, &sc);
    if (findings.out_of_memory) {
        arena_out_of_memory();
    }
    if (news == WATCH_NOTHING) {
        findings_clear(&findings);
        return false;
    }
    findings_clear(&w->findings);
    w->findings = findings;
    if (news == WATCH_LOADED) {
        take(play, sc);
    } else {
        snprintf(w->news, sizeof w->news, "%s",
                 _("The file has errors. The game goes on with what it was."));
    }
    show(play);
    return true;
}
