/* expect.c: a figure of a result against what it must be. */
#include "command/expect.h"

#include "command/out.h"
#include "match/say.h"

#include <stdio.h>
#include <string.h>

static const char *const signs[] = { ">=", "<=", "==", ">", "<" };

enum { SIGNS = sizeof signs / sizeof *signs, DECIMALS = 6, DIGITS = 12, MOST_PERCENT = 1000 };
static const int64_t whole = 1000000; /* millionths */

/* ---- reading ---- */

/* A decimal number of at most 12 digits before the point and 6 behind it, in millionths. Returns
 * what follows it, or NULL. */
static const char *read_number(const char *text, const char *end, int64_t *millionths)
{
    const bool minus = text < end && *text == '-';
    const char *at = text + minus, *first = at;
    int64_t number = 0, unit = whole;
    for (; at < end && *at >= '0' && *at <= '9'; at++) {
        number = number * 10 + (*at - '0');
        if (at - first == DIGITS) {
            return NULL;
        }
    }
    const bool digits = at > first;
    number *= whole;
    if (digits && at + 1 < end && at[0] == '.' && at[1] >= '0' && at[1] <= '9') {
        for (at++; at < end && *at >= '0' && *at <= '9'; at++) {
            unit /= 10;
            number += (*at - '0') * unit;
            if (unit == 0) {
                return NULL;
            }
        }
    }
    *millionths = minus ? -number : number;
    return digits ? at : NULL;
}

static int refuse(const struct args *args, const char *text)
{
    return args_wrong(args,
                      _("--expect '%s': a path, one of >= <= == > < and a number are "
                        "expected, such as 'endings.accord>=20%%'"),
                      text);
}

static const char *skip(const char *text)
{
    return text + strspn(text, " ");
}

/* Which sign a text begins with, the longer ones first; or -1. */
static int read_sign(const char *text)
{
    for (int i = 0; i < SIGNS; i++) {
        if (strncmp(text, signs[i], strlen(signs[i])) == 0) {
            return i;
        }
    }
    return -1;
}

int expect_read(const struct args *args, const char *text, struct expect *out)
{
    const char *path = skip(text);
    const size_t length = strcspn(path, "<>= ");
    const int sign = read_sign(skip(path + length));
    if (length == 0 || length >= sizeof out->path || sign < 0) {
        return refuse(args, text);
    }
    *out = (struct expect){ .text = text, .is = (enum expect_is)sign };
    memcpy(out->path, path, length);
    const char *value = skip(skip(path + length) + strlen(signs[sign]));
    const char *rest = read_number(value, value + strlen(value), &out->millionths);
    out->percent = rest != NULL && *skip(rest) == '%';
    if (rest == NULL || *skip(skip(rest) + out->percent) != '\0' ||
        (out->percent && out->millionths > MOST_PERCENT * whole)) {
        return refuse(args, text);
    }
    return EXIT_FINE;
}

/* ---- the figure ---- */

/* The element of a list by its number, from 0. */
static const struct json_value *element(const struct json_value *list, const char *key)
{
    uint64_t index;
    const struct json_value *one = list->first;
    if (!args_number(key, 0, INT32_MAX, &index)) {
        return NULL;
    }
    while (one != NULL && (uint64_t)one->index != index) {
        one = one->next;
    }
    return one;
}

/* The member of a value that a path leads to next; where there is none, a complaint. The path moves
 * on behind it. */
static const struct json_value *next_member(const struct args *args, const struct expect *e,
                                            const struct json_value *value, const char **path)
{
    enum { MOST = 300 };
    const char *keys[MOST];
    char key[sizeof e->path];
    int count = 0;
    const size_t length = strcspn(*path, ".");
    snprintf(key, sizeof key, "%.*s", (int)length, *path);
    const struct json_value *member =
        value->type == JSON_ARRAY ? element(value, key) : json_member(value, key);
    for (const struct json_value *one = value->first; one != NULL && count < MOST;
         one = one->next) {
        keys[count++] = one->key != NULL ? one->key : "";
    }
    if (member == NULL && args != NULL) {
        (void)args_wrong(args, _("--expect '%s': the result has no \"%s\"%s%s"), e->text, key,
                         value->key != NULL ? _(" there") : "", args_hint(key, keys, count));
    }
    *path += length + ((*path)[length] == '.');
    return member;
}

static const struct json_value *find(const struct args *args, const struct expect *e,
                                     const struct json_value *result)
{
    const char *path = e->path;
    const struct json_value *value = result;
    do {
        value = next_member(args, e, value, &path);
    } while (value != NULL && *path != '\0');
    return value;
}

static bool number_of(const struct json_value *value, int64_t *millionths)
{
    const char *end = value->text + value->length;
    return value->type == JSON_NUMBER && read_number(value->text, end, millionths) == end;
}

/* Is it the count of an ending? */
static bool counts_games(const struct json_value *value)
{
    const struct json_value *of = value->parent;
    return of != NULL && of->key != NULL && strcmp(of->key, "endings") == 0 &&
           json_member(of->parent, "games") != NULL;
}

int expect_fits(const struct args *args, const struct expect *e, const struct json_value *result)
{
    const struct json_value *value = find(args, e, result);
    int64_t number = 0;
    if (value == NULL) {
        return EXIT_USAGE;
    }
    if (!number_of(value, &number)) {
        return args_wrong(args, _("--expect '%s': \"%s\" is no number"), e->text, e->path);
    }
    if (e->percent && !counts_games(value)) {
        return args_wrong(args,
                          _("--expect '%s': \"%s\" counts no games, so that there is no share "
                            "of them"),
                          e->text, e->path);
    }
    return EXIT_FINE;
}

/* ---- comparing ---- */

static bool is(enum expect_is is, int64_t figure, int64_t value)
{
    switch (is) {
    case EXPECT_LEAST:
        return figure >= value;
    case EXPECT_MOST:
        return figure <= value;
    case EXPECT_SAME:
        return figure == value;
    case EXPECT_MORE:
        return figure > value;
    default:
        return figure < value;
    }
}

/* Is a share of the games so? count / games against millionths / (100 * 1,000,000); no product
 * overflows, as there are at most TALLY_MAX_GAMES games and MOST_PERCENT per cent. */
static bool share_is(const struct expect *e, int64_t count, int64_t games)
{
    return is(e->is, count * 100 * whole, e->millionths * games);
}

bool expect_holds(const struct expect *e, const struct json_value *result)
{
    const struct json_value *value = find(NULL, e, result);
    int64_t number = 0;
    if (value == NULL || !number_of(value, &number) || (e->percent && !counts_games(value))) {
        return false;
    }
    const struct json_value *games =
        e->percent ? json_member(value->parent->parent, "games") : NULL;
    const bool holds =
        e->percent ? share_is(e, value->integer, games->integer) : is(e->is, number, e->millionths);
    if (!holds && e->percent) {
        complain(_("backchannel: %s does not hold: %s is %d of %d, %.2f %%\n"), e->text, e->path,
                 (int)value->integer, (int)games->integer,
                 100.0 * (double)value->integer / (double)games->integer);
    } else if (!holds) {
        complain(_("backchannel: %s does not hold: %s is %.*s\n"), e->text, e->path,
                 (int)value->length, value->text);
    }
    return holds;
}
