/* vary.c: --set and --vary: the cells of a run. */
#define _POSIX_C_SOURCE 200809L

#include "command/run/vary.h"

#include "command/given.h"
#include "command/out.h"
#include "command/run/change.h"
#include "command/tally.h"
#include "content/scenario_facts.h"
#include "content/scenario_load.h"
#include "json/json.h"
#include "json/json_write.h"
#include "match/say.h"
#include "minister/outside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *keep(struct vary_base *base, char *text)
{
    if (text != NULL) {
        base->owned[base->owneds++] = text;
    }
    return text;
}

/* ---- keys ---- */

/* What a word may be: the seats and the meters. */
static const char *hint_key(const struct vary_base *base, const struct scenario *sc,
                            const char *key)
{
    static char seat[MAX_PARTIES][64];
    const char *known[MAX_PARTIES + MAX_METERS];
    int count = 0;
    for (int party = 0; party < MAX_PARTIES && base->varies > 0; party++) {
        snprintf(seat[party], sizeof seat[party], "seat.%.50s", sc->actor[party].id);
        known[count++] = seat[party];
    }
    for (int i = 0; i < sc->meters; i++) {
        known[count++] = sc->meter[i].id;
    }
    return args_hint(key, known, count);
}

static const struct meter *meter_named(const struct scenario *sc, const char *id)
{
    for (int i = 0; i < sc->meters; i++) {
        if (strcmp(sc->meter[i].id, id) == 0) {
            return &sc->meter[i];
        }
    }
    return NULL;
}

/* The key of `word`, which is "KEY=...", as results tell it, into *out; *seat is the party of a seat,
 * or -1. */
static int read_key(struct vary_base *base, const struct scenario *sc, const char *option,
                    const char *word, const char **out, int *seat)
{
    const size_t length = strcspn(word, "=");
    char *key = keep(base, strndup(word, length));
    char pointer[200];
    *out = key;
    *seat = -1;
    if (key == NULL) {
        return out_of_memory();
    }
    if (length == 0 || word[length] == '\0') {
        return args_wrong(base->args, _("%s %s: KEY=VALUE is expected"), option, word);
    }
    if (key[0] == '/') {
        return EXIT_FINE;
    }
    if (strncmp(key, "seat.", 5) == 0 && strcmp(option, "--vary") == 0) {
        return given_party(base->args, sc, key + 5, seat);
    }
    if (meter_named(sc, key) == NULL) {
        return args_wrong(base->args,
                          _("%s %s: %s is no JSON pointer, such as /meters/trust/start, no meter "
                            "and no seat%s"),
                          option, word, key, hint_key(base, sc, key));
    }
    snprintf(pointer, sizeof pointer, "/meters/%s/start", key);
    *out = keep(base, strdup(pointer));
    return *out != NULL ? EXIT_FINE : out_of_memory();
}

/* ---- values ---- */

/* A word that is meant as a string: 40.. or incident. */
static bool is_bare(const char *text)
{
    return *text != '\0' && strpbrk(text, " \t\r\n\"\\[]{},:") == NULL;
}

static char *write_bare(const char *text)
{
    struct json_writer w = json_writer_init();
    json_write_string(&w, text);
    return json_writer_finish(&w);
}

static char *write_document(const struct json_document *document)
{
    struct json_writer w = json_writer_init();
    json_write_value(&w, json_root(document));
    return json_writer_finish(&w);
}

/* A value as JSON on one line. */
static int read_json(struct vary_base *base, const char *option, const char *text, const char **out)
{
    struct findings findings = findings_init();
    struct json_document *document = json_read(option, text, strlen(text), &findings);
    const bool wrong = findings.errors > 0;
    int code = EXIT_FINE;
    if (wrong && is_bare(text)) {
        *out = keep(base, write_bare(text));
    } else if (wrong) {
        (void)findings_print_text(&findings, stderr);
        code = args_wrong(base->args, _("%s: %s is no JSON value"), option, text);
    } else if (document != NULL) {
        *out = keep(base, write_document(document));
    }
    json_free(document);
    findings_clear(&findings);
    return code == EXIT_FINE && *out == NULL ? out_of_memory() : code;
}

/* The length of the first of several values, parted by commas that stand in no list and no string. */
static size_t value_length(const char *text)
{
    size_t at = 0;
    int depth = 0;
    bool quoted = false;
    for (; text[at] != '\0' && (text[at] != ',' || depth > 0 || quoted); at++) {
        if (quoted && text[at] == '\\' && text[at + 1] != '\0') {
            at++;
        } else if (text[at] == '"') {
            quoted = !quoted;
        } else if (!quoted) {
            depth += (text[at] == '[' || text[at] == '{') - (text[at] == ']' || text[at] == '}');
        }
    }
    return at;
}

static int add_value(struct vary_base *base, struct factor *factor, const char *word, char *value)
{
    const char *text = value;
    if (factor->values == MAX_VALUES) {
        return args_wrong(base->args, _("--vary %s: %d values are the most"), factor->key,
                          MAX_VALUES);
    }
    if (value[0] == '\0') {
        return args_wrong(base->args, _("--vary %s: a value is missing"), word);
    }
    int code = factor->seat >= 0 ? EXIT_FINE : read_json(base, "--vary", value, &text);
    for (int i = 0; i < factor->values && code == EXIT_FINE; i++) {
        if (strcmp(factor->value[i], text) == 0) {
            code = args_wrong(base->args, _("--vary %s: %s stands there twice"), word, text);
        }
    }
    factor->value[factor->values++] = text;
    return code;
}

/* ---- settings and factors ---- */

static int read_factor(struct vary_base *base, struct run *run, const struct scenario *sc,
                       const char *word)
{
    struct factor *factor = &run->factor[run->factors++];
    int code = read_key(base, sc, "--vary", word, &factor->key, &factor->seat);
    const char *at = word + strcspn(word, "=");
    while (code == EXIT_FINE && *at != '\0') {
        at++;
        const size_t length = value_length(at);
        char *value = factor->seat >= 0 || length > 0 ? strndup(at, length) : strdup("");
        code = value != NULL ? add_value(base, factor, word, keep(base, value)) : out_of_memory();
        at += length;
    }
    for (int f = 0; f + 1 < run->factors && code == EXIT_FINE; f++) {
        if (strcmp(run->factor[f].key, factor->key) == 0) {
            code = args_wrong(base->args, _("--vary %s: that is varied already"), word);
        }
    }
    return code;
}

static int read_setting(struct vary_base *base, struct run *run, const struct scenario *sc,
                        const char *word)
{
    struct setting *setting = &run->setting[run->settings++];
    int seat;
    const int code = read_key(base, sc, "--set", word, &setting->key, &seat);
    return code == EXIT_FINE
               ? read_json(base, "--set", word + strcspn(word, "=") + 1, &setting->value)
               : code;
}

static int count_cells(struct vary_base *base, struct run *run)
{
    run->cells = 1;
    for (int f = 0; f < run->factors; f++) {
        run->cells *= run->factor[f].values;
        if (run->cells > MAX_CELLS) {
            return args_wrong(base->args, _("%d combinations are the most"), MAX_CELLS);
        }
    }
    if ((uint64_t)run->cells * run->games > TALLY_MAX_GAMES) {
        return args_wrong(base->args, _("%d games are the most, over all combinations"),
                          TALLY_MAX_GAMES);
    }
    return EXIT_FINE;
}

/* ---- cells ---- */

/* A cell whose rules are those of this one, among those before it; or -1. */
static int like_before(const struct run *run, int cell)
{
    for (int other = 0; other < cell; other++) {
        bool same = true;
        for (int f = 0; f < run->factors; f++) {
            same = same && (run->factor[f].seat >= 0 ||
                            run_value(run, cell, f) == run_value(run, other, f));
        }
        if (same) {
            return other;
        }
    }
    return -1;
}

static int lay_rules(const struct vary_base *base, struct run *run, int cell, struct scenario *sc)
{
    struct cell *at = &run->cell[cell];
    struct setting set[MAX_SETTINGS + MAX_FACTORS];
    int sets = 0;
    const int other = like_before(run, cell);
    if (other >= 0) {
        at->sc = run->cell[other].sc;
        at->hash = run->cell[other].hash;
        at->text = run->cell[other].text;
        return EXIT_FINE;
    }
    for (int i = 0; i < run->settings; i++) {
        set[sets++] = run->setting[i];
    }
    for (int f = 0; f < run->factors; f++) {
        if (run->factor[f].seat < 0) {
            set[sets++] = (struct setting){ run->factor[f].key, run_value(run, cell, f) };
        }
    }
    struct scenario *own = sc;
    int code = EXIT_FINE;
    if (sets > 0) {
        at->own = true;
        code = change_load(base->args, base->scenario, set, sets, &own, &at->text);
    }
    at->sc = own;
    at->hash = own != NULL ? own->hash : 0;
    return code;
}

static int lay_seats(const struct vary_base *base, struct run *run, int cell)
{
    int code = EXIT_FINE;
    for (int party = 0; party < MAX_PARTIES && code == EXIT_FINE; party++) {
        const char *name = base->seat[party];
        struct minister minister;
        for (int f = 0; f < run->factors; f++) {
            name = run->factor[f].seat == party ? run_value(run, cell, f) : name;
        }
        code = given_player(base->args, run->cell[cell].sc, name, &minister);
        if (code == EXIT_FINE) {
            run->cell[cell].chair[party] = chair_init(&minister);
        }
    }
    return code;
}

/* What has another name in one cell than in another could not be laid side by side. */
static int compare_names(const struct vary_base *base, const struct run *run, int cell)
{
    if (change_same_names(run->cell[0].sc, run->cell[cell].sc)) {
        return EXIT_FINE;
    }
    return args_wrong(base->args, "%s",
                      _("--vary: endings, incidents, moves, meters and parties must have the same "
                        "names throughout"));
}

static int take_facts(const struct vary_base *base, const struct run *run, int cell,
                      struct scenario *sc)
{
    char why[200];
    int code = EXIT_FINE;
    for (int i = 0; i < run->withouts && code == EXIT_FINE && like_before(run, cell) < 0; i++) {
        int fact;
        code = given_fact(base->args, sc, run->without[i], &fact);
        const char *refusal =
            code == EXIT_FINE ? scenario_without(sc, fact, why, sizeof why) : NULL;
        if (refusal != NULL) {
            code = args_wrong(base->args, "--without %s: %s", run->without[i], refusal);
        }
    }
    return code;
}

static int lay_cells(struct vary_base *base, struct run *run, struct scenario *sc)
{
    int code = EXIT_FINE;
    run->cell = calloc((size_t)run->cells, sizeof *run->cell);
    if (run->cell == NULL) {
        return out_of_memory();
    }
    for (int cell = 0; cell < run->cells && code == EXIT_FINE; cell++) {
        code = lay_rules(base, run, cell, sc);
        if (code == EXIT_FINE) {
            code = compare_names(base, run, cell);
        }
        if (code == EXIT_FINE) {
            code = take_facts(base, run, cell, (struct scenario *)run->cell[cell].sc);
        }
        if (code == EXIT_FINE) {
            code = lay_seats(base, run, cell);
        }
    }
    run->sc = run->cell[0].sc;
    return code;
}

int vary_plan(struct vary_base *base, struct run *run, struct scenario *sc)
{
    int code = EXIT_FINE;
    for (int i = 0; i < base->sets && code == EXIT_FINE; i++) {
        code = read_setting(base, run, sc, base->set[i]);
    }
    for (int i = 0; i < base->varies && code == EXIT_FINE; i++) {
        code = read_factor(base, run, sc, base->vary[i]);
    }
    if (code == EXIT_FINE) {
        code = count_cells(base, run);
    }
    return code == EXIT_FINE ? lay_cells(base, run, sc) : code;
}

void vary_free(struct vary_base *base, struct run *run)
{
    for (int i = 0; i < run->cells && run->cell != NULL; i++) {
        struct cell *cell = &run->cell[i];
        for (int party = 0; party < MAX_PARTIES; party++) {
            outside_stop(&cell->chair[party].minister);
        }
        if (cell->own) {
            scenario_free((struct scenario *)cell->sc);
            free(cell->text);
        }
    }
    free(run->cell);
    for (int i = 0; i < base->owneds; i++) {
        free(base->owned[i]);
    }
}
