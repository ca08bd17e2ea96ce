/* save_place.c: where a game is put when nobody says where. */
#define _POSIX_C_SOURCE 200809L

#include "match/save_place.h"

#include "match/home.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

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
    char *path = home_folder(HOME_GAMES);
    if (path == NULL) {
        return NULL;
    }
    home_make_folders(path);
    char *name = free_name(path, scenario);
    free(path);
    return name;
}

char *save_named(const char *name)
{
    char *folder = home_folder(HOME_GAMES);
    const size_t room = folder != NULL ? strlen(folder) + strlen(name) + sizeof ".jsonl" : 0;
    char *path = folder != NULL ? malloc(room) : NULL;
    if (path != NULL) {
        home_make_folders(folder);
        snprintf(path, room, "%s%s.jsonl", folder, name);
        for (char *at = path + strlen(folder); *at != '\0'; at++) {
            const bool first = at == path + strlen(folder);
            if (*at == '/' || (unsigned char)*at < ' ' || *at == 127 || (first && *at == '.')) {
                *at = '-';
            }
        }
    }
    free(folder);
    return path;
}

/* ---- what lies there ---- */

struct found {
    char *path;
    struct timespec changed;
};

struct list {
    struct found *item;
    size_t count;
};

static bool is_save(const char *name)
{
    const size_t length = strlen(name);
    return length > 6 && strcmp(name + length - 6, ".jsonl") == 0;
}

/* Adds the file if it is a save; false where memory is out. */
static bool add(struct list *list, const char *folder, const char *name)
{
    struct stat s;
    const size_t room = strlen(folder) + strlen(name) + 1;
    char *path = is_save(name) ? malloc(room) : NULL;
    if (path == NULL) {
        return !is_save(name);
    }
    snprintf(path, room, "%s%s", folder, name);
    if (lstat(path, &s) != 0 || !S_ISREG(s.st_mode)) {
        free(path);
        return true;
    }
    struct found *more = realloc(list->item, (list->count + 1) * sizeof *more);
    if (more == NULL) {
        free(path);
        return false;
    }
    list->item = more;
    more[list->count++] = (struct found){ path, s.st_mtim };
    return true;
}

/* The last one first; of two at once, by name. */
static int by_age(const void *a, const void *b)
{
    const struct found *one = a, *two = b;
    if (one->changed.tv_sec != two->changed.tv_sec) {
        return one->changed.tv_sec < two->changed.tv_sec ? 1 : -1;
    }
    if (one->changed.tv_nsec != two->changed.tv_nsec) {
        return one->changed.tv_nsec < two->changed.tv_nsec ? 1 : -1;
    }
    return strcmp(two->path, one->path);
}

static struct list look(void)
{
    struct list list = { NULL, 0 };
    char *folder = home_folder(HOME_GAMES);
    DIR *all = folder != NULL ? opendir(folder) : NULL;
    bool fine = true;
    for (struct dirent *one; fine && all != NULL && (one = readdir(all)) != NULL;) {
        fine = add(&list, folder, one->d_name);
    }
    if (all != NULL) {
        closedir(all);
    }
    free(folder);
    if (list.count > 0) {
        qsort(list.item, list.count, sizeof *list.item, by_age);
    }
    return list;
}

char **save_all(void)
{
    struct list list = look();
    char **paths = calloc(list.count + 1, sizeof *paths);
    for (size_t i = 0; i < list.count; i++) {
        if (paths != NULL) {
            paths[i] = list.item[i].path;
        } else {
            free(list.item[i].path);
        }
    }
    free(list.item);
    return paths;
}

char *save_latest(void)
{
    char **paths = save_all();
    char *first = paths != NULL ? paths[0] : NULL;
    for (size_t i = 1; first != NULL && paths[i] != NULL; i++) {
        free(paths[i]);
    }
    free(paths);
    return first;
}
