/* debrief_sentence.c: the game in one sentence. */
#include "match/debrief_build.h"
#include "match/say.h"

#include <stddef.h>

enum { EVEN = 5 }; /* tenths: as likely as not */

static int leaning(const struct debrief_case *c)
{
    return (c->believed > EVEN) - (c->believed < EVEN);
}

/* How much a case tells: what was never found out most, an open question least. */
static int tells(const struct debrief_case *c)
{
    const int lean = leaning(c);
    const bool right = (lean > 0) == c->guilty;
    const int open = c->revealed == 0 ? 40 : c->revealed > c->round ? 20 : 0;
    return 100 * (lean != 0) + open + 10 * !right + c->severity;
}

/* The case of the reader that tells most, of equals the first; or NULL. */
static const struct debrief_case *telling_case(const struct debrief *d)
{
    const struct debrief_case *best = NULL;
    for (int i = 0; i < d->cases; i++) {
        const struct debrief_case *c = &d->file[i];
        if (c->victim == d->party && c->believed >= 0 && (best == NULL || tells(c) > tells(best))) {
            best = c;
        }
    }
    return best;
}

static const char *judged(const struct debrief_builder *b, const struct debrief_case *c)
{
    /* by leaning, guilt, and whether it came out */
    /* TRANSLATORS: the first %s is "in May", the second one the like, or "at once" */
    static const char *const say[3][2][2] = {
        { { N_("you were right to believe them %s and never found out"),
            N_("you were right to believe them %s, as came out %s") },
          { N_("you thought %s that it was not them, and never found out that it was"),
            N_("you thought %s that it was not them, and learned %s that it was") } },
        { { N_("you could not say %s whether it was them, and never found out"),
            N_("you could not say %s whether it was them; %s it proved not to be") },
          { N_("you could not say %s whether it was them, and never found out"),
            N_("you could not say %s whether it was them; %s it proved so") } },
        { { N_("you suspected them %s of what was not theirs, and never found out"),
            N_("you suspected them %s of what was not theirs, as you learned %s") },
          { N_("you were right to suspect them %s and could never prove it"),
            N_("you were right to suspect them %s, as came out %s") } },
    };
    const char *format = _(say[leaning(c) + 1][c->guilty][c->revealed > 0]);
    const char *came = narrate_when(&b->n, c->round);
    if (c->revealed == 0) {
        return pool_text(b->pool, format, came);
    }
    return pool_text(b->pool, format, came,
                     c->revealed == c->round ? _("at once") : narrate_when(&b->n, c->revealed));
}

static const char *ended(const struct debrief_builder *b)
{
    const struct debrief *d = b->d;
    const char *date = narrate_when(&b->n, d->round);
    if (!d->over) {
        return pool_text(b->pool, _("The game was left %s"), date);
    }
    if (b->sc->ending[match_ending(b->m)].ruin) {
        /* TRANSLATORS: "in May", title of the ending */
        return pool_text(b->pool, _("It broke %s, “%s”"), date, d->ending_title);
    }
    return pool_text(b->pool, _("It ended as “%s”"), d->ending_title);
}

/* What was never found out. */
static const char *dark(const struct debrief_builder *b)
{
    int open = 0;
    for (int i = 0; i < b->d->cases; i++) {
        open += b->d->file[i].revealed == 0;
    }
    if (b->d->cases == 0) {
        return _("there was nothing to find out");
    }
    if (open == 0) {
        return _("in the end everything came out");
    }
    if (open == b->d->cases) {
        return _("nothing ever came out");
    }
    /* TRANSLATORS: two numbers in words */
    return pool_text(b->pool, _("of %s cases, %s stayed in the dark"),
                     narrate_count(&b->n, b->d->cases), narrate_count(&b->n, open));
}

void debrief_sentence(struct debrief_builder *b)
{
    const struct debrief_case *c = telling_case(b->d);
    const char *what = c != NULL ? judged(b, c) : _("no case was yours to judge");
    /* TRANSLATORS: how it ended, what was judged, what was never found out */
    b->d->sentence = pool_text(b->pool, _("%s: %s; %s."), ended(b), what, dark(b));
}
