/* text_tell.c: a game between two ministers, told. */
#include "command/out.h"
#include "command/given.h"
#include "command/text_play.h"
#include "command/text_show.h"
#include "match/fault.h"
#include "match/say.h"
#include "match/transcript.h"

#include <stddef.h>

/* How far it has been told: rounds. */
struct told {
    int scene, morning;
};

/* The situation in which a decision is made: once a round, and the incident where there is one. */
static void tell_scene(const struct table *t)
{
    say(_("\n%s, %s. %s\n"), t->round_text, t->date, t->beat);
    if (t->sheet != NULL) {
        say(_("At this desk: %s, %s\n"), t->me.office, t->me.country);
        text_show_sheet(t->sheet, true);
    }
}

/* What has just been done, as the table of the side that did it shows it. */
static void tell_move(const struct match *m, const struct table *t)
{
    const struct table_quote *words = text_last_words(m, t);
    say(_("%s, %s: "), t->me.office, t->me.country);
    if (words != NULL) {
        say(_("%s. %s\n"), words->title, words->text);
    } else {
        say("%s\n", _("a choice in private."));
    }
}

static void tell_results(const struct table *t, struct told *told)
{
    if (t->morning != NULL && t->morning->round != told->morning) {
        text_show_morning(t->morning);
        told->morning = t->morning->round;
    }
    if (t->ending != NULL) {
        text_show_ending(t);
    }
}

static int tell_decision(struct match *m, struct told *told)
{
    const int party = match_to_move(m);
    struct table *before = table_new(m, party);
    if (before == NULL) {
        return out_of_memory();
    }
    if (before->round != told->scene) {
        told->scene = before->round;
        tell_scene(before);
    }
    table_free(before);
    char sentence[600];
    const int faults = fault_count(m);
    const char *refusal = match_play_minister(m);
    if (refusal != NULL) {
        complain("backchannel: %s\n", refusal);
        return EXIT_BUG;
    }
    if (fault_sentence(m, faults, sentence, sizeof sentence) != NULL) {
        complain("backchannel: %s\n", sentence);
    }
    struct table *mover = table_new(m, party), *first = table_new(m, 0);
    if (mover != NULL && first != NULL) {
        tell_move(m, mover);
        tell_results(first, told);
    }
    const int code = mover == NULL || first == NULL ? out_of_memory() : EXIT_FINE;
    table_free(mover);
    table_free(first);
    return code;
}

/* A game that is over before its first decision. */
static int tell_ending(const struct match *m)
{
    struct table *first = table_new(m, 0);
    if (first == NULL) {
        return out_of_memory();
    }
    text_show_ending(first);
    table_free(first);
    return EXIT_FINE;
}

static int save_told(const struct match *m, const char *path)
{
    char why[300];
    const char *refusal = transcript_save(m, path, why, sizeof why);
    return refusal != NULL ? given_refusal(refusal, EXIT_MACHINE) : EXIT_FINE;
}

int text_tell(struct match *m, const char *save)
{
    say("%s\n",
        _("A demonstration: ministers sit on both sides. Each desk is shown in its turn, with what only "
          "that side knows; the mornings are those of the first."));
    int code = text_show_briefing(m, 0) ? EXIT_FINE : out_of_memory();
    if (code == EXIT_FINE && match_over(m)) {
        code = tell_ending(m);
    }
    struct told told = { 0, 0 };
    while (code == EXIT_FINE && !match_over(m) && !out_failed()) {
        code = tell_decision(m, &told);
    }
    return code == EXIT_FINE && save != NULL ? save_told(m, save) : code;
}
