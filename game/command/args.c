/* args.c: the words of a command line. */
#include "command/args.h"

#include "command/out.h"
#include "json/finding.h"
#include "match/say.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MAX_OPTIONS = 24 };

const char *args_hint(const char *word, const char *const candidates[], int count)
{
    static char hint[120];
    const char *near = findings_suggest(word, candidates, (size_t)count);
    hint[0] = '\0';
    if (near != NULL) {
        snprintf(hint, sizeof hint, _("; did you mean %s?"), near);
    }
    return hint;
}

int args_wrong(const struct args *args, const char *format, ...)
{
    char sentence[500];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    complain("backchannel %s: %s\n", args->command->name, sentence);
    complain(_("See: backchannel %s --help\n"), args->command->name);
    return EXIT_USAGE;
}

bool args_number(const char *text, uint64_t low, uint64_t high, uint64_t *out)
{
    uint64_t number = 0;
    const char *at = text;
    for (; *at >= '0' && *at <= '9'; at++) {
        const uint64_t digit = (uint64_t)(*at - '0');
        if (number > (UINT64_MAX - digit) / 10) {
            return false;
        }
        number = number * 10 + digit;
    }
    if (at == text || *at != '\0' || number < low || number > high) {
        return false;
    }
    *out = number;
    return true;
}

int args_whole(const struct args *args, const char *option, const char *value, uint64_t low,
               uint64_t high, uint64_t *out)
{
    if (args_number(value, low, high, out)) {
        return EXIT_FINE;
    }
    return args_wrong(args, _("%s: %s is not a whole number from %" PRIu64 " to %" PRIu64), option,
                      value, low, high);
}

int args_choice(const struct args *args, const char *value, const char *const words[], int count)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(value, words[i]) == 0) {
            return i;
        }
    }
    char list[200] = "";
    for (int i = 0; i < count; i++) {
        const size_t length = strlen(list);
        snprintf(list + length, sizeof list - length, i == 0 ? "%s" : ", %s", words[i]);
    }
    args_wrong(args, _("%s is none of %s%s"), value, list, args_hint(value, words, count));
    return -1;
}

/* ---- help ---- */

static void print_help(const struct command *command)
{
    say(_("usage: backchannel %s %s\n"), command->name, command->words);
    say("%s\n", _(command->line));
    for (const struct option *o = command->options; o->name != NULL; o++) {
        char left[64];
        snprintf(left, sizeof left, "%s %s", o->name, o->value != NULL ? o->value : "");
        say("  %-23s  %s\n", left, _(o->line));
    }
    say("  %-23s  %s\n", "--help", _("print this and stop"));
    if (command->more != NULL) {
        say("\n%s", _(command->more));
    }
}

/* ---- reading ---- */

/* The length of the name in `--name` or `--name=value`. */
static size_t name_length(const char *word)
{
    return strcspn(word, "=");
}

static int find_option(const struct args *args, const char *word)
{
    const size_t length = name_length(word);
    for (int i = 0; args->command->options[i].name != NULL; i++) {
        const char *name = args->command->options[i].name;
        if (strlen(name) == length && strncmp(name, word, length) == 0) {
            return i;
        }
    }
    return -1;
}

static int unknown_option(struct args *args, const char *word)
{
    const char *names[MAX_OPTIONS] = { "--help" };
    int count = 1;
    for (const struct option *o = args->command->options; o->name != NULL; o++) {
        names[count++] = o->name;
    }
    char name[80];
    snprintf(name, sizeof name, "%.*s", (int)name_length(word), word);
    args_wrong(args, _("there is no option %s%s"), name, args_hint(name, names, count));
    return ARG_STOP;
}

/* The value of an option, behind '=' or in the next word. */
static int take_value(struct args *args, int index, const char *word, const char **value)
{
    const struct option *option = &args->command->options[index];
    const bool has_value = word[name_length(word)] == '=';
    *value = has_value ? word + name_length(word) + 1 : NULL;
    if (option->value == NULL) {
        if (has_value) {
            args_wrong(args, _("%s takes no value"), option->name);
            return ARG_STOP;
        }
        return index;
    }
    if (!has_value) {
        if (args->at == args->count) {
            args_wrong(args, _("%s needs a value: %s %s"), option->name, option->name,
                       option->value);
            return ARG_STOP;
        }
        *value = args->word[args->at++];
    }
    return index;
}

int args_next(struct args *args, const char **value)
{
    if (args->at == args->count) {
        return ARG_END;
    }
    const char *word = args->word[args->at++];
    if (args->plain || word[0] != '-' || word[1] == '\0') {
        *value = word;
        return ARG_WORD;
    }
    if (strcmp(word, "--") == 0) {
        args->plain = true;
        return args_next(args, value);
    }
    if (strcmp(word, "--help") == 0) {
        print_help(args->command);
        args->helped = true;
        return ARG_STOP;
    }
    const int index = find_option(args, word);
    return index < 0 ? unknown_option(args, word) : take_value(args, index, word, value);
}

int args_stopped(const struct args *args)
{
    return args->helped ? EXIT_FINE : EXIT_USAGE;
}

int args_each(struct args *args, int (*take)(void *context, int got, const char *value),
              void *context)
{
    const char *value = NULL;
    int code = EXIT_FINE;
    for (int got; code == EXIT_FINE && (got = args_next(args, &value)) != ARG_END;) {
        if (got == ARG_STOP) {
            return args_stopped(args);
        }
        code = take(context, got, value);
    }
    return code;
}
