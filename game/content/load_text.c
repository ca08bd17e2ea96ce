/* load_text.c: sentences, their variants and their slots. */
#include "content/load.h"

#include "content/load_translation.h"
#include "json/utf8.h"

#include <stdio.h>
#include <string.h>

enum { TEXT_BYTES = 2000, VARIANTS_MAX = 32, SLOT_NAME = 2 * JSON_ID_MAX + 16 };

struct voice voice_open(void)
{
    return (struct voice){ .audience = FOR_BOTH };
}

struct voice voice_own(void)
{
    return (struct voice){ .scope = { .own = OWN_ANY }, .audience = FOR_OWN };
}

/* ---- slots ---- */

static const char *const actor_keys[] = { "title", "country", "capital", "adjective" };

static void bad_slot(struct load *load, const struct json_value *value, const char *code,
                     const char *slot, const char *why, const char *meant)
{
    struct finding *finding =
        load_error(load, spot_value(value), code, "the slot {%s} %s", slot, why);
    if (meant != NULL) {
        load_suggest(load, finding, slot, meant);
    }
}

/* The actor a role always stands for, or -1 where it may be either party. */
static int role_actor(const struct load *load, const char *role)
{
    const int party = load_find(load, PARTIES, role);
    const int other = load_find(load, OTHERS, role);
    if (strcmp(role, "first") == 0 || strcmp(role, "second") == 0) {
        return role[0] == 'f' ? 0 : 1;
    }
    return party >= 0 ? party : other >= 0 ? MAX_PARTIES + other : -1;
}

static bool is_role(const struct load *load, const char *role)
{
    static const char *const roles[] = { "own", "other", "victim", "suspect" };
    for (int i = 0; i < 4; i++) {
        if (strcmp(roles[i], role) == 0) {
            return true;
        }
    }
    return role_actor(load, role) >= 0;
}

/* {victim.country}: the role must mean something here and have that word. */
static void check_actor_slot(struct load *load, const struct json_value *value, const char *slot,
                             const char *role, const char *key, struct voice voice)
{
    const int actor = role_actor(load, role);
    bool known = false;
    for (int i = 0; i < 4; i++) {
        known = known || strcmp(actor_keys[i], key) == 0;
    }
    if (!known) {
        bad_slot(load, value, "T004", slot, "asks for what no actor has",
                 findings_suggest(key, actor_keys, 4));
    } else if (actor < 0 && role[0] == 'o' && voice.scope.own == OWN_NONE) {
        bad_slot(load, value, "T006", slot, "means nothing here: no side is meant", NULL);
    } else if (actor < 0 && role[0] != 'o' && !voice.scope.has_case) {
        bad_slot(load, value, "T006", slot, "means nothing here: there is no case", NULL);
    } else if (actor >= 0) {
        const bool party = actor < MAX_PARTIES;
        struct table *table = &load->table[party ? PARTIES : OTHERS];
        const int at = party ? actor : actor - MAX_PARTIES;
        table->used[at] = true;
        if (at < table->count && json_member(json_member(table->item[at], "text"), key) == NULL) {
            bad_slot(load, value, "T005", slot, "asks for a text that this actor lacks", NULL);
        }
    }
}

static void check_meter_slot(struct load *load, const struct json_value *value, const char *slot,
                             struct voice voice)
{
    struct reading reading;
    const int first_read = load->reads;
    if (load_reading(load, slot, spot_value(value), voice.scope, &reading)) {
        load_note(load, &reading, slot, spot_value(value));
        load_flow_gate(load, first_read, voice.scope, voice.audience, "what is said here");
        load->reads = first_read;
    }
}

static void unknown_slot(struct load *load, const struct json_value *value, const char *slot,
                         const char *head)
{
    const char *names[MAX_METERS + 8 + MAX_PARTIES + 4 + 6] = { "own",     "other", "victim",
                                                                "suspect", "first", "second" };
    static const enum collection sets[] = { METERS, WORDS, PARTIES, OTHERS };
    size_t count = 6;
    for (int i = 0; i < 4; i++) {
        const struct table *table = &load->table[sets[i]];
        for (int k = 0; k < table->count; k++) {
            names[count++] = table->item[k]->key;
        }
    }
    bad_slot(load, value, "T004", slot, "is not known", findings_suggest(head, names, count));
}

static void check_slot(struct load *load, const struct json_value *value, const char *slot,
                       struct voice voice)
{
    char head[SLOT_NAME];
    snprintf(head, sizeof head, "%s", slot);
    char *key = strchr(head, '.');
    if (key != NULL) {
        *key++ = '\0';
    }
    const int word = load_find(load, WORDS, head);
    if (load_find(load, METERS, head) >= 0 || load_is_number(head)) {
        check_meter_slot(load, value, slot, voice);
    } else if (key != NULL && is_role(load, head)) {
        check_actor_slot(load, value, slot, head, key, voice);
    } else if (key == NULL && word >= 0 && !voice.word) {
        load->table[WORDS].used[word] = true;
    } else {
        unknown_slot(load, value, slot, head);
    }
}

static void check_slots(struct load *load, const struct json_value *value, struct voice voice)
{
    for (const char *at = strchr(value->string, '{'); at != NULL; at = strchr(at + 1, '{')) {
        char slot[SLOT_NAME];
        const size_t size = strcspn(at + 1, "{}");
        if (at[1 + size] != '}' || size == 0 || size >= sizeof slot) {
            load_error(load, spot_value(value), "T004", "a slot is opened here and not closed");
            return;
        }
        memcpy(slot, at + 1, size);
        slot[size] = '\0';
        check_slot(load, value, slot, voice);
    }
}

/* ---- sentences ---- */

static bool check_characters(struct load *load, const struct json_value *value)
{
    const char *at = value->string;
    size_t left = strlen(at);
    if (left == 0 || left > TEXT_BYTES) {
        struct finding *finding = load_error(
            load, spot_value(value), left == 0 ? "T003" : "T002",
            left == 0 ? "a text is empty" : "a text is longer than %d bytes", TEXT_BYTES);
        findings_expected(load->findings, finding, "1 to %d bytes", TEXT_BYTES);
        return false;
    }
    while (left > 0) {
        uint32_t code_point = 0;
        const size_t size = utf8_decode(at, left, &code_point);
        if (size == 0 || utf8_is_unsafe(code_point)) {
            load_error(load, spot_value(value), "T001", "a text holds the control character U+%04X",
                       (unsigned)code_point);
            return false;
        }
        at += size;
        left -= size;
    }
    return true;
}

/* Looks at a text and keeps it. */
static void keep_text(struct load *load, const struct json_value *value, struct text text,
                      struct voice voice, enum length length)
{
    if (!check_characters(load, value)) {
        return;
    }
    check_slots(load, value, voice);
    load_length_text(load, value, length);
    text.utf8 = load_copy(load, value->string);
    load->sc->text[load->sc->n_texts++] = text;
}

/* What is wrong with a translated text is told of the translation. */
static void keep_said(struct load *load, const struct json_value *value, struct text text,
                      struct voice voice, enum length length)
{
    const struct json_value *said =
        load->translation != NULL ? translation_note(load->translation, value) : value;
    struct findings *own = load->findings;
    if (said != value) {
        load->findings = load->check.findings = load->translation->findings;
    }
    keep_text(load, said, text, voice, length);
    load->findings = load->check.findings = own;
}

static void add_text(struct load *load, const struct json_value *value, uint16_t when, bool plain,
                     struct voice voice, enum length length)
{
    if (value->type != JSON_STRING) {
        json_expect_string(&load->check, value, 1, TEXT_BYTES);
        return;
    }
    if (load->sc->n_texts == MAX_TEXTS) {
        load_full(load, value, FULL_TEXTS, MAX_TEXTS, "texts");
        return;
    }
    keep_said(load, value, (struct text){ .when = when, .plain = plain }, voice, length);
}

/* A variant without a condition: these take turns. */
static bool is_plain(const struct json_value *variant)
{
    return variant->type == JSON_STRING || json_member(variant, "when") == NULL;
}

static void add_variant(struct load *load, const struct json_value *value, struct voice voice,
                        enum length length)
{
    static const char *const keys[] = { "when", "text", "fact", NULL };
    if (value->type != JSON_OBJECT) {
        add_text(load, value, 0, true, voice, length);
        return;
    }
    load_object(load, value, keys);
    const struct json_value *text = json_require(&load->check, value, "text");
    const uint16_t when =
        load_gate(load, json_member(value, "when"), voice.scope, voice.audience, "a text");
    load_carrier(load, value, TAG_TEXT, load->sc->n_texts);
    if (text != NULL) {
        add_text(load, text, when, is_plain(value), voice, length);
    }
}

/* Warns of a text that may have nothing to say, and of variants nobody ever reads. */
static void check_variants(struct load *load, const struct json_value *list)
{
    bool plain = false;
    for (const struct json_value *one = list->first; one != NULL; one = one->next) {
        if (!is_plain(one) && plain) {
            load_warning(load, spot_value(one), "T021",
                         "this is never read: a text without \"when\" stands before it");
        }
        plain = plain || is_plain(one);
    }
    if (!plain) {
        load_warning(load, spot_value(list), "T020",
                     "nothing is said where no condition holds: the last text needs no \"when\"");
    }
}

struct phrase load_phrase(struct load *load, const struct json_value *value, struct voice voice,
                          enum length length)
{
    const int first = load->sc->n_texts;
    if (value == NULL) {
        return (struct phrase){ 0 };
    }
    if (value->type == JSON_STRING) {
        add_text(load, value, 0, true, voice, length);
    } else if (value->type != JSON_ARRAY) {
        struct finding *finding =
            load_error(load, spot_value(value), "S001", "a text is expected here");
        findings_expected(load->findings, finding,
                          "a string, or a list of strings and { \"when\", \"text\" }");
    } else if (json_expect_array(&load->check, value, 1, VARIANTS_MAX)) {
        for (const struct json_value *one = value->first; one != NULL; one = one->next) {
            add_variant(load, one, voice, length);
        }
        check_variants(load, value);
    }
    return (struct phrase){ .first = (uint16_t)first,
                            .count = (uint8_t)(load->sc->n_texts - first) };
}

struct phrase load_text(struct load *load, const struct json_value *text, const char *key,
                        struct voice voice, enum length length)
{
    return load_phrase(load, json_member(text, key), voice, length);
}

struct phrase load_need(struct load *load, const struct json_value *text, const char *key,
                        struct voice voice, enum length length)
{
    return load_phrase(load, json_require(&load->check, text, key), voice, length);
}

const struct json_value *load_texts(struct load *load, const struct json_value *object,
                                    const char *const keys[], bool needed)
{
    const struct json_value *text =
        needed ? json_require(&load->check, object, "text") : json_member(object, "text");
    if (text != NULL) {
        load_object(load, text, keys);
    }
    return text;
}
