/* text_play.c: a game in plain text. */
#define _POSIX_C_SOURCE 200809L

#include "command/text_play.h"

#include "command/args.h"
#include "command/given.h"
#include "command/out.h"
#include "command/text_choices.h"
#include "command/text_decisions.h"
#include "command/text_input.h"
#include "command/text_show.h"
#include "command/text_why.h"
#include "match/save_place.h"
#include "match/fault.h"
#include "match/say.h"
#include "match/transcript.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_SIZE = 600 };

struct game {
    struct match *m;
    struct text_watch *watch; /* NULL: nobody changes the scenario */
    const char *save;         /* file; NULL for a game that was over before */
    bool refused;             /* it could not be written, and that has been said */
    int viewer;               /* the person's party */
    int told;                 /* round whose morning was told last */
    int shown;                /* round whose table was shown in full last */
    bool left;                /* the person goes: input is over, or quit */
    bool news;                /* there is a new scenario to be played */
};

/* ---- saving ---- */

/* Saves to a path, saying why where that is refused. */
static int save_to(const struct game *g, const char *path)
{
    char why[300];
    const char *refusal = transcript_save(g->m, path, why, sizeof why);
    return refusal != NULL ? given_refusal(refusal, EXIT_MACHINE) : EXIT_FINE;
}

/* Where that is refused it is said once; the game goes on, and says it again at its end. */
static void save_decision(struct game *g)
{
    char why[300];
    const char *refusal = transcript_save(g->m, g->save, why, sizeof why);
    if (refusal != NULL && !g->refused) {
        complain("backchannel: %s\n", refusal);
    }
    g->refused = refusal != NULL;
}

static int save_and_go(const struct game *g)
{
    const int code = save_to(g, g->save);
    if (code == EXIT_FINE) {
        complain(_("The game is saved: %s\n"), g->save);
    }
    return code;
}

/* ---- commands ---- */

static void show_help(void)
{
    say("%s",
        _("A number, or the word in brackets behind it: makes that choice.\n"
          "table: all numbers of both sides, and the whole incident.\n"
          "ledger: every change so far and its causes.\n"
          "why NAME: what last moved a number, and where it drifts; also an agreement, a word\n"
          "    given, the belief, a case. why NAME all: since the start. why: all names.\n"
          "why move: what their last words do, as far as you can tell.\n"
          "undo: takes back your last decision.\n"
          "rewind: lists your decisions. rewind N: makes your Nth decision again.\n"
          "    Taking back is free until the other side has answered; after that the game\n"
          "    counts as played with hindsight.\n"
          "save FILE: saves the game there; it can be gone on with by --resume FILE.\n"
          "quit: saves the game and stops.\n"));
    text_show_terms();
}

static void save_as_told(const struct game *g, const char *path)
{
    char why[300];
    const char *refusal = transcript_place(path, why, sizeof why);
    if (path[0] == '\0') {
        say("%s\n", _("save FILE: name the file."));
    } else if (refusal != NULL) {
        complain("backchannel: %s\n", refusal);
    } else if (save_to(g, path) == EXIT_FINE) {
        say(_("Saved: %s\n"), path);
    }
}

/* ---- the loop ---- */

/* Waits for a line to begin, and looks at the scenario meanwhile. True: it is a new one. */
static bool wait_for_line(struct game *g)
{
    bool ready = false;
    while (g->watch != NULL && !ready && input_wait(TEXT_WATCH_MS, &ready)) {
        if (!ready && text_watch_look(g->watch)) {
            return true;
        }
    }
    return false;
}

/* Reads a line. False at the end of input, and where there is a new scenario. */
static bool read_line(struct game *g, char *line, size_t size)
{
    if (isatty(STDIN_FILENO) == 1) {
        say("> ");
    }
    fflush(stdout);
    g->news = wait_for_line(g);
    g->left = !g->news && !input_line(line, size);
    return !g->news && !g->left;
}

/* The morning of the round that is played again is news again. */
static bool take_back(struct game *g, int number)
{
    const bool before = match_hindsight(g->m);
    if (!match_rewind(g->m, number)) {
        (void)out_of_memory();
        return false;
    }
    if (match_hindsight(g->m) && !before) {
        say("%s\n",
            _("Rewound: more was known than when you chose. From here on the game counts as "
              "played with hindsight."));
    }
    g->told = g->shown = 0;
    return true;
}

static bool undo(struct game *g)
{
    const int number = match_undo_number(g->m, g->viewer);
    if (number == 0) {
        say("%s\n", _("There is nothing to take back."));
        return false;
    }
    return take_back(g, number);
}

static bool rewind_to(struct game *g, const char *word)
{
    const int decisions = text_decisions(g->m, g->viewer);
    uint64_t which;
    if (word[0] == '\0') {
        text_show_decisions(g->m, g->viewer);
        return false;
    }
    if (!args_number(word, 1, (uint64_t)decisions, &which)) {
        say(decisions == 0 ? _("There is nothing to take back.\n")
                           : _("rewind N: one of your decisions, 1 to %d; rewind lists them.\n"),
            decisions);
        return false;
    }
    return take_back(g, text_decision(g->m, g->viewer, (int)which));
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

/* Does a line begin with the word? What stands behind it. */
static bool is_word(const char *line, const char *word)
{
    const size_t length = strlen(word);
    return strncmp(line, word, length) == 0 && (line[length] == ' ' || line[length] == '\0');
}

static const char *behind(const char *line, const char *word)
{
    const char *rest = line + strlen(word);
    return rest + strspn(rest, " ");
}

/* Does what a line says. True when the game has changed or the person goes. */
static bool obey(struct game *g, const struct table *t, const struct choices *c, const char *line)
{
    if (strcmp(line, "quit") == 0) {
        g->left = true;
    } else if (strcmp(line, "help") == 0) {
        show_help();
    } else if (strcmp(line, "table") == 0) {
        text_show_table(t, true);
    } else if (strcmp(line, "ledger") == 0) {
        text_show_ledger(t);
    } else if (is_word(line, "save")) {
        save_as_told(g, behind(line, "save"));
    } else if (is_word(line, "why")) {
        text_why(t, behind(line, "why"));
    } else if (strcmp(line, "undo") == 0) {
        return undo(g);
    } else if (is_word(line, "rewind")) {
        return rewind_to(g, behind(line, "rewind"));
    } else if (line[0] != '\0') {
        return play_line(g, c, line);
    }
    return g->left;
}

/* One decision of the person. */
static int decide(struct game *g)
{
    struct table *t = table_new_advised(g->m, g->viewer);
    struct choices choices = { 0 };
    char line[LINE_SIZE];
    if (t == NULL) {
        return out_of_memory();
    }
    save_decision(g);
    if (g->shown == 0 && t->opposite[0] != '\0') {
        say(_("\nOpposite you: %s\n"), t->opposite);
    }
    text_show_table(t, t->round != g->shown);
    g->shown = t->round;
    choices_show(g->m, t, &choices);
    while (read_line(g, line, sizeof line) && !out_failed() && !obey(g, t, &choices, line)) {
    }
    table_free(t);
    return EXIT_FINE;
}

/* What the last decision was and has led to, as far as the person may see it. `manner`: how those
 * take their time who have just spoken, or "". */
static int show_results(struct game *g, const char *manner)
{
    struct table *t = table_new(g->m, g->viewer);
    if (t == NULL) {
        return out_of_memory();
    }
    const struct table_quote *words = text_last_words(g->m, t);
    if (words != NULL) {
        text_show_line(manner);
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

static int minister_moves(const struct game *g)
{
    char sentence[600];
    const int faults = fault_count(g->m);
    const char *refusal = match_play_minister(g->m);
    if (refusal != NULL) {
        complain("backchannel: %s\n", refusal);
        return EXIT_BUG;
    }
    if (fault_sentence(g->m, faults, sentence, sizeof sentence) != NULL) {
        complain("backchannel: %s\n", sentence);
    }
    return EXIT_FINE;
}

/* The table at which the person waits outlives the move: it has the manner of those who move. */
static int minister_turn(struct game *g)
{
    struct table *before = table_new(g->m, g->viewer);
    if (before == NULL) {
        return out_of_memory();
    }
    const int code = minister_moves(g);
    const int shown = code == EXIT_FINE ? show_results(g, before->manner) : code;
    table_free(before);
    return shown;
}

/* Goes on with the new scenario; all of its table is news. */
static int take_news(struct game *g)
{
    g->news = false;
    if (!text_watch_take(g->watch, &g->m, g->viewer)) {
        return EXIT_FINE;
    }
    g->told = g->shown = 0;
    return match_over(g->m) ? show_results(g, "") : EXIT_FINE;
}

static int person_turn(struct game *g)
{
    const int steps = match_steps(g->m);
    const int code = decide(g);
    if (code == EXIT_FINE && g->news) {
        return take_news(g);
    }
    return code == EXIT_FINE && match_steps(g->m) > steps ? show_results(g, "") : code;
}

static int turn(struct game *g)
{
    return match_person_to_move(g->m) ? person_turn(g) : minister_turn(g);
}

static int play_on(struct game *g)
{
    int code = text_show_briefing(g->m, g->viewer) ? EXIT_FINE : out_of_memory();
    if (code == EXIT_FINE && match_over(g->m)) {
        code = show_results(g, "");
    }
    while (code == EXIT_FINE && !match_over(g->m) && !g->left && !out_failed()) {
        code = turn(g);
    }
    return code == EXIT_FINE && g->save != NULL ? save_and_go(g) : code;
}

int text_play(struct match **m, const char *save, struct text_watch *watch)
{
    struct game g = { .m = *m, .save = save, .watch = watch };
    char *place = NULL;
    if (save == NULL && !match_over(*m)) {
        place = save_place(match_scenario(*m)->id);
        if (place == NULL) {
            return out_of_memory();
        }
        g.save = place;
    }
    g.viewer = strcmp(match_seat_name(*m, 0), "person") == 0 ? 0 : 1;
    input_catch_signals();
    const int code = play_on(&g);
    *m = g.m;
    free(place);
    return code;
}
