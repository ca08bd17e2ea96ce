/* move.c: the legal moves of a beat, and their names. */
#include "core/move.h"

#include "core/bits.h"

#include <assert.h>
#include <string.h>

/* Points a context at the decision that is due. */
static inline void point(struct context *c, const struct scenario *sc, const struct state *s)
{
    row_point(c, sc, s, s->side, state_incident(sc, s) ? s->cases - 1 : -1);
    c->s = (struct state *)s; /* to be read only */
}

static unsigned on_the_table(const struct context *c)
{
    const struct scenario *sc = c->sc;
    const struct state *s = c->s;
    unsigned set = (unsigned)row_sift(c, &sc->compiled.clause);
    for (int i = 0; i < sc->agreements; i++) {
        const struct commitment *k = &sc->commitment[sc->agreement[i]];
        const bool rests = k->needs == NONE || s->slot[sc->commitment[k->needs].slot];
        if (s->slot[k->slot] || !rests) {
            set &= ~(1u << i);
        }
    }
    return set;
}

unsigned move_on_the_table(const struct scenario *sc, const struct state *s)
{
    struct context c;
    point(&c, sc, s);
    return on_the_table(&c);
}

/* Where there are more sets than MAX_LEGAL the largest are left out. */
static int list_sets(const struct context *c, int *out)
{
    const struct compiled *k = &c->sc->compiled;
    const unsigned off = ~on_the_table(c);
    int n = 0;
    for (int i = 0; i < k->picks; i++) {
        const unsigned set = k->pick[i];
        out[n] = MOVE_SET + (int)set;
        n += !(set & off) && n < MAX_LEGAL - 1;
    }
    return n;
}

int move_list(const struct context *c, int out[MAX_LEGAL])
{
    assert(!state_over(c->s));
    const int beat = state_beat(c->sc, c->s);
    const struct beat *b = &c->sc->beat[beat];
    if (b->pick) {
        return list_sets(c, out);
    }
    uint64_t open = row_sift(c, &c->sc->compiled.gate[beat]) & ~(c->s->again >> b->first_move);
    int n = 0;
    for (; open; open &= open - 1) {
        out[n++] = b->first_move + bits_first(open);
    }
    assert(n > 0);
    return n;
}

int move_legal(const struct scenario *sc, const struct state *s, int out[MAX_LEGAL])
{
    struct context c;
    point(&c, sc, s);
    return move_list(&c, out);
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
