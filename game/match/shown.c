/* shown.c: texts that may have come from anywhere, made fit to be shown. */
#include "match/shown.h"

#include "json/buffer.h"
#include "json/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { REPLACEMENT = 0xfffd };

unsigned shown_point(const char *s, size_t n, size_t *used)
{
    uint32_t point = 0;
    const size_t size = utf8_decode(s, n, &point);
    *used = size > 0 ? size : 1;
    return size == 0 || (point != '\n' && utf8_is_unsafe(point)) ? REPLACEMENT : point;
}

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

bool shown_print_list(FILE *stream, const char *format, va_list arguments)
{
    char *text = format_text(format, arguments);
    char *safe = text != NULL ? make_safe(text) : NULL;
    if (safe != NULL) {
        fputs(safe, stream);
    }
    const bool printed = safe != NULL;
    free(safe);
    free(text);
    return printed;
}

bool shown_print(FILE *stream, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const bool printed = shown_print_list(stream, format, arguments);
    va_end(arguments);
    return printed;
}
