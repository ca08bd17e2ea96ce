/* screen_findings: a finding after the other, as far as anybody reads. */
#include "window/screen_findings.h"

#include <string.h>

#include "match/say.h"
#include "window/actions.h"
#include "window/parts.h"

enum { WIDTH = 720, MOST = 20 };

/* "my-scenario.json, line 12, column 5" */
static const char *place(struct ui *ui, const struct finding *f)
{
    const char *slash = strrchr(f->file, '/');
    const char *file = slash != NULL ? slash + 1 : f->file;
    return f->line > 0 ? ui_text(ui, _("%s, line %d, column %d"), file, f->line, f->column) : file;
}

static void finding(struct ui *ui, struct widget *page, const struct finding *f)
{
    const bool error = f->severity == SEVERITY_ERROR;
    struct widget *column = widget_column(ui, page, 4);
    widget_rule(ui, column, COLOUR_HAIR);
    struct widget *head = widget_row(ui, column, 12);
    head->baseline = true;
    widget_text(ui, head, ROLE_NOTE, COLOUR_INK_2, place(ui, f))->grow = 1;
    widget_words(ui, head, ROLE_NOTE, COLOUR_INK_2,
                 ui_text(ui, error ? _("error %s") : _("warning %s"), f->code));
    widget_text(ui, column, error ? ROLE_DATA_BOLD : ROLE_DATA, COLOUR_INK, f->message);
    if (f->suggestion != NULL) {
        widget_text(ui, column, ROLE_DATA, COLOUR_INK_2,
                    ui_text(ui, _("Did you mean \"%s\"?"), f->suggestion));
    } else if (f->expected != NULL) {
        widget_text(ui, column, ROLE_DATA, COLOUR_INK_2,
                    ui_text(ui, _("Expected: %s"), f->expected));
    }
}

void screen_findings_build(struct ui *ui, const struct findings *findings, const char *news)
{
    struct widget *page = part_page(ui, WIDTH, 8);
    const int shown = findings->count < MOST ? findings->count : MOST;
    const int more = findings->errors + findings->warnings - shown;
    widget_text(ui, page, ROLE_TITLE, COLOUR_INK, _("The scenario has changed"));
    widget_text(ui, page, ROLE_DATA, COLOUR_INK, news);
    for (int i = 0; i < shown; i++) {
        finding(ui, page, &findings->items[i]);
    }
    if (more > 0) {
        widget_text(ui, page, ROLE_NOTE, COLOUR_INK_2, ui_text(ui, _("and %d more"), more));
    }
    part_button(ui, page, _("Back to the game"), _("Enter"), ACTION_BACK)->top = 8;
}
