/* file_save.c: writing a whole file, atomically. */
#define _POSIX_C_SOURCE 200809L

#include "match/file_save.h"

#include "match/say.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ATTEMPTS = 100 };

/* Opens a file that did not exist, in the folder of `path`; its name is put in `name`. It is short,
 * so that whatever name can be saved under can be saved under. -1 with errno. */
static int open_beside(const char *path, char *name, size_t size)
{
    const char *slash = strrchr(path, '/');
    const int folder = slash != NULL ? (int)(slash + 1 - path) : 0;
    for (int i = 0; i < ATTEMPTS; i++) {
        snprintf(name, size, "%.*s.saving-%08lx-%02d", folder, path, (unsigned long)getpid(), i);
        const int file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (file >= 0 || (errno != EEXIST && errno != EINTR)) {
            return file;
        }
    }
    return -1;
}

static bool write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        const ssize_t written = write(file, bytes, length);
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (written == 0 || errno != EINTR) {
            errno = written == 0 ? ENOSPC : errno;
            return false;
        }
    }
    return true;
}

static bool sync_all(int file)
{
    while (fsync(file) != 0) {
        if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

/* Closes in any case; errno is that of the first failure. */
static bool write_and_close(int file, const char *bytes, size_t length)
{
    const bool written = write_all(file, bytes, length) && sync_all(file);
    const int error = errno;
    const bool closed = close(file) == 0 || errno == EINTR; /* which closes it all the same */
    if (!written) {
        errno = error;
    }
    return written && closed;
}

/* Makes the new name itself reach the disk. Some file systems cannot, and some folders may not be
 * read: nothing is lost by that. False where the disk fails, which loses the new file at worst. */
static bool sync_folder(char *path)
{
    char *slash = strrchr(path, '/');
    if (slash != NULL) {
        slash[1] = '\0';
    }
    const int folder = open(slash != NULL ? path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        return true;
    }
    const bool failed = !sync_all(folder) && (errno == EIO || errno == ENOSPC || errno == EDQUOT);
    const int error = errno;
    close(folder);
    errno = error;
    return !failed;
}

/* Folders, devices, pipes and links are left as they are. */
static bool may_take(const char *path)
{
    struct stat status;
    return lstat(path, &status) != 0 || S_ISREG(status.st_mode);
}

static bool save_as(const char *path, char *temporary, size_t size, const char *bytes,
                    size_t length)
{
    const int file = open_beside(path, temporary, size);
    if (file < 0) {
        return false;
    }
    if (write_and_close(file, bytes, length) && rename(temporary, path) == 0) {
        return sync_folder(temporary);
    }
    const int error = errno;
    unlink(temporary);
    errno = error;
    return false;
}

const char *file_save(const char *path, const char *bytes, size_t length, char *why, int size)
{
    if (!may_take(path)) {
        snprintf(why, (size_t)size, _("%.120s cannot be written: it is not an ordinary file."),
                 path);
        return why;
    }
    const size_t room = strlen(path) + 40;
    char *temporary = malloc(room);
    errno = ENOMEM;
    if (temporary == NULL || !save_as(path, temporary, room, bytes, length)) {
        snprintf(why, (size_t)size, _("%.120s cannot be written: %s."), path, strerror(errno));
        free(temporary);
        return why;
    }
    free(temporary);
    return NULL;
}
