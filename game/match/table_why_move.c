/* table_why_move.c: what the other side's last words do, as far as one can tell from this chair. */
#include "core/move.h"
#include "match/motive.h"
#include "match/say.h"
#include "match/table_build.h"

#include <stdlib.h>

enum {
    NOTES = 3,
    DIFFERENCE = 2 * REASON_DOUBT /* hundredths of a point; what is less is hardly one */
};

/* The last thing that the other side said, or NULL. */
static const struct step *last_words(const struct builder *b)
{
    for (int i = match_steps(b->m) - 1; i >= 0; i--) {
        const struct step *step = match_step(b->m, i);
        if (step->party != b->party && b->sc->beat[step->beat].by != BY_BOTH &&
            table_is_said(b->sc, step)) {
            return step;
        }
    }
    return NULL;
}

static const char *title_of(const struct builder *b, const struct step *step, int move)
{
    return narrate(&b->past, b->sc->move[move].title, step->party, b->then.s.cases - 1, 0);
}

/* Which of the two serves them better: no more is known here of what they want. */
static const char *verdict(const struct reason *reason)
{
    if (!gap_is_clear(reason->gap)) {
        return abs(reason->gap.mean) < DIFFERENCE
                   ? _("For them the two come to much the same, as far as you can tell.")
               : reason->gap.mean > 0
                   ? _("It may serve them better, though luck weighs more than the choice.")
                   : _("It may serve them less well, though luck weighs more than the choice.");
    }
    return reason->gap.mean > 0
               ? _("As far as you can tell, it serves them better.")
               : _("As far as you can tell, it serves them less well: they know or want something "
                   "that you do not.");
}

static void add_notes(const struct builder *b, const struct step *step, const struct reason *reason,
                      struct table_account *a)
{
    int slot[MOTIVE_EFFECTS];
    const int count = motive_effects(b->sc, reason, slot);
    const char *other = title_of(b, step, reason->move[REASON_OTHER]);
    if (count == 0) {
        a->note[a->notes++] = pool_text(
            b->pool,
            _("Seen from your chair: by the next morning it brings much the same as “%s”, "
              "the best of what else they could have shown."),
            other);
    } else {
        a->note[a->notes++] =
            pool_text(b->pool, _("Seen from your chair: by the next morning it may bring %s."),
                      motive_effect(&b->past, reason, REASON_MADE, slot, count));
        a->note[a->notes++] =
            pool_text(b->pool, _("The best of what else they could have shown, “%s”: %s."), other,
                      motive_effect(&b->past, reason, REASON_OTHER, slot, count));
    }
    a->note[a->notes++] = verdict(reason);
}

void table_move_account(struct builder *b)
{
    const struct step *step = last_words(b);
    struct reason reason;
    if (step == NULL) {
        return;
    }
    builder_at(b, step->before);
    const int seen = move_seen(b->sc, step->move);
    const uint64_t dice = minister_dice(b->sc, &b->then.s, 0); /* of the moment alone */
    struct table_account *a = &b->t->account[b->t->accounts++];
    *a = (struct table_account){ .about = ABOUT_MOVE,
                                 .id = "move",
                                 .title = _("What they last said"),
                                 .value = pool_text(b->pool, _("%s (%s)"), title_of(b, step, seen),
                                                    narrate_date(&b->past, step->round)),
                                 .known = true,
                                 .slot = -1,
                                 .case_at = -1 };
    a->note = pool_take(b->pool, NOTES * sizeof *a->note);
    if (reason_seen(b->sc, &b->then, dice, seen, &reason)) {
        add_notes(b, step, &reason, a);
    } else {
        a->note[a->notes++] =
            _("Seen from your chair, there was nothing else that they could show.");
    }
}
