/* merge.c: `backchannel merge`: the parts of a run into its one result. */
#include "command/run/result.h"

#include "command/commands.h"
#include "command/out.h"
#include "command/run/part.h"
#include "match/say.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OPTION_MISSING, OPTION_EXPECT };
static const struct option options[] = {
    { "--missing", NULL, N_("prints the numbers of the shards that are lost, and merges nothing") },
    { "--expect", "'PATH OP VALUE'",
      N_("exit 1 unless a figure of the result is so; may be given again") },
    { NULL, NULL, NULL },
};

struct request {
    struct args *args;
    bool missing;
    int paths, parts;
    const char **path;
    struct part *part; /* those that are whole */
    int expects;
    struct expect expect[MAX_EXPECTS];
};

/* ---- what is asked for ---- */

static int read_argument(void *context, int got, const char *value)
{
    struct request *r = context;
    if (got == OPTION_MISSING) {
        r->missing = true;
        return EXIT_FINE;
    }
    if (got == OPTION_EXPECT && r->expects == MAX_EXPECTS) {
        return args_wrong(r->args, "%s", _("too many expectations"));
    }
    if (got == OPTION_EXPECT) {
        return expect_read(r->args, value, &r->expect[r->expects++]);
    }
    r->path[r->paths++] = value;
    return EXIT_FINE;
}

static int read_arguments(struct request *r)
{
    const int code = args_each(r->args, read_argument, r);
    if (code != EXIT_FINE || r->args->helped) {
        return code;
    }
    return r->paths == 0 ? args_wrong(r->args, "%s", _("no part is named")) : EXIT_FINE;
}

/* ---- do they belong together? ---- */

/* The first thing that two parts were asked differently, or NULL. */
static const char *difference(const struct json_value *a, const struct json_value *b)
{
    if (a->length == b->length && memcmp(a->text, b->text, a->length) == 0) {
        return NULL;
    }
    for (const struct json_value *one = a->first; one != NULL; one = one->next) {
        const struct json_value *other = json_member(b, one->key);
        if (other == NULL || one->length != other->length ||
            memcmp(one->text, other->text, one->length) != 0) {
            return strcmp(one->key, "cells") == 0 ? "scenario_hash" : one->key;
        }
    }
    return "version";
}

static int by_shard(const void *a, const void *b)
{
    const struct part *one = a, *two = b;
    return one->shard < two->shard ? -1 : one->shard > two->shard;
}

static int check_together(const struct request *r)
{
    for (int i = 1; i < r->parts; i++) {
        const char *what = difference(r->part[0].asked, r->part[i].asked);
        if (what != NULL) {
            return args_wrong(r->args, _("%s and %s are not of the same run: they differ in %s"),
                              r->part[0].path, r->part[i].path, what);
        }
    }
    return EXIT_FINE;
}

/* Two of the same shard, which by now stand side by side. */
static int check_doubles(const struct request *r)
{
    for (int i = 1; i < r->parts; i++) {
        if (r->part[i].shard == r->part[i - 1].shard) {
            return args_wrong(r->args, _("%s and %s are both shard %" PRIu64), r->part[i - 1].path,
                              r->part[i].path, r->part[i].shard);
        }
    }
    return EXIT_FINE;
}

/* Calls `tell` with each run of shards that are missing. How many there are. */
static uint64_t each_missing(const struct request *r, void (*tell)(uint64_t from, uint64_t to))
{
    uint64_t next = 1, missing = 0;
    for (int i = 0; i <= r->parts; i++) {
        const uint64_t shard = i < r->parts ? r->part[i].shard : r->part[0].shards + 1;
        if (shard > next) {
            tell(next, shard - 1);
            missing += shard - next;
        }
        next = shard + 1;
    }
    return missing;
}

static void tell_number(uint64_t from, uint64_t to)
{
    for (uint64_t shard = from; shard <= to && !out_failed(); shard++) {
        say("%" PRIu64 "\n", shard);
    }
}

static void tell_run(uint64_t from, uint64_t to)
{
    if (from == to) {
        complain(" %" PRIu64, from);
    } else {
        complain(" %" PRIu64 "-%" PRIu64, from, to);
    }
}

static void tell_nothing(uint64_t from, uint64_t to)
{
    (void)from;
    (void)to;
}

static int check_whole(const struct request *r)
{
    const uint64_t missing = each_missing(r, tell_nothing);
    if (missing == 0) {
        return EXIT_FINE;
    }
    complain(_("backchannel merge: %" PRIu64 " of %" PRIu64 " shards are missing:"), missing,
             r->part[0].shards);
    (void)each_missing(r, tell_run);
    complain("\n");
    return EXIT_USAGE;
}

/* ---- the rows ---- */

/* Copies the rows of a part; of all but the first without the row of names. */
static int copy_rows(const struct part *part, bool named)
{
    FILE *file = fopen(part->path, "rb");
    long left = file != NULL ? part->rows : 0;
    bool skipping = named && part->shard > 1;
    char bytes[16384];
    while (left > 0) {
        const size_t want = left < (long)sizeof bytes ? (size_t)left : sizeof bytes;
        const size_t got = fread(bytes, 1, want, file);
        const char *line = skipping ? memchr(bytes, '\n', got) : NULL;
        const size_t from = line != NULL ? (size_t)(line + 1 - bytes) : skipping ? got : 0;
        if (got == 0) {
            break;
        }
        skipping = skipping && line == NULL;
        fwrite(bytes + from, 1, got - from, stdout);
        left -= (long)got;
    }
    if (file != NULL) {
        fclose(file);
    }
    if (file == NULL || left > 0) {
        complain(_("backchannel: %s could not be read to its end.\n"), part->path);
        return EXIT_MACHINE;
    }
    return out_failed() ? EXIT_MACHINE : EXIT_FINE;
}

static int print(const struct request *r, const struct run *run, const struct sums *sums)
{
    int code = EXIT_FINE;
    for (int i = 0; i < r->parts && code == EXIT_FINE && run_has_rows(run); i++) {
        code = copy_rows(&r->part[i], run->format == RUN_CSV);
    }
    if (code == EXIT_FINE && !result_print(run, sums)) {
        code = out_of_memory();
    }
    return code == EXIT_FINE ? result_ask(run, sums, NULL) : code;
}

/* ---- merging ---- */

static int add_up(const struct request *r, const struct run *run, struct sums *all)
{
    struct sums one;
    int code = sums_init(&one, run->cells, run->counts) ? EXIT_FINE : out_of_memory();
    for (int i = 0; i < r->parts && code == EXIT_FINE; i++) {
        if (part_sums(&r->part[i], run, &one)) {
            sums_join(all, &one);
        } else {
            code = args_wrong(r->args, _("%s holds the sums of something else"), r->part[i].path);
        }
    }
    sums_free(&one);
    return code;
}

static int merge_run(const struct request *r, struct run *run)
{
    struct sums sums;
    run->shards = 0;
    run->expects = r->expects;
    memcpy(run->expect, r->expect, sizeof run->expect);
    struct run part = *run;
    part.shards = r->part[0].shards;
    int code = sums_init(&sums, run->cells, run->counts) ? EXIT_FINE : out_of_memory();
    if (code == EXIT_FINE) {
        code = add_up(r, &part, &sums);
    }
    if (code == EXIT_FINE) {
        code = result_ask(run, &sums, r->args);
    }
    if (code == EXIT_FINE) {
        code = print(r, run, &sums);
    }
    sums_free(&sums);
    return code;
}

static int merge(const struct request *r)
{
    struct run *run = calloc(1, sizeof *run);
    int code = check_doubles(r);
    if (code == EXIT_FINE) {
        code = check_whole(r);
    }
    if (code == EXIT_FINE && run == NULL) {
        code = out_of_memory();
    } else if (code == EXIT_FINE) {
        code = part_asked(&r->part[0], run)
                   ? merge_run(r, run)
                   : args_wrong(r->args, _("%s is no part of this version"), r->part[0].path);
        part_asked_free(run);
    }
    free(run);
    return code;
}

/* Those that can be read; the others are told, and an end unless only the missing are asked for. */
static int read_parts(struct request *r)
{
    int code = EXIT_FINE;
    for (int i = 0; i < r->paths; i++) {
        char why[300];
        const char *refusal = part_read(r->path[i], &r->part[r->parts], why, sizeof why);
        if (refusal == NULL) {
            r->parts++;
            continue;
        }
        complain("backchannel merge: %s\n", refusal);
        part_free(&r->part[r->parts]);
        code = r->missing ? code : EXIT_USAGE;
    }
    return code == EXIT_FINE && r->parts == 0 ? EXIT_USAGE : code;
}

static int work(struct request *r)
{
    int code = read_parts(r);
    if (code == EXIT_FINE) {
        code = check_together(r);
    }
    if (code != EXIT_FINE) {
        return code;
    }
    qsort(r->part, (size_t)r->parts, sizeof *r->part, by_shard);
    if (r->missing) {
        return each_missing(r, tell_number) == 0 ? EXIT_FINE : EXIT_NO;
    }
    return merge(r);
}

static int run_merge(struct args *args)
{
    struct request *r = calloc(1, sizeof *r);
    const size_t words = (size_t)args->count + 1;
    if (r == NULL) {
        return out_of_memory();
    }
    r->args = args;
    r->path = calloc(words, sizeof *r->path);
    r->part = calloc(words, sizeof *r->part);
    int code = r->path != NULL && r->part != NULL ? read_arguments(r) : out_of_memory();
    if (code == EXIT_FINE && !args->helped) {
        code = work(r);
    }
    for (int i = 0; i < r->parts; i++) {
        part_free(&r->part[i]);
    }
    free(r->path);
    free(r->part);
    free(r);
    return code;
}

const struct command command_merge = {
    .name = "merge",
    .words = "PART... [--missing] [--expect 'PATH OP VALUE']...",
    .line = N_("Puts the parts of a run, made with --shard, together into its one result."),
    .options = options,
    .run = run_merge,
    .more =
        N_("The bytes are those of the same run in one piece, in whatever order the parts are\n"
           "named and wherever they were made. Parts of different runs, the same shard twice, a\n"
           "damaged part or a missing one: nothing is printed but what is wrong, exit 2.\n"
           "--missing passes damaged parts over and exits 1 where shards are lost.\n"),
};
