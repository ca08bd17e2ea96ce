/* mutate.c: changes to JSON that leave it JSON: values in each other's places, strange numbers,
 * members taken out or doubled. Half of all changes are libFuzzer's own. */
#include "fuzz.h"

#include "core/rng.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t length, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned seed);

struct piece {
    size_t at, length;
};
enum { PIECES = 16384, SPACE = 1 << 20 };

/* The word or bracketed value that begins at `at`. */
static struct piece value_at(const uint8_t *bytes, size_t length, size_t at)
{
    int depth = 0;
    bool quoted = false;
    for (size_t i = at; i < length; i++) {
        const int c = bytes[i];
        if (quoted && c == '\\') {
            i++;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted) {
            const bool ends = strchr("]},: \t\r\n", c) != NULL;
            if (ends && depth == 0) {
                return (struct piece){ at, i - at };
            }
            depth += c == '{' || c == '[';
            depth -= c == '}' || c == ']';
        }
    }
    return (struct piece){ at, length - at };
}

/* Any of the values and keys, strings that hold spaces among them only as a whole. */
static struct piece any(const uint8_t *bytes, size_t length, struct dice *dice)
{
    static size_t start[PIECES];
    int count = 0;
    bool fresh = true, quoted = false;
    for (size_t i = 0; i < length && count < PIECES; i++) {
        const int c = bytes[i];
        if (quoted) {
            i += c == '\\';
            quoted = c != '"';
        } else if (strchr(" \t\r\n,:", c) != NULL) {
            fresh = true;
        } else {
            start[count] = i;
            count += fresh || c == '{' || c == '[';
            fresh = c == '{' || c == '[';
            quoted = c == '"';
        }
    }
    return count == 0 ? (struct piece){ 0, length }
                      : value_at(bytes, length, start[dice_roll(dice, count)]);
}

/* Puts `length` bytes in the place of a piece; the new length. */
static size_t put(uint8_t *bytes, size_t length, size_t most, struct piece old, const void *with,
                  size_t size)
{
    static uint8_t copy[SPACE];
    if (length - old.length + size > most || size > sizeof copy) {
        return length;
    }
    memcpy(copy, with, size);
    memmove(bytes + old.at + size, bytes + old.at + old.length, length - old.at - old.length);
    memcpy(bytes + old.at, copy, size);
    return length - old.length + size;
}

static size_t change(uint8_t *bytes, size_t length, size_t most, struct dice *dice)
{
    static const char *const odd[] = { "0",     "-1",    "1",    "2",     "99",   "100",  "-32768",
                                       "32767", "65536", "null", "false", "true", "\"\"", "[]",
                                       "{}",    "3",     "10",   "50",    "-50",  "4",    "1000" };
    const struct piece old = any(bytes, length, dice), other = any(bytes, length, dice);
    char number[24];
    switch (dice_roll(dice, 8)) {
    case 0: /* an odd value */
    case 1: {
        const char *one = odd[dice_roll(dice, sizeof odd / sizeof *odd)];
        return put(bytes, length, most, old, one, strlen(one));
    }
    case 2: /* any small number */
    case 3:
        snprintf(number, sizeof number, "%d", dice_roll(dice, 220) - 110);
        return put(bytes, length, most, old, number, strlen(number));
    case 4: /* a member out, as far as the comma behind it */
        return put(bytes, length, most,
                   (struct piece){ old.at, old.length + (old.at + old.length < length) }, "", 0);
    default: /* another value of the text */
        return put(bytes, length, most, old, bytes + other.at, other.length);
    }
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t length, size_t most, unsigned seed)
{
    struct dice dice = { seed };
    if (dice_roll(&dice, 2) == 0) {
        return LLVMFuzzerMutate(bytes, length, most);
    }
    for (int times = 1 + dice_roll(&dice, 3); times > 0; times--) {
        length = change(bytes, length, most, &dice);
    }
    return length;
}
