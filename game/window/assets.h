/* assets: the folder of drawings.
 *
 * Promises: opens nothing outside its folder, follows no link, reads plain files of modest size
 * only; a name has small letters, digits, `-`, `.` and `/`, and never `..`. */
#ifndef WINDOW_ASSETS_H
#define WINDOW_ASSETS_H

struct assets {
    int folder; /* a descriptor, -1 when closed */
};

/* Opens the folder; NULL, or a sentence. */
const char *assets_open(struct assets *assets, const char *path);
void assets_close(struct assets *assets);

/* The text of a file, terminated, or NULL; the caller frees it. */
char *assets_read(const struct assets *assets, const char *name);

#endif
