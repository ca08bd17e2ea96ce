/* load_dangling.c: names that stand for nothing, and whose slip that is.
 *
 * A name that nothing has may be misspelt itself, or what it names may be misspelt where it is
 * defined, and then one slip is met wherever it is named. So these names are kept until all have been
 * read, and what is reported then is the slip. */
#define _POSIX_C_SOURCE 200809L

#include "content/load.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* ---- what was probably meant ---- */

enum {
    CANDIDATES_MAX = 4 * COLLECTION_MAX,
    BESIDE_MAX = 64 /* in an object with more keys nobody looks what stands there already */
};

struct candidates {
    const char *name[CANDIDATES_MAX];
    size_t count;
};

/* Adds a name; a short one is near to everything, so the word must be near to it as well. */
static void add_candidate(struct candidates *out, const char *name, const char *const *word)
{
    if (out->count < CANDIDATES_MAX &&
        (strlen(name) >= strlen(*word) || findings_suggest(name, word, 1) != NULL)) {
        out->name[out->count++] = name;
    }
}

/* Of keys those come first that do not stand beside it yet. */
static void add_members(const struct load *load, const struct missing *missing, const char *word,
                        bool present, struct candidates *out)
{
    const struct json_value *parent = missing->spot.key ? missing->spot.value->parent : NULL;
    const struct json_value *object = parent != NULL && parent->count <= BESIDE_MAX ? parent : NULL;
    for (int i = 0; i < missing->sets; i++) {
        const struct table *table = &load->table[missing->set[i]];
        for (int k = 0; k < table->count; k++) {
            const char *key = table->item[k]->key;
            if ((object != NULL && json_member(object, key) != NULL) == present) {
                add_candidate(out, key, &word);
            }
        }
    }
}

static void add_candidates(const struct load *load, const struct missing *missing, const char *word,
                           struct candidates *out)
{
    add_members(load, missing, word, false, out);
    add_members(load, missing, word, true, out);
    for (size_t i = 0; i < missing->words; i++) {
        add_candidate(out, missing->word[i], &word);
    }
}

/* Whose key that is: a member of one of the sets; else collection stays COLLECTIONS. */
static void find_owner(const struct load *load, const struct missing *missing, const char *meant,
                       struct dangling *out)
{
    for (int i = 0; i < missing->sets && meant != NULL; i++) {
        const struct table *table = &load->table[missing->set[i]];
        for (int k = 0; k < table->count; k++) {
            if (table->item[k]->key == meant) {
                out->collection = missing->set[i];
                out->index = k;
                return;
            }
        }
    }
}

/* The part of a name that is wrong: what lies between two of its points. */
static void cut_part(const char *name, int part, int *start, int *size)
{
    const char *at = name;
    for (int i = 0; i < part && strchr(at, '.') != NULL; i++) {
        at = strchr(at, '.') + 1;
    }
    *start = (int)(at - name);
    *size = (int)strcspn(at, ".");
}

int load_dangling(struct load *load, struct missing missing)
{
    for (int i = 0; i < missing.sets; i++) {
        const struct table *table = &load->table[missing.set[i]];
        if (table->object == NULL && (table->needed || table->told)) {
            load->hushed++;
            return -1; /* it may well be there: that they are missing has been told */
        }
    }
    if (load->danglings == DANGLINGS_MAX) { /* more than anybody is told */
        load_error(load, missing.spot, missing.code, "%s", missing.message);
        return -1;
    }
    struct candidates candidates = { .count = 0 };
    struct dangling out = { .spot = missing.spot,
                            .findings = load->findings,
                            .collection = COLLECTIONS,
                            .sets = missing.sets };
    int start, size;
    memcpy(out.set, missing.set, sizeof out.set);
    cut_part(missing.name, missing.part, &start, &size);
    snprintf(out.code, sizeof out.code, "%s", missing.code);
    snprintf(out.word, sizeof out.word, "%.*s", size, missing.name + start);
    snprintf(out.message, sizeof out.message, "%s", missing.message);
    snprintf(out.expected, sizeof out.expected, "%s",
             missing.expected != NULL ? missing.expected : "");
    add_candidates(load, &missing, out.word, &candidates);
    const char *meant = findings_suggest(out.word, candidates.name, candidates.count);
    find_owner(load, &missing, meant, &out);
    if (meant != NULL && strcmp(meant, out.word) != 0) {
        snprintf(out.suggestion, sizeof out.suggestion, "%.*s%s%.40s", start, missing.name, meant,
                 missing.name + start + size);
    }
    load->table[METERS].told = load->table[METERS].told || missing.set[0] == METERS;
    load->dangling[load->danglings++] = out;
    return out.collection == COLLECTIONS ? -1 : out.index;
}

int load_trouble(const struct load *load)
{
    return load->findings->errors + load->danglings + load->hushed;
}

int load_mean(struct load *load, enum collection collection, const struct json_value *member)
{
    const int index = load_unknown_id(load, collection, spot_key(member), member->key);
    const struct table *table = &load->table[collection];
    if (index < 0 || json_member(member->parent, table->item[index]->key) != NULL) {
        return -1;
    }
    json_mean(member, table->item[index]->key);
    return index;
}

/* ---- whose slip it is ---- */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* How often a word stands in the file, in texts and in ids. */
static int frequency(const struct source *source, const char *word, size_t size, bool whole)
{
    int count = 0;
    for (size_t i = 1; size > 0 && i + size < source->length; i++) {
        const char *at = source->text + i;
        count += !is_letter(at[-1]) && strncasecmp(at, word, size) == 0 &&
                 (!whole || !is_letter(at[size]));
    }
    return count;
}

/* How usual the rarest of the words is that an id is made of. */
static int rarity(const struct source *source, const char *id, bool whole)
{
    int rarest = INT16_MAX;
    for (const char *at = id; *at != '\0';) {
        const size_t size = strcspn(at, "-");
        const int count = frequency(source, at, size, whole);
        rarest = count < rarest ? count : rarest;
        at += size + (at[size] == '-' ? 1 : 0);
    }
    return rarest;
}

static bool is_invalid(enum collection collection, const char *id)
{
    return collection == FACTS ? !load_is_fact_id(id) : !json_is_id(id, strlen(id));
}

/* True for a member that nothing names; facts that only bind whoever writes need not be named. */
static bool is_unnamed(const struct load *load, enum collection collection, int index)
{
    return !load->table[collection].named[index] &&
           (collection != FACTS || load->sc->fact[index].role != FACT_EDITORIAL);
}

/* Of several members as near to the word as each other, one that nothing names was meant. */
static void prefer_unnamed(struct load *load, struct dangling *slip)
{
    if (slip->collection == COLLECTIONS || slip->suggestion[0] == '\0') {
        return;
    }
    const struct table *table = &load->table[slip->collection];
    struct candidates candidates = { .count = 0 };
    for (int i = 0; i < 2 * table->count; i++) {
        const int k = i % table->count;
        if (is_unnamed(load, slip->collection, k) == (i < table->count)) {
            candidates.name[candidates.count++] = table->item[k]->key;
        }
    }
    const char *old = table->item[slip->index]->key;
    const char *meant = findings_suggest(slip->word, candidates.name, candidates.count);
    char *at = meant == NULL ? NULL : strstr(slip->suggestion, old);
    if (meant == NULL || meant == old || at == NULL) {
        return;
    }
    const struct missing all = { .set = { slip->collection }, .sets = 1 };
    struct dangling other = *slip;
    char rest[80];
    find_owner(load, &all, meant, &other);
    if (!is_unnamed(load, other.collection, other.index)) {
        return;
    }
    snprintf(rest, sizeof rest, "%s", at + strlen(old));
    snprintf(at, sizeof slip->suggestion - (size_t)(at - slip->suggestion), "%s%s", meant, rest);
    slip->index = other.index;
}

/* A name that is like nothing. */
static bool is_strange(const struct dangling *slip)
{
    return slip->collection == COLLECTIONS && slip->suggestion[0] == '\0';
}

/* The collections in which a name was looked for, as a set. */
static unsigned sets_of(const struct dangling *slip)
{
    unsigned sets = 0;
    for (int i = 0; i < slip->sets; i++) {
        sets |= 1u << slip->set[i];
    }
    return sets;
}

/* The one member of all those collections that nothing names; false where there are none or several. */
static bool find_unnamed(const struct load *load, unsigned sets, struct dangling *out)
{
    int found = 0;
    for (int i = 0; i < COLLECTIONS; i++) {
        for (int k = 0; ((sets >> i) & 1u) != 0 && k < load->table[i].count; k++) {
            if (is_unnamed(load, (enum collection)i, k)) {
                out->collection = (enum collection)i;
                out->index = k;
                found++;
            }
        }
    }
    return found == 1;
}

/* Of a strange name, the only one for the only member that nothing names: that was renamed. */
static void find_renamed(struct load *load, int first)
{
    struct dangling *slip = &load->dangling[first], meant = *slip;
    unsigned sets = ~0u;
    int times = 0;
    for (int i = 0; i < load->danglings; i++) {
        const struct dangling *other = &load->dangling[i];
        const bool same = strcmp(other->word, slip->word) == 0;
        sets &= is_strange(other) && same ? sets_of(other) : ~0u;
        times += is_strange(other) && same;
    }
    for (int i = 0; i < load->danglings; i++) {
        const struct dangling *other = &load->dangling[i];
        if (is_strange(other) && (sets_of(other) & sets) != 0 &&
            strcmp(other->word, slip->word) != 0) {
            return;
        }
    }
    if (!find_unnamed(load, sets, &meant)) {
        return;
    }
    const char *id = load->table[meant.collection].item[meant.index]->key;
    for (int i = first; i < load->danglings && (times > 1 || is_invalid(meant.collection, id));
         i++) {
        struct dangling *other = &load->dangling[i];
        if (is_strange(other) && strcmp(other->word, meant.word) == 0) {
            other->collection = meant.collection;
            other->index = meant.index;
            snprintf(other->suggestion, sizeof other->suggestion, "%s", id);
        }
    }
}

static bool same_slip(const struct dangling *a, const struct dangling *b)
{
    return a->collection == b->collection && a->index == b->index && strcmp(a->word, b->word) == 0;
}

/* "newspapers" for "newspaper": both are words, and both may stand in the texts. */
static bool is_plural(const char *one, const char *many)
{
    const size_t length = strlen(one);
    return strncmp(one, many, length) == 0 && strcmp(many + length, "s") == 0;
}

/* True where not the name is misspelt but what it names: that is named so nowhere, and this name
 * stands in several places, or is the more usual word of the two. */
static bool blames_definition(const struct load *load, const struct dangling *slip, int times)
{
    if (slip->collection == COLLECTIONS || slip->suggestion[0] == '\0') {
        return false;
    }
    const struct table *table = &load->table[slip->collection];
    const struct json_value *item = table->item[slip->index];
    const struct source *source = item->place.source;
    const bool unnamed = is_unnamed(load, slip->collection, slip->index);
    if (!unnamed || times > 1) {
        return unnamed;
    }
    if (is_plural(item->key, slip->word) || is_plural(slip->word, item->key)) {
        return false;
    }
    const int name = rarity(source, slip->word, true), id = rarity(source, item->key, true);
    if (name != id || strstr(slip->word, item->key) != NULL ||
        strstr(item->key, slip->word) != NULL) {
        return name > id;
    }
    return rarity(source, slip->word, false) > rarity(source, item->key, false);
}

/* True for words that differ in what is neither a letter nor a digit, as by the sort of dash. */
static bool same_letters(const char *a, const char *b)
{
    for (;; a++, b++) {
        while (*a != '\0' && !is_letter(*a)) {
            a++;
        }
        while (*b != '\0' && !is_letter(*b)) {
            b++;
        }
        if (*a != *b || *a == '\0') {
            return *a == *b;
        }
    }
}

/* Adds to what was said of an id that is none how it is named. */
static void advise_invalid(struct load *load, const struct json_value *item, const char *word)
{
    for (int i = 0; i < load->findings->count; i++) {
        struct finding *finding = &load->findings->items[i];
        if (strcmp(finding->code, "S006") == 0 && finding->line == item->key_place.line &&
            finding->column == item->key_place.column &&
            strcmp(finding->file, item->key_place.source->name) == 0) {
            findings_suggestion(load->findings, finding, word);
        }
    }
}

/* True where a member that nothing names has an id that is none: it will be what was named. */
static bool is_explained(struct load *load, const struct dangling *slip)
{
    if (slip->collection != COLLECTIONS && is_unnamed(load, slip->collection, slip->index)) {
        const struct json_value *item = load->table[slip->collection].item[slip->index];
        if (is_invalid(slip->collection, item->key)) {
            advise_invalid(load, item, slip->word);
            return true;
        }
    }
    for (int i = 0; i < slip->sets; i++) {
        const struct table *table = &load->table[slip->set[i]];
        for (int k = 0; k < table->count; k++) {
            const char *id = table->item[k]->key;
            const bool near = strstr(id, slip->word) != NULL || strstr(slip->word, id) != NULL ||
                              same_letters(id, slip->word);
            if (near && !table->named[k] && is_invalid(slip->set[i], id)) {
                return true;
            }
        }
    }
    return false;
}

/* ---- telling ---- */

static void report_name(struct load *load, const struct dangling *slip)
{
    struct findings *own = load->findings;
    load->findings = slip->findings;
    struct finding *finding = load_error(load, slip->spot, slip->code, "%s", slip->message);
    if (slip->expected[0] != '\0') {
        findings_expected(load->findings, finding, "%s", slip->expected);
    }
    if (slip->suggestion[0] != '\0') {
        load_suggest_name(load, finding, slip->spot, slip->suggestion);
    }
    load->findings = own;
}

static void report_definition(struct load *load, const struct dangling *slip, int times)
{
    const struct table *table = &load->table[slip->collection];
    const struct json_value *item = table->item[slip->index];
    const int line = slip->spot.value->place.line;
    struct finding *finding =
        times == 1
            ? load_error(load, spot_key(item), "S008",
                         "nothing names \"%s\", but line %d names \"%s\"", item->key, line,
                         slip->word)
            : load_error(load, spot_key(item), "S008",
                         "nothing names \"%s\", but \"%s\" is named %d times, first on line %d",
                         item->key, slip->word, times, line);
    findings_suggestion(load->findings, finding, slip->word);
}

const struct json_value *load_by_party(struct load *load, const struct json_value *object,
                                       const char *party)
{
    const struct json_value *value = json_member(object, party);
    bool strange = false;
    for (const struct json_value *one = object->first; one != NULL && value == NULL;
         one = one->next) {
        strange =
            strange || (strncmp(one->key, "x-", 2) != 0 && load_find(load, PARTIES, one->key) < 0);
    }
    return strange ? value : json_require(&load->check, object, party);
}

void load_by_parties(struct load *load, const struct json_value *object)
{
    for (const struct json_value *one = object->first; one != NULL; one = one->next) {
        if (strncmp(one->key, "x-", 2) != 0 && load_find(load, PARTIES, one->key) < 0) {
            load_mean(load, PARTIES, one);
        }
    }
}

void load_report_dangling(struct load *load)
{
    for (int i = 0; i < load->danglings; i++) {
        prefer_unnamed(load, &load->dangling[i]);
    }
    for (int i = 0; i < load->danglings; i++) {
        if (is_strange(&load->dangling[i])) {
            find_renamed(load, i);
        }
    }
    for (int i = 0; i < load->danglings; i++) {
        const struct dangling *slip = &load->dangling[i];
        int times = 0, first = -1;
        for (int k = 0; k < load->danglings; k++) {
            if (same_slip(slip, &load->dangling[k])) {
                times++;
                first = first < 0 ? k : first;
            }
        }
        if (is_explained(load, slip)) {
            continue; /* that has been reported */
        }
        if (!blames_definition(load, slip, times)) {
            report_name(load, slip);
        } else if (first == i) {
            report_definition(load, slip, times);
        }
    }
    load->danglings = 0;
}

void load_trust_names(struct load *load)
{
    for (int i = 0; i < COLLECTIONS; i++) {
        memset(load->table[i].named, true, sizeof load->table[i].named);
    }
}
