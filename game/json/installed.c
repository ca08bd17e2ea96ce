/* installed.c: where the program's own files lie. */
#define _XOPEN_SOURCE 700 /* NOLINT(bugprone-reserved-identifier): realpath */

#include "json/installed.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The folder of the program that runs; where the system does not tell, the one it is meant for. */
static void program_folder(char path[PATH_MAX])
{
    const ssize_t length = readlink("/proc/self/exe", path, PATH_MAX - 1);
    path[length > 0 ? length : 0] = '\0';
    char *slash = strrchr(path, '/');
    if (slash != NULL) {
        *slash = '\0';
    } else {
        snprintf(path, PATH_MAX, "%s", BACKCHANNEL_BINDIR);
    }
}

/* Tries one place, told from the folder of the program. */
static bool try_place(const char *folder, const char *below, char found[PATH_MAX])
{
    char path[PATH_MAX];
    const int length = snprintf(path, sizeof path, "%s/%s", folder, below);
    return length > 0 && length < PATH_MAX && realpath(path, found) != NULL;
}

/* A program that was only built has its own share; its tests lie one folder deeper. */
static const char *find(const char *name, const char *installed, char found[PATH_MAX])
{
    char folder[PATH_MAX], built[PATH_MAX];
    program_folder(folder);
    const int length = snprintf(built, sizeof built, "%s/share", folder);
    const bool any = (length < PATH_MAX && try_place(built, name, found)) ||
                     try_place(folder, installed, found) ||
                     try_place(BACKCHANNEL_BUILT, name, found);
    return any ? found : NULL;
}

const char *installed_data(void)
{
    static char found[PATH_MAX];
    return find("backchannel", BACKCHANNEL_TO_DATA, found);
}

const char *installed_locale(void)
{
    static char found[PATH_MAX];
    return find("locale", BACKCHANNEL_TO_LOCALE, found);
}
