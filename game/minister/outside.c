/* outside.c: a program as minister: what it is asked, and what counts as a fault. */
#define _POSIX_C_SOURCE 200809L

#include "minister/outside.h"

#include "core/move.h"
#include "core/rng.h"
#include "minister/outside_process.h"
#include "minister/outside_words.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INIT_MS = 5000, MOVE_MS = 2000, QUIT_MS = 500, MOST_MS = 600000, ITERS = 500 };

struct outside {
    struct process *process; /* NULL once the seat is forfeited */
    struct outside_limits limits;
    bool greeted, ready, started; /* said hello; it said ready; it knows of this game */
    int id;                       /* of the last question, from 1 */
    int moment;                   /* of that question in the game */
    struct view before;           /* and what was known then, once `asked` */
    bool asked;                   /* in this game */
    int faults;
    char fault[240];
};

/* ---- limits ---- */

static int milliseconds(const char *variable, int usual)
{
    const char *text = getenv(variable);
    char *end;
    const long value = text != NULL ? strtol(text, &end, 10) : 0;
    return value >= 1 && value <= MOST_MS && *end == '\0' ? (int)value : usual;
}

struct outside_limits outside_limits(void)
{
    const char *log = getenv("BACKCHANNEL_BOT_LOG");
    return (struct outside_limits){ .init_ms = milliseconds("BACKCHANNEL_BOT_INIT_MS", INIT_MS),
                                    .move_ms = milliseconds("BACKCHANNEL_BOT_MOVE_MS", MOVE_MS),
                                    .quit_ms = QUIT_MS,
                                    .log = log != NULL && log[0] != '\0' ? log : NULL };
}

/* ---- faults ---- */

static int fault(struct outside *o, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Records one. Returns what `choose` then returns. */
static int fault(struct outside *o, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(o->fault, sizeof o->fault, format, arguments);
    va_end(arguments);
    o->faults++;
    if (o->faults == OUTSIDE_FAULTS) {
        process_stop(o->process, 0);
        o->process = NULL;
    }
    return -1;
}

int outside_faults(const struct minister *minister)
{
    return minister->outside != NULL ? minister->outside->faults : 0;
}

const char *outside_last_fault(const struct minister *minister)
{
    return minister->outside != NULL ? minister->outside->fault : "";
}

/* ---- talking ---- */

/* Sends a message and frees it. */
static bool tell(struct outside *o, char *line)
{
    const bool sent = line != NULL && process_send(o->process, line, strlen(line));
    free(line);
    return sent;
}

/* The next message that is to be minded; false: a fault, recorded. */
static bool hear(struct outside *o, int64_t until, int limit, struct words_answer *answer)
{
    const char *line;
    size_t length;
    for (;;) {
        switch (process_line(o->process, until, &line, &length)) {
        case PROCESS_LATE:
            fault(o, "it did not answer within %d ms", limit);
            return false;
        case PROCESS_LONG:
            fault(o, "it sent a line of more than %d bytes", PROCESS_LINE_MAX);
            return false;
        case PROCESS_CLOSED:
            fault(o, "it has ended, or closed its input or output");
            return false;
        case PROCESS_LINE:
            words_read(line, length, answer);
            if (answer->kind == WORDS_WRONG) {
                fault(o, "%s", answer->why);
                return false;
            }
            if (answer->kind != WORDS_PASSED) {
                return true;
            }
        }
    }
}

/* A seed that leads back to nothing. */
static uint32_t bot_seed(uint64_t dice)
{
    return (uint32_t)(rng_mix(dice, 0x626f74u) >> 33);
}

static bool greet(struct outside *o, const struct scenario *sc, int party, uint64_t dice)
{
    const bool first = !o->greeted;
    const int limit = first ? o->limits.init_ms : o->limits.move_ms;
    const struct words_hello hello = { .side = sc->actor[party].id,
                                       .init_ms = o->limits.init_ms,
                                       .move_ms = o->limits.move_ms,
                                       .line_bytes = PROCESS_LINE_MAX,
                                       .iters = ITERS,
                                       .bot_seed = bot_seed(dice) };
    o->greeted = true;
    if (first && !tell(o, words_hello(&hello))) {
        fault(o, "it cannot be told anything: it has ended, or closed its input");
        return false;
    }
    struct words_answer answer;
    if (!hear(o, process_clock() + limit, limit, &answer)) {
        return false;
    }
    o->ready = answer.kind == WORDS_READY;
    if (!o->ready) {
        fault(o, "it moved before it was ready");
    }
    return o->ready;
}

/* Grows from one decision to the next within a game. */
static int moment_of(const struct state *s)
{
    int tries = 0;
    for (uint64_t again = s->again; again; again &= again - 1) {
        tries++;
    }
    return (s->slot[SLOT_ROUND] * MAX_ROUND_BEATS + s->place) * (MAX_MOVES + 1) + tries;
}

/* Asks for a move. After a start nothing is taken as known; a game that goes back in time, since
 * moves were taken back, starts anew. */
static bool ask(struct outside *o, const struct scenario *sc, const struct view *view,
                uint64_t dice)
{
    const int moment = moment_of(&view->s);
    if (!o->started || (o->asked && moment <= o->moment)) {
        o->started = true;
        o->asked = false;
        tell(o, words_start(sc, view, bot_seed(dice)));
    }
    o->id++;
    const bool sent =
        tell(o, words_decide(sc, view, o->asked ? &o->before : NULL, o->id, o->limits.move_ms));
    o->asked = true;
    o->moment = moment;
    o->before = *view;
    if (!sent) {
        fault(o, "it cannot be asked: it has ended, or closed its input");
    }
    return sent;
}

/* The move of an answer, or a fault. */
static int take(struct outside *o, const struct scenario *sc, const struct view *view,
                const struct words_answer *answer)
{
    const int move = move_parse(sc, state_beat(sc, &view->s), answer->move);
    if (move < 0) {
        return fault(o, "it chose '%.60s', which is no move of this beat", answer->move);
    }
    if (!move_is_legal(sc, &view->s, move)) {
        return fault(o, "it chose '%.60s', which cannot be made now", answer->move);
    }
    return move;
}

int outside_choose(const struct minister *self, const struct scenario *sc, const struct view *view,
                   uint64_t dice)
{
    struct outside *o = self->outside;
    struct words_answer answer;
    if (o == NULL || o->process == NULL || (!o->ready && !greet(o, sc, view->party, dice)) ||
        !ask(o, sc, view, dice)) {
        return -1;
    }
    const int64_t until = process_clock() + o->limits.move_ms;
    do {
        if (!hear(o, until, o->limits.move_ms, &answer)) {
            return -1;
        }
        /* late: an answer to an earlier question, or a second 'ready' */
    } while (answer.kind != WORDS_MOVE || (answer.id >= 1 && answer.id < o->id));
    if (answer.id != o->id) {
        return fault(o, "it answered a question that was not asked");
    }
    return take(o, sc, view, &answer);
}

/* ---- games ---- */

void outside_new_game(const struct minister *minister)
{
    if (minister->outside != NULL) {
        minister->outside->started = false;
    }
}

void outside_end_game(const struct minister *minister, const struct scenario *sc,
                      const struct state *end)
{
    struct outside *o = minister->outside;
    if (o == NULL || o->process == NULL || !o->started) {
        return;
    }
    struct view now;
    view_of(sc, end, o->before.party, &now);
    tell(o, words_event(sc, &now, &o->before));
    tell(o, words_end(sc, end));
    o->started = false;
}

/* ---- beginning and end ---- */

bool outside_is_name(const char *name)
{
    return strchr(name, '/') != NULL;
}

const char *outside_start(struct minister *minister, const struct outside_limits *limits, char *why,
                          int size)
{
    if (minister->choose != outside_choose) {
        return NULL;
    }
    struct outside *o = calloc(1, sizeof *o);
    if (o == NULL) {
        snprintf(why, (size_t)size, "there is no memory left to start '%.80s'", minister->name);
        return why;
    }
    o->limits = *limits;
    const char *refusal = process_start(minister->name, limits->log, &o->process, why, size);
    if (refusal != NULL) {
        free(o);
        return refusal;
    }
    minister->outside = o;
    return NULL;
}

void outside_stop(struct minister *minister)
{
    struct outside *o = minister->outside;
    if (o == NULL) {
        return;
    }
    if (o->process != NULL) {
        tell(o, words_quit());
        process_stop(o->process, o->limits.quit_ms);
    }
    free(o);
    minister->outside = NULL;
}
