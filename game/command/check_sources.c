/* check_sources.c: the answer of `backchannel check --sources`. */
#include "command/check_sources.h"

#include "command/out.h"
#include "content/scenario_facts.h"
#include "json/json_write.h"
#include "match/say.h"

#include <stdio.h>
#include <stdlib.h>

static int carriers(const struct scenario *sc, int fact)
{
    int count = 0;
    for (int i = 0; i < sc->tags; i++) {
        count += sc->tag[i].fact == fact;
    }
    return count;
}

bool sources_carried(const struct scenario *sc)
{
    for (int i = 0; i < sc->facts; i++) {
        if (sc->fact[i].role != FACT_EDITORIAL && carriers(sc, i) == 0) {
            return false;
        }
    }
    return true;
}

static const char *sentence(const struct scenario *sc, struct phrase phrase)
{
    return sc->text[phrase.first].utf8;
}

/* ---- for people ---- */

static void print_fact(const struct scenario *sc, int index, const char *path)
{
    const struct fact *fact = &sc->fact[index];
    say("%s  %s  %s\n", fact->id, fact_roles[fact->role], sentence(sc, fact->text));
    if (fact->note.count > 0) {
        say("    %s\n", sentence(sc, fact->note));
    }
    for (int i = 0; i < sc->tags; i++) {
        const struct tag *tag = &sc->tag[i];
        if (tag->fact == index) {
            say("    %s:%d  %s  %s\n", path, tag->line, tag_kinds[tag->kind], tag->pointer);
        }
    }
    if (fact->role != FACT_EDITORIAL && carriers(sc, index) == 0) {
        say("    %s\n", _("carried by nothing"));
    }
}

void sources_print_text(const struct scenario *sc, const char *path)
{
    int roles[FACT_ROLES] = { 0 };
    for (int i = 0; i < sc->facts; i++) {
        print_fact(sc, i, path);
        roles[sc->fact[i].role]++;
    }
    say(_("facts: %d"), sc->facts);
    for (int i = 0; i < FACT_ROLES; i++) {
        say(", %s %d", fact_roles[i], roles[i]);
    }
    say(_("; carried in %d places\n"), sc->tags);
}

/* ---- for programs ---- */

static void write_carrier(struct json_writer *w, const struct tag *tag)
{
    json_write_begin_object(w);
    json_put_string(w, "pointer", tag->pointer);
    json_put_int64(w, "line", tag->line);
    json_put_int64(w, "column", tag->column);
    json_put_string(w, "kind", tag_kinds[tag->kind]);
    json_write_end_object(w);
}

static void write_fact(struct json_writer *w, const struct scenario *sc, int index)
{
    const struct fact *fact = &sc->fact[index];
    json_write_begin_object(w);
    json_put_string(w, "id", fact->id);
    json_put_string(w, "role", fact_roles[fact->role]);
    json_put_string(w, "text", sentence(sc, fact->text));
    json_write_key(w, "carriers");
    json_write_begin_array(w);
    for (int i = 0; i < sc->tags; i++) {
        if (sc->tag[i].fact == index) {
            write_carrier(w, &sc->tag[i]);
        }
    }
    json_write_end_array(w);
    json_write_end_object(w);
}

bool sources_print_json(const struct scenario *sc)
{
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    json_write_key(&w, "facts");
    json_write_begin_array(&w);
    for (int i = 0; i < sc->facts; i++) {
        write_fact(&w, sc, i);
    }
    json_write_end_array(&w);
    json_write_end_object(&w);
    char *line = json_writer_finish(&w);
    if (line == NULL) {
        return false;
    }
    puts(line);
    free(line);
    return true;
}
