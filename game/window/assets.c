/* assets: reading beneath one folder. */
#define _POSIX_C_SOURCE 200809L

#include "window/assets.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_BYTES = 64 * 1024 };

const char *assets_open(struct assets *assets, const char *path)
{
    assets->folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return assets->folder >= 0 ? NULL : "The folder with the drawings (assets) cannot be opened.";
}

void assets_close(struct assets *assets)
{
    if (assets->folder >= 0) {
        close(assets->folder);
    }
    assets->folder = -1;
}

static bool name_is_fine(const char *name)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-./";
    size_t n = strlen(name);
    return n > 0 && n < 100 && strspn(name, allowed) == n && name[0] != '/' &&
           strstr(name, "..") == NULL && strstr(name, "//") == NULL && name[n - 1] != '/';
}

/* Opens step by step, so that no folder on the way is a link either. */
static int open_beneath(int folder, const char *name)
{
    char part[100];
    int at = dup(folder);
    while (at >= 0) {
        size_t n = strcspn(name, "/");
        bool last = name[n] == '\0';
        memcpy(part, name, n);
        part[n] = '\0';
        int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | (last ? 0 : O_DIRECTORY);
        int next = openat(at, part, flags);
        close(at);
        at = next;
        if (last) {
            break;
        }
        name += n + 1;
    }
    return at;
}

static char *read_all(int file, size_t size)
{
    char *text = malloc(size + 1);
    size_t have = 0;
    while (text != NULL && have < size) {
        ssize_t n = read(file, text + have, size - have);
        if (n <= 0) {
            free(text);
            return NULL;
        }
        have += (size_t)n;
    }
    if (text != NULL) {
        text[size] = '\0';
    }
    return text;
}

char *assets_read(const struct assets *assets, const char *name)
{
    struct stat info;
    if (assets->folder < 0 || !name_is_fine(name)) {
        return NULL;
    }
    int file = open_beneath(assets->folder, name);
    if (file < 0) {
        return NULL;
    }
    char *text = NULL;
    if (fstat(file, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0 &&
        info.st_size <= MOST_BYTES) {
        text = read_all(file, (size_t)info.st_size);
    }
    close(file);
    return text;
}
