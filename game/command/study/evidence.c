/* evidence.c: the games that show what a study says, as transcripts. */
#define _POSIX_C_SOURCE 200809L

#include "command/study/evidence.h"

#include "command/out.h"
#include "match/say.h"
#include "match/transcript.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void evidence_file(const struct report *r, int index, char out[EVIDENCE_FILE])
{
    snprintf(out, EVIDENCE_FILE, "%02d-%s.jsonl", index + 1, r->evidence[index].shows);
    for (char *at = out + 3; *at && strcmp(at, ".jsonl") != 0; at++) {
        const bool plain = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');
        *at = (char)(plain ? *at : '-');
    }
}

/* NULL: fine; else a sentence, or "" where memory is out. */
static const char *play(struct match *m, const struct evidence *e)
{
    const char *refusal = NULL;
    for (int i = 0; !match_over(m) && refusal == NULL; i++) {
        if (!match_person_to_move(m)) {
            refusal = match_play_minister(m);
        } else if (i < e->moves) {
            refusal = match_play(m, e->move[i], "person");
        } else {
            break;
        }
    }
    return refusal;
}

static int write_one(const struct scenario *sc, const struct evidence *e, const char *path)
{
    struct minister minister;
    char why[300];
    struct match *m = match_new(sc, e->seed, e->game);
    if (m == NULL) {
        return out_of_memory();
    }
    const char *refusal = NULL;
    for (int p = 0; p < MAX_PARTIES && refusal == NULL; p++) {
        if (e->seat[p] != NULL) {
            refusal = minister_for(sc, e->seat[p], &minister, why, sizeof why);
            match_seat(m, p, &minister);
        }
    }
    refusal = refusal ? refusal : play(m, e);
    refusal = refusal ? refusal : transcript_save(m, path, why, sizeof why);
    if (refusal) {
        complain("backchannel: %s\n", refusal);
    }
    match_free(m);
    return refusal ? EXIT_MACHINE : EXIT_FINE;
}

int evidence_write(const struct report *r, const struct scenario *sc, const char *folder)
{
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        complain(_("backchannel: the folder %s cannot be made: %s.\n"), folder, strerror(errno));
        return EXIT_MACHINE;
    }
    const size_t room = strlen(folder) + EVIDENCE_FILE + 2;
    char *path = malloc(room);
    int code = path ? EXIT_FINE : out_of_memory();
    for (int i = 0; i < r->evidences && code == EXIT_FINE; i++) {
        char file[EVIDENCE_FILE];
        evidence_file(r, i, file);
        snprintf(path, room, "%s/%s", folder, file);
        code = write_one(sc, &r->evidence[i], path);
    }
    free(path);
    return code;
}
