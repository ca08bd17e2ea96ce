#include "json/utf8.h"

#include <string.h>

/* The size a first byte announces, 0 where no code point begins so. C0, C1 and F5 to FF could
 * only begin overlong forms or values above U+10FFFF. */
static size_t announced_size(unsigned char first)
{
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xc2 && first <= 0xdf) {
        return 2;
    }
    if (first >= 0xe0 && first <= 0xef) {
        return 3;
    }
    return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

size_t utf8_decode_long(const char *bytes, size_t length, uint32_t *code_point)
{
    static const uint32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };
    static const uint32_t first_bits[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
    size_t size = length == 0 ? 0 : announced_size((unsigned char)bytes[0]);
    if (size == 0 || size > length) {
        return 0;
    }
    uint32_t value = (unsigned char)bytes[0] & first_bits[size];
    for (size_t i = 1; i < size; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if ((byte & 0xc0) != 0x80) {
            return 0;
        }
        value = value << 6 | (byte & 0x3fu);
    }
    bool surrogate = value >= 0xd800 && value <= 0xdfff;
    if (value < smallest[size] || value > 0x10ffff || surrogate) {
        return 0;
    }
    *code_point = value;
    return size;
}

bool utf8_is_unsafe(uint32_t code_point)
{
    if (code_point >= 0x20 && code_point < 0x7f) {
        return false; /* nearly all there is */
    }
    static const struct {
        uint32_t first, last;
    } unsafe[] = {
        { 0x0000, 0x001f }, { 0x007f, 0x009f }, { 0x061c, 0x061c }, { 0x200e, 0x200f },
        { 0x2028, 0x202e }, { 0x2066, 0x2069 }, { 0xfeff, 0xfeff },
    };
    for (size_t i = 0; i < sizeof unsafe / sizeof unsafe[0]; i++) {
        if (code_point >= unsafe[i].first && code_point <= unsafe[i].last) {
            return true;
        }
    }
    return false;
}

bool utf8_is_invisible(uint32_t code_point)
{
    return code_point == 0xa0 || code_point == 0xad || code_point == 0x202f ||
           (code_point >= 0x2000 && code_point <= 0x200d) ||
           (code_point >= 0x205f && code_point <= 0x2060);
}

size_t utf8_count(const char *string)
{
    size_t length = strlen(string);
    size_t count = 0;
    for (size_t at = 0; at < length; count++) {
        uint32_t code_point;
        size_t size = utf8_decode(string + at, length - at, &code_point);
        at += size > 0 ? size : 1;
    }
    return count;
}

size_t utf8_fit(const char *bytes, size_t length, size_t most)
{
    if (length <= most) {
        return length;
    }
    while (most > 0 && ((unsigned char)bytes[most] & 0xc0) == 0x80) {
        most--;
    }
    return most;
}
