/* load_incidents.c: kinds of incident and the incidents. */
#include "content/load.h"

#include "json/buffer.h"

#include <stdlib.h>
#include <string.h>

/* What is said at an incident: by a move, in a case, to the other side. */
static struct voice speech_voice(const struct load *load, int move)
{
    const struct beat *beat = &load->sc->beat[load->sc->move[move].beat];
    return (struct voice){ .scope = { .has_case = beat->by != BY_BOTH,
                                      .own = beat->by == BY_VICTIM    ? OWN_VICTIM
                                             : beat->by == BY_SUSPECT ? OWN_SUSPECT
                                                                      : OWN_ANY },
                           .audience = FOR_BOTH };
}

static void load_speech(struct load *load, const struct json_value *object,
                        struct phrase speech[MAX_MOVES])
{
    if (!json_expect_object(&load->check, object)) {
        return;
    }
    for (const struct json_value *one = object->first; one != NULL; one = one->next) {
        if (strncmp(one->key, "x-", 2) == 0) {
            continue;
        }
        const int named = load_find(load, MOVES, one->key);
        const int move = named >= 0 ? named : load_mean(load, MOVES, one);
        if (move < 0) {
            continue;
        }
        speech[move] = load_phrase(load, one, speech_voice(load, move), LENGTH_SPOKEN);
    }
}

static void load_kind(struct load *load, int index)
{
    static const char *const keys[] = { "text", "speech", "fact", NULL };
    static const char *const text_keys[] = { "title", NULL };
    const struct json_value *value = load->table[KINDS].item[index];
    struct kind *kind = &load->sc->kind[index];
    kind->id = load_item_id(load, KINDS, index);
    if (load_object(load, value, keys)) {
        load_carrier(load, value, TAG_KIND, index);
        kind->title = load_need(load, load_texts(load, value, text_keys, true), "title",
                                voice_open(), LENGTH_ANY);
        load_speech(load, json_member(value, "speech"), kind->speech);
    }
}

/* ---- an incident ---- */

/* The culprit for which a member of an object keyed by culprits stands; -1 and a finding where it is
 * none. */
static int culprit_key(struct load *load, const struct json_value *one)
{
    const int culprit = load_find(load, CULPRITS, one->key);
    return culprit >= 0 ? culprit : load_mean(load, CULPRITS, one);
}

static void load_suspects(struct load *load, const struct json_value *object,
                          struct incident *incident)
{
    if (!json_expect_object(&load->check, object)) {
        return;
    }
    for (const struct json_value *one = object->first; one != NULL; one = one->next) {
        int weight = 0;
        const int culprit = strncmp(one->key, "x-", 2) == 0 ? -1 : culprit_key(load, one);
        if (culprit >= 0 && json_expect_integer(&load->check, one, 0, 100, &weight)) {
            incident->culprit[culprit] = (int16_t)weight;
            load->table[CULPRITS].used[culprit] = true;
        }
    }
}

/* The ids of a list with blanks between them, as a person would write them. */
static const char *join_facts(struct load *load, const struct json_value *list)
{
    struct buffer joined = buffer_init();
    for (const struct json_value *one = list->first; one != NULL; one = one->next) {
        buffer_add_string(&joined, one == list->first ? "" : " ");
        buffer_add_string(&joined, one->type == JSON_STRING ? one->string : "");
    }
    char *text = buffer_finish(&joined);
    const char *facts = text == NULL ? "" : load_copy(load, text);
    load->findings->out_of_memory = load->findings->out_of_memory || text == NULL;
    free(text);
    return facts;
}

/* What is called a fact says which, and its source says where it is to be found. */
static void check_claim(struct load *load, const struct json_value *source, bool noted)
{
    const struct json_value *claim = json_member(source, "claim");
    const struct json_value *facts = json_member(source, "fact");
    const bool is =
        claim != NULL && claim->type == JSON_STRING && strcmp(claim->string, "fact") == 0;
    if (!is || (noted && facts != NULL && facts->count > 0)) {
        return;
    }
    struct finding *finding = load_warning(load, spot_value(claim), "S064",
                                           noted ? "this is called a fact, and no fact is given"
                                                 : "this is called a fact, and its "
                                                   "source does not say where it stands");
    findings_expected(load->findings, finding,
                      "\"fact\": [ID] beside it and a source with a \"note\", or \"claim\"");
}

static void load_source(struct load *load, const struct json_value *value,
                        struct incident *incident)
{
    static const char *const keys[] = { "ref", "fact", "claim", NULL };
    static const char *const claims[] = { "fact", "claim", "invention" };
    const struct json_value *source = json_require(&load->check, value, "source");
    incident->ref = incident->facts = "";
    incident->claim = claims[2];
    if (source == NULL || !load_object(load, source, keys)) {
        return;
    }
    const struct json_value *ref = json_require(&load->check, source, "ref");
    const int note = load_id(load, SOURCES, ref);
    if (note >= 0) {
        incident->ref = load_copy(load, ref->string);
    }
    json_require(&load->check, source, "claim");
    incident->claim = claims[load_word(load, source, "claim", claims, 3, 2)];
    const struct json_value *facts = json_member(source, "fact");
    incident->facts = facts == NULL ? "" : join_facts(load, facts);
    load_carried(load, facts, value, TAG_INCIDENT, (int)(incident - load->sc->incident));
    check_claim(load, source, note >= 0 && json_member(load->table[SOURCES].item[note], "note"));
}

static void load_truths(struct load *load, const struct json_value *object,
                        struct incident *incident)
{
    const struct voice voice = { .scope = { .has_case = true, .truth = true },
                                 .audience = FOR_BOTH };
    const int trouble = load_trouble(load);
    if (!json_expect_object(&load->check, object)) {
        return;
    }
    for (const struct json_value *one = object->first; one != NULL; one = one->next) {
        const int culprit = strncmp(one->key, "x-", 2) == 0 ? -1 : culprit_key(load, one);
        if (culprit >= 0) {
            incident->truth[culprit] = load_phrase(load, one, voice, LENGTH_TRUTH);
        }
    }
    for (int i = 0; i < load->sc->culprits && load_trouble(load) == trouble; i++) {
        if (incident->culprit[i] > 0 && incident->truth[i].count == 0 &&
            json_member(object, load->table[CULPRITS].item[i]->key) == NULL) {
            json_require(&load->check, object, load->table[CULPRITS].item[i]->key);
        }
    }
}

static void load_incident_texts(struct load *load, const struct json_value *value,
                                struct incident *incident)
{
    static const char *const keys[] = { "title", "dispatch", "trace", "headline",
                                        "truth", "answers",  NULL };
    static const char *const levels[] = { "low", "medium", "high", NULL };
    static const char *const sides[] = { "home", "abroad", NULL };
    const struct voice both = { .scope = { .has_case = true }, .audience = FOR_BOTH };
    const struct voice victim = { .scope = { .has_case = true }, .audience = FOR_VICTIM };
    const struct json_value *text = load_texts(load, value, keys, true);
    incident->title = load_need(load, text, "title", both, LENGTH_INCIDENT_TITLE);
    incident->dispatch = load_need(load, text, "dispatch", both, LENGTH_DISPATCH);
    const struct json_value *trace = json_require(&load->check, text, "trace");
    const struct json_value *headline = json_require(&load->check, text, "headline");
    if (trace != NULL && load_object(load, trace, levels)) {
        for (int i = 0; i < MAX_CONFIDENCE; i++) {
            incident->trace[i] = load_need(load, trace, levels[i], victim, LENGTH_TRACE);
        }
    }
    if (headline != NULL && load_object(load, headline, sides)) {
        incident->home = load_need(load, headline, "home", both, LENGTH_HEADLINE);
        incident->abroad = load_need(load, headline, "abroad", both, LENGTH_HEADLINE);
    }
    load_truths(load, json_require(&load->check, text, "truth"), incident);
    load_speech(load, json_member(text, "answers"), incident->speech);
}

static void load_numbers(struct load *load, const struct json_value *value,
                         struct incident *incident)
{
    const struct json_value *severity = json_require(&load->check, value, "severity");
    if (load_pair(load, severity, 0, 100, incident->severity) &&
        incident->severity[0] > incident->severity[1]) {
        load_error(load, spot_value(severity), "S023", "the range is empty: %d to %d",
                   incident->severity[0], incident->severity[1]);
    }
    incident->weight = (int16_t)load_integer(load, value, "weight", 1, MAX_WEIGHT, 1);
    incident->severe = load_flag(load, value, "severe");
    incident->once = true;
    json_expect_bool(&load->check, json_member(value, "once"), &incident->once);
}

static void load_incident(struct load *load, int index)
{
    static const char *const keys[] = { "kind",   "severity", "weight", "when", "once",
                                        "severe", "culprits", "source", "text", NULL };
    const struct json_value *value = load->table[INCIDENTS].item[index];
    struct incident *incident = &load->sc->incident[index];
    const struct scope scope = { .has_case = true, .undrawn = true };
    incident->id = load_item_id(load, INCIDENTS, index);
    if (!load_object(load, value, keys)) {
        return;
    }
    const int kind = load_id(load, KINDS, json_require(&load->check, value, "kind"));
    incident->kind = (uint8_t)(kind < 0 ? 0 : kind);
    load_numbers(load, value, incident);
    incident->when = load_gate(load, json_member(value, "when"), scope, FOR_BOTH, "an incident");
    load_suspects(load, json_require(&load->check, value, "culprits"), incident);
    load_source(load, value, incident);
    load_incident_texts(load, value, incident);
}

void load_incidents(struct load *load)
{
    load->sc->kinds = load->table[KINDS].count;
    for (int i = 0; i < load->sc->kinds; i++) {
        load_kind(load, i);
    }
    load->sc->incidents = load->table[INCIDENTS].count;
    for (int i = 0; i < load->sc->incidents; i++) {
        load_incident(load, i);
    }
}
