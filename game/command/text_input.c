/* text_input.c: lines from stdin, and the signals that end them. */
#define _POSIX_C_SOURCE 200809L

#include "command/text_input.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;
static sigset_t while_waiting; /* the signals held back while the program waits */

static void interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

/* They are held back but where the program waits for input, so that none can slip in between. */
void input_catch_signals(void)
{
    static const int stops[] = { SIGINT, SIGTERM, SIGHUP };
    struct sigaction action = { .sa_handler = interrupt };
    sigset_t held;
    sigemptyset(&action.sa_mask);
    sigemptyset(&held);
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++) {
        sigaction(stops[i], &action, NULL);
        sigaddset(&held, stops[i]);
    }
    sigprocmask(SIG_BLOCK, &held, &while_waiting);
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++) {
        sigdelset(&while_waiting, stops[i]);
    }
}

bool input_wait(int milliseconds, bool *ready)
{
    const struct timespec long_enough = { .tv_nsec = milliseconds * 1000000L };
    fd_set input;
    *ready = false;
    while (!interrupted) {
        FD_ZERO(&input);
        FD_SET(STDIN_FILENO, &input);
        const int count = pselect(STDIN_FILENO + 1, &input, NULL, NULL,
                                  milliseconds < 0 ? NULL : &long_enough, &while_waiting);
        if (count >= 0) {
            *ready = count > 0;
            return true;
        }
        if (errno != EINTR) {
            return false;
        }
    }
    return false;
}

/* The next byte of the input; EOF at its end, or when a signal asks to stop. */
static int read_byte(void)
{
    unsigned char byte;
    bool ready;
    return input_wait(-1, &ready) && read(STDIN_FILENO, &byte, 1) == 1 ? byte : EOF;
}

bool input_line(char *line, size_t size)
{
    size_t length = 0;
    int byte = read_byte();
    const bool over = byte == EOF;
    for (; byte != '\n' && byte != EOF; byte = read_byte()) {
        if (length < size - 1) {
            line[length++] = (char)byte;
        }
    }
    line[length] = '\0';
    line[strcspn(line, "\r")] = '\0';
    return !over && !interrupted;
}
