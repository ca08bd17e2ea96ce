/* json_mend.c: a change is made, the text is scanned, and what comes out is judged. */
#include "json/json_mend.h"

#include "json/json_scan.h"
#include "json/utf8.h"

#include <stdlib.h>
#include <string.h>

/* ---- trying ---- */

static size_t offset_of(const char *text, size_t length, const struct finding *finding)
{
    size_t at = 0;
    for (int line = 1; at < length && line < finding->line; at++) {
        line += text[at] == '\n';
    }
    for (int column = 1; at < length && column < finding->column; column++) {
        uint32_t code_point;
        const size_t size = utf8_decode(text + at, length - at, &code_point);
        at += size > 0 ? size : 1;
    }
    return at;
}

/* Where the scanner stops, as an offset; beyond the end where it does not. */
size_t mend_reach(struct mend *mend, const char *text, size_t length, size_t *count, char code[8])
{
    struct findings findings = findings_init();
    mend->scanned = (struct source){ .name = "", .text = text, .length = length, .first_line = 1 };
    *count = json_scan(&mend->scanned, mend->values, &findings);
    size_t at = length + 1;
    if (findings.count > 0) {
        at = offset_of(text, length, &findings.items[0]);
        memcpy(code, findings.items[0].code, 8);
    }
    findings_clear(&findings);
    mend->work += length + (at < length ? at : length);
    return at;
}

size_t mend_apply(const char *text, size_t length, struct change change, char *out)
{
    const size_t put = change.put != 0 ? 1 : 0, take = change.take ? 1 : 0;
    memcpy(out, text, change.at);
    out[change.at] = change.put;
    memcpy(out + change.at + put, text + change.at + take, length - change.at - take);
    out[length + put - take] = '\0';
    return length + put - take;
}

/* How far the text can be read with a change. */
size_t mend_try(struct mend *mend, struct change change, size_t *length, size_t *count)
{
    char code[8];
    *length = mend_apply(mend->text, mend->length, change, mend->trial);
    return mend_reach(mend, mend->trial, *length, count, code);
}

/* ---- quotation marks inside a text ---- */

/* The next quotation mark of a line from `at` on that no backslash stands before; `length` where
 * there is none. */
static size_t next_quote(const char *text, size_t length, size_t at)
{
    while (at < length && text[at] != '"') {
        if (text[at] == '\n') {
            return length;
        }
        at += text[at] == '\\' && at + 1 < length && text[at + 1] != '\n' ? 2 : 1;
    }
    return at < length ? at : length;
}

/* True for what words begin with, and slots. */
static bool begins_word(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c >= 0x80 || c == '{' || c == '(' || c == '\'';
}

bool mend_inner_quotes(struct mend *mend, size_t *at)
{
    const size_t length = mend->length, first = mend->stop - 1;
    if (mend->stop == 0 || mend->stop >= length || mend->text[first] != '"' ||
        !begins_word((unsigned char)mend->text[mend->stop])) {
        return false;
    }
    const char *line = memchr(mend->text + first, '\n', length - first);
    const size_t line_end = line != NULL ? (size_t)(line - mend->text) : length;
    memcpy(mend->trial, mend->text, length + 1);
    size_t inner = first;
    for (size_t last = next_quote(mend->text, length, mend->stop);
         last < length && mend->work < MEND_WORK; last = next_quote(mend->text, length, last + 1)) {
        char code[8];
        size_t count;
        mend->trial[inner] = '\'';
        if (mend_reach(mend, mend->trial, length, &count, code) > line_end) {
            memcpy(mend->text, mend->trial, length + 1);
            *at = first;
            return true;
        }
        inner = last;
    }
    return false;
}

/* ---- how strange a text is: what stands in it as nothing else like it does ---- */

static bool has_key(const struct json_value *value)
{
    return value->parent != NULL && value->parent->type == JSON_OBJECT;
}

static uint64_t mix(uint64_t hash, uint64_t more)
{
    return (hash ^ more) * UINT64_C(1099511628211);
}

static uint64_t hash_key(uint64_t hash, const struct json_value *value)
{
    const char *key = value->key_place.source->text + value->key_place.offset;
    for (size_t i = 1; key[i] != '"'; i++) {
        hash = mix(hash, (unsigned char)key[i]);
    }
    return hash;
}

/* The nearest value above that has a key, or NULL; each array on the way counts. */
static const struct json_value *keyed_above(const struct json_value *value, uint64_t *arrays)
{
    *arrays = 1;
    for (value = value->parent; value != NULL && !has_key(value); value = value->parent) {
        *arrays += value->type == JSON_ARRAY ? 1 : 0;
    }
    return value;
}

/* What it is, under its own key, below the key one above it, and below the key two above. */
static void add_signs(uint64_t signs[2], const struct json_value *value)
{
    uint64_t arrays = 0, more = 0;
    const struct json_value *above = keyed_above(value, &arrays);
    const struct json_value *top = above != NULL ? keyed_above(above, &more) : NULL;
    uint64_t own = mix(arrays, value->type == JSON_ARRAY || value->type == JSON_OBJECT);
    signs[0] = signs[1] = 0;
    if (!has_key(value) && arrays < 3) {
        return; /* an element of a plain list is like any other */
    }
    own = has_key(value) ? hash_key(own, value) : mix(own, value->type);
    signs[0] = above != NULL ? hash_key(own, above) : own;
    signs[1] = mix(top != NULL ? hash_key(own, top) : own, above != NULL ? 2 : 3);
}

static int by_value(const void *a, const void *b)
{
    const uint64_t one = *(const uint64_t *)a, two = *(const uint64_t *)b;
    return one < two ? -1 : one > two;
}

/* How many different ones there are. */
static int distinct(uint64_t *signs, size_t count)
{
    int out = 0;
    qsort(signs, count, sizeof *signs, by_value);
    for (size_t i = 0; i < count; i++) {
        out += i == 0 || signs[i] != signs[i - 1];
    }
    return out;
}

/* How many sorts of thing there are in what was scanned last, and how many keys are used twice. */
/* An array of arrays in which something else stands too. */
static bool is_mixed(const struct json_value *value)
{
    int arrays = 0, scalars = 0;
    for (const struct json_value *one = value->first; one != NULL; one = one->next) {
        arrays += one->type == JSON_ARRAY;
        scalars += one->type != JSON_ARRAY && one->type != JSON_OBJECT;
    }
    return value->type == JSON_ARRAY && arrays > 0 && scalars > 0;
}

int mend_strangeness(struct mend *mend, size_t count)
{
    enum { ODD = 8 };
    int odd = 0;
    size_t keys = 0;
    for (size_t i = 0; i < count; i++) {
        odd += is_mixed(&mend->values[i]);
        if (has_key(&mend->values[i])) {
            const size_t object = (size_t)(mend->values[i].parent - mend->values);
            mend->signs[keys++] = hash_key(mix(11, object), &mend->values[i]);
        }
    }
    odd += (int)keys - distinct(mend->signs, keys);
    for (size_t i = 0; i < count; i++) {
        add_signs(mend->signs + 2 * i, &mend->values[i]);
    }
    return distinct(mend->signs, 2 * count) + ODD * odd;
}
