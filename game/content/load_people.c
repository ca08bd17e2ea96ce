/* load_people.c: actors, advisers, characters, sources, words, and the texts of the whole. */
#include "content/load.h"

#include <string.h>

/* ---- actors ---- */

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static uint32_t load_color(struct load *load, const struct json_value *value)
{
    uint32_t color = 0;
    if (value == NULL || json_expect_string(&load->check, value, 1, 32) == NULL) {
        return 0;
    }
    bool good = strlen(value->string) == 7 && value->string[0] == '#';
    for (int i = 1; good && i < 7; i++) {
        const int digit = hex_digit(value->string[i]);
        good = digit >= 0;
        color = color << 4 | (uint32_t)(digit & 15);
    }
    if (!good) {
        struct finding *finding = load_error(load, spot_value(value), "S003", "this is no colour");
        findings_expected(load->findings, finding, "\"#rrggbb\", in small letters");
    }
    return color;
}

static void load_colors(struct load *load, const struct json_value *value, struct actor *actor)
{
    static const char *const keys[] = { "dark", "light", NULL };
    const struct json_value *color = json_require(&load->check, value, "color");
    if (color != NULL && load_object(load, color, keys)) {
        actor->color[0] = load_color(load, json_require(&load->check, color, "dark"));
        actor->color[1] = load_color(load, json_require(&load->check, color, "light"));
    }
}

static void load_actor(struct load *load, enum collection collection, int index)
{
    static const char *const party_keys[] = { "color", "why", "text", "fact", NULL };
    static const char *const other_keys[] = { "text", "fact", NULL };
    static const char *const text_keys[] = { "title", "country", "capital", "adjective", NULL };
    const bool party = collection == PARTIES;
    const struct json_value *value = load->table[collection].item[index];
    struct actor *actor = &load->sc->actor[load->sc->actors++];
    actor->id = load_item_id(load, collection, index);
    if (!load_object(load, value, party ? party_keys : other_keys)) {
        return;
    }
    load_carrier(load, value, party ? TAG_PARTY : TAG_OTHER, load->sc->actors - 1);
    if (party) {
        load_colors(load, value, actor);
        json_expect_string(&load->check, json_member(value, "why"), 1, 2000);
    }
    const struct json_value *text = load_texts(load, value, text_keys, true);
    actor->country = load_need(load, text, "country", voice_open(), LENGTH_ANY);
    actor->title = (party ? load_need : load_text)(load, text, "title", voice_open(), LENGTH_ANY);
    actor->capital =
        (party ? load_need : load_text)(load, text, "capital", voice_open(), LENGTH_ANY);
    actor->adjective =
        (party ? load_need : load_text)(load, text, "adjective", voice_open(), LENGTH_ANY);
}

void load_actors(struct load *load)
{
    for (int i = 0; i < load->table[PARTIES].count; i++) {
        load_actor(load, PARTIES, i);
    }
    for (int i = 0; i < load->table[OTHERS].count; i++) {
        load_actor(load, OTHERS, i);
    }
}

/* ---- advisers ---- */

static void load_advice(struct load *load, const struct json_value *lines, struct adviser *adviser)
{
    static const char *const families[] = { "cooperate", "accuse", "deny", NULL };
    if (!json_expect_object(&load->check, lines)) {
        return;
    }
    for (const struct json_value *one = lines->first; one != NULL; one = one->next) {
        if (strncmp(one->key, "x-", 2) == 0) {
            continue;
        }
        const int named = load_find(load, BEATS, one->key);
        const int at = named >= 0 ? named : load_mean(load, BEATS, one);
        if (at >= 0 && load_object(load, one, families)) {
            const struct voice voice = { .scope = { .has_case = load->sc->beat[at].by != BY_BOTH,
                                                    .own = OWN_ANY },
                                         .audience = FOR_OWN };
            for (int i = 0; i < FAMILY_COUNT; i++) {
                adviser->line[at][i] = load_text(load, one, families[i], voice, LENGTH_ANY);
            }
        }
    }
}

static void load_adviser(struct load *load, int index)
{
    static const char *const keys[] = { "weighs", "lie",  "suspicion", "patience",
                                        "text",   "fact", NULL };
    static const char *const text_keys[] = { "title", "lines", NULL };
    const struct json_value *value = load->table[ADVISERS].item[index];
    struct adviser *adviser = &load->sc->adviser[index];
    adviser->id = load_item_id(load, ADVISERS, index);
    if (!load_object(load, value, keys)) {
        return;
    }
    load_carrier(load, value, TAG_ADVISER, index);
    adviser->disposition = load_disposition(load, value);
    const struct json_value *text = load_texts(load, value, text_keys, true);
    adviser->title = load_need(load, text, "title", voice_own(), LENGTH_ANY);
    load_advice(load, json_require(&load->check, text, "lines"), adviser);
}

static void load_advisers(struct load *load)
{
    const struct table *table = &load->table[ADVISERS];
    load->sc->advisers = table->count;
    if (table->count != 0 && table->count != 3) {
        struct finding *finding =
            load_error(load, spot_value(table->object), "S055", "%d advisers", table->count);
        findings_expected(load->findings, finding, "three advisers, or none");
    }
    for (int i = 0; i < table->count; i++) {
        load_adviser(load, i);
    }
}

/* ---- characters, sources, words ---- */

static void load_character(struct load *load, int index)
{
    static const char *const keys[] = { "weighs", "lie",  "suspicion", "patience",
                                        "text",   "fact", NULL };
    static const char *const text_keys[] = { "title", "line", "manner", NULL };
    const struct json_value *value = load->table[CHARACTERS].item[index];
    const struct voice voice = { .scope = { .own = OWN_ANY }, .audience = FOR_BOTH };
    struct character *character = &load->sc->character[index];
    character->id = load_item_id(load, CHARACTERS, index);
    if (!load_object(load, value, keys)) {
        return;
    }
    load_carrier(load, value, TAG_CHARACTER, index);
    character->disposition = load_disposition(load, value);
    const struct json_value *text = load_texts(load, value, text_keys, true);
    character->title = load_need(load, text, "title", voice, LENGTH_ANY);
    character->line = load_text(load, text, "line", voice, LENGTH_ANY);
    character->manner = load_need(load, text, "manner", voice, LENGTH_ANY);
}

static void load_citation(struct load *load, int index)
{
    static const char *const keys[] = { "title", "note", "fact", NULL };
    const struct json_value *value = load->table[SOURCES].item[index];
    struct source_note *note = &load->sc->note[index];
    note->id = load_item_id(load, SOURCES, index);
    if (load_object(load, value, keys)) {
        load_carrier(load, value, TAG_SOURCE, index);
        note->title = load_need(load, value, "title", voice_open(), LENGTH_ANY);
        note->note = load_text(load, value, "note", voice_open(), LENGTH_ANY);
    }
}

/* A word stands inside other texts, so it holds no word itself and names no side of its own. */
static void load_word_text(struct load *load, int index)
{
    const struct voice voice = { .audience = FOR_BOTH, .word = true };
    const struct json_value *value = load->table[WORDS].item[index];
    load->sc->word[index].id = load_item_id(load, WORDS, index);
    load->sc->word[index].phrase = load_phrase(load, value, voice, LENGTH_ANY);
}

/* The variants of a briefing are its paragraphs: all of them are read. */
static void check_briefing(struct load *load, const struct json_value *briefing)
{
    for (const struct json_value *one = briefing ? briefing->first : NULL; one; one = one->next) {
        const struct json_value *when = one->type == JSON_OBJECT ? json_member(one, "when") : NULL;
        if (when) {
            load_error(load, spot_key(when), "S023",
                       "every paragraph of the briefing is read: \"when\" says nothing here");
        }
    }
}

static void load_top_texts(struct load *load)
{
    static const char *const keys[] = {
        "title", "subtitle", "briefing", "aim", "disclaimer", NULL
    };
    struct scenario *sc = load->sc;
    const struct json_value *text = load_texts(load, load->root, keys, true);
    sc->title = load_need(load, text, "title", voice_open(), LENGTH_ANY);
    sc->subtitle = load_text(load, text, "subtitle", voice_own(), LENGTH_ANY);
    sc->briefing = load_need(load, text, "briefing", voice_own(), LENGTH_ANY);
    sc->aim = load_need(load, text, "aim", voice_own(), LENGTH_ANY);
    sc->disclaimer = load_text(load, text, "disclaimer", voice_own(), LENGTH_ANY);
    check_briefing(load, json_member(text, "briefing"));
    load_length_total(load, json_member(text, "briefing"), LENGTH_BRIEFING);
}

void load_people(struct load *load)
{
    struct scenario *sc = load->sc;
    load_top_texts(load);
    load_advisers(load);
    sc->characters = load->table[CHARACTERS].count;
    for (int i = 0; i < sc->characters; i++) {
        load_character(load, i);
    }
    sc->notes = load->table[SOURCES].count;
    for (int i = 0; i < sc->notes; i++) {
        load_citation(load, i);
    }
    sc->words = load->table[WORDS].count;
    for (int i = 0; i < sc->words; i++) {
        load_word_text(load, i);
    }
}
