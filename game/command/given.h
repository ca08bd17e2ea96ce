/* given.h: the things a command line names: scenarios, transcripts, parties, ministers.
 *
 * Each function says on stderr what is wrong with what it was given and returns an exit code,
 * EXIT_FINE where all is well. */
#ifndef COMMAND_GIVEN_H
#define COMMAND_GIVEN_H

#include "command/args.h"
#include "core/scenario.h"
#include "match/match.h"
#include "match/transcript.h"

/* A scenario by path or id, as it was written. The caller frees it with scenario_free. */
int given_scenario(const char *name, struct scenario **out);
/* The same for people: in the language in force. Where that has been asked for and neither the
 * program nor the scenario has it, that is an error; where one has it, that is told. */
int given_scenario_in(const struct args *args, const char *name, struct scenario **out);

/* The value of --lang: all that is said from now on is in that language. */
int given_language(struct args *args, const char *value);

/* A transcript and its scenario: `scenario` if not NULL, else the one its first line names, or a
 * file of that name beside the transcript. A divergence is not an error. Both are the caller's. */
int given_transcript(const char *path, const char *scenario, struct scenario **sc,
                     struct match **match, struct divergence *divergence);
/* The same for people, as given_scenario_in. */
int given_transcript_in(const struct args *args, const char *path, const char *scenario,
                        struct scenario **sc, struct match **match, struct divergence *divergence);

/* Complains that a game could not be saved: `refusal` is what transcript_save or transcript_place
 * said. Returns `code`, or EXIT_BUG where memory was out. */
int given_refusal(const char *refusal, int code);

/* A folder to write into: it is made where it is missing. */
int given_folder(const char *path);

int given_party(const struct args *args, const struct scenario *sc, const char *id, int *party);
int given_fact(const struct args *args, const struct scenario *sc, const char *id, int *fact);
/* Somebody who can play the scenario; NULL: whom any scenario suits, as it does programs. */
int given_minister(const struct args *args, const struct scenario *sc, const char *name,
                   struct minister *out);
/* The same for somebody who plays: where it is a program, that is started, and the caller ends it
 * with outside_stop. One call a chair. */
int given_player(const struct args *args, const struct scenario *sc, const char *name,
                 struct minister *out);

#endif
