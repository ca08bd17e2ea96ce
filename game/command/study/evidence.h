/* evidence.h: the games that show what a study says, as transcripts. */
#ifndef STUDY_EVIDENCE_H
#define STUDY_EVIDENCE_H

#include "command/study/report.h"

/* The name of its file: "03-best-ask.jsonl". */
enum { EVIDENCE_FILE = 128 };
void evidence_file(const struct report *r, int index, char out[EVIDENCE_FILE]);

/* Plays all of them again and writes each to a file of the folder, which is made where it is
 * missing. An exit code, after a complaint. */
int evidence_write(const struct report *r, const struct scenario *sc, const char *folder);

#endif
