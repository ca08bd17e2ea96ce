/* save_place.h: where a game is put when nobody says where. */
#ifndef COMMAND_SAVE_PLACE_H
#define COMMAND_SAVE_PLACE_H

/* A file that does not exist yet, in $XDG_DATA_HOME/backchannel or ~/.local/share/backchannel,
 * whose folders are made; named after the scenario and the clock. malloc'ed, NULL when memory is
 * out. Where no home is known, in the current folder. */
char *save_place(const char *scenario);

#endif
