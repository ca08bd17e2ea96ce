/* scenario_find.c: where scenarios lie. */
#define _POSIX_C_SOURCE 200809L

#include "content/scenario_find.h"

#include "json/finding.h"
#include "json/installed.h"
#include "json/json_check.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FOLDERS = 3, PATH_SIZE = 4096 };

/* The folder with that number, in the order of looking; false where there is none. */
static bool folder(int index, char *path)
{
    const char *data = getenv("BACKCHANNEL_DATA");
    const bool given = data != NULL && data[0] != '\0';
    const char *const base[FOLDERS] = { given ? data : NULL, given ? data : NULL,
                                        installed_data() };
    if (base[index] == NULL) {
        return false;
    }
    const int length =
        snprintf(path, PATH_SIZE, "%s%s", base[index], index == 1 ? "" : "/scenarios");
    return length < PATH_SIZE;
}

static bool ends_in_json(const char *name)
{
    const size_t length = strlen(name);
    return length > 5 && strcmp(name + length - 5, ".json") == 0;
}

/* ---- the list ---- */

struct list {
    char **id;
    size_t count;
};

static bool has(const struct list *list, const char *id, size_t length)
{
    for (size_t i = 0; i < list->count; i++) {
        if (strlen(list->id[i]) == length && memcmp(list->id[i], id, length) == 0) {
            return true;
        }
    }
    return false;
}

/* Adds the id of a file if it is a scenario's; translations and the schema have a second dot. */
static bool add_file(struct list *list, const char *file)
{
    const size_t length = strlen(file);
    if (!ends_in_json(file) || !json_is_id(file, length - 5) || has(list, file, length - 5)) {
        return true;
    }
    char **id = realloc(list->id, (list->count + 2) * sizeof *id);
    if (id == NULL) {
        return false;
    }
    list->id = id;
    id[list->count] = strndup(file, length - 5);
    if (id[list->count] == NULL) {
        return false;
    }
    id[++list->count] = NULL;
    return true;
}

static bool add_folder(struct list *list, const char *path)
{
    DIR *directory = opendir(path);
    bool fine = true;
    if (directory == NULL) {
        return true;
    }
    for (struct dirent *entry; fine && (entry = readdir(directory)) != NULL;) {
        fine = add_file(list, entry->d_name);
    }
    closedir(directory);
    return fine;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char **scenario_list(void)
{
    char path[PATH_SIZE];
    struct list list = { .id = calloc(1, sizeof(char *)) };
    bool fine = list.id != NULL;
    for (int i = 0; i < FOLDERS && fine; i++) {
        fine = !folder(i, path) || add_folder(&list, path);
    }
    if (!fine) {
        for (size_t i = 0; i < list.count; i++) {
            free(list.id[i]);
        }
        free(list.id);
        return NULL;
    }
    qsort(list.id, list.count, sizeof *list.id, by_name);
    return list.id;
}

/* ---- one of them ---- */

static void refuse(const char *name, struct findings *findings)
{
    char **ids = scenario_list();
    size_t count = 0;
    while (ids != NULL && ids[count] != NULL) {
        count++;
    }
    const struct source source = { .name = name };
    const struct place place = { .source = &source };
    struct finding *finding = findings_add(findings, SEVERITY_ERROR, "J001", place, NULL,
                                           "there is no scenario of this name");
    findings_suggestion(findings, finding, findings_suggest(name, (const char *const *)ids, count));
    for (size_t i = 0; i < count; i++) {
        free(ids[i]);
    }
    free(ids);
}

static char *copy(const char *path, struct findings *findings)
{
    char *out = strdup(path);
    findings->out_of_memory = findings->out_of_memory || out == NULL;
    return out;
}

char *scenario_find(const char *name, struct findings *findings)
{
    char path[PATH_SIZE];
    if (strchr(name, '/') != NULL || ends_in_json(name)) {
        return copy(name, findings);
    }
    for (int i = 0; i < FOLDERS && json_is_id(name, strlen(name)); i++) {
        if (!folder(i, path)) {
            continue;
        }
        const size_t length = strlen(path);
        const int more = snprintf(path + length, sizeof path - length, "/%s.json", name);
        if ((size_t)more < sizeof path - length && access(path, F_OK) == 0) {
            return copy(path, findings);
        }
    }
    refuse(name, findings);
    return NULL;
}

char *scenario_data_file(const char *name, struct findings *findings)
{
    const char *const base[] = { getenv("BACKCHANNEL_DATA"), installed_data() };
    const struct source source = { .name = name };
    char path[PATH_SIZE];
    for (size_t i = 0; i < sizeof base / sizeof *base; i++) {
        const bool given = base[i] != NULL && base[i][0] != '\0';
        const int length = given ? snprintf(path, sizeof path, "%s/%s", base[i], name) : PATH_SIZE;
        if (length < PATH_SIZE && access(path, R_OK) == 0) {
            return copy(path, findings);
        }
    }
    findings_add(findings, SEVERITY_ERROR, "J001", (struct place){ .source = &source }, NULL,
                 "this file, which belongs to the program, is not there");
    return NULL;
}
