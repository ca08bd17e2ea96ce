/* fuzz_protocol.c: bytes as what a minister from outside says, line by line, in a whole game: it
 * gets as far as three faults and no farther. Stands in for game/minister/outside_process.c; a line
 * of nothing but "!" is one too late, of "!!" one too long. */
#include "fuzz.h"

#include "match/match.h"
#include "minister/outside.h"
#include "minister/outside_process.h"

#include <string.h>

struct process {
    const char *at, *end;
    int64_t clock;
};
static struct process program;

const char *process_check(const char *path, char *why, int size)
{
    (void)path, (void)why, (void)size;
    return NULL;
}

const char *process_start(const char *path, const char *log, struct process **out, char *why,
                          int size)
{
    (void)path, (void)log, (void)why, (void)size;
    *out = &program;
    return NULL;
}

int64_t process_clock(void)
{
    return program.clock++;
}

bool process_send(struct process *p, const char *bytes, size_t length)
{
    FUZZ_MUST(length > 0 && bytes[length - 1] == '\n' && memchr(bytes, '\n', length - 1) == NULL);
    return p->at < p->end;
}

enum process_got process_line(struct process *p, int64_t until, const char **line, size_t *length)
{
    (void)until;
    const char *end = p->at < p->end ? memchr(p->at, '\n', (size_t)(p->end - p->at)) : NULL;
    if (end == NULL) {
        return PROCESS_CLOSED;
    }
    *line = p->at;
    *length = (size_t)(end - p->at);
    p->at = end + 1;
    return *length == 1 && **line == '!'                 ? PROCESS_LATE
           : *length == 2 && memcmp(*line, "!!", 2) == 0 ? PROCESS_LONG
                                                         : PROCESS_LINE;
}

enum process_left process_stop(struct process *p, int grace)
{
    (void)p, (void)grace;
    return PROCESS_LEFT;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const struct outside_limits limits = { 1, 1, 1, NULL };
    struct minister bot, other;
    char why[200];
    struct match *m = match_new(fuzz_small(), 1, 0);
    program = (struct process){ (const char *)bytes, (const char *)bytes + length, 0 };
    FUZZ_MUST(minister_find("./bot", &bot, why, sizeof why) == NULL);
    FUZZ_MUST(minister_find("tit-for-tat", &other, why, sizeof why) == NULL);
    FUZZ_MUST(outside_start(&bot, &limits, why, sizeof why) == NULL && m != NULL);
    match_seat(m, 0, &bot);
    match_seat(m, 1, &other);
    while (!match_over(m)) {
        FUZZ_MUST(match_play_minister(m) == NULL);
    }
    FUZZ_MUST(outside_faults(&bot) <= OUTSIDE_FAULTS);
    outside_end_game(&bot, fuzz_small(), match_now(m));
    outside_stop(&bot);
    match_free(m);
    return 0;
}
