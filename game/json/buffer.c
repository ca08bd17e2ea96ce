#include "json/buffer.h"

#include "json/utf8.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct buffer buffer_init(void)
{
    return (struct buffer){ 0 };
}

static bool reserve(struct buffer *buffer, size_t more)
{
    if (buffer->failed || more > SIZE_MAX / 4 - buffer->length) {
        buffer->failed = true;
        return false;
    }
    size_t wanted = buffer->length + more;
    if (wanted <= buffer->capacity) {
        return true;
    }
    size_t capacity = wanted < 64 ? 64 : wanted * 2;
    char *bytes = realloc(buffer->bytes, capacity);
    if (bytes == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return true;
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t length)
{
    if (length > 0 && reserve(buffer, length)) {
        memcpy(buffer->bytes + buffer->length, bytes, length);
        buffer->length += length;
    }
}

void buffer_add_string(struct buffer *buffer, const char *string)
{
    buffer_add(buffer, string, strlen(string));
}

void buffer_add_format(struct buffer *buffer, const char *format, ...)
{
    char text[128];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    assert(length >= 0 && (size_t)length < sizeof text);
    buffer_add(buffer, text, (size_t)length);
}

size_t buffer_add_visible_character(struct buffer *buffer, const char *bytes, size_t length,
                                    size_t *columns)
{
    uint32_t code_point;
    size_t size = utf8_decode(bytes, length, &code_point);
    if (size == 0) {
        buffer_add_format(buffer, "\\x%02x", (unsigned)(unsigned char)bytes[0]);
        *columns = 4;
        return 1;
    }
    if (utf8_is_unsafe(code_point)) {
        buffer_add_format(buffer, "\\u%04x", (unsigned)code_point);
        *columns = 6;
        return size;
    }
    buffer_add(buffer, bytes, size);
    *columns = 1;
    return size;
}

size_t buffer_add_typed_character(struct buffer *buffer, const char *bytes, size_t length,
                                  size_t *columns)
{
    uint32_t code_point;
    size_t size = utf8_decode(bytes, length, &code_point);
    if (size == 0 || !utf8_is_invisible(code_point)) {
        return buffer_add_visible_character(buffer, bytes, length, columns);
    }
    buffer_add_format(buffer, "\\u%04x", (unsigned)code_point);
    *columns = 6;
    return size;
}

void buffer_add_visible(struct buffer *buffer, const char *string)
{
    size_t length = strlen(string);
    size_t columns;
    for (size_t at = 0; at < length;) {
        at += buffer_add_typed_character(buffer, string + at, length - at, &columns);
    }
}

char *buffer_finish(struct buffer *buffer)
{
    buffer_add(buffer, "", 1);
    char *bytes = buffer->bytes;
    if (buffer->failed) {
        free(bytes);
        bytes = NULL;
    }
    *buffer = buffer_init();
    return bytes;
}
