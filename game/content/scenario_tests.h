/* scenario_tests.h: what the author of a scenario says must hold in its games.
 *
 * NAME.tests.json lies beside NAME.json: named tests, each a game with a seed, ministers or scripted
 * moves, and what must be so on the way. Here they are read, strictly and in one pass, and their
 * names resolved; they are played elsewhere. A test may change values of the scenario first. What is
 * wrong with a tests file is told with its lines and columns; nothing here changes a scenario. */
#ifndef CONTENT_SCENARIO_TESTS_H
#define CONTENT_SCENARIO_TESTS_H

#include "core/scenario.h"
#include "json/json.h"

enum { CLAIM_OPTIONS = 8 };

/* What one number must be: a key and its value in `expect` and its like. It holds where any of its
 * options does. */
struct claim {
    const struct json_value *value; /* its key is the name of the number */
    struct ref ref;
    int ids; /* what an id of it is an id of; see claim_word */
    const char *const *words;
    struct test option[CLAIM_OPTIONS];
    int options;
};

/* Neighbours in scenario_test.claim. */
struct claims {
    int first, count;
};

struct test_step {
    const struct json_value *value;         /* the step, for findings */
    int round, beat, side;                  /* the decision it is about; 0, -1, -1: any */
    bool end;                               /* it is about the end of the game */
    struct claims when;                     /* the first decision at which all of this holds */
    struct claims given;                    /* else the game is not meant */
    struct claims expect;                   /* must hold */
    struct claims does;                     /* must be what the move adds */
    const struct json_value *offers, *play; /* as written, their ids looked at; or NULL */
};

struct scenario_test {
    const struct json_value *value; /* its key is the name */
    const struct scenario *sc;      /* to be played; NULL: an error was put in */
    char *changed;                  /* the bytes of the changed scenario, or NULL */
    const struct findings *found;   /* in that scenario */
    uint64_t seed, game;
    const struct json_value *seats, *otherwise; /* as written, their ids looked at; or NULL */
    const struct json_value *findings;          /* codes that must be found, or NULL */
    struct test_step *step;
    struct claim *claim;
    int steps, claims;
};

struct scenario_tests {
    struct scenario_test *test;
    int count;
    const char *path;      /* of the scenario */
    struct tests_own *own; /* what all of this points into */
};

/* Where the tests of the scenario at `path` lie, to be freed; NULL: memory ran out. */
char *scenario_tests_place(const char *path);

/* The scenario whose tests the file at `path` holds, by its name and if there is one: its path, to be
 * freed. NULL: it is no such file, or memory ran out. */
char *scenario_tested(const char *path);

/* Reads `tests`, the tests of the scenario at `path`; both paths must outlive them. False with errors
 * in `findings`, those of the scenario itself included, or findings->out_of_memory. To be cleared in
 * either case. */
bool scenario_tests_read(const char *path, const char *tests, struct findings *findings,
                         struct scenario_tests *out);
void scenario_tests_clear(struct scenario_tests *tests);

bool claim_holds(const struct claim *claim, int value);

/* What a number is called that a claim could be about: an id where it stands for one, or digits. */
const char *claim_word(const struct claim *claim, const struct scenario *sc, int value,
                       char buffer[16]);

#endif
