/* Findings: what is wrong with a file that somebody wrote, and where.
 *
 * A list of findings grows while a file is read and checked, so that its author sees everything in
 * one pass. It stays in the order of the files and, within a file, of the places; findings at one
 * place keep the order in which they came. Findings copy all they show: they outlive the file.
 * Nothing here decides what is an error; nothing is printed before findings_print is called, and
 * then no byte of the file can act on a terminal.
 */
#ifndef JSON_FINDING_H
#define JSON_FINDING_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { FINDINGS_MAX = 200 }; /* as many are kept; further ones are only counted */

/* A text that findings point into. Its owner keeps it as long as places refer to it. */
struct source {
    const char *name; /* the file's name as the author knows it */
    const char *text; /* may be NULL: the file could not be read */
    size_t length;    /* bytes of text */
    int first_line;   /* the number of the first line; 1 but for a line out of a longer file */
};

/* A place in a text. Lines and columns count from 1, columns in code points; line 0 stands for the
 * file as a whole. */
struct place {
    const struct source *source;
    size_t offset; /* bytes before the place */
    int line;
    int column;
};

enum severity { SEVERITY_ERROR, SEVERITY_WARNING };

struct finding {
    char code[8]; /* "S012" */
    enum severity severity;
    char *file;
    int line; /* 0: the file as a whole, and then column is 0 too */
    int column;
    char *pointer;    /* JSON pointer of the value; NULL where there is none */
    char *message;    /* one plain sentence, without a full stop */
    char *expected;   /* what would be right, or NULL */
    char *suggestion; /* the word that was probably meant, or NULL */
    char *excerpt;    /* the source line and a caret below it, fit for a terminal, or NULL */
};

struct findings {
    struct finding *items; /* `count` of them, in order */
    int count;
    int errors;   /* all that were added, kept or not */
    int warnings; /* likewise */
    int dropped;  /* how many were added after the list was full */
    bool out_of_memory;
};

/* An empty list. */
struct findings findings_init(void);

/* Frees what the list holds and leaves it empty. */
void findings_clear(struct findings *list);

/* Adds a finding at a place; `pointer` may be NULL, the sentence is cut at some 400 bytes.
 * Everything is copied. Returns the finding, valid until the next one is added, or NULL where the
 * list is full or memory ran out; it counts all the same. */
struct finding *findings_add(struct findings *list, enum severity severity, const char *code,
                             struct place place, const char *pointer, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* findings_add for callers that have their arguments in a va_list. */
struct finding *findings_add_list(struct findings *list, enum severity severity, const char *code,
                                  struct place place, const char *pointer, const char *format,
                                  va_list arguments);

/* Says what would have been right, as a noun phrase: "a whole number from 0 to 100". `finding` is
 * what findings_add returned for this list, NULL included. */
void findings_expected(struct findings *list, struct finding *finding, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Says which word was probably meant; nothing happens where `finding` or `word` is NULL. */
void findings_suggestion(struct findings *list, struct finding *finding, const char *word);

/* The candidate that `word` is probably a slip of, or NULL where none is near. Capitals do not
 * count; the first of equals wins. NULL candidates are passed over. */
const char *findings_suggest(const char *word, const char *const candidates[], size_t count);

/* Prints the list for people, as
 *     file:line:column: error S012: message (/pointer)
 *     the source line
 *         ^ did you mean "word"?       or: expected: a whole number
 * False where memory ran out or the stream refused. */
bool findings_print_text(const struct findings *list, FILE *stream);

/* Prints the list for programs: one line, one JSON object {"findings":[...]}, null for what a
 * finding lacks; "more" counts what was dropped and is there only then. False as above. */
bool findings_print_json(const struct findings *list, FILE *stream);

/* Writes the members of that object into one that has others too. */
struct json_writer;
void findings_write(const struct findings *list, struct json_writer *writer);

#endif
