/* outside_process.c: starting a program, talking to it in lines, and ending it. */
#define _GNU_SOURCE /* pipe2: a second thread may start a program at the same moment */

#include "minister/outside_process.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SLICE = 2 }; /* milliseconds between looks at a program that is to leave */

struct process {
    pid_t pid;
    int to, from; /* pipes; -1 once closed */
    char *queue;  /* what is still to be sent: `queued` bytes from `sent` on */
    size_t queued, sent, room;
    bool deaf; /* it has closed its input */
    size_t start, end,
        looked; /* of `in`: what came and was not handed over; looked at for an end */
    bool skips; /* passing over a line that is too long */
    char in[PROCESS_LINE_MAX + 1];
};

int64_t process_clock(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

long process_id(const struct process *p)
{
    return (long)p->pid;
}

/* ---- starting ---- */

static const char *cannot(const char *path, int error, char *why, int size)
{
    snprintf(why, (size_t)size, "the program '%.80s' cannot be started: %.80s", path,
             strerror(error));
    return why;
}

const char *process_check(const char *path, char *why, int size)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        return cannot(path, errno, why, size);
    }
    if (!S_ISREG(status.st_mode)) {
        snprintf(why, (size_t)size, "'%.100s' is no program, but a folder or the like", path);
        return why;
    }
    return access(path, X_OK) == 0 ? NULL : cannot(path, errno, why, size);
}

/* What a program starts with: nothing blocked or ignored, and a group of its own. */
static void set_attributes(posix_spawnattr_t *attributes)
{
    static const int usual[] = { SIGPIPE, SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGCHLD, SIGALRM };
    sigset_t none, defaults;
    sigemptyset(&none);
    sigemptyset(&defaults);
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        sigaddset(&defaults, usual[i]);
    }
    int error = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF |
                                                         POSIX_SPAWN_SETSIGMASK);
    error |= posix_spawnattr_setpgroup(attributes, 0);
    error |= posix_spawnattr_setsigdefault(attributes, &defaults);
    error |= posix_spawnattr_setsigmask(attributes, &none);
    assert(error == 0); /* they only refuse what is no attribute */
    (void)error;
}

static int set_files(posix_spawn_file_actions_t *files, int in, int out, const char *log)
{
    int error = posix_spawn_file_actions_adddup2(files, in, STDIN_FILENO);
    error = error ? error : posix_spawn_file_actions_adddup2(files, out, STDOUT_FILENO);
    return error ? error
                 : posix_spawn_file_actions_addopen(files, STDERR_FILENO,
                                                    log != NULL ? log : "/dev/null",
                                                    O_WRONLY | O_CREAT | O_APPEND, 0666);
}

/* Runs the program with these ends of pipes; an errno, or 0. */
static int spawn(const char *path, const char *log, int in, int out, pid_t *pid)
{
    char *const words[] = { (char *)path, NULL };
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_t files;
    int error = posix_spawnattr_init(&attributes);
    if (error) {
        return error;
    }
    error = posix_spawn_file_actions_init(&files);
    if (!error) {
        set_attributes(&attributes);
        error = set_files(&files, in, out, log);
        error = error ? error : posix_spawn(pid, path, &files, &attributes, words, environ);
        posix_spawn_file_actions_destroy(&files);
    }
    posix_spawnattr_destroy(&attributes);
    return error;
}

static void close_both(const int pipe[2])
{
    close(pipe[0]);
    close(pipe[1]);
}

/* Our ends are in p->to and p->from afterwards; an errno, or 0. */
static int start(struct process *p, const char *path, const char *log)
{
    int to[2], from[2];
    if (pipe2(to, O_CLOEXEC) != 0) {
        return errno;
    }
    if (pipe2(from, O_CLOEXEC) != 0) {
        const int error = errno;
        close_both(to);
        return error;
    }
    const int set = fcntl(to[1], F_SETFL, O_NONBLOCK) | fcntl(from[0], F_SETFL, O_NONBLOCK);
    assert(set == 0); /* they are ours, and open */
    (void)set;
    const int error = spawn(path, log, to[0], from[1], &p->pid);
    if (error) {
        close_both(to);
        close_both(from);
        return error;
    }
    close(to[0]);
    close(from[1]);
    p->to = to[1];
    p->from = from[0];
    return 0;
}

const char *process_start(const char *path, const char *log, struct process **out, char *why,
                          int size)
{
    *out = NULL;
    if (process_check(path, why, size) != NULL) {
        return why;
    }
    struct process *p = calloc(1, sizeof *p);
    const int error = p == NULL ? ENOMEM : start(p, path, log);
    if (error) {
        free(p);
        return cannot(path, error, why, size);
    }
    *out = p;
    return NULL;
}

/* ---- writing ---- */

/* write() to a pipe that may have no reader: SIGPIPE is held back in this thread, and taken away
 * where it came from us. */
static ssize_t write_quietly(int file, const char *bytes, size_t length)
{
    sigset_t broken, before, waiting;
    sigemptyset(&broken);
    sigaddset(&broken, SIGPIPE);
    sigpending(&waiting);
    const bool pending = sigismember(&waiting, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &broken, &before);
    const ssize_t written = write(file, bytes, length);
    const int error = errno;
    if (written < 0 && error == EPIPE && !pending) {
        const struct timespec now = { 0, 0 };
        while (sigtimedwait(&broken, NULL, &now) < 0 && errno == EINTR) {
        }
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = error;
    return written;
}

static void stop_sending(struct process *p)
{
    p->queued = 0;
    p->sent = 0;
    if (p->to >= 0) {
        close(p->to);
        p->to = -1;
    }
}

/* Sends as much as the pipe takes now. */
static void flush_queue(struct process *p)
{
    while (p->queued > 0) {
        const ssize_t written = write_quietly(p->to, p->queue + p->sent, p->queued);
        if (written > 0) {
            p->sent += (size_t)written;
            p->queued -= (size_t)written;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            return;
        } else if (errno != EINTR) {
            p->deaf = true;
            stop_sending(p);
        }
    }
    p->sent = 0;
}

static bool make_room(struct process *p, size_t length)
{
    if (p->sent + p->queued + length <= p->room) {
        return true;
    }
    const size_t room = 2 * (p->queued + length);
    char *queue = malloc(room);
    if (queue == NULL) {
        return false;
    }
    if (p->queued > 0) {
        memcpy(queue, p->queue + p->sent, p->queued);
    }
    free(p->queue);
    p->queue = queue;
    p->sent = 0;
    p->room = room;
    return true;
}

bool process_send(struct process *p, const char *bytes, size_t length)
{
    if (p->deaf || p->to < 0 || !make_room(p, length)) {
        return false;
    }
    memcpy(p->queue + p->sent + p->queued, bytes, length);
    p->queued += length;
    flush_queue(p);
    return !p->deaf;
}

/* ---- reading ---- */

/* Hands over the next whole line that is there already. */
static bool take_line(struct process *p, const char **line, size_t *length)
{
    const char *end = memchr(p->in + p->looked, '\n', p->end - p->looked);
    p->looked = p->end;
    if (end == NULL) {
        return false;
    }
    *line = p->in + p->start;
    *length = (size_t)(end - *line);
    p->start += *length + 1;
    p->looked = p->start;
    return true;
}

/* Makes room behind what has not been handed over. False: it fills everything, a line too long. */
static bool move_up(struct process *p)
{
    if (p->start > 0) {
        memmove(p->in, p->in + p->start, p->end - p->start);
        p->end -= p->start;
        p->looked -= p->start;
        p->start = 0;
    }
    return p->end < sizeof p->in;
}

static void close_from(struct process *p)
{
    close(p->from);
    p->from = -1;
}

/* Reads what there is, at most what fits. */
static void read_some(struct process *p)
{
    const ssize_t got = read(p->from, p->in + p->end, sizeof p->in - p->end);
    if (got > 0) {
        p->end += (size_t)got;
    } else if (got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)) {
        close_from(p);
    }
}

/* Waits for something to do, at most so many milliseconds. */
static void wait_for(struct process *p, int64_t milliseconds)
{
    struct pollfd files[2] = { { .fd = p->from, .events = POLLIN },
                               { .fd = p->queued > 0 ? p->to : -1, .events = POLLOUT } };
    if (poll(files, 2, milliseconds > 60000 ? 60000 : (int)milliseconds) > 0 && files[1].revents) {
        flush_queue(p);
    }
}

enum process_got process_line(struct process *p, int64_t until, const char **line, size_t *length)
{
    for (;;) {
        while (take_line(p, line, length)) {
            if (!p->skips) {
                return PROCESS_LINE;
            }
            p->skips = false;
        }
        if (!move_up(p)) {
            const bool first = !p->skips;
            p->skips = true;
            p->end = 0;
            p->looked = 0;
            if (first) {
                return PROCESS_LONG;
            }
        }
        if (p->from < 0 || p->deaf) {
            return PROCESS_CLOSED;
        }
        const int64_t left = until - process_clock();
        if (left < 0) {
            return PROCESS_LATE;
        }
        wait_for(p, left);
        read_some(p);
    }
}

/* ---- ending ---- */

/* Has it left, and how? It is not reaped, so that its group keeps its number. */
static bool has_left(const struct process *p, enum process_left *how)
{
    siginfo_t info = { .si_pid = 0 };
    const int got = waitid(P_PID, (id_t)p->pid, &info, WEXITED | WNOHANG | WNOWAIT);
    const bool left = got != 0 || info.si_pid != 0;
    const bool well = got == 0 && info.si_code == CLD_EXITED && info.si_status == 0;
    *how = !left ? PROCESS_KILLED : well ? PROCESS_LEFT : PROCESS_FAILED;
    return left;
}

/* Sends what is left, throws away what comes, until it has left or the time is up. */
static enum process_left let_leave(struct process *p, int grace)
{
    const int64_t until = process_clock() + grace;
    enum process_left how;
    while (!has_left(p, &how) && process_clock() < until) {
        if (p->queued == 0) {
            stop_sending(p);
        }
        wait_for(p, SLICE);
        p->start = p->end = p->looked = 0;
        if (p->from >= 0) {
            read_some(p);
        }
    }
    return how;
}

enum process_left process_stop(struct process *p, int grace)
{
    if (p == NULL) {
        return PROCESS_LEFT;
    }
    const enum process_left how = let_leave(p, grace);
    kill(-p->pid, SIGKILL);
    kill(p->pid, SIGKILL); /* where it has left its group */
    while (waitpid(p->pid, NULL, 0) < 0 && errno == EINTR) {
    }
    stop_sending(p);
    if (p->from >= 0) {
        close_from(p);
    }
    free(p->queue);
    free(p);
    return how;
}
