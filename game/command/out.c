/* out.c: what the program says, and how it ends. */
#define _POSIX_C_SOURCE 200809L

#include "command/out.h"

#include "json/buffer.h"
#include "match/say.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The text of a printf, malloc'ed, or NULL. */
static char *format_text(const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    const int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = length < 0 ? NULL : malloc((size_t)length + 1);
    if (text != NULL) {
        vsnprintf(text, (size_t)length + 1, format, arguments);
    }
    return text;
}

/* The text with everything made visible that could act on a terminal; line ends stay. */
static char *make_safe(const char *text)
{
    struct buffer safe = buffer_init();
    const size_t length = strlen(text);
    size_t columns = 0;
    for (size_t at = 0; at < length;) {
        if (text[at] == '\n') {
            buffer_add(&safe, "\n", 1);
            at++;
        } else {
            at += buffer_add_visible_character(&safe, text + at, length - at, &columns);
        }
    }
    return buffer_finish(&safe);
}

static bool lost; /* something could not be said for want of memory */

static void print(FILE *stream, const char *format, va_list arguments)
{
    char *text = format_text(format, arguments);
    char *safe = text != NULL ? make_safe(text) : NULL;
    if (safe != NULL) {
        fputs(safe, stream);
    } else {
        fputs("out of memory\n", stderr);
        lost = true;
    }
    free(safe);
    free(text);
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
