/* typed: bytes that belong together come and go together. */
#include "window/typed.h"

#include <string.h>

void typed_add(char *text, size_t size, const char *more)
{
    const size_t length = strlen(text), added = strlen(more);
    if (added > 0) {
        if (length + added < size) {
            memcpy(text + length, more, added + 1);
        }
        return;
    }
    size_t end = length > 0 ? length - 1 : 0;
    while (end > 0 && ((unsigned char)text[end] & 0xc0) == 0x80) {
        end--;
    }
    text[end] = '\0';
}
