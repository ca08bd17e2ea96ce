/* Text that grows.
 *
 * A buffer remembers its first failure: after one, adding does nothing and buffer_finish gives
 * NULL, so that callers check once, at the end. It never prints and never aborts.
 */
#ifndef JSON_BUFFER_H
#define JSON_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

struct buffer {
    char *bytes; /* NULL until something is added; not terminated */
    size_t length;
    size_t capacity;
    bool failed; /* out of memory */
};

/* An empty buffer. It owns nothing yet. */
struct buffer buffer_init(void);

/* Adds `length` bytes as they are. */
void buffer_add(struct buffer *buffer, const char *bytes, size_t length);

/* Adds a string as it is. */
void buffer_add_string(struct buffer *buffer, const char *string);

/* Adds what printf would print; the result must be short, at most 127 bytes. */
void buffer_add_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Adds the first character of `bytes` so that a terminal can only show it: unsafe code points
 * become \u001b, bytes that are not UTF-8 become \xff, all else stays. Returns how many bytes were
 * used, at least 1; *columns is how many characters came out. `length` must not be 0. */
size_t buffer_add_visible_character(struct buffer *buffer, const char *bytes, size_t length,
                                    size_t *columns);

/* The same for a text that is shown as its author typed it: a character that cannot be seen, or be
 * told from a blank, is escaped too. */
size_t buffer_add_typed_character(struct buffer *buffer, const char *bytes, size_t length,
                                  size_t *columns);

/* Adds a whole string in that manner; tabs and line ends are escaped too. */
void buffer_add_visible(struct buffer *buffer, const char *string);

/* Hands over the text, terminated, to be freed by the caller; NULL where memory ran out. The
 * buffer is empty afterwards. */
char *buffer_finish(struct buffer *buffer);

#endif
