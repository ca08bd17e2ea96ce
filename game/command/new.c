/* new.c: `backchannel new`: a small scenario to begin with, in the current folder. */
#define _XOPEN_SOURCE 700 /* NOLINT(bugprone-reserved-identifier): realpath */

#include "command/commands.h"
#include "command/out.h"
#include "content/scenario_find.h"
#include "content/scenario_load.h"
#include "json/buffer.h"
#include "json/file.h"
#include "json/json.h"
#include "json/json_check.h"
#include "json/json_write.h"
#include "match/say.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct option no_options[] = { { NULL, NULL, NULL } };

/* ---- what is written ---- */

/* Where a file of the program lies on this machine, from the root, so that it is found from
 * wherever the new file is moved to; malloc'ed, or NULL where there is none. */
static char *absolute_path(const char *name)
{
    struct findings findings = findings_init();
    char *path = scenario_data_file(name, &findings);
    char *absolute = path != NULL ? realpath(path, NULL) : NULL;
    findings_clear(&findings);
    free(path);
    return absolute;
}

/* The bytes of the template with these two values in the place of its own; the rest, and how it is
 * laid out, stays. */
static char *put_in(const char *bytes, size_t length, const struct json_value *root, const char *id,
                    const char *schema)
{
    struct buffer out = buffer_init();
    size_t at = 0;
    for (const struct json_value *one = root->first; one != NULL; one = one->next) {
        const bool is_schema = strcmp(one->key, "$schema") == 0 && schema != NULL;
        if (is_schema || strcmp(one->key, "id") == 0) {
            buffer_add(&out, bytes + at, one->place.offset - at);
            json_add_string(&out, is_schema ? schema : id);
            at = one->place.offset + one->length;
        }
    }
    buffer_add(&out, bytes + at, length - at);
    return buffer_finish(&out);
}

/* The text of the new scenario, malloc'ed, or NULL with findings. */
static char *make(const char *id, struct findings *findings)
{
    size_t length = 0;
    char *path = scenario_data_file("assets/template.json", findings);
    char *bytes = path != NULL ? file_read(path, SCENARIO_MAX_BYTES, &length, findings) : NULL;
    struct json_document *document =
        bytes != NULL ? json_read(path, bytes, length, findings) : NULL;
    char *text = NULL;
    if (document != NULL) {
        char *schema = absolute_path("scenarios/scenario.schema.json");
        text = put_in(bytes, length, json_root(document), id, schema);
        findings->out_of_memory = findings->out_of_memory || text == NULL;
        free(schema);
    }
    json_free(document);
    free(bytes);
    free(path);
    return text;
}

/* ---- writing ---- */

static int refuse(const char *path, int number)
{
    if (number == EEXIST) {
        complain(_("backchannel: %s is there already, and stays as it is.\n"), path);
        return EXIT_USAGE;
    }
    complain(_("backchannel: %s cannot be written: %s\n"), path, strerror(number));
    return EXIT_MACHINE;
}

/* A file is made anew or not at all. */
static int write_file(const char *path, const char *text)
{
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    FILE *stream = file >= 0 ? fdopen(file, "w") : NULL;
    if (stream == NULL) {
        return refuse(path, errno);
    }
    bool fine = fputs(text, stream) >= 0;
    int number = errno;
    if (fclose(stream) != 0) {
        number = fine ? errno : number;
        fine = false;
    }
    if (!fine) {
        unlink(path);
        return refuse(path, number);
    }
    return EXIT_FINE;
}

static void tell_next(const char *path)
{
    char *tutorial = absolute_path("scenarios/README.md");
    say(_("%s is written; open it in an editor. Next:\n"), path);
    say(_("  backchannel play %s     play it as it is\n"), path);
    say(_("  backchannel check %s    after every change: what is wrong, and where\n"), path);
    if (tutorial != NULL) {
        say(_("  %s    how to make it yours, in ten steps\n"), tutorial);
    }
    free(tutorial);
}

static int make_scenario(const char *id)
{
    struct findings findings = findings_init();
    char path[JSON_ID_MAX + sizeof ".json"];
    snprintf(path, sizeof path, "%s.json", id);
    char *text = make(id, &findings);
    int code = EXIT_MACHINE;
    if (text != NULL) {
        code = write_file(path, text);
    } else if (findings.out_of_memory || !findings_print_text(&findings, stderr)) {
        code = out_of_memory();
    }
    if (code == EXIT_FINE) {
        tell_next(path);
    }
    findings_clear(&findings);
    free(text);
    return code;
}

static int run(struct args *args)
{
    const char *id = NULL, *value;
    for (int got; (got = args_next(args, &value)) != ARG_END;) {
        if (got == ARG_STOP) {
            return args_stopped(args);
        }
        if (id != NULL) {
            return args_wrong(args, _("%s is one word too many"), value);
        }
        id = value;
    }
    if (id == NULL) {
        return args_wrong(args, "%s", _("the scenario has no name"));
    }
    if (!json_is_id(id, strlen(id))) {
        return args_wrong(args,
                          _("%s is no name for a scenario: it takes small letters, digits and "
                            "hyphens, a letter first, 40 at most"),
                          id);
    }
    return make_scenario(id);
}

const struct command command_new = {
    .name = "new",
    .words = "NAME",
    .line = N_("Writes a small scenario to begin with: NAME.json, in the current folder."),
    .options = no_options,
    .run = run,
};
