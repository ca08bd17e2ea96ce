/* part_read.c: a part, read back. What it says is believed only where it fits. */
#define _POSIX_C_SOURCE 200809L

#include "command/run/part.h"

#include "match/say.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- the file ---- */

enum { LINE_MAX_BYTES = 64 << 20, CHECK_LENGTH = 28 }; /* ,"check":"0123456789abcdef"} */

/* Where the last line begins; -1 where the file does not end with a whole line. */
static long find_last_line(FILE *file, long size)
{
    char bytes[4096];
    long end = size - 1; /* without its line end */
    while (end > 0 && size - end < LINE_MAX_BYTES) {
        const long from = end < (long)sizeof bytes ? 0 : end - (long)sizeof bytes;
        const size_t length = (size_t)(end - from);
        if (fseek(file, from, SEEK_SET) != 0 || fread(bytes, 1, length, file) != length) {
            return -1;
        }
        for (size_t i = length; i > 0; i--) {
            if (bytes[i - 1] == '\n') {
                return from + (long)i;
            }
        }
        end = from;
    }
    return end > 0 ? -1 : 0;
}

/* The last line without its end, if its check is good; malloc'ed, else NULL. */
static char *read_line(FILE *file, long at, long size)
{
    const size_t length = (size_t)(size - at - 1);
    char *line = length > CHECK_LENGTH ? malloc(length + 1) : NULL;
    if (line == NULL || fseek(file, at, SEEK_SET) != 0 || fread(line, 1, length, file) != length ||
        fgetc(file) != '\n') {
        free(line);
        return NULL;
    }
    line[length] = '\0';
    char check[CHECK_LENGTH + 1];
    const uint64_t digest = part_digest(PART_DIGEST, line, length - CHECK_LENGTH);
    snprintf(check, sizeof check, ",\"check\":\"%016" PRIx64 "\"}", part_digest(digest, "}", 1));
    if (strcmp(check, line + length - CHECK_LENGTH) != 0) {
        free(line);
        return NULL;
    }
    return line;
}

/* The digest of the rows before the last line. */
static uint64_t digest_rows(FILE *file, long rows)
{
    char bytes[16384];
    uint64_t digest = PART_DIGEST;
    rewind(file);
    while (rows > 0) {
        const size_t want = rows < (long)sizeof bytes ? (size_t)rows : sizeof bytes;
        const size_t got = fread(bytes, 1, want, file);
        if (got == 0) {
            break;
        }
        digest = part_digest(digest, bytes, got);
        rows -= (long)got;
    }
    return digest;
}

static bool read_number(const struct json_value *object, const char *key, uint64_t *out)
{
    const struct json_value *value = json_member(object, key);
    return value != NULL && json_as_uint64(value, out);
}

static bool read_part(struct part *part, const char *line)
{
    struct findings findings = findings_init();
    part->document = json_read(part->path, line, strlen(line), &findings);
    const bool good = part->document != NULL && findings.errors == 0;
    findings_clear(&findings);
    const struct json_value *of = good ? json_member(json_root(part->document), "part") : NULL;
    part->asked = json_member(of, "asked");
    part->sums = json_member(of, "sums");
    return read_number(of, "shard", &part->shard) &&
           read_number(part->asked, "shards", &part->shards) && part->shard >= 1 &&
           part->shard <= part->shards && part->sums != NULL;
}

static const char *read_open(FILE *file, struct part *part, char *why, size_t size)
{
    struct stat status;
    uint64_t rows = 0;
    if (fstat(fileno(file), &status) != 0 || !S_ISREG(status.st_mode)) {
        snprintf(why, size, _("%.100s is no regular file"), part->path);
        return why;
    }
    const long length = (long)status.st_size;
    part->rows = length > 0 ? find_last_line(file, length) : -1;
    char *line = part->rows >= 0 ? read_line(file, part->rows, length) : NULL;
    const bool good =
        line != NULL && read_part(part, line) &&
        json_as_hex64(json_member(json_member(json_root(part->document), "part"), "rows"), &rows) &&
        rows == digest_rows(file, part->rows);
    free(line);
    if (!good) {
        snprintf(why, size, _("%.100s is no part, or it is damaged"), part->path);
    }
    return good ? NULL : why;
}

const char *part_read(const char *path, struct part *out, char *why, size_t size)
{
    *out = (struct part){ .path = path };
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        snprintf(why, size, _("%.100s cannot be read: %s"), path, strerror(errno));
        return why;
    }
    const char *refusal = read_open(file, out, why, size);
    fclose(file);
    return refusal;
}

void part_free(struct part *part)
{
    json_free(part->document);
}
