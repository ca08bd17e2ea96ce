/* out.h: what the program says, and how it ends.
 *
 * Results go to stdout by say(), all else to stderr by complain(); neither lets a control character
 * through to a terminal, whatever the text came from. Output that fails, and what could not be said
 * for want of memory, is noticed once, by out_finish(). */
#ifndef COMMAND_OUT_H
#define COMMAND_OUT_H

#include <stdbool.h>

enum exit_code {
    EXIT_FINE = 0,
    EXIT_NO = 1,      /* the answer is no */
    EXIT_USAGE = 2,   /* wrong words, or a wrong file given to a verb */
    EXIT_MACHINE = 3, /* display, font, disk, pipe */
    EXIT_BUG = 4      /* out of memory, or our bug */
};

/* Prints to stdout or stderr. Line ends are as in the text; none is added. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Notes that something was not said for want of memory; out_finish tells. */
void say_lost(void);

/* Says that memory is out. Returns EXIT_BUG. */
int out_of_memory(void);

/* True once stdout refuses: a full disk, a pipe that nobody reads. */
bool out_failed(void);

/* Flushes. Returns `code`; or EXIT_MACHINE, with a sentence, where stdout refused anything; or
 * EXIT_BUG where something was not said for want of memory. */
int out_finish(int code);

#endif
