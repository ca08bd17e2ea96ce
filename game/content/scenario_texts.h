/* scenario_texts.h: the texts of a scenario in other languages.
 *
 * A translation lies beside its scenario: NAME.zh_CN.json beside NAME.json. It has the same shape and
 * holds only texts, each with the text that it was translated from, so that it is known when that
 * has changed. A text that
 * is not translated, or has changed since, is read as the scenario has it. A translation alters no
 * rule: the hash of the scenario stays. What is wrong with one is told with its own lines and
 * columns; a translated text is held to all that its source is held to. */
#ifndef CONTENT_SCENARIO_TEXTS_H
#define CONTENT_SCENARIO_TEXTS_H

#include "core/scenario.h"
#include "json/finding.h"

#include <stdbool.h>

/* True for "fr" and "zh_CN": two or three small letters, perhaps with two capitals. */
bool scenario_is_language(const char *tag);

/* Where the translation of the scenario at `path` lies, to be freed; NULL: memory ran out. */
char *scenario_translation(const char *path, const char *language);

/* The scenario that the file at `path` is a translation of, by its name and if there is one: its path,
 * to be freed. NULL: it is none, or memory ran out. */
char *scenario_translated(const char *path);

/* The languages of which a translation lies beside the scenario, sorted; a list that ends with
 * NULL, to be freed like every tag in it. NULL: memory ran out. */
char **scenario_languages(const char *path);

/* Loads the scenario at `path` with a translation. Findings are about the translation alone, its
 * gaps among them as warnings; where the scenario itself has errors, about those. NULL where either
 * has an error. To be freed with scenario_free. */
struct scenario *scenario_translate(const char *path, const char *translation,
                                    struct findings *findings);

/* scenario_load, and looks at every translation that lies beside a scenario without errors: findings
 * are about all of them. NULL where the scenario itself has an error. */
struct scenario *scenario_load_all(const char *path, struct findings *findings);

/* scenario_load for players: in a language, or where of "fr_CA" there is no translation in "fr".
 * *found: there is one, or the language is "en", that of the file; without one the texts are those of
 * the file. Gaps in the translation are no findings. */
struct scenario *scenario_load_in(const char *path, const char *language, bool *found,
                                  struct findings *findings);

/* The languages that a scenario can be read in, "en, fr, zh_CN"; cut off where there is no room. */
void scenario_list_languages(const char *path, char *list, size_t size);

/* One text of a scenario. */
struct scenario_text {
    char *pointer, *source;
    char *translation; /* NULL: there is none */
    char *was;         /* the source it was made from, where that is another; or NULL */
};
struct scenario_texts {
    struct scenario_text *item; /* in the order of the file */
    int count;
    int lost;    /* translations of what the scenario no longer says */
    char *id;    /* of the scenario */
    char *notes; /* what the translation says for its writers: `"x-KEY": VALUE`, as it stands there,
                    comma between them; "" where there is none */
    char *schema; /* for editors: the one the translation names, or else the one beside the
                     scenario's; NULL where there is neither */
};

/* All texts of the scenario at `path`, with what a translation has for each; a text that has moved
 * keeps its translation. `translation` may be NULL; it must be one of this scenario into `language`.
 * False with errors in `findings`, or
 * findings->out_of_memory. To be cleared in either case. */
bool scenario_texts(const char *path, const char *translation, const char *language,
                    struct findings *findings, struct scenario_texts *out);
void scenario_texts_clear(struct scenario_texts *texts);

#endif
