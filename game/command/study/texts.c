/* texts.c: which sentences are ever read.
 *
 * Games are played and the tables of both sides read at every decision; what stands on none of them
 * is told by its place. Sources, facts, advisers and characters are not read there. */
#include "command/study/study.h"

#include "match/table.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { OWNER = 80 };

struct reading {
    int64_t read[MAX_TEXTS]; /* games in which it was read */
    int64_t failed;          /* memory was out */
};

/* ---- games ---- */

static bool read_game(const struct study *s, int64_t unit, uint64_t read[TABLE_TEXTS])
{
    const struct roster *roster = s->roster;
    struct match *m = match_new(s->measures->sc, study_seed(s, PART_TEXTS), (uint64_t)unit);
    for (int p = 0; p < MAX_PARTIES && m; p++) {
        const int script = (int)((unit / 2 + p * (unit / 7)) % roster->count);
        match_seat(m, p, unit % 2 ? &roster->field[script].minister : &roster->random);
    }
    bool fine = m != NULL;
    for (bool more = fine; more && fine;) {
        for (int p = 0; p < MAX_PARTIES && fine; p++) {
            struct table *t = table_new_noted(m, p, read);
            fine = t != NULL;
            table_free(t);
        }
        more = !match_over(m) && match_play_minister(m) == NULL;
    }
    match_free(m);
    return fine;
}

static void read_unit(const void *context, int64_t unit, void *to)
{
    struct reading *sums = to;
    uint64_t read[TABLE_TEXTS] = { 0 };
    sums->failed += !read_game(context, unit, read);
    for (int i = 0; i < MAX_TEXTS; i++) {
        sums->read[i] += (read[i / 64] >> (i % 64) & 1u) != 0;
    }
}

/* ---- where a text stands ---- */

struct roll {
    struct study *study;
    const struct reading *reading;
    int all;
};

static void call(struct roll *roll, struct phrase phrase, const char *kind, const char *id,
                 const char *part)
{
    struct study *s = roll->study;
    for (int i = 0; i < phrase.count; i++) {
        roll->all++;
        if (roll->reading->read[phrase.first + i] > 0) {
            continue;
        }
        if (s->unreads < MAX_UNREAD) {
            char *name = s->unread[s->unreads];
            const int length = snprintf(name, UNREAD_NAME, "%s %s: %s", kind, id, part);
            if (phrase.count > 1 && length < UNREAD_NAME) {
                snprintf(name + length, (size_t)(UNREAD_NAME - length), " %d of %d", i + 1,
                         phrase.count);
            }
        }
        s->unreads++;
    }
}

/* What looks like another move is told in the words of that one, but for its private name. */
static bool speaks(const struct scenario *sc, int move)
{
    return sc->move[move].seen_as == move;
}

static void call_speech(struct roll *roll, const struct phrase *speech, const char *kind,
                        const char *id)
{
    const struct scenario *sc = roll->study->measures->sc;
    for (int i = 0; i < sc->moves; i++) {
        char part[OWNER];
        snprintf(part, sizeof part, "speech %.40s", sc->move[i].id);
        if (speaks(sc, i)) {
            call(roll, speech[i], kind, id, part);
        }
    }
}

static void call_incident(struct roll *roll, const struct incident *in)
{
    const struct scenario *sc = roll->study->measures->sc;
    call(roll, in->title, "incident", in->id, "title");
    call(roll, in->dispatch, "incident", in->id, "dispatch");
    call(roll, in->home, "incident", in->id, "headline at home");
    call(roll, in->abroad, "incident", in->id, "headline abroad");
    for (int i = 0; i < MAX_CONFIDENCE; i++) {
        call(roll, in->trace[i], "incident", in->id, "trace");
    }
    for (int i = 0; i < sc->culprits; i++) {
        char part[OWNER];
        snprintf(part, sizeof part, "truth %.40s", sc->culprit[i].id);
        call(roll, in->truth[i], "incident", in->id, part);
    }
    call_speech(roll, in->speech, "incident", in->id);
}

static void call_move(struct roll *roll, const struct move *m, bool speaks_itself)
{
    if (m->each) {
        return; /* sets of clauses are told clause by clause */
    }
    call(roll, m->because[0], "move", m->id, "own");
    call(roll, m->secretly, "move", m->id, "secretly");
    if (!speaks_itself) {
        return;
    }
    call(roll, m->title, "move", m->id, "title");
    call(roll, m->line, "move", m->id, "line");
    call(roll, m->because[1], "move", m->id, "other");
    call(roll, m->speech, "move", m->id, "speech");
}

static void call_rounds(struct roll *roll)
{
    const struct scenario *sc = roll->study->measures->sc;
    for (int i = 0; i < sc->beats; i++) {
        call(roll, sc->beat[i].coach, "beat", sc->beat[i].id, "coach");
    }
    for (int i = 0; i < sc->round_kinds; i++) {
        call(roll, sc->round_kind[i].coach, "round", sc->round_kind[i].id, "coach");
    }
    for (int i = 0; i < sc->kinds; i++) {
        call_speech(roll, sc->kind[i].speech, "kind", sc->kind[i].id);
    }
    for (int i = 0; i < sc->words; i++) {
        call(roll, sc->word[i].phrase, "word", sc->word[i].id, "text");
    }
}

static void call_all(struct roll *roll)
{
    const struct scenario *sc = roll->study->measures->sc;
    call_rounds(roll);
    for (int i = 0; i < sc->incidents; i++) {
        call_incident(roll, &sc->incident[i]);
    }
    for (int i = 0; i < sc->moves; i++) {
        call_move(roll, &sc->move[i], speaks(sc, i));
    }
    for (int i = 0; i < sc->rules; i++) {
        call(roll, sc->rule[i].because, "rule", sc->rule[i].id, "because");
    }
    for (int i = 0; i < sc->commitments; i++) {
        const struct commitment *k = &sc->commitment[i];
        call(roll, k->title, "commitment", k->id, "title");
        call(roll, k->line, "commitment", k->id, "line");
    }
    for (int i = 0; i < sc->endings; i++) {
        call(roll, sc->ending[i].title, "ending", sc->ending[i].id, "title");
        call(roll, sc->ending[i].text, "ending", sc->ending[i].id, "text");
    }
}

int part_texts(struct study *s)
{
    struct reading *sums = calloc(1, sizeof *sums);
    const int failed =
        sums ? sums_share_out(s->hands, s->numbers.texts, read_unit, s, sums, sizeof *sums) : -1;
    if (!failed && sums->failed == 0) {
        struct roll roll = { s, sums, 0 };
        call_all(&roll);
        s->texts = roll.all;
        report_add(s->report, (struct estimate){ s->unreads, 0 }, 1, -NO_GOAL, NO_GOAL,
                   "unseen.texts");
        report_note(s->report, "of %d, in %" PRId64 " games; not searched for", roll.all,
                    s->numbers.texts);
    }
    const bool lost = sums && sums->failed > 0;
    free(sums);
    return failed || lost ? -1 : 0;
}
