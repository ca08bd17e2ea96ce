/* scenario_facts.h: the facts behind a scenario: their names, and play without one.
 *
 * A fact is a sentence of the report that a scenario is made from; elements of the scenario say
 * which facts they carry (struct tag). Whether a fact matters is asked by playing without it. */
#ifndef CONTENT_SCENARIO_FACTS_H
#define CONTENT_SCENARIO_FACTS_H

#include "core/scenario.h"

#include <stddef.h>

/* "rule", "card", "setting", "editorial"; by enum fact_role. */
extern const char *const fact_roles[FACT_ROLES];
/* "row", "rule", "move", ...; by enum tag_kind. */
extern const char *const tag_kinds[TAG_KINDS];

/* Index of a fact by id, or -1. */
int scenario_fact(const struct scenario *sc, const char *id);

/* Takes everything out of play that carries a fact, as scenarios/README.md says, and compiles the
 * scenario again; its hash stays that of the file. May be called for one fact after the other.
 * NULL, or a sentence written to `why` (of `size` bytes) that says what cannot be taken out; then
 * the scenario is of no use any more. */
const char *scenario_without(struct scenario *sc, int fact, char *why, size_t size);

#endif
