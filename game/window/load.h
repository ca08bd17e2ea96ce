/* load: scenarios and saved games by name.
 *
 * Promises: nothing is half loaded; a damaged or foreign file is refused with a sentence and left
 * untouched. Findings are printed on stderr. */
#ifndef WINDOW_LOAD_H
#define WINDOW_LOAD_H

#include "core/scenario.h"
#include "match/match.h"

struct findings;
/* Prints findings, and clears them. 0 where all is `fine`, else the exit code. */
int load_told(struct findings *findings, bool fine);

/* A scenario by id or path, in the language in force. `asked`: with --lang; then it is wrong where
 * neither the program nor the scenario has it. 0, or the exit code after all that is wrong has been
 * printed. */
int load_scenario(const char *name, bool asked, struct scenario **out);

/* A scenario by id, in the language in force if it is translated, or NULL: it is not there or has errors;
 * nothing is printed. */
struct scenario *load_story(const char *id);

/* A saved game and its scenario: `scenario` if not NULL, else the one it names. Both are the
 * caller's. 0, or the exit code after all that is wrong has been printed. */
int load_saved(const char *path, const char *scenario, bool asked, struct scenario **sc,
               struct match **match);

/* NULL, or a sentence why nobody can play it on: everybody in the chairs must be known here, and one
 * person at most be among them. The sentence may lie in `why` (at least 200 bytes). */
const char *load_seats(const struct match *match, char *why, int size);

/* Puts the branch of a game at a decision in its place, and seats a person as `party` (-1: as before,
 * else as whoever is to decide), the minister of that name (NULL: as before, else the planner) on the
 * other side. 0, or the exit code after the reason has been printed; the game is the caller's either
 * way, NULL when memory is out. */
int load_branch(struct match **match, int number, int party, const char *minister);

/* Whether two paths name the same file. */
bool load_same_file(const char *one, const char *other);

/* Saves a game where it is to be saved from now on, unless something lies there that is no game. 0,
 * or the exit code after the reason has been printed. */
int load_check_place(const struct match *match, const char *place);

/* A saved game and the scenario it names, in the language in force if it is translated; *sc may hold one read
 * before, which is kept where it is the same, else freed. Both are the caller's, *sc also after a
 * refusal. NULL, or a sentence, perhaps in `why` (at least 400 bytes); nothing is printed. */
const char *load_game(const char *path, struct scenario **sc, struct match **match, char *why,
                      int size);

/* Whether there is a last game that is not over. */
bool load_can_continue(void);

/* Whether no game has been saved here yet. */
bool load_is_first_time(void);

/* The last game, its scenario and its path, which are the caller's. NULL, or a sentence. */
const char *load_last(struct scenario **sc, struct match **match, char **place, char *why,
                      int size);

#endif
