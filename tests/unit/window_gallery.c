/* window_gallery: see window_gallery.h. */
#define _POSIX_C_SOURCE 200809L

#include "unit/window_gallery.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "content/scenario_load.h"
#include "content/scenario_texts.h"
#include "match/transcript.h"
#include "window/actions.h"
#include "window/parts.h"
#include "window/shot.h"

const char *const gallery_languages[GALLERY_LANGUAGES] = { "en", "zh_CN" };

enum { SEEDS = 40, PRESSES = 400 };
enum { MAIN_STORY, LESSON, STORIES };

static struct scenario *story[STORIES]; /* in the language in force */
static char home[] = "/tmp/galleryXXXXXX";

static void stop(const char *what, const char *why)
{
    fprintf(stderr, "%s: %s\n", what, why);
    gallery_close();
    exit(1);
}

/* ---- moments of a game that are waited for ---- */

static bool answers(const struct table *t)
{
    return t->moment == TABLE_ANSWER;
}

static bool reacts(const struct table *t)
{
    return t->moment == TABLE_REACTION && t->round > 1;
}

static bool waits(const struct table *t)
{
    return t->moment == TABLE_WAITING && part_says(t->manner);
}

static bool is_grave(const struct table *t)
{
    return t->cards > 0 && t->sheet != NULL && t->sheet->severe;
}

static bool has_orders(const struct table *t)
{
    return t->moment == TABLE_ORDERS;
}

static bool is_late(const struct table *t)
{
    return t->cards > 0 && t->round >= t->rounds - 1;
}

/* ---- what is changed on a screen that is there ---- */

static void again(struct play *play)
{
    play->can_continue = true;
}

static void for_the_first_time(struct play *play)
{
    play->offers_tutorial = true;
}

static void close_cards(struct play *play)
{
    play->scene.open = -1;
    play->focus = -1;
}

static void wait_for_key(struct play *play)
{
    play->waits = INPUT_UNDO;
}

static void name_a_game(struct play *play)
{
    play_open_over(play, OVER_SAVE);
}

static void open_last_account(struct play *play)
{
    play->why = play->game.table->accounts - 1;
}

static void refuse(struct play *play)
{
    snprintf(play->notice, sizeof play->notice, "%s",
             _("Rewound: more was known than when you chose. From here on the game "
               "counts as played with hindsight."));
}

static void find_faults(struct play *play)
{
    struct watch *w = &play->watch;
    w->findings = findings_init();
    scenario_free(scenario_load(SOURCE_DIR "/tests/bad_scenarios/many-at-once.json", &w->findings));
    snprintf(w->news, sizeof w->news, "%s",
             _("The file has errors. The game goes on with what it was."));
    play_open_over(play, OVER_FINDINGS);
}

static const struct gallery_view {
    const char *name, *screen; /* what --screen calls where it begins */
    int story, party;
    bool (*until)(const struct table *t); /* then the game is played on */
    void (*change)(struct play *play);
} views[] = {
    { "title", "title", MAIN_STORY, 0, NULL, NULL },
    { "title-again", "title", MAIN_STORY, 0, NULL, again },
    { "title-first", "title", MAIN_STORY, 0, NULL, for_the_first_time },
    { "title-other", "title", MAIN_STORY, 1, NULL, NULL },
    { "new", "new", MAIN_STORY, 0, NULL, NULL },
    { "briefing", "briefing", MAIN_STORY, 0, NULL, NULL },
    { "briefing-other", "briefing", MAIN_STORY, 1, NULL, NULL },
    { "sources", "sources", MAIN_STORY, 0, NULL, NULL },
    { "table", "table", MAIN_STORY, 0, NULL, NULL },
    { "table-closed", "table", MAIN_STORY, 0, NULL, close_cards },
    { "table-notice", "table", MAIN_STORY, 0, NULL, refuse },
    { "table-other", "table", MAIN_STORY, 1, NULL, NULL },
    { "table-answer", "table", MAIN_STORY, 0, answers, NULL },
    { "table-answer-other", "table", MAIN_STORY, 1, answers, NULL },
    { "table-reaction", "table", MAIN_STORY, 0, reacts, NULL },
    { "table-waiting", "table", MAIN_STORY, 0, waits, NULL },
    { "table-grave", "table", MAIN_STORY, 1, is_grave, NULL },
    { "table-orders", "table", MAIN_STORY, 0, has_orders, NULL },
    { "table-late", "table", MAIN_STORY, 0, is_late, NULL },
    { "lesson", "table", LESSON, 0, NULL, NULL },
    { "summit", "summit", MAIN_STORY, 0, NULL, NULL },
    { "cases", "cases", MAIN_STORY, 0, NULL, NULL },
    { "agreements", "agreements", MAIN_STORY, 0, NULL, NULL },
    { "ledger", "ledger", MAIN_STORY, 0, NULL, NULL },
    { "why", "why", MAIN_STORY, 0, NULL, NULL },
    { "why-last", "why", MAIN_STORY, 0, NULL, open_last_account },
    { "morning", "morning", MAIN_STORY, 0, NULL, NULL },
    { "morning-lesson", "morning", LESSON, 0, NULL, NULL },
    { "ending", "ending", MAIN_STORY, 0, NULL, NULL },
    { "debrief", "debrief", MAIN_STORY, 0, NULL, NULL },
    { "load", "load", MAIN_STORY, 0, NULL, NULL },
    { "save", "menu", MAIN_STORY, 0, NULL, name_a_game },
    { "settings", "settings", MAIN_STORY, 0, NULL, NULL },
    { "keys", "keys", MAIN_STORY, 0, NULL, NULL },
    { "keys-waiting", "keys", MAIN_STORY, 0, NULL, wait_for_key },
    { "about", "about", MAIN_STORY, 0, NULL, NULL },
    { "menu", "menu", MAIN_STORY, 0, NULL, NULL },
    { "findings", "table", MAIN_STORY, 0, NULL, find_faults },
};

static int first_focus[GALLERY_MOST];

int gallery_screens(void)
{
    return (int)(sizeof views / sizeof views[0]);
}

const char *gallery_name(int screen)
{
    return views[screen].name;
}

/* ---- arranging ---- */

/* What somebody presses who does as the first adviser says, or else the first thing there is. */
static int next_press(const struct play *play)
{
    const struct table *t = play->game.table;
    if (play->page != PAGE_TABLE || t->cards == 0) {
        return ACTION_GO;
    }
    int card = t->advisers > 0 && t->adviser[0].card >= 0 ? t->adviser[0].card : 0;
    for (int i = 0; i < t->cards && t->card[card].off; i++) {
        card = i;
    }
    int form = 0;
    while (form < t->card[card].forms - 1 && t->card[card].form[form].off) {
        form++;
    }
    return ACTION_FORM + card * ACTION_FORMS + form;
}

static bool play_until(struct play *play, bool (*until)(const struct table *t))
{
    for (int i = 0; i < PRESSES && play->page != PAGE_ENDING; i++) {
        if (play->page == PAGE_TABLE && until(play->game.table)) {
            return true;
        }
        play_screen.press(play, next_press(play));
    }
    return false;
}

static void begin(struct play *play, const struct gallery_view *view, uint64_t seed)
{
    const struct options options = { .screen = view->screen };
    struct play_wish wish = { .scenario = story[view->story],
                              .party = view->party,
                              .seeded = true,
                              .seed = seed,
                              .picture = true,
                              .settings = settings_init() };
    char why[200];
    snprintf(wish.system, sizeof wish.system, "%s", say_language());
    snprintf(wish.story, sizeof wish.story, "%s", wish.scenario->id);
    const char *refusal = minister_find("tit-for-tat", &wish.minister, why, sizeof why);
    refusal = refusal != NULL ? refusal : shot_arrange(play, &wish, &options, NULL);
    if (refusal != NULL) {
        stop(view->name, refusal);
    }
}

static void arrange(struct play *play, const struct gallery_view *view)
{
    begin(play, view, 1);
    for (uint64_t seed = 2; view->until != NULL && !play_until(play, view->until); seed++) {
        if (seed > SEEDS) {
            stop(view->name, "no game comes to it");
        }
        play_free(play);
        begin(play, view, seed);
    }
    if (view->change != NULL) {
        view->change(play);
    }
}

static void load_stories(const char *language)
{
    static const char *const ids[STORIES] = { "pentagon-2012", "was-it-you" };
    for (int i = 0; i < STORIES; i++) {
        char path[400];
        bool found;
        struct findings findings = findings_init();
        snprintf(path, sizeof path, "%s/scenarios/%s.json", SOURCE_DIR, ids[i]);
        story[i] = scenario_load_in(path, language, &found, &findings);
        findings_clear(&findings);
        if (story[i] == NULL || !found) {
            stop(ids[i], "cannot be read in that language");
        }
    }
}

bool gallery_show(struct play *plays, const char *language)
{
    if (!say_in(language)) {
        return false;
    }
    load_stories(language);
    memset(plays, 0, GALLERY_MOST * sizeof *plays);
    for (int i = 0; i < gallery_screens(); i++) {
        arrange(&plays[i], &views[i]);
        first_focus[i] = plays[i].focus;
    }
    return true;
}

void gallery_free(struct play *plays)
{
    for (int i = 0; i < gallery_screens(); i++) {
        play_free(&plays[i]);
    }
    for (int i = 0; i < STORIES; i++) {
        scenario_free(story[i]);
    }
}

void gallery_anew(struct play *play, int screen)
{
    play->fresh = true;
    play->focus = first_focus[screen];
}

const char *gallery_app(struct app *app, const struct play *play, int width, int height)
{
    const struct app_options options = { .title = "gallery",
                                         .assets = SOURCE_DIR "/assets",
                                         .width = width,
                                         .height = height,
                                         .look = play_screen.style((void *)play),
                                         .picture = true };
    return app_open(app, &options);
}

/* ---- the home folder ---- */

static void path_of(char *path, size_t size, const char *name)
{
    snprintf(path, size, "%s/backchannel/%s.jsonl", home, name);
}

/* Saved on a day of May 2012, at noon. */
static void date(const char *path, int day)
{
    struct tm noon = { .tm_year = 112, .tm_mon = 4, .tm_mday = day, .tm_hour = 12 };
    const struct timespec times[2] = { { .tv_sec = mktime(&noon) }, { .tv_sec = mktime(&noon) } };
    utimensat(AT_FDCWD, path, times, 0);
}

static void save(const char *name, const struct gallery_view *view, int day)
{
    struct play play = { .page = PAGE_TITLE };
    char path[200], why[300];
    arrange(&play, view);
    path_of(path, sizeof path, name);
    const char *refusal = transcript_save(play.game.match, path, why, sizeof why);
    if (refusal != NULL) {
        stop(path, refusal);
    }
    date(path, day);
    play_free(&play);
}

static void save_damaged(const char *name, int day)
{
    char path[200];
    path_of(path, sizeof path, name);
    FILE *out = fopen(path, "w");
    if (out == NULL || fputs("{\"t\":\"game\",", out) < 0 || fclose(out) != 0) {
        stop(path, "cannot be written");
    }
    date(path, day);
}

void gallery_open(void)
{
    static const struct gallery_view middle = { "middle", "morning", MAIN_STORY, 0, NULL, NULL };
    static const struct gallery_view end = { "end", "ending", LESSON, 0, NULL, NULL };
    char folder[100];
    if (mkdtemp(home) == NULL) {
        stop(home, "cannot be made");
    }
    setenv("XDG_DATA_HOME", home, 1);
    setenv("XDG_CONFIG_HOME", home, 1);
    setenv("BACKCHANNEL_DATA", SOURCE_DIR, 1);
    setenv("TZ", "UTC", 1);
    tzset();
    snprintf(folder, sizeof folder, "%s/backchannel", home);
    mkdir(folder, 0700);
    say_in("en");
    load_stories("en");
    save("Before the summit", &middle, 21);
    save("was-it-you-2012-05-09", &end, 9);
    save_damaged("A file that was cut off", 14);
    for (int i = 0; i < STORIES; i++) {
        scenario_free(story[i]);
    }
}

void gallery_close(void)
{
    static const char *const names[] = { "Before the summit", "was-it-you-2012-05-09",
                                         "A file that was cut off" };
    char path[200];
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        path_of(path, sizeof path, names[i]);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/backchannel", home);
    rmdir(path);
    rmdir(home);
}
