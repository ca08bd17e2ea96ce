/* load_check.c: the whole: what could leave play without a way on, and what nothing uses. */
#include "content/load_reach.h"

#include <string.h>

/* ---- beats and their moves ---- */

static int sets_of(int agreements, int pick)
{
    int sets = 0, combinations = 1;
    for (int size = 0; size <= pick && size <= agreements; size++) {
        sets += combinations;
        combinations = combinations * (agreements - size) / (size + 1);
    }
    return sets;
}

/* A beat that picks has two moves: one stands for the sets, the other, "none", for the empty one. */
static void check_pick(struct load *load, int index)
{
    const struct scenario *sc = load->sc;
    const struct beat *beat = &sc->beat[index];
    const struct json_value *at = load->table[BEATS].item[index];
    const int none = load_find(load, MOVES, "none");
    const int sets = sets_of(sc->agreements, beat->pick);
    int each = 0;
    for (int i = beat->first_move; i < beat->first_move + beat->moves; i++) {
        each += sc->move[i].each ? 1 : 0;
    }
    for (int i = beat->first_move; each > 0 && i < beat->first_move + beat->moves; i++) {
        const struct json_value *move = load->table[MOVES].item[i];
        if (json_member(move, "effects") != NULL || json_member(move, "when") != NULL) {
            load_error(load, spot_key(move), "S044",
                       "a pick has neither effects nor conditions: its agreements have them");
        }
    }
    if (none < 0 && beat->moves == 2 && each == 1) {
        const int other = beat->first_move + (sc->move[beat->first_move].each ? 1 : 0);
        struct finding *finding = load_error(
            load, spot_key(load->table[MOVES].item[other]), "S044",
            "the move beside the one for the sets signs nothing, and is called \"none\"");
        findings_suggestion(load->findings, finding, "none");
    } else if (sc->agreements == 0 || beat->moves != 2 || each != 1 || none < 0 ||
               sc->move[none].beat != index || sc->move[none].family != FAMILY_DENY) {
        struct finding *finding = load_error(load, spot_key(at), "S044",
                                             "the beat \"%s\" cannot pick agreements", at->key);
        findings_expected(load->findings, finding,
                          "agreements, one move with \"each\": \"agreements\" and one of the "
                          "family \"deny\" called \"none\"");
    }
    if (sets > MAX_LEGAL) {
        load_error(load, spot_key(at), "S046", "%d sets to choose from: the most is %d", sets,
                   MAX_LEGAL);
    }
}

/* What a front end has room for: keys 1 to 9, and so many forms of one card side by side. */
enum { CARDS = 9, FORMS = 4 };

/* Moves that look alike are forms of one card. */
static void check_cards(struct load *load, int index)
{
    const struct scenario *sc = load->sc;
    const struct beat *beat = &sc->beat[index];
    int cards = 0, forms[MAX_MOVES] = { 0 };
    for (int i = beat->first_move; i < beat->first_move + beat->moves; i++) {
        const int card = sc->move[i].seen_as;
        cards += card == i ? 1 : 0;
        if (++forms[card] == FORMS + 1) {
            load_error(load, spot_key(load->table[MOVES].item[card]), "S046",
                       "more than %d moves look like \"%s\", itself counted", FORMS,
                       sc->move[card].id);
        }
    }
    if (cards > CARDS) {
        load_error(load, spot_key(load->table[BEATS].item[index]), "S046",
                   "%d moves that look different to choose from: the most is %d", cards, CARDS);
    }
}

/* A side that can only ever play the default has no choice to make. */
static void check_choices(struct load *load)
{
    for (int i = 0; i < load->sc->beats; i++) {
        const struct beat *beat = &load->sc->beat[i];
        int always = 0;
        for (int k = beat->first_move; k < beat->first_move + beat->moves; k++) {
            const bool gated = json_member(load->table[MOVES].item[k], "when") != NULL;
            always += !gated && !load->sc->move[k].again ? 1 : 0;
        }
        if (beat->pick == 0 && always < 2) {
            struct finding *finding = load_warning(
                load, spot_key(load->table[BEATS].item[i]), "S058",
                "in the beat \"%s\" only the default move is always there: a side may be left "
                "without a choice",
                beat->id);
            findings_expected(load->findings, finding,
                              "another move without \"when\" that is not \"again\"");
        }
    }
}

/* True where some move of the beat has a "default" that is neither true nor false: that is told. */
static bool has_wrong_default(const struct load *load, const struct beat *beat)
{
    for (int i = beat->first_move; i < beat->first_move + beat->moves; i++) {
        const struct json_value *value = json_member(load->table[MOVES].item[i], "default");
        if (value != NULL && value->type != JSON_BOOL) {
            return true;
        }
    }
    return false;
}

static void check_beats(struct load *load)
{
    for (int i = 0; i < load->sc->beats; i++) {
        const struct beat *beat = &load->sc->beat[i];
        const struct json_value *at = load->table[BEATS].item[i];
        if (load->astray) {
            continue;
        }
        if (beat->moves == 0) {
            load_error(load, spot_key(at), "S042", "the beat \"%s\" has no moves", at->key);
        } else if (beat->fallback == UINT8_MAX && !has_wrong_default(load, beat)) {
            struct finding *finding = load_error(load, spot_key(at), "S042",
                                                 "the beat \"%s\" has no default move", at->key);
            findings_expected(load->findings, finding, "one of its moves with \"default\": true");
        }
        if (beat->pick > 0) {
            check_pick(load, i);
        } else {
            check_cards(load, i);
        }
    }
}

/* ---- incidents ---- */

/* How many incidents of that sort can come in some round, and whether one may come again. */
static int count_incidents(const struct load *load, bool severe, bool *again)
{
    int count = 0;
    *again = false;
    for (int i = 0; i < load->sc->incidents; i++) {
        const struct incident *incident = &load->sc->incident[i];
        if (incident->severe == severe) {
            count++;
            *again = *again || !incident->once;
        }
    }
    return count;
}

static void check_supply(struct load *load)
{
    const bool window = load->sc->severe_from > 0;
    const struct json_value *calendar = json_member(load->root, "calendar");
    const int wanted = load_incident_rounds(load->sc, 1, load->sc->rounds) - (window ? 1 : 0);
    bool again, severe_again;
    const int fresh = count_incidents(load, false, &again);
    const int severe = count_incidents(load, true, &severe_again);
    if (wanted > 0 && fresh == 0) {
        load_error(load, spot_value(calendar), "S050", "no incident could come in %d of the rounds",
                   wanted);
    } else if (wanted > fresh && !again) {
        load_warning(load, spot_value(calendar), "S050",
                     "%d rounds draw from %d incident%s: some would come twice", wanted, fresh,
                     fresh == 1 ? "" : "s");
    }
    if (window && severe == 0) {
        load_error(load, spot_value(json_member(load->root, "severe")), "S050",
                   "no incident is severe");
    } else if (!window && severe > 0 && json_member(load->root, "severe") == NULL) {
        load_warning(load, spot_value(load->table[INCIDENTS].object), "S060",
                     "severe incidents never come: there is no \"severe\" window");
    }
}

/* The smallest and the largest product of a culprit's factors. */
static void weigh(const struct culprit *culprit, int64_t *least, int64_t *most)
{
    *least = *most = 1;
    for (int i = 0; i < culprit->times; i++) {
        const struct times *times = &culprit->by[i];
        int low = times->value[0], high = low;
        for (int k = 1; k < times->levels; k++) {
            low = times->value[k] < low ? times->value[k] : low;
            high = times->value[k] > high ? times->value[k] : high;
        }
        *least *= low;
        *most *= high;
    }
}

static void check_weights(struct load *load)
{
    enum { HEAVIEST = 1 << 24 };
    for (int i = 0; i < load->sc->incidents; i++) {
        const struct incident *incident = &load->sc->incident[i];
        const struct json_value *at = json_member(load->table[INCIDENTS].item[i], "culprits");
        int64_t least = 0, most = 0;
        for (int k = 0; k < load->sc->culprits; k++) {
            int64_t low, high;
            weigh(&load->sc->culprit[k], &low, &high);
            least += low * incident->culprit[k];
            most += high * incident->culprit[k];
        }
        if (at != NULL && at->type == JSON_OBJECT && (least == 0 || most > HEAVIEST)) {
            struct finding *finding =
                load_error(load, spot_value(at), "S051",
                           least == 0 ? "all culprits can weigh nothing at the same time"
                                      : "the culprits can weigh too much");
            findings_expected(load->findings, finding, "a sum from 1 to %d at all times", HEAVIEST);
        }
    }
}

/* An incident needs culprits, a trace and so on; without incidents none of that is needed. */
static void check_incidents(struct load *load)
{
    static const char *const needed[] = { "culprits", "trace", "kinds", "incidents" };
    if (load_incident_rounds(load->sc, 1, load->sc->rounds) == 0) {
        return;
    }
    for (int i = 0; i < 4; i++) {
        json_require(&load->check, load->root, needed[i]);
    }
    if (!load->undated && load->table[INCIDENTS].object != NULL) {
        check_supply(load);
    }
    if (load->sc->culprits > 0) {
        check_weights(load);
    }
}

/* ---- what nothing uses ---- */

static void warn_unused(struct load *load, enum collection collection, int index, const char *what)
{
    const struct table *table = &load->table[collection];
    load_warning(load, spot_key(table->item[index]), "S060", "the %s \"%s\" %s", table->one,
                 table->item[index]->key, what);
}

static void check_used(struct load *load)
{
    static const struct {
        enum collection collection;
        const char *what;
    } seldom[] = { { ROUNDS, "is not in the calendar" },
                   { CULPRITS, "is behind no incident" },
                   { KINDS, "has no incident" },
                   { WORDS, "stands in no text" } };
    for (size_t i = 0; i < sizeof seldom / sizeof *seldom; i++) {
        for (int k = 0; k < load->table[seldom[i].collection].count; k++) {
            if (!load->table[seldom[i].collection].used[k]) {
                warn_unused(load, seldom[i].collection, k, seldom[i].what);
            }
        }
    }
    for (int i = 0; i < load->sc->meters; i++) {
        const bool shown = load->sc->meter[i].shown != SHOWN_NOT;
        if (!load->meter_changed[i] && load->meter_read[i]) {
            warn_unused(load, METERS, i, "never changes");
        } else if (!load->meter_read[i] && !shown) {
            warn_unused(load, METERS, i, "is neither read nor shown");
        }
    }
}

/* ---- what stands there twice ---- */

static const struct json_value *title_of(const struct json_value *item)
{
    const struct json_value *title = json_member(json_member(item, "text"), "title");
    return title != NULL && title->type == JSON_STRING ? title : NULL;
}

static bool same_text(const struct json_value *a, const struct json_value *b)
{
    return a != NULL && b != NULL && a->length == b->length &&
           memcmp(a->text, b->text, a->length) == 0;
}

/* Titles of moves may be alike in different beats, and must be where one looks like the other. */
static bool may_be_alike(const struct load *load, enum collection collection, int one, int other)
{
    const struct move *move = load->sc->move;
    return collection == MOVES &&
           (move[one].beat != move[other].beat || move[one].seen_as == move[other].seen_as);
}

/* Warns of a member that is the copy of an earlier one, or is titled as it is. */
static void check_copies(struct load *load, enum collection collection, bool titles)
{
    const struct table *table = &load->table[collection];
    for (int i = 1; i < table->count; i++) {
        const struct json_value *one = table->item[i];
        for (int k = 0; k < i; k++) {
            const struct json_value *other = table->item[k];
            const struct json_value *title = title_of(one);
            if (same_text(one, other)) {
                load_warning(load, spot_key(one), "S066", "\"%s\" is \"%s\" again, word for word",
                             one->key, other->key);
                break;
            }
            if (titles && same_text(title, title_of(other)) &&
                !may_be_alike(load, collection, i, k)) {
                load_warning(load, spot_value(title), "S066", "\"%s\" has this title already",
                             other->key);
                break;
            }
        }
    }
}

static void check_commitments(struct load *load)
{
    bool pick = false;
    for (int i = 0; i < load->sc->beats; i++) {
        pick = pick || load->sc->beat[i].pick > 0;
    }
    for (int i = 0; i < load->sc->commitments; i++) {
        const int agreements = load->table[AGREEMENTS].count;
        if (i < agreements && !pick) {
            warn_unused(load, AGREEMENTS, i, "can never be signed: no beat picks agreements");
        } else if (i >= agreements && !load->promised[i]) {
            warn_unused(load, PROMISES, i - agreements, "is never given");
        }
    }
}

void load_check(struct load *load)
{
    check_beats(load);
    check_incidents(load);
    if (load->findings->errors == load->errors) { /* else what is wrong may be why */
        check_commitments(load);
        check_used(load);
        check_copies(load, MOVES, true);
        check_copies(load, ENDINGS, true);
        check_copies(load, INCIDENTS, false);
        check_choices(load);
        load_reach(load);
        load_fair(load);
    }
}
