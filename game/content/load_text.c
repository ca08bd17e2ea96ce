/* load_text.c: sentences, their variants and their slots. */
#include "content/load.h"

#include "content/load_reach.h"
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

static const char *const roles[] = { "own", "other", "victim", "suspect", "first", "second" };
enum { ROLES = sizeof roles / sizeof *roles };
static const char *const actor_keys[] = { "title", "country", "capital", "adjective" };

static struct finding *bad_slot(struct load *load, struct spot spot, const char *code,
                                const char *slot, const char *why)
{
    return load_error(load, spot, code, "the slot {%s} %s", slot, why);
}

/* What may stand between braces. */
static void list_actors(const struct load *load, char *list, size_t size)
{
    static const enum collection actors[] = { PARTIES, OTHERS };
    int at = snprintf(list, size,
                      "title, country, capital or adjective of own, other, victim, "
                      "suspect, first, second");
    for (int i = 0; i < 2; i++) {
        for (int k = 0; k < load->table[actors[i]].count; k++) {
            at += snprintf(list + at, size - (size_t)at, ", %.24s",
                           load->table[actors[i]].item[k]->key);
        }
    }
    snprintf(list + at, size - (size_t)at, "; one of \"words\"; or a number");
}

/* A slot of an actor with a point that is lost or out of place: says what was probably meant. */
static bool is_garbled(struct load *load, struct spot spot, const char *slot)
{
    char slots[ROLES * 4][24];
    const char *names[ROLES * 4];
    for (int i = 0; i < ROLES * 4; i++) {
        snprintf(slots[i], sizeof slots[i], "%s.%s", roles[i / 4], actor_keys[i % 4]);
        names[i] = slots[i];
    }
    const char *meant = findings_suggest(slot, names, sizeof names / sizeof *names);
    if (meant == NULL || (strchr(slot, '.') == NULL && strlen(slot) + 2 < strlen(meant))) {
        return false;
    }
    struct finding *finding = load_error(load, spot, "T004", "the slot {%s} is not known", slot);
    load_suggest_name(load, finding, spot, meant);
    return true;
}

static bool is_actor_key(const char *word)
{
    for (int i = 0; i < 4; i++) {
        if (strcmp(actor_keys[i], word) == 0) {
            return true;
        }
    }
    return false;
}

/* Of a slot that nothing is called by: the role or name before its point, or the word after it. */
static void unknown_slot(struct load *load, struct spot spot, const char *slot, int part)
{
    char message[160], expected[400];
    const char *names[ROLES + BUILT_INS];
    size_t count = ROLES;
    memcpy(names, roles, sizeof roles);
    for (int i = 0; i < BUILT_INS; i++) {
        names[count] = load_built_ins[i].name;
        count += load_is_number(names[count]) ? 1 : 0;
    }
    const char *point = strchr(slot, '.');
    const bool lost = point == NULL || strchr(point + 1, '.') != NULL;
    if ((lost || (part == 0 && !is_actor_key(point + 1))) && is_garbled(load, spot, slot)) {
        return;
    }
    list_actors(load, expected, sizeof expected);
    snprintf(message, sizeof message, "the slot {%s} %s", slot,
             part == 0 ? "is not known" : "asks for what no actor has");
    load_dangling(load, (struct missing){ .spot = spot,
                                          .code = "T004",
                                          .message = message,
                                          .name = slot,
                                          .expected = expected,
                                          .part = part,
                                          .set = { METERS, WORDS, PARTIES, OTHERS },
                                          .sets = part == 0 ? 4 : 0,
                                          .word = part == 0 ? names : actor_keys,
                                          .words = part == 0 ? count : 4 });
}

/* The actor a role always stands for, or -1 where it may be either party. */
static int role_actor(struct load *load, const char *role)
{
    const int party = load_find(load, PARTIES, role);
    const int other = load_is_built_in(role) ? -1 : load_find(load, OTHERS, role);
    if (strcmp(role, "first") == 0 || strcmp(role, "second") == 0) {
        return role[0] == 'f' ? 0 : 1;
    }
    return party >= 0 ? party : other >= 0 ? MAX_PARTIES + other : -1;
}

static bool is_role(struct load *load, const char *role)
{
    for (int i = 0; i < 4; i++) {
        if (strcmp(roles[i], role) == 0) {
            return true;
        }
    }
    return role_actor(load, role) >= 0;
}

/* False for an actor whose texts are wrong as a whole: that has been reported. */
static bool has_texts(const struct load *load, int actor)
{
    const struct table *table = &load->table[actor < MAX_PARTIES ? PARTIES : OTHERS];
    const int at = actor < MAX_PARTIES ? actor : actor - MAX_PARTIES;
    return at < table->count && json_member(table->item[at], "text") != NULL;
}

/* {victim.country}: the role must mean something here and have that word. */
static void check_actor_slot(struct load *load, struct spot spot, const char *slot,
                             const char *role, const char *key, struct voice voice)
{
    const int actor = role_actor(load, role);
    const bool known = is_actor_key(key);
    if (!known) {
        unknown_slot(load, spot, slot, 1);
    } else if (actor < 0 && role[0] == 'o' && voice.scope.own == OWN_NONE) {
        bad_slot(load, spot, "T006", slot, "means nothing here: no side is meant");
    } else if (actor < 0 && role[0] != 'o' && !voice.scope.has_case) {
        bad_slot(load, spot, "T006", slot, "means nothing here: there is no case");
    } else if (actor >= 0 && has_texts(load, actor)) {
        const bool party = actor < MAX_PARTIES;
        struct table *table = &load->table[party ? PARTIES : OTHERS];
        const int at = party ? actor : actor - MAX_PARTIES;
        table->used[at] = true;
        const bool needed = party || strcmp(key, "country") == 0; /* that has been told */
        if (json_member(json_member(table->item[at], "text"), key) == NULL && !needed) {
            struct finding *finding =
                bad_slot(load, spot, "T005", slot, "asks for a text that this actor lacks");
            findings_expected(load->findings, finding, "a key \"%s\" in the text of \"%s\"", key,
                              table->item[at]->key);
        }
    }
}

static void check_meter_slot(struct load *load, struct spot spot, const char *slot,
                             struct voice voice)
{
    struct reading reading;
    const int first_read = load->reads;
    if (load_reading(load, slot, spot, voice.scope, &reading)) {
        load_note(load, &reading, slot, spot);
        load_flow_gate(load, first_read, voice.scope, voice.audience, "what is said here");
        load->reads = first_read;
    }
}

static void check_slot(struct load *load, struct spot spot, const char *slot, struct voice voice)
{
    char head[SLOT_NAME];
    snprintf(head, sizeof head, "%s", slot);
    char *key = strchr(head, '.');
    if (key != NULL) {
        *key++ = '\0';
    }
    const int word = load_find(load, WORDS, head);
    if (load_find(load, METERS, head) >= 0 || load_is_number(head)) {
        check_meter_slot(load, spot, slot, voice);
    } else if (key != NULL && is_role(load, head)) {
        check_actor_slot(load, spot, slot, head, key, voice);
    } else if (key == NULL && word >= 0 && !voice.word) {
        load->table[WORDS].used[word] = true;
    } else {
        unknown_slot(load, spot, slot, 0);
    }
}

static void blank_slot(struct load *load, struct spot spot, const char *slot)
{
    const size_t before = strspn(slot, " "), size = strcspn(slot + before, " ");
    char meant[SLOT_NAME];
    struct finding *finding =
        load_error(load, spot, "T004", "the slot {%s} has blanks in it", slot);
    if (slot[before + size + strspn(slot + before + size, " ")] == '\0') {
        snprintf(meant, sizeof meant, "%.*s", (int)size, slot + before);
        load_suggest_name(load, finding, spot, meant);
    }
}

/* {{own.title}}: returns what stands behind it. */
static const char *doubled_slot(struct load *load, struct spot spot, const char *at)
{
    const size_t size = strcspn(at + 2, "{}");
    char meant[SLOT_NAME];
    struct finding *finding = load_error(load, spot, "T004", "one brace is enough");
    if (at[2 + size] == '}' && size > 0 && size < sizeof meant) {
        snprintf(meant, sizeof meant, "%.*s", (int)size, at + 2);
        load_suggest_name(load, finding, spot, meant);
    }
    at += 2 + size;
    return at + strspn(at, "}");
}

/* The slot that begins at a brace: returns what stands behind it, or NULL where nobody can tell. */
static const char *read_slot(struct load *load, struct spot spot, const char *at,
                             struct voice voice)
{
    char slot[SLOT_NAME];
    const size_t size = strcspn(at + 1, "{}");
    if (at[1] == '{') {
        return doubled_slot(load, spot, at);
    }
    if (at[1 + size] != '}' || size == 0 || size >= sizeof slot) {
        load_error(load, spot, "T004", "a slot is opened here and not closed");
        return NULL;
    }
    memcpy(slot, at + 1, size);
    slot[size] = '\0';
    if (strchr(slot, ' ') != NULL) {
        blank_slot(load, spot, slot);
    } else {
        check_slot(load, spot, slot, voice);
    }
    return at + size + 2;
}

static void check_slots(struct load *load, const struct json_value *value, struct voice voice)
{
    const char *at = strpbrk(value->string, "{}");
    while (at != NULL) {
        const struct spot spot = spot_in(value, at);
        if (*at == '}') {
            const bool again = at > value->string && at[-1] == '}';
            load_error(load, spot, "T004",
                       again ? "one brace is enough" : "a slot is closed here and not opened");
            return;
        }
        at = read_slot(load, spot, at, voice);
        at = at != NULL ? strpbrk(at, "{}") : NULL;
    }
}

/* ---- sentences ---- */

static bool check_characters(struct load *load, const struct json_value *value)
{
    const char *at = value->string;
    size_t left = strlen(at);
    const bool empty = strspn(at, " ") == left;
    if (empty || left > TEXT_BYTES) {
        struct finding *finding =
            load_error(load, spot_value(value), empty ? "T003" : "T002",
                       empty ? "a text is empty" : "a text is longer than %d bytes", TEXT_BYTES);
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

/* Warns of a text that may have nothing to say, and of one behind which nothing is ever read. */
static void check_variants(struct load *load, const struct json_value *list)
{
    const struct json_value *plain = NULL;
    int unread = 0;
    bool wrong = false;
    for (const struct json_value *one = list->first; one != NULL; one = one->next) {
        const bool is = is_plain(one) && (one->type == JSON_STRING || one->type == JSON_OBJECT);
        unread += !is_plain(one) && plain != NULL;
        plain = plain == NULL && is ? one : plain;
        wrong = wrong || (one->type != JSON_STRING && one->type != JSON_OBJECT);
    }
    if (unread > 0) {
        struct finding *finding =
            load_warning(load, spot_value(plain), "T021",
                         "this is always read before what stands behind it: %d %s never", unread,
                         unread == 1 ? "text is" : "texts are");
        findings_expected(load->findings, finding, "the texts with \"when\" first");
    }
    if (plain == NULL && !wrong) {
        load_warning(load, spot_value(list), "T020",
                     "nothing is said where no condition holds: the last text needs no \"when\"");
    }
}

/* Warns of a variant whose condition holds only where that of an earlier one does. */
static void check_covered(struct load *load, const struct json_value *list, int first)
{
    const struct scenario *sc = load->sc;
    int at = first;
    for (const struct json_value *one = list->first; one != NULL; one = one->next, at++) {
        for (int i = first; i < at && !is_plain(one); i++) {
            if (!sc->text[i].plain && load_implies(sc, sc->text[at].when, sc->text[i].when)) {
                load_warning(load, spot_value(json_member(one, "when")), "T021",
                             "this is never read: where it holds, an earlier text is read");
                break;
            }
        }
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
        if (load_trouble(load) == load->errors && load->sc->n_texts == first + value->count) {
            check_covered(load, value, first);
        }
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
    const struct json_value *beside = text != NULL ? json_member(text->parent, key) : NULL;
    if (beside != NULL && beside->type == JSON_STRING && strcmp(key, "title") == 0 &&
        json_member(text, key) == NULL) {
        return (struct phrase){ 0 }; /* a title beside the texts: that has been told */
    }
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
