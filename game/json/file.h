/* Reading a file that somebody else has made.
 *
 * Only regular files are read, none beyond a limit, and no kind of file makes the program wait.
 * Nothing is interpreted. Refusals are findings about the file as a whole:
 *     J001 missing, or not to be read    J002 not a regular file
 *     J003 beyond the limit              J004 empty
 */
#ifndef JSON_FILE_H
#define JSON_FILE_H

#include "json/finding.h"
#include "json/json.h"

#include <stddef.h>

/* Reads a whole file. Returns its bytes, a NUL behind them, to be freed by the caller, and their
 * number in *length; or NULL with a finding, or with findings->out_of_memory. */
char *file_read(const char *path, size_t max_bytes, size_t *length, struct findings *findings);

/* A whole file as a document, and its number of bytes in *length; NULL as above, or where it is not
 * JSON (json_read). */
struct json_document *json_read_file(const char *path, size_t max_bytes, size_t *length,
                                     struct findings *findings);

#endif
