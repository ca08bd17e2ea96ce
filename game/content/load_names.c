/* load_names.c: the ids of all collections, before anything refers to them. */
#include "content/load.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name, *one;
    int low, high;
} form[COLLECTIONS] = {
    [PARTIES] = { "parties", "party", MAX_PARTIES, MAX_PARTIES },
    [OTHERS] = { "others", "third actor", 0, 4 },
    [ROUNDS] = { "rounds", "kind of round", 1, MAX_ROUND_KINDS },
    [BEATS] = { "beats", "beat", 1, MAX_BEATS },
    [METERS] = { "meters", "meter", 0, MAX_METERS },
    [CULPRITS] = { "culprits", "culprit", 0, MAX_CULPRITS },
    [MOVES] = { "moves", "move", 1, MAX_MOVES },
    [AGREEMENTS] = { "agreements", "agreement", 0, MAX_SET },
    [PROMISES] = { "promises", "promise", 0, MAX_COMMITMENTS },
    [RULES] = { "rules", "rule", 0, MAX_RULES },
    [KINDS] = { "kinds", "kind of incident", 0, MAX_KINDS },
    [INCIDENTS] = { "incidents", "incident", 0, MAX_INCIDENTS },
    [MANDATES] = { "mandates", "mandate", 0, MAX_MANDATES },
    [ENDINGS] = { "endings", "ending", 1, MAX_ENDINGS },
    [ADVISERS] = { "advisers", "adviser", 0, 3 },
    [CHARACTERS] = { "characters", "character", 0, 8 },
    [SOURCES] = { "sources", "source", 0, 64 },
    [WORDS] = { "words", "word", 0, 8 },
    [FACTS] = { "facts", "fact", 0, MAX_FACTS },
};

/* Collections whose ids stand in conditions, effects or slots, and so must all differ. */
static const enum collection shared_names[] = { PARTIES,    OTHERS,   METERS, BEATS,
                                                AGREEMENTS, PROMISES, WORDS };
enum { SHARED_NAMES = sizeof shared_names / sizeof *shared_names };

static void check_id(struct load *load, const struct json_value *item, const struct table *table)
{
    const bool fact = table == &load->table[FACTS];
    if (fact ? load_is_fact_id(item->key) : json_is_id(item->key, strlen(item->key))) {
        return;
    }
    struct finding *finding =
        load_error(load, spot_key(item), "S006", "\"%.60s\" is no id for %s %s", item->key,
                   strchr("aeiou", table->one[0]) != NULL ? "an" : "a", table->one);
    findings_expected(load->findings, finding,
                      "%s, digits and hyphens, a letter first, at most %d bytes",
                      fact ? "letters" : "small letters", fact ? FACT_ID_MAX : JSON_ID_MAX);
}

static void collect(struct load *load, enum collection collection)
{
    struct table *table = &load->table[collection];
    table->name = form[collection].name;
    table->one = form[collection].one;
    table->needed = form[collection].low > 0;
    snprintf(table->expected, sizeof table->expected, "an id of \"%s\"", table->name);
    const struct json_value *object = json_member(load->root, table->name);
    if (object == NULL) {
        if (form[collection].low > 0) {
            json_require(&load->check, load->root, table->name);
        }
        return;
    }
    if (!json_expect_object(&load->check, object)) {
        table->told = true;
        return;
    }
    table->object = object;
    int count = 0;
    for (const struct json_value *item = object->first; item != NULL; item = item->next) {
        if (strncmp(item->key, "x-", 2) == 0) {
            continue;
        }
        if (item->again) { /* that is reported, and the first one counts */
            continue;
        }
        if (count < form[collection].high) {
            check_id(load, item, table);
        }
        if (count++ < form[collection].high) {
            table->item[table->count++] = item;
        }
    }
    if (count < form[collection].low || count > form[collection].high) {
        struct finding *finding =
            load_error(load, spot_value(object), "S009", "%d in \"%s\": %s is %d", count,
                       table->name, count < form[collection].low ? "the least" : "the most",
                       count < form[collection].low ? form[collection].low : form[collection].high);
        if (form[collection].low == form[collection].high) {
            findings_expected(load->findings, finding, "exactly %d", form[collection].low);
        } else {
            findings_expected(load->findings, finding, "%d to %d", form[collection].low,
                              form[collection].high);
        }
    }
}

static int find(const struct load *load, enum collection collection, const char *id)
{
    const struct table *table = &load->table[collection];
    for (int i = 0; i < table->count; i++) {
        if (json_same(table->item[i]->key, id)) {
            return i;
        }
    }
    return -1;
}

/* Reports an id that already means something else where names stand: the second in the file, which
 * then means nothing there. */
static void check_clash(struct load *load, enum collection collection, int index)
{
    struct table *table = &load->table[collection];
    const struct json_value *item = table->item[index];
    const char *taken = load_is_built_in(item->key) ? "the format itself" : NULL;
    for (int i = 0; i < SHARED_NAMES && taken == NULL; i++) {
        const struct table *other = &load->table[shared_names[i]];
        const int at = other != table ? find(load, shared_names[i], item->key) : -1;
        if (at >= 0 && other->item[at]->place.offset < item->place.offset) {
            taken = other->name;
        }
    }
    table->taken[index] = taken != NULL;
    if (taken != NULL) {
        struct finding *finding =
            load_error(load, spot_key(item), "S007", "\"%s\" is taken by %s", item->key, taken);
        findings_expected(load->findings, finding, "another id");
    }
}

void load_names(struct load *load)
{
    for (int i = 0; i < COLLECTIONS; i++) {
        collect(load, (enum collection)i);
    }
    for (int i = 0; i < SHARED_NAMES; i++) {
        const struct table *table = &load->table[shared_names[i]];
        for (int k = 0; k < table->count; k++) {
            check_clash(load, shared_names[i], k);
        }
    }
}

int load_find(struct load *load, enum collection collection, const char *id)
{
    const int index = find(load, collection, id);
    if (index >= 0) {
        load->table[collection].named[index] = true;
    }
    return index;
}

int load_unknown_id(struct load *load, enum collection collection, struct spot spot, const char *id)
{
    struct table *table = &load->table[collection];
    char message[160];
    snprintf(message, sizeof message, "no %s is called \"%.60s\"", table->one, id);
    const int meant = load_dangling(load, (struct missing){ .spot = spot,
                                                            .code = "S008",
                                                            .message = message,
                                                            .expected = table->expected,
                                                            .name = id,
                                                            .set = { collection },
                                                            .sets = 1 });
    table->told = true;
    return meant;
}

int load_id(struct load *load, enum collection collection, const struct json_value *value)
{
    struct table *table = &load->table[collection];
    if (value == NULL) {
        return -1;
    }
    if (value->type != JSON_STRING) {
        json_expect_string(&load->check, value, 1, JSON_ID_MAX);
        return -1;
    }
    const int index = load_find(load, collection, value->string);
    if (index < 0) {
        const int meant = load_unknown_id(load, collection, spot_value(value), value->string);
        table->used[meant < 0 ? 0 : meant] |= meant >= 0;
        return meant;
    }
    table->used[index] = true;
    return index;
}

const char *load_item_id(struct load *load, enum collection collection, int index)
{
    return load_copy(load, load->table[collection].item[index]->key);
}
