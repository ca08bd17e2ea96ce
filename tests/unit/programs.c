/* programs.c: small programs for tests of ministers from outside, and that nothing is left of them. */
#define _POSIX_C_SOURCE 200809L

#include "programs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/backchannel-outside-XXXXXX";

int programs_begin(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

int programs_end(void **state)
{
    (void)state;
    char command[100];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command) != 0; /* NOLINT(cert-env33-c) */
}

/* ---- programs made here ---- */

void programs_file(const char *name, const char *text, mode_t mode)
{
    char path[200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, mode), 0);
}

/* A program in sh, "./NAME" from now on. */
const char *programs_make(const char *name, const char *script)
{
    static char path[40];
    char text[2000];
    snprintf(text, sizeof text, "#!/bin/sh\n%s\n", script);
    programs_file(name, text, 0755);
    snprintf(path, sizeof path, "./%s", name);
    return path;
}

/* ---- nothing is left ---- */

static int open_files(void)
{
    int n = 0;
    DIR *files = opendir("/proc/self/fd");
    if (files == NULL) {
        return 0;
    }
    while (readdir(files) != NULL) {
        n++;
    }
    closedir(files);
    return n;
}

static int files_before;

int programs_look_before(void **state)
{
    (void)state;
    files_before = open_files();
    return 0;
}

int programs_look_after(void **state)
{
    (void)state;
    assert_int_equal(open_files(), files_before);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
    return 0;
}
