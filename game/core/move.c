/* move.c: the legal moves of a beat, and their names. */
#include "core/move.h"

#include <assert.h>
#include <string.h>

static struct context reader(const struct scenario *sc, const struct state *s)
{
    const bool incident = sc->round_kind[s->slot[SLOT_CALENDAR]].incident;
    return row_reader(sc, s, s->side, incident ? s->cases - 1 : -1);
}

unsigned move_on_the_table(const struct scenario *sc, const struct state *s)
{
    const struct context c = reader(sc, s);
    unsigned set = 0;
    for (int i = 0; i < sc->agreements; i++) {
        const struct commitment *k = &sc->commitment[sc->agreement[i]];
        const bool rests = k->needs == NONE || s->slot[sc->commitment[k->needs].slot];
        if (!s->slot[k->slot] && rests && row_holds(&c, k->when)) {
            set |= 1u << i;
        }
    }
    return set;
}

/* Appends every set of `size` members of `table` that adds members from `from` on to `set`. */
static int add_sets(unsigned table, unsigned set, int from, int size, int *out, int n)
{
    if (size == 0) {
        out[n] = MOVE_SET + (int)set;
        return n + (n < MAX_LEGAL - 1);
    }
    for (int i = from; table >> i; i++) {
        if (table >> i & 1u) {
            n = add_sets(table, set | 1u << i, i + 1, size - 1, out, n);
        }
    }
    return n;
}

static int legal_sets(const struct scenario *sc, const struct state *s, int pick, int *out)
{
    const unsigned table = move_on_the_table(sc, s);
    int n = 0;
    for (int size = 0; size <= pick; size++) {
        n = add_sets(table, 0, 0, size, out, n);
    }
    return n;
}

static bool legal(const struct context *c, const struct state *s, int move)
{
    const struct move *m = &c->sc->move[move];
    if (m->again && (s->again >> move & 1u)) {
        return false;
    }
    return !m->when || row_holds(c, m->when);
}

int move_legal(const struct scenario *sc, const struct state *s, int out[MAX_LEGAL])
{
    assert(!state_over(s));
    const struct beat *b = &sc->beat[state_beat(sc, s)];
    if (b->pick) {
        return legal_sets(sc, s, b->pick, out);
    }
    const struct context c = reader(sc, s);
    int n = 0;
    for (int i = b->first_move; i < b->first_move + b->moves; i++) {
        if (legal(&c, s, i)) {
            out[n++] = i;
        }
    }
    assert(n > 0);
    return n;
}

bool move_is_legal(const struct scenario *sc, const struct state *s, int move)
{
    int moves[MAX_LEGAL];
    const int n = move_legal(sc, s, moves);
    for (int i = 0; i < n; i++) {
        if (moves[i] == move) {
            return true;
        }
    }
    return false;
}

int move_seen(const struct scenario *sc, int move)
{
    return move & MOVE_SET ? move : sc->move[move].seen_as;
}

int move_family(const struct scenario *sc, int move)
{
    if (move & MOVE_SET) {
        return move == MOVE_SET ? FAMILY_DENY : FAMILY_COOPERATE;
    }
    return sc->move[move].family;
}

int move_fallback(const struct scenario *sc, const struct state *s)
{
    const struct beat *b = &sc->beat[state_beat(sc, s)];
    return b->pick ? MOVE_SET : b->fallback;
}

/* Appends `word` at *at; false when it does not fit. */
static bool append(char *out, int size, int *at, const char *word)
{
    const int length = (int)strlen(word);
    if (*at + length + 1 > size) {
        return false;
    }
    memcpy(out + *at, word, (size_t)length + 1);
    *at += length;
    return true;
}

bool move_name(const struct scenario *sc, int move, char *out, int size)
{
    int at = 0;
    if (!(move & MOVE_SET)) {
        return append(out, size, &at, sc->move[move].id);
    }
    if (move == MOVE_SET) {
        return append(out, size, &at, "none");
    }
    bool fits = true;
    for (int i = 0; i < sc->agreements; i++) {
        if (move >> i & 1) {
            fits = fits && (at == 0 || append(out, size, &at, "+"));
            fits = fits && append(out, size, &at, sc->commitment[sc->agreement[i]].id);
        }
    }
    return fits;
}

/* The agreement called by the `length` bytes at `name`, or -1. */
static int clause(const struct scenario *sc, const char *name, size_t length)
{
    for (int i = 0; i < sc->agreements; i++) {
        const char *id = sc->commitment[sc->agreement[i]].id;
        if (strlen(id) == length && memcmp(id, name, length) == 0) {
            return i;
        }
    }
    return -1;
}

static int parse_set(const struct scenario *sc, const char *name)
{
    if (strcmp(name, "none") == 0) {
        return MOVE_SET;
    }
    int set = MOVE_SET;
    for (const char *p = name;; p++) {
        const char *q = p;
        while (*q && *q != '+') {
            q++;
        }
        const int i = clause(sc, p, (size_t)(q - p));
        if (i < 0 || (set >> i & 1)) {
            return -1;
        }
        set |= 1 << i;
        if (!*q) {
            return set;
        }
        p = q;
    }
}

int move_parse(const struct scenario *sc, int beat, const char *name)
{
    return sc->beat[beat].pick ? parse_set(sc, name) : scenario_move(sc, beat, name);
}
