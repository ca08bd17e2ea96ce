/* play_build: from the state of play to a tree. */
#include "window/play_build.h"

#include "window/actions.h"
#include "window/screen_cases.h"
#include "window/screen_debrief.h"
#include "window/screen_ending.h"
#include "window/screen_findings.h"
#include "window/screen_morning.h"
#include "window/screen_new.h"
#include "window/screen_over.h"
#include "window/screen_settings.h"
#include "window/screen_title.h"
#include "window/screen_why.h"

/* The drawing for the home paper: that of the kind of the incident. */
static const char *picture(struct ui *ui, const struct play *play)
{
    const struct match *m = play->game.match;
    const struct scenario *sc = match_scenario(m);
    const struct state *now = match_now(m);
    for (int i = now->cases - 1; i >= 0; i--) {
        const int16_t *field = now->file[i].field;
        if (field[FIELD_ROUND] == play->game.table->morning->round) {
            const char *id = field[FIELD_SEVERE] ? "severe" : sc->kind[field[FIELD_KIND]].id;
            return ui_text(ui, "pictures/%s.svg", id);
        }
    }
    return "pictures/file.svg";
}

/* A card in focus lies open until another one does; an adviser whose mark it bears speaks. */
static void follow_focus(struct play *play, int focus)
{
    const struct table *t = play->game.table;
    struct table_scene *scene = &play->scene;
    if (focus >= ACTION_ADVISER && focus < ACTION_ADVISER + t->advisers) {
        scene->speaking = focus - ACTION_ADVISER;
    }
    const bool form = focus >= ACTION_FORM && focus < ACTION_CLAUSE;
    const int card = form ? (focus - ACTION_FORM) / ACTION_FORMS
                     : focus >= ACTION_CARD && focus < ACTION_FORM ? focus - ACTION_CARD
                                                                   : -1;
    if (card < 0 || card >= t->cards) {
        return;
    }
    scene->form = form                  ? (focus - ACTION_FORM) % ACTION_FORMS
                  : card == scene->open ? scene->form
                                        : 0;
    if (card == scene->open) {
        return;
    }
    scene->open = card;
    for (int i = 0; i < t->advisers; i++) {
        if ((t->card[card].advisers >> i & 1) != 0) {
            scene->speaking = i;
            return;
        }
    }
}

static void build_over(const struct play *play, struct ui *ui)
{
    switch (play->over) {
    case OVER_MENU:
        screen_menu_build(ui, play->game.table, play->game.place, play->notice);
        break;
    case OVER_KEYS:
        screen_keys_build(ui, play->waits, play->notice);
        break;
    case OVER_CASES:
        screen_cases_build(ui, play->game.table);
        break;
    case OVER_AGREEMENTS:
        screen_agreements_build(ui, play->game.table);
        break;
    case OVER_SETTINGS:
        screen_settings_build(ui, &play->settings, play->notice);
        break;
    case OVER_NEW:
        screen_new_build(ui, &play->setup, play->notice);
        break;
    case OVER_SAVE:
        screen_save_build(ui, play->name, play->notice);
        break;
    case OVER_DEBRIEF:
        screen_debrief_build(ui, told_page(play->story), play->notice);
        break;
    case OVER_LOAD:
        screen_load_build(ui, play->saves, play->notice);
        break;
    case OVER_ABOUT:
        screen_about_build(ui, &play->game.intro, BACKCHANNEL_VERSION);
        break;
    case OVER_SOURCES:
        screen_sources_build(ui, &play->game.intro);
        break;
    case OVER_LEDGER:
        screen_ledger_build(ui, play->game.table);
        break;
    case OVER_FINDINGS:
        screen_findings_build(ui, &play->watch.findings, play->watch.news);
        break;
    default:
        screen_why_build(ui, play->game.table, play->why);
        break;
    }
}

static void build_table(struct play *play, struct ui *ui)
{
    follow_focus(play, ui->focus);
    play->scene.table = play->game.table;
    play->scene.notice = play->notice;
    screen_table_build(ui, &play->scene);
    ui->calm = play->game.table->moment != TABLE_PICK;
}

static void build_page(struct play *play, struct ui *ui)
{
    const struct table *t = play->game.table;
    switch (play->page) {
    case PAGE_TITLE:
        screen_title_build(ui, &play->game.intro, play->wish.party, play->can_continue,
                           play->offers_tutorial, play->notice);
        break;
    case PAGE_BRIEFING:
        screen_briefing_build(ui, &play->game.intro, play->game.party, t->opposite);
        break;
    case PAGE_TABLE:
        build_table(play, ui);
        break;
    case PAGE_MORNING:
        screen_morning_build(ui, t, picture(ui, play), play->notice);
        break;
    default:
        screen_ending_build(ui, t, play->after_lesson, play->notice);
        break;
    }
}

/* Where the focus begins on a screen that is shown anew. */
static int first_focus(const struct play *play)
{
    if (play->over != OVER_NOTHING) {
        return play->over == OVER_SETTINGS                         ? ACTION_SET
               : play->over == OVER_SAVE                           ? ACTION_SAVE
               : play->over == OVER_NEW                            ? ACTION_GO
               : play->over == OVER_LOAD && play->saves->count > 0 ? ACTION_FILE
                                                                   : ACTION_BACK;
    }
    if (play->page == PAGE_ENDING) {
        return play->after_lesson[0] != '\0' ? ACTION_AFTER_LESSON : ACTION_OVER + OVER_DEBRIEF;
    }
    if (play->page == PAGE_TITLE && play->can_continue) {
        return ACTION_CONTINUE;
    }
    return play->page == PAGE_TABLE && play->game.table->moment != TABLE_PICK ? 0 : ACTION_GO;
}

void play_build(void *data, struct ui *ui)
{
    struct play *play = data;
    if (play->fresh) {
        ui->focus = first_focus(play);
        ui->fresh = true;
        play->fresh = false;
    }
    if (play->focus != 0) {
        ui->focus = play->focus > 0 ? play->focus : 0;
    }
    play->focus = 0;
    play->came_from = ui->focus;
    if (play->over != OVER_NOTHING) {
        build_over(play, ui);
    } else {
        build_page(play, ui);
    }
    if (slide_runs(&play->slide, SDL_GetTicks())) {
        slide_build(ui, &play->slide, SDL_GetTicks());
    }
}
