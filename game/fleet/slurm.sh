#!/bin/sh
# One run on a Slurm cluster, as an array of jobs.
#
#   sh game/fleet/slurm.sh SHARDS FOLDER SCENARIO [OPTION OF run]... >RESULT
#
# submits the shards as one array, waits for it, submits again what was lost, and prints the one
# result, the same bytes as `backchannel run SCENARIO OPTION...`. FOLDER must be seen by all nodes,
# and so must the program ($BACKCHANNEL); after an interruption the same command goes on where it
# stopped. Partition, time and the like are Slurm's affair: SBATCH_PARTITION, SBATCH_TIMELIMIT ... in
# the environment. A shard uses as many cores as its task has. TRIES (3): how often a shard is
# submitted. SHARDS is at most what the cluster allows in an array (MaxArraySize).
set -eu
. "$(dirname -- "$0")/shards.sh"

usage "$@"
if ! command -v sbatch >/dev/null 2>&1; then
    say 'sbatch is missing: this is to be run where jobs of a Slurm cluster are submitted.'
    exit 3
fi

play_lost() {
    shards=$1
    folder=$(CDPATH='' cd -- "$2" && pwd -P)
    shift 2
    # shellcheck disable=SC2086
    for shard in $todo; do # what is left of an earlier try must not be taken for the new one
        rm -f "$folder/part-$shard"
    done
    # shellcheck disable=SC2086
    array=$(printf '%s\n' $todo | paste -sd , -)
    sbatch --wait --quiet --job-name backchannel --array "$array" --open-mode truncate \
        --output "$folder/part-%a" --error "$folder/part-%a.err" \
        "$top/game/fleet/slurm_shard.sh" "$program" "$shards" "$@" >&2
}

play_all "$@"
