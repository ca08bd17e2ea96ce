/* args.h: the words of a command line.
 *
 * A verb is described by a table of its options; reading, --help and the message about a wrong
 * word all come from that table. Options are long ones, `--name VALUE` or `--name=VALUE`; after
 * `--` everything is a plain word. */
#ifndef COMMAND_ARGS_H
#define COMMAND_ARGS_H

#include <stdbool.h>
#include <stdint.h>

struct option {
    const char *name;  /* "--seed" */
    const char *value; /* what follows, for people: "N"; NULL: nothing does */
    const char *line;  /* what it does, marked N_() */
};

struct args;

struct command {
    const char *name;
    const char *words;             /* plain words it takes, for people: "SCENARIO..." */
    const char *line;              /* what it does, marked N_() */
    const struct option *options;  /* ends with a name that is NULL; --help is understood always */
    int (*run)(struct args *args); /* returns the exit code */
    const char *more;              /* what --help says below the options, marked N_(), or NULL */
};

struct args {
    const struct command *command;
    int count;
    char **word;
    int at;
    bool plain;  /* after -- */
    bool helped; /* --help has been printed */
    bool asked;  /* a language has been asked for with --lang */
};

enum { ARG_END = -1, ARG_WORD = -2, ARG_STOP = -3 };

/* Reads the next argument: the index of an option (its value, if it has one, in *value), ARG_WORD
 * (the word in *value), ARG_END, or ARG_STOP after a wrong one, which has been complained about, or
 * after --help, which has been printed: then return args_stopped(). */
int args_next(struct args *args, const char **value);

/* The exit code after ARG_STOP. */
int args_stopped(const struct args *args);

/* Hands every argument to `take`, as args_next gives them, until it returns anything but EXIT_FINE:
 * that is the result, or what args_stopped() says. After --help it is EXIT_FINE and args->helped. */
int args_each(struct args *args, int (*take)(void *context, int got, const char *value),
              void *context);

/* Complains about usage: a sentence, and where to find help. Returns EXIT_USAGE. */
int args_wrong(const struct args *args, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* "; did you mean X?" where a candidate is near `word`, else "". Lives until the next call. */
const char *args_hint(const char *word, const char *const candidates[], int count);

/* Which of `words` an option's value is, or -1 after a complaint. */
int args_choice(const struct args *args, const char *value, const char *const words[], int count);

/* A decimal number and nothing else, from low to high. */
bool args_number(const char *text, uint64_t low, uint64_t high, uint64_t *out);

/* The same as the value of an option. Returns EXIT_FINE, or EXIT_USAGE after a complaint. */
int args_whole(const struct args *args, const char *option, const char *value, uint64_t low,
               uint64_t high, uint64_t *out);

#endif
