/* result_text.c: what a run has found, for people. */
#include "command/run/result.h"

#include "command/interval.h"
#include "command/out.h"
#include "match/say.h"
#include "minister/outside.h"

#include <inttypes.h>

static const double unit = 10000;

static void print_seat(const struct run *run, const struct tally *tally, const struct cell *cell,
                       int party)
{
    say("  %-20s %-28s %9.2f", run->sc->actor[party].id, cell->chair[party].minister.name,
        (double)tally_mean(tally, party) / unit);
    if (tally->games >= 2) {
        say(" ± %.2f", (double)tally_ci95(tally, party) / unit);
    }
    say("\n");
}

static void print_faults(const struct run *run, const struct cell *cell, int party)
{
    const struct minister *minister = &cell->chair[party].minister;
    const int faults = outside_faults(minister);
    if (outside_is_name(minister->name)) {
        say(_("faults of %s for %s: %d"), minister->name, run->sc->actor[party].id, faults);
        say(faults > 0 ? "; %s" : "%s", outside_last_fault(minister));
        say("%s\n", faults == OUTSIDE_FAULTS ? _("; the seat is forfeited") : "");
    }
}

static void print_endings(const struct scenario *sc, const struct tally *tally)
{
    say("%s\n", /* xgettext:no-c-format */ _("endings, share and 95 % interval"));
    for (int i = 0; i < sc->endings; i++) {
        const struct interval share = interval_share(tally->ending[i], tally->games);
        say("  %-20s %10" PRIu64 " %6.1f %%  %5.1f – %.1f\n", sc->ending[i].id, tally->ending[i],
            (double)share.at / unit, (double)share.low / unit, (double)share.high / unit);
    }
}

/* ---- counts ---- */

static void print_count(const char *id, uint64_t count, uint64_t games)
{
    say("  %-20s %10" PRIu64 " %8.3f\n", id, count, (double)count / (double)games);
}

static void print_numbers(const struct census *census, int column)
{
    for (int round = 0; round < census_rounds(census); round++) {
        if (census->games[round] > 0) {
            say(" %6.1f", (double)census_mean(census, round, column) / unit);
        } else {
            say("      -");
        }
    }
    say(" %6.1f\n", (double)census_mean(census, CENSUS_END, column) / unit);
}

static void print_rounds(const struct scenario *sc, const struct census *census)
{
    struct column column[MAX_SLOTS];
    const int columns = run_columns(sc, column);
    say("%-24s", _("means by round"));
    for (int round = 0; round < census_rounds(census); round++) {
        say(" %6d", round + 1);
    }
    say(" %6s\n", _("end"));
    for (int i = 0; i < columns; i++) {
        say("  %-14s %-7s", column[i].id, column[i].party ? column[i].party : "");
        print_numbers(census, i);
    }
}

static void print_counts(const struct scenario *sc, const struct census *census)
{
    const uint64_t games = census->games[CENSUS_END];
    say("%s\n", _("incidents, and how many a game"));
    for (int i = 0; i < sc->incidents; i++) {
        print_count(sc->incident[i].id, census->incident[i], games);
    }
    say("%s\n", _("moves, and how many a game"));
    for (int i = 0; i < sc->moves; i++) {
        print_count(sc->move[i].id, census->move[i], games);
    }
    for (int i = 0; i < sc->commitments; i++) {
        if (!sc->commitment[i].promise) {
            print_count(sc->commitment[i].id, census->clause[i], games);
        }
    }
    print_rounds(sc, census);
}

/* ---- cells ---- */

static void print_cell(const struct run *run, const struct sums *sums, int cell)
{
    const struct tally *tally = &sums->tally[cell];
    print_endings(run->sc, tally);
    say("%s\n", /* xgettext:no-c-format */ _("utility, mean and 95 % interval"));
    for (int party = 0; party < MAX_PARTIES; party++) {
        print_seat(run, tally, &run->cell[cell], party);
    }
    if (sums->census != NULL) {
        print_counts(run->sc, &sums->census[cell]);
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        print_faults(run, &run->cell[cell], party);
    }
}

static void print_difference(const struct run *run, const struct sums *sums, int cell)
{
    say("%s\n", run->pair ? /* xgettext:no-c-format */ _(
                                "against cell 0, game by game, with 95 % intervals")
                          : /* xgettext:no-c-format */ _("against cell 0, with 95 % intervals"));
    for (int i = 0; i < run->sc->endings; i++) {
        const struct interval d = result_share_against(run, sums, cell, i);
        say("  %-20s            %+6.1f %%  %+5.1f – %+.1f\n", run->sc->ending[i].id,
            (double)d.at / unit, (double)d.low / unit, (double)d.high / unit);
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        int64_t ci95;
        const int64_t mean = result_utility_against(run, sums, cell, party, &ci95);
        say("  %-20s %-28s %+9.2f ± %.2f\n", run->sc->actor[party].id, _("utility"),
            (double)mean / unit, (double)ci95 / unit);
    }
}

static void print_name(const struct run *run, const struct sums *sums, int cell)
{
    say(_("\ncell %d: games %" PRIu64 ", decisions %" PRIu64 "\n"), cell, sums->tally[cell].games,
        sums->tally[cell].decisions);
    for (int f = 0; f < run->factors; f++) {
        say("  %s = %s\n", run->factor[f].key, run_value(run, cell, f));
    }
}

void result_print_text(const struct run *run, const struct sums *sums)
{
    uint64_t decisions = 0, hash = 0, games = 0;
    for (int cell = 0; cell < run->cells; cell++) {
        games += sums->tally[cell].games;
        decisions += sums->tally[cell].decisions;
        hash += sums->tally[cell].hash;
    }
    say(_("%s, seed %" PRIu64 ": games %" PRIu64 ", decisions %" PRIu64 "\n"), run->sc->id,
        run->seed, games, decisions);
    for (int i = 0; i < run->settings; i++) {
        say("  %s = %s\n", run->setting[i].key, run->setting[i].value);
    }
    for (int i = 0; i < run->withouts; i++) {
        say(_("without the fact %s\n"), run->without[i]);
    }
    for (int cell = 0; cell < run->cells; cell++) {
        if (run->factors > 0) {
            print_name(run, sums, cell);
        }
        print_cell(run, sums, cell);
        if (cell > 0) {
            print_difference(run, sums, cell);
        }
    }
    say(_("hash %016" PRIx64 "\n"), hash);
}
