/* file_save.h: writing a whole file so that it is there in full or not at all.
 *
 * The bytes go to a new file in the same folder, reach the disk, and then take the name over; a
 * power cut leaves the old file or the new one. Only an ordinary file is ever replaced: a link,
 * which somebody else may have laid, a folder, a device or a pipe of that name is refused. The file
 * is readable by its owner only. */
#ifndef MATCH_FILE_SAVE_H
#define MATCH_FILE_SAVE_H

#include <stddef.h>

/* NULL, or a sentence in `why` (at least 200 bytes) saying what the system refuses; then nothing
 * has changed, but where the disk fails at the very last: the file is the new one by then, and a
 * power cut may bring the old one back. */
const char *file_save(const char *path, const char *bytes, size_t length, char *why, int size);

#endif
