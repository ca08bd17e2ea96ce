/* load_moves.c: moves: first what conditions need to know of them, then their rows and texts. */
#include "content/load.h"

#include <string.h>

static const struct json_value *item(const struct load *load, int move)
{
    return load->table[MOVES].item[move];
}

/* ---- names, beats, families ---- */

/* Sorts the moves by beat, in file order within a beat, so that a beat's moves are neighbours. */
static void sort_moves(struct load *load, uint8_t beat[MAX_MOVES])
{
    struct table *table = &load->table[MOVES];
    for (int i = 1; i < table->count; i++) {
        const struct json_value *moved = table->item[i];
        const uint8_t its_beat = beat[i];
        const bool lost = load->lost[i];
        int k = i;
        for (; k > 0 && beat[k - 1] > its_beat; k--) {
            table->item[k] = table->item[k - 1];
            beat[k] = beat[k - 1];
            load->lost[k] = load->lost[k - 1];
        }
        table->item[k] = moved;
        beat[k] = its_beat;
        load->lost[k] = lost;
    }
}

static void name_move(struct load *load, int index, int beat)
{
    static const char *const families[] = { "cooperate", "accuse", "deny" };
    struct move *move = &load->sc->move[index];
    const struct json_value *value = item(load, index);
    move->id = load_item_id(load, MOVES, index);
    move->beat = (uint8_t)beat;
    move->seen_as = (uint8_t)index;
    json_require(&load->check, value, "family");
    const int family = load_word(load, value, "family", families, 3, -1);
    load->unsorted = load->unsorted || family < 0;
    move->family = (uint8_t)(family < 0 ? FAMILY_DENY : family);
    move->open = load_flag(load, value, "public");
    move->again = load_flag(load, value, "again");
    struct beat *b = &load->sc->beat[beat];
    if (b->moves == 0) {
        b->first_move = (uint8_t)index;
    }
    b->moves++;
}

static void find_look(struct load *load, int index)
{
    const struct json_value *value = json_member(item(load, index), "appears");
    const int look = load_id(load, MOVES, value);
    struct move *move = &load->sc->move[index];
    if (look < 0 || load->astray || load->unsorted) {
        return;
    }
    const struct move *model = &load->sc->move[look];
    const struct json_value *says = json_member(item(load, index), "says");
    const struct json_value *model_says = json_member(item(load, look), "says");
    if (model->beat != move->beat || model->family != move->family || model->open != move->open ||
        json_member(item(load, look), "appears") != NULL) {
        load_error(load, spot_value(value), "S045",
                   "a move looks like one of the same beat and family, as public as itself, that "
                   "looks like itself");
        return;
    }
    if ((says == NULL) != (model_says == NULL) || move->again || model->again) {
        load_error(
            load, spot_value(value), "S045",
            "moves that look alike both say something or neither does, and are not \"again\"");
    }
    move->seen_as = (uint8_t)look;
}

void load_move_names(struct load *load)
{
    static const char *const keys[] = { "beat",    "family", "public", "appears", "again",
                                        "default", "each",   "when",   "says",    "effects",
                                        "habit",   "text",   "fact",   NULL };
    uint8_t beat[MAX_MOVES] = { 0 };
    struct table *table = &load->table[MOVES];
    load->astray = table->object == NULL;
    for (int i = 0; i < table->count; i++) {
        int at = -1;
        if (load_object(load, table->item[i], keys)) {
            const int danglings = load->danglings;
            at = load_id(load, BEATS, json_require(&load->check, table->item[i], "beat"));
            load->astray = load->astray || load->danglings > danglings;
        }
        beat[i] = (uint8_t)(at < 0 ? 0 : at);
        load->lost[i] = at < 0;
        load->astray = load->astray || at < 0;
    }
    sort_moves(load, beat);
    load->sc->moves = table->count;
    for (int i = 0; i < table->count; i++) {
        name_move(load, i, beat[i]);
    }
    for (int i = 0; i < table->count; i++) {
        find_look(load, i);
    }
}

/* ---- rows ---- */

static struct scope scope_of(const struct load *load, int beat)
{
    const struct beat *b = &load->sc->beat[beat];
    return (struct scope){ .kinds = (uint8_t)(1u << b->round_kind),
                           .has_case = b->by != BY_BOTH,
                           .own = b->by == BY_VICTIM    ? OWN_VICTIM
                                  : b->by == BY_SUSPECT ? OWN_SUSPECT
                                                        : OWN_ANY };
}

/* Appends the rows that run at that time; "at" is missing: now. */
static struct rows load_effects(struct load *load, int index, struct site *site, bool revealed)
{
    static const char *const times[] = { "now", "revealed" };
    const struct json_value *list = json_member(item(load, index), "effects");
    const int first = load->sc->n_rows;
    site->place = 0;
    for (const struct json_value *row = list == NULL ? NULL : list->first; row != NULL;
         row = row->next) {
        const struct json_value *at = json_member(row, "at");
        const bool later =
            at != NULL && (at->type != JSON_STRING || strcmp(at->string, times[0]) != 0);
        if (row->type != JSON_OBJECT || later != revealed) {
            site->place++;
            continue;
        }
        if (at != NULL && json_expect_word(&load->check, at, times, 2) == 1 &&
            !site->scope.has_case) {
            load_error(load, spot_value(at), "S022",
                       "\"revealed\" means nothing here: there is no case");
        }
        load_carrier(load, row, TAG_ROW, load->sc->n_rows);
        load_row(load, row, site, false);
    }
    return (struct rows){ .first = (uint16_t)first, .count = (uint16_t)(load->sc->n_rows - first) };
}

static void load_all_effects(struct load *load, int index, struct scope scope)
{
    struct move *move = &load->sc->move[index];
    const struct json_value *list = json_member(item(load, index), "effects");
    struct site site = { .scope = scope, .source = SOURCE_MOVE, .element = index };
    site.scope.picked = true;
    site.scope.mover_only = load->sc->beat[move->beat].secret;
    if (!json_expect_array(&load->check, list, 0, 64)) {
        return;
    }
    for (const struct json_value *row = list->first; row != NULL; row = row->next) {
        load_row_object(load, row, load_row_keys);
    }
    move->now = load_effects(load, index, &site, false);
    site.scope.truth = true;
    move->revealed = load_effects(load, index, &site, true);
}

/* A delayed row that waits would tell apart moves that look alike: it shows in no view. */
static void veil_look_alikes(struct scenario *sc)
{
    for (int i = 0; i < sc->moves; i++) {
        const int twins[] = { i, sc->move[i].seen_as };
        for (int k = 0; k < 2 && twins[0] != twins[1]; k++) {
            const struct rows rows = sc->move[twins[k]].now;
            for (int row = rows.first; row < rows.first + rows.count; row++) {
                sc->row[row].veiled = true;
            }
        }
    }
}

/* ---- the rest ---- */

static void load_move_texts(struct load *load, int index, struct scope scope)
{
    static const char *const keys[] = {
        "title", "line", "own", "other", "speech", "secretly", NULL
    };
    struct move *move = &load->sc->move[index];
    scope.kinds = 0; /* reasons are read when the truth is out, too */
    const struct json_value *text = load_texts(load, item(load, index), keys, true);
    const struct voice own = { .scope = scope, .audience = FOR_OWN };
    const struct voice both = { .scope = scope, .audience = FOR_BOTH };
    move->title = load_need(load, text, "title", both, LENGTH_MOVE_TITLE);
    move->line = load_text(load, text, "line", own, LENGTH_MOVE_LINE);
    move->because[0] = load_text(load, text, "own", both, LENGTH_ANY);
    move->because[1] = load_text(load, text, "other", both, LENGTH_ANY);
    move->speech = load_text(load, text, "speech", both, LENGTH_SPOKEN);
    move->secretly = load_text(load, text, "secretly", own, LENGTH_ANY);
}

static void load_default(struct load *load, int index)
{
    const struct json_value *value = json_member(item(load, index), "default");
    struct move *move = &load->sc->move[index];
    struct beat *beat = &load->sc->beat[move->beat];
    if (!load_flag(load, item(load, index), "default")) {
        return;
    }
    if (beat->fallback != UINT8_MAX && !load->astray) {
        load_error(load, spot_value(value), "S042", "the beat \"%s\" has a default move already",
                   beat->id);
        return;
    }
    if (move->again || json_member(item(load, index), "when") != NULL) {
        load_error(load, spot_value(value), "S043",
                   "the default move must always be possible: no \"when\", not \"again\"");
    }
    beat->fallback = (uint8_t)index;
}

static void load_each(struct load *load, int index)
{
    static const char *const what[] = { "agreements" };
    struct move *move = &load->sc->move[index];
    const struct json_value *value = json_member(item(load, index), "each");
    load_word(load, item(load, index), "each", what, 1, -1);
    move->each = value != NULL;
    if (move->each && !load->astray && load->sc->beat[move->beat].pick == 0 &&
        json_member(load->table[BEATS].item[move->beat], "pick") == NULL) {
        load_error(load, spot_value(value), "S044", "only a beat with \"pick\" chooses agreements");
    }
    if (move->again && load->sc->beat[move->beat].by == BY_BOTH) {
        load_error(load, spot_value(json_member(item(load, index), "again")), "S044",
                   "where both choose blind nobody moves again");
    }
}

static void load_move(struct load *load, int index)
{
    struct move *move = &load->sc->move[index];
    const struct json_value *value = item(load, index);
    const struct json_value *says = json_member(value, "says");
    const struct scope scope = scope_of(load, move->beat);
    struct scope out = scope;
    out.truth = true;
    out.kinds = 0; /* it comes out in any round */
    load_carrier(load, value, TAG_MOVE, index);
    load_default(load, index);
    load_each(load, index);
    move->when = load_gate(load, json_member(value, "when"), scope, FOR_OWN, "a move");
    move->claims = says != NULL;
    move->says = load_gate(load, says, out, FOR_BOTH, "what a move says");
    if (says != NULL && !load->astray && load->sc->beat[move->beat].by != BY_SUSPECT) {
        load_error(load, spot_key(says), "S022",
                   "\"says\" means nothing here: only what the suspect says is tested");
    }
    const int trouble = load_trouble(load);
    load_all_effects(load, index, scope);
    load->wrong_move[index] = load_trouble(load) > trouble;
    move->habits = load_habits(load, json_member(value, "habit"), scope, move->habit);
    load_move_texts(load, index, scope);
}

void load_moves(struct load *load)
{
    for (int i = 0; i < load->sc->beats; i++) {
        load->sc->beat[i].fallback = UINT8_MAX;
    }
    for (int i = 0; i < load->sc->moves; i++) {
        if (!load->lost[i]) {
            load_move(load, i);
        }
    }
    load_flow_alike(load);
    veil_look_alikes(load->sc);
}
