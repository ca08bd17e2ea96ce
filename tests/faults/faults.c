/* faults.c: a library to be loaded before a program's others. It counts the calls by which files are
 * written below one folder, and at one of them goes wrong.
 *
 *     FAULT_BELOW   the folder, absolute
 *     FAULT_AT      the number of the call, from 1; 0 or nothing: none goes wrong
 *     FAULT_HOW     before  the program is killed instead of the call
 *                   half    it is killed when half the bytes are written, or the call is made
 *                   after   it is killed when the call is made
 *                   short   one byte is written, no error
 *                   NAME    the call fails: EIO, ENOSPC, EDQUOT, EACCES, EROFS, EMFILE, or, where it can, EINTR
 *     FAULT_EVER    not empty: every call from there on fails
 *     FAULT_COUNT   a file that gets the number of calls when the program ends by itself */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES = 1024 };

static bool
    ours[FILES]; /* descriptors of files below the folder that are written, and of folders */
static long calls;

static void *real(const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (found == NULL) {
        abort();
    }
    return found;
}

/* dlsym gives an object's address for a function's. */
#define REAL(name)                                      \
    __typeof__(name) *real_##name;                      \
    do {                                                \
        void *address = real(#name);                    \
        memcpy(&real_##name, &address, sizeof address); \
    } while (0)

static const char *setting(const char *name)
{
    const char *value = getenv(name);
    return value != NULL ? value : "";
}

static bool is_below(const char *path)
{
    const char *folder = setting("FAULT_BELOW");
    char whole[2 * PATH_MAX] = "";
    if (path[0] != '/' && getcwd(whole, PATH_MAX) != NULL) {
        strcat(whole, "/");
    }
    strncat(whole, path, PATH_MAX - 1);
    return folder[0] == '/' && strncmp(whole, folder, strlen(folder)) == 0;
}

static int error_named(const char *name)
{
    static const struct {
        const char *name;
        int number;
    } errors[] = {
        { "EIO", EIO },       { "ENOSPC", ENOSPC }, { "EDQUOT", EDQUOT }, { "EINTR", EINTR },
        { "EACCES", EACCES }, { "EROFS", EROFS },   { "EMFILE", EMFILE },
    };
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
        if (strcmp(errors[i].name, name) == 0) {
            return errors[i].number;
        }
    }
    return 0;
}

/* True where this call is the one that goes wrong. */
static bool strikes(void)
{
    const long at = strtol(setting("FAULT_AT"), NULL, 10);
    calls++;
    return at > 0 && (calls == at || (calls > at && setting("FAULT_EVER")[0] != '\0'));
}

static void stop(void)
{
    kill(getpid(), SIGKILL);
}

/* Before a call. True where it fails, with errno. */
static bool fails(bool struck)
{
    if (struck && strcmp(setting("FAULT_HOW"), "before") == 0) {
        stop();
    }
    const int error = struck ? error_named(setting("FAULT_HOW")) : 0;
    errno = error != 0 ? error : errno;
    return error != 0;
}

/* After a call. */
static void done(bool struck)
{
    const char *how = setting("FAULT_HOW");
    if (struck && (strcmp(how, "after") == 0 || strcmp(how, "half") == 0)) {
        stop();
    }
}

/* Calls that return at once are never interrupted. */
static bool interrupts(void)
{
    return strcmp(setting("FAULT_HOW"), "EINTR") == 0;
}

static int opened(const char *path, int flags, mode_t mode)
{
    REAL(open);
    const bool counts = (flags & (O_CREAT | O_DIRECTORY)) != 0 && is_below(path);
    const bool struck = counts && strikes();
    if (counts && fails(struck)) {
        return -1;
    }
    const int file = real_open(path, flags, mode);
    if (file >= 0 && file < FILES) {
        ours[file] = counts;
    }
    done(struck);
    return file;
}

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return opened(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return opened(path, flags, mode);
}

static bool is_ours(int file)
{
    return file >= 0 && file < FILES && ours[file];
}

ssize_t write(int file, const void *bytes, size_t size)
{
    REAL(write);
    const bool struck = is_ours(file) && strikes();
    if (fails(struck)) {
        return -1;
    }
    if (struck && strcmp(setting("FAULT_HOW"), "half") == 0) {
        size /= 2;
    } else if (struck && strcmp(setting("FAULT_HOW"), "short") == 0) {
        size = size > 0 ? 1 : 0;
    }
    const ssize_t written = real_write(file, bytes, size);
    done(struck);
    return written;
}

int fsync(int file)
{
    REAL(fsync);
    const bool struck = is_ours(file) && strikes();
    const int answer = fails(struck) ? -1 : real_fsync(file);
    done(struck);
    return answer;
}

/* What fails to close is closed all the same. */
int close(int file)
{
    REAL(close);
    const bool struck = is_ours(file) && strikes(), failed = fails(struck);
    const int error = errno;
    const int answer = real_close(file);
    if (file >= 0 && file < FILES) {
        ours[file] = false;
    }
    done(struck);
    if (failed) {
        errno = error;
    }
    return failed ? -1 : answer;
}

int rename(const char *from, const char *to)
{
    REAL(rename);
    const bool struck = is_below(to) && strikes();
    const int answer = fails(struck && !interrupts()) ? -1 : real_rename(from, to);
    done(struck);
    return answer;
}

int unlink(const char *path)
{
    REAL(unlink);
    const bool struck = is_below(path) && strikes();
    const int answer = fails(struck && !interrupts()) ? -1 : real_unlink(path);
    done(struck);
    return answer;
}

int lstat(const char *path, struct stat *status)
{
    REAL(lstat);
    const bool struck = is_below(path) && strikes();
    const int answer = fails(struck && !interrupts()) ? -1 : real_lstat(path, status);
    done(struck);
    return answer;
}

int mkdir(const char *path, mode_t mode)
{
    REAL(mkdir);
    const bool struck = is_below(path) && strikes();
    const int answer = fails(struck && !interrupts()) ? -1 : real_mkdir(path, mode);
    done(struck);
    return answer;
}

__attribute__((destructor)) static void count(void)
{
    FILE *file = setting("FAULT_COUNT")[0] != '\0' ? fopen(setting("FAULT_COUNT"), "w") : NULL;
    if (file != NULL) {
        fprintf(file, "%ld\n", calls);
        fclose(file);
    }
}
