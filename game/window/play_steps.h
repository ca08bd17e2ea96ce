/* play_steps: what a key or a button leads to; for play.c and play_input.c only.
 *
 * Promises: what is not possible now does nothing but say so. */
#ifndef WINDOW_PLAY_STEPS_H
#define WINDOW_PLAY_STEPS_H

#include "window/play.h"
#include "window/screen_settings.h"

/* Whether there is a game that can be lost. */
bool play_in_game(const struct play *play);

/* The sentence at the top; NULL for none. */
void play_notice(struct play *play, const char *sentence);

/* Takes the topmost of what lies over the page away. */
void play_close_over(struct play *play);

/* What the player changes for good; it is kept at once. */
void play_set(struct play *play, enum setting which, int way);
void play_bind(struct play *play, enum input command, int code);
void play_usual_keys(struct play *play);

/* Lays the account at that place over the game; past the last comes the first. */
void play_ask(struct play *play, int account);

/* Gives the game up for the title of a new one. */
void play_to_title(struct play *play);

/* From the title: sits down, or goes on with the last game. */
void play_sit(struct play *play, int party);
void play_go_on_with_last(struct play *play);

/* What an open screen alone needs: made when it is opened, and put away with the game. */
void play_prepare(struct play *play, enum over over);
void play_put_away(struct play *play);

/* Another game: from the screens of new and of saved games, and from the title. */
void play_setup_turn(struct play *play, enum setup_line line, int way);
void play_begin_new(struct play *play);
void play_load_file(struct play *play, int index);
void play_tutorial(struct play *play);
/* After the tutorial: back to the story that waited, and straight into it. */
void play_end_lesson(struct play *play);
void play_after_lesson(struct play *play);

/* The game told afterwards; written into files; and played on from one of its decisions. */
void play_export(struct play *play);
void play_branch(struct play *play, int number);

/* The button that goes on, wherever; and at the table. */
void play_go(struct play *play);
void play_go_at_table(struct play *play);

/* A card, a way to play it, a clause: by its place on the table. */
void play_card(struct play *play, int card);
void play_form(struct play *play, int card, int form);
void play_toggle(struct play *play, int clause);

void play_undo(struct play *play);
/* The game as it stands, saved once more under a name. */
void play_save(struct play *play);

#endif
