/* actions: what can be pressed.
 *
 * Promises: every pressable thing of every screen has one of these numbers; those of a list are the
 * first one plus the place in it. */
#ifndef WINDOW_ACTIONS_H
#define WINDOW_ACTIONS_H

/* What can lie over the game. */
enum over {
    OVER_NOTHING,
    OVER_MENU,
    OVER_KEYS,
    OVER_LEDGER,
    OVER_WHY,
    OVER_CASES,
    OVER_AGREEMENTS,
    OVER_SETTINGS,
    OVER_ABOUT,
    OVER_SOURCES,
    OVER_NEW,
    OVER_LOAD,
    OVER_DEBRIEF,
    OVER_SAVE,
    OVER_FINDINGS,
    OVERS
};

enum action {
    ACTION_NONE,
    ACTION_GO, /* the one button that goes on */
    ACTION_OTHER_SIDE,
    ACTION_CONTINUE,
    ACTION_QUIT,
    ACTION_BACK, /* to the game, from what lies over it */
    ACTION_UNDO,
    ACTION_ASK, /* why, of the first number */
    ACTION_SAVE,
    ACTION_TITLE,
    ACTION_WHY_BEFORE, /* from one account to the next */
    ACTION_WHY_NEXT,
    ACTION_TUTORIAL,
    ACTION_AFTER_LESSON,
    ACTION_EXPORT,     /* the transcript and the debrief, as files */
    ACTION_KEYS_USUAL, /* all keys as they usually are */
    ACTION_OVER = 20,  /* + what is laid over the game */
    ACTION_SET = 40,   /* + which setting */
    ACTION_SETUP = 60, /* + which of the choices of a new game */
    ACTION_CARD = 100,
    ACTION_FORM = 200, /* + card * ACTION_FORMS + form */
    ACTION_FORMS = 4,
    ACTION_CLAUSE = 300,
    ACTION_ADVISER = 400,
    ACTION_WHY = 500,    /* + place of the account in the table */
    ACTION_GOAL = 1000,  /* + place of the goal: why it stands there */
    ACTION_BIND = 1100,  /* + command: its key is changed */
    ACTION_FILE = 1200,  /* + place of a saved game in the list */
    ACTION_BRANCH = 1400 /* + decision from which the game is played on */
};

#endif
