/* commands.h: what `backchannel` can do; one file each. */
#ifndef COMMAND_COMMANDS_H
#define COMMAND_COMMANDS_H

#include "command/args.h"

extern const struct command command_play, command_run, command_tournament, command_check,
    command_replay, command_explain, command_debrief, command_ministers, command_scenarios,
    command_selfcheck, command_graph, command_new, command_texts, command_study, command_merge;

#endif
