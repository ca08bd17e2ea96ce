/* census.c: what is met in the games of a cell. */
#include "command/run/sums.h"

#include "core/move.h"
#include "core/round.h"
#include "minister/outside.h"

/* What a game is counted with. */
struct counter {
    struct census *census;
    const struct scenario *sc;
    struct column column[MAX_SLOTS];
    int columns;
};

static void count_numbers(const struct counter *c, int round, const struct state *s)
{
    c->census->games[round]++;
    for (int i = 0; i < c->columns; i++) {
        const int64_t number = s->slot[c->column[i].slot];
        c->census->sum[round][i] += number;
        c->census->squares[round][i] += number * number;
    }
}

/* The move that stands for a pick: of none, or of some. */
static int picked(const struct scenario *sc, const struct beat *beat, bool some)
{
    for (int i = 0; i < beat->moves; i++) {
        if (sc->move[beat->first_move + i].each == some) {
            return beat->first_move + i;
        }
    }
    return beat->fallback;
}

/* A pick of clauses is one move, and each clause in it. */
static void count_move(const struct counter *c, const struct state *s, int move)
{
    if (move < MAX_MOVES) {
        c->census->move[move]++;
        return;
    }
    const struct beat *beat = &c->sc->beat[state_beat(c->sc, s)];
    c->census->move[picked(c->sc, beat, move != MOVE_SET)]++;
    for (int i = 0; i < c->sc->agreements; i++) {
        c->census->clause[c->sc->agreement[i]] += (uint64_t)(move >> i & 1);
    }
}

static void count_end(const struct counter *c, const struct state *s)
{
    count_numbers(c, CENSUS_END, s);
    for (int i = 0; i < s->cases; i++) {
        c->census->incident[s->file[i].field[FIELD_INCIDENT]]++;
    }
}

static int choose(const struct scenario *sc, const struct minister *minister, const struct state *s,
                  uint64_t luck)
{
    struct view view;
    view_of(sc, s, s->side, &view);
    const int move = minister->choose(minister, sc, &view, minister_dice(sc, s, luck));
    return move >= 0 && move_is_legal(sc, s, move) ? move : move_fallback(sc, s);
}

static void play(const struct counter *c, const struct chair chair[MAX_PARTIES], uint64_t luck,
                 struct outcome *out)
{
    struct state *s = &out->end;
    int round = 0;
    out->decisions = 0;
    round_start(c->sc, s, luck, NULL);
    while (!state_over(s)) {
        if (state_round(s) != round) {
            round = state_round(s);
            count_numbers(c, round - 1, s);
        }
        const int move = choose(c->sc, &chair[s->side].minister, s, luck);
        count_move(c, s, move);
        round_play(c->sc, s, move, luck, NULL);
        out->decisions++;
    }
    count_end(c, s);
}

void census_play(struct census *census, const struct scenario *sc,
                 const struct chair chair[MAX_PARTIES], uint64_t seed, uint64_t game,
                 struct outcome *out)
{
    struct counter c = { .census = census, .sc = sc };
    c.columns = run_columns(sc, c.column);
    for (int i = 0; i < MAX_PARTIES; i++) {
        outside_new_game(&chair[i].minister);
    }
    play(&c, chair, rng_luck(seed, game), out);
    for (int i = 0; i < MAX_PARTIES; i++) {
        outside_end_game(&chair[i].minister, sc, &out->end);
    }
}

int census_rounds(const struct census *census)
{
    int rounds = MAX_ROUNDS;
    while (rounds > 1 && census->games[rounds - 1] == 0) {
        rounds--;
    }
    return rounds;
}

int64_t census_mean(const struct census *census, int round, int column)
{
    return spread_whole_mean((int64_t)census->games[round], census->sum[round][column]);
}

int64_t census_ci95(const struct census *census, int round, int column)
{
    const struct spread s = { (int64_t)census->games[round], census->sum[round][column],
                              census->squares[round][column] };
    return spread_whole_ci95(&s);
}
