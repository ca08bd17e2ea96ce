/* standalone.c: calls a harness with the files that are named, and with all in the folders that are,
 * in the order of their names. For compilers without libFuzzer. */
#define _POSIX_C_SOURCE 200809L
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int tried;

static void try_file(const char *path, FILE *file)
{
    static uint8_t bytes[2 << 20];
    const size_t length = fread(bytes, 1, sizeof bytes, file);
    fprintf(stderr, "%s\n", path);
    /* a copy of its own size, so that a sanitizer sees what is read behind its end */
    uint8_t *copy = malloc(length + 1);
    FUZZ_MUST(copy != NULL);
    memcpy(copy, bytes, length);
    LLVMFuzzerTestOneInput(copy, length);
    free(copy);
    tried++;
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static void try_path(const char *path)
{
    struct dirent **entry;
    const int count = scandir(path, &entry, is_visible, alphasort);
    for (int i = 0; i < count; i++) {
        char inside[4096];
        snprintf(inside, sizeof inside, "%s/%s", path, entry[i]->d_name);
        try_path(inside);
        free(entry[i]);
    }
    if (count >= 0) {
        free(entry);
        return;
    }
    FILE *file = fopen(path, "rb");
    FUZZ_MUST(file != NULL);
    try_file(path, file);
    fclose(file);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        try_path(argv[i]);
    }
    fprintf(stderr, "%d inputs\n", tried);
    return tried > 0 ? 0 : 1;
}
