#define _POSIX_C_SOURCE 200809L

#include "json/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *kind_name(mode_t mode)
{
    if (S_ISDIR(mode)) {
        return "a folder";
    }
    if (S_ISFIFO(mode)) {
        return "a pipe";
    }
    return S_ISCHR(mode) || S_ISBLK(mode) ? "a device" : "no regular file";
}

static void refuse_errno(struct findings *findings, struct place place, int error)
{
    if (error == ENOENT || error == ENOTDIR) {
        findings_add(findings, SEVERITY_ERROR, "J001", place, NULL, "there is no such file");
    } else if (error == EACCES || error == EPERM) {
        findings_add(findings, SEVERITY_ERROR, "J001", place, NULL,
                     "the file may not be read: its permissions forbid it");
    } else {
        findings_add(findings, SEVERITY_ERROR, "J001", place, NULL, "the file cannot be read: %s",
                     strerror(error));
    }
}

/* Opens a file for reading if it is a regular one. Pipes and devices must not make us wait, hence
 * O_NONBLOCK. Returns -1 with a finding otherwise. */
static int open_regular(const char *path, struct findings *findings, struct place place)
{
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0) {
        refuse_errno(findings, place, errno);
    } else if (!S_ISREG(status.st_mode)) {
        findings_add(findings, SEVERITY_ERROR, "J002", place, NULL,
                     "this is %s, not a file to read", kind_name(status.st_mode));
    } else {
        return file;
    }
    if (file >= 0) {
        close(file);
    }
    return -1;
}

/* Reads up to `size` bytes. False with errno set where the file refuses. */
static bool read_up_to(int file, char *bytes, size_t size, size_t *length)
{
    *length = 0;
    while (*length < size) {
        ssize_t more = read(file, bytes + *length, size - *length);
        if (more == 0) {
            break;
        }
        if (more > 0) {
            *length += (size_t)more;
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

/* One byte more than allowed is asked for: what a file claims to be its size is not believed. */
static bool read_limited(int file, size_t max_bytes, char *bytes, size_t *length,
                         struct findings *findings, struct place place)
{
    if (!read_up_to(file, bytes, max_bytes + 1, length)) {
        refuse_errno(findings, place, errno);
    } else if (*length > max_bytes) {
        findings_add(findings, SEVERITY_ERROR, "J003", place, NULL,
                     "the file is larger than %zu bytes, the most that is read", max_bytes);
    } else if (*length == 0) {
        findings_add(findings, SEVERITY_ERROR, "J004", place, NULL, "the file is empty");
    } else {
        return true;
    }
    return false;
}

char *file_read(const char *path, size_t max_bytes, size_t *length, struct findings *findings)
{
    struct source source = { .name = path };
    struct place place = { .source = &source };
    int file = open_regular(path, findings, place);
    if (file < 0) {
        return NULL;
    }
    char *bytes = malloc(max_bytes + 1);
    findings->out_of_memory = findings->out_of_memory || bytes == NULL;
    if (bytes != NULL && !read_limited(file, max_bytes, bytes, length, findings, place)) {
        free(bytes);
        bytes = NULL;
    }
    close(file);
    if (bytes == NULL) {
        return NULL;
    }
    bytes[*length] = '\0';
    char *shrunk = realloc(bytes, *length + 1);
    return shrunk != NULL ? shrunk : bytes;
}

struct json_document *json_read_file(const char *path, size_t max_bytes, size_t *length,
                                     struct findings *findings)
{
    char *bytes = file_read(path, max_bytes, length, findings);
    struct json_document *document =
        bytes != NULL ? json_read(path, bytes, *length, findings) : NULL;
    free(bytes);
    return document;
}
