/* text_input.h: what is typed at a game in plain text.
 *
 * Signals that ask the program to stop end the input, so that the game is saved. */
#ifndef COMMAND_TEXT_INPUT_H
#define COMMAND_TEXT_INPUT_H

#include <stdbool.h>
#include <stddef.h>

/* From now on they do. */
void input_catch_signals(void);

/* Waits for input, at most so many milliseconds below 1000 (-1: as long as it takes); *ready: there is some, be it its end.
 * False where a signal asks to stop, or the input refuses. */
bool input_wait(int milliseconds, bool *ready);

/* Reads a line without its end; what is too long is cut. False at the end of input. */
bool input_line(char *line, size_t size);

#endif
