/* change.c: a scenario with other values in some places. */
#include "command/run/change.h"

#include "command/out.h"
#include "content/scenario_change.h"
#include "content/scenario_find.h"
#include "content/scenario_load.h"
#include "json/file.h"
#include "json/json_write.h"
#include "match/say.h"

#include <stdlib.h>
#include <string.h>

/* ---- loading ---- */

static char *write_settings(const struct setting *set, int sets)
{
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    for (int i = 0; i < sets; i++) {
        json_write_key(&w, set[i].key);
        json_write_text(&w, set[i].value);
    }
    json_write_end_object(&w);
    return json_writer_finish(&w);
}

/* The file with the settings in it, or NULL with findings. */
static char *put_in(const char *path, const char *settings, struct findings *findings)
{
    size_t length;
    struct json_document *file = json_read_file(path, SCENARIO_MAX_BYTES, &length, findings);
    struct json_document *set = json_read("--set", settings, strlen(settings), findings);
    char *text = NULL;
    if (file != NULL && set != NULL && findings->errors == 0) {
        text = scenario_change(json_root(file), json_root(set), findings);
    }
    json_free(set);
    json_free(file);
    return text;
}

static void tell_settings(const struct setting *set, int sets)
{
    complain("%s", _("backchannel: so changed the scenario cannot be played:"));
    for (int i = 0; i < sets; i++) {
        complain(" %s=%s", set[i].key, set[i].value);
    }
    complain("\n");
}

int change_load(const struct args *args, const char *name, const struct setting *set, int sets,
                struct scenario **out, char **text)
{
    struct findings findings = findings_init();
    char *settings = write_settings(set, sets);
    char *path = settings != NULL ? scenario_find(name, &findings) : NULL;
    *text = path != NULL ? put_in(path, settings, &findings) : NULL;
    *out = *text != NULL ? scenario_read(path, *text, strlen(*text), &findings) : NULL;
    int code = EXIT_FINE;
    if (*out == NULL) {
        if (*text != NULL) {
            tell_settings(set, sets);
        }
        const bool told = findings.errors > 0 && findings_print_text(&findings, stderr);
        code =
            told ? args_wrong(args, "%s", _("the scenario cannot be changed so")) : out_of_memory();
    }
    findings_clear(&findings);
    free(path);
    free(settings);
    return code;
}

/* ---- comparing ---- */

static bool same_columns(const struct scenario *a, const struct scenario *b)
{
    struct column one[MAX_SLOTS], two[MAX_SLOTS];
    const int columns = run_columns(a, one);
    bool same = columns == run_columns(b, two);
    for (int i = 0; i < columns && same; i++) {
        same = strcmp(one[i].id, two[i].id) == 0 && !one[i].party == !two[i].party;
    }
    return same;
}

bool change_same_names(const struct scenario *a, const struct scenario *b)
{
    bool same = a->endings == b->endings && a->incidents == b->incidents && a->moves == b->moves &&
                same_columns(a, b);
    for (int i = 0; i < MAX_PARTIES && same; i++) {
        same = strcmp(a->actor[i].id, b->actor[i].id) == 0;
    }
    for (int i = 0; i < a->endings && same; i++) {
        same = strcmp(a->ending[i].id, b->ending[i].id) == 0;
    }
    for (int i = 0; i < a->incidents && same; i++) {
        same = strcmp(a->incident[i].id, b->incident[i].id) == 0;
    }
    for (int i = 0; i < a->moves && same; i++) {
        same = strcmp(a->move[i].id, b->move[i].id) == 0;
    }
    return same;
}
