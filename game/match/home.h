/* home.h: the folders in which a player's own files lie.
 *
 * After the XDG base directory specification: an environment variable that is an absolute path, or
 * else a place below $HOME; without a home the current folder. Nothing is opened here. */
#ifndef MATCH_HOME_H
#define MATCH_HOME_H

enum home {
    HOME_GAMES,   /* $XDG_DATA_HOME/backchannel/, or ~/.local/share/backchannel/ */
    HOME_SETTINGS /* $XDG_CONFIG_HOME/backchannel/, or ~/.config/backchannel/ */
};

/* The folder, with a '/' at its end; malloc'ed, or NULL when memory is out. */
char *home_folder(enum home which);

/* Makes every folder on the way to a path; what cannot be made is noticed when the file is written. */
void home_make_folders(char *path);

#endif
