/* home: XDG_CONFIG_HOME and XDG_DATA_HOME in a temporary folder. */
#define _XOPEN_SOURCE 700

#include "home.h"

#include <stdio.h>
#include <stdlib.h>

static char path[64];

int home_make(void **state)
{
    (void)state;
    snprintf(path, sizeof path, "/tmp/home-XXXXXX");
    return mkdtemp(path) == NULL || setenv("XDG_CONFIG_HOME", path, 1) != 0
               ? -1
               : setenv("XDG_DATA_HOME", path, 1);
}

int home_remove(void **state)
{
    char command[100];
    (void)state;
    snprintf(command, sizeof command, "rm -r %s", path);
    return system(command);
}

const char *home_path(void)
{
    return path;
}
