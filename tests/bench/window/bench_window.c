/* bench_window.c: how long the screens of the window take to be built, laid out and drawn in
 * software, without a display. Prints CPU milliseconds; nothing passes or fails by them. */
#define _POSIX_C_SOURCE 200809L

#include "content/scenario_load.h"
#include "json/finding.h"
#include "window/app.h"
#include "window/paint.h"
#include "window/play.h"
#include "window/shot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FRAMES = 200 };

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
    const double one = *(const double *)a, two = *(const double *)b;
    return (one > two) - (one < two);
}

static void measure(struct app *app, struct play *play, const char *screen, int width, int height)
{
    double frame[FRAMES], first = 0;
    for (int i = -1; i < FRAMES; i++) {
        const double start = milliseconds();
        app_lay_out(app, &play_screen, play);
        paint_tree(&app->draw, &app->ui);
        SDL_RenderPresent(app->renderer);
        *(i < 0 ? &first : &frame[i]) = milliseconds() - start;
    }
    qsort(frame, FRAMES, sizeof frame[0], by_size);
    printf("%-10s %4d x %-4d   %6.1f ms median %6.1f ms 95 %%   first frame %6.1f ms\n", screen,
           width, height, frame[FRAMES / 2], frame[FRAMES * 95 / 100], first);
}

static int picture_of(const struct scenario *sc, const char *screen, int width, int height)
{
    const struct options options = { .screen = screen,
                                     .width = width,
                                     .height = height,
                                     .seeded = true,
                                     .seed = 3,
                                     .text_scale = 100 };
    struct play_wish wish = { .scenario = sc, .seeded = true, .seed = 3 };
    struct play *play = calloc(1, sizeof *play);
    struct app *app = calloc(1, sizeof *app);
    char why[300];
    const struct app_options look = { .title = "bench",
                                      .assets = SOURCE_DIR "/assets",
                                      .width = width,
                                      .height = height,
                                      .look = { .text_scale = 100 },
                                      .picture = true };
    const char *refusal =
        play && app ? minister_find("planner", &wish.minister, why, sizeof why) : "no memory";
    play_title(play, &wish);
    refusal = refusal ? refusal : shot_arrange(play, &wish, &options, NULL);
    refusal = refusal ? refusal : app_open(app, &look);
    if (refusal == NULL) {
        measure(app, play, screen, width, height);
    } else {
        fprintf(stderr, "%s: %s\n", screen, refusal);
    }
    app_close(app);
    play_free(play);
    free(app);
    free(play);
    return refusal != NULL;
}

int main(void)
{
    struct findings findings = findings_init();
    struct scenario *sc = scenario_load(SOURCE_DIR "/scenarios/pentagon-2012.json", &findings);
    int bad = sc == NULL;
    static const char *const screens[] = { "title",   "briefing", "table", "summit",
                                           "morning", "ending",   "ledger" };
    puts("redraw in software, CPU time (goal: 16 ms at 1920 x 1080)");
    for (size_t i = 0; !bad && i < sizeof screens / sizeof screens[0]; i++) {
        bad |= picture_of(sc, screens[i], 1280, 720);
        bad |= picture_of(sc, screens[i], 1920, 1080);
    }
    findings_clear(&findings);
    scenario_free(sc);
    return bad;
}
