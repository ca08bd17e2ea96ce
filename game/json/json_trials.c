/* json_trials.c: what may have slipped where the reading of a text stopped. */
#include "json/json_mend.h"

#include <string.h>

static void add(struct trials *trials, size_t at, char put, bool take)
{
    if (trials->count < TRIALS_MAX) {
        trials->change[trials->count++] = (struct change){ .at = at, .put = put, .take = take };
    }
}

static const struct coarse *word_at(const struct mend *mend, int index)
{
    static const struct coarse none = { .kind = 0, .inside = COARSE_NONE };
    return index >= 0 && index < mend->words.count ? &mend->words.item[index] : &none;
}

/* The word at which the scanner stopped. */
static int stopped_at(const struct mend *mend)
{
    int at = 0;
    while (at < mend->words.count && mend->words.item[at].end <= mend->stop &&
           !(mend->words.item[at].open && mend->words.item[at].end == mend->stop)) {
        at++;
    }
    return at;
}

static char closer_of(char opener)
{
    return opener == '{' ? '}' : ']';
}

/* Where an opening bracket stood that is missing before a word: next to the blank it left. */
static size_t gap(const struct mend *mend, int before, char opener)
{
    const struct coarse *last = word_at(mend, before - 1);
    const size_t next = word_at(mend, before)->start;
    const bool same_line = last->line == word_at(mend, before)->line;
    const size_t usual = last->kind == ':' || last->kind == ',' ? 1 : 0;
    const char *line = memchr(mend->text + last->end, '\n', next - last->end);
    const size_t blanks = line != NULL ? strspn(line + 1, " \t") : 0;
    if (!same_line && last->kind == ':' && mend->text[last->end] == ' ') {
        return last->end + 1; /* the colon had its blank, and the bracket came behind it */
    }
    if (blanks > 0 && line[1 + blanks] == '\n') {
        return (size_t)(line - mend->text) + 1 + blanks; /* it had a line of its own */
    }
    const bool blank = same_line ? next - last->end > usual : opener == '{';
    return blank && mend->text[next - 1] == ' ' ? next - 1 : next;
}

/* A key stands where an element or a value should, followed by a colon. */
static void stray_key(const struct mend *mend, int key, struct trials *trials)
{
    const struct coarse *before = word_at(mend, key - 1);
    const int opener = word_at(mend, key)->inside;
    if (word_at(mend, opener)->kind == '[') {
        if (key - 1 == opener) {
            add(trials, before->start, '{', true);
        }
        if (before->kind == ',') {
            add(trials, before->start, ']', false);
            const char closer = word_at(mend, key - 2)->kind;
            if (closer == ']' || closer == '}') {
                add(trials, word_at(mend, key - 2)->start, 0, true);
            }
        }
        for (int i = key - 1; i > opener && word_at(mend, i)->line == word_at(mend, key)->line;
             i--) {
            add(trials, word_at(mend, i)->start, 0,
                word_at(mend, i)->kind == '}' || word_at(mend, i)->kind == ']');
        }
    }
    add(trials, gap(mend, key, '{'), '{', false);
}

/* The word with which the value of an object's last member before a word began. */
static int last_value(const struct mend *mend, int at, int inside)
{
    while (at > inside &&
           !(word_at(mend, at)->kind == ':' && word_at(mend, at)->inside == inside)) {
        at--;
    }
    return at + 1;
}

/* The first element of an array of arrays that is none, or where the array itself begins. */
static void stray_row(const struct mend *mend, int array, int before, struct trials *trials)
{
    for (int i = array + 2; i < before && word_at(mend, array + 1)->kind == '['; i++) {
        const struct coarse *word = word_at(mend, i);
        if (word->inside == array && word->kind != '[' && word_at(mend, i - 1)->kind == ',') {
            add(trials, word->start, '[', false);
            return;
        }
    }
    add(trials, word_at(mend, array)->end, '[', false);
}

/* An element stands where a key should. */
static void stray_element(const struct mend *mend, int at, struct trials *trials)
{
    const struct coarse *word = word_at(mend, at), *before = word_at(mend, at - 1);
    if (word_at(mend, word->inside)->kind != '{') {
        return;
    }
    if (word->kind == ',' && before->kind == '"') {
        add(trials, word->start, ':', true);
    }
    if (word->kind == ']' && before->kind == ']') {
        add(trials, word->start, 0, true);
    }
    if (before->kind == ',' && word_at(mend, at - 2)->kind == ']') {
        add(trials, word_at(mend, at - 2)->start, 0, true);
    }
    if (word->kind == '{' && before->kind == '{') {
        add(trials, before->start, 0, true);
    }
    add(trials, word_at(mend, word->inside)->start, '[', true);
    const int value = last_value(mend, at - 1, word->inside);
    if (value > word->inside + 1) {
        const size_t outer = gap(mend, value, '[');
        const bool blank = outer < word_at(mend, value)->start;
        if (blank) {
            add(trials, outer, '[', false);
        }
        if (word_at(mend, value)->kind == '[') {
            stray_row(mend, value, at, trials);
        }
        add(trials, outer, '[', false);
    }
}

/* True for a string that stands where a key does. */
static bool is_key(const struct mend *mend, int at)
{
    const struct coarse *word = word_at(mend, at), *before = word_at(mend, at - 1);
    return word_at(mend, word->inside)->kind == '{' && (before->kind == '{' || before->kind == ',');
}

/* A string went on beyond the place where it should have ended. */
static void runaway(const struct mend *mend, int at, struct trials *trials)
{
    const struct coarse *word = word_at(mend, at);
    const char *text = mend->text;
    const char *colon = memchr(text + word->start, ':', word->end - word->start);
    size_t end = word->open ? word->end : word->end - 1;
    if (is_key(mend, at) && colon != NULL) {
        add(trials, (size_t)(colon - text), '"', false);
    }
    size_t bracket = word->start + strcspn(text + word->start, "]},");
    while (bracket < end && text[bracket - 1] == ' ') {
        bracket--;
    }
    if (bracket < end) {
        add(trials, bracket, '"', false);
    }
    while (end > word->start + 1 && strchr(" \t\r,:{}[]", text[end - 1]) != NULL) {
        end--;
        if (strchr(" \t\r", text[end - 1]) == NULL) {
            add(trials, end, '"', false);
        }
    }
    add(trials, end, '"', false);
}

/* An array that begins an array: one opening bracket too many? */
static void doubled(const struct mend *mend, int at, struct trials *trials)
{
    const int opener = word_at(mend, at)->inside;
    if (word_at(mend, opener)->kind == '[' && word_at(mend, opener + 1)->kind == '[') {
        add(trials, word_at(mend, opener + 1)->start, 0, true);
    }
    for (int i = at; i > 0 && word_at(mend, i)->line + 1 >= word_at(mend, at)->line; i--) {
        if (word_at(mend, i)->kind == '[' && word_at(mend, i - 1)->kind == '[') {
            add(trials, word_at(mend, i)->start, 0, true);
        }
    }
}

/* A closing bracket of the wrong kind, or one is missing before it. */
static void wrong_closer(const struct mend *mend, int at, struct trials *trials)
{
    const struct coarse *word = word_at(mend, at), *before = word_at(mend, at - 1);
    const char closer = word->kind == '}' ? ']' : '}';
    add(trials, word->start, closer, true);
    for (int i = at - 1; i > 0 && word_at(mend, i)->line == before->line; i--) {
        if (word_at(mend, i)->kind == ',') {
            add(trials, word_at(mend, i)->start,
                closer_of(word_at(mend, word_at(mend, i)->inside)->kind), false);
        }
    }
    add(trials, before->end, closer, false);
}

/* What the words around the place say. */
static void near_by(const struct mend *mend, int at, struct trials *trials)
{
    const struct coarse *word = word_at(mend, at), *before = word_at(mend, at - 1);
    const bool value = word->kind != 0 && strchr("\"0{[", word->kind) != NULL;
    const bool ended = before->kind != 0 && strchr("\"0}]", before->kind) != NULL;
    if (word->kind == '"' && word->open) {
        runaway(mend, at, trials);
    }
    if (before->kind == '"' && word->kind != ':') {
        runaway(mend, at - 1, trials);
    }
    if (word->kind == '0' && word_at(mend, at + 1)->kind == '"') {
        add(trials, word->start, '"', false);
    }
    if ((word->kind == '0' || word->kind == '?') && strchr(":,[", before->kind) != NULL &&
        before->kind != 0) {
        add(trials, word->start, '"', false); /* a text, up to the quotation mark it has */
    }
    if (before->kind == '0' && word->kind == '"' && before->end == word->start) {
        add(trials, before->start, '"', false);
    }
    if (ended && value) {
        add(trials, before->end, is_key(mend, at - 1) ? ':' : ',', false);
    }
    if (word->kind == '0' && before->kind != 0 && strchr("{[0", before->kind) != NULL) {
        add(trials, before->start, '"', false);
    }
    doubled(mend, at, trials);
    if (word->kind == ':' && before->kind == '"') {
        stray_key(mend, at - 1, trials);
    }
    if (word->kind != ':' && word->kind != '?') {
        stray_element(mend, at, trials);
    }
    if (word->kind == '}' || word->kind == ']') {
        wrong_closer(mend, at, trials);
    }
}

/* What the layout says: every place of the line before the one that is askew. */
static void by_layout(const struct mend *mend, struct trials *trials)
{
    bool missing = false;
    const int askew = coarse_askew(&mend->words, &missing);
    const int last = askew - 1;
    if (askew == COARSE_NONE) {
        return;
    }
    if (word_at(mend, askew)->inside == COARSE_NONE) {
        add(trials, word_at(mend, askew)->start, 0, true);
    }
    if (missing && word_at(mend, askew)->kind == ',') { /* the bracket stood before it */
        add(trials, word_at(mend, askew)->start,
            closer_of(word_at(mend, word_at(mend, askew)->inside)->kind), false);
    }
    for (int i = last; i >= 0 && word_at(mend, i)->line == word_at(mend, last)->line; i--) {
        const struct coarse *word = word_at(mend, i);
        const bool closer = word->kind == '}' || word->kind == ']';
        if (missing && (word->kind == ',' || i == last)) {
            const int inside = word->kind == ',' ? word->inside : word_at(mend, askew)->inside;
            const char put = closer_of(word_at(mend, inside)->kind);
            const bool blank = put == '}' && strncmp(mend->text + word->end, " \n", 2) == 0;
            add(trials, word->kind == ',' ? word->start : word->end + (blank ? 1 : 0), put, false);
        } else if (!missing && closer) {
            add(trials, word->start, 0, true);
        }
    }
}

void mend_list_trials(const struct mend *mend, struct trials *out)
{
    out->count = 0;
    near_by(mend, stopped_at(mend), out);
    by_layout(mend, out);
}
