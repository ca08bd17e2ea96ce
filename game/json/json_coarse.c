/* json_coarse.c: any text cut into words, and what its indentation says of its brackets. */
#include "json/json_coarse.h"

#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 256 };

/* ---- words ---- */

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           strchr("_-+.", c) != NULL;
}

static bool is_opener(char kind)
{
    return kind == '{' || kind == '[';
}

static bool is_closer(char kind)
{
    return kind == '}' || kind == ']';
}

/* The end of a string: behind its closing quote, or at the end of its line. */
static size_t string_end(const char *text, size_t length, size_t at, bool *open)
{
    for (at++; at < length && text[at] != '\n' && text[at] != '\r'; at++) {
        if (text[at] == '"') {
            *open = false;
            return at + 1;
        }
        if (text[at] == '\\' && at + 1 < length && text[at + 1] != '\n') {
            at++;
        }
    }
    *open = true;
    return at;
}

static struct coarse read_one(const char *text, size_t length, size_t at)
{
    struct coarse out = { .kind = '?', .start = at, .end = at + 1 };
    if (strchr("{}[],:", text[at]) != NULL && text[at] != '\0') {
        out.kind = text[at];
    } else if (text[at] == '"') {
        out.kind = '"';
        out.end = string_end(text, length, at, &out.open);
    } else if (text[at] != '\0' && is_word(text[at])) {
        out.kind = '0';
        while (out.end < length && text[out.end] != '\0' && is_word(text[out.end])) {
            out.end++;
        }
    }
    return out;
}

/* Where the reader is: its line, and how far that is indented. */
struct reader {
    int line, indent;
    size_t line_start;
    bool fresh; /* nothing has stood on this line yet */
};

static void place_word(struct reader *reader, struct coarse *word)
{
    if (reader->fresh) {
        reader->indent = (int)(word->start - reader->line_start);
    }
    word->first = reader->fresh;
    word->line = reader->line;
    word->indent = reader->indent;
    reader->fresh = false;
}

/* Says in what bracket each word stands. */
static void nest(struct coarse_text *text)
{
    int inside = COARSE_NONE;
    for (int i = 0; i < text->count; i++) {
        struct coarse *word = &text->item[i];
        word->inside = inside;
        if (is_opener(word->kind)) {
            inside = i;
        } else if (is_closer(word->kind) && inside != COARSE_NONE) {
            inside = text->item[inside].inside;
        }
    }
}

bool coarse_read(const char *text, size_t length, struct coarse_text *out)
{
    struct reader reader = { .fresh = true };
    *out = (struct coarse_text){ .item = malloc((length + 1) * sizeof *out->item) };
    if (out->item == NULL) {
        return false;
    }
    for (size_t at = 0; at < length;) {
        if (text[at] == '\n') {
            reader =
                (struct reader){ .line = reader.line + 1, .line_start = at + 1, .fresh = true };
        }
        if (strchr(" \t\r\n", text[at]) != NULL && text[at] != '\0') {
            at++;
            continue;
        }
        struct coarse word = read_one(text, length, at);
        place_word(&reader, &word);
        at = word.end;
        out->item[out->count++] = word;
    }
    nest(out);
    return true;
}

void coarse_clear(struct coarse_text *text)
{
    free(text->item);
    *text = (struct coarse_text){ .item = NULL };
}

/* ---- layout ---- */

/* How the children of a bracket are indented: as the first of them that begins a line. */
static int child_indent(const struct coarse_text *text, int opener, int before)
{
    for (int i = opener + 1; i < before; i++) {
        const struct coarse *word = &text->item[i];
        if (word->inside == opener && word->first && !is_closer(word->kind)) {
            return word->indent;
        }
    }
    return COARSE_NONE;
}

/* Below 0: a bracket is missing before this word; above 0: there is one too many. */
static int lean(const struct coarse_text *text, int at, int children)
{
    const struct coarse *word = &text->item[at];
    const struct coarse *opener = &text->item[word->inside];
    if (is_closer(word->kind)) {
        return word->indent - opener->indent;
    }
    if (children != COARSE_NONE) {
        return word->indent - children;
    }
    return word->indent > opener->indent ? 0 : -1;
}

int coarse_askew(const struct coarse_text *text, bool *missing)
{
    for (int i = 1; i < text->count; i++) {
        const struct coarse *word = &text->item[i];
        if (!word->first) {
            continue;
        }
        if (word->inside == COARSE_NONE) { /* the file goes on after its value */
            *missing = false;
            return i;
        }
        if (text->item[word->inside].line == word->line) {
            continue;
        }
        const int leans = lean(text, i, child_indent(text, word->inside, i));
        if (leans != 0) {
            *missing = leans < 0;
            return i;
        }
    }
    return COARSE_NONE;
}
