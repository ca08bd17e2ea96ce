/* load_facts.c: the facts behind a scenario, and what carries each. */
#include "content/load.h"

#include "content/scenario_facts.h"

#include <stdlib.h>
#include <string.h>

enum { CARRIED_MAX = 32 };

const char *const fact_roles[] = { "rule", "card", "setting", "editorial" };
const char *const tag_kinds[] = { "row",       "rule",     "move",   "agreement", "promise",
                                  "meter",     "culprit",  "trace",  "tier",      "belief",
                                  "kind",      "incident", "ending", "mandate",   "settle",
                                  "round",     "beat",     "party",  "other",     "adviser",
                                  "character", "source",   "text" };
_Static_assert(sizeof tag_kinds / sizeof *tag_kinds == TAG_KINDS, "a name for each kind");

bool load_is_fact_id(const char *id)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    const size_t length = strlen(id);
    return length >= 1 && length <= FACT_ID_MAX && strchr(letters + 52, id[0]) == NULL &&
           strspn(id, letters) == length;
}

static void load_fact(struct load *load, int index)
{
    static const char *const keys[] = { "role", "text", "note", NULL };
    const struct json_value *value = load->table[FACTS].item[index];
    struct fact *fact = &load->sc->fact[index];
    fact->id = load_item_id(load, FACTS, index);
    if (!load_object(load, value, keys)) {
        return;
    }
    json_require(&load->check, value, "role");
    fact->role = (uint8_t)load_word(load, value, "role", fact_roles, FACT_ROLES, FACT_EDITORIAL);
    fact->text = load_need(load, value, "text", voice_open(), LENGTH_ANY);
    fact->note = load_text(load, value, "note", voice_open(), LENGTH_ANY);
}

void load_facts(struct load *load)
{
    load->sc->facts = load->table[FACTS].count;
    for (int i = 0; i < load->sc->facts; i++) {
        load_fact(load, i);
    }
}

/* ---- what carries them ---- */

static void add_tag(struct load *load, const struct json_value *carrier, struct tag tag)
{
    struct scenario *sc = load->sc;
    if (sc->tags == MAX_TAGS) {
        load_full(load, carrier, FULL_TAGS, MAX_TAGS, "carried facts");
        return;
    }
    const struct place *place = carrier->key != NULL ? &carrier->key_place : &carrier->place;
    tag.line = place->line;
    tag.column = place->column;
    tag.pointer = json_pointer(carrier);
    load->findings->out_of_memory = load->findings->out_of_memory || tag.pointer == NULL;
    sc->tag[sc->tags++] = tag;
}

static bool stands_before(const struct json_value *fact)
{
    for (const struct json_value *one = fact->parent->first; one != fact; one = one->next) {
        if (one->type == JSON_STRING && strcmp(one->string, fact->string) == 0) {
            return true;
        }
    }
    return false;
}

void load_carried(struct load *load, const struct json_value *list,
                  const struct json_value *carrier, enum tag_kind kind, int index)
{
    if (!json_expect_array(&load->check, list, 0, CARRIED_MAX)) {
        return;
    }
    for (const struct json_value *one = list->first; one != NULL; one = one->next) {
        const int fact = load_id(load, FACTS, one);
        if (fact >= 0 && stands_before(one)) {
            load_error(load, spot_value(one), "S023", "\"%s\" stands here twice", one->string);
        } else if (fact >= 0) {
            add_tag(load, carrier,
                    (struct tag){
                        .fact = (uint8_t)fact, .kind = (uint8_t)kind, .index = (uint16_t)index });
        }
    }
}

void load_carrier(struct load *load, const struct json_value *value, enum tag_kind kind, int index)
{
    load_carried(load, json_member(value, "fact"), value, kind, index);
}

/* ---- the whole ---- */

static int by_place(const void *a, const void *b)
{
    const struct tag *one = a, *other = b;
    return one->line != other->line       ? one->line - other->line
           : one->column != other->column ? one->column - other->column
                                          : one->fact - other->fact;
}

void load_check_facts(struct load *load)
{
    const struct scenario *sc = load->sc;
    qsort(load->sc->tag, (size_t)sc->tags, sizeof *sc->tag, by_place);
    if (load->findings->errors > load->errors) {
        return; /* what is wrong may be why */
    }
    for (int i = 0; i < sc->facts; i++) {
        if (sc->fact[i].role != FACT_EDITORIAL && !load->table[FACTS].used[i]) {
            load_warning(load, spot_key(load->table[FACTS].item[i]), "S062",
                         "the fact \"%s\" is carried by nothing", sc->fact[i].id);
        }
    }
}
