/* debrief_reason.c: what planners thought, in words, with the truth beside it. */
#include "match/bet.h"
#include "match/debrief_build.h"
#include "match/say.h"

/* ---- whose reasons are told ---- */

static const struct step *at(const struct debrief_builder *b, int index)
{
    return match_step(b->m, index);
}

/* The last decision before this one in its round that shows to the other side is the chair's. */
static bool is_answer(const struct debrief_builder *b, int index)
{
    const struct step *step = at(b, index);
    for (int i = index - 1; i >= 0 && at(b, i)->round == step->round; i--) {
        const int beat = at(b, i)->beat;
        if (beat != step->beat) {
            return at(b, i)->party == b->party && !b->sc->beat[beat].secret &&
                   !b->sc->beat[step->beat].secret;
        }
    }
    return false;
}

/* The next decision of the other side in the same round, or -1. */
static int answer_to(const struct debrief_builder *b, int index)
{
    for (int i = index + 1; i < match_steps(b->m) && at(b, i)->round == at(b, index)->round; i++) {
        if (at(b, i)->party != at(b, index)->party) {
            return i;
        }
    }
    return -1;
}

static bool is_asked(const struct debrief_builder *b, int index)
{
    bool asked = at(b, index)->party != b->party && is_answer(b, index);
    for (int i = 0; i < b->d->turnings && !asked; i++) {
        const int turning = b->d->turning[i].turning.number - 1;
        asked = index == turning || index == answer_to(b, turning);
    }
    return asked;
}

/* ---- in words ---- */

static const char *choice(const struct debrief_builder *b, const struct debrief_reason *r)
{
    const struct reason *reason = &r->motive->reason;
    if (reason->doubt) {
        /* TRANSLATORS: two moves */
        return pool_text(b->pool, _("Chose “%s” rather than “%s”: a close call."), r->move,
                         r->other);
    }
    /* TRANSLATORS: two moves, points and the half-width of their interval, what they came from */
    return pool_text(b->pool,
                     _("Chose “%s” rather than “%s”, worth %s points more (± %s), most of all for "
                       "%s."),
                     r->move, r->other, debrief_points(b->pool, reason->gap.mean),
                     debrief_points(b->pool, reason->gap.ci95),
                     motive_part(&b->n, r->party, reason->because));
}

/* "Held it 6 in 10 likely that it was you, and it was (a group it tolerates)" */
static const char *belief(const struct debrief_builder *b, const struct debrief_reason *r,
                          int case_at)
{
    static const char *const say[2][2] = {
        { N_("Held it %d in 10 likely that it was them, and it was not (%s)"),
          N_("Held it %d in 10 likely that it was them, and it was (%s)") },
        { N_("Held it %d in 10 likely that it was you, and it was not (%s)"),
          N_("Held it %d in 10 likely that it was you, and it was (%s)") },
    };
    const struct motive *motive = r->motive;
    if (motive->reason.belief < 0) {
        return "";
    }
    return pool_text(b->pool, _(say[r->party != b->party][motive->guilty]),
                     (motive->reason.belief + 50) / 100,
                     narrate(&b->n, b->sc->culprit[motive->culprit].title, r->party, case_at, 0));
}

/* "Trust –0.8 (–2.0); Crisis +2.8 (+4.0)": by the move made, and in brackets by the other. */
static const char *expected(const struct debrief_builder *b, const struct reason *reason)
{
    int slot[MOTIVE_EFFECTS];
    const int count = motive_effects(b->sc, reason, slot);
    const char *text = "";
    for (int i = 0; i < count; i++) {
        const char *made = motive_tenths(b->pool, reason->effect[REASON_MADE][slot[i]]);
        const char *other = motive_tenths(b->pool, reason->effect[REASON_OTHER][slot[i]]);
        /* TRANSLATORS: a number's title, its change, and its change after the other move */
        const char *one =
            pool_text(b->pool, _("%s %s (%s)"), bet_slot_title(&b->n, slot[i]), made, other);
        text = *text != '\0' ? pool_text(b->pool, _("%s; %s"), text, one) : one;
    }
    return text;
}

static const char *held_and_expected(const struct debrief_builder *b,
                                     const struct debrief_reason *r, int case_at)
{
    const char *held = belief(b, r, case_at), *effects = expected(b, &r->motive->reason);
    if (*effects == '\0') {
        return *held ? pool_text(b->pool, _("%s."), held) : "";
    }
    /* TRANSLATORS: what was held likely; changes of numbers */
    return *held ? pool_text(b->pool, _("%s. Expected by the next morning: %s."), held, effects)
                 : pool_text(b->pool, _("Expected by the next morning: %s."), effects);
}

static void tell(struct debrief_builder *b, const struct step *step, const struct motive *motive,
                 struct debrief_reason *r)
{
    const int case_at = debrief_case_of(b, step);
    const struct reason *reason = &motive->reason;
    r->number = step->number;
    r->round = step->round;
    r->party = step->party;
    r->motive = motive;
    r->date = narrate_date(&b->n, step->round);
    r->beat = narrate_title(&b->n, b->sc->beat[step->beat].title, b->party);
    r->about = case_at >= 0 ? b->d->file[case_at].title : "";
    r->move_id = debrief_move_id(b, reason->move[REASON_MADE]);
    r->other_id = debrief_move_id(b, reason->move[REASON_OTHER]);
    r->move = debrief_move(b, reason->move[REASON_MADE], step->party, case_at);
    r->other = debrief_move(b, reason->move[REASON_OTHER], step->party, case_at);
    r->culprit_id = reason->belief >= 0 ? b->sc->culprit[motive->culprit].id : "";
    r->text = choice(b, r);
    r->more = held_and_expected(b, r, case_at);
}

/* ---- the part of the page ---- */

static int reason_at(const struct debrief *d, int index)
{
    for (int i = 0; i < d->reasons; i++) {
        if (d->reason[i].number == index + 1) {
            return i;
        }
    }
    return -1;
}

static const char *how(void)
{
    return _("What the other side thought as it answered you, worked out again from what it knew "
             "then. In brackets: what it expected of the move it left.");
}

void debrief_reasons(struct debrief_builder *b)
{
    struct debrief *d = b->d;
    d->reason = pool_take(b->pool, (1 + (size_t)match_steps(b->m)) * sizeof *d->reason);
    d->reason_text = "";
    for (int i = 0; i < match_steps(b->m); i++) {
        struct motive *motive = pool_take(b->pool, sizeof *motive);
        if (!is_asked(b, i) || !motive_of(b->m, at(b, i), motive)) {
            continue;
        }
        if (motive->thought) {
            tell(b, at(b, i), motive, &d->reason[d->reasons++]);
        } else if (at(b, i)->party != b->party) {
            d->reason_text = pool_text(b->pool, _("%s: %s."), motive->name, motive->line);
        }
    }
    if (d->reasons > 0) {
        d->reason_text = how();
    }
    for (int i = 0; i < d->turnings; i++) {
        const int turning = d->turning[i].turning.number - 1;
        const int own = reason_at(d, turning);
        d->turning[i].reason = own >= 0 ? own : reason_at(d, answer_to(b, turning));
    }
}
