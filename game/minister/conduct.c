/* conduct.c: how two sides have treated each other. */
#include "minister/conduct.h"

#include "core/move.h"

void conduct_note(struct conduct *c, bool own, int family)
{
    const bool hard = family != FAMILY_COOPERATE;
    if (own) {
        c->at_fault = hard && c->before == FAMILY_COOPERATE && c->theirs == FAMILY_COOPERATE;
        c->mine = family;
        c->moves++;
        c->hard += hard;
        return;
    }
    c->affronts += hard && c->mine == FAMILY_COOPERATE;
    c->rebuffs += hard && c->mine != FAMILY_COOPERATE;
    c->before = c->theirs;
    c->theirs = family;
}

/* ---- what was seen ---- */

static void read_case(const struct scenario *sc, const struct state *s, int case_at,
                      struct conduct_reader reader)
{
    const int16_t *field = s->file[case_at].field;
    for (int place = 0; place < MAX_ROUND_BEATS; place++) {
        const int beat = scenario_beat(sc, field[FIELD_ROUND], place);
        const int seen = field[FIELD_SEEN + place];
        if (beat >= 0 && seen != NONE) {
            const int victim = field[FIELD_VICTIM];
            const int mover = sc->beat[beat].by == BY_VICTIM ? victim : 1 - victim;
            reader.note(reader.context, mover, sc->move[seen].family,
                        (struct occasion){ field[FIELD_ROUND], beat, case_at });
        }
    }
}

/* Sets of agreements, once both have chosen. */
static void read_sets(const struct scenario *sc, const struct state *s, int round,
                      struct conduct_reader reader)
{
    const uint16_t *said = s->said[round - 1];
    for (int place = 0; place < MAX_ROUND_BEATS; place++) {
        const int beat = scenario_beat(sc, round, place);
        for (int i = 0; i < MAX_PARTIES && beat >= 0 && sc->beat[beat].pick; i++) {
            const int p = i == 0 ? reader.own : 1 - reader.own;
            if (said[p] & MOVE_SET) {
                reader.note(reader.context, p, move_family(sc, said[p]),
                            (struct occasion){ round, beat, -1 });
            }
        }
    }
}

void conduct_read(const struct scenario *sc, const struct state *s, struct conduct_reader reader)
{
    int next = 0;
    for (int round = 1; round <= state_round(s); round++) {
        if (next < s->cases && s->file[next].field[FIELD_ROUND] == round) {
            read_case(sc, s, next++, reader);
        } else {
            read_sets(sc, s, round, reader);
        }
    }
}

struct account {
    struct conduct conduct;
    int own;
};

static void note(void *context, int mover, int family, struct occasion when)
{
    (void)when;
    struct account *a = context;
    conduct_note(&a->conduct, mover == a->own, family);
}

struct conduct conduct_of(const struct scenario *sc, const struct state *s, int own)
{
    struct account account = { .own = own };
    conduct_read(sc, s, (struct conduct_reader){ own, note, &account });
    account.conduct.deeds = conduct_deeds(sc, s, own, 1, s->cases);
    return account.conduct;
}

/* ---- deeds ---- */

/* Does a move itself bring the truth out, as an admission does? */
static bool reveals(const struct scenario *sc, int move)
{
    const struct rows rows = sc->move[move].now;
    for (int i = rows.first; i < rows.first + rows.count; i++) {
        for (int k = 0; k < sc->row[i].ops; k++) {
            if (sc->op[sc->row[i].first_op + k].verb == OP_REVEAL) {
                return true;
            }
        }
    }
    return false;
}

/* Did the suspect of a case own up to it? */
static bool admitted(const struct scenario *sc, const int16_t *field)
{
    for (int place = 0; place < MAX_ROUND_BEATS; place++) {
        const int beat = scenario_beat(sc, field[FIELD_ROUND], place);
        const int move = field[FIELD_SEEN + place];
        if (beat >= 0 && sc->beat[beat].by == BY_SUSPECT && move != NONE && reveals(sc, move)) {
            return true;
        }
    }
    return false;
}

int conduct_deeds(const struct scenario *sc, const struct state *s, int own, int since, int case_at)
{
    const int now = case_at < s->cases ? s->file[case_at].field[FIELD_ROUND] : state_round(s);
    int deeds = 0;
    for (int i = 0; i < case_at; i++) {
        const int16_t *field = s->file[i].field;
        const int out = field[FIELD_REVEALED];
        deeds += field[FIELD_VICTIM] == own && out != 0 && out >= since && out <= now &&
                 field[FIELD_GUILTY] == 1 && !admitted(sc, field);
    }
    return deeds;
}

bool conduct_wronged(const struct scenario *sc, const struct state *s, int own, int case_at)
{
    int opened = 0; /* the round of the last case that own opened */
    for (int i = 0; i < case_at; i++) {
        const int16_t *field = s->file[i].field;
        opened = field[FIELD_VICTIM] == own ? field[FIELD_ROUND] : opened;
    }
    return conduct_deeds(sc, s, own, opened, case_at) > 0;
}
