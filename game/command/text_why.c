/* text_why.c: `why`, in words. */
#include "command/text_why.h"

#include "command/args.h"
#include "command/out.h"
#include "command/text_show.h"
#include "match/say.h"

#include <ctype.h>
#include <string.h>

enum { NAME_SIZE = 128, MOST_ACCOUNTS = 256 };

struct asked {
    char name[NAME_SIZE];
    bool all;
};

/* What was meant: accounts of the table. */
struct found {
    int count;
    const struct table_account *account[MOST_ACCOUNTS];
};

/* ---- what is asked ---- */

static struct asked read_words(const char *words)
{
    static const char last[] = " all";
    struct asked asked = { .all = false };
    size_t length = strlen(words);
    while (length > 0 && words[length - 1] == ' ') {
        length--;
    }
    if (length >= sizeof last && memcmp(words + length + 1 - sizeof last, last, 4) == 0) {
        asked.all = true;
        length -= sizeof last - 1;
    }
    while (length > 0 && words[length - 1] == ' ') {
        length--;
    }
    length = length < sizeof asked.name ? length : sizeof asked.name - 1;
    memcpy(asked.name, words, length);
    return asked;
}

/* Does a text begin with the name, whatever the size of its letters? */
static bool begins(const char *text, const char *name)
{
    while (*name != '\0' && tolower((unsigned char)*text) == tolower((unsigned char)*name)) {
        text++;
        name++;
    }
    return *name == '\0';
}

/* The id, or what stands before one of its dots. */
static bool is_id(const struct table_account *a, const char *name)
{
    const size_t length = strlen(name);
    return strncmp(a->id, name, length) == 0 && (a->id[length] == '\0' || a->id[length] == '.');
}

static bool is_title(const struct table_account *a, const char *name)
{
    return strlen(a->title) == strlen(name) && begins(a->title, name);
}

static bool id_begins(const struct table_account *a, const char *name)
{
    return begins(a->id, name);
}

static bool title_begins(const struct table_account *a, const char *name)
{
    return begins(a->title, name);
}

static void find(const struct table *t, const char *name,
                 bool (*is)(const struct table_account *, const char *), struct found *found)
{
    for (int i = 0; found->count < MOST_ACCOUNTS && i < t->accounts; i++) {
        if (is(&t->account[i], name)) {
            found->account[found->count++] = &t->account[i];
        }
    }
}

/* Several accounts are one thing when their ids are alike up to the first dot. */
static bool is_one(const struct found *found)
{
    const size_t stem = strcspn(found->account[0]->id, ".");
    for (int i = 1; i < found->count; i++) {
        const char *id = found->account[i]->id;
        if (strcspn(id, ".") != stem || strncmp(id, found->account[0]->id, stem) != 0) {
            return false;
        }
    }
    return true;
}

/* ---- saying ---- */

static void show_group(const struct table_group *group, bool numbers)
{
    if (numbers) {
        say(_("    %s, from %d to %d\n"), group->title, group->before, group->after);
    } else {
        say("    %s\n", group->title);
    }
    for (int i = 0; i < group->causes; i++) {
        const struct table_cause *cause = &group->cause[i];
        if (numbers) {
            say(_("        %s: %s, %d\n"), cause->text, cause->move.text, cause->running);
        } else {
            say("        %s\n", cause->text);
        }
    }
}

/* Of a number the present round and the one before it, or else the last in which it changed. */
static void show_groups(const struct table *t, const struct table_account *a, bool all)
{
    const bool numbers = a->about == ABOUT_NUMBER;
    int first = a->groups - 1;
    while (first > 0 && (all || !numbers || a->group[first - 1].round >= t->round - 1)) {
        first--;
    }
    if (numbers && a->known && a->groups == 0) {
        say("    %s\n", _("It has not changed since the start."));
    } else if (numbers && !all && a->groups > 0 && a->group[first].round < t->round - 1) {
        say("    %s\n", _("It has not changed in the last round. Before:"));
    }
    for (int i = first < 0 ? 0 : first; i < a->groups; i++) {
        show_group(&a->group[i], numbers);
    }
}

/* What is to be said of it, but for what has just been said of the same thing of the other side. */
static void show_notes(const struct table_account *a, const struct table_account *before)
{
    for (int i = 0; i < a->notes; i++) {
        if (before == NULL || i >= before->notes || strcmp(a->note[i], before->note[i]) != 0) {
            say("    %s\n", a->note[i]);
        }
    }
}

static void show_account(const struct table *t, const struct table_account *a,
                         const struct table_account *before, bool all)
{
    say(_("%s: %s\n"), a->title, a->value);
    show_notes(a, before);
    show_groups(t, a, all);
}

static void show_names(const struct table *t)
{
    say("%s\n", _("You can ask about:"));
    for (int i = 0; i < t->accounts; i++) {
        say("    %s: %s\n", t->account[i].id, t->account[i].title);
    }
}

static void refuse(const struct table *t, const char *name)
{
    const char *names[MOST_ACCOUNTS];
    int count = 0;
    for (; count < MOST_ACCOUNTS && count < t->accounts; count++) {
        names[count] = t->account[count].id;
    }
    if (strcmp(name, "move") == 0) {
        say("%s\n", _("why: they have said nothing to you yet"));
        return;
    }
    if (name[0] != '\0') {
        say(_("why: nothing here is called %s%s\n"), name, args_hint(name, names, count));
    }
    show_names(t);
}

static void say_several(const struct found *found, const char *name)
{
    say(_("why: several things begin with %s:\n"), name);
    for (int i = 0; i < found->count; i++) {
        say("    %s: %s\n", found->account[i]->id, found->account[i]->title);
    }
}

void text_why(const struct table *t, const char *words)
{
    static bool (*const ways[])(const struct table_account *,
                                const char *) = { is_id, is_title, id_begins, title_begins };
    const struct asked asked = read_words(words);
    struct found found = { .count = 0 };
    for (size_t i = 0; i < sizeof ways / sizeof ways[0] && found.count == 0; i++) {
        find(t, asked.name, ways[i], &found);
    }
    if (found.count == 0 || asked.name[0] == '\0') {
        refuse(t, asked.name);
    } else if (!is_one(&found)) {
        say_several(&found, asked.name);
    } else {
        for (int i = 0; i < found.count; i++) {
            show_account(t, found.account[i], i > 0 ? found.account[i - 1] : NULL, asked.all);
        }
    }
}
