/* part.h: the answer of one shard, and what `merge` makes of several.
 *
 * A part is a file. It begins with the rows of its games where the format has rows, as the whole run
 * would print them, its row of names included; its last line is one JSON object: the result of its
 * own games, and in "part" what was asked for ("asked", the same bytes in every part), its shard,
 * its sums and a digest of the rows; "check" is a digest of the line. So a part tells by itself
 * whether it is whole, and no scenario is needed to merge. */
#ifndef COMMAND_RUN_PART_H
#define COMMAND_RUN_PART_H

#include "command/run/sums.h"
#include "json/json.h"

#include <stddef.h>

/* A digest that bytes are added to, in any number of steps; it begins with PART_DIGEST. */
#define PART_DIGEST UINT64_C(0xcbf29ce484222325)
uint64_t part_digest(uint64_t digest, const char *bytes, size_t length);

/* Prints the last line of a part; the digest is that of all before. False when memory is out. */
bool part_print(const struct run *run, const struct sums *sums, uint64_t digest);

/* A part that has been read, and is whole. */
struct part {
    const char *path; /* borrowed */
    struct json_document *document;
    const struct json_value *asked, *sums; /* in it */
    uint64_t shard, shards;
    long rows; /* bytes of rows before the last line */
};

/* Reads one. NULL, or a sentence in `why` why it is none. To be freed in either case. */
const char *part_read(const char *path, struct part *out, char *why, size_t size);
void part_free(struct part *part);

/* What was asked for: a run without games, ministers that only have names, and a scenario that only
 * has names. False where the part does not say so; to be freed in either case. */
bool part_asked(const struct part *part, struct run *out);
void part_asked_free(struct run *run);

/* The sums of a part of that run; false where they are not those of its games. */
bool part_sums(const struct part *part, const struct run *run, struct sums *out);

#endif
