/* transcript.h: a game as JSON lines: save, replay, log and test at once.
 *
 * Written atomically; read back move by move, every move checked for legality and every hash
 * compared, so that a damaged or foreign file never becomes a half-started game. */
#ifndef MATCH_TRANSCRIPT_H
#define MATCH_TRANSCRIPT_H

#include "json/finding.h"
#include "match/match.h"

enum { TRANSCRIPT_FORMAT = 1, ENGINE_VERSION = 2, TRANSCRIPT_MAX_BYTES = 16 << 20 };

/* The whole game so far as JSON lines, what was taken back included; malloc'ed, NULL when memory
 * is out. */
char *transcript_write(const struct match *m);

/* The sentence itself, not a copy, with which the two below refuse where memory is out. */
const char *transcript_no_memory(void);

/* Saves it (file_save.h). NULL, or a sentence in `why` (at least 200 bytes) or of memory. */
const char *transcript_save(const struct match *m, const char *path, char *why, int size);

/* NULL, or a sentence in `why` (at least 200 bytes) or of memory: the file of that name is something
 * else than a game, and must not be lost. Asked once, before a game is saved there. */
const char *transcript_place(const char *path, char *why, int size);

/* What the first line of a transcript says, without a scenario. */
struct transcript_head {
    char scenario[64]; /* an id */
    uint64_t scenario_hash, seed, game;
};
/* NULL, or a sentence; what is wrong within a line becomes a finding, S901 to S905. */
const char *transcript_head(const char *path, struct transcript_head *out,
                            struct findings *findings, char *why, int size);

/* The first place where a replay differs from the record. */
struct divergence {
    bool found;
    int number;     /* decision, from 1; 0: the line before the first one */
    char field[96]; /* "meters.trust", "because[2].amount", "party", "move", "hash", ... */
    char recorded[160], replayed[160];
};

/* Rebuilds the match with everything taken back in it and its ministers in their chairs (one that
 * is not known here keeps its name and cannot play). NULL, or a sentence why it cannot be: the file
 * is damaged or foreign, or made with another engine or scenario; *out is NULL then.
 * Where the record says something else than what happens now, that is not an error but a
 * divergence, and *out stops there; resuming refuses one, `replay` reports it. */
const char *transcript_read(const char *path, const struct scenario *sc, struct match **out,
                            struct divergence *divergence, struct findings *findings, char *why,
                            int size);

/* Lets every minister that is named in the record and known here choose anew. The first decision
 * that is not the one it makes, or that is by another than sits in that chair, becomes the
 * divergence, unless an earlier one is in *out already. Programs from outside are not asked. */
void transcript_check_ministers(const struct match *m, struct divergence *out);

#endif
