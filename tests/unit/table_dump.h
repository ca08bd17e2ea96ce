/* table_dump.h: a table as plain text, every string and number in it, for comparing. */
#ifndef TESTS_TABLE_DUMP_H
#define TESTS_TABLE_DUMP_H

#include "match/table.h"

/* To be freed by the caller. */
char *table_dump(const struct table *t);

#endif
