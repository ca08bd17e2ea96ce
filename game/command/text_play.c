/* text_play.c: a game in plain text. */
#define _POSIX_C_SOURCE 200809L

#include "command/text_play.h"

#include "command/out.h"
#include "match/save_place.h"
#include "command/text_choices.h"
#include "command/text_show.h"
#include "match/say.h"
#include "match/transcript.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_SIZE = 600 };

struct game {
    struct match *m;
    const char *save; /* file, or NULL */
    int viewer;       /* the person's party */
    int told;         /* round whose morning was told last */
    bool left;        /* the person goes: input is over, or quit */
};

/* ---- the signals that ask a program to stop end the input, so that the game is saved ---- */

static volatile sig_atomic_t interrupted;

static void interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

static void catch_signals(void)
{
    struct sigaction action = { .sa_handler = interrupt };
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
}

/* ---- saving ---- */

/* Saves to a path, saying why where that is refused. */
static bool save_to(const struct game *g, const char *path)
{
    char why[300];
    const char *refusal = transcript_save(g->m, path, why, sizeof why);
    if (refusal != NULL) {
        complain("backchannel: %s\n", refusal);
    }
    return refusal == NULL;
}

/* The last save: where nobody named a file, in the usual place. */
static int save_and_go(const struct game *g)
{
    char *place = g->save == NULL ? save_place(match_scenario(g->m)->id) : NULL;
    const char *path = g->save == NULL ? place : g->save;
    if (path == NULL) {
        return out_of_memory();
    }
    const bool saved = save_to(g, path);
    if (saved) {
        complain(_("The game is saved: %s\n"), path);
    }
    free(place);
    return saved ? EXIT_FINE : EXIT_MACHINE;
}

/* ---- commands ---- */

static void show_help(void)
{
    say("%s", _("A number, or the word in brackets behind it: makes that choice.\n"
                "ledger: every change so far and its causes.\n"
                "undo: takes back your last decision.\n"
                "save FILE: saves the game there; it can be gone on with by --resume FILE.\n"
                "quit: saves the game and stops.\n"));
}

static void save_as_told(const struct game *g, const char *path)
{
    if (path[0] == '\0') {
        say("%s\n", _("save FILE: name the file."));
    } else if (save_to(g, path)) {
        say(_("Saved: %s\n"), path);
    }
}

/* ---- the loop ---- */

/* Reads a line without its end. False at the end of input. */
static bool read_line(char *line, size_t size)
{
    if (isatty(STDIN_FILENO) == 1) {
        say("> ");
    }
    fflush(stdout);
    if (interrupted || fgets(line, (int)size, stdin) == NULL) {
        return false;
    }
    const bool whole = strchr(line, '\n') != NULL;
    line[strcspn(line, "\r\n")] = '\0';
    for (int c = whole ? '\n' : ' '; c != '\n' && c != EOF;) {
        c = getchar();
    }
    return true;
}

static bool undo(const struct game *g)
{
    if (!match_undo(g->m)) {
        say("%s\n", _("There is nothing to take back."));
        return false;
    }
    return true;
}

static bool play_line(const struct game *g, const struct choices *c, const char *line)
{
    const int move = choices_find(g->m, c, line);
    if (move < 0) {
        return false;
    }
    const char *refusal = match_play(g->m, move, "person");
    if (refusal != NULL) {
        say("%s\n", refusal);
    }
    return refusal == NULL;
}

/* Does what a line says. True when the game has changed or the person goes. */
static bool obey(struct game *g, const struct table *t, const struct choices *c, const char *line)
{
    if (strcmp(line, "quit") == 0) {
        g->left = true;
    } else if (strcmp(line, "help") == 0) {
        show_help();
    } else if (strcmp(line, "ledger") == 0) {
        text_show_ledger(t);
    } else if (strncmp(line, "save", 4) == 0 && (line[4] == ' ' || line[4] == '\0')) {
        save_as_told(g, line + 4 + strspn(line + 4, " "));
    } else if (strcmp(line, "undo") == 0) {
        return undo(g);
    } else if (line[0] != '\0') {
        return play_line(g, c, line);
    }
    return g->left;
}

/* One decision of the person. */
static int decide(struct game *g)
{
    struct table *t = table_new(g->m, g->viewer);
    struct choices choices = { 0 };
    char line[LINE_SIZE];
    if (t == NULL) {
        return out_of_memory();
    }
    if (g->save != NULL) {
        (void)save_to(g, g->save);
    }
    text_show_table(t);
    choices_show(g->m, t, &choices);
    do {
        g->left = !read_line(line, sizeof line);
    } while (!g->left && !out_failed() && !obey(g, t, &choices, line));
    table_free(t);
    return EXIT_FINE;
}

/* What the last decision was and has led to, as far as the person may see it. */
static int show_results(struct game *g)
{
    struct table *t = table_new(g->m, g->viewer);
    if (t == NULL) {
        return out_of_memory();
    }
    const struct table_quote *words = text_last_words(g->m, t);
    if (words != NULL) {
        text_show_words(words);
    }
    if (t->morning != NULL && t->morning->fresh && t->morning->round != g->told) {
        text_show_morning(t->morning);
        g->told = t->morning->round;
    }
    if (t->ending != NULL) {
        text_show_ending(t);
    }
    table_free(t);
    return EXIT_FINE;
}

static int minister_turn(const struct game *g)
{
    const char *refusal = match_play_minister(g->m);
    if (refusal != NULL) {
        complain("backchannel: %s\n", refusal);
        return EXIT_BUG;
    }
    return EXIT_FINE;
}

static int turn(struct game *g)
{
    const int steps = match_steps(g->m);
    const int code = match_person_to_move(g->m) ? decide(g) : minister_turn(g);
    const bool played = match_steps(g->m) > steps;
    return code == EXIT_FINE && played ? show_results(g) : code;
}

int text_play(struct match *m, const char *save)
{
    struct game g = { .m = m, .save = save };
    g.viewer = strcmp(match_seat_name(m, 0), "person") == 0 ? 0 : 1;
    catch_signals();
    int code = text_show_briefing(m, g.viewer) ? EXIT_FINE : out_of_memory();
    if (code == EXIT_FINE && match_over(m)) {
        code = show_results(&g);
    }
    while (code == EXIT_FINE && !match_over(m) && !g.left && !out_failed()) {
        code = turn(&g);
    }
    if (code == EXIT_FINE && !match_over(m)) {
        return save_and_go(&g);
    }
    if (code == EXIT_FINE && save != NULL && !save_to(&g, save)) {
        return EXIT_MACHINE;
    }
    return code;
}
