/* home.c: the folders in which a player's own files lie. */
#define _POSIX_C_SOURCE 200809L

#include "match/home.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool is_absolute(const char *path)
{
    return path != NULL && path[0] == '/';
}

char *home_folder(enum home which)
{
    static const struct {
        const char *variable, *below_home;
    } places[] = {
        [HOME_GAMES] = { "XDG_DATA_HOME", "/.local/share/backchannel/" },
        [HOME_SETTINGS] = { "XDG_CONFIG_HOME", "/.config/backchannel/" },
    };
    const char *own = getenv(places[which].variable), *home = getenv("HOME");
    const char *first = is_absolute(own) ? own : is_absolute(home) ? home : ".";
    const char *rest = is_absolute(own)    ? "/backchannel/"
                       : is_absolute(home) ? places[which].below_home
                                           : "/";
    const size_t room = strlen(first) + strlen(rest) + 1;
    char *path = malloc(room);
    if (path != NULL) {
        snprintf(path, room, "%s%s", first, rest);
    }
    return path;
}

void home_make_folders(char *path)
{
    for (size_t i = 0; path[i] != '\0'; i++) {
        if (i > 0 && path[i] == '/') {
            path[i] = '\0';
            (void)mkdir(path, 0700);
            path[i] = '/';
        }
    }
}
