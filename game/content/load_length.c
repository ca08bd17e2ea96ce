/* load_length.c: how long the sentences of a scenario should be. Only ever warns. */
#include "content/load.h"

#include "json/utf8.h"

#include <string.h>

enum { LONGEST = 2000 }; /* bytes; what is longer is refused by itself */

static const struct {
    const char *code, *what;
    int least, most; /* words */
} form[] = {
    [LENGTH_ANY] = { NULL, NULL, 0, 0 },
    [LENGTH_INCIDENT_TITLE] = { "T010", "the title of an incident", 2, 6 },
    [LENGTH_DISPATCH] = { "T011", "a dispatch", 35, 60 },
    [LENGTH_TRACE] = { "T012", "a trace", 1, 22 },
    [LENGTH_HEADLINE] = { "T013", "a headline", 1, 9 },
    [LENGTH_MOVE_TITLE] = { "T014", "the title of a move", 2, 4 },
    [LENGTH_MOVE_LINE] = { "T015", "the line of a move", 1, 14 },
    [LENGTH_SPOKEN] = { "T016", "a spoken line", 1, 20 },
    [LENGTH_TRUTH] = { "T017", "a truth", 1, 25 },
    [LENGTH_ENDING] = { "T018", "an ending", 40, 90 },
    [LENGTH_BRIEFING] = { "T019", "the whole briefing", 1, 120 },
    [LENGTH_METER_LINE] = { "T022", "the line of a meter", 1, 25 },
};

/* Han, kana and their punctuation: text without spaces, 1.7 characters a word. */
static bool is_dense(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/* Quotation marks and dots that languages share: they belong to a word, and are none. */
static bool is_mark(uint32_t c)
{
    return (c >= 0x2018 && c <= 0x201F) || c == 0x2026 || c == 0xB7;
}

/* Words of a sentence; a slot counts as the word it stands in. */
static int count_words(const char *text)
{
    size_t left = strlen(text);
    int dense = 0, spaced = 0;
    bool inside = false;
    while (left > 0) {
        uint32_t c = 0;
        const size_t size = utf8_decode(text, left, &c);
        if (is_dense(c)) {
            dense++;
            inside = false;
        } else if (c == ' ' || c == 0x2013 || c == 0x2014) {
            inside = false;
        } else if (!inside && !is_mark(c)) {
            spaced++;
            inside = true;
        }
        text += size == 0 ? 1 : size;
        left -= size == 0 ? 1 : size;
    }
    return spaced + dense * 10 / 17;
}

static void warn(struct load *load, const struct json_value *value, enum length length, int words)
{
    if (words >= form[length].least && words <= form[length].most) {
        return;
    }
    struct finding *finding =
        load_warning(load, spot_value(value), form[length].code, "%s has %d %s", form[length].what,
                     words, words == 1 ? "word" : "words");
    findings_expected(load->findings, finding, "%d to %d words", form[length].least,
                      form[length].most);
}

void load_length_text(struct load *load, const struct json_value *value, enum length length)
{
    if (length != LENGTH_ANY && length != LENGTH_BRIEFING) {
        warn(load, value, length, count_words(value->string));
    }
}

void load_length_total(struct load *load, const struct json_value *value, enum length length)
{
    if (value == NULL) {
        return;
    }
    int words = value->type == JSON_STRING ? count_words(value->string) : 0;
    for (const struct json_value *one = value->first; one != NULL; one = one->next) {
        const struct json_value *text = one->type == JSON_STRING ? one : json_member(one, "text");
        const bool plain = json_member(one, "when") == NULL && text != NULL;
        words += plain && text->type == JSON_STRING && text->length < LONGEST
                     ? count_words(text->string)
                     : 0;
    }
    if (words > 0) {
        warn(load, value, length, words);
    }
}
