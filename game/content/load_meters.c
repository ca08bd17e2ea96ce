/* load_meters.c: meters and the numbering of slots. */
#include "content/load.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* ---- the numbers of a meter ---- */

static void check_start(struct load *load, const struct json_value *value, int start,
                        const struct meter *meter)
{
    if (start < meter->lo || start > meter->hi) {
        const bool below = start < meter->lo;
        struct finding *finding =
            load_error(load, spot_value(value), "S012", "%d is %s the limit %d", start,
                       below ? "below" : "above", below ? meter->lo : meter->hi);
        findings_expected(load->findings, finding, "a whole number from %d to %d", meter->lo,
                          meter->hi);
    }
}

static void add_start(struct load *load, const struct json_value *value, struct meter *meter,
                      int party)
{
    int start = 0;
    if (json_expect_integer(&load->check, value, -MAX_AMOUNT, MAX_AMOUNT, &start)) {
        check_start(load, value, start, meter);
        meter->start[party][meter->starts[party]++] = (int16_t)start;
    }
}

/* A number, or a list to draw from. */
static void load_party_start(struct load *load, const struct json_value *value, struct meter *meter,
                             int party)
{
    if (value == NULL) {
        return;
    }
    if (value->type != JSON_ARRAY) {
        add_start(load, value, meter, party);
    } else if (json_expect_array(&load->check, value, 1, MAX_STARTS)) {
        for (const struct json_value *one = value->first; one != NULL; one = one->next) {
            add_start(load, one, meter, party);
        }
    }
}

/* { PARTY: start, PARTY: start }: one for each party, none left out. */
static void load_starts(struct load *load, const struct json_value *value, struct meter *meter)
{
    const int parties = load->table[PARTIES].count;
    if (!meter->party) {
        load_error(load, spot_value(value), "S023",
                   "a start for each party needs a number for each party (\"per\": \"party\")");
        return;
    }
    load_by_parties(load, value);
    for (int i = 0; i < parties; i++) {
        const char *party = load->table[PARTIES].item[i]->key;
        load_party_start(load, load_by_party(load, value, party), meter, i);
    }
    meter->apart = meter->starts[0] != meter->starts[1] ||
                   memcmp(meter->start[0], meter->start[1], sizeof meter->start[0]) != 0;
}

static void load_start(struct load *load, const struct json_value *value, struct meter *meter)
{
    if (value != NULL && value->type == JSON_OBJECT) {
        load_starts(load, value, meter);
        return;
    }
    load_party_start(load, value, meter, 0);
    meter->starts[1] = meter->starts[0];
    memcpy(meter->start[1], meter->start[0], sizeof meter->start[0]);
}

/* False where it is wrong, so that nothing can be held against it. */
static bool load_range(struct load *load, const struct json_value *value, struct meter *meter)
{
    int16_t range[2];
    meter->lo = -MAX_AMOUNT;
    meter->hi = MAX_AMOUNT;
    if (!load_pair(load, value, -MAX_AMOUNT, MAX_AMOUNT, range)) {
        return false;
    }
    if (range[0] >= range[1]) {
        char meant[32];
        struct finding *finding = load_error(load, spot_value(value), "S023",
                                             "the range is empty: %d to %d", range[0], range[1]);
        snprintf(meant, sizeof meant, "[%d, %d]", range[1], range[0]);
        findings_suggestion(load->findings, finding, range[0] > range[1] ? meant : NULL);
        return false;
    }
    meter->lo = range[0];
    meter->hi = range[1];
    return true;
}

/* A curve must not turn gains into losses anywhere in the meter's range. */
static void check_curve(struct load *load, const struct json_value *value, const int16_t line[2],
                        const struct meter *meter)
{
    for (int i = 0; i < 2; i++) {
        const int at = i == 0 ? meter->lo : meter->hi;
        if (line[0] + line[1] * at < 0) {
            load_error(load, spot_value(value), "S057", "at %d this turns changes round: %d %%", at,
                       line[0] + line[1] * at);
        }
    }
}

static void load_curve(struct load *load, const struct json_value *value, struct meter *meter,
                       bool ranged)
{
    const struct json_value *gain = json_member(value, "gain");
    const struct json_value *loss = json_member(value, "loss");
    if (gain == NULL && loss == NULL) {
        return;
    }
    meter->curved = true;
    json_require(&load->check, value, "gain");
    json_require(&load->check, value, "loss");
    if (load_pair(load, gain, -MAX_AMOUNT, MAX_AMOUNT, meter->gain) && ranged) {
        check_curve(load, gain, meter->gain, meter);
    }
    if (load_pair(load, loss, -MAX_AMOUNT, MAX_AMOUNT, meter->loss) && ranged) {
        check_curve(load, loss, meter->loss, meter);
    }
}

/* ---- its scale ---- */

static bool load_mark(struct load *load, const struct json_value *value, struct mark *mark)
{
    int at = 0;
    if (json_expect_array(&load->check, value, 2, 2) &&
        json_expect_integer(&load->check, value->first, -MAX_AMOUNT, MAX_AMOUNT, &at)) {
        mark->at = (int16_t)at;
        mark->title = load_phrase(load, value->first->next, voice_open(), LENGTH_ANY);
        return true;
    }
    return false;
}

static uint8_t load_scale(struct load *load, const struct json_value *value, struct mark mark[6],
                          bool *sound)
{
    int count = 0;
    *sound = true;
    if (!json_expect_array(&load->check, value, 1, 6)) {
        return 0;
    }
    for (const struct json_value *one = value->first; one != NULL; one = one->next) {
        *sound = load_mark(load, one, &mark[count]) && *sound;
        if (*sound && count > 0 && mark[count].at <= mark[count - 1].at) {
            load_error(load, spot_value(one), "S056", "%d does not follow %d: the scale goes up",
                       mark[count].at, mark[count - 1].at);
            *sound = false;
        }
        count++;
    }
    return (uint8_t)count;
}

static void load_scales(struct load *load, const struct json_value *value, struct meter *meter,
                        bool ranged)
{
    bool sound;
    const struct json_value *bands = json_member(value, "bands");
    meter->marks = load_scale(load, json_member(value, "marks"), meter->mark, &sound);
    for (int i = 0; ranged && sound && i < meter->marks; i++) {
        if (meter->mark[i].at < meter->lo || meter->mark[i].at > meter->hi) {
            load_warning(load, spot_value(json_member(value, "marks")), "S065",
                         "the mark at %d is beyond the range, %d to %d", meter->mark[i].at,
                         meter->lo, meter->hi);
        }
    }
    meter->bands = load_scale(load, bands, meter->band, &sound);
    if (ranged && sound && meter->bands > 0 && meter->band[meter->bands - 1].at < meter->hi) {
        struct finding *finding =
            load_error(load, spot_value(bands), "S056", "values from %d to %d have no word",
                       meter->band[meter->bands - 1].at + 1, meter->hi);
        findings_expected(load->findings, finding, "a last band up to %d", meter->hi);
    }
}

/* ---- a meter ---- */

static void load_looks(struct load *load, const struct json_value *value, struct meter *meter)
{
    static const char *const shows[] = { "none", "table", "side" };
    static const char *const goods[] = { "down", "none", "up" };
    meter->shown = (uint8_t)load_word(load, value, "show", shows, 3, SHOWN_NOT);
    meter->good = (int8_t)(load_word(load, value, "good", goods, 3, 1) - 1);
    if (meter->shown != SHOWN_NOT && meter->see == SEE_NONE) {
        load_error(load, spot_value(json_member(value, "show")), "S023",
                   "a meter that nobody sees is shown nowhere");
    }
}

static void load_meter(struct load *load, int index)
{
    static const char *const keys[] = { "per",  "see",  "start", "range", "gain", "loss", "reset",
                                        "show", "good", "marks", "bands", "text", "fact", NULL };
    static const char *const text_keys[] = { "title", "line", NULL };
    static const char *const pers[] = { "party" }, *const resets[] = { "act" };
    static const char *const sees[] = { "all", "own", "none" };
    const struct json_value *value = load->table[METERS].item[index];
    struct meter *meter = &load->sc->meter[index];
    meter->id = load_item_id(load, METERS, index);
    meter->hi = 100;
    if (!load_object(load, value, keys)) {
        return;
    }
    load_carrier(load, value, TAG_METER, index);
    load_word(load, value, "per", pers, 1, -1);
    meter->party = json_member(value, "per") != NULL;
    const int see = load_word(load, value, "see", sees, 3, -1);
    load->vague[index] = see < 0 && json_member(value, "see") != NULL;
    meter->see = (uint8_t)(see < 0 ? SEE_ALL : see);
    if (meter->see == SEE_OWN && !meter->party) {
        load_error(load, spot_value(json_member(value, "see")), "S023",
                   "\"own\" needs a number for each party (\"per\": \"party\")");
    }
    const bool ranged = load_range(load, json_require(&load->check, value, "range"), meter);
    load_start(load, json_require(&load->check, value, "start"), meter);
    load_curve(load, value, meter, ranged);
    meter->act = load_word(load, value, "reset", resets, 1, -1) == 0;
    load_looks(load, value, meter);
    load_scales(load, value, meter, ranged);
    const struct json_value *text = load_texts(load, value, text_keys, true);
    meter->title = load_need(load, text, "title", voice_open(), LENGTH_ANY);
    meter->line = load_text(load, text, "line", voice_open(), LENGTH_METER_LINE);
}

/* ---- slots ---- */

/* There is room for them all: two a meter, four a commitment, and each has a limit of its own. */
static int take_slots(struct load *load, int count)
{
    const int slot = load->sc->slots;
    load->sc->slots += count;
    assert(load->sc->slots <= MAX_SLOTS);
    return slot;
}

static void number_meters(struct load *load)
{
    for (int i = 0; i < load->sc->meters; i++) {
        const bool party = json_member(load->table[METERS].item[i], "per") != NULL;
        const int slot = take_slots(load, party ? 2 : 1);
        load->sc->meter[i].slot = (uint8_t)slot;
        for (int k = slot; k < slot + (party ? 2 : 1); k++) {
            load->sc->slot_meter[k] = (uint8_t)i;
        }
    }
}

static void number_commitments(struct load *load)
{
    struct scenario *sc = load->sc;
    const int agreements = load->table[AGREEMENTS].count;
    sc->commitments = agreements + load->table[PROMISES].count;
    if (sc->commitments > MAX_COMMITMENTS) {
        load_error(load, spot_value(load->table[PROMISES].object), "S009",
                   "%d agreements and promises: the most is %d", sc->commitments, MAX_COMMITMENTS);
        sc->commitments = MAX_COMMITMENTS;
    }
    sc->agreements = agreements;
    for (int i = 0; i < sc->commitments; i++) {
        struct commitment *commitment = &sc->commitment[i];
        const int width = i < agreements ? 1 : 2;
        commitment->promise = i >= agreements;
        commitment->slot = (uint8_t)take_slots(load, width);
        commitment->age = (uint8_t)take_slots(load, width);
        if (i < agreements) {
            sc->agreement[i] = (uint8_t)i;
        }
    }
}

void load_meters(struct load *load)
{
    struct scenario *sc = load->sc;
    sc->meters = load->table[METERS].count;
    sc->slots = SLOT_FIRST_METER;
    memset(sc->slot_meter, NONE, sizeof sc->slot_meter);
    number_meters(load);
    number_commitments(load);
    for (int i = 0; i < sc->meters; i++) {
        load_meter(load, i);
    }
}
