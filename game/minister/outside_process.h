/* outside_process.h: a program that is talked to in lines.
 *
 * It is started without a shell, in a process group of its own, with pipes at its input and output
 * that never block us, and nothing else of ours open. It is read and written by deadlines on the
 * monotonic clock: whatever it does, no call here lasts longer than it was given. No signal reaches
 * us when it is gone, and nothing of the process we run in is changed. When it is stopped, its whole
 * group is killed and the program is reaped. Nothing here knows what the lines mean. */
#ifndef MINISTER_OUTSIDE_PROCESS_H
#define MINISTER_OUTSIDE_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PROCESS_LINE_MAX = 65536 }; /* bytes of a line from the program, without its end */

struct process;

/* NULL, or a sentence in `why` (at least 200 bytes): there is no such program, or it is none. */
const char *process_check(const char *path, char *why, int size);

/* Starts the program at a path that has a '/' in it, without arguments. What it writes on its
 * standard error is added to the file `log`, or thrown away where that is NULL. NULL and a process
 * to be stopped by the caller; or a sentence in `why` (at least 200 bytes) and none. */
const char *process_start(const char *path, const char *log, struct process **out, char *why,
                          int size);

/* Milliseconds of a clock that only goes forward. */
int64_t process_clock(void);

/* Sends some bytes, in order; what the pipe does not take now goes out while we wait for a line.
 * False: the program has closed its input, or memory is out. */
bool process_send(struct process *p, const char *bytes, size_t length);

/* The next line of the program, waited for until `until` on process_clock(). */
enum process_got {
    PROCESS_LINE,   /* *line, *length bytes without the line end; good until the next call */
    PROCESS_LATE,   /* there was none in time */
    PROCESS_LONG,   /* it is too long; all of it is passed over */
    PROCESS_CLOSED, /* no line can come any more, or the program no longer reads what it is asked */
};
enum process_got process_line(struct process *p, int64_t until, const char **line, size_t *length);

/* Stops the program: closes its input, gives it `grace` milliseconds to leave, kills what is left of
 * its group, and frees the process. Says how it left; NULL is fine. */
enum process_left {
    PROCESS_LEFT,   /* by itself, with exit code 0 */
    PROCESS_FAILED, /* by itself, with another exit code or by a signal */
    PROCESS_KILLED, /* it had to be */
};
enum process_left process_stop(struct process *p, int grace);

/* Its process id, which is that of its group too. */
long process_id(const struct process *p);

#endif
