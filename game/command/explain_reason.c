/* explain_reason.c: why a minister chose as it did, as lines of text. */
#include "command/explain.h"

#include "command/out.h"
#include "core/move.h"
#include "match/say.h"

#include <stdlib.h>

enum { NAME_SIZE = 2 * 64, MOVE_SIZE = 64 * MAX_SET };

/* Hundredths as tenths, with their sign. */
static void say_points(int hundredths)
{
    const int tenths = (abs(hundredths) + 5) / 10;
    say("%s%d.%d", hundredths < 0 && tenths > 0 ? "-" : "+", tenths / 10, tenths % 10);
}

/* Of the numbers that the two moves leave apart, if there are any. */
static void say_effects(const struct explain *e, const struct reason *reason)
{
    int slot[MOTIVE_EFFECTS];
    const int count = motive_effects(e->sc, reason, slot);
    if (count > 0) {
        say("%s", _("    why: expected by the next morning (of the other move)"));
    }
    for (int i = 0; i < count; i++) {
        char name[NAME_SIZE];
        why_name(e->sc, slot[i], name, sizeof name);
        say("%s%s ", i > 0 ? ", " : ": ", name);
        say_points(10 * reason->effect[REASON_MADE][slot[i]]);
        say(" (");
        say_points(10 * reason->effect[REASON_OTHER][slot[i]]);
        say(")");
    }
    say("%s", count > 0 ? "\n" : "");
}

static void say_belief(const struct explain *e, const struct explain_step *told)
{
    const struct motive *motive = told->motive;
    const char *suspect = e->sc->actor[1 - told->step->party].id;
    if (motive->reason.belief < 0) {
        return;
    }
    say(_("    why: held %s guilty at %d%%"), suspect, (motive->reason.belief + 5) / 10);
    if (e->side == WHY_TRUTH) {
        say(motive->guilty ? _("; in truth guilty (%s)") : _("; in truth not guilty (%s)"),
            e->sc->culprit[motive->culprit].id);
    }
    say("\n");
}

static void say_lead(const struct explain *e, int party, const struct reason *reason)
{
    char part[NAME_SIZE], move[REASON_MOVES][MOVE_SIZE];
    for (int k = 0; k < REASON_MOVES; k++) {
        move_name(e->sc, reason->move[k], move[k], MOVE_SIZE);
    }
    const int half = (reason->gap.ci95 + 5) / 10; /* in tenths */
    say(_("    why: %s against %s: "), move[REASON_MADE], move[REASON_OTHER]);
    say_points(reason->gap.mean);
    say(_(" points (+-%d.%d)"), half / 10, half % 10);
    if (reason->because >= 0) {
        motive_part_id(e->sc, party, reason->because, part, sizeof part);
        say(_(", most for it: %s "), part);
        say_points(reason->part[reason->because]);
    }
    say("%s\n", reason->doubt ? _("; a close call") : "");
}

void explain_reason(const struct explain *e, const struct explain_step *told)
{
    if (told->motive == NULL) {
        return;
    }
    if (!told->motive->thought) {
        say(_("    why: %s: %s\n"), told->motive->name, told->motive->line);
        return;
    }
    const struct reason *reason = &told->motive->reason;
    say_belief(e, told);
    say_lead(e, told->step->party, reason);
    say_effects(e, reason);
}
