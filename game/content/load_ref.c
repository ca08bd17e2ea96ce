/* load_ref.c: the names of numbers: what a condition or an amount reads, what an effect changes. */
#include "content/load.h"

#include <stdio.h>
#include <string.h>

enum { MANY = 999, NAME_SIZE = 2 * JSON_ID_MAX + 24 }; /* "report.age.suspect" */

static const char *const whose[] = { "own", "other", "victim", "suspect" };

/* A name cut at its points. */
struct parts {
    const char *name; /* as written */
    char text[NAME_SIZE];
    const char *part[3];
    int count;
};

static bool cut(const char *name, struct parts *parts)
{
    parts->name = name;
    parts->count = 0;
    const size_t length = strlen(name);
    if (length >= sizeof parts->text) {
        return false;
    }
    memcpy(parts->text, name, length + 1);
    char *rest = parts->text;
    while (rest != NULL && parts->count < 3) {
        parts->part[parts->count++] = rest;
        rest = strchr(rest, '.');
        if (rest != NULL) {
            *rest++ = '\0';
        }
    }
    return rest == NULL;
}

/* ---- findings about names ---- */

static bool unknown_name(struct load *load, struct spot spot, const char *name, bool target)
{
    static const char *const acts[] = { "reveal",  "retrace", "inspect",
                                        "promise", "break",   "confidence" };
    const char *names[BUILT_INS];
    char message[120];
    for (size_t i = 0; i < BUILT_INS; i++) {
        names[i] = load_built_ins[i].name;
    }
    snprintf(message, sizeof message,
             target ? "no meter is called \"%.60s\"" : "nothing is called \"%.60s\"", name);
    load_dangling(load,
                  (struct missing){
                      .spot = spot,
                      .code = "S020",
                      .message = message,
                      .expected = target ? "a meter or an act such as \"reveal\""
                                         : "a meter, an agreement, a promise, a beat or a name of "
                                           "the format",
                      .name = name,
                      .set = { METERS, AGREEMENTS, PROMISES, BEATS },
                      .sets = target ? 1 : 4,
                      .word = target ? acts : names,
                      .words = target ? sizeof acts / sizeof *acts : BUILT_INS });
    return false;
}

/* Nothing of a name is right but what stands before its point number `part`. */
static bool wrong_suffix(struct load *load, struct spot spot, const struct parts *parts, int part,
                         const char *why, const char *expected, const char *const words[],
                         size_t count)
{
    char message[120];
    snprintf(message, sizeof message, "\"%.60s\" %s", parts->name, why);
    load_dangling(load, (struct missing){ .spot = spot,
                                          .code = "S021",
                                          .message = message,
                                          .expected = expected,
                                          .name = parts->name,
                                          .part = part,
                                          .set = { PARTIES },
                                          .sets = words == whose ? 1 : 0,
                                          .word = words,
                                          .words = count });
    return false;
}

/* A name that needs a part more, or has one too many: what it should be. */
static bool wrong_length(struct load *load, struct spot spot, const char *name, const char *why,
                         const char *expected, const char *meant)
{
    struct finding *finding = load_error(load, spot, "S021", "\"%.60s\" %s", name, why);
    findings_expected(load->findings, finding, "%s", expected);
    load_suggest_name(load, finding, spot, meant);
    return false;
}

static bool not_here(struct load *load, struct spot spot, const char *name, const char *why)
{
    load_error(load, spot, "S022", "\"%.60s\" means nothing here: %s", name, why);
    return false;
}

/* ---- whose number ---- */

/* Says what would have been right here: every form of the name that means something. */
static bool wrong_party(struct load *load, const struct parts *parts, int at, struct spot spot,
                        struct scope scope)
{
    const char *names[4 + MAX_PARTIES];
    char head[NAME_SIZE], list[(4 + MAX_PARTIES) * NAME_SIZE] = "";
    int count = 0, length = 0;
    for (int i = scope.own == OWN_NONE ? 2 : 0; i < (scope.has_case ? 4 : 2); i++) {
        names[count++] = whose[i];
    }
    for (int i = 0; i < load->table[PARTIES].count; i++) {
        names[count++] = load->table[PARTIES].item[i]->key;
    }
    snprintf(head, sizeof head, "%s%s", parts->part[0], at == 2 ? ".age" : "");
    for (int i = 0; i < count; i++) {
        length += snprintf(list + length, sizeof list - (size_t)length, "%s%.*s.%s",
                           i == 0          ? ""
                           : i + 1 < count ? ", "
                                           : " or ",
                           JSON_ID_MAX + 4, head, names[i]);
        length = length < (int)sizeof list ? length : (int)sizeof list - 1;
    }
    if (at + 1 == parts->count) {
        return wrong_suffix(load, spot, parts, at, "names no side that there is", list, whose, 4);
    }
    if (at == 1 && parts->count == 3) {
        static const char *const ages[] = { "age" };
        return wrong_suffix(load, spot, parts, 1, "has a part too many, or one that is not known",
                            list, ages, 1);
    }
    snprintf(head + strlen(head), sizeof head - strlen(head), ".own");
    return wrong_length(load, spot, parts->name,
                        parts->count == at ? "does not say whose number it is"
                                           : "has a part too many, or one that is not known",
                        list, parts->count == at && scope.own != OWN_NONE ? head : NULL);
}

static bool party_who(struct load *load, const struct parts *parts, int at, struct spot spot,
                      struct scope scope, struct reading *out)
{
    const char *who = at + 1 == parts->count ? parts->part[at] : "";
    for (int i = 0; i < 4; i++) {
        if (strcmp(whose[i], who) == 0) {
            out->ref.who = (uint8_t)(WHO_OWN + i);
            if (i < 2 && scope.own == OWN_NONE) {
                return not_here(load, spot, parts->name,
                                "no side is at work; \"each\" runs a row for both");
            }
            if (i >= 2 && !scope.has_case) {
                return not_here(load, spot, parts->name, "there is no case");
            }
            return true;
        }
    }
    const int party = load_find(load, PARTIES, who);
    if (party >= 0) {
        out->ref.who = (uint8_t)(WHO_FIRST + party);
        return true;
    }
    return wrong_party(load, parts, at, spot, scope);
}

static bool shared_who(struct load *load, const struct parts *parts, int used, struct spot spot,
                       struct reading *out)
{
    out->ref.who = WHO_SHARED;
    return used == parts->count ||
           wrong_length(load, spot, parts->name, "is shared: it belongs to no side",
                        "the bare name", parts->part[0]);
}

/* ---- what it is ---- */

/* How often a name begins so in the file, as a key. */
static int times_quoted(const struct source *source, const char *name, char end)
{
    const size_t length = strlen(name);
    int count = 0;
    for (size_t i = 0; i + length + 1 < source->length; i++) {
        const char *at = source->text + i;
        count += at[0] == '"' && memcmp(at + 1, name, length) == 0 && at[1 + length] == end;
    }
    return count;
}

/* A meter with one number that is named with a side wherever it is named: told at the meter. */
static bool lacks_per(struct load *load, int index)
{
    const struct json_value *item = load->table[METERS].item[index];
    const int sided = times_quoted(item->place.source, item->key, '.');
    if (sided < 2 || times_quoted(item->place.source, item->key, '"') > 1) {
        return false;
    }
    if (!load->sideless[index]) {
        load->sideless[index] = true;
        struct finding *finding = load_error(
            load, spot_value(item), "S005",
            "the key \"per\" is missing: \"%s\" is named with a side %d times", item->key, sided);
        findings_expected(load->findings, finding, "\"per\": \"party\"");
    }
    return true;
}

static bool read_meter(struct load *load, int index, const struct parts *parts, struct spot spot,
                       struct scope scope, struct reading *out)
{
    const struct meter *meter = &load->sc->meter[index];
    out->meter = index;
    out->ref.index = meter->slot;
    out->kind = VALUE_NUMBER;
    out->lo = meter->lo;
    out->hi = meter->hi;
    out->knowledge = meter->see == SEE_ALL   ? KNOWN_ALL
                     : meter->see == SEE_OWN ? KNOWN_OWNER
                                             : KNOWN_NOBODY;
    if (!meter->party && parts->count > 1 && lacks_per(load, index)) {
        return false;
    }
    return meter->party ? party_who(load, parts, 1, spot, scope, out)
                        : shared_who(load, parts, 1, spot, out);
}

static bool read_commitment(struct load *load, int index, const struct parts *parts,
                            struct spot spot, struct scope scope, struct reading *out)
{
    const struct commitment *commitment = &load->sc->commitment[index];
    const bool age = parts->count > 1 && strcmp(parts->part[1], "age") == 0;
    out->commitment = index;
    out->ref.index = age ? commitment->age : commitment->slot;
    out->kind = age ? VALUE_NUMBER : VALUE_FLAG;
    out->hi = age ? MAX_ROUNDS : 1;
    const int used = age ? 2 : 1;
    return commitment->promise ? party_who(load, parts, used, spot, scope, out)
                               : shared_who(load, parts, used, spot, out);
}

static bool read_beat(struct load *load, int index, const struct parts *parts, struct spot spot,
                      struct scope scope, struct reading *out)
{
    static const char *const suffixes[] = { "really", "family", "public" };
    const struct beat *beat = &load->sc->beat[index];
    if (!scope.has_case || scope.undrawn || beat->by == BY_BOTH) {
        return not_here(load, spot, parts->name,
                        beat->by == BY_BOTH ? "no case remembers a beat in which both choose"
                                            : "there is no case");
    }
    int suffix = parts->count == 1 ? -1 : 3;
    for (int i = 0; i < 3 && parts->count == 2; i++) {
        suffix = strcmp(suffixes[i], parts->part[1]) == 0 ? i : suffix;
    }
    if (suffix == 3) {
        const char *why = "asks for what a beat does not tell";
        const char *expected = "the bare beat, or followed by .really, .family or .public";
        return parts->count == 2
                   ? wrong_suffix(load, spot, parts, 1, why, expected, suffixes, 3)
                   : wrong_length(load, spot, parts->name, why, expected, parts->part[0]);
    }
    out->beat = index;
    out->really = suffix == 0;
    out->ref =
        (struct ref){ .who = WHO_CASE,
                      .index = (uint8_t)((out->really ? FIELD_REAL : FIELD_SEEN) + beat->place) };
    out->kind = suffix == 1 ? VALUE_FAMILY : suffix == 2 ? VALUE_PUBLIC : VALUE_IDS;
    out->knowledge = out->really ? KNOWN_MOVER : KNOWN_ALL;
    out->ids = suffix == 1 ? -1 : MOVES;
    out->words = load_families;
    out->count = FAMILY_COUNT;
    return true;
}

/* The field of trace `trace` in the tier that tells culprits, or where from. */
static bool read_trace(struct load *load, const struct built_in *is, const char *name,
                       struct spot spot, struct reading *out)
{
    for (int tier = 0; tier < load->sc->tiers; tier++) {
        if (load->sc->tier[tier].culprit == (is->ids == CULPRITS)) {
            out->ref.index = (uint8_t)(FIELD_TRACE + is->index * MAX_TIERS + tier);
            return true;
        }
    }
    if (load->traceless) {
        return false;
    }
    load->traceless = load->sc->tiers == 0;
    return not_here(load, spot, name, "no tier of \"trace\" tells it");
}

static bool read_built_in(struct load *load, const struct built_in *is, const struct parts *parts,
                          struct spot spot, struct scope scope, struct reading *out)
{
    out->ref.index = is->index;
    out->kind = is->kind;
    out->knowledge = is->knowledge;
    out->hi = is->hi;
    out->ids = is->ids;
    out->words = is->word;
    out->count = is->hi;
    if (is->index == SLOT_ROUND && is->group == GROUP_SHARED && load->sc->rounds > 0) {
        out->lo = 1;
        out->hi = load->sc->rounds;
    }
    if (is->group == GROUP_PARTY) {
        return is->index == SLOT_STRUCK && !scope.has_case
                   ? not_here(load, spot, parts->name, "there is no case")
                   : party_who(load, parts, 1, spot, scope, out);
    }
    if (!shared_who(load, parts, 1, spot, out) || is->group == GROUP_SHARED) {
        return parts->count == 1;
    }
    out->ref.who = WHO_CASE;
    if (!scope.has_case) {
        return not_here(load, spot, parts->name, "there is no case");
    }
    if (scope.undrawn && is->index != FIELD_VICTIM) {
        return not_here(load, spot, parts->name, "of the case only the victim is known yet");
    }
    return strncmp(is->name, "trace", 5) != 0 || read_trace(load, is, parts->name, spot, out);
}

/* True for an id that is used twice where names stand: that has been told. */
static bool is_clash(struct load *load, const char *name)
{
    static const enum collection sets[] = { METERS,  AGREEMENTS, PROMISES, BEATS,
                                            PARTIES, OTHERS,     WORDS };
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        const int index = load_find(load, sets[i], name);
        if (index >= 0 && load->table[sets[i]].taken[index]) {
            load->hushed++;
            return true;
        }
    }
    return false;
}

static struct reading reading_init(void)
{
    return (struct reading){ .ids = -1, .beat = -1, .meter = -1, .commitment = -1, .hi = MANY };
}

bool load_reading(struct load *load, const char *name, struct spot spot, struct scope scope,
                  struct reading *out)
{
    struct parts parts;
    *out = reading_init();
    if (!cut(name, &parts)) {
        return unknown_name(load, spot, name, false);
    }
    if (is_clash(load, parts.part[0])) {
        return false;
    }
    const struct built_in *is = load_built_in(parts.part[0]);
    if (is != NULL) {
        return read_built_in(load, is, &parts, spot, scope, out);
    }
    int index = load_find(load, METERS, parts.part[0]);
    if (index >= 0) {
        load->meter_read[index] = true;
        return load->table[METERS].item[index]->type == JSON_OBJECT &&
               read_meter(load, index, &parts, spot, scope, out);
    }
    index = load_find(load, AGREEMENTS, parts.part[0]);
    if (index < 0) {
        index = load_find(load, PROMISES, parts.part[0]);
        index += index < 0 ? 0 : load->table[AGREEMENTS].count;
    }
    if (index >= 0 && index < load->sc->commitments) {
        return read_commitment(load, index, &parts, spot, scope, out);
    }
    index = load_find(load, BEATS, parts.part[0]);
    return index >= 0 ? read_beat(load, index, &parts, spot, scope, out)
                      : unknown_name(load, spot, name, false);
}

bool load_target(struct load *load, const char *name, struct spot spot, struct scope scope,
                 struct reading *out)
{
    struct parts parts;
    *out = reading_init();
    if (cut(name, &parts)) {
        if (is_clash(load, parts.part[0])) {
            return false;
        }
        const int index = load_find(load, METERS, parts.part[0]);
        if (index >= 0) {
            load->meter_changed[index] = true;
            return load->table[METERS].item[index]->type == JSON_OBJECT &&
                   read_meter(load, index, &parts, spot, scope, out);
        }
    }
    if (parts.count > 0 &&
        (load_built_in(parts.part[0]) != NULL || load_find(load, AGREEMENTS, parts.part[0]) >= 0 ||
         load_find(load, PROMISES, parts.part[0]) >= 0)) {
        struct finding *finding =
            load_error(load, spot, "S027", "\"%.60s\" is not changed by rows", name);
        findings_expected(load->findings, finding, "a meter, \"promise\" or \"break\"");
        return false;
    }
    return unknown_name(load, spot, name, true);
}
