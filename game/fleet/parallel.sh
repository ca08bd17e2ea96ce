#!/bin/sh
# One run on all cores of many machines, by GNU parallel.
#
#   sh game/fleet/parallel.sh SHARDS FOLDER SCENARIO [OPTION OF run]... >RESULT
#
# plays the shards, each in a process of its own, into FOLDER/part-1 ..., and prints the one result,
# the same bytes as `backchannel run SCENARIO OPTION...`. Shards that were lost are found and played
# again; after an interruption the same command goes on where it stopped. Machines and how many jobs
# each takes are GNU parallel's affair: PARALLEL='--sshloginfile hosts' in the environment; each
# needs the program under the same name ($BACKCHANNEL). TRIES (3): how often a shard is played.
set -eu
. "$(dirname -- "$0")/shards.sh"

usage "$@"
if ! command -v parallel >/dev/null 2>&1; then
    say 'GNU parallel is missing; on Debian: apt install parallel'
    exit 3
fi

# Every word as a shell reads it, so that parallel, which would look into it, is given one text.
quoted() {
    for word; do
        printf " '%s'" "$(printf '%s\n' "$word" | sed "s/'/'\\\\''/g")"
    done
}

play_lost() {
    shards=$1
    folder=$2
    shift 2
    command=$(quoted "$program" run "$@" --quiet --jobs 1)
    comma=$(printf '\001')
    for shard in $todo; do
        printf '%s\001%s --shard %s\0' "$shard" "$command" "$shard/$shards"
    done | parallel --will-cite --null --colsep "$comma" --halt never \
        --results "$folder/part-{1}" 'eval {2}' >/dev/null 2>&1
}

play_all "$@"
