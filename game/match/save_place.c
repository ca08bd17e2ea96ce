/* save_place.c: where a game is put when nobody says where. */
#define _POSIX_C_SOURCE 200809L

#include "match/save_place.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

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
    struct stat taken;
    for (int i = 1; name != NULL && (i == 1 || lstat(name, &taken) == 0); i++) {
        snprintf(name, room, i == 1 ? "%s%s-%s.jsonl" : "%s%s-%s-%d.jsonl", path, scenario, stamp,
                 i);
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

/* ---- the last one ---- */

static bool is_save(const char *name)
{
    const size_t length = strlen(name);
    return length > 6 && strcmp(name + length - 6, ".jsonl") == 0;
}

static bool later(const struct stat *a, const struct stat *b)
{
    return a->st_mtim.tv_sec != b->st_mtim.tv_sec ? a->st_mtim.tv_sec > b->st_mtim.tv_sec
                                                  : a->st_mtim.tv_nsec > b->st_mtim.tv_nsec;
}

/* Keeps the file in *best if it is a save and younger. */
static void consider(const char *path, const char *name, char **best, struct stat *of_best)
{
    struct stat s;
    const size_t room = strlen(path) + strlen(name) + 1;
    char *file = is_save(name) ? malloc(room) : NULL;
    if (file == NULL) {
        return;
    }
    snprintf(file, room, "%s%s", path, name);
    if (lstat(file, &s) == 0 && S_ISREG(s.st_mode) && (*best == NULL || later(&s, of_best))) {
        free(*best);
        *best = file;
        *of_best = s;
        return;
    }
    free(file);
}

char *save_latest(void)
{
    char *path = folder(), *best = NULL;
    struct stat of_best = { 0 };
    DIR *all = path != NULL ? opendir(path) : NULL;
    for (struct dirent *one; all != NULL && (one = readdir(all)) != NULL;) {
        consider(path, one->d_name, &best, &of_best);
    }
    if (all != NULL) {
        closedir(all);
    }
    free(path);
    return best;
}
