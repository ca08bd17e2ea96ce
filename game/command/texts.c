/* texts.c: `backchannel texts`: all texts of a scenario, ready to be translated. */
#define _POSIX_C_SOURCE 200809L

#include "command/commands.h"
#include "command/out.h"
#include "content/scenario_find.h"
#include "content/scenario_texts.h"
#include "json/json.h"
#include "json/json_write.h"
#include "match/file_save.h"
#include "match/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OPTION_LANG, OPTION_OUT };
static const struct option options[] = {
    { "--lang", "LANGUAGE", N_("into which: fr, zh_CN (required)") },
    { "--out", "FILE", N_("writes there; of a file that is there, translations are kept") },
    { NULL, NULL, NULL },
};

struct texts {
    struct args *args;
    const char *scenario, *language, *out;
};

/* ---- the file ---- */

static void add_line(struct buffer *out, int depth)
{
    buffer_add_format(out, "\n%*s", 2 * depth, "");
}

static void add_member(struct buffer *out, int depth, const char *key, const char *value)
{
    add_line(out, depth);
    json_add_string(out, key);
    buffer_add_string(out, ": ");
    json_add_string(out, value);
}

static void add_text(struct buffer *out, const struct scenario_text *text, int depth)
{
    buffer_add_string(out, "{");
    add_member(out, depth + 1, "from", text->source);
    buffer_add_string(out, ",");
    if (text->was != NULL) {
        add_member(out, depth + 1, "was", text->was);
        buffer_add_string(out, ",");
    }
    add_member(out, depth + 1, "to", text->translation != NULL ? text->translation : "");
    add_line(out, depth);
    buffer_add_string(out, "}");
}

/* A part of the list whose pointers are alike up to a place: what is below one value. */
struct branch {
    const struct scenario_text *text; /* `count` of them */
    int count;
    size_t length; /* of what their pointers have in common */
};

/* The next part of a branch, from text `from` on: those whose next token is the same. */
static struct branch part_of(const struct branch *branch, int from)
{
    const char *first = branch->text[from].pointer;
    struct branch part = { .text = &branch->text[from] };
    part.length = branch->length + 1 + strcspn(first + branch->length + 1, "/");
    while (from + part.count < branch->count) {
        const char *other = part.text[part.count].pointer;
        if (strncmp(other, first, part.length) != 0 ||
            (other[part.length] != '/' && other[part.length] != '\0')) {
            break;
        }
        part.count++;
    }
    return part;
}

static void add_branch(struct buffer *out, const struct branch *branch, int depth);

/* What goes before a part in its parent: a key; in a list `null` for each element without texts. */
static void add_name(struct buffer *out, const char *token, size_t length, int depth, int *element)
{
    char name[JSON_MAX_KEY + 1];
    snprintf(name, sizeof name, "%.*s", (int)length, token);
    if (element == NULL) {
        add_line(out, depth);
        json_add_string(out, name);
        buffer_add_string(out, ": ");
        return;
    }
    for (; *element < strtol(name, NULL, 10); ++*element) {
        add_line(out, depth);
        buffer_add_string(out, "null,");
    }
    add_line(out, depth);
    ++*element;
}

/* A list has numbers where an object has ids, which begin with a letter. */
static void add_parts(struct buffer *out, const struct branch *branch, int depth)
{
    int element = 0;
    const char *token = branch->text->pointer + branch->length + 1;
    const bool is_list = *token >= '0' && *token <= '9';
    buffer_add_string(out, is_list ? "[" : "{");
    for (int i = 0; i < branch->count;) {
        const struct branch part = part_of(branch, i);
        add_name(out, part.text->pointer + branch->length + 1, part.length - branch->length - 1,
                 depth + 1, is_list ? &element : NULL);
        add_branch(out, &part, depth + 1);
        i += part.count;
        buffer_add_string(out, i < branch->count ? "," : "");
    }
    add_line(out, depth);
    buffer_add_string(out, is_list ? "]" : "}");
}

static void add_branch(struct buffer *out, const struct branch *branch, int depth)
{
    if (branch->text->pointer[branch->length] == '\0') {
        add_text(out, branch->text, depth);
    } else {
        add_parts(out, branch, depth);
    }
}

static char *make(const struct texts *t, const struct scenario_texts *texts)
{
    struct buffer out = buffer_init();
    const struct branch all = { .text = texts->item, .count = texts->count };
    buffer_add_string(&out, "{");
    if (texts->schema != NULL) {
        add_member(&out, 1, "$schema", texts->schema);
        buffer_add_string(&out, ",");
    }
    buffer_add_string(&out, "\n  \"format\": 1,");
    add_member(&out, 1, "id", texts->id);
    buffer_add_string(&out, ",");
    add_member(&out, 1, "language", t->language);
    if (*texts->notes != '\0') {
        buffer_add_string(&out, ",");
        add_line(&out, 1);
        buffer_add_string(&out, texts->notes);
    }
    for (int i = 0; i < all.count;) {
        const struct branch part = part_of(&all, i);
        buffer_add_string(&out, ",");
        add_name(&out, part.text->pointer + 1, part.length - 1, 1, NULL);
        add_branch(&out, &part, 1);
        i += part.count;
    }
    buffer_add_string(&out, "\n}\n");
    return buffer_finish(&out);
}

static void tell_counts(const struct scenario_texts *texts)
{
    int fresh = 0, stale = 0;
    for (int i = 0; i < texts->count; i++) {
        fresh += texts->item[i].translation != NULL && texts->item[i].was == NULL;
        stale += texts->item[i].was != NULL;
    }
    complain(_("texts: %d, translated %d, to be looked at again %d, missing %d\n"), texts->count,
             fresh, stale, texts->count - fresh - stale);
    if (texts->lost > 0) {
        complain(_("translations left out, of texts that are no more: %d\n"), texts->lost);
    }
}

static int put(const struct texts *t, const struct scenario_texts *texts)
{
    char why[300];
    char *text = make(t, texts);
    if (text == NULL) {
        return out_of_memory();
    }
    const char *refusal = NULL;
    if (t->out == NULL) {
        say("%s", text);
    } else {
        refusal = file_save(t->out, text, strlen(text), why, sizeof why);
    }
    free(text);
    if (refusal != NULL) {
        complain("backchannel: %s\n", refusal);
        return EXIT_MACHINE;
    }
    tell_counts(texts);
    return EXIT_FINE;
}

/* ---- what there is ---- */

/* The translations to keep: those of the file that is written, or else of the one beside the
 * scenario. Its path, malloc'ed, or NULL where there is none. */
static char *find_kept(const struct texts *t, const char *path, struct findings *findings)
{
    const bool again = t->out != NULL && access(t->out, F_OK) == 0;
    char *kept = again ? strdup(t->out) : scenario_translation(path, t->language);
    if (kept == NULL) {
        findings->out_of_memory = true;
    } else if (!again && access(kept, F_OK) != 0) {
        free(kept);
        kept = NULL;
    }
    return kept;
}

static int list(const struct texts *t)
{
    struct findings findings = findings_init();
    struct scenario_texts texts = { .count = 0 };
    char *path = scenario_find(t->scenario, &findings);
    char *kept = path != NULL ? find_kept(t, path, &findings) : NULL;
    int code = EXIT_USAGE;
    if (path != NULL && !findings.out_of_memory &&
        scenario_texts(path, kept, t->language, &findings, &texts)) {
        code = put(t, &texts);
    } else if (findings.out_of_memory || !findings_print_text(&findings, stderr)) {
        code = out_of_memory();
    }
    scenario_texts_clear(&texts);
    findings_clear(&findings);
    free(kept);
    free(path);
    return code;
}

/* ---- words ---- */

static int read_argument(struct texts *t, int got, const char *value)
{
    if (got == OPTION_OUT) {
        t->out = value;
    } else if (got == OPTION_LANG) {
        t->language = value;
        if (!scenario_is_language(value)) {
            return args_wrong(t->args, _("--lang %s is no language, such as fr or zh_CN"), value);
        }
    } else if (t->scenario == NULL) {
        t->scenario = value;
    } else {
        return args_wrong(t->args, _("one scenario at a time, not %s as well"), value);
    }
    return EXIT_FINE;
}

static int run(struct args *args)
{
    struct texts t = { .args = args };
    const char *value = NULL;
    for (int got; (got = args_next(args, &value)) != ARG_END;) {
        const int code = got == ARG_STOP ? args_stopped(args) : read_argument(&t, got, value);
        if (got == ARG_STOP || code != EXIT_FINE) {
            return code;
        }
    }
    if (t.scenario == NULL) {
        return args_wrong(args, "%s", _("no scenario is named"));
    }
    if (t.language == NULL) {
        return args_wrong(args, "%s", _("--lang is missing: into which language?"));
    }
    return list(&t);
}

const struct command command_texts = {
    .name = "texts",
    .words = "SCENARIO --lang LANGUAGE [--out FILE]",
    .line = N_("Lists all texts of a scenario, ready to be translated."),
    .options = options,
    .run = run,
    .more =
        N_("The list belongs beside the scenario, as NAME.LANGUAGE.json. What is translated there\n"
           "is kept; of a text that has changed since, \"was\" tells what it was.\n"),
};
