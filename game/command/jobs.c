/* jobs.c: work in pieces, several at a time. */
#define _POSIX_C_SOURCE 200809L

#include "command/jobs.h"

#include <pthread.h>
#include <unistd.h>

/* What the workers share: the number of the next piece. */
struct queue {
    const struct jobs *jobs;
    struct progress *progress;
    pthread_mutex_t lock;
    uint64_t next;
};

struct worker {
    struct queue *queue;
    int number;
    pthread_t thread;
};

int jobs_processors(void)
{
    const long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > JOBS_MAX ? JOBS_MAX : (int)count;
}

static uint64_t take(struct queue *queue)
{
    pthread_mutex_lock(&queue->lock);
    const uint64_t piece = queue->next < queue->jobs->pieces ? queue->next++ : queue->next;
    pthread_mutex_unlock(&queue->lock);
    return piece;
}

static void *work(void *context)
{
    const struct worker *worker = context;
    struct queue *queue = worker->queue;
    const struct jobs *jobs = queue->jobs;
    for (uint64_t piece; (piece = take(queue)) < jobs->pieces;) {
        jobs->work(jobs->context, worker->number, piece);
        if (worker->number == 0) {
            progress_show(queue->progress,
                          (uint64_t)((double)queue->progress->total *
                                     ((double)(piece + 1) / (double)jobs->pieces)));
        }
    }
    return NULL;
}

/* The planner thinks on the stack: some systems give a thread too little. */
static int start(struct worker *worker)
{
    pthread_attr_t attributes;
    int error = pthread_attr_init(&attributes);
    if (error != 0) {
        return error;
    }
    error = pthread_attr_setstacksize(&attributes, (size_t)8 << 20);
    if (error == 0) {
        error = pthread_create(&worker->thread, &attributes, work, worker);
    }
    pthread_attr_destroy(&attributes);
    return error;
}

void jobs_run(const struct jobs *jobs, struct progress *progress)
{
    struct queue queue = { .jobs = jobs, .progress = progress, .lock = PTHREAD_MUTEX_INITIALIZER };
    struct worker worker[JOBS_MAX];
    int workers = 1;
    worker[0] = (struct worker){ .queue = &queue };
    while (workers < jobs->workers) {
        worker[workers] = (struct worker){ .queue = &queue, .number = workers };
        if (start(&worker[workers]) != 0) {
            break;
        }
        workers++;
    }
    work(&worker[0]);
    while (workers > 1) {
        pthread_join(worker[--workers].thread, NULL);
    }
    progress_end(progress);
}
