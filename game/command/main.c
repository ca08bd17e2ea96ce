/* main.c: backchannel, everything without a screen. */
#define _POSIX_C_SOURCE 200809L

#include "command/out.h"
#include "command/commands.h"
#include "match/say.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct command *const commands[] = { &command_play,      &command_run,
                                                  &command_check,     &command_replay,
                                                  &command_ministers, &command_scenarios };
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

/* The language of messages, and nothing else: numbers keep their point. */
static void bind_language(void)
{
    setlocale(LC_MESSAGES, "");
    bindtextdomain("backchannel", access(BACKCHANNEL_INSTALL_LOCALE, R_OK) == 0
                                      ? BACKCHANNEL_INSTALL_LOCALE
                                      : BACKCHANNEL_BUILD_LOCALE);
    bind_textdomain_codeset("backchannel", "UTF-8");
    textdomain("backchannel");
}

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

static int run(int count, char **words)
{
    if (count == 0) {
        return run_command(&command_play, 0, words);
    }
    if (strcmp(words[0], "--help") == 0) {
        print_help();
        return EXIT_FINE;
    }
    if (strcmp(words[0], "--version") == 0) {
        say("backchannel %s\n", BACKCHANNEL_VERSION);
        return EXIT_FINE;
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
    bind_language();
    return out_finish(run(argc > 0 ? argc - 1 : 0, argv + 1));
}
