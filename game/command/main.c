/* main.c: backchannel, everything without a screen. */
#define _POSIX_C_SOURCE 200809L

#include "command/out.h"
#include "command/commands.h"
#include "match/say.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct command *const commands[] = {
    &command_play,  &command_run,    &command_merge,     &command_tournament, &command_check,
    &command_study, &command_replay, &command_explain,   &command_debrief,    &command_graph,
    &command_new,   &command_texts,  &command_ministers, &command_scenarios,  &command_selfcheck,
};
enum { COMMANDS = sizeof commands / sizeof commands[0] };

static void print_help(void)
{
    say("%s", _("usage: backchannel VERB ...\n"
                "A game of negotiation between two ministers, about intrusions nobody can prove.\n"
                "Without a verb the game is played.\n\n"));
    for (int i = 0; i < COMMANDS; i++) {
        say("  %-12s %s\n", commands[i]->name, _(commands[i]->line));
    }
    say("%s", _("\n  VERB --help  the options of a verb\n"
                "  --version    print the version\n"));
}

/* Files that are opened later must never get the number of a standard stream that was closed; one
 * put in its place refuses, as a closed one does. */
static void keep_streams(void)
{
    for (int file = 0; file <= 2; file++) {
        if (fcntl(file, F_GETFD) < 0) {
            (void)open("/dev/null", file == 0 ? O_WRONLY : O_RDONLY);
        }
    }
}

/* ---- our own bugs ---- */

static const char *bug_sentence; /* in the language of messages; looked up while all is well */

/* A failed assert ends the program with an exit code and a sentence. Only what a handler of signals
 * may call is called. */
static void end_with_bug(int number)
{
    (void)number;
    const ssize_t written = write(STDERR_FILENO, bug_sentence, strlen(bug_sentence));
    (void)written;
    _exit(EXIT_BUG);
}

static void catch_bugs(void)
{
    bug_sentence = _("backchannel: this is a bug of the program; it stops here.\n");
    signal(SIGABRT, end_with_bug);
}

/* ---- verbs ---- */

static int unknown_verb(const char *word)
{
    const char *names[COMMANDS];
    for (int i = 0; i < COMMANDS; i++) {
        names[i] = commands[i]->name;
    }
    complain(_("backchannel: there is no verb %s%s\nSee: backchannel --help\n"), word,
             args_hint(word, names, COMMANDS));
    return EXIT_USAGE;
}

static int run_command(const struct command *command, int count, char **words)
{
    struct args args = { .command = command, .count = count, .word = words };
    return command->run(&args);
}

/* --help and --version stand alone. */
static int tell_about(int count, char **words)
{
    if (count > 1) {
        complain(_("backchannel: %s is one word too many\nSee: backchannel --help\n"), words[1]);
        return EXIT_USAGE;
    }
    if (strcmp(words[0], "--help") == 0) {
        print_help();
    } else {
        say("backchannel %s\n", BACKCHANNEL_VERSION);
    }
    return EXIT_FINE;
}

static int run(int count, char **words)
{
    if (count == 0) {
        return run_command(&command_play, 0, words);
    }
    if (strcmp(words[0], "--help") == 0 || strcmp(words[0], "--version") == 0) {
        return tell_about(count, words);
    }
    if (words[0][0] == '-') {
        return run_command(&command_play, count, words);
    }
    for (int i = 0; i < COMMANDS; i++) {
        if (strcmp(words[0], commands[i]->name) == 0) {
            return run_command(commands[i], count - 1, words + 1);
        }
    }
    return unknown_verb(words[0]);
}

int main(int argc, char **argv)
{
    keep_streams();
    signal(SIGPIPE, SIG_IGN);
    say_begin();
    catch_bugs();
    return out_finish(run(argc > 0 ? argc - 1 : 0, argv + 1));
}
