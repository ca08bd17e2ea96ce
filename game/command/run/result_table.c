/* result_table.c: what a run has found, a row for each figure. */
#include "command/run/result.h"

#include "command/interval.h"
#include "command/out.h"
#include "command/run/rows.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* One row; what is not of a figure is left empty. */
struct figure {
    const char *figure, *name, *party;
    int round; /* 0: none */
    uint64_t games;
    bool counted; /* `count` is one */
    uint64_t count;
    bool sure; /* has an interval */
    struct interval is;
};

struct sheet {
    const struct run *run;
    const struct sums *sums;
    int cell;
    struct buffer out;
};

static void add_fixed(struct buffer *out, int64_t number)
{
    const uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    buffer_add_format(out, ",%s%" PRIu64 ".%04" PRIu64, number < 0 ? "-" : "", size / 10000,
                      size % 10000);
}

static void add_row(struct sheet *s, const struct figure *row)
{
    struct buffer *out = &s->out;
    buffer_add_format(out, "%d,", s->cell);
    for (int f = 0; f < s->run->factors; f++) {
        char *shown = rows_shown(&s->run->factor[f], run_value(s->run, s->cell, f));
        out->failed = out->failed || shown == NULL;
        rows_field(out, shown != NULL ? shown : "");
        buffer_add(out, ",", 1);
        free(shown);
    }
    const char *const words[] = { row->figure, row->name, row->party };
    for (int i = 0; i < 3; i++) {
        buffer_add_string(out, words[i] != NULL ? words[i] : "");
        buffer_add(out, ",", 1);
    }
    if (row->round > 0) {
        buffer_add_format(out, "%d", row->round);
    }
    buffer_add_format(out, ",%" PRIu64 ",", row->games);
    if (row->counted) {
        buffer_add_format(out, "%" PRIu64, row->count);
    }
    add_fixed(out, row->is.at);
    if (row->sure) {
        add_fixed(out, row->is.low);
        add_fixed(out, row->is.high);
    } else {
        buffer_add(out, ",,", 2);
    }
    buffer_add(out, "\n", 1);
}

static struct interval within(int64_t mean, int64_t ci95)
{
    return (struct interval){ mean, mean - ci95, mean + ci95 };
}

/* ---- figures ---- */

static void add_endings(struct sheet *s)
{
    const struct tally *tally = &s->sums->tally[s->cell];
    for (int i = 0; i < s->run->sc->endings; i++) {
        add_row(s, &(struct figure){ .figure = "ending",
                                     .name = s->run->sc->ending[i].id,
                                     .games = tally->games,
                                     .counted = true,
                                     .count = tally->ending[i],
                                     .sure = true,
                                     .is = interval_share(tally->ending[i], tally->games) });
    }
}

static void add_utilities(struct sheet *s)
{
    const struct tally *tally = &s->sums->tally[s->cell];
    for (int party = 0; party < MAX_PARTIES; party++) {
        add_row(s, &(struct figure){
                       .figure = "utility",
                       .party = s->run->sc->actor[party].id,
                       .games = tally->games,
                       .sure = tally->games > 1,
                       .is = within(tally_mean(tally, party), tally_ci95(tally, party)) });
    }
}

/* How often something comes in a game. */
static void add_met(struct sheet *s, const char *figure, const char *id, uint64_t count)
{
    const uint64_t games = s->sums->tally[s->cell].games;
    add_row(s,
            &(struct figure){ .figure = figure,
                              .name = id,
                              .games = games,
                              .counted = true,
                              .count = count,
                              .is = { .at = spread_whole_mean((int64_t)games, (int64_t)count) } });
}

static void add_meters(struct sheet *s, int round)
{
    const struct census *census = &s->sums->census[s->cell];
    struct column column[MAX_SLOTS];
    const int columns = run_columns(s->run->sc, column);
    for (int i = 0; i < columns && census->games[round] > 0; i++) {
        const int64_t mean = census_mean(census, round, i), ci95 = census_ci95(census, round, i);
        add_row(s, &(struct figure){ .figure = round == CENSUS_END ? "end" : "meter",
                                     .name = column[i].id,
                                     .party = column[i].party,
                                     .round = round == CENSUS_END ? 0 : round + 1,
                                     .games = census->games[round],
                                     .sure = census->games[round] > 1,
                                     .is = within(mean, ci95) });
    }
}

static void add_counts(struct sheet *s)
{
    const struct scenario *sc = s->run->sc;
    const struct census *census = &s->sums->census[s->cell];
    for (int i = 0; i < sc->incidents; i++) {
        add_met(s, "incident", sc->incident[i].id, census->incident[i]);
    }
    for (int i = 0; i < sc->moves; i++) {
        add_met(s, "move", sc->move[i].id, census->move[i]);
    }
    for (int i = 0; i < sc->commitments; i++) {
        if (!sc->commitment[i].promise) {
            add_met(s, "agreement", sc->commitment[i].id, census->clause[i]);
        }
    }
    for (int round = 0; round < CENSUS_ROUNDS; round++) {
        add_meters(s, round);
    }
}

static void add_differences(struct sheet *s)
{
    const struct scenario *sc = s->run->sc;
    const uint64_t games = s->sums->tally[s->cell].games;
    for (int i = 0; i < sc->endings; i++) {
        add_row(s, &(struct figure){ .figure = "ending-difference",
                                     .name = sc->ending[i].id,
                                     .games = games,
                                     .sure = true,
                                     .is = result_share_against(s->run, s->sums, s->cell, i) });
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        int64_t ci95;
        const int64_t mean = result_utility_against(s->run, s->sums, s->cell, party, &ci95);
        add_row(s, &(struct figure){ .figure = "utility-difference",
                                     .party = sc->actor[party].id,
                                     .games = games,
                                     .sure = games > 1,
                                     .is = within(mean, ci95) });
    }
}

bool result_print_table(const struct run *run, const struct sums *sums)
{
    struct sheet s = { .run = run, .sums = sums, .out = buffer_init() };
    buffer_add_string(&s.out, "cell,");
    for (int f = 0; f < run->factors; f++) {
        rows_field(&s.out, run->factor[f].key);
        buffer_add(&s.out, ",", 1);
    }
    buffer_add_string(&s.out, "figure,item,party,round,games,count,value,low,high\n");
    for (s.cell = 0; s.cell < run->cells; s.cell++) {
        add_endings(&s);
        add_utilities(&s);
        if (sums->census != NULL) {
            add_counts(&s);
        }
        if (s.cell > 0) {
            add_differences(&s);
        }
    }
    char *text = buffer_finish(&s.out);
    if (text != NULL) {
        fputs(text, stdout);
    }
    free(text);
    return text != NULL;
}
