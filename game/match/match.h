/* match.h: the seam. One game as a list of states.
 *
 * Front ends change a game through this header only. Control stays with the front end: a match
 * never calls back. All luck comes from (seed, game); two matches given the same moves are the same
 * to the byte. */
#ifndef MATCH_MATCH_H
#define MATCH_MATCH_H

#include "core/round.h"
#include "core/view.h"
#include "minister/minister.h"

struct match;

/* What one decision did: from it to the next decision or the ending. */
struct step {
    int number; /* from 1 */
    int round, beat, party, move;
    char by[MINISTER_NAME]; /* "person", a minister's name, or "default" */
    int before, after;      /* states (match_state) */
    struct ledger ledger;
};

/* NULL when memory is out. The scenario is borrowed and must outlive the match. */
struct match *match_new(const struct scenario *sc, uint64_t seed, uint64_t game);
void match_free(struct match *m);

/* Who sits at a party's chair; NULL: a person. Every chair starts as a person's. */
void match_seat(struct match *m, int party, const struct minister *minister);
const char *match_seat_name(const struct match *m, int party); /* "person" or the minister's name */
/* The minister at a party's chair, or NULL for a person; good until somebody else sits there. */
const struct minister *match_minister(const struct match *m, int party);

const struct scenario *match_scenario(const struct match *m);
/* What was changed in the rules before the game, as one JSON object: on record, no more. It is copied;
 * false when memory is out. Nothing was unless this says so, which match_changed gives as "{}". */
bool match_change(struct match *m, const char *changed);
const char *match_changed(const struct match *m);
uint64_t match_seed(const struct match *m);
uint64_t match_game(const struct match *m);

bool match_over(const struct match *m);
int match_ending(const struct match *m);  /* or -1 */
int match_to_move(const struct match *m); /* party, or -1 when over */
bool match_person_to_move(const struct match *m);
const struct state *match_now(const struct match *m);
void match_view(const struct match *m, int party, struct view *out);

/* Plays a move for the side to move. NULL, or a sentence why it is refused (nothing changes). Steps
 * and states handed out before stay good. */
const char *match_play(struct match *m, int move, const char *by);
/* Lets the minister whose turn it is choose and play. An illegal choice is replaced by the default
 * move of the beat, and recorded as such. */
const char *match_play_minister(struct match *m);

/* Decisions so far, oldest first; state before the first decision is match_state(m, 0). */
int match_steps(const struct match *m);
const struct step *match_step(const struct match *m, int index);
const struct state *match_state(const struct match *m, int index);
/* What the first round brought before the first decision. */
const struct ledger *match_opening(const struct match *m);

/* ---- taking back ----
 *
 * Taking back is free while the other side has not answered: nothing has been shown to the person
 * since the decision that they did not know when they made it. That is so while every decision
 * from it on is that person's own, or one of the other side that shows nowhere, and none of their
 * own drew luck in their sight, looked at what was hidden, answered a blind choice of the other
 * side, or ended the round. Taking back more than that is a rewind; the game is with hindsight from
 * then on, and stays so. The transcript keeps a line of either. */

/* Takes back so that decision `number` is made again; 1 <= number <= match_steps. False when memory
 * is out; nothing changes then. */
bool match_rewind(struct match *m, int number);

/* Takes back to the last decision of a person (their move and all answers to it). False when
 * there is none, or memory is out. */
bool match_undo(struct match *m);
/* The last decision of a person at the party's chair, or 0. */
int match_undo_number(const struct match *m, int party);

/* Would it be free to take back to decision `number`? */
bool match_undo_free(const struct match *m, int number);

/* Has a decision been made again that was not free to take back, or is this a branch? Known from
 * the record alone: saving and going on keep it. */
bool match_hindsight(const struct match *m);

/* ---- branches ---- */

/* A new game of the same seed, luck and chairs in which everything before decision `number` has
 * been played as in `m` as it stands, and that decision is due; 1 <= number <= match_steps + 1.
 * It is with hindsight. The caller's; NULL when memory is out. */
struct match *match_branch(const struct match *m, int number);
/* Marks a game as the branch of another at a decision; `hash` is that of the state in which it is
 * due. For reading transcripts. */
void match_mark_branch(struct match *m, int number, uint64_t hash);
/* The decision at which it left another game, or 0, and the hash. */
int match_branched(const struct match *m, uint64_t *hash);
/* A branch may have left a game of another version of its scenario, whose rules have this hash; 0:
 * it has not. What ministers chose there need not be what they would choose here. */
void match_mark_rules(struct match *m, uint64_t rules);
uint64_t match_left_rules(const struct match *m);

/* Everything that happened, oldest first: decisions, also those taken back later, and the takings
 * back themselves. Pointers stay good as long as the match. */
struct record {
    int rewind;                /* the decision that is made again, or 0: this is a step */
    const struct step *step;   /* NULL for a rewind */
    const struct state *after; /* the state that follows */
};
int match_records(const struct match *m);
struct record match_record(const struct match *m, int index);

uint64_t match_hash(const struct match *m); /* of the present state */

/* What a minister chooses in a state of this game, for the side to move; it may be illegal. */
int match_choice(const struct match *m, const struct minister *minister, const struct state *s);

#endif
