/* belief.h: what a party thinks of hidden things, from its view alone.
 *
 * Bayes over the numbers that weigh culprits and that the victim cannot see (each combination of
 * levels of scenario->opacity), folded over all cases so far: prior, law of the quiet streak,
 * likelihood of each trace, what came out, what an answer promised, the mixing at the close of an
 * act. Integer weights; nothing here reads anything but a view. Shown to people as counts of ten. */
#ifndef MINISTER_BELIEF_H
#define MINISTER_BELIEF_H

#include "core/rng.h"
#include "core/view.h"

enum {
    BELIEF_STATES = MAX_HIDDEN, /* combinations of levels of a side's hidden numbers */
    BELIEF_SUM = HIDDEN_SUM     /* what the weights of the states sum to, nearly */
};

struct belief {
    int states;                    /* sc->compiled.hidden.states */
    int32_t weight[BELIEF_STATES]; /* the other side's, after all cases before the one at hand */
    /* The case at hand, when the party is its victim: weights of culprits, summing to 1000. */
    int culprit[MAX_CULPRITS];
    int guilty; /* of these, the guilty ones: per mille */

    /* What only belief_determinise needs. */
    int32_t own[BELIEF_STATES]; /* as `weight`, of what the party cannot see of itself */
    int32_t joint[BELIEF_STATES][MAX_CULPRITS]; /* the case at hand, from either chair: levels of
                                                    its suspect as it arrived, and culprit */
    int16_t past[MAX_ROUNDS][MAX_CULPRITS];     /* cases before it: culprits, per mille */
};

void belief_of(const struct scenario *sc, const struct view *view, struct belief *out);

/* Raises the odds that the other side did what was done to the party, in all cases that are not
 * revealed, by so many per cent (above -100, and below 0 lowers them; at most 1000): in the worlds
 * that are drawn from it; what it states of culprits stays as it was. */
void belief_suspect(const struct scenario *sc, const struct view *view, int per_cent,
                    struct belief *belief);

/* The chance, per mille, that the suspect of case `case_at` is guilty, as the party of the view
 * sees it (1000 or 0 once revealed), and the weights of the culprits, summing to 1000. */
int belief_case(const struct scenario *sc, const struct view *view, int case_at,
                int culprit[MAX_CULPRITS]);

/* The same by the trace of this one case alone, with nothing remembered: cheap, for scripts. Reads
 * of the state what the victim of the case knows. */
int belief_trace(const struct scenario *sc, const struct state *s, int case_at);

/* Draws a full world that fits the view: every hidden number is filled in. The luck of what is
 * still to come is the caller's. `belief` is belief_of the same view, with a
 * suspicion or without. */
void belief_determinise(const struct scenario *sc, const struct view *view,
                        const struct belief *belief, struct dice *dice, struct state *out);

#endif
