/* jobs.h: work in pieces, several at a time.
 *
 * The pieces are numbered from 0 and each is done once, by one of the workers; which one, and in
 * what order, is left to chance. So that the result does not depend on it, a worker touches only
 * what is its own, and sums are joined afterwards. */
#ifndef COMMAND_JOBS_H
#define COMMAND_JOBS_H

#include "command/progress.h"

enum { JOBS_MAX = 256 };

struct jobs {
    int workers; /* 1 to JOBS_MAX */
    uint64_t pieces;
    void (*work)(void *context, int worker, uint64_t piece); /* workers count from 0 */
    void *context;
};

/* As many as there are processors, at most JOBS_MAX. */
int jobs_processors(void);

/* Returns when all pieces are done. Worker 0 is the caller and shows the progress, of whose total
 * each piece is an equal share; where the machine gives no thread, fewer do the work. */
void jobs_run(const struct jobs *jobs, struct progress *progress);

#endif
