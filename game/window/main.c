/* main.c: backchannel-window. */
#define _POSIX_C_SOURCE 200809L

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "content/scenario_find.h"
#include "content/scenario_load.h"
#include "match/say.h"
#include "match/shown.h"
#include "minister/outside.h"
#include "window/load.h"
#include "window/options.h"
#include "window/play.h"
#include "window/shot.h"

enum { FINE = 0, WRONG = 2, MACHINE = 3, BUG = 4 };

/* The language that the system asks for, before anything else did. */
static char system_language[SAY_TAG];

/* In the language of messages; looked up while all is well. */
static const char *bug_sentence;

/* A failed assert ends the program with an exit code and a sentence. Only what a handler of signals
 * may call is called. */
static void end_with_bug(int number)
{
    (void)number;
    const ssize_t written = write(STDERR_FILENO, bug_sentence, strlen(bug_sentence));
    (void)written;
    _exit(BUG);
}

static void catch_bugs(void)
{
    bug_sentence = _("backchannel-window: this is a bug of the program; it stops here.\n");
    signal(SIGABRT, end_with_bug);
}

static int complain(const char *sentence, int code)
{
    (void)shown_print(stderr, "backchannel-window: %s\n", sentence);
    return code;
}

/* The folder of drawings, to be freed; NULL where there is none. */
static char *assets_folder(void)
{
    struct findings findings = findings_init();
    char *path = scenario_data_file("assets", &findings);
    findings_clear(&findings);
    return path;
}

/* ---- what is asked for ---- */

/* What is kept, and the command line on top of it; a picture is the same for everybody. */
static struct settings settings_for(const struct options *o)
{
    struct findings findings = findings_init();
    struct settings s = o->screenshot != NULL ? settings_init() : settings_load(&findings);
    (void)findings_print_text(&findings, stderr);
    findings_clear(&findings);
    s.light = o->themed ? o->light : s.light;
    s.text_scale = o->text_scale != 0 ? o->text_scale : s.text_scale;
    s.still = s.still || o->still;
    return s;
}

static int read_wish(struct play_wish *wish, const struct options *o, const struct scenario *sc,
                     const struct settings *settings)
{
    char why[200];
    const char *name = o->minister != NULL ? o->minister : "planner";
    *wish = (struct play_wish){ .scenario = sc,
                                .seeded = o->seeded || o->screenshot != NULL,
                                .seed = o->seeded ? o->seed : 1,
                                .number = o->game,
                                .save = o->save,
                                .moving = o->screenshot == NULL,
                                .picture = o->screenshot != NULL,
                                .settings = *settings };
    snprintf(wish->system, sizeof wish->system, "%s", system_language);
    snprintf(wish->story, sizeof wish->story, "%s", o->scenario != NULL ? o->scenario : sc->id);
    const char *refusal = minister_for(sc, name, &wish->minister, why, sizeof why);
    const struct outside_limits limits = outside_limits();
    if (refusal == NULL) {
        refusal = outside_start(&wish->minister, &limits, why, sizeof why);
    }
    if (refusal != NULL) {
        return complain(refusal, WRONG);
    }
    wish->party = o->side == NULL ? 0 : scenario_party(sc, o->side);
    if (wish->party < 0) {
        (void)shown_print(stderr, _("backchannel-window: there is no party %s, only %s and %s\n"),
                          o->side, sc->actor[0].id, sc->actor[1].id);
        return WRONG;
    }
    return FINE;
}

/* ---- the window ---- */

static int with_app(struct play *play, const struct options *o)
{
    struct app app;
    char *folder = assets_folder();
    const struct app_options options = { .title = "Backchannel",
                                         .assets = folder != NULL ? folder : "",
                                         .words = o->words,
                                         .width = o->width,
                                         .height = o->height,
                                         .look = play_screen.style(play),
                                         .picture = o->screenshot != NULL };
    const char *refusal = app_open(&app, &options);
    if (refusal == NULL) {
        if (o->screenshot != NULL) {
            refusal = app_picture(&app, &play_screen, play, o->screenshot);
        } else {
            app_loop(&app, &play_screen, play);
            refusal = play_leave(play);
        }
    }
    const int code = refusal == NULL ? FINE : complain(refusal, MACHINE);
    app_close(&app);
    free(folder);
    return code;
}

/* The game that a branch leaves stays as it is. */
static int arrange_branch(const struct play_wish *wish, const struct options *o,
                          struct match **match)
{
    if (o->save != NULL && load_same_file(o->resume, o->save)) {
        return complain(_("--save may not name the game that --from leaves"), WRONG);
    }
    return load_branch(match, (int)o->from, o->side != NULL ? wish->party : -1, o->minister);
}

/* A program that a saved game names sits down where the command line names it too. */
static void seat_program(const struct play_wish *wish, struct match *match)
{
    for (int party = 0; party < MAX_PARTIES && wish->minister.outside != NULL; party++) {
        if (strcmp(match_seat_name(match, party), wish->minister.name) == 0) {
            match_seat(match, party, &wish->minister);
        }
    }
}

/* The title, or the game that is gone on with; where it is to be saved it can be from the start. */
static int arrange(struct play *play, const struct options *o, struct match *match)
{
    const struct play_wish wish = play->wish;
    char why[300];
    play_title(play, &wish);
    if (match == NULL) {
        game_sit(&play->game, wish.party, &wish.minister);
    } else {
        seat_program(&wish, match);
        play_resume(play, match, o->save != NULL ? strdup(o->save) : NULL);
        const char *refusal = load_seats(match, why, sizeof why);
        if (refusal != NULL) {
            return complain(refusal, WRONG);
        }
    }
    return o->save != NULL ? load_check_place(play->game.match, o->save) : FINE;
}

static int arrange_picture(struct play *play, const struct options *o, struct match *match)
{
    const struct play_wish wish = play->wish;
    const char *refusal = shot_arrange(play, &wish, o, match);
    return refusal == NULL ? FINE : complain(refusal, WRONG);
}

static int run(const struct options *o, const struct play_wish *wish, struct match *match,
               const struct watch *watch)
{
    struct play play = { .wish = *wish, .watch = *watch };
    int code = o->screenshot != NULL ? arrange_picture(&play, o, match) : arrange(&play, o, match);
    if (code == FINE) {
        code = with_app(&play, o);
    }
    play_free(&play);
    return code;
}

static int load_and_run(const struct options *o)
{
    struct scenario *sc = NULL;
    struct match *match = NULL;
    struct play_wish wish = { .scenario = NULL };
    struct watch watch = { .on = false };
    const char *saved = o->resume != NULL ? o->resume : o->at;
    const char *name = o->scenario != NULL ? o->scenario : "pentagon-2012";
    const struct settings settings = settings_for(o);
    if (!o->asked && settings.language[0] != '\0') {
        (void)say_in(settings.language);
    }
    int code = o->watch ? watch_begin(&watch, name) : FINE;
    if (code == FINE) {
        code = saved != NULL ? load_saved(saved, o->scenario, o->asked, &sc, &match)
                             : load_scenario(name, o->asked, &sc);
    }
    if (code == FINE) {
        code = read_wish(&wish, o, sc, &settings);
    }
    if (code == FINE && o->from != 0) {
        code = arrange_branch(&wish, o, &match);
    }
    if (code == FINE) {
        code = run(o, &wish, match, &watch);
    } else {
        match_free(match);
        watch_end(&watch);
    }
    outside_stop(&wish.minister);
    scenario_free(sc);
    return code;
}

int main(int argc, char **argv)
{
    struct options options;
    signal(SIGPIPE, SIG_IGN);
    say_begin();
    snprintf(system_language, sizeof system_language, "%s", say_language());
    catch_bugs();
    const int code = options_read(&options, argc, argv);
    return code >= 0 ? code : load_and_run(&options);
}
