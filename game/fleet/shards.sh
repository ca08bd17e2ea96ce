# Shared by the scripts of this folder, which source it: the shards of a run, in a folder of parts.
#
# A part tells by itself whether it is whole, so that what counts is what lies in the folder, not
# what any scheduler said about it.

top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
program=${BACKCHANNEL:-$top/build/backchannel}
[ -n "${BACKCHANNEL:-}" ] || [ -x "$program" ] || program=backchannel

say() { printf '%s\n' "$*" >&2; }

# usage WORDS...: checks that there are SHARDS FOLDER SCENARIO.
usage() {
    if [ $# -lt 3 ] || ! [ "$1" -ge 1 ] 2>/dev/null; then
        say "usage: sh $0 SHARDS FOLDER SCENARIO [OPTION OF run]..."
        exit 2
    fi
}

# asked SHARDS FOLDER ARGUMENT...: a folder is of one run; its file "asked" says of which.
asked() {
    mkdir -p "$2"
    given=$2/asked
    if [ ! -e "$given" ]; then
        printf '%s\n' "$@" >"$given"
    elif [ "$(cat "$given"; echo .)" != "$(printf '%s\n' "$@"; echo .)" ]; then
        say "$2 holds the parts of another run, that of $given; take another folder."
        exit 2
    fi
}

# whole FOLDER SHARD: is that part there?
whole() {
    [ -s "$1/part-$2" ] || return 1
    code=0
    "$program" merge --missing "$1/part-$2" >/dev/null 2>&1 || code=$?
    [ "$code" -le 1 ]
}

# lost SHARDS FOLDER: the numbers of the shards that are not there whole, one a line.
lost() {
    for shard in $(seq "$1"); do
        whole "$2" "$shard" || echo "$shard"
    done
}

# merged SHARDS FOLDER: the result, on stdout.
merged() {
    folder=$2
    shards=$1
    set --
    for shard in $(seq "$shards"); do
        set -- "$@" "$folder/part-$shard"
    done
    "$program" merge "$@"
}

# play_all SHARDS FOLDER ARGUMENT...: calls play_lost with the same and the numbers of the lost
# shards in $todo, until none is lost, at most TRIES times; then prints the result.
play_all() {
    asked "$@"
    for try in $(seq "${TRIES:-3}"); do
        todo=$(lost "$1" "$2")
        [ -n "$todo" ] || break
        # shellcheck disable=SC2086
        say "try $try: $(printf '%s\n' $todo | wc -l) of $1 shards to play"
        play_lost "$@" || say 'not every shard went well'
    done
    todo=$(lost "$1" "$2")
    if [ -n "$todo" ]; then
        # shellcheck disable=SC2086
        say "these shards are lost:" $todo
        say "What they said lies in $2/part-*.err; the same command again goes on from here."
        exit 1
    fi
    merged "$1" "$2"
}
