/* installed.h: where the program's own files lie.
 *
 * They are found from the program itself, wherever it was put: in ../share of its folder when it is
 * installed, in share when it was built and not installed. So nothing on the machine that built it
 * is needed, and a whole installation can be moved. A program without either, which is a copy of one
 * that was built, looks where it was built. Nothing is opened here. */
#ifndef JSON_INSTALLED_H
#define JSON_INSTALLED_H

/* The folder that holds scenarios/ and assets/, and that of the translations. Absolute, without
 * links; NULL where there is none. Each lives until it is asked for again. */
const char *installed_data(void);
const char *installed_locale(void);

#endif
