/* load_ends.c: mandates, endings, utility, and what scripts and players aim at. */
#include "content/load_reach.h"

static const struct scope own_scope = { .own = OWN_ANY };

/* What both sides have chosen lies open, and what was hidden comes out with the ending. */
static void load_mandate(struct load *load, int index)
{
    static const char *const keys[] = { "kept", "utility", "text", "fact", NULL };
    static const char *const text_keys[] = { "title", "line", NULL };
    const struct json_value *value = load->table[MANDATES].item[index];
    struct mandate *mandate = &load->sc->mandate[index];
    mandate->id = load_item_id(load, MANDATES, index);
    if (!load_object(load, value, keys)) {
        return;
    }
    load_carrier(load, value, TAG_MANDATE, index);
    mandate->kept = load_gate(load, json_require(&load->check, value, "kept"), own_scope,
                              FOR_NOBODY, "a mandate");
    int utility = 0;
    json_expect_integer(&load->check, json_require(&load->check, value, "utility"), -MAX_UTILITY,
                        MAX_UTILITY, &utility);
    mandate->utility = (int16_t)utility;
    const struct json_value *text = load_texts(load, value, text_keys, true);
    mandate->title = load_need(load, text, "title", voice_own(), LENGTH_ANY);
    mandate->line = load_need(load, text, "line", voice_own(), LENGTH_ANY);
}

/* ---- endings ---- */

static void load_ending_utility(struct load *load, const struct json_value *value,
                                struct ending *ending)
{
    int number = 0;
    if (value == NULL) {
        return;
    }
    if (value->type == JSON_OBJECT) {
        load_by_parties(load, value);
        for (int i = 0; i < load->table[PARTIES].count; i++) {
            const char *party = load->table[PARTIES].item[i]->key;
            json_expect_integer(&load->check, load_by_party(load, value, party), -MAX_UTILITY,
                                MAX_UTILITY, &number);
            ending->utility[i] = (int16_t)number;
        }
    } else if (json_expect_integer(&load->check, value, -MAX_UTILITY, MAX_UTILITY, &number)) {
        ending->utility[0] = ending->utility[1] = (int16_t)number;
    }
}

/* False where its condition is wrong, so that nothing can be told from what was compiled of it. */
static bool load_ending(struct load *load, int index)
{
    static const char *const keys[] = { "at", "ruin", "when", "utility", "text", "fact", NULL };
    static const char *const text_keys[] = { "title", "text", NULL };
    static const char *const times[] = { "any", "last" };
    const struct json_value *value = load->table[ENDINGS].item[index];
    const struct voice voice = { .scope = own_scope, .audience = FOR_BOTH };
    struct ending *ending = &load->sc->ending[index];
    ending->id = load_item_id(load, ENDINGS, index);
    if (!load_object(load, value, keys)) {
        return false;
    }
    load_carrier(load, value, TAG_ENDING, index);
    ending->last = load_word(load, value, "at", times, 2, 1) == 1;
    ending->ruin = load_flag(load, value, "ruin");
    const int trouble = load_trouble(load);
    ending->when = load_gate(load, json_member(value, "when"), (struct scope){ .picked = true },
                             FOR_BOTH, "an ending");
    const bool sound = load_trouble(load) == trouble;
    load_ending_utility(load, json_require(&load->check, value, "utility"), ending);
    const struct json_value *text = load_texts(load, value, text_keys, true);
    ending->title = load_need(load, text, "title", voice, LENGTH_ANY);
    ending->text = load_need(load, text, "text", voice, LENGTH_ENDING);
    return sound;
}

/* True where one of the alternatives tests nothing. */
static bool holds_always(const struct scenario *sc, int when)
{
    while (sc->when[when].tests > 0 && sc->when[when].or_next) {
        when++;
    }
    return sc->when[when].tests == 0;
}

/* One that holds only where another holds that is looked for first. */
static void check_covered(struct load *load, int index, const bool sound[MAX_ENDINGS])
{
    const struct scenario *sc = load->sc;
    const struct ending *ending = &sc->ending[index];
    for (int i = 0; i < index && sound[index] && !holds_always(sc, ending->when); i++) {
        const struct ending *before = &sc->ending[i];
        if (sound[i] && !holds_always(sc, before->when) && (!before->last || ending->last) &&
            load_implies(sc, ending->when, before->when)) {
            load_warning(
                load, spot_value(json_member(load->table[ENDINGS].item[index], "when")), "S061",
                "no game reaches this: \"%s\" stands before it and holds then, too", before->id);
            return;
        }
    }
}

/* The last one catches every game that no other did; one without a condition that comes earlier
 * catches all that follow. */
static void check_endings(struct load *load, const bool sound[MAX_ENDINGS])
{
    const struct table *table = &load->table[ENDINGS];
    for (int i = 0; i < table->count; i++) {
        const struct json_value *value = table->item[i];
        const bool always = json_member(value, "when") == NULL ||
                            (sound[i] && holds_always(load->sc, load->sc->ending[i].when));
        const bool last = load->sc->ending[i].last;
        check_covered(load, i, sound);
        if (always && !last) {
            load_error(load, spot_value(value), "S052",
                       "\"%s\" has no condition and would end every game at once", value->key);
        } else if (always && i + 1 < table->count) {
            load_warning(load, spot_key(table->item[i + 1]), "S061",
                         "no game reaches this after the last round: \"%s\" stands before it and "
                         "has no condition",
                         value->key);
        } else if (i + 1 == table->count && !always) {
            struct finding *finding =
                load_error(load, spot_value(value), "S052", "a game could end without an ending");
            findings_expected(load->findings, finding,
                              "a last ending without \"when\", at \"last\"");
        }
    }
}

/* ---- aims ---- */

static void load_caution(struct load *load)
{
    static const char *const keys[] = { "prudent", "grave", NULL };
    const struct json_value *caution = json_member(load->root, "caution");
    if (caution == NULL || !load_object(load, caution, keys)) {
        return;
    }
    for (int i = 0; i < 2; i++) {
        load->sc->caution[i] = load_gate(load, json_member(caution, keys[i]), own_scope, FOR_OWN,
                                         "the caution of a script");
    }
}

static void load_goals(struct load *load)
{
    static const char *const keys[] = { "when", "text", NULL };
    const struct json_value *goals = json_member(load->root, "goals");
    if (!json_expect_array(&load->check, goals, 0, 6)) {
        return;
    }
    for (const struct json_value *one = goals->first; one != NULL; one = one->next) {
        struct goal *goal = &load->sc->goal[load->sc->goals++];
        if (load_object(load, one, keys)) {
            goal->when = load_gate(load, json_require(&load->check, one, "when"), own_scope,
                                   FOR_OWN, "a goal");
            goal->title = load_need(load, one, "text", voice_own(), LENGTH_ANY);
        }
    }
}

void load_ends(struct load *load)
{
    const int reads = load->reads;
    bool sound[MAX_ENDINGS] = { false };
    load->sc->mandates = load->table[MANDATES].count;
    for (int i = 0; i < load->sc->mandates; i++) {
        load_mandate(load, i);
    }
    load->sc->endings = load->table[ENDINGS].count;
    for (int i = 0; i < load->sc->endings; i++) {
        sound[i] = load_ending(load, i);
    }
    check_endings(load, sound);
    const int trouble = load_trouble(load);
    load->sc->utility = load_amount(load, json_member(load->root, "utility"), own_scope,
                                    (struct bounds){ -MAX_UTILITY, MAX_UTILITY });
    load->worthless = load_trouble(load) > trouble;
    load->reads = reads;
    load_caution(load);
    load_goals(load);
}
