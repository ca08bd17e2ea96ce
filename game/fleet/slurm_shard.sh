#!/bin/sh
# One shard, as a task of an array of jobs; submitted by slurm.sh.
#
#   slurm_shard.sh PROGRAM SHARDS SCENARIO [OPTION OF run]...
set -eu

program=$1
shards=$2
shift 2
exec "$program" run "$@" --quiet --jobs "${SLURM_CPUS_PER_TASK:-1}" \
    --shard "${SLURM_ARRAY_TASK_ID:?}/$shards"
