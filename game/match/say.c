/* say.c: the language of sentences. */
#define _POSIX_C_SOURCE 200809L

#include "match/say.h"

#include "json/installed.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TAG_SIZE = 8 };

static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";

static bool is_english(const char *language)
{
    return strcmp(language, "en") == 0 || strncmp(language, "en_", 3) == 0;
}

/* True while a catalogue is in force: it has its own head as the translation of nothing. */
static bool has_catalogue(void)
{
    static const char nothing[] = "";
    return gettext(nothing)[0] != '\0';
}

/* LANGUAGE counts only in a locale that is not C; since glibc 2.39 C.UTF-8 is no better. A locale for
 * the language need not be installed. But a locale is also found under its name with a territory, and
 * C_ZZ.UTF-8, which is C.UTF-8, is not C. Other libraries take any name. */
static bool find_catalogue(const char *language)
{
    const char *folder = installed_locale();
    char own[TAG_SIZE + sizeof ".UTF-8"];
    snprintf(own, sizeof own, "%.7s.UTF-8", language);
    const char *const locales[] = { own, "C_ZZ.UTF-8", "C.UTF-8", "" };
    for (size_t i = 0; folder != NULL && i < sizeof locales / sizeof locales[0]; i++) {
        if (setlocale(LC_MESSAGES, locales[i]) == NULL) {
            continue;
        }
        bindtextdomain("backchannel", folder);
        if (has_catalogue()) {
            return true;
        }
    }
    return false;
}

bool say_in(const char *language)
{
    textdomain("backchannel");
    bind_textdomain_codeset("backchannel", "UTF-8");
    setenv("LANGUAGE", language, 1);
    if (!is_english(language) && find_catalogue(language)) {
        return true;
    }
    setlocale(LC_MESSAGES, "C");
    return is_english(language);
}

const char *say_language(void)
{
    const char *language = getenv("LANGUAGE");
    return language == NULL || is_english(language) ? "en" : language;
}

/* ---- the system's language ---- */

/* A list such as "fr_CA:fr", or a locale; "" for none. */
static const char *system_list(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    const char *locale = NULL;
    for (int i = 0; i < 3 && (locale == NULL || *locale == '\0'); i++) {
        locale = getenv(names[i]);
    }
    if (locale == NULL || strcmp(locale, "C") == 0 || strncmp(locale, "C.", 2) == 0 ||
        strcmp(locale, "POSIX") == 0) {
        return "";
    }
    const char *list = getenv("LANGUAGE");
    return list != NULL && *list != '\0' ? list : locale;
}

/* Takes the first language of a list, without encoding or variant, and returns the rest. */
static const char *take_language(const char *list, char tag[TAG_SIZE])
{
    const size_t length = strspn(list, letters);
    snprintf(tag, TAG_SIZE, "%.*s", length < TAG_SIZE ? (int)length : 0, list);
    list += strcspn(list, ":");
    return *list == ':' ? list + 1 : list;
}

void say_begin(void)
{
    char first[TAG_SIZE] = "", tag[TAG_SIZE];
    char *whole = strdup(system_list());
    for (const char *list = whole; list != NULL && *list != '\0';) {
        list = take_language(list, tag);
        memcpy(first, *first ? first : tag, TAG_SIZE);
        if (*tag && say_in(tag)) {
            free(whole);
            return;
        }
    }
    free(whole);
    say_in(*first ? first : "en");
}

/* ---- halves ---- */

enum say_of say_of(bool texts)
{
    const bool sentences = is_english(say_language()) || has_catalogue();
    return sentences ? texts ? SAY_ALL : SAY_SENTENCES : texts ? SAY_TEXTS : SAY_NEITHER;
}

const char *say_half(enum say_of of)
{
    switch (of) {
    case SAY_SENTENCES:
        /* TRANSLATORS: a language, such as zh_CN */
        return _("There is no translation of the scenario into %s; its texts are as they were "
                 "written.\n");
    case SAY_TEXTS:
        return "There is a translation into %s of the scenario only; all else is in English.\n";
    default:
        return NULL;
    }
}
