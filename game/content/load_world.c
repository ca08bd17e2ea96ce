/* load_world.c: the calendar, kinds of round, beats, and who is hit how often. */
#include "content/load.h"

#include <string.h>

static const char *const title_keys[] = { "title", "coach", NULL };

/* ---- rounds and beats ---- */

static void load_round(struct load *load, int index)
{
    static const char *const keys[] = { "beats", "incident", "closes", "text", "fact", NULL };
    const struct json_value *value = load->table[ROUNDS].item[index];
    struct round_kind *kind = &load->sc->round_kind[index];
    kind->id = load_item_id(load, ROUNDS, index);
    if (!load_object(load, value, keys)) {
        load->homeless = true;
        return;
    }
    load_carrier(load, value, TAG_ROUND, index);
    kind->incident = load_flag(load, value, "incident");
    kind->closes = load_flag(load, value, "closes");
    kind->title = load_need(load, load_texts(load, value, title_keys, true), "title", voice_open(),
                            LENGTH_ANY);
    const struct json_value *beats = json_require(&load->check, value, "beats");
    if (!json_expect_array(&load->check, beats, 1, MAX_ROUND_BEATS)) {
        load->homeless = true;
        return;
    }
    for (const struct json_value *one = beats->first; one != NULL; one = one->next) {
        const bool used = one->type == JSON_STRING && load_find(load, BEATS, one->string) >= 0 &&
                          load->table[BEATS].used[load_find(load, BEATS, one->string)];
        const int beat = load_id(load, BEATS, one);
        load->homeless = load->homeless || beat < 0;
        if (used && beat >= 0) {
            load->torn[beat] = true;
            load_error(load, spot_value(one), "S040",
                       "the beat \"%s\" stands in a kind of round already", one->string);
        } else if (beat >= 0) {
            load->sc->beat[beat].round_kind = (uint8_t)index;
            load->sc->beat[beat].place = kind->beats;
            kind->beat[kind->beats++] = (uint8_t)beat;
        }
    }
}

/* Victim and suspect act where there is an incident, both elsewhere. False where it is otherwise. */
static bool check_by(struct load *load, const struct json_value *value, struct beat *beat)
{
    const bool incident = load->sc->round_kind[beat->round_kind].incident;
    const struct json_value *by = json_member(value, "by");
    if (by != NULL && by->type == JSON_STRING && incident == (beat->by == BY_BOTH)) {
        struct finding *finding =
            load_error(load, spot_value(by), "S041",
                       incident ? "in a round with an incident one side acts"
                                : "without an incident there is neither victim "
                                  "nor suspect");
        findings_expected(load->findings, finding,
                          incident ? "\"victim\" or \"suspect\"" : "\"both\"");
        return false;
    }
    if (beat->by != BY_BOTH && (beat->pick > 0 || beat->secret)) {
        load_error(load, spot_value(value), "S041",
                   "\"pick\" and \"secret\" belong to beats by both");
        beat->pick = 0;
    }
    return true;
}

/* Who acts in a beat that does not say so, as far as can be told. */
static int likely_by(const struct load *load, int index)
{
    const struct table *moves = &load->table[MOVES];
    if (!load->sc->round_kind[load->sc->beat[index].round_kind].incident) {
        return BY_BOTH;
    }
    for (int i = 0; i < moves->count; i++) {
        const struct json_value *beat = json_member(moves->item[i], "beat");
        if (beat != NULL && beat->type == JSON_STRING &&
            strcmp(beat->string, load->table[BEATS].item[index]->key) == 0 &&
            json_member(moves->item[i], "says") != NULL) {
            return BY_SUSPECT;
        }
    }
    return BY_VICTIM;
}

static void load_beat(struct load *load, int index)
{
    static const char *const keys[] = { "by", "pick", "secret", "when", "text", "fact", NULL };
    static const char *const by[] = { "victim", "suspect", "both" };
    const struct json_value *value = load->table[BEATS].item[index];
    struct beat *beat = &load->sc->beat[index];
    beat->id = load_item_id(load, BEATS, index);
    if (!load_object(load, value, keys)) {
        return;
    }
    load_carrier(load, value, TAG_BEAT, index);
    json_require(&load->check, value, "by");
    beat->by = (uint8_t)load_word(load, value, "by", by, 3, likely_by(load, index));
    beat->pick = (uint8_t)load_integer(load, value, "pick", 0, 3, 0);
    beat->secret = load_flag(load, value, "secret");
    beat->title = load_need(load, load_texts(load, value, title_keys, true), "title", voice_open(),
                            LENGTH_ANY);
    if (!load->table[BEATS].used[index] && load->homeless) {
        return;
    }
    if (!load->table[BEATS].used[index]) {
        load_error(load, spot_key(value), "S040", "the beat \"%s\" stands in no kind of round",
                   value->key);
        return;
    }
    if (!load->torn[index] && !check_by(load, value, beat)) {
        beat->by = (uint8_t)likely_by(load, index);
    }
}

/* True where a move of the beat stands for sets of agreements. */
static bool has_sets(const struct load *load, int index)
{
    const struct table *moves = &load->table[MOVES];
    for (int i = 0; i < moves->count; i++) {
        const struct json_value *beat = json_member(moves->item[i], "beat");
        if (beat != NULL && beat->type == JSON_STRING &&
            strcmp(beat->string, load->table[BEATS].item[index]->key) == 0 &&
            json_member(moves->item[i], "each") != NULL) {
            return true;
        }
    }
    return false;
}

/* Of several beats that pick, the one whose moves are made for it is right. */
static void check_picks(struct load *load)
{
    int right = -1;
    for (int i = load->sc->beats - 1; i >= 0; i--) {
        const bool better = right < 0 || has_sets(load, i) || !has_sets(load, right);
        right = load->sc->beat[i].pick > 0 && better ? i : right;
    }
    for (int i = 0; i < load->sc->beats; i++) {
        const struct json_value *value = load->table[BEATS].item[i];
        if (load->sc->beat[i].pick > 0 && i != right) {
            load_error(load, spot_value(json_member(value, "pick")), "S044",
                       "only one beat may pick agreements");
            load->sc->beat[i].pick = 0;
        }
    }
}

/* ---- calendar ---- */

static void load_calendar(struct load *load)
{
    struct scenario *sc = load->sc;
    const struct json_value *list = json_require(&load->check, load->root, "calendar");
    if (!json_expect_array(&load->check, list, 1, MAX_ROUNDS)) {
        load->undated = true;
        return;
    }
    for (const struct json_value *one = list->first; one != NULL; one = one->next) {
        const int kind = load_id(load, ROUNDS, one);
        load->undated = load->undated || kind < 0;
        sc->calendar[sc->rounds++] = (uint8_t)(kind < 0 ? 0 : kind);
    }
}

/* One text a round. */
static void load_dates(struct load *load, const char *key, struct phrase date[MAX_ROUNDS])
{
    const struct scenario *sc = load->sc;
    const struct json_value *list = json_member(load->root, key);
    if (list == NULL || sc->rounds == 0 || !json_expect_array(&load->check, list, 1, MAX_ROUNDS)) {
        return;
    }
    if (list->count != sc->rounds) {
        struct finding *finding = load_error(load, spot_value(list), "S047",
                                             "%d dates for %d rounds", list->count, sc->rounds);
        findings_expected(load->findings, finding, "as many as \"calendar\" has rounds");
    }
    int at = 0;
    for (const struct json_value *one = list->first; one != NULL; one = one->next) {
        date[at++] = load_phrase(load, one, voice_open(), LENGTH_ANY);
    }
}

int load_incident_rounds(const struct scenario *sc, int from, int to)
{
    int count = 0;
    for (int round = from; round <= to && round <= sc->rounds; round++) {
        count += sc->round_kind[sc->calendar[round - 1]].incident ? 1 : 0;
    }
    return count;
}

static void load_severe(struct load *load)
{
    static const char *const keys[] = { "window", NULL };
    const struct json_value *severe = json_member(load->root, "severe");
    int16_t window[2];
    if (severe == NULL || !load_object(load, severe, keys) || load->sc->rounds == 0) {
        return;
    }
    const struct json_value *value = json_require(&load->check, severe, "window");
    if (!load_pair(load, value, 1, load->sc->rounds, window)) {
        return;
    }
    if (!load->undated &&
        (window[0] > window[1] || load_incident_rounds(load->sc, window[0], window[1]) == 0)) {
        load_error(load, spot_value(value), "S048", "no round from %d to %d brings an incident",
                   window[0], window[1]);
    }
    load->sc->severe_from = window[0];
    load->sc->severe_to = window[1];
}

/* The order may not break what the scenario says of streak and share. */
static void check_order(struct load *load, const struct json_value *list, int all)
{
    const struct scenario *sc = load->sc;
    int struck[MAX_PARTIES] = { 0 }, run = 0;
    bool fits = list->count <= all;
    for (int i = 0; i < sc->role_orders; i++) {
        const int victim = sc->role_order[i];
        run = i > 0 && victim == sc->role_order[i - 1] ? run + 1 : 1;
        fits = fits && run <= sc->role_streak && ++struck[victim] <= sc->role_share;
    }
    if (!fits && !load->undated) {
        struct finding *finding =
            load_error(load, spot_value(list), "S049", "this order asks for too much");
        findings_expected(load->findings, finding,
                          "no more than %d incidents, %d running and %d in all for one side", all,
                          sc->role_streak, sc->role_share);
    }
}

static void load_order(struct load *load, const struct json_value *list, int all)
{
    if (list == NULL || !json_expect_array(&load->check, list, 1, MAX_ROUNDS)) {
        return;
    }
    for (const struct json_value *one = list->first; one != NULL; one = one->next) {
        const int party = load_id(load, PARTIES, one);
        load->sc->role_order[load->sc->role_orders++] = (uint8_t)(party < 0 ? 0 : party);
    }
    check_order(load, list, all);
}

/* In the worst case one side is hit as often and as early as it may be; then the other takes all
 * that are left. */
static void load_roles(struct load *load)
{
    static const char *const keys[] = { "order", "streak", "share", NULL };
    struct scenario *sc = load->sc;
    const struct json_value *roles = json_member(load->root, "roles");
    const int all = load_incident_rounds(sc, 1, sc->rounds);
    sc->role_streak = MAX_ROUNDS;
    sc->role_share = MAX_ROUNDS;
    if (roles == NULL || !load_object(load, roles, keys)) {
        return;
    }
    sc->role_streak = load_integer(load, roles, "streak", 1, MAX_ROUNDS, MAX_ROUNDS);
    sc->role_share = load_integer(load, roles, "share", 1, MAX_ROUNDS, MAX_ROUNDS);
    if (load->undated) {
        load_order(load, json_member(roles, "order"), all);
        return;
    }
    if (2 * sc->role_share < all) {
        load_error(load, spot_value(roles), "S049", "%d incidents and a share of %d: too many", all,
                   sc->role_share);
    } else if (sc->role_share < all &&
               all - sc->role_share - (sc->role_share - 1) / sc->role_streak > sc->role_streak) {
        load_warning(load, spot_value(roles), "S049",
                     "with %d incidents, one side may have to be hit more than %d times running",
                     all, sc->role_streak);
    }
    load_order(load, json_member(roles, "order"), all);
}

/* ---- the coach ---- */

/* At a beat the side that decides is spoken to, and so it may be told what it knows. */
static struct voice coach_voice(const struct beat *beat)
{
    static const uint8_t own[] = {
        [BY_VICTIM] = OWN_VICTIM, [BY_SUSPECT] = OWN_SUSPECT, [BY_BOTH] = OWN_ANY
    };
    return (struct voice){ .scope = { .kinds = (uint8_t)(1u << beat->round_kind),
                                      .has_case = beat->by != BY_BOTH,
                                      .own = (enum own)own[beat->by] },
                           .audience = FOR_OWN };
}

void load_coach(struct load *load)
{
    struct scenario *sc = load->sc;
    for (int i = 0; i < sc->beats; i++) {
        const struct json_value *text = json_member(load->table[BEATS].item[i], "text");
        sc->beat[i].coach = load_text(load, text, "coach", coach_voice(&sc->beat[i]), LENGTH_ANY);
    }
    for (int i = 0; i < sc->round_kinds; i++) {
        const struct json_value *text = json_member(load->table[ROUNDS].item[i], "text");
        const struct voice voice = {
            .scope = { .has_case = sc->round_kind[i].incident, .own = OWN_ANY }, .audience = FOR_OWN
        };
        sc->round_kind[i].coach = load_text(load, text, "coach", voice, LENGTH_ANY);
    }
}

void load_beat_gates(struct load *load)
{
    for (int i = 0; i < load->sc->beats; i++) {
        struct beat *beat = &load->sc->beat[i];
        const struct scope scope = { .kinds = (uint8_t)(1u << beat->round_kind) };
        beat->when = load_gate(load, json_member(load->table[BEATS].item[i], "when"), scope,
                               FOR_BOTH, "a beat");
    }
}

void load_world(struct load *load)
{
    struct scenario *sc = load->sc;
    sc->round_kinds = load->table[ROUNDS].count;
    load->homeless = load->table[ROUNDS].object == NULL;
    sc->beats = load->table[BEATS].count;
    for (int i = 0; i < sc->round_kinds; i++) {
        load_round(load, i);
    }
    for (int i = 0; i < sc->beats; i++) {
        load_beat(load, i);
    }
    check_picks(load);
    load_calendar(load);
    load_severe(load);
    load_roles(load);
    load_dates(load, "dates", load->sc->date);
    load_dates(load, "dates_in", load->sc->dated);
}
