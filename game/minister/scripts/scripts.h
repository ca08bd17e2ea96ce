/* scripts.h: what every script is made of, and their list.
 *
 * A script is one file: a function from a mood to a temper, and one constant that names it. To add
 * one, copy a file, rename its constant, and name it here and in script.c. */
#ifndef MINISTER_SCRIPTS_H
#define MINISTER_SCRIPTS_H

#include "minister/script.h"

/* Leans to one family only. */
static inline struct temper temper_always(int family)
{
    struct temper t = { .softly = false };
    t.chance[family] = 100;
    return t;
}

/* The same, in private. */
static inline struct temper temper_softly(int family)
{
    struct temper t = temper_always(family);
    t.softly = true;
    return t;
}

/* A charge or a denial. */
static inline bool is_hard(int family)
{
    return family != FAMILY_COOPERATE;
}

extern const struct script script_always_cooperate, script_always_accuse, script_always_deny,
    script_family_random, script_tit_for_tat, script_generous, script_hard_line, script_soft_line,
    script_tit_for_two_tats, script_pavlov, script_contrite, script_gradual, script_grim,
    script_prober, script_sneak, script_bully;

/* Tit for tat's temper, on which others are built. */
struct temper temper_in_kind(const struct mood *m);

#endif
