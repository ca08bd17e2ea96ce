/* outside_words.h: what is said to a program that is a minister, and what it answers.
 *
 * Messages are JSON, one a line, as PROTOCOL.md has them. A message to the program is made from the
 * scenario and from what its side may know: from a view, never a state, and never from the game's
 * seed or luck. Names of numbers are those of the scenario format. Every function that makes one
 * returns a line with its end, to be freed; NULL where memory ran out. */
#ifndef MINISTER_OUTSIDE_WORDS_H
#define MINISTER_OUTSIDE_WORDS_H

#include "core/view.h"
#include "json/json.h"
#include "json/json_write.h"

#include <stddef.h>
#include <stdint.h>

enum {
    OUTSIDE_PROTOCOL = 1,
    OUTSIDE_NAME = 128, /* room for the name of a number */
    OUTSIDE_MOVE = 512, /* and of a move, sets of agreements included */
};

/* ---- messages to the program ---- */

struct words_hello {
    const char *side;
    int init_ms, move_ms, line_bytes;
    int iters;         /* what the planner at normal looks at, to compare with */
    uint32_t bot_seed; /* below 2^31 */
};
char *words_hello(const struct words_hello *hello);

char *words_start(const struct scenario *sc, const struct view *view, uint32_t bot_seed);

/* `before` is the view of the last decision, or NULL after a start. */
char *words_decide(const struct scenario *sc, const struct view *view, const struct view *before,
                   int id, int move_ms);

/* What has happened since the view of the last decision, where a game ends. */
char *words_event(const struct scenario *sc, const struct view *now, const struct view *before);

/* The end of a game, with everything that was hidden. */
char *words_end(const struct scenario *sc, const struct state *end);

char *words_quit(void);

/* ---- what the program answers ---- */

enum words_kind {
    WORDS_READY,
    WORDS_MOVE,   /* for `id`, `move` */
    WORDS_PASSED, /* a log, an empty line, or a message that is not known: nothing to do */
    WORDS_WRONG,  /* `why` says what is wrong with it */
};
struct words_answer {
    enum words_kind kind;
    int64_t id;
    char move[OUTSIDE_MOVE]; /* cut where it is longer, and then no move is so called */
    char why[200];
};
void words_read(const char *line, size_t length, struct words_answer *out);

/* ---- parts of messages (outside_rules.c, outside_view.c, outside_name.c) ---- */

/* The public part of a scenario: everything but its texts, as one object. */
void words_write_rules(struct json_writer *w, const struct scenario *sc);

/* What "obs" and "events" of a decision hold: an object, and an array. */
void words_write_view(struct json_writer *w, const struct scenario *sc, const struct view *view);
void words_write_events(struct json_writer *w, const struct scenario *sc, const struct view *now,
                        const struct view *before);

/* A case as far as the party of the view knows it; one object. */
void words_write_case(struct json_writer *w, const struct scenario *sc, const struct view *view,
                      int case_at);

/* The id that stands for a value of a slot, or of a field of a case; NULL where it is a plain
 * number, or the value stands for nothing. */
const char *words_slot_id(const struct scenario *sc, int slot, int value);
const char *words_field_id(const struct scenario *sc, int field, int value);

/* The name of a slot, "standing.us", and of a field of a case, in a round of that kind (of any where
 * it is -1). False where the format has none for it. */
bool words_slot_name(const struct scenario *sc, int slot, char *out, size_t size);
bool words_field_name(const struct scenario *sc, int round_kind, int field, char *out, size_t size);
/* Is it 0 or 1? */
bool words_field_flag(int field);

/* A member with a string or a number. */
void words_text(struct json_writer *w, const char *key, const char *value);
void words_number(struct json_writer *w, const char *key, int64_t value);
void words_flag(struct json_writer *w, const char *key, bool value);

extern const char *const words_families[FAMILY_COUNT];

#endif
