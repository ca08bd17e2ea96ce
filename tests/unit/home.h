/* home.h: a home of its own for a test, so that nothing of the real one is read or written.
 *
 * Promises: settings and games of the program lie in a new empty folder until it is gone again, with
 * all that is in it then. */
#ifndef TESTS_HOME_H
#define TESTS_HOME_H

/* For cmocka, as setup and teardown of a test or of a group. */
int home_make(void **state);
int home_remove(void **state);

/* The folder, while there is one. */
const char *home_path(void);

#endif
