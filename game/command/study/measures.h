/* measures.h: what the figures of a scenario are taken by.
 *
 * Nothing here knows an id: which meter is the crisis, what the channel is and which ending is the
 * best follows from the rules. Read-only once it is made. */
#ifndef STUDY_MEASURES_H
#define STUDY_MEASURES_H

#include "core/row.h"

#include <stdbool.h>

enum { MAX_CHANNELS = 4 };

struct measures {
    const struct scenario *sc;
    struct scenario *quiet;    /* the same, without the rules of an arrival */
    int ruins;                 /* endings that are ruin */
    int crisis;                /* slot of the meter whose top is ruin, or -1 */
    int best;                  /* the ending worth most to both */
    int breakdown;             /* the ruin that is equally bad for both, or -1 */
    int channels;              /* agreements that the severe incident asks about, weakest first */
    int channel[MAX_CHANNELS]; /* commitments */
    int incidents;             /* rounds of the calendar that bring one */
};

/* False: out of memory. To be cleared in either case. */
bool measures_init(struct measures *m, const struct scenario *sc);
void measures_clear(struct measures *m);

/* How far a state is from the nearest ruin: for each way into it the largest distance of a test
 * that does not hold yet, of these the least; 0 is ruin itself. */
int measures_ruin(const struct measures *m, const struct state *s);

/* 0: nothing of the channel is in force; n: its n-th agreement is. */
int measures_channel(const struct measures *m, const struct state *s);

/* Did the suspect of a case lie? Its words are false, and it knew: its file says 'us', or what it
 * did only looked like what it said. */
bool measures_lie(const struct measures *m, const struct state *s, int case_at);

#endif
