/* save_place.c: where a game is put when nobody says where. */
#define _POSIX_C_SOURCE 200809L

#include "command/save_place.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { SAME_SECOND = 100 };

static bool is_absolute(const char *path)
{
    return path != NULL && path[0] == '/';
}

/* The folder of saves, malloc'ed, with a '/' at its end. */
static char *folder(void)
{
    const char *data = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    const char *first = is_absolute(data) ? data : is_absolute(home) ? home : ".";
    const char *rest = is_absolute(data)   ? "/backchannel/"
                       : is_absolute(home) ? "/.local/share/backchannel/"
                                           : "/";
    const size_t room = strlen(first) + strlen(rest) + 1;
    char *path = malloc(room);
    if (path != NULL) {
        snprintf(path, room, "%s%s", first, rest);
    }
    return path;
}

/* Makes every folder of a path; what cannot be made is noticed when the file is written. */
static void make_folders(char *path)
{
    for (char *at = path + 1; (at = strchr(at, '/')) != NULL; at++) {
        *at = '\0';
        (void)mkdir(path, 0700);
        *at = '/';
    }
}

static char *free_name(const char *path, const char *scenario)
{
    char stamp[32] = "game";
    const time_t now = time(NULL);
    struct tm local;
    if (localtime_r(&now, &local) != NULL) {
        strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", &local);
    }
    const size_t room = strlen(path) + strlen(scenario) + sizeof stamp + 16;
    char *name = malloc(room);
    for (int i = 1; name != NULL && i <= SAME_SECOND; i++) {
        snprintf(name, room, i == 1 ? "%s%s-%s.jsonl" : "%s%s-%s-%d.jsonl", path, scenario, stamp,
                 i);
        if (access(name, F_OK) != 0) {
            break;
        }
    }
    return name;
}

char *save_place(const char *scenario)
{
    char *path = folder();
    if (path == NULL) {
        return NULL;
    }
    make_folders(path);
    char *name = free_name(path, scenario);
    free(path);
    return name;
}
