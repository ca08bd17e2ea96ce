/* save_place.h: where a game is put when nobody says where.
 *
 * That is $XDG_DATA_HOME/backchannel, or ~/.local/share/backchannel, or, without a home, the
 * current folder. Nothing is written here but the folders themselves. */
#ifndef MATCH_SAVE_PLACE_H
#define MATCH_SAVE_PLACE_H

/* A path that no file has yet, named after the scenario and the clock, its folders made; malloc'ed,
 * or NULL when memory is out. */
char *save_place(const char *scenario);

/* The path of a game that has been given a name, its folders made; malloc'ed, or NULL when memory is
 * out. The name may hold anything: what no file name can hold becomes a hyphen. */
char *save_named(const char *name);

/* The paths of all games saved there, the last one first; a list that ends with NULL, to be freed
 * like every path in it. NULL when memory is out. */
char **save_all(void);

/* The path of the game that was saved there last; malloc'ed, or NULL when there is none. */
char *save_latest(void);

#endif
