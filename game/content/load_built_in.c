/* load_built_in.c: the names that the format itself gives a meaning to. */
#include "content/load.h"

#include <string.h>

const char *const load_families[FAMILY_COUNT] = { "cooperate", "accuse", "deny" };
const char *const load_froms[FROM_COUNT] = { "suspect", "other", "nobody" };
static const char *const files[] = { "not-us", "us" };
static const char *const words[] = { "silent", "open", "straight", "false" };

const struct built_in load_built_ins[BUILT_INS] = {
    { "round", GROUP_SHARED, SLOT_ROUND, VALUE_NUMBER, KNOWN_ALL, MAX_ROUNDS, -1, NULL },
    { "act", GROUP_SHARED, SLOT_ACT, VALUE_NUMBER, KNOWN_ALL, MAX_ROUNDS, -1, NULL },
    { "calendar", GROUP_SHARED, SLOT_CALENDAR, VALUE_IDS, KNOWN_ALL, 0, ROUNDS, NULL },
    { "agreements", GROUP_SHARED, SLOT_AGREEMENTS, VALUE_NUMBER, KNOWN_ALL, MAX_SET, -1, NULL },
    { "signed", GROUP_SHARED, SLOT_SIGNED, VALUE_NUMBER, KNOWN_ALL, MAX_SET, -1, NULL },
    { "severe-done", GROUP_SHARED, SLOT_SEVERE, VALUE_FLAG, KNOWN_ALL, 1, -1, NULL },
    { "repeated", GROUP_SHARED, SLOT_REPEATED, VALUE_FLAG, KNOWN_ALL, 1, -1, NULL },
    { "ending", GROUP_SHARED, SLOT_ENDING, VALUE_IDS, KNOWN_ALL, 0, ENDINGS, NULL },
    { "picked", GROUP_PARTY, SLOT_PICKED, VALUE_NUMBER, KNOWN_PICK, MAX_SET, -1, NULL },
    { "mandate", GROUP_PARTY, SLOT_MANDATE, VALUE_IDS, KNOWN_OWNER, 0, MANDATES, NULL },
    { "victims", GROUP_PARTY, SLOT_VICTIMS, VALUE_NUMBER, KNOWN_ALL, MAX_ROUNDS, -1, NULL },
    { "struck", GROUP_PARTY, SLOT_STRUCK, VALUE_FLAG, KNOWN_ALL, 1, -1, NULL },
    { "quiet", GROUP_PARTY, SLOT_QUIET, VALUE_NUMBER, KNOWN_NOBODY, 3, -1, NULL },
    { "family", GROUP_PARTY, SLOT_FAMILY, VALUE_IDS, KNOWN_ALL, FAMILY_COUNT, -1, load_families },
    { "family-before", GROUP_PARTY, SLOT_FAMILY_BEFORE, VALUE_IDS, KNOWN_ALL, FAMILY_COUNT, -1,
      load_families },
    { "incident", GROUP_CASE, FIELD_INCIDENT, VALUE_INCIDENT, KNOWN_ALL, 0, INCIDENTS, NULL },
    { "kind", GROUP_CASE, FIELD_KIND, VALUE_IDS, KNOWN_ALL, 0, KINDS, NULL },
    { "severity", GROUP_CASE, FIELD_SEVERITY, VALUE_NUMBER, KNOWN_ALL, MAX_AMOUNT, -1, NULL },
    { "severe", GROUP_CASE, FIELD_SEVERE, VALUE_FLAG, KNOWN_ALL, 1, -1, NULL },
    { "victim", GROUP_CASE, FIELD_VICTIM, VALUE_IDS, KNOWN_ALL, 0, PARTIES, NULL },
    { "culprit", GROUP_CASE, FIELD_CULPRIT, VALUE_IDS, KNOWN_TRUTH, 0, CULPRITS, NULL },
    { "guilty", GROUP_CASE, FIELD_GUILTY, VALUE_FLAG, KNOWN_TRUTH, 1, -1, NULL },
    { "from", GROUP_CASE, FIELD_FROM, VALUE_IDS, KNOWN_TRUTH, FROM_COUNT, -1, load_froms },
    { "confidence", GROUP_CASE, FIELD_CONFIDENCE, VALUE_NUMBER, KNOWN_VICTIM, 2, -1, NULL },
    { "file", GROUP_CASE, FIELD_FILE, VALUE_IDS, KNOWN_SUSPECT, 2, -1, files },
    { "checked", GROUP_CASE, FIELD_CHECKED, VALUE_FLAG, KNOWN_SUSPECT, 1, -1, NULL },
    { "revealed", GROUP_CASE, FIELD_REVEALED, VALUE_NUMBER, KNOWN_ALL, MAX_ROUNDS, -1, NULL },
    { "word", GROUP_CASE, FIELD_WORD, VALUE_IDS, KNOWN_TRUTH, 4, -1, words },
    { "trace", GROUP_CASE, 0, VALUE_IDS, KNOWN_VICTIM, FROM_COUNT, -1, load_froms },
    { "trace-2", GROUP_CASE, 1, VALUE_IDS, KNOWN_VICTIM, FROM_COUNT, -1, load_froms },
    { "trace-culprit", GROUP_CASE, 0, VALUE_IDS, KNOWN_VICTIM, 0, CULPRITS, NULL },
    { "trace-culprit-2", GROUP_CASE, 1, VALUE_IDS, KNOWN_VICTIM, 0, CULPRITS, NULL },
};

/* Words of the format that no id may take besides. */
static const char *const reserved[] = {
    "own",   "other",  "suspect", "first",   "second", "age", "really", "public",  "promise",
    "break", "reveal", "retrace", "inspect", "none",   "any", "now",    "morning", "arrival",
};

const struct built_in *load_built_in(const char *name)
{
    for (size_t i = 0; i < BUILT_INS; i++) {
        if (json_same(load_built_ins[i].name, name)) {
            return &load_built_ins[i];
        }
    }
    return NULL;
}

bool load_is_built_in(const char *name)
{
    bool known = load_built_in(name) != NULL;
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++) {
        known = known || json_same(reserved[i], name);
    }
    return known;
}

bool load_is_number(const char *name)
{
    const struct built_in *is = load_built_in(name);
    return is != NULL && is->kind == VALUE_NUMBER;
}
