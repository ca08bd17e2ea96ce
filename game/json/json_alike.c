#include "json/json_alike.h"

#include <stddef.h>
#include <stdio.h>

enum alike { QUOTE, DASH, BLANK, UNSEEN, ELLIPSIS };

static const struct {
    uint32_t first, last;
    enum alike alike;
    const char *name;
} characters[] = {
    { 0x0060, 0x0060, QUOTE, "a backtick" },
    { 0x00a0, 0x00a0, BLANK, "a no-break space" },
    { 0x00ab, 0x00ab, QUOTE, "a typographic quotation mark" },
    { 0x00ad, 0x00ad, UNSEEN, "a soft hyphen" },
    { 0x00b4, 0x00b4, QUOTE, "an accent" },
    { 0x00bb, 0x00bb, QUOTE, "a typographic quotation mark" },
    { 0x2000, 0x200a, BLANK, "a typographic space" },
    { 0x200b, 0x200b, UNSEEN, "a zero-width space" },
    { 0x200c, 0x200d, UNSEEN, "a zero-width joiner" },
    { 0x200e, 0x200f, UNSEEN, "a mark of direction" },
    { 0x2010, 0x2011, DASH, "a typographic hyphen" },
    { 0x2012, 0x2013, DASH, "an en dash" },
    { 0x2014, 0x2015, DASH, "an em dash" },
    { 0x2018, 0x201f, QUOTE, "a typographic quotation mark" },
    { 0x2026, 0x2026, ELLIPSIS, "an ellipsis" },
    { 0x2028, 0x2029, UNSEEN, "a line separator" },
    { 0x202a, 0x202e, UNSEEN, "a mark of direction" },
    { 0x202f, 0x202f, BLANK, "a narrow no-break space" },
    { 0x2032, 0x2036, QUOTE, "a prime" },
    { 0x2039, 0x203a, QUOTE, "a typographic quotation mark" },
    { 0x205f, 0x205f, BLANK, "a typographic space" },
    { 0x2060, 0x2060, UNSEEN, "a word joiner" },
    { 0x2066, 0x2069, UNSEEN, "a mark of direction" },
    { 0x2212, 0x2212, DASH, "a typographic minus sign" },
    { 0x3000, 0x3000, BLANK, "a full-width space" },
    { 0x300c, 0x300f, QUOTE, "a typographic quotation mark" },
    { 0x301d, 0x301f, QUOTE, "a typographic quotation mark" },
    { 0xfeff, 0xfeff, UNSEEN, "a byte order mark" },
    { 0xff02, 0xff02, QUOTE, "a full-width quotation mark" },
};

static void write_sentence(uint32_t code_point, enum alike alike, const char *name,
                           char out[ALIKE_SENTENCE])
{
    switch (alike) {
    case QUOTE:
        snprintf(out, ALIKE_SENTENCE, "this is %s: type a straight quotation mark, \"", name);
        break;
    case DASH:
        snprintf(out, ALIKE_SENTENCE, "this is %s: type a hyphen, -", name);
        break;
    case BLANK:
        snprintf(out, ALIKE_SENTENCE, "this is %s, \\u%04x: type an ordinary one", name,
                 (unsigned)code_point);
        break;
    case UNSEEN:
        snprintf(out, ALIKE_SENTENCE, "this is %s, \\u%04x, which cannot be seen: take it out",
                 name, (unsigned)code_point);
        break;
    case ELLIPSIS:
        snprintf(out, ALIKE_SENTENCE, "%s stands for nothing here: write out what is meant", name);
        break;
    }
}

bool json_alike(uint32_t code_point, char out[ALIKE_SENTENCE])
{
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        if (code_point >= characters[i].first && code_point <= characters[i].last) {
            write_sentence(code_point, characters[i].alike, characters[i].name, out);
            return true;
        }
    }
    if (code_point >= 0xff01 && code_point <= 0xff5e) { /* as in ASCII, at a distance */
        snprintf(out, ALIKE_SENTENCE, "this is a full-width character: type %c",
                 (char)(code_point - 0xff01 + '!'));
        return true;
    }
    return false;
}
