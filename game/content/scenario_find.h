/* scenario_find.h: where scenarios lie.
 *
 * A name with a '/' or that ends in .json is a path. Any other is an id: a file ID.json, looked for
 * in $BACKCHANNEL_DATA (itself and its folder scenarios), then in the program's own data, which is
 * the source tree while it is not installed. Nothing is opened here. */
#ifndef CONTENT_SCENARIO_FIND_H
#define CONTENT_SCENARIO_FIND_H

#include "json/finding.h"

/* The path of a scenario, to be freed; or NULL with a finding, or findings->out_of_memory. A path
 * is given back as it is, whether there is such a file or not. */
char *scenario_find(const char *name, struct findings *findings);

/* The path of another file of the program's own data, such as "assets/template.json", looked for in
 * the same folders; to be freed, or NULL as above. */
char *scenario_data_file(const char *name, struct findings *findings);

/* All ids that can be found, sorted; a list that ends with NULL, to be freed like every id in it.
 * NULL when memory is out. */
char **scenario_list(void);

#endif
