/* gallery.c: draws every screen in both languages, both themes, three sizes of window and three of
 * text into a folder, and a page to look through them (tests/gallery.sh). Pictures, no judgement. */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "unit/window_gallery.h"

static const int sizes[][2] = { { 1024, 640 }, { 1280, 720 }, { 1920, 1080 } };
static const int scales[] = { 100, 150, 200 };
enum { SIZES = 3, SCALES = 3, THEMES = 2 };

static const char *const themes[THEMES] = { "dark", "light" };
static struct play plays[GALLERY_MOST];
static struct app app;
static const char *folder;

/* "zh_CN-light-1024x640-150/table.png" */
static void name_of(char *name, size_t size, int language, int theme, const int *window, int scale)
{
    snprintf(name, size, "%s-%s-%dx%d-%d", gallery_languages[language], themes[theme], window[0],
             window[1], scale);
}

static const char *draw(int screen, int language, int theme, const int *window, int scale)
{
    char name[100], path[600];
    struct play *play = &plays[screen];
    name_of(name, sizeof name, language, theme, window, scale);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    mkdir(path, 0755);
    snprintf(path, sizeof path, "%s/%s/%s.png", folder, name, gallery_name(screen));
    play->settings.text_scale = scale;
    play->settings.light = theme == 1;
    gallery_anew(play, screen);
    return app_picture(&app, &play_screen, play, path);
}

/* All screens in a window of a size. */
static const char *draw_window(int language, const int *window)
{
    const char *refusal = gallery_app(&app, &plays[0], window[0], window[1]);
    for (int i = 0; i < THEMES * SCALES && refusal == NULL; i++) {
        const int scale = scales[i % SCALES];
        fprintf(stderr, "%s, %s, %dx%d, text %d %%\n", gallery_languages[language],
                themes[i / SCALES], window[0], window[1], scale);
        for (int k = 0; k < gallery_screens() && refusal == NULL; k++) {
            refusal = draw(k, language, i / SCALES, window, scale);
        }
    }
    app_close(&app);
    return refusal;
}

static const char *draw_language(int language)
{
    if (!gallery_show(plays, gallery_languages[language])) {
        return "there is no catalogue of that language";
    }
    const char *refusal = NULL;
    for (int i = 0; i < SIZES && refusal == NULL; i++) {
        refusal = draw_window(language, sizes[i]);
    }
    gallery_free(plays);
    return refusal;
}

/* ---- the page ---- */

static void print_screen(FILE *out, int screen)
{
    fprintf(out, "<h2 id=\"%s\">%s</h2>\n", gallery_name(screen), gallery_name(screen));
    for (int i = 0; i < GALLERY_LANGUAGES * THEMES * SIZES * SCALES; i++) {
        char name[100];
        name_of(name, sizeof name, i / (THEMES * SIZES * SCALES), i / (SIZES * SCALES) % THEMES,
                sizes[i / SCALES % SIZES], scales[i % SCALES]);
        fprintf(out,
                "<a href=\"%s/%s.png\"><img loading=\"lazy\" width=\"480\" src=\"%s/%s.png\" "
                "alt=\"\"><br>%s</a>\n",
                name, gallery_name(screen), name, gallery_name(screen), name);
    }
}

static const char *print_page(void)
{
    char path[600];
    snprintf(path, sizeof path, "%s/index.html", folder);
    FILE *out = fopen(path, "w");
    if (out == NULL) {
        return "the page cannot be written";
    }
    fputs("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Gallery</title>\n"
          "<style>body { font: 14px sans-serif; background: #777; } a { display: inline-block; "
          "margin: 4px; color: #fff; } nav a { margin: 0 8px; }</style>\n<nav>",
          out);
    for (int i = 0; i < gallery_screens(); i++) {
        fprintf(out, "<a href=\"#%s\">%s</a>", gallery_name(i), gallery_name(i));
    }
    fputs("</nav>\n", out);
    for (int i = 0; i < gallery_screens(); i++) {
        print_screen(out, i);
    }
    return fclose(out) == 0 ? NULL : "the page cannot be written";
}

int main(int argc, char **argv)
{
    const char *refusal = NULL;
    if (argc != 2) {
        fprintf(stderr, "usage: gallery FOLDER\n");
        return 2;
    }
    folder = argv[1];
    gallery_open();
    for (int i = 0; i < GALLERY_LANGUAGES && refusal == NULL; i++) {
        refusal = draw_language(i);
    }
    refusal = refusal != NULL ? refusal : print_page();
    gallery_close();
    if (refusal != NULL) {
        fprintf(stderr, "gallery: %s\n", refusal);
    }
    return refusal != NULL;
}
