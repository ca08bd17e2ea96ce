/* UTF-8, one code point at a time.
 *
 * Valid means RFC 3629: shortest form, no surrogates, nothing above U+10FFFF. Nothing here looks
 * at the locale, allocates or prints.
 */
#ifndef JSON_UTF8_H
#define JSON_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reads the code point at the start of `bytes`. Returns its size, 1 to 4 bytes, or 0 where the
 * bytes are not UTF-8 or `length` is 0; then *code_point is not touched. */
size_t utf8_decode_long(const char *bytes, size_t length, uint32_t *code_point);
static inline size_t utf8_decode(const char *bytes, size_t length, uint32_t *code_point)
{
    if (length > 0 && (unsigned char)bytes[0] < 0x80) {
        *code_point = (unsigned char)bytes[0];
        return 1;
    }
    return utf8_decode_long(bytes, length, code_point);
}

/* True for what must reach no terminal as it is: C0 and C1 controls, DEL, line and paragraph
 * separators, bidirectional controls and the byte order mark. All of them are below U+10000. */
bool utf8_is_unsafe(uint32_t code_point);

/* True for what is safe and yet looks like a blank, or like nothing: no-break and zero-width spaces,
 * soft hyphens. The blank is none of them, the full-width one is seen. */
bool utf8_is_invisible(uint32_t code_point);

/* The number of code points of a string; each byte that is not UTF-8 counts as one. */
size_t utf8_count(const char *string);

/* How many bytes of a text of `length` bytes fit into `most` without cutting a character. */
size_t utf8_fit(const char *bytes, size_t length, size_t most);

#endif
