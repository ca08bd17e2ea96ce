/* narrate.c: variants, slots, quotation marks. */
#include "match/narrate.h"

#include "core/row.h"
#include "match/say.h"

#include <string.h>

enum { SENTENCE = 4096, DEPTH = 3 };

/* ---- variants ---- */

static const struct text *nth_plain(const struct scenario *sc, struct phrase phrase, int n)
{
    for (int i = 0; i < phrase.count; i++) {
        const struct text *t = &sc->text[phrase.first + i];
        if (t->plain && n-- == 0) {
            return t;
        }
    }
    return NULL;
}

static int plains(const struct scenario *sc, struct phrase phrase)
{
    int count = 0;
    for (int i = 0; i < phrase.count; i++) {
        count += sc->text[phrase.first + i].plain;
    }
    return count;
}

static const struct text *find(const struct context *c, struct phrase phrase, int turn)
{
    for (int i = 0; i < phrase.count; i++) {
        const struct text *t = &c->sc->text[phrase.first + i];
        if (!t->plain && row_holds(c, t->when)) {
            return t;
        }
    }
    const int count = plains(c->sc, phrase);
    return count == 0 ? NULL : nth_plain(c->sc, phrase, turn % count);
}

/* Whose numbers are told, and where it is noted what is read. */
struct teller {
    struct context context;
    uint64_t *read;
};

static const struct text *choose(const struct teller *t, struct phrase phrase, int turn)
{
    const struct text *text = find(&t->context, phrase, turn);
    if (text != NULL && t->read != NULL) {
        const size_t at = (size_t)(text - t->context.sc->text);
        t->read[at / 64] |= UINT64_C(1) << (at % 64);
    }
    return text;
}

/* ---- slots ---- */

struct slot_name {
    const char *word, *key; /* "suspect", "capital"; key "" when there is none */
    size_t word_length, key_length;
};

static bool is(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && memcmp(text, word, length) == 0;
}

/* The party a role means, an index into the actors, or -1. */
static int actor_of(const struct context *c, const struct slot_name *s)
{
    static const struct {
        const char *name;
        enum who who;
    } role[] = { { "own", WHO_OWN },         { "other", WHO_OTHER }, { "victim", WHO_VICTIM },
                 { "suspect", WHO_SUSPECT }, { "first", WHO_FIRST }, { "second", WHO_SECOND } };
    for (size_t i = 0; i < sizeof role / sizeof role[0]; i++) {
        if (is(s->word, s->word_length, role[i].name)) {
            return (int)(c->base[role[i].who] - c->base[WHO_SHARED]);
        }
    }
    for (int i = 0; i < c->sc->actors; i++) {
        if (is(s->word, s->word_length, c->sc->actor[i].id)) {
            return i;
        }
    }
    return -1;
}

static struct phrase actor_phrase(const struct actor *a, const struct slot_name *s)
{
    if (is(s->key, s->key_length, "title")) {
        return a->title;
    }
    if (is(s->key, s->key_length, "country")) {
        return a->country;
    }
    return is(s->key, s->key_length, "capital") ? a->capital : a->adjective;
}

static bool is_actor_key(const struct slot_name *s)
{
    return is(s->key, s->key_length, "title") || is(s->key, s->key_length, "country") ||
           is(s->key, s->key_length, "capital") || is(s->key, s->key_length, "adjective");
}

static int meter_of(const struct scenario *sc, const struct slot_name *s)
{
    for (int i = 0; i < sc->meters; i++) {
        if (is(s->word, s->word_length, sc->meter[i].id)) {
            return i;
        }
    }
    return -1;
}

/* Numbers that the format itself names. */
static const struct built_in {
    const char *name;
    uint8_t who, index; /* WHO_OWN: a pair */
} built_in[] = {
    { "round", WHO_SHARED, SLOT_ROUND },      { "act", WHO_SHARED, SLOT_ACT },
    { "signed", WHO_SHARED, SLOT_SIGNED },    { "agreements", WHO_SHARED, SLOT_AGREEMENTS },
    { "picked", WHO_OWN, SLOT_PICKED },       { "victims", WHO_OWN, SLOT_VICTIMS },
    { "severity", WHO_CASE, FIELD_SEVERITY }, { "confidence", WHO_CASE, FIELD_CONFIDENCE },
    { "revealed", WHO_CASE, FIELD_REVEALED },
};

static const struct built_in *built_in_of(const struct slot_name *s)
{
    for (size_t i = 0; i < sizeof built_in / sizeof built_in[0]; i++) {
        if (is(s->word, s->word_length, built_in[i].name)) {
            return &built_in[i];
        }
    }
    return NULL;
}

/* A number in a text, {meter} or {meter.own}: one of the parties is that of the role, of own
 * without one. False when it is none. */
static bool number_of(const struct context *c, const struct slot_name *s, int *value)
{
    const struct built_in *b = built_in_of(s);
    const int meter = meter_of(c->sc, s);
    if (b == NULL && meter < 0) {
        return false;
    }
    if (b != NULL && b->who == WHO_CASE) {
        *value = c->base[WHO_CASE][b->index];
        return true;
    }
    const bool pair = b != NULL ? b->who == WHO_OWN : c->sc->meter[meter].party;
    const struct slot_name role = { s->key, "", s->key_length, 0 };
    const int actor = s->key_length ? actor_of(c, &role) : c->own;
    const int slot = b != NULL ? b->index : c->sc->meter[meter].slot;
    *value = c->base[WHO_SHARED][slot + (pair && actor == 1)];
    return true;
}

static void expand(const struct teller *t, struct words *out, const char *text, int depth);

static void expand_phrase(const struct teller *t, struct words *out, struct phrase phrase,
                          int depth)
{
    const struct text *text = choose(t, phrase, 0);
    if (text != NULL && depth < DEPTH) {
        expand(t, out, text->utf8, depth + 1);
    }
}

static void expand_word(const struct teller *t, struct words *out, const struct slot_name *s,
                        int depth)
{
    const struct scenario *sc = t->context.sc;
    for (int i = 0; i < sc->words; i++) {
        if (is(s->word, s->word_length, sc->word[i].id)) {
            expand_phrase(t, out, sc->word[i].phrase, depth);
        }
    }
}

static void add_number(struct words *out, int number)
{
    char digits[12];
    char *at = digits + sizeof digits;
    unsigned left = number < 0 ? 0u - (unsigned)number : (unsigned)number;
    do {
        *--at = (char)('0' + left % 10);
    } while (left /= 10);
    if (number < 0) {
        words_add(out, "–", strlen("–"));
    }
    words_add(out, at, (size_t)(digits + sizeof digits - at));
}

static void fill(const struct teller *t, struct words *out, const struct slot_name *s, int depth)
{
    const struct context *c = &t->context;
    const int actor = is_actor_key(s) ? actor_of(c, s) : -1;
    int value;
    if (actor >= 0) {
        expand_phrase(t, out, actor_phrase(&c->sc->actor[actor], s), depth);
    } else if (number_of(c, s, &value)) {
        add_number(out, value);
    } else {
        expand_word(t, out, s, depth);
    }
}

static struct slot_name slot_name(const char *text, size_t length)
{
    const char *point = memchr(text, '.', length);
    const size_t word = point ? (size_t)(point - text) : length;
    return (struct slot_name){ text, point ? point + 1 : "", word, point ? length - word - 1 : 0 };
}

/* Steps back over what may stand between the end of a sentence and its first word. */
static const char *before_opening(const char *start, const char *at)
{
    for (;;) {
        const size_t left = (size_t)(at - start);
        if (left >= 3 && (memcmp(at - 3, "“", 3) == 0 || memcmp(at - 3, "‘", 3) == 0)) {
            at -= 3;
        } else if (left >= 1 && strchr("\"'(", at[-1]) != NULL) {
            at--;
        } else {
            return at;
        }
    }
}

/* Does a sentence begin at this place of a text? */
static bool begins(const char *start, const char *at)
{
    const char *opening = before_opening(start, at), *end = opening;
    while (end > start && (end[-1] == ' ' || end[-1] == '\n')) {
        end--;
    }
    if (end == start) {
        return true;
    }
    /* a closing mark may follow the stop */
    while (end > start && strchr("\"')", end[-1]) != NULL) {
        end--;
    }
    if (end - start >= 3 && (memcmp(end - 3, "”", 3) == 0 || memcmp(end - 3, "’", 3) == 0)) {
        end -= 3;
    }
    return end < opening && end > start && strchr(".?!", end[-1]) != NULL;
}

static void capitalise(char *letter, const struct words *out)
{
    if (letter < out->at && *letter >= 'a' && *letter <= 'z') {
        *letter = (char)(*letter - 'a' + 'A');
    }
}

static void expand(const struct teller *t, struct words *out, const char *text, int depth)
{
    const char *start = text;
    while (*text) {
        const size_t plain = strcspn(text, "{");
        words_add(out, text, plain);
        text += plain;
        const char *end = strchr(text, '}');
        if (end == NULL) {
            words_add(out, text, strlen(text));
            return;
        }
        const struct slot_name s = slot_name(text + 1, (size_t)(end - text) - 1);
        char *first = out->at;
        fill(t, out, &s, depth);
        if (depth == 0 && begins(start, text)) {
            capitalise(first, out);
        }
        text = end + 1;
    }
}

/* Straight marks become curly ones: an opening one stands at the start or after a space or a
 * bracket. */
static void curl(struct words *out, const char *text)
{
    for (const char *at = text; *at;) {
        const size_t plain = strcspn(at, "'\"");
        words_add(out, at, plain);
        at += plain;
        const bool opens = at == text || strchr(" \n([", at[-1]) != NULL;
        if (*at == '\'') {
            words_add(out, opens ? "‘" : "’", strlen("’"));
        } else if (*at == '"') {
            words_add(out, opens ? "“" : "”", strlen("”"));
        }
        at += *at != '\0';
    }
}

const char *narrate(const struct narrator *n, struct phrase phrase, int own, int case_at, int turn)
{
    if (phrase.count == 0) {
        return "";
    }
    const struct teller t = { row_reader(n->sc, &n->view->s, own, case_at), n->pool->read };
    const struct text *text = choose(&t, phrase, turn);
    if (text == NULL) {
        return "";
    }
    char space[SENTENCE], pretty[SENTENCE];
    struct words out = words_init(space, sizeof space);
    expand(&t, &out, text->utf8, 0);
    out = words_init(pretty, sizeof pretty);
    curl(&out, space);
    return pool_text(n->pool, "%s", pretty);
}

const char *narrate_title(const struct narrator *n, struct phrase phrase, int own)
{
    return narrate(n, phrase, own, -1, 0);
}

/* ---- what is said ---- */

const char *narrate_quote(const struct narrator *n, const char *text)
{
    /* TRANSLATORS: the quotation marks of the language */
    return *text ? pool_text(n->pool, _("“%s”"), text) : "";
}

/* Earlier cases in which the same words were chosen; `kind` NONE: of any kind. */
static int times_said(const struct narrator *n, int case_at, int move, int kind)
{
    const int seen = n->sc->move[move].seen_as;
    const int place = n->sc->beat[n->sc->move[move].beat].place;
    int count = 0;
    for (int i = 0; i < case_at; i++) {
        const int16_t *field = n->view->s.file[i].field;
        count += (kind == NONE || field[FIELD_KIND] == kind) && field[FIELD_SEEN + place] == seen;
    }
    return count;
}

/* Both forms of a move speak the same words, or they would not look alike. */
const char *narrate_speech(const struct narrator *n, int own, int case_at, int move)
{
    const int seen = n->sc->move[move].seen_as;
    const int16_t *field = n->view->s.file[case_at].field;
    const struct incident *in = &n->sc->incident[field[FIELD_INCIDENT]];
    const struct kind *kind = &n->sc->kind[in->kind];
    if (in->speech[seen].count) {
        return narrate(n, in->speech[seen], own, case_at, 0);
    }
    if (kind->speech[seen].count) {
        return narrate(n, kind->speech[seen], own, case_at, times_said(n, case_at, move, in->kind));
    }
    return narrate(n, n->sc->move[seen].speech, own, case_at, times_said(n, case_at, move, NONE));
}

const char *narrate_date(const struct narrator *n, int round)
{
    const bool inside = round >= 1 && round <= n->sc->rounds;
    return inside ? narrate_title(n, n->sc->date[round - 1], 0) : "";
}

const char *narrate_when(const struct narrator *n, int round)
{
    const char *date = narrate_date(n, round);
    if (*date == '\0') {
        /* TRANSLATORS: when something happened; it stands in sentences in the place of "in May" */
        return pool_text(n->pool, _("in round %d"), round);
    }
    const struct phrase dated = n->sc->dated[round - 1];
    /* TRANSLATORS: a month */
    return dated.count ? narrate_title(n, dated, 0) : pool_text(n->pool, _("in %s"), date);
}

const char *narrate_kind(const struct narrator *n, int round, int own)
{
    struct view then = *n->view;
    then.s.slot[SLOT_ROUND] = (int16_t)round;
    const struct narrator at = { n->sc, n->pool, &then };
    return narrate_title(&at, n->sc->round_kind[n->sc->calendar[round - 1]].title, own);
}
