/* play.c: `backchannel play`: finds the players, and the place to play: window, terminal or log. */
#define _POSIX_C_SOURCE 200809L

#include "command/commands.h"
#include "command/given.h"
#include "command/out.h"
#include "command/text_play.h"
#include "content/scenario_load.h"
#include "match/say.h"
#include "match/transcript.h"
#include "minister/outside.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    OPTION_SIDE,
    OPTION_MINISTER,
    OPTION_TEXT,
    OPTION_SEED,
    OPTION_GAME,
    OPTION_LANG,
    OPTION_SAVE,
    OPTION_RESUME,
    OPTION_FROM,
    OPTION_WATCH
};
static const struct option options[] = {
    { "--side", "PARTY", N_("whom you play (the scenario's first party)") },
    { "--minister", "NAME",
      N_("who plays against you (planner); planner:hawk:easy, see ministers") },
    { "--text", NULL, N_("in plain text, even where there is a display") },
    { "--seed", "N", N_("of all luck (another one each time)") },
    { "--game", "K", N_("which game of the seed (0)") },
    { "--lang", "LANGUAGE", N_("of everything (the system's, else English)") },
    { "--save", "FILE", N_("writes the game down there at every decision") },
    { "--resume", "FILE", N_("goes on with a game that was saved") },
    { "--from", "N", N_("branches it: decision N is made anew, in a new file") },
    { "--watch", NULL, N_("reads the scenario again whenever its file changes, and plays on") },
    { NULL, NULL, NULL },
};

struct play {
    struct args *args;
    const char *scenario, *side, *minister, *save, *resume;
    bool text, seeded, watch;
    uint64_t seed, game;
    uint64_t from; /* the decision at which the saved game branches, or 0 */
    struct text_watch watched;
};

/* ---- what is asked for ---- */

static int read_number(struct play *p, int option, const char *value)
{
    if (args_number(value, 0, UINT64_MAX, option == OPTION_SEED ? &p->seed : &p->game)) {
        p->seeded = p->seeded || option == OPTION_SEED;
        return EXIT_FINE;
    }
    return args_wrong(p->args, _("%s: %s is not a whole number from 0 on"), options[option].name,
                      value);
}

static int read_word(struct play *p, const char *value)
{
    if (p->scenario != NULL) {
        return args_wrong(p->args, _("one scenario at a time, not %s as well"), value);
    }
    p->scenario = value;
    return EXIT_FINE;
}

static int read_argument(void *context, int got, const char *value)
{
    struct play *p = context;
    switch (got) {
    case OPTION_SIDE:
        p->side = value;
        return EXIT_FINE;
    case OPTION_MINISTER:
        p->minister = value;
        return EXIT_FINE;
    case OPTION_TEXT:
    case OPTION_WATCH:
        *(got == OPTION_TEXT ? &p->text : &p->watch) = true;
        return EXIT_FINE;
    case OPTION_SEED:
    case OPTION_GAME:
        return read_number(p, got, value);
    case OPTION_LANG:
        return given_language(p->args, value);
    case OPTION_SAVE:
        p->save = value;
        return EXIT_FINE;
    case OPTION_RESUME:
        p->resume = value;
        return EXIT_FINE;
    case OPTION_FROM:
        return args_number(value, 1, INT_MAX, &p->from)
                   ? EXIT_FINE
                   : args_wrong(p->args, _("--from: %s is no number of a decision"), value);
    default:
        return read_word(p, value);
    }
}

/* A saved game brings its own luck; and its sides and minister, but that somebody else may sit down
 * where it branches. No file has a program started: that is named again here. */
static int check_resume(const struct play *p)
{
    const bool program = p->minister != NULL && outside_is_name(p->minister);
    const bool seats = p->side != NULL || (p->minister != NULL && !program);
    if (p->resume != NULL && (p->seeded || p->game != 0 || (seats && p->from == 0))) {
        return args_wrong(p->args, "%s",
                          _("--resume brings its own --seed, --game, --side and --minister"));
    }
    if (p->resume == NULL && p->from != 0) {
        return args_wrong(p->args, "%s", _("--from needs --resume FILE"));
    }
    if (p->resume != NULL && p->watch && p->scenario == NULL) {
        return args_wrong(p->args, "%s", _("--watch with --resume needs the SCENARIO, too"));
    }
    return EXIT_FINE;
}

static int read_arguments(struct play *p)
{
    const int code = args_each(p->args, read_argument, p);
    if (code != EXIT_FINE || p->args->helped) {
        return code;
    }
    return check_resume(p);
}

/* ---- where to play ---- */

static bool has_display(void)
{
    const char *x = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");
    return (x != NULL && x[0] != '\0') || (wayland != NULL && wayland[0] != '\0');
}

/* The program of the window, which lies beside this one. False where there is none. */
static bool find_window(char *path, size_t size)
{
    static const char name[] = "backchannel-window";
    const ssize_t length = readlink("/proc/self/exe", path, size - sizeof name);
    if (length <= 0) {
        return false;
    }
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    if (slash == NULL) {
        return false;
    }
    memcpy(slash + 1, name, sizeof name);
    return access(path, X_OK) == 0;
}

/* Turns into the window, with the same words. Comes back only where that is refused. */
static void become_window(const struct args *args, char *path)
{
    char **words = calloc((size_t)args->count + 2, sizeof *words);
    if (words != NULL) {
        words[0] = path;
        memcpy(words + 1, args->word, (size_t)args->count * sizeof *words);
        execv(path, words);
        free(words);
    }
    complain(_("backchannel: the window cannot be started; playing in text.\n"));
}

static void try_window(const struct play *p)
{
    char path[4096];
    if (!p->text && has_display() && find_window(path, sizeof path)) {
        become_window(p->args, path);
    }
}

/* ---- the players ---- */

/* A year of one's own: six digits, to be told to others. */
static uint64_t fresh_seed(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return rng_mix((uint64_t)now.tv_sec, (uint64_t)now.tv_nsec ^ (uint64_t)getpid()) % 1000000;
}

/* `tell`: ministers sit on both sides. */
static int seat(const struct play *p, struct match *m, bool tell)
{
    const char *name = p->minister != NULL ? p->minister : "planner";
    struct minister minister;
    int side = 0;
    int code = given_minister(p->args, match_scenario(m), name, &minister);
    if (code == EXIT_FINE && p->side != NULL) {
        code = given_party(p->args, match_scenario(m), p->side, &side);
    }
    for (int party = 0; party < MAX_PARTIES && code == EXIT_FINE; party++) {
        const bool person = party == side && !tell;
        code = person ? EXIT_FINE : given_player(p->args, match_scenario(m), name, &minister);
        match_seat(m, party, person || code != EXIT_FINE ? NULL : &minister);
    }
    return code;
}

/* Ends a match, and the programs in its chairs. */
static void leave(struct match *m)
{
    for (int party = 0; party < MAX_PARTIES && m != NULL; party++) {
        struct minister minister = { .outside = NULL };
        if (match_minister(m, party) != NULL) {
            minister = *match_minister(m, party);
        }
        outside_stop(&minister);
    }
    match_free(m);
}

/* Where the game is to be saved it can be from the start, and nothing else is lost by it. */
static int check_save(const struct play *p, const struct match *m)
{
    char why[300];
    if (p->save == NULL) {
        return EXIT_FINE;
    }
    int code = EXIT_USAGE;
    const char *refusal = transcript_place(p->save, why, sizeof why);
    if (refusal == NULL) {
        code = EXIT_MACHINE;
        refusal = transcript_save(m, p->save, why, sizeof why);
    }
    return refusal != NULL ? given_refusal(refusal, code) : EXIT_FINE;
}

static struct text_watch *watched(struct play *p)
{
    return p->watch ? &p->watched : NULL;
}

/* Before the scenario is loaded. */
static int begin_watch(struct play *p, const char *name)
{
    return p->watch ? text_watch_begin(&p->watched, name) : EXIT_FINE;
}

static int play_new(struct play *p, const struct scenario *sc, bool tell)
{
    const uint64_t seed = p->seeded ? p->seed : tell ? 1 : fresh_seed();
    struct match *m = match_new(sc, seed, p->game);
    if (m == NULL) {
        return out_of_memory();
    }
    int code = seat(p, m, tell);
    if (code == EXIT_FINE) {
        code = check_save(p, m);
    }
    if (code == EXIT_FINE) {
        say(_("Seed %" PRIu64 ", game %" PRIu64 "\n"), seed, p->game);
        code = tell ? text_tell(m, p->save) : text_play(&m, p->save, watched(p));
    }
    leave(m);
    return code;
}

static int play_scenario(struct play *p, bool tell)
{
    struct scenario *sc = NULL;
    const char *name = p->scenario != NULL ? p->scenario : "pentagon-2012";
    int code = begin_watch(p, name);
    if (code == EXIT_FINE) {
        code = given_scenario_in(p->args, name, &sc);
    }
    if (code == EXIT_FINE) {
        code = play_new(p, sc, tell);
    }
    scenario_free(sc);
    return code;
}

static int refuse_resume(const struct play *p, const struct divergence *d)
{
    complain(_("backchannel: %s cannot be gone on with: at decision %d the record of %s differs "
               "from what the rules make of it now.\n"),
             p->resume, d->number, d->field);
    return EXIT_USAGE;
}

/* Starts a program that the saved game names, where the command line names it too. */
static int seat_program(const struct play *p, struct match *m, int party, const char *name)
{
    struct minister minister;
    if (p->minister == NULL || strcmp(p->minister, name) != 0) {
        return args_wrong(p->args,
                          _("%s was played with the program %s; to have it started, say "
                            "--minister %s"),
                          p->resume, name, name);
    }
    const int code = given_player(p->args, match_scenario(m), name, &minister);
    if (code == EXIT_FINE) {
        match_seat(m, party, &minister);
    }
    return code;
}

/* Everybody in the chairs must be known here, and one person be at the keyboard. */
static int check_seats(const struct play *p, struct match *m)
{
    int code = EXIT_FINE, persons = 0, programs = 0;
    for (int party = 0; party < MAX_PARTIES && code == EXIT_FINE; party++) {
        struct minister minister;
        const char *name = match_seat_name(m, party);
        if (strcmp(name, "person") == 0) {
            persons++;
        } else if (outside_is_name(name)) {
            programs++;
            code = seat_program(p, m, party, name);
        } else {
            code = given_minister(p->args, match_scenario(m), name, &minister);
        }
    }
    if (code == EXIT_FINE && p->minister != NULL && programs == 0) {
        return args_wrong(p->args, "%s",
                          _("--resume brings its own --seed, --game, --side and --minister"));
    }
    if (persons > 1) {
        complain(_("backchannel: %s cannot be gone on with: persons sit in both chairs.\n"),
                 p->resume);
        return EXIT_USAGE;
    }
    return code;
}

/* ---- branches ---- */

/* The party a person plays: as asked for, else as before, else the one whose decision it is. */
static int find_side(const struct play *p, const struct match *m, int *side)
{
    *side = match_to_move(m);
    for (int party = MAX_PARTIES - 1; party >= 0; party--) {
        *side = strcmp(match_seat_name(m, party), "person") == 0 ? party : *side;
    }
    return p->side == NULL ? EXIT_FINE : given_party(p->args, match_scenario(m), p->side, side);
}

/* The other chair keeps its minister unless another is asked for. */
static int seat_branch(const struct play *p, struct match *m)
{
    int side;
    struct minister minister;
    int code = find_side(p, m, &side);
    const char *kept = match_seat_name(m, 1 - side);
    const char *name = p->minister != NULL           ? p->minister
                       : strcmp(kept, "person") == 0 ? "planner"
                                                     : kept;
    if (code == EXIT_FINE && outside_is_name(name)) {
        match_seat(m, side, NULL);
        return seat_program(p, m, 1 - side, name);
    }
    if (code == EXIT_FINE) {
        code = given_minister(p->args, match_scenario(m), name, &minister);
    }
    if (code == EXIT_FINE) {
        match_seat(m, side, NULL);
        match_seat(m, 1 - side, &minister);
    }
    return code;
}

/* The game that is left stays as it is. */
static int check_place(const struct play *p)
{
    struct stat left, saved;
    if (p->save != NULL && stat(p->resume, &left) == 0 && stat(p->save, &saved) == 0 &&
        left.st_dev == saved.st_dev && left.st_ino == saved.st_ino) {
        return args_wrong(p->args, "%s", _("--save may not name the game that --from leaves"));
    }
    return EXIT_FINE;
}

/* Puts the branch in the place of the whole game. */
static int branch(const struct play *p, struct match **m)
{
    if (p->from > (uint64_t)match_steps(*m)) {
        return args_wrong(p->args, _("--from %d: there are only %d decisions in %s"), (int)p->from,
                          match_steps(*m), p->resume);
    }
    struct match *whole = *m;
    *m = match_branch(whole, (int)p->from);
    match_free(whole);
    if (*m == NULL) {
        return out_of_memory();
    }
    const int code = seat_branch(p, *m);
    return code == EXIT_FINE ? check_place(p) : code;
}

static int resume(struct play *p)
{
    struct scenario *sc = NULL;
    struct match *m = NULL;
    struct divergence divergence;
    int code = begin_watch(p, p->scenario);
    if (code == EXIT_FINE) {
        code = given_transcript_in(p->args, p->resume, p->scenario, &sc, &m, &divergence);
    }
    if (code == EXIT_FINE) {
        code = divergence.found ? refuse_resume(p, &divergence) : EXIT_FINE;
    }
    if (code == EXIT_FINE) {
        code = p->from != 0 ? branch(p, &m) : check_seats(p, m);
    }
    if (code == EXIT_FINE) {
        code = check_save(p, m);
    }
    if (code == EXIT_FINE) {
        code = text_play(&m, p->save, watched(p));
    }
    leave(m);
    scenario_free(sc);
    return code;
}

static int run(struct args *args)
{
    struct play play = { .args = args };
    const int code = read_arguments(&play);
    if (code != EXIT_FINE || args->helped) {
        return code;
    }
    try_window(&play);
    const bool tell = !play.text && !play.watch && isatty(STDIN_FILENO) != 1;
    const int result = play.resume != NULL ? resume(&play) : play_scenario(&play, tell);
    text_watch_end(&play.watched);
    return result;
}

const struct command command_play = {
    .name = "play",
    .words = "[SCENARIO] [--side PARTY] [--minister NAME] [--text] [--seed N] [--watch] ...",
    .line = N_("Plays the game: in a window, in plain text, or as a demonstration."),
    .options = options,
    .run = run,
};
