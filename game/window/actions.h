/* actions: what can be pressed.
 *
 * Promises: every pressable thing of every screen has one of these numbers; those of a list are the
 * first one plus the place in it. */
#ifndef WINDOW_ACTIONS_H
#define WINDOW_ACTIONS_H

enum action {
    ACTION_NONE,
    ACTION_GO, /* the one button that goes on */
    ACTION_OTHER_SIDE,
    ACTION_CONTINUE,
    ACTION_QUIT,
    ACTION_BACK, /* to the game, from what lies over it */
    ACTION_UNDO,
    ACTION_LEDGER,
    ACTION_ASK, /* why, of the first number */
    ACTION_KEYS,
    ACTION_SAVE,
    ACTION_TITLE,
    ACTION_WHY_BEFORE, /* from one account to the next */
    ACTION_WHY_NEXT,
    ACTION_CARD = 100,
    ACTION_FORM = 200, /* + card * ACTION_FORMS + form */
    ACTION_FORMS = 4,
    ACTION_CLAUSE = 300,
    ACTION_ADVISER = 400,
    ACTION_WHY = 500,  /* + place of the account in the table */
    ACTION_GOAL = 1000 /* + place of the goal: why it stands there */
};

#endif
