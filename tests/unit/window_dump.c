/* window_dump: see window_dump.h. */
#define _POSIX_C_SOURCE 200809L

#include "unit/window_dump.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "window/actions.h"

/* What is pressed, the last one first; those of a list with the place in it. */
static const struct named {
    int action;
    const char *name;
} names[] = {
    { ACTION_BRANCH, "branch" }, { ACTION_FILE, "file" }, { ACTION_BIND, "bind" },
    { ACTION_GOAL, "goal" },     { ACTION_WHY, "why" },   { ACTION_ADVISER, "adviser" },
    { ACTION_CLAUSE, "clause" }, { ACTION_FORM, "form" }, { ACTION_CARD, "card" },
    { ACTION_SETUP, "choose" },  { ACTION_SET, "set" },   { ACTION_OVER, "open" },
    { ACTION_NONE, "do" },
};

static void print_action(FILE *out, int action)
{
    const struct named *n = names;
    while (action < n->action) {
        n++;
    }
    fprintf(out, "<%s %d>", n->name, action - n->action);
}

static int depth_of(const struct widget *w)
{
    int depth = 0;
    for (w = w->parent; w != NULL; w = w->parent) {
        depth += w->action != 0;
    }
    return depth;
}

/* A text of several lines stays indented. */
static void print_text(FILE *out, int indent, const char *text)
{
    for (;;) {
        const size_t n = strcspn(text, "\n");
        fprintf(out, "%*s%.*s\n", indent, "", (int)n, text);
        if (text[n] == '\0') {
            return;
        }
        text += n + 1;
    }
}

static void print_one(FILE *out, const struct ui *ui, const struct widget *w)
{
    const int indent = 2 * depth_of(w);
    if (w->action != 0) {
        fprintf(out, "%*s%s ", indent, "", w->action == ui->focus ? "*" : ">");
        print_action(out, w->action);
        fprintf(out, " %s\n", w->says == NULL ? "" : w->says);
    } else if (w->says != NULL) {
        fprintf(out, "%*s[%s]\n", indent, "", w->says);
    }
    if (w->kind == KIND_TEXT && w->text[0] != '\0') {
        print_text(out, indent + (w->action != 0 ? 2 : 0), w->text);
    }
}

char *window_dump(const struct ui *ui)
{
    static char *text; /* static: gcc 12 takes the address of a local for dangling here */
    static size_t size;
    FILE *out = open_memstream(&text, &size);
    if (out == NULL) {
        abort();
    }
    for (const struct widget *w = ui->root; w != NULL; w = widget_after(ui->root, w)) {
        if (!widget_hidden(w)) {
            print_one(out, ui, w);
        }
    }
    fclose(out);
    return text;
}
