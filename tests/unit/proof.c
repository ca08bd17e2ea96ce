/* proof.c: how far a proof goes, and over which scenarios. */
#define _POSIX_C_SOURCE 200809L

#include "proof.h"

#include "support.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHIPPED_MAX = 6, NAME_SIZE = 64 };

struct shipped {
    int count;
    char name[SHIPPED_MAX][NAME_SIZE];
};

static void stop(const char *why)
{
    fprintf(stderr, "%s\n", why);
    exit(1);
}

int proof_games(int usual)
{
    const char *games = getenv("PROOF_GAMES");
    if (!games) {
        return usual;
    }
    char *end;
    const long count = strtol(games, &end, 10);
    if (*end != '\0' || count < 1 || count > 10000000) {
        stop("PROOF_GAMES is not a number of games");
    }
    return (int)count;
}

/* NAME of .../NAME.json; the schema, NAME.schema.json, is no scenario. */
static void add_name(struct shipped *all, const char *path)
{
    const char *base = strrchr(path, '/') + 1;
    const size_t length = strcspn(base, ".");
    if (strcmp(base + length, ".json") != 0) {
        return;
    }
    if (all->count == SHIPPED_MAX || length >= NAME_SIZE) {
        stop("more scenarios than proof.c has room for");
    }
    snprintf(all->name[all->count++], NAME_SIZE, "%.*s", (int)length, base);
}

static const struct shipped *shipped(void)
{
    static struct shipped all;
    glob_t found;
    if (all.count == 0) {
        if (glob(SOURCE_DIR "/scenarios/*.json", 0, NULL, &found) != 0) {
            stop("no scenarios are shipped");
        }
        for (size_t i = 0; i < found.gl_pathc; i++) {
            add_name(&all, found.gl_pathv[i]);
        }
        globfree(&found);
    }
    return &all;
}

int proof_shipped(void)
{
    return shipped()->count;
}

const struct scenario *proof_scenario(int index)
{
    const struct shipped *all = shipped();
    if (index > all->count) {
        return NULL;
    }
    return support_scenario(index == all->count ? "tests/small" : all->name[index]);
}
