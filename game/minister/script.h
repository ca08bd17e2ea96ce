/* script.h: ministers that follow one simple idea.
 *
 * A script (a file of scripts/) looks at a few facts (struct mood) and says how much it leans to each family of moves;
 * which move of the family it then makes is left to the habits the scenario gives its moves. So a
 * script knows no move, meter or country by name and plays any scenario. Scripts are ministers in
 * their own right, and the people with whom the planner fills the worlds it imagines.
 *
 * A script reads only what the side to move may know: handed a whole state, as in those worlds, it
 * answers as it would answer to that side's view of it. */
#ifndef MINISTER_SCRIPT_H
#define MINISTER_SCRIPT_H

#include "core/rng.h"
#include "core/state.h"
#include "minister/conduct.h"
#include "minister/minister.h"

/* Marks a sentence for translators; whoever shows it translates it. */
#define N_(sentence) sentence

/* All that a script goes by. */
struct mood {
    int by;       /* enum by of the beat */
    int place;    /* of the beat in its round, from 0 */
    bool pick;    /* agreements are being chosen */
    int theirs;   /* family of the other side's last move seen */
    bool wronged; /* as victim who opens: see conduct_wronged() */
    bool us;      /* as suspect: its own file says 'us' */
    int guilty;   /* as victim: per mille that it was the suspect, going by the trace alone */
    bool prudent; /* the scenario thinks it time to be careful (scenario->caution) ... */
    bool grave;   /* ... and the hour grave */
    struct conduct past;
};

/* What a script reads of its mood beside what is at hand; the rest is left at zero. */
enum { READS_TRACE = 1, READS_HOUR = 2, READS_PAST = 4 }; /* guilty; prudent, grave; past */

/* What it leans to. */
struct temper {
    int chance[FAMILY_COUNT]; /* in per cent; they sum to 100 */
    bool softly;              /* in private, where the family has a private form */
};

struct script {
    const char *name, *line;
    struct temper (*temper)(const struct mood *mood);
    unsigned reads;
};

enum { SCRIPTS = 16 };
extern const struct script *const script_table[SCRIPTS];

/* Position in the table, or -1. */
int script_find(const char *name);

/* The move of script number `script` for the side to move; always legal. */
int script_play(const struct scenario *sc, const struct state *s, int script, struct dice *dice);

/* As a minister: self->kind is the number of the script. */
int script_choose(const struct minister *self, const struct scenario *sc, const struct view *view,
                  uint64_t dice);

#endif
