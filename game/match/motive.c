/* motive.c: a planner asked again, and its reason in names. */
#include "match/motive.h"

#include "match/bet.h"
#include "match/say.h"
#include "match/why.h"
#include "minister/planner.h"
#include "minister/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- who it was ---- */

/* A planner that can sit at this table. */
static bool is_planner(const struct scenario *sc, const char *name, struct minister *out)
{
    char why[200];
    return strchr(name, '/') == NULL && minister_for(sc, name, out, why, sizeof why) == NULL &&
           *out->character != '\0';
}

/* Those that need no thought say what they are. */
static bool has_line(const char *name, struct motive *out)
{
    for (int i = 0; minister_name(i) != NULL; i++) {
        if (strcmp(minister_name(i), name) == 0) {
            out->name = minister_name(i);
            out->line = _(minister_line(i));
        }
    }
    return out->line != NULL;
}

/* ---- asking again ---- */

/* Where it would choose otherwise now, there is nothing to tell. */
static bool think_again(const struct match *m, const struct step *step,
                        const struct minister *planner, struct reason *out)
{
    const struct scenario *sc = match_scenario(m);
    const struct state *s = match_state(m, step->before);
    const struct disposition *after = planner_after(planner, sc);
    const struct world_source source = { .world = rollout_imagine };
    const uint64_t dice = minister_dice(sc, s, rng_luck(match_seed(m), match_game(m)));
    struct view view;
    struct thought thought;
    view_of(sc, s, step->party, &view);
    planner_think(sc, &view, after, dice, planner->simulations, source, &thought);
    return planner_pick(&thought, planner->temperature, dice) == step->move &&
           reason_of(sc, &view, after, dice, source, &thought, step->move, out);
}

static void add_truth(const struct match *m, const struct step *step, struct motive *out)
{
    const struct state *s = match_state(m, step->before);
    if (out->reason.belief >= 0) {
        const int16_t *field = match_now(m)->file[s->cases - 1].field;
        out->culprit = field[FIELD_CULPRIT];
        out->guilty = match_scenario(m)->culprit[out->culprit].guilty;
    }
}

bool motive_of(const struct match *m, const struct step *step, struct motive *out)
{
    struct minister planner;
    *out = (struct motive){ .thought = false };
    if (is_planner(match_scenario(m), step->by, &planner)) {
        out->thought = think_again(m, step, &planner, &out->reason);
        if (out->thought) {
            add_truth(m, step, out);
        }
        return out->thought;
    }
    return has_line(step->by, out);
}

/* ---- parts by name ---- */

/* The slot that a term of the score weighs. */
static int slot_of(const struct scenario *sc, int party, int part)
{
    const struct ref ref = sc->term[sc->amount[sc->utility].first_term + part].ref;
    switch (ref.who) {
    case WHO_OWN:
        return ref.index + party;
    case WHO_OTHER:
        return ref.index + 1 - party;
    case WHO_SECOND:
        return ref.index + 1;
    default:
        return ref.index;
    }
}

static bool has_name(const struct scenario *sc, int slot)
{
    return sc->slot_meter[slot] != NONE || why_commitment(sc, slot) >= 0;
}

void motive_part_id(const struct scenario *sc, int party, int part, char *out, size_t size)
{
    static const char *const others[] = { "ending", "mandate", "lie" };
    if (part >= PART_ENDING) {
        snprintf(out, size, "%s", others[part - PART_ENDING]);
    } else if (has_name(sc, slot_of(sc, party, part))) {
        why_name(sc, slot_of(sc, party, part), out, size);
    } else {
        snprintf(out, size, "number.%d", part + 1);
    }
}

const char *motive_part(const struct narrator *n, int party, int part)
{
    static const char *const others[] = { N_("how it ends"), N_("the mandate"),
                                          N_("the price of a false word") };
    if (part >= PART_ENDING) {
        return _(others[part - PART_ENDING]);
    }
    const int slot = slot_of(n->sc, party, part), k = why_commitment(n->sc, slot);
    if (n->sc->slot_meter[slot] != NONE) {
        return bet_slot_title(n, slot);
    }
    return k >= 0 ? narrate_title(n, n->sc->commitment[k].title, party) : _("what is in force");
}

/* ---- effects by name ---- */

const char *motive_tenths(struct pool *pool, int tenths)
{
    const int size = abs(tenths);
    return tenths == 0 ? "0"
                       : pool_text(pool, "%s%d.%d", tenths < 0 ? "–" : "+", size / 10, size % 10);
}

static int apart(const struct reason *r, int slot)
{
    return abs(r->effect[REASON_MADE][slot] - r->effect[REASON_OTHER][slot]);
}

static bool is_shown(const struct scenario *sc, int slot)
{
    const int meter = sc->slot_meter[slot];
    return meter != NONE && sc->meter[meter].shown != SHOWN_NOT;
}

int motive_effects(const struct scenario *sc, const struct reason *reason, int slot[MOTIVE_EFFECTS])
{
    enum { LEAST = 5 }; /* tenths: less is not worth a word */
    int count = 0;
    bool taken[MAX_SLOTS] = { false };
    for (int k = 0; k < MOTIVE_EFFECTS; k++) {
        int best = -1;
        for (int i = 0; i < sc->slots; i++) {
            if (!taken[i] && is_shown(sc, i) && apart(reason, i) >= LEAST &&
                (best < 0 || apart(reason, i) > apart(reason, best))) {
                best = i;
            }
        }
        if (best >= 0) {
            taken[best] = true;
        }
    }
    for (int i = 0; i < sc->slots; i++) {
        if (taken[i]) {
            slot[count++] = i;
        }
    }
    return count;
}

const char *motive_effect(const struct narrator *n, const struct reason *reason, int which,
                          const int *slot, int count)
{
    const char *text = "";
    for (int i = 0; i < count; i++) {
        /* TRANSLATORS: a number's title and its change */
        const char *one = pool_text(n->pool, _("%s %s"), bet_slot_title(n, slot[i]),
                                    motive_tenths(n->pool, reason->effect[which][slot[i]]));
        text = *text != '\0' ? pool_text(n->pool, _("%s; %s"), text, one) : one;
    }
    return text;
}
