/* out.c: what the program says, and how it ends. */
#define _POSIX_C_SOURCE 200809L

#include "command/out.h"

#include "match/say.h"
#include "match/shown.h"

#include <stdarg.h>
#include <stdio.h>

static bool lost; /* something could not be said for want of memory */

void say_lost(void)
{
    fputs("out of memory\n", stderr);
    lost = true;
}

static void print(FILE *stream, const char *format, va_list arguments)
{
    if (!shown_print_list(stream, format, arguments)) {
        say_lost();
    }
}

void say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    print(stdout, format, arguments);
    va_end(arguments);
}

void complain(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    print(stderr, format, arguments);
    va_end(arguments);
}

int out_of_memory(void)
{
    complain("%s\n", _("backchannel: there is no memory left."));
    return EXIT_BUG;
}

bool out_failed(void)
{
    return ferror(stdout) != 0;
}

int out_finish(int code)
{
    if (fflush(stdout) != 0 || out_failed()) {
        complain("%s\n", _("backchannel: the output could not be written."));
        return EXIT_MACHINE;
    }
    return lost ? EXIT_BUG : code;
}
