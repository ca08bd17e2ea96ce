#define _POSIX_C_SOURCE 200809L

#include "json/finding.h"

#include "json/buffer.h"
#include "json/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    LINE_SHOWN = 120, /* bytes; of longer lines only half as much on either side of the caret */
    SENTENCE_MAX = 400,
    WORD_MAX = 64, /* longer words get no suggestion */
};

struct findings findings_init(void)
{
    return (struct findings){ 0 };
}

static void finding_clear(struct finding *finding)
{
    free(finding->file);
    free(finding->pointer);
    free(finding->message);
    free(finding->expected);
    free(finding->suggestion);
    free(finding->excerpt);
}

void findings_clear(struct findings *list)
{
    for (int i = 0; i < list->count; i++) {
        finding_clear(&list->items[i]);
    }
    free(list->items);
    *list = findings_init();
}

/* The first place from `at` on, up to `end`, where a UTF-8 character can begin. */
static const char *character_begin(const char *at, const char *end)
{
    while (at < end && ((unsigned char)*at & 0xc0) == 0x80) {
        at++;
    }
    return at;
}

/* A sentence in memory of its own; one that is too long is cut between characters. */
static char *sentence_new(const char *format, va_list arguments)
{
    char text[SENTENCE_MAX];
    int length = vsnprintf(text, SENTENCE_MAX, format, arguments);
    if (length < 0) {
        return NULL;
    }
    if (length >= SENTENCE_MAX) {
        size_t end = utf8_fit(text, SENTENCE_MAX - 1, SENTENCE_MAX - 5);
        memcpy(text + end, "...", sizeof "...");
    }
    return strdup(text);
}

/* The part of a line that is shown: all of it, or of a long one what is near the caret. */
struct excerpt {
    const char *begin, *caret, *end;
    bool cut_before, cut_after;
};

static struct excerpt find_excerpt(const struct place *place)
{
    const char *text = place->source->text;
    const char *limit = text + place->source->length;
    const char *caret = text + place->offset;
    const char *begin = caret, *end = caret;
    while (begin > text && begin[-1] != '\n') {
        begin--;
    }
    while (end < limit && *end != '\n') {
        end++;
    }
    if (end > caret && end[-1] == '\r') {
        end--;
    }
    struct excerpt excerpt = { .begin = begin, .caret = caret, .end = end };
    excerpt.cut_before = end - begin > LINE_SHOWN && caret - begin > LINE_SHOWN / 2;
    excerpt.cut_after = end - begin > LINE_SHOWN && end - caret > LINE_SHOWN / 2;
    if (excerpt.cut_before) {
        excerpt.begin = character_begin(caret - LINE_SHOWN / 2, caret);
    }
    if (excerpt.cut_after) {
        excerpt.end = character_begin(caret + LINE_SHOWN / 2, end);
    }
    return excerpt;
}

/* How wide a terminal shows a character: Han, kana and their like are two columns wide, accents that
 * join the letter before them take none. */
static size_t character_columns(const char *at, size_t length)
{
    uint32_t c = 0;
    utf8_decode(at, length, &c);
    if ((c >= 0x300 && c <= 0x36f) || (c >= 0xfe00 && c <= 0xfe0f)) {
        return 0;
    }
    const bool wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) ||
                      (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
                      (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
                      (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
    return wide ? 2 : 1;
}

/* Adds text to a line, and to `pad` blanks as wide; tabs stay tabs, so that both lines agree
 * wherever they are shown. */
static void add_line(struct buffer *line, struct buffer *pad, const char *at, const char *end)
{
    while (at < end) {
        size_t columns = 1;
        if (*at == '\t') {
            buffer_add(line, at, 1);
            buffer_add(pad, at, 1);
            at++;
            continue;
        }
        const size_t wide = character_columns(at, (size_t)(end - at));
        at += buffer_add_typed_character(line, at, (size_t)(end - at), &columns);
        columns = columns == 1 ? wide : columns;
        for (size_t i = 0; i < columns; i++) {
            buffer_add(pad, " ", 1);
        }
    }
}

static char *excerpt_new(const struct place *place)
{
    struct excerpt excerpt = find_excerpt(place);
    struct buffer line = buffer_init(), pad = buffer_init();
    buffer_add_string(&line, excerpt.cut_before ? "..." : "");
    buffer_add_string(&pad, excerpt.cut_before ? "   " : "");
    add_line(&line, &pad, excerpt.begin, excerpt.caret);
    size_t width = pad.length;
    add_line(&line, &pad, excerpt.caret, excerpt.end);
    buffer_add_string(&line, excerpt.cut_after ? "...\n" : "\n");
    buffer_add(&line, pad.bytes, width);
    buffer_add_string(&line, "^");
    line.failed = line.failed || pad.failed;
    free(pad.bytes);
    return buffer_finish(&line);
}

/* Where a finding belongs: in its file's group, behind all that are not after it; the findings of
 * a new file go last. */
static int place_in_list(const struct findings *list, const struct finding *finding)
{
    int place = list->count;
    for (int i = list->count - 1; i >= 0; i--) {
        const struct finding *other = &list->items[i];
        if (strcmp(other->file, finding->file) != 0) {
            continue;
        }
        bool after = other->line != finding->line ? other->line > finding->line
                                                  : other->column > finding->column;
        if (!after) {
            return i + 1;
        }
        place = i;
    }
    return place;
}

static struct finding *insert(struct findings *list, const struct finding *finding)
{
    int place = place_in_list(list, finding);
    struct finding *slot = list->items + place;
    memmove(slot + 1, slot, (size_t)(list->count - place) * sizeof *slot);
    *slot = *finding;
    list->count++;
    return slot;
}

/* The list's memory is taken whole, with its first finding. */
static bool has_memory(struct findings *list)
{
    if (list->items == NULL) {
        assert(list->count == 0);
        list->items = calloc(FINDINGS_MAX, sizeof *list->items);
    }
    return list->items != NULL;
}

struct finding *findings_add_list(struct findings *list, enum severity severity, const char *code,
                                  struct place place, const char *pointer, const char *format,
                                  va_list arguments)
{
    *(severity == SEVERITY_ERROR ? &list->errors : &list->warnings) += 1;
    if (list->count == FINDINGS_MAX) {
        list->dropped++;
        return NULL;
    }
    bool has_excerpt = place.line > 0 && place.source->text != NULL;
    struct finding finding = {
        .severity = severity,
        .file = strdup(place.source->name),
        .line = place.line,
        .column = place.column,
        .pointer = pointer == NULL ? NULL : strdup(pointer),
        .message = sentence_new(format, arguments),
        .excerpt = has_excerpt ? excerpt_new(&place) : NULL,
    };
    assert(strlen(code) < sizeof finding.code);
    memcpy(finding.code, code, strlen(code));
    bool complete = finding.file != NULL && finding.message != NULL &&
                    (pointer == NULL || finding.pointer != NULL) &&
                    (!has_excerpt || finding.excerpt != NULL);
    if (!complete || !has_memory(list)) {
        finding_clear(&finding);
        list->out_of_memory = true;
        return NULL;
    }
    return insert(list, &finding);
}

struct finding *findings_add(struct findings *list, enum severity severity, const char *code,
                             struct place place, const char *pointer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct finding *finding =
        findings_add_list(list, severity, code, place, pointer, format, arguments);
    va_end(arguments);
    return finding;
}

void findings_expected(struct findings *list, struct finding *finding, const char *format, ...)
{
    if (finding == NULL) {
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    free(finding->expected);
    finding->expected = sentence_new(format, arguments);
    va_end(arguments);
    list->out_of_memory = list->out_of_memory || finding->expected == NULL;
}

void findings_suggestion(struct findings *list, struct finding *finding, const char *word)
{
    if (finding == NULL || word == NULL) {
        return;
    }
    free(finding->suggestion);
    finding->suggestion = strdup(word);
    list->out_of_memory = list->out_of_memory || finding->suggestion == NULL;
}

static int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : (unsigned char)c;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* How many letters must be put in, left out, replaced or swapped with their neighbour to turn one
 * word into the other. Both are shorter than WORD_MAX. */
static int word_distance(const char *a, const char *b)
{
    int rows[3][WORD_MAX];
    int columns = (int)strlen(b);
    int *before = rows[0], *above = rows[1], *row = rows[2];
    for (int j = 0; j <= columns; j++) {
        above[j] = j;
    }
    for (int i = 1; a[i - 1] != '\0'; i++) {
        row[0] = i;
        for (int j = 1; j <= columns; j++) {
            bool same = lower(a[i - 1]) == lower(b[j - 1]);
            bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                           lower(a[i - 2]) == lower(b[j - 1]);
            row[j] = smaller(smaller(above[j], row[j - 1]) + 1, above[j - 1] + (same ? 0 : 1));
            if (swapped) {
                row[j] = smaller(row[j], before[j - 2] + 1);
            }
        }
        int *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[columns];
}

const char *findings_suggest(const char *word, const char *const candidates[], size_t count)
{
    size_t length = strlen(word);
    if (length >= WORD_MAX) {
        return NULL;
    }
    const char *best = NULL;
    int limit = 1 + (int)length / 4;
    limit = smaller(limit, (int)length - 1); /* a word of which nothing is left is no slip */
    for (size_t i = 0; i < count; i++) {
        if (candidates[i] == NULL || strlen(candidates[i]) >= WORD_MAX) {
            continue;
        }
        int distance = word_distance(word, candidates[i]);
        if (distance <= limit) {
            best = candidates[i];
            limit = distance - 1;
        }
    }
    return best;
}
