/* debrief_turning.c: turning points in words. */
#include "match/debrief_build.h"
#include "match/say.h"

#include <stdlib.h>

int debrief_case_of(const struct debrief_builder *b, const struct step *step)
{
    const struct state *s = match_state(b->m, step->before);
    return b->sc->round_kind[s->slot[SLOT_CALENDAR]].incident ? s->cases - 1 : -1;
}

static const char *worth(const struct debrief_builder *b, struct gap gap)
{
    /* TRANSLATORS: points, and the half-width of their interval */
    return pool_text(b->pool,
                     gap.mean > 0 ? _("%s points more (± %s)") : _("%s points less (± %s)"),
                     debrief_points(b->pool, gap.mean), debrief_points(b->pool, gap.ci95));
}

/* What the luck of the year added to the choice is told where it is more than chance may feign. */
static bool luck_shows(const struct turning *t)
{
    return abs(t->was.mean - t->known.mean) > t->was.ci95 + t->known.ci95;
}

static const char *verdict(bool well, bool lucky, bool shows)
{
    static const char *const plain[2] = { N_("Poor judgement; luck had no part in it."),
                                          N_("Good judgement; luck had no part in it.") };
    static const char *const say[2][2] = {
        { N_("Poor judgement, bad luck."), N_("Poor judgement, good luck.") },
        { N_("Good judgement, bad luck."), N_("Good judgement, good luck.") },
    };
    return shows ? _(say[well][lucky]) : _(plain[well]);
}

static void tell(struct debrief_builder *b, struct debrief_turning *t)
{
    const struct step *step = match_step(b->m, t->turning.number - 1);
    const int case_at = debrief_case_of(b, step);
    t->round = step->round;
    t->date = narrate_date(&b->n, step->round);
    t->beat = narrate_title(&b->n, b->sc->beat[step->beat].title, b->party);
    t->about = case_at >= 0 ? b->d->file[case_at].title : "";
    t->move_id = debrief_move_id(b, t->turning.move);
    t->other_id = debrief_move_id(b, t->turning.other);
    t->move = debrief_move(b, t->turning.move, b->party, case_at);
    t->other = debrief_move(b, t->turning.other, b->party, case_at);
    t->judged_well = t->turning.known.mean > 0;
    t->lucky = t->turning.was.mean > 0;
    /* TRANSLATORS: a move, another, what the first was worth, twice, and a verdict */
    t->text = pool_text(b->pool,
                        _("You chose “%s”; the best of the rest was “%s”. By what you knew your "
                          "choice was worth %s; in the world as it was, %s. %s"),
                        t->move, t->other, worth(b, t->turning.known), worth(b, t->turning.was),
                        verdict(t->judged_well, t->lucky, luck_shows(&t->turning)));
}

static const char *how_many(const struct debrief_builder *b)
{
    const int count = b->d->turnings;
    if (count == 0) {
        return _("No decision of yours stands out: whatever else you might have chosen, the "
                 "difference is smaller than chance.");
    }
    if (count < TURNINGS) {
        return pool_text(b->pool,
                         ngettext("Only %d decision of yours stands out from chance.",
                                  "Only %d decisions of yours stand out from chance.",
                                  (unsigned long)count),
                         count);
    }
    return _("Of all your decisions these made the greatest difference.");
}

void debrief_turnings(struct debrief_builder *b)
{
    struct turning found[TURNINGS];
    b->d->turnings = turning_find(b->m, b->party, found);
    for (int i = 0; i < b->d->turnings; i++) {
        b->d->turning[i].turning = found[i];
        tell(b, &b->d->turning[i]);
    }
    b->d->turning_text = how_many(b);
}
