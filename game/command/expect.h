/* expect.h: what a result must be: `run --expect 'PATH OP VALUE'`.
 *
 * PATH leads from member to member of the result as JSON, joined by points, elements of lists by
 * number: `endings.accord`, `cells.1.endings.accord`. OP is
 * one of >= <= == > <. VALUE is a number with at most six decimals; with a % behind it the count of
 * an ending is taken as so many of all games. Nothing is rounded: numbers are compared as
 * they are printed, shares as fractions. */
#ifndef COMMAND_EXPECT_H
#define COMMAND_EXPECT_H

#include "command/args.h"
#include "json/json.h"

enum expect_is { EXPECT_LEAST, EXPECT_MOST, EXPECT_SAME, EXPECT_MORE, EXPECT_LESS };

struct expect {
    const char *text; /* as it was said; borrowed */
    char path[200];
    enum expect_is is;
    int64_t millionths; /* of the value */
    bool percent;
};

/* Reads one. EXIT_FINE, or EXIT_USAGE after a complaint. */
int expect_read(const struct args *args, const char *text, struct expect *out);

/* Can it be asked of a result of this shape? The same. */
int expect_fits(const struct args *args, const struct expect *e, const struct json_value *result);

/* Does it hold of a result that it fits? Where not, a sentence on stderr says what the figure is. */
bool expect_holds(const struct expect *e, const struct json_value *result);

#endif
