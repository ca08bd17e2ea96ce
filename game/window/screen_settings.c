/* screen_settings: a line a setting. */
#include "window/screen_settings.h"

#include <stdio.h>
#include <string.h>

#include "match/say.h"
#include "window/actions.h"
#include "window/parts.h"

enum { WIDTH = 560, ABOUT_WIDTH = 680 };

static const int scales[] = { 100, 110, 125, 150, 175, 200 };
enum { SCALES = sizeof scales / sizeof scales[0] };

/* Each under its own name, so that whoever cannot read the present one finds their own. */
static const struct language {
    const char *tag, *name;
} languages[] = { { "", N_("The system’s") }, { "en", "English" }, { "zh_CN", "简体中文" } };
enum { LANGUAGES = sizeof languages / sizeof languages[0] };

static int scale_at(int scale)
{
    int at = 0;
    for (int i = 1; i < SCALES; i++) {
        at = scales[i] <= scale ? i : at;
    }
    return at;
}

static int language_at(const char *tag)
{
    for (int i = 0; i < LANGUAGES; i++) {
        if (strcmp(languages[i].tag, tag) == 0) {
            return i;
        }
    }
    return 0;
}

static int turned(int at, int way, int count)
{
    return (at + way + count) % count;
}

void screen_settings_turn(struct settings *settings, enum setting which, int way)
{
    switch (which) {
    case SETTING_THEME:
        settings->light = !settings->light;
        break;
    case SETTING_SCALE:
        settings->text_scale = scales[turned(scale_at(settings->text_scale), way, SCALES)];
        break;
    case SETTING_LANGUAGE:
        snprintf(settings->language, sizeof settings->language, "%s",
                 languages[turned(language_at(settings->language), way, LANGUAGES)].tag);
        break;
    case SETTING_MOTION:
        settings->still = !settings->still;
        break;
    default:
        settings->sound = !settings->sound;
        break;
    }
}

static const char *language_name(const char *tag)
{
    const int at = language_at(tag);
    return at == 0 ? _(languages[at].name) : languages[at].name;
}

void screen_settings_build(struct ui *ui, const struct settings *s, const char *notice)
{
    struct widget *page = part_over(ui, _("Settings"), WIDTH);
    page->gap = 2;
    part_choice(ui, page, _("Theme"), s->light ? _("Light") : _("Dark"),
                ACTION_SET + SETTING_THEME);
    part_choice(ui, page, _("Size of the text"), ui_text(ui, "%d %%", s->text_scale),
                ACTION_SET + SETTING_SCALE);
    part_choice(ui, page, _("Language"), language_name(s->language), ACTION_SET + SETTING_LANGUAGE);
    part_choice(ui, page, _("Motion"),
                s->still ? _("None: nothing moves across the screen")
                         : _("Cards slide across the table"),
                ACTION_SET + SETTING_MOTION);
    part_choice(ui, page, _("Sound"), s->sound ? _("Small cues") : _("None"),
                ACTION_SET + SETTING_SOUND);
    widget_rule(ui, page, COLOUR_HAIR);
    part_link(ui, page, _("Keys, and changing them"), part_key(ui, INPUT_HELP),
              ACTION_OVER + OVER_KEYS);
    struct widget *foot =
        widget_text(ui, page, ROLE_NOTE, COLOUR_INK_2,
                    part_says(notice) ? notice : _("Everything is kept as soon as it is changed."));
    foot->top = 10;
    foot->left = 14;
}

/* ---- about ---- */

static void paragraph(struct ui *ui, struct widget *sheet, const char *text)
{
    if (part_says(text)) {
        widget_text(ui, sheet, ROLE_TRACE, COLOUR_INK, text);
    }
}

void screen_about_build(struct ui *ui, const struct intro *intro, const char *version)
{
    struct widget *page = part_over(ui, _("About"), ABOUT_WIDTH);
    struct widget *sheet = part_sheet(ui, page, 12);
    widget_pad(sheet, 20, 28);
    struct widget *head = widget_row(ui, sheet, 12);
    head->baseline = true;
    widget_text(ui, head, ROLE_TITLE, COLOUR_INK, "Backchannel")->grow = 1;
    widget_words(ui, head, ROLE_DATA, COLOUR_INK_2, version)->optional = 1;
    paragraph(
        ui, sheet,
        _("A game of negotiation between two ministers. Computers are broken into, nobody can "
          "prove by whom, and each side chooses to cooperate, to accuse or to deny."));
    paragraph(ui, sheet, intro->disclaimer);
    paragraph(
        ui, sheet,
        _("Who did what is drawn by chance in every game, and says nothing about any real "
          "country, agency, company or person. Officials appear by title. Notes on history name "
          "their sources and are claims of these sources, which others dispute. No government "
          "and no news organisation endorses it."));
    paragraph(ui, sheet,
              _("Stories are files that anybody can write; ministers are programs that anybody can "
                "write. Nothing you do here is sent anywhere."));
}
