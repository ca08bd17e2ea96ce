/* debrief_grave.c: what the severe incident cost, and what it would have cost with an agreement that
 * was not signed, or without one that was: the same arrival once more, with the same luck. */
#include "match/debrief_build.h"

#include "core/case.h"
#include "core/move.h"
#include "match/say.h"

#include <string.h>

struct night {
    const struct step *step; /* after which it came; NULL: it came first of all */
    int state, case_at;      /* match_state in which its first decision was due, or the end */
    int slot, good;          /* of the number that says what it cost */
};

/* ---- what it cost ---- */

static bool of_arrival(const struct scenario *sc, const struct change *c, int case_at)
{
    const struct rows arrival = sc->moment[MOMENT_ARRIVAL];
    return c->case_at == case_at && c->row >= arrival.first &&
           c->row < arrival.first + arrival.count;
}

/* What its arrival added to a number. */
static int added(const struct scenario *sc, const struct ledger *ledger, int case_at, int slot)
{
    int sum = 0;
    for (int i = 0; i < ledger->count; i++) {
        const struct change *c = &ledger->change[i];
        if (c->slot == slot && of_arrival(sc, c, case_at)) {
            sum += c->amount;
        }
    }
    return sum;
}

/* What came to a number after that: rounds without a decision share a ledger. */
static int added_later(const struct scenario *sc, const struct ledger *ledger, int case_at,
                       int slot)
{
    bool arrived = false;
    int sum = 0;
    for (int i = 0; i < ledger->count; i++) {
        const struct change *c = &ledger->change[i];
        if (of_arrival(sc, c, case_at)) {
            arrived = true;
            sum = 0;
        } else if (arrived && c->slot == slot) {
            sum += c->amount;
        }
    }
    return sum;
}

static const struct ledger *ledger_of(const struct debrief_builder *b, const struct night *night)
{
    return night->step != NULL ? &night->step->ledger : match_opening(b->m);
}

static bool find_night(const struct debrief_builder *b, struct night *night)
{
    int at = 0;
    while (at <= match_steps(b->m) && !match_state(b->m, at)->slot[SLOT_SEVERE]) {
        at++;
    }
    if (at > match_steps(b->m)) {
        return false;
    }
    night->step = at > 0 ? match_step(b->m, at - 1) : NULL;
    night->state = at;
    night->case_at = 0;
    while (!b->d->file[night->case_at].severe) {
        night->case_at++;
    }
    return true;
}

/* The shared number of the table that it made worst. */
static void find_number(const struct debrief_builder *b, struct night *night)
{
    int worst = 0;
    night->slot = -1;
    for (int i = 0; i < b->sc->meters; i++) {
        const struct meter *m = &b->sc->meter[i];
        if (m->shown != SHOWN_TABLE || m->party || m->good == 0) {
            continue;
        }
        const int harm = -m->good * added(b->sc, ledger_of(b, night), night->case_at, m->slot);
        if (night->slot < 0 || harm > worst) {
            worst = harm;
            night->slot = m->slot;
            night->good = m->good;
        }
    }
}

/* ---- what it would have cost ---- */

static void put_in_force(const struct scenario *sc, struct state *s, int commitment, int age)
{
    const struct commitment *k = &sc->commitment[commitment];
    if (s->slot[k->slot]) {
        return;
    }
    if (k->needs != NONE) {
        put_in_force(sc, s, k->needs, age);
    }
    const int most = k->due > 2 ? k->due - 2 : 0; /* it comes due later */
    s->slot[k->slot] = 1;
    s->slot[k->age] = (int16_t)(k->due && age > most ? most : age);
    s->slot[SLOT_AGREEMENTS]++;
}

static void take_out_of_force(const struct scenario *sc, struct state *s, int commitment)
{
    const struct commitment *k = &sc->commitment[commitment];
    if (!s->slot[k->slot]) {
        return;
    }
    s->slot[k->slot] = s->slot[k->age] = 0;
    s->slot[SLOT_AGREEMENTS]--;
    for (int i = 0; i < sc->agreements; i++) {
        if (sc->commitment[sc->agreement[i]].needs == commitment) {
            take_out_of_force(sc, s, sc->agreement[i]);
        }
    }
}

/* The state just before the incident arrived: the one after it, with all taken back that the
 * arrival did, but how long each was quiet: that weighs only who it was. False where it cannot be
 * had: the incident came first of all, or other rounds passed with it. */
static bool eve(const struct debrief_builder *b, const struct night *night, struct state *s)
{
    if (night->step == NULL || night->step->ledger.full) {
        return false;
    }
    const struct ledger *ledger = &night->step->ledger;
    const struct state *before = match_state(b->m, night->step->before);
    *s = *match_state(b->m, night->state);
    if (state_round(s) != state_round(before) + 1) {
        return false;
    }
    for (int i = 0; i < ledger->count; i++) {
        const struct change *c = &ledger->change[i];
        s->slot[c->slot] =
            (int16_t)(s->slot[c->slot] - (of_arrival(b->sc, c, night->case_at) ? c->amount : 0));
    }
    for (int p = 0; p < MAX_PARTIES; p++) {
        s->slot[SLOT_VICTIMS + p] = before->slot[SLOT_VICTIMS + p];
        s->slot[SLOT_STRUCK + p] = 0;
    }
    s->slot[SLOT_STREAK] = before->slot[SLOT_STREAK];
    s->slot[SLOT_SEVERE] = 0;
    memcpy(s->struck, before->struck, sizeof s->struck);
    s->cases--;
    return true;
}

/* The same night with some luck; false where something else would have come. */
static bool come_again(const struct debrief_builder *b, const struct night *night, struct state *s,
                       uint64_t luck, int *cost)
{
    const struct state *was = match_state(b->m, night->state);
    struct ledger ledger = { .count = 0 };
    struct context c = row_context(b->sc, s, luck, &ledger, 0, -1);
    case_arrive(&c);
    const int16_t *mine = s->file[night->case_at].field;
    const int16_t *theirs = was->file[night->case_at].field;
    *cost = -night->good * added(b->sc, &ledger, night->case_at, night->slot);
    return mine[FIELD_INCIDENT] == theirs[FIELD_INCIDENT] &&
           mine[FIELD_VICTIM] == theirs[FIELD_VICTIM] &&
           mine[FIELD_SEVERITY] == theirs[FIELD_SEVERITY];
}

/* With other luck that brings the same incident: how many of ten such nights cost something else,
 * and what most of those did. */
struct odds {
    int nights, cost;
};

enum { LUCKS = 4000, COSTS = 8 };

static struct odds other_nights(const struct debrief_builder *b, const struct night *night,
                                const struct state *before, int cost)
{
    int value[COSTS], count[COSTS], costs = 0, nights = 0;
    for (uint64_t i = 0; i < LUCKS; i++) {
        struct state s = *before;
        int this_cost;
        if (!come_again(b, night, &s, rng_luck(i, 0), &this_cost)) {
            continue;
        }
        int at = 0;
        while (at < costs && value[at] != this_cost) {
            at++;
        }
        if (at == COSTS) {
            continue;
        }
        value[at] = this_cost;
        count[at] = at == costs ? 1 : count[at] + 1;
        costs += at == costs;
        nights++;
    }
    int most = -1;
    for (int i = 0; i < costs; i++) {
        most = value[i] != cost && (most < 0 || count[i] > count[most]) ? i : most;
    }
    return most < 0 ? (struct odds){ 0, cost }
                    : (struct odds){ (count[most] * 10 + nights / 2) / nights, value[most] };
}

/* A sentence saying so, after a blank; or nothing. */
static const char *by_luck(const struct debrief_builder *b, const struct night *night,
                           const struct state *before, int cost)
{
    const struct odds odds = other_nights(b, night, before, cost);
    /* TRANSLATORS: a count of ten, a cost */
    return odds.nights == 0
               ? ""
               : pool_text(b->pool, _(" By other luck, in %d of ten: %d."), odds.nights, odds.cost);
}

/* ---- who declined ---- */

/* Was agreement number `at` on the table in a round? */
static bool on_table(const struct debrief_builder *b, int round, int at)
{
    for (int i = 0; i < match_steps(b->m); i++) {
        const struct step *step = match_step(b->m, i);
        if (step->round == round && b->sc->beat[step->beat].pick) {
            return move_on_the_table(b->sc, match_state(b->m, step->before)) >> at & 1u;
        }
    }
    return false;
}

static const char *offer(const struct debrief_builder *b, int round, int at)
{
    const uint16_t *said = b->all.s.said[round - 1];
    const bool mine = said[b->party] >> at & 1, theirs = said[1 - b->party] >> at & 1;
    const char *date = narrate_date(&b->n, round);
    if (mine == theirs) {
        return pool_text(
            b->pool, mine ? _("%s: both of you picked it.") : _("%s: neither of you picked it."),
            date);
    }
    return pool_text(b->pool,
                     mine ? _("%s: you picked it, and they did not.")
                          : _("%s: they picked it, and you did not."),
                     date);
}

/* When it was on the table before the night, and who declined; *first is the first such round. */
static const char *offers(const struct debrief_builder *b, int before, int at, int *first)
{
    const char *text = "";
    *first = 0;
    for (int round = 1; round < before; round++) {
        if (on_table(b, round, at)) {
            const char *next = offer(b, round, at);
            text = *text ? pool_text(b->pool, "%s %s", text, next) : next;
            *first = *first ? *first : round;
        }
    }
    return *text ? text : _("Not on the table until then.");
}

/* ---- one agreement ---- */

/* It, and before it what it rests on and was not in force either. */
static const char *title_of(const struct debrief_builder *b, const struct state *s, int commitment)
{
    const struct commitment *k = &b->sc->commitment[commitment];
    const char *title = narrate_title(&b->n, k->title, b->party);
    if (k->needs == NONE || s->slot[b->sc->commitment[k->needs].slot]) {
        return title;
    }
    return pool_text(b->pool, _("%s and %s"), title_of(b, s, k->needs), title);
}

/* Is it told already by what it rests on alone? */
static bool adds_nothing(const struct debrief_grave *grave, const struct scenario *sc,
                         const struct commitment *k, int cost)
{
    for (int i = 0; k->needs != NONE && i < grave->channels; i++) {
        const struct debrief_channel *c = &grave->channel[i];
        if (c->id == sc->commitment[k->needs].id && c->cost == cost) {
            return true;
        }
    }
    return false;
}

static void try_channel(struct debrief_builder *b, const struct night *night,
                        const struct state *before, struct debrief_grave *grave, int at)
{
    const int commitment = b->sc->agreement[at];
    const struct commitment *k = &b->sc->commitment[commitment];
    const bool stood = before->slot[k->slot] != 0;
    struct state s = *before;
    int first = 0;
    const char *text = stood ? "" : offers(b, grave->round, at, &first);
    struct debrief_channel c = { .id = k->id, .stood = stood, .offers = text };
    if (stood) {
        take_out_of_force(b->sc, &s, commitment);
        c.title = narrate_title(&b->n, k->title, b->party);
    } else {
        put_in_force(b->sc, &s, commitment, first ? grave->round - 1 - first : 0);
        c.title = title_of(b, before, commitment);
    }
    const struct state start = s;
    if (!come_again(b, night, &s, rng_luck(match_seed(b->m), match_game(b->m)), &c.cost) ||
        c.cost == grave->cost || adds_nothing(grave, b->sc, k, c.cost)) {
        return;
    }
    const char *luck = by_luck(b, night, &start, c.cost);
    /* TRANSLATORS: an agreement, a number, perhaps a sentence; then perhaps who declined it */
    c.text = stood
                 ? pool_text(b->pool, _("Without the %s that stood: %d.%s"), c.title, c.cost, luck)
                 : pool_text(b->pool, _("With the %s: %d.%s %s"), c.title, c.cost, luck, text);
    grave->channel[grave->channels++] = c;
}

/* ---- the night ---- */

static void tell(struct debrief_builder *b, const struct night *night, struct debrief_grave *g)
{
    const struct debrief_case *c = &b->d->file[night->case_at];
    const char *came = narrate_when(&b->n, c->round);
    if (night->slot < 0) {
        g->text = pool_text(b->pool, _("It came %s: “%s”."), came, c->title);
        return;
    }
    const struct meter *m = &b->sc->meter[b->sc->slot_meter[night->slot]];
    g->meter_id = m->id;
    g->meter = narrate_title(&b->n, m->title, b->party);
    const struct ledger *ledger = ledger_of(b, night);
    g->after = match_state(b->m, night->state)->slot[night->slot] -
               added_later(b->sc, ledger, night->case_at, night->slot);
    g->before = g->after - added(b->sc, ledger, night->case_at, night->slot);
    g->cost = -night->good * (g->after - g->before);
    /* TRANSLATORS: "in May", title of the incident, cost, meter, before, after */
    g->text = pool_text(b->pool, _("It came %s: “%s”. It cost %d: %s went from %d to %d."), came,
                        c->title, g->cost, g->meter, g->before, g->after);
}

static const char *why_none(const struct debrief_builder *b)
{
    if (b->sc->severe_from == 0) {
        return _("Nothing in this scenario is graver than the rest.");
    }
    return b->d->over ? _("It never came: the game was over before.") : _("It had not come yet.");
}

void debrief_grave(struct debrief_builder *b)
{
    struct night night;
    b->d->no_grave = "";
    if (!find_night(b, &night)) {
        b->d->no_grave = why_none(b);
        return;
    }
    struct debrief_grave *g = b->d->grave = pool_take(b->pool, sizeof *g);
    g->case_at = night.case_at;
    g->round = b->d->file[night.case_at].round;
    g->meter_id = g->meter = "";
    find_number(b, &night);
    tell(b, &night, g);
    struct state before;
    const bool can = night.slot >= 0 && eve(b, &night, &before);
    if (can) {
        g->text = pool_text(b->pool, "%s%s", g->text, by_luck(b, &night, &before, g->cost));
    }
    for (int i = 0; can && i < b->sc->agreements; i++) {
        try_channel(b, &night, &before, g, i);
    }
}
