/* debrief_concept.c: what stands behind the questions. */
#include "match/debrief_build.h"
#include "match/say.h"

static const struct {
    const char *id, *title, *idea;
} table[CONCEPTS] = {
    [CONCEPT_ATTRIBUTION] = { "attribution", N_("Attribution"),
                              N_("To know where something came from is seldom to know who ordered it, and one has to act "
                                 "before one knows.") },
    [CONCEPT_AUDIENCE_COST] = { "audience-cost", N_("Audience cost"),
                                N_("Who charges in public pays at home for stepping back. That lends weight to the charge, "
                                   "and makes the way back dear.") },
    [CONCEPT_COSTLY_SIGNAL] = { "costly-signal", N_("Costly signal"),
                                N_("What costs nothing tells nothing. A gesture reassures where somebody who means ill would "
                                   "not pay its price.") },
    [CONCEPT_SECURITY_DILEMMA] = { "security-dilemma", N_("Security dilemma"),
                                   N_("What makes one side safer makes the other less safe, and each takes its own steps for "
                                      "defence.") },
    [CONCEPT_COMMITMENT] = { "commitment", N_("Commitment"),
                             N_("A promise binds when it costs more to break than to keep, and nobody knows that before "
                                "it is tried.") },
};

struct debrief_question debrief_question_of(enum debrief_concept concept, const char *text)
{
    return (struct debrief_question){ table[concept].id, _(table[concept].title),
                                      _(table[concept].idea), text };
}
