/* debrief_history.c: what is public behind the incidents of a game. */
#include "match/debrief_build.h"
#include "match/say.h"

#include <string.h>

static const char *claim_title(const char *claim)
{
    if (strcmp(claim, "fact") == 0) {
        return _("taken from a fact");
    }
    return strcmp(claim, "claim") == 0 ? _("taken from what one side claims") : _("invented");
}

static bool carries(const struct scenario *sc, enum tag_kind kind, int index, int fact)
{
    for (int i = 0; i < sc->tags; i++) {
        const struct tag *t = &sc->tag[i];
        if (t->kind == kind && t->index == index && t->fact == fact) {
            return true;
        }
    }
    return false;
}

static bool cites(const struct debrief_case *c, const struct source_note *note)
{
    return c->ref != NULL && strcmp(c->ref, note->id) == 0;
}

/* The cases of the game that carry a fact, or that name a source (the other is -1 or NULL). */
static const char *behind(const struct debrief_builder *b, int fact, const struct source_note *note)
{
    const char *text = "";
    for (int i = 0; i < b->d->cases; i++) {
        const struct debrief_case *c = &b->d->file[i];
        if (fact >= 0 ? !carries(b->sc, TAG_INCIDENT, c->incident, fact) : !cites(c, note)) {
            continue;
        }
        /* TRANSLATORS: title of an incident, "invented" */
        const char *one = pool_text(b->pool, _("“%s” (%s)"), c->title, claim_title(c->claim));
        text = *text ? pool_text(b->pool, _("%s, %s"), text, one) : one;
    }
    return text;
}

static void facts(struct debrief_builder *b)
{
    struct debrief *d = b->d;
    d->fact = pool_take(b->pool, (1 + (size_t)b->sc->facts) * sizeof *d->fact);
    for (int i = 0; i < b->sc->facts; i++) {
        const char *text = behind(b, i, NULL);
        if (*text) {
            const struct fact *fact = &b->sc->fact[i];
            d->fact[d->facts++] =
                (struct debrief_fact){ fact->id, narrate_title(&b->n, fact->text, b->party), text };
        }
    }
}

/* Does a source carry a fact that plays a part in this game? */
static bool bears_on(const struct debrief_builder *b, int note)
{
    for (int i = 0; i < b->d->cases; i++) {
        for (int k = 0; k < b->sc->facts; k++) {
            if (carries(b->sc, TAG_SOURCE, note, k) &&
                carries(b->sc, TAG_INCIDENT, b->d->file[i].incident, k)) {
                return true;
            }
        }
    }
    return false;
}

void debrief_history(struct debrief_builder *b)
{
    struct debrief *d = b->d;
    facts(b);
    d->source = pool_take(b->pool, (1 + (size_t)b->sc->notes) * sizeof *d->source);
    for (int i = 0; i < b->sc->notes; i++) {
        const struct source_note *note = &b->sc->note[i];
        const char *text = behind(b, -1, note);
        if (*text || bears_on(b, i)) {
            d->source[d->sources++] =
                (struct debrief_source){ note->id, narrate_title(&b->n, note->title, b->party),
                                         narrate_title(&b->n, note->note, b->party), text };
        }
    }
}
