/* files.c: reading files without files; stands in for game/json/file.c. */
#include "fuzz.h"

#include "json/file.h"

#include <stdlib.h>
#include <string.h>

enum { FILES = 2 };
static struct {
    const char *path;
    const uint8_t *bytes;
    size_t length;
} put[FILES];

void fuzz_file(const char *path, const uint8_t *bytes, size_t length)
{
    int at = 0;
    while (at < FILES && put[at].path != NULL && strcmp(put[at].path, path) != 0) {
        at++;
    }
    FUZZ_MUST(at < FILES);
    put[at].path = path;
    put[at].bytes = bytes;
    put[at].length = length;
}

char *file_read(const char *path, size_t max_bytes, size_t *length, struct findings *findings)
{
    const struct source source = { .name = path };
    for (int at = 0; at < FILES && put[at].path != NULL; at++) {
        if (strcmp(put[at].path, path) == 0 && put[at].length <= max_bytes && put[at].length > 0) {
            char *bytes = malloc(put[at].length + 1);
            FUZZ_MUST(bytes != NULL);
            memcpy(bytes, put[at].bytes, put[at].length);
            bytes[put[at].length] = '\0';
            *length = put[at].length;
            return bytes;
        }
    }
    findings_add(findings, SEVERITY_ERROR, "J001", (struct place){ .source = &source }, NULL,
                 "there is no such file");
    return NULL;
}

struct json_document *json_read_file(const char *path, size_t max_bytes, size_t *length,
                                     struct findings *findings)
{
    char *bytes = file_read(path, max_bytes, length, findings);
    struct json_document *document =
        bytes != NULL ? json_read(path, bytes, *length, findings) : NULL;
    free(bytes);
    return document;
}
