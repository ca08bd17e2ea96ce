/* batch.c: the order of the rules, as in core/round.c, for many games. */
#include "core/batch/rows.h"

#include "core/bits.h"

#include <assert.h>
#include <string.h>

/* ---- rounds ---- */

static void end_with(struct batch *b, const union lanes *yes, int ending)
{
    lanes_put(&b->slot[SLOT_ENDING], yes, ending);
    lanes_less(&b->goes_on, &b->goes_on, yes);
}

void batch_look_for_ending(struct batch *b)
{
    for (int i = 0; i < b->sc->compiled.urgents; i++) {
        const int ending = b->sc->compiled.urgent[i];
        union lanes yes;
        batch_holds(b, b->sc->ending[ending].when, &b->goes_on, &yes);
        if (lanes_any(&yes)) {
            end_with(b, &yes, ending);
        }
    }
}

static void end_games(struct batch *b)
{
    for (int i = 0; i < b->sc->endings; i++) {
        union lanes yes;
        batch_holds(b, b->sc->ending[i].when, &b->goes_on, &yes);
        end_with(b, &yes, i);
    }
    assert(!lanes_any(&b->goes_on));
}

static void new_act(struct batch *b)
{
    const struct compiled *k = &b->sc->compiled;
    lanes_add(&b->slot[SLOT_ACT], &b->goes_on, 1);
    for (int p = 0; p < MAX_PARTIES; p++) {
        for (int i = 0; i < MAX_BEATS; i++) {
            lanes_put(&b->last[p][i], &b->goes_on, 0);
        }
    }
    for (int i = 0; i < k->resets; i++) {
        const struct meter *m = &b->sc->meter[k->reset[i]];
        for (int p = 0; p <= (m->party ? 1 : 0); p++) {
            lanes_put(&b->slot[m->slot + p], &b->goes_on, m->start[p][0]);
        }
    }
}

static void clear_round(struct batch *b)
{
    static const uint8_t cleared[] = { SLOT_SIGNED, SLOT_PICKED, SLOT_PICKED + 1, SLOT_STRUCK,
                                       SLOT_STRUCK + 1 };
    for (size_t i = 0; i < sizeof cleared; i++) {
        lanes_put(&b->slot[cleared[i]], &b->goes_on, 0);
    }
    lanes_put(&b->place, &b->goes_on, 0);
    for (int i = 0; i < b->sc->moves; i++) {
        lanes_less(&b->again[i], &b->again[i], &b->goes_on);
    }
    b->place_at = 0;
}

static bool brings_incident(const struct batch *b)
{
    return b->sc->round_kind[b->sc->calendar[b->round - 1]].incident;
}

static void begin_round(struct batch *b)
{
    const struct scenario *sc = b->sc;
    const int round = ++b->round, kind = sc->calendar[round - 1];
    b->case_at = -1;
    batch_turn(b, 0);
    lanes_put(&b->slot[SLOT_ROUND], &b->goes_on, round);
    if (round > 1 && sc->round_kind[sc->calendar[round - 2]].closes) {
        new_act(b);
    }
    lanes_put(&b->slot[SLOT_CALENDAR], &b->goes_on, kind);
    clear_round(b);
    if (round > 1) {
        batch_age(b);
        batch_run_pending(b);
    }
    batch_run(b, sc->moment[MOMENT_ROUND], &b->goes_on);
    if (sc->settle_kind == kind) {
        batch_settle(b);
    }
    if (brings_incident(b)) {
        batch_arrive(b);
    }
    batch_look_for_ending(b);
}

static void end_round(struct batch *b)
{
    if (brings_incident(b)) {
        batch_expose(b);
        batch_upkeep(b);
        batch_run(b, b->sc->moment[MOMENT_MORNING], &b->goes_on);
    }
    if (b->round == b->sc->rounds) {
        end_games(b);
    } else {
        batch_look_for_ending(b);
    }
}

static void play_round(struct batch *b, batch_choose choose, void *who)
{
    begin_round(b);
    for (b->place_at = 0; lanes_any(&b->goes_on); b->place_at++) {
        const int beat = scenario_beat(b->sc, b->round, b->place_at);
        if (beat < 0) {
            end_round(b);
            return;
        }
        batch_beat(b, beat, choose, who);
    }
}

/* ---- games ---- */

static void draw_starts(struct batch *b, int lane)
{
    const struct compiled *k = &b->sc->compiled;
    for (int i = 0; i < k->drawns; i++) {
        const int element = k->drawn[i], p = element % MAX_PARTIES;
        const struct meter *m = &b->sc->meter[element / MAX_PARTIES];
        b->slot[m->slot + p].of[lane] =
            m->start[p][batch_draw(b, lane, 0, DRAW_START, element, m->starts[p])];
    }
    for (int p = 0; p < MAX_PARTIES && b->sc->mandates > 0; p++) {
        b->slot[SLOT_MANDATE + p].of[lane] =
            (int16_t)batch_draw(b, lane, 0, DRAW_MANDATE, p, b->sc->mandates);
    }
}

static void start(struct batch *b, const struct scenario *sc, const uint64_t *luck, int games)
{
    memset(b, 0, sizeof *b);
    b->sc = sc;
    b->case_at = -1;
    for (int i = 0; i < sc->slots; i++) {
        lanes_fill(&b->slot[i], sc->compiled.start[i]);
    }
    for (int lane = 0; lane < games; lane++) {
        b->luck[lane] = luck[lane];
        b->goes_on.of[lane] = -1;
        draw_starts(b, lane);
    }
}

size_t batch_size(void)
{
    return sizeof(struct batch);
}

void batch_play(struct batch *b, const struct scenario *sc, const uint64_t *luck, int games,
                batch_choose choose, void *who)
{
    assert(games >= 1 && games <= BATCH_GAMES);
    start(b, sc, luck, games);
    while (lanes_any(&b->goes_on)) {
        play_round(b, choose, who);
    }
}

static void copy_choices(const struct batch *b, int lane, struct state *end)
{
    for (int p = 0; p < MAX_PARTIES; p++) {
        for (int i = 0; i < MAX_BEATS; i++) {
            end->last[p][i] = (uint8_t)b->last[p][i].of[lane];
        }
        for (int r = 0; r < end->slot[SLOT_ROUND]; r++) {
            end->said[r][p] = (uint16_t)b->said[r][p].of[lane];
        }
    }
    for (int i = 0; i < b->sc->moves; i++) {
        end->again |= (uint64_t)(b->again[i].of[lane] & 1) << i;
    }
    memcpy(end->struck, b->struck[lane], sizeof end->struck);
    end->pendings = (int8_t)b->pendings[lane];
    memcpy(end->pending, b->pending[lane], b->pendings[lane] * sizeof end->pending[0]);
}

int batch_end(const struct batch *b, int lane, struct state *end)
{
    memset(end, 0, sizeof *end);
    for (int i = 0; i < b->sc->slots; i++) {
        end->slot[i] = b->slot[i].of[lane];
    }
    end->place = (int8_t)b->place.of[lane];
    end->side = (int8_t)b->side.of[lane];
    end->cases = (int8_t)b->case_count.of[lane];
    copy_choices(b, lane, end);
    for (int i = 0; i < end->cases; i++) {
        for (int f = 0; f < FIELD_COUNT; f++) {
            end->file[i].field[f] = b->field[i][f].of[lane];
        }
    }
    return b->decisions.of[lane];
}
