/* run_print.c: the answer of `backchannel run` in its four forms. */
#include "command/run.h"

#include "command/out.h"
#include "command/tally_json.h"
#include "match/say.h"
#include "match/transcript_line.h"
#include "minister/outside.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- one JSON object ---- */

static void write_without(struct json_writer *w, const struct run *run)
{
    json_write_key(w, "without");
    json_write_begin_array(w);
    for (int i = 0; i < run->withouts; i++) {
        json_write_string(w, run->without[i]);
    }
    json_write_end_array(w);
}

static void write_asked(struct json_writer *w, const struct run *run)
{
    tally_write_asked(w, run->sc, run->seed);
    if (run->withouts > 0) {
        write_without(w, run);
    }
}

/* What programs did instead of choosing; nothing where none sat at the table. */
static void write_faults(struct json_writer *w, const struct run *run)
{
    const struct minister *const m[] = { &run->chair[0].minister, &run->chair[1].minister };
    if (m[0]->outside == NULL && m[1]->outside == NULL) {
        return;
    }
    json_write_key(w, "faults");
    json_write_begin_object(w);
    for (int party = 0; party < MAX_PARTIES; party++) {
        if (m[party]->outside != NULL) {
            json_write_key(w, run->sc->actor[party].id);
            json_write_begin_object(w);
            json_put_int64(w, "count", outside_faults(m[party]));
            json_put_bool(w, "forfeited", outside_faults(m[party]) == OUTSIDE_FAULTS);
            json_put_string(w, "last",
                            outside_faults(m[party]) ? outside_last_fault(m[party]) : NULL);
            json_write_end_object(w);
        }
    }
    json_write_end_object(w);
}

char *run_result(const struct run *run, const struct tally *tally)
{
    const char *const names[MAX_PARTIES] = { run->chair[0].minister.name,
                                             run->chair[1].minister.name };
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    write_asked(&w, run);
    write_faults(&w, run);
    tally_write(&w, run->sc, tally, names);
    json_write_end_object(&w);
    return json_writer_finish(&w);
}

static bool print_json(const struct run *run, const struct tally *tally)
{
    char *line = run_result(run, tally);
    if (line != NULL) {
        puts(line);
    }
    free(line);
    return line != NULL;
}

/* ---- one JSON line a game ---- */

static bool print_jsonl(const struct run *run, uint64_t game, const struct outcome *outcome)
{
    const struct state *end = &outcome->end;
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    json_write_key(&w, "game");
    json_write_uint64(&w, game);
    json_put_string(&w, "ending", run->sc->ending[state_ending(end)].id);
    json_put_int64(&w, "rounds", state_round(end));
    json_put_int64(&w, "decisions", outcome->decisions);
    json_write_key(&w, "utility");
    transcript_write_utility(&w, run->sc, end);
    json_write_key(&w, "meters");
    transcript_write_meters(&w, run->sc, end);
    json_put_hex64(&w, "hash", state_hash(run->sc, end));
    json_write_end_object(&w);
    return tally_print_line(&w);
}

/* ---- one row a game; ids need no quoting ---- */

/* The column of a number, or those of both sides' where each has its own. */
static void name_columns(const struct scenario *sc, const char *id, bool each)
{
    if (!each) {
        say(",%s", id);
        return;
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        say(",%s.%s", id, sc->actor[party].id);
    }
}

static void print_numbers(const struct state *s, int slot, bool each)
{
    for (int i = 0; i < (each ? MAX_PARTIES : 1); i++) {
        say(",%d", s->slot[slot + i]);
    }
}

static void print_csv_head(const struct run *run)
{
    const struct scenario *sc = run->sc;
    say("game,ending,rounds,decisions");
    name_columns(sc, "utility", true);
    for (int i = 0; i < sc->meters; i++) {
        name_columns(sc, sc->meter[i].id, sc->meter[i].party);
    }
    for (int i = 0; i < sc->commitments; i++) {
        name_columns(sc, sc->commitment[i].id, sc->commitment[i].promise);
    }
    say(",hash\n");
}

static void print_csv(const struct run *run, uint64_t game, const struct outcome *outcome)
{
    const struct scenario *sc = run->sc;
    const struct state *end = &outcome->end;
    say("%" PRIu64 ",%s,%d,%d", game, sc->ending[state_ending(end)].id, state_round(end),
        outcome->decisions);
    for (int party = 0; party < MAX_PARTIES; party++) {
        const int utility = state_utility(sc, end, party);
        say(",%s%d.%d", utility < 0 ? "-" : "", abs(utility) / 10, abs(utility) % 10);
    }
    for (int i = 0; i < sc->meters; i++) {
        print_numbers(end, sc->meter[i].slot, sc->meter[i].party);
    }
    for (int i = 0; i < sc->commitments; i++) {
        print_numbers(end, sc->commitment[i].slot, sc->commitment[i].promise);
    }
    say(",%016" PRIx64 "\n", state_hash(sc, end));
}

/* ---- for people ---- */

static void print_seat(const struct run *run, const struct tally *tally, int party)
{
    say("  %-20s %-28s %9.2f", run->sc->actor[party].id, run->chair[party].minister.name,
        (double)tally_mean(tally, party) / 10000);
    if (tally->games >= 2) {
        say(" ± %.2f", (double)tally_ci95(tally, party) / 10000);
    }
    say("\n");
}

static void print_faults(const struct run *run, int party)
{
    const struct minister *minister = &run->chair[party].minister;
    const int faults = outside_faults(minister);
    if (minister->outside != NULL) {
        say(_("faults of %s for %s: %d"), minister->name, run->sc->actor[party].id, faults);
        say(faults > 0 ? "; %s" : "%s", outside_last_fault(minister));
        say("%s\n", faults == OUTSIDE_FAULTS ? _("; the seat is forfeited") : "");
    }
}

static void print_text(const struct run *run, const struct tally *tally)
{
    say(_("%s, seed %" PRIu64 ": games %" PRIu64 ", decisions %" PRIu64 "\n"), run->sc->id,
        run->seed, tally->games, tally->decisions);
    for (int i = 0; i < run->withouts; i++) {
        say(_("without the fact %s\n"), run->without[i]);
    }
    say("%s\n", _("endings"));
    for (int i = 0; i < run->sc->endings; i++) {
        say("  %-20s %10" PRIu64 " %6.1f %%\n", run->sc->ending[i].id, tally->ending[i],
            100.0 * (double)tally->ending[i] / (double)tally->games);
    }
    say("%s\n", /* xgettext:no-c-format */ _("utility, mean and 95 % interval"));
    for (int party = 0; party < MAX_PARTIES; party++) {
        print_seat(run, tally, party);
    }
    for (int party = 0; party < MAX_PARTIES; party++) {
        print_faults(run, party);
    }
    say(_("hash %016" PRIx64 "\n"), tally->hash);
}

/* ---- the three moments ---- */

void run_print_head(const struct run *run)
{
    if (run->format == RUN_CSV) {
        print_csv_head(run);
    }
}

bool run_print_game(const struct run *run, uint64_t game, const struct outcome *outcome)
{
    if (run->format == RUN_CSV) {
        print_csv(run, game, outcome);
    }
    return run->format != RUN_JSONL || print_jsonl(run, game, outcome);
}

bool run_print_result(const struct run *run, const struct tally *tally)
{
    if (run->format == RUN_TEXT) {
        print_text(run, tally);
    }
    return run->format != RUN_JSON || print_json(run, tally);
}
