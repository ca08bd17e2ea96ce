/* watch.c: one game, watched. */
#include "command/study/watch.h"

#include "core/round.h"
#include "minister/script.h"

#include <stdio.h>

int watch_choose(const struct scenario *sc, const struct minister *minister, const struct state *s,
                 uint64_t luck)
{
    const uint64_t seed = minister_dice(sc, s, luck);
    if (minister->choose == script_choose) {
        struct dice dice = { seed };
        return script_play(sc, s, minister->kind, &dice);
    }
    struct view view;
    view_of(sc, s, s->side, &view);
    return minister->choose(minister, sc, &view, seed);
}

/* ---- rounds ---- */

/* `open` is the opening of the round that `s` has reached. A round that nobody had to decide in,
 * or that without its arrival nobody would have, is not seen. */
static void note_opening(const struct measures *m, const struct state *open, const struct state *s,
                         struct watched *out)
{
    const int round = state_round(s);
    const struct state *seen = state_round(open) == round ? open : s;
    out->opened[round - 1] = true;
    out->crisis[round - 1] = m->crisis < 0 ? 0 : seen->slot[m->crisis];
    out->ruin[round - 1] = measures_ruin(m, seen);
    if (s->slot[SLOT_SEVERE] && !out->severe) {
        out->severe = true;
        out->channel = measures_channel(m, seen);
    }
}

/* ---- cases ---- */

static int place_in_beat(const struct scenario *sc, int move)
{
    return move == NONE ? 0 : move - sc->beat[sc->move[move].beat].first_move + 1;
}

static void note_triple(const struct scenario *sc, const int16_t *field, struct watched *out)
{
    const int kind = sc->calendar[field[FIELD_ROUND] - 1];
    int triple = kind;
    for (int i = 0; i < MAX_ROUND_BEATS; i++) {
        triple = triple * TRIPLE_BASE + place_in_beat(sc, field[FIELD_SEEN + i]);
    }
    if (field[FIELD_SEEN + sc->round_kind[kind].beats - 1] != NONE) {
        out->triple[out->triples++] = triple;
    }
}

static void note_case(const struct measures *m, const struct state *s, int case_at,
                      struct watched *out)
{
    const int16_t *field = s->file[case_at].field;
    const bool lie = measures_lie(m, s, case_at);
    out->guilty[1 - field[FIELD_VICTIM]] += field[FIELD_GUILTY];
    out->lies += lie;
    out->out += lie && field[FIELD_REVEALED];
    note_triple(m->sc, field, out);
}

static void note_roles(const struct state *s, struct watched *out)
{
    int run = 0;
    for (int i = 0; i < s->cases; i++) {
        const bool same =
            i > 0 && s->file[i].field[FIELD_VICTIM] == s->file[i - 1].field[FIELD_VICTIM];
        run = same ? run + 1 : 1;
        out->role_run = run > out->role_run ? run : out->role_run;
    }
}

static void note_end(const struct measures *m, const struct state *s, struct watched *out)
{
    out->ending = state_ending(s);
    out->ruined = m->sc->ending[out->ending].ruin;
    out->full = !out->ruined && state_round(s) == m->sc->rounds;
    out->severe_due = m->sc->severe_to > 0 && (out->severe || state_round(s) >= m->sc->severe_to);
    for (int p = 0; p < MAX_PARTIES; p++) {
        out->utility[p] = state_utility(m->sc, s, p);
    }
    for (int i = 0; i < s->cases; i++) {
        note_case(m, s, i, out);
    }
    note_roles(s, out);
}

/* ---- the game ---- */

void watch_game(const struct measures *m, const struct minister *const seat[MAX_PARTIES],
                uint64_t luck, struct coverage *met, struct watched *out)
{
    struct state s, open;
    struct ledger ledger;
    *out = (struct watched){ .lies = 0 };
    round_start(m->sc, &s, luck, &ledger);
    coverage_start(met, m->sc, &s, &ledger);
    round_start(m->quiet, &open, luck, NULL);
    note_opening(m, &open, &s, out);
    while (!state_over(&s)) {
        const int round = state_round(&s);
        const int move = watch_choose(m->sc, seat[s.side], &s, luck);
        open = s;
        round_play(m->sc, &s, move, luck, &ledger);
        coverage_step(met, m->sc, &open, move, &s, &ledger);
        out->decisions++;
        if (state_round(&s) != round) {
            round_play(m->quiet, &open, move, luck, NULL);
            note_opening(m, &open, &s, out);
        }
    }
    note_end(m, &s, out);
}

void watch_triple_name(const struct scenario *sc, int triple, char *out, size_t size)
{
    int digit[MAX_ROUND_BEATS];
    for (int i = MAX_ROUND_BEATS - 1; i >= 0; i--) {
        digit[i] = triple % TRIPLE_BASE;
        triple /= TRIPLE_BASE;
    }
    size_t length = 0;
    out[0] = '\0';
    for (int i = 0; i < sc->round_kind[triple].beats && length < size; i++) {
        const struct beat *beat = &sc->beat[sc->round_kind[triple].beat[i]];
        const char *id = digit[i] ? sc->move[beat->first_move + digit[i] - 1].id : "-";
        length += (size_t)snprintf(out + length, size - length, "%s%s", i ? " " : "", id);
    }
}
