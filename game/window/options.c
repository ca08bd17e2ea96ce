/* options: a table of long options, read by getopt_long. */
#define _POSIX_C_SOURCE 200809L

#include "window/options.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "content/scenario_texts.h"
#include "match/say.h"
#include "match/shown.h"
#include "minister/outside.h"

enum { WRONG = 2, LARGEST = 8192, SMALLEST = 160 };

static const char *const screens[SCREENS] = {
    [SCREEN_TITLE] = "title",
    [SCREEN_NEW] = "new",
    [SCREEN_BRIEFING] = "briefing",
    [SCREEN_TABLE] = "table",
    [SCREEN_SUMMIT] = "summit",
    [SCREEN_CASES] = "cases",
    [SCREEN_AGREEMENTS] = "agreements",
    [SCREEN_LEDGER] = "ledger",
    [SCREEN_MORNING] = "morning",
    [SCREEN_ENDING] = "ending",
    [SCREEN_DEBRIEF] = "debrief",
    [SCREEN_LOAD] = "load",
    [SCREEN_SETTINGS] = "settings",
    [SCREEN_KEYS] = "keys",
    [SCREEN_ABOUT] = "about",
    [SCREEN_SOURCES] = "sources",
    [SCREEN_WHY] = "why",
    [SCREEN_MENU] = "menu",
};

int options_screen(const char *name)
{
    for (int i = 0; i < SCREENS; i++) {
        if (strcmp(name, screens[i]) == 0) {
            return i;
        }
    }
    return -1;
}

enum {
    SIDE = 256,
    MINISTER,
    SEED,
    GAME,
    LANG,
    SAVE,
    RESUME,
    FROM,
    SCREENSHOT,
    SIZE,
    SCREEN,
    AT,
    THEME,
    TEXT_SCALE,
    STILL,
    WORDS,
    WATCH,
    LIST_SCREENS,
    HELP,
    VERSION
};

static const struct option options[] = {
    { "side", required_argument, NULL, SIDE },
    { "minister", required_argument, NULL, MINISTER },
    { "seed", required_argument, NULL, SEED },
    { "game", required_argument, NULL, GAME },
    { "lang", required_argument, NULL, LANG },
    { "save", required_argument, NULL, SAVE },
    { "resume", required_argument, NULL, RESUME },
    { "from", required_argument, NULL, FROM },
    { "screenshot", required_argument, NULL, SCREENSHOT },
    { "size", required_argument, NULL, SIZE },
    { "screen", required_argument, NULL, SCREEN },
    { "at", required_argument, NULL, AT },
    { "theme", required_argument, NULL, THEME },
    { "text-scale", required_argument, NULL, TEXT_SCALE },
    { "still", no_argument, NULL, STILL },
    { "words", required_argument, NULL, WORDS },
    { "watch", no_argument, NULL, WATCH },
    { "list-screens", no_argument, NULL, LIST_SCREENS },
    { "help", no_argument, NULL, HELP },
    { "version", no_argument, NULL, VERSION },
    { NULL, 0, NULL, 0 },
};

static void print_help(void)
{
    printf("%s",
           _("usage: backchannel-window [SCENARIO] [options]\n"
             "The game in a window. Without a display: backchannel play --text\n\n"
             "  --side PARTY         whom you play (the scenario's first party)\n"
             "  --minister NAME      who plays against you (planner), see backchannel ministers\n"
             "  --seed N             of all luck (another one each time)\n"
             "  --game K             which game of the seed (0)\n"
             "  --lang LANGUAGE      of everything (the system's, else English)\n"
             "  --save FILE          writes the game down there at every decision\n"
             "  --resume FILE        goes on with a game that was saved\n"
             "  --from N             branches it: decision N is made anew, in a new file\n"
             "  --screenshot FILE    draws a screen into a PNG file; needs no display\n"
             "  --size WxH           of the window or the picture (1280x720)\n"
             "  --screen NAME        which screen is drawn (table)\n"
             "  --at FILE            the screen as it stands at the end of a transcript\n"
             "  --theme THEME        dark or light (dark)\n"
             "  --text-scale P       100 to 200 per cent (100)\n"
             "  --still              nothing moves across the screen\n"
             "  --words FILE         always holds what is on the screen, as text, and where what\n"
             "                       can be pressed lies\n"
             "  --watch              reads the scenario again whenever its file changes\n"
             "  --list-screens       the names of the screens\n"
             "  --version            print the version\n"));
}

static int wrong(const char *sentence, const char *word)
{
    (void)shown_print(stderr, "backchannel-window: %s: %s\n%s\n", word, sentence,
                      _("See: backchannel-window --help"));
    return WRONG;
}

/* What getopt_long cannot take: ':' is an option without its value. */
static int unknown(int got, const char *word)
{
    (void)shown_print(stderr, "backchannel-window: ");
    if (got == ':') {
        (void)shown_print(stderr, _("%s needs a value: %s %s"), word, word, "...");
    } else {
        (void)shown_print(stderr, _("there is no option %s%s"), word, "");
    }
    (void)shown_print(stderr, "\n%s\n", _("See: backchannel-window --help"));
    return WRONG;
}

/* A decimal number and nothing else. */
static bool number(const char *text, uint64_t low, uint64_t high, uint64_t *out)
{
    if (text[0] == '\0' || strspn(text, "0123456789") != strlen(text)) {
        return false;
    }
    errno = 0;
    *out = strtoull(text, NULL, 10);
    return errno == 0 && *out >= low && *out <= high;
}

static int read_size(struct options *out, const char *value)
{
    char wide[16];
    const char *x = strchr(value, 'x');
    uint64_t width, height;
    const size_t n = x == NULL ? 0 : (size_t)(x - value);
    if (n == 0 || n >= sizeof wide) {
        return wrong(_("a size is WxH, such as 1280x720"), value);
    }
    memcpy(wide, value, n);
    wide[n] = '\0';
    if (!number(wide, SMALLEST, LARGEST, &width) || !number(x + 1, SMALLEST, LARGEST, &height)) {
        return wrong(_("a size is WxH, from 160x160 to 8192x8192"), value);
    }
    out->width = (int)width;
    out->height = (int)height;
    out->sized = true;
    return -1;
}

static int read_scale(struct options *out, const char *value)
{
    uint64_t scale;
    if (!number(value, 100, 200, &scale)) {
        return wrong(_("a text scale is a whole number from 100 to 200"), value);
    }
    out->text_scale = (int)scale;
    return -1;
}

static int read_number(struct options *out, int option, const char *value)
{
    if (!number(value, 0, UINT64_MAX, option == SEED ? &out->seed : &out->game)) {
        return wrong(_("not a whole number from 0 on"), value);
    }
    out->seeded = out->seeded || option == SEED;
    return -1;
}

static int read_from(struct options *out, const char *value)
{
    return number(value, 1, INT_MAX, &out->from) ? -1 : wrong(_("no number of a decision"), value);
}

static int read_choice(struct options *out, int option, const char *value)
{
    if (option == LANG) {
        out->asked = true;
        if (!scenario_is_language(value)) {
            return wrong(_("no language, such as fr or zh_CN"), value);
        }
        say_in(value);
        return -1;
    }
    if (option == SCREEN) {
        out->screen = value;
        return options_screen(value) >= 0
                   ? -1
                   : wrong(_("no such screen; --list-screens names them"), value);
    }
    out->themed = true;
    out->light = strcmp(value, "light") == 0;
    return out->light || strcmp(value, "dark") == 0 ? -1
                                                    : wrong(_("a theme is dark or light"), value);
}

static int print(int option)
{
    if (option == HELP) {
        print_help();
    } else if (option == VERSION) {
        printf("backchannel-window %s\n", BACKCHANNEL_VERSION);
    }
    for (int i = 0; i < SCREENS && option == LIST_SCREENS; i++) {
        printf("%s\n", screens[i]);
    }
    return fflush(stdout) == 0 ? 0 : 3;
}

static int take(struct options *out, int option, const char *value, const char *word)
{
    switch (option) {
    case SIDE:
        out->side = value;
        return -1;
    case MINISTER:
        out->minister = value;
        return -1;
    case SEED:
    case GAME:
        return read_number(out, option, value);
    case SAVE:
        out->save = value;
        return -1;
    case RESUME:
        out->resume = value;
        return -1;
    case FROM:
        return read_from(out, value);
    case SCREENSHOT:
        out->screenshot = value;
        return -1;
    case WORDS:
        out->words = value;
        return -1;
    case SIZE:
        return read_size(out, value);
    case AT:
        out->at = value;
        return -1;
    case TEXT_SCALE:
        return read_scale(out, value);
    case STILL:
    case WATCH:
        *(option == STILL ? &out->still : &out->watch) = true;
        return -1;
    case LANG:
    case SCREEN:
    case THEME:
        return read_choice(out, option, value);
    case LIST_SCREENS:
    case HELP:
    case VERSION:
        return print(option);
    default:
        return unknown(option, word);
    }
}

/* A saved game brings its own luck; and its sides and minister, but that somebody else may sit down
 * where it branches. Some words mean something together only. */
static int check(const struct options *out)
{
    const bool program = out->minister != NULL && outside_is_name(out->minister);
    const bool seats = out->side != NULL || (out->minister != NULL && !program);
    if (out->resume != NULL && (out->seeded || out->game != 0 || (seats && out->from == 0))) {
        return wrong(_("brings its own --seed, --game, --side and --minister"), "--resume");
    }
    if (out->resume == NULL && out->from != 0) {
        return wrong(_("needs --resume FILE"), "--from");
    }
    if (out->screenshot == NULL && (out->screen != NULL || out->at != NULL)) {
        return wrong(_("needs --screenshot FILE"), out->screen != NULL ? "--screen" : "--at");
    }
    if (out->watch && out->resume != NULL && out->scenario == NULL) {
        return wrong(_("with --resume needs the SCENARIO, too"), "--watch");
    }
    if (out->watch && out->screenshot != NULL) {
        return wrong(_("goes not with --screenshot"), "--watch");
    }
    if (out->screenshot != NULL && (out->resume != NULL || out->save != NULL)) {
        return wrong(_("goes neither with --resume nor with --save; use --at"), "--screenshot");
    }
    return -1;
}

int options_read(struct options *out, int count, char **words)
{
    *out = (struct options){ .width = 1280, .height = 720 };
    int code = -1;
    opterr = 0; /* it would print words as they are */
    for (int got; code < 0 && (got = getopt_long(count, words, ":", options, NULL)) != -1;) {
        code = take(out, got, optarg, words[optind - 1]);
    }
    if (code >= 0) {
        return code;
    }
    if (optind < count) {
        out->scenario = words[optind++];
    }
    if (optind < count) {
        return wrong(_("one scenario at a time"), words[optind]);
    }
    return check(out);
}
