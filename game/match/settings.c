/* settings.c: settings as JSON. */
#define _POSIX_C_SOURCE 200809L

#include "match/settings.h"

#include "json/file.h"
#include "json/json_check.h"
#include "json/json_write.h"
#include "match/file_save.h"
#include "match/home.h"
#include "match/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LEAST_SCALE = 100, MOST_SCALE = 200, MOST_BYTES = 1 << 16 };

static const char *const themes[] = { "dark", "light" };

struct settings settings_init(void)
{
    return (struct settings){ .text_scale = LEAST_SCALE, .sound = true };
}

/* The file, malloc'ed; NULL when memory is out. */
static char *file_name(void)
{
    static const char name[] = "settings.json";
    char *folder = home_folder(HOME_SETTINGS);
    const size_t room = folder != NULL ? strlen(folder) + sizeof name : 0;
    char *path = folder != NULL ? malloc(room) : NULL;
    if (path != NULL) {
        snprintf(path, room, "%s%s", folder, name);
    }
    free(folder);
    return path;
}

/* ---- reading ---- */

static void read_name(const struct json_checker *check, const struct json_value *value, char *name,
                      int size)
{
    const char *text =
        value != NULL ? json_expect_string(check, value, 0, size - 1) : NULL; /* code points */
    if (text != NULL && strlen(text) < (size_t)size) {
        snprintf(name, (size_t)size, "%s", text);
    }
}

static void read_keys(const struct json_checker *check, const struct json_value *keys,
                      struct settings *out)
{
    if (keys == NULL || !json_expect_object(check, keys)) {
        return;
    }
    for (const struct json_value *one = keys->first; one != NULL && out->keys < SETTINGS_KEYS;
         one = one->next) {
        struct settings_key *key = &out->key[out->keys];
        const char *text = json_expect_string(check, one, 1, SETTINGS_NAME - 1);
        if (text != NULL && strlen(text) < SETTINGS_NAME && strlen(one->key) < SETTINGS_NAME) {
            snprintf(key->command, sizeof key->command, "%s", one->key);
            snprintf(key->key, sizeof key->key, "%s", text);
            out->keys++;
        }
    }
}

static void read_flag(const struct json_checker *check, const struct json_value *value, bool *flag)
{
    if (value != NULL) {
        json_expect_bool(check, value, flag);
    }
}

static void read_root(const struct json_value *root, struct findings *findings,
                      struct settings *out)
{
    static const char *const keys[] = {
        "theme", "text_scale", "still", "sound", "language", "keys"
    };
    const struct json_checker check = { .findings = findings,
                                        .wrong_type = "S001",
                                        .out_of_range = "S002",
                                        .unknown_word = "S003",
                                        .unknown_key = "S004",
                                        .missing_key = "S005" };
    if (!json_expect_object(&check, root)) {
        return;
    }
    json_unknown_keys(&check, root, keys, sizeof keys / sizeof *keys);
    const struct json_value *theme = json_member(root, "theme");
    const struct json_value *scale = json_member(root, "text_scale");
    out->light = theme != NULL && json_expect_word(&check, theme, themes, 2) == 1;
    if (scale != NULL) {
        json_expect_integer(&check, scale, LEAST_SCALE, MOST_SCALE, &out->text_scale);
    }
    read_flag(&check, json_member(root, "still"), &out->still);
    read_flag(&check, json_member(root, "sound"), &out->sound);
    read_name(&check, json_member(root, "language"), out->language, sizeof out->language);
    read_keys(&check, json_member(root, "keys"), out);
}

struct settings settings_load(struct findings *findings)
{
    struct settings out = settings_init();
    size_t length = 0;
    char *path = file_name();
    char *bytes = path != NULL && access(path, F_OK) == 0
                      ? file_read(path, MOST_BYTES, &length, findings)
                      : NULL;
    struct json_document *document =
        bytes != NULL ? json_read(path, bytes, length, findings) : NULL;
    if (document != NULL) {
        read_root(json_root(document), findings, &out);
    }
    json_free(document);
    free(bytes);
    free(path);
    return out;
}

/* ---- writing ---- */

static char *write_all(const struct settings *s)
{
    struct json_writer w = json_writer_init();
    json_write_begin_object(&w);
    json_put_string(&w, "theme", themes[s->light]);
    json_put_int64(&w, "text_scale", s->text_scale);
    json_put_bool(&w, "still", s->still);
    json_put_bool(&w, "sound", s->sound);
    json_put_string(&w, "language", s->language);
    json_write_key(&w, "keys");
    json_write_begin_object(&w);
    for (int i = 0; i < s->keys; i++) {
        json_put_string(&w, s->key[i].command, s->key[i].key);
    }
    json_write_end_object(&w);
    json_write_end_object(&w);
    return json_writer_finish(&w);
}

const char *settings_save(const struct settings *settings, char *why, int size)
{
    char *path = file_name(), *text = write_all(settings);
    const char *refusal = _("There is no memory for it.");
    if (path != NULL && text != NULL) {
        home_make_folders(path);
        refusal = file_save(path, text, strlen(text), why, size);
    }
    free(text);
    free(path);
    return refusal;
}
