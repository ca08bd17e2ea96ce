/* json_slip.c: single changes are tried on a text that is not JSON until it is. */
#include "json/json_slip.h"

#include "json/json_alike.h"
#include "json/json_mend.h"
#include "json/json_scan.h"
#include "json/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
    TEXT_MOST = 1 << 20, /* of longer ones only what the scanner says, as where the work is done */
    COARSE_WORK = 12     /* how often a text could be scanned while its words are listed */
};

/* ---- choosing ---- */

/* True where a change that leaves something wrong explains this slip all the same: what was put in is
 * what was asked for, or the text is read on for some lines. */
static bool gets_on(const struct mend *mend, struct change change, size_t at, size_t length)
{
    const bool key = strchr("\"{[", mend->text[mend->stop]) != NULL;
    int lines = 0;
    for (size_t i = mend->stop; i < at && i < length; i++) {
        lines += mend->trial[i] == '\n';
    }
    return !change.take && at > mend->stop + 1 &&
           ((change.put == ',' && key) || change.put == ':' || (change.put == '"' && lines >= 2));
}

/* The trial with which the whole text is JSON, the least strange of them, or else the one that gets
 * furthest; -1 where none gets any further. *whole says which it is. */
static int choose(struct mend *mend, const struct trials *trials, bool *whole)
{
    int best = -1, least = 0;
    size_t furthest = 0; /* SIZE_MAX once the text is whole */
    for (int i = 0; i < trials->count && mend->work < MEND_WORK; i++) {
        size_t length, count;
        const size_t at = mend_try(mend, trials->change[i], &length, &count);
        const int strange = count > 0 ? mend_strangeness(mend, count) : 0;
        const bool better = count > 0
                                ? furthest < SIZE_MAX || strange < least
                                : at > furthest && gets_on(mend, trials->change[i], at, length);
        if (better) {
            best = i;
            least = strange;
            furthest = count > 0 ? SIZE_MAX : at;
        }
    }
    *whole = furthest == SIZE_MAX;
    return best;
}

static bool find_slip(struct mend *mend, struct change *out, bool *whole)
{
    struct trials trials;
    *whole = false;
    coarse_clear(&mend->words);
    mend->work += COARSE_WORK * mend->length;
    if (!coarse_read(mend->text, mend->length, &mend->words)) {
        return false;
    }
    mend_list_trials(mend, &trials);
    const int best = choose(mend, &trials, whole);
    if (best >= 0) {
        *out = trials.change[best];
    }
    return best >= 0;
}

/* ---- telling ---- */

/* Where something of the changed text stands in the author's. */
static size_t original(const struct mend *mend, size_t at)
{
    for (int i = mend->count - 1; i >= 0; i--) {
        const struct change *change = &mend->done[i];
        if (change->put != 0 && !change->take && at > change->at) {
            at--;
        } else if (change->put == 0 && at >= change->at) {
            at++;
        }
    }
    return at;
}

static struct place place_of(const struct source *source, size_t offset)
{
    struct place place = {
        .source = source, .offset = offset, .line = source->first_line, .column = 1
    };
    for (size_t i = 0; i < offset; i++) {
        if (source->text[i] == '\n') {
            place.line++;
            place.column = 1;
        } else {
            place.column += ((unsigned char)source->text[i] & 0xc0) != 0x80;
        }
    }
    return place;
}

/* Where the string that lacks its last quotation mark ends in a typographic one, which nothing in
 * it opens; `at` where it does not. */
static size_t curly_end(const struct mend *mend, size_t at)
{
    static const char opening[] = "\xe2\x80\x9c", closing[] = "\xe2\x80\x9d";
    const size_t size = sizeof closing - 1;
    int open = 0;
    if (at < size || memcmp(mend->text + at - size, closing, size) != 0) {
        return at;
    }
    for (size_t i = at; i > size && mend->text[i - 1] != '"'; i--) {
        open += memcmp(mend->text + i - size, opening, size) == 0;
        open -= memcmp(mend->text + i - size, closing, size) == 0;
    }
    return open < 0 ? at - size : at;
}

static void report(const struct mend *mend, struct change change, struct findings *findings)
{
    const bool mark = change.put == '"' && !change.take;
    const size_t at = mark ? curly_end(mend, change.at) : change.at;
    const struct place place = place_of(mend->source, original(mend, at));
    const char *const name = change.put == ',' ? "a comma" : change.put == ':' ? "a colon" : NULL;
    if (change.put == 0) {
        findings_add(findings, SEVERITY_ERROR, "J020", place, NULL, "this %c is one too many",
                     mend->text[change.at]);
    } else if (change.take) {
        findings_add(findings, SEVERITY_ERROR, "J020", place, NULL, "%c is expected here, not %c",
                     change.put, mend->text[change.at]);
    } else if (at < change.at) {
        findings_add(findings, SEVERITY_ERROR, "J020", place, NULL,
                     "\" is expected here, not a typographic quotation mark");
    } else if (name != NULL) {
        findings_add(findings, SEVERITY_ERROR, "J020", place, NULL, "%s is missing here", name);
    } else {
        findings_add(findings, SEVERITY_ERROR, "J020", place, NULL, "a %s is missing here",
                     change.put == '"'   ? "quotation mark"
                     : change.put == '{' ? "{"
                     : change.put == '[' ? "["
                     : change.put == '}' ? "}"
                                         : "]");
    }
}

/* What the scanner says of what is left, told of the author's text. */
static void report_rest(struct mend *mend, struct findings *findings)
{
    const struct source source = {
        .name = "", .text = mend->text, .length = mend->length, .first_line = 1
    };
    struct findings own = findings_init();
    json_scan(&source, mend->values, &own);
    if (own.count > 0) {
        struct finding *finding = findings_add(findings, SEVERITY_ERROR, own.items[0].code,
                                               place_of(mend->source, original(mend, mend->stop)),
                                               NULL, "%s", own.items[0].message);
        if (own.items[0].expected != NULL) {
            findings_expected(findings, finding, "%s", own.items[0].expected);
        }
        findings_suggestion(findings, finding, own.items[0].suggestion);
    }
    findings_clear(&own);
}

/* Slips of punctuation show as one of these; all else the scanner has right. */
static bool is_slip(const char *code, const struct mend *mend)
{
    return strcmp(code, "J020") == 0 || strcmp(code, "J021") == 0 || strcmp(code, "J022") == 0 ||
           strcmp(code, "J023") == 0 ||
           (strcmp(code, "J024") == 0 && strchr("\r\n", mend->text[mend->stop]) != NULL);
}

/* True where reading stops at a character that is taken for another: what it is explains it. */
static bool is_alike(const struct mend *mend)
{
    uint32_t code_point;
    char sentence[ALIKE_SENTENCE];
    return mend->stop < mend->length &&
           utf8_decode(mend->text + mend->stop, mend->length - mend->stop, &code_point) > 0 &&
           json_alike(code_point, sentence);
}

static void report_inner_quote(const struct mend *mend, size_t at, struct findings *findings)
{
    findings_add(findings, SEVERITY_ERROR, "J020", place_of(mend->source, original(mend, at)), NULL,
                 "this quotation mark ends the text: inside one, write \\\"");
}

/* The brackets do not come out even, and no one change would help: the layout may tell where they
 * begin to go wrong. */
static bool report_layout(const struct mend *mend, const char *code, struct findings *findings)
{
    bool missing = false;
    const int askew = coarse_askew(&mend->words, &missing);
    if (askew == COARSE_NONE || (strcmp(code, "J021") != 0 && strcmp(code, "J022") != 0)) {
        return false;
    }
    findings_add(findings, SEVERITY_ERROR, code,
                 place_of(mend->source, original(mend, mend->words.item[askew].start)), NULL,
                 missing
                     ? "the brackets do not come out even: before this line one is not closed"
                     : "the brackets do not come out even: before this line one is not opened, or "
                       "is closed twice");
    return true;
}

static void explain(struct mend *mend, struct findings *findings)
{
    for (;;) {
        char code[8] = "";
        size_t count = 0;
        struct change change;
        bool whole = false;
        size_t quote = 0;
        mend->stop = mend_reach(mend, mend->text, mend->length, &count, code);
        if (count > 0) {
            return;
        }
        if (mend->count == SLIPS_MAX || mend->work >= MEND_WORK || !is_slip(code, mend) ||
            is_alike(mend)) {
            report_rest(mend, findings);
            return;
        }
        const bool found = find_slip(mend, &change, &whole);
        if (!whole && mend_inner_quotes(mend, &quote)) {
            report_inner_quote(mend, quote, findings);
            continue;
        }
        if (!found) {
            if (!report_layout(mend, code, findings)) {
                report_rest(mend, findings);
            }
            return;
        }
        report(mend, change, findings);
        mend->length = mend_apply(mend->text, mend->length, change, mend->trial);
        memcpy(mend->text, mend->trial, mend->length + 1);
        mend->done[mend->count++] = change;
    }
}

void json_explain(const struct source *source, struct findings *findings)
{
    const size_t room = source->length + SLIPS_MAX + 2;
    const size_t values = json_scan_capacity(source) + SLIPS_MAX;
    char *text = malloc(room), *trial = malloc(room);
    struct json_value *scratch = calloc(values, sizeof *scratch);
    uint64_t *signs = malloc(2 * values * sizeof *signs);
    struct mend mend = { .source = source,
                         .length = source->length,
                         .text = text,
                         .trial = trial,
                         .values = scratch,
                         .signs = signs };
    if (text == NULL || trial == NULL || scratch == NULL || signs == NULL) {
        findings->out_of_memory = true;
    } else if (source->length > TEXT_MOST) {
        json_scan(source, scratch, findings);
    } else {
        memcpy(text, source->text, source->length);
        text[source->length] = '\0';
        explain(&mend, findings);
    }
    coarse_clear(&mend.words);
    free(text);
    free(trial);
    free(scratch);
    free(signs);
}
