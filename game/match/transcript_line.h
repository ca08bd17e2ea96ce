/* transcript_line.h: the single lines of a transcript, as text.
 *
 * Both the writer and the reader use them: what is read back is played, written again and
 * compared. Lines are malloc'ed, without a line end; NULL when memory is out. */
#ifndef MATCH_TRANSCRIPT_LINE_H
#define MATCH_TRANSCRIPT_LINE_H

#include "json/json.h"
#include "json/json_write.h"
#include "match/match.h"
#include "match/transcript.h"

char *transcript_line_game(const struct match *m);
char *transcript_line_step(const struct match *m, const struct record *record);
char *transcript_line_rewind(const struct match *m, const struct record *record);
char *transcript_line_end(const struct match *m);

/* The line of one record, a step or a rewind. */
char *transcript_line_record(const struct match *m, int index);

/* Parts of lines, as one value each: all meters and commitments with their numbers, flat, hidden
 * ones included; and the utility of each party in points. */
void transcript_write_meters(struct json_writer *w, const struct scenario *sc,
                             const struct state *s);
void transcript_write_utility(struct json_writer *w, const struct scenario *sc,
                              const struct state *s);

/* Looks for the first field in which a recorded line differs from the replayed one; hashes are
 * looked at last, since they differ whenever anything does. Fills field, recorded and replayed of
 * *out and sets found. */
void transcript_compare(const struct json_value *recorded, const struct json_value *replayed,
                        struct divergence *out);

#endif
