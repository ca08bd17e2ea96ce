#!/bin/sh
# The same games, bit for bit: two compilers, two levels, four machines, one of them big-endian.
#
# Builds the program itself for x86-64, i686, aarch64 and s390x, each with gcc and clang at -O0 and
# -O3, and lets every build play the same games of every scenario: GAMES between random ministers,
# GAMES between scripts, PLANNED between planners, and eight games of named pairs written down.
# Every line with its hash and every byte of the eight must be those of the first build, which also
# has to be read back by each of the others. i686 runs on this processor, the other two under qemu.
#
# Needs Debian on x86-64. sh game/setup.sh cross installs the compilers and qemu, as root or through
# sudo (exit 3 where it cannot); cJSON for the other machines is fetched into build/portable-cjson
# and nothing of it is installed.
set -eu

cd "$SOURCE_DIR"
GAMES=1000
PLANNED=4
native=x86_64-linux-gnu
cjson=$PWD/build/portable-cjson
out=$PWD/build/portable-games

give_up() {
    printf '%s\n' "$*" >&2
    exit 3
}

# ---- what is needed ------------------------------------------------------------------------------

[ "$(dpkg --print-architecture 2>/dev/null)" = amd64 ] ||
    give_up 'This proof needs Debian on x86-64: it builds for the other machines from there.'
sh game/setup.sh cross

architecture() { # architecture TRIPLET: what Debian calls the machine
    case $1 in
        i686-*) echo i386 ;;
        aarch64-*) echo arm64 ;;
        *) echo "${1%%-*}" ;;
    esac
}

# apt with lists of its own, so that the other machines stay unknown to the system's
apt_beside() {
    apt-get -q -o APT::Architectures::=amd64 -o APT::Architectures::=i386 \
        -o APT::Architectures::=arm64 -o APT::Architectures::=s390x \
        -o Dir::State::lists="$cjson/lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
        -o APT::Sandbox::User=root "$@"
}

fetch_cjson() { # fetch_cjson TRIPLET...
    mkdir -p "$cjson/lists/partial"
    apt_beside update >"$cjson/apt.log" 2>&1 || true # one list out of step need not matter
    for triplet; do
        machine=$(architecture "$triplet")
        folder=$cjson/$triplet
        rm -rf "$folder"
        mkdir "$folder"
        (cd "$folder" &&
            apt_beside download "libcjson1:$machine" "libcjson-dev:$machine" >>"$cjson/apt.log" 2>&1) ||
            give_up "cJSON for $triplet could not be fetched; build/portable-cjson/apt.log says why."
        for package in "$folder"/*.deb; do
            dpkg-deb -x "$package" "$folder"
        done
        # its CMake files name the place it would be installed in
        sed -i "s,\"/usr,\"$folder/usr," "$folder"/usr/lib/*/cmake/cJSON/cjson*.cmake
        touch "$folder/complete"
    done
    rm -rf "$cjson/lists"
}

missing=
for triplet in i686-linux-gnu aarch64-linux-gnu s390x-linux-gnu; do
    [ -f "$cjson/$triplet/complete" ] || missing="$missing $triplet"
done
# shellcheck disable=SC2086  # a list of names is meant to split
[ -z "$missing" ] || fetch_cjson $missing

# ---- building and playing ------------------------------------------------------------------------

build() { # build FOLDER TRIPLET COMPILER LEVEL
    folder=$1
    triplet=$2
    compiler=$3
    level=$4
    set -- -DBACKCHANNEL_TESTS=OFF -DBACKCHANNEL_WINDOW=OFF "-DCMAKE_C_FLAGS_RELEASE=$level"
    if [ "$triplet" = "$native" ]; then
        set -- "$@" -DCMAKE_C_COMPILER="$compiler"
    else
        program=$compiler
        [ "$program" = clang ] || program=$triplet-gcc
        set -- "$@" -DCMAKE_C_COMPILER="$program" -DCMAKE_C_COMPILER_TARGET="$triplet" \
            -DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR="${triplet%%-*}" \
            -DcJSON_DIR="$(echo "$cjson/$triplet"/usr/lib/*/cmake/cJSON)"
    fi
    sh game/build.sh "$folder" backchannel "$@" >"$folder.log" 2>&1 || {
        tail -n 20 "$folder.log"
        return 1
    }
}

on_its_machine() { # on_its_machine TRIPLET PROGRAM [words...]
    triplet=$1
    shift
    case $triplet in
        "$native") "$@" ;;
        i686-*) "/usr/$triplet/lib/ld-linux.so.2" --library-path "/usr/$triplet/lib" "$@" ;;
        *) "qemu-${triplet%%-*}-static" -L "/usr/$triplet" "$@" ;;
    esac
}

# every build reads the same files, even while somebody works on them
copy_scenarios() {
    mkdir -p "$out/scenarios"
    cp scenarios/*.json tests/scenarios/*.json "$out/scenarios"
    rm -f "$out"/scenarios/*.*.json
}

parties() {
    python3 -c 'import json, sys; print(*json.load(open(sys.argv[1]))["parties"])' "$1"
}

games() { # games COUNT FIRST SECOND: one line a game, its hash among it
    on_its_machine "$triplet" "$program" run "$scenario" --seed "$seed" --format jsonl \
        --games "$1" --seat "$first=$2" --seat "$second=$3" >>"$folder/games"
}

recorded() { # recorded SEED FIRST SECOND: a whole game, decision by decision
    on_its_machine "$triplet" "$program" run "$scenario" --seed "$1" --transcripts "$folder" \
        --seat "$first=$2" --seat "$second=$3" >>"$folder/log"
}

play_scenario() {
    games "$GAMES" random random &&
        games $((GAMES / 4)) generous tit-for-tat &&
        games $((GAMES / 4)) hard-line soft-line &&
        games $((GAMES / 4)) always-accuse always-deny &&
        games $((GAMES / 4)) family-random greedy &&
        games "$PLANNED" planner planner:balanced:easy &&
        recorded 1 random random &&
        recorded 2 generous tit-for-tat &&
        recorded 3 always-cooperate hard-line &&
        recorded 4 always-accuse hard-line &&
        recorded 5 always-deny always-deny &&
        recorded 6 soft-line greedy &&
        recorded 7 planner planner:balanced:easy &&
        recorded 8 tit-for-tat planner
}

play() { # play FOLDER SEED TRIPLET PROGRAM: all that a build has to show, a folder a scenario
    target=$1
    seed=$2
    triplet=$3
    program=$4
    for scenario in "$out"/scenarios/*.json; do
        folder=$target/$(basename "$scenario" .json)
        mkdir -p "$folder"
        # shellcheck disable=SC2046  # two ids
        set -- $(parties "$scenario")
        first=$1
        second=$2
        play_scenario || return 1
    done
}

read_back() { # read_back TRIPLET PROGRAM: replays the games that the first build wrote down
    for scenario in "$out"/scenarios/*.json; do
        for file in "$out/first/$(basename "$scenario" .json)"/*.jsonl; do
            on_its_machine "$1" "$2" replay --scenario "$scenario" "$file" >"$out/replay" ||
                return 1
        done
    done
}

checksum() { # checksum FOLDER: of all its files, by name
    (cd "$1" && cat ./*/* | sha256sum | cut -c 1-16)
}

# ---- the table -----------------------------------------------------------------------------------

# Plays and compares one build; prints its row of the table.
try() { # try TRIPLET COMPILER LEVEL
    triplet=$1
    name=${triplet%%-*}-$2$3
    folder=build/portable-$name
    printf '%-8s  %-5s  %s  ' "${triplet%%-*}" "$2" "$3"
    if ! build "$folder" "$@"; then
        echo 'could not be built'
        return 1
    fi
    program=$PWD/$folder/backchannel
    games=$out/$name
    [ -d "$out/first" ] || games=$out/first
    if ! play "$games" 7 "$triplet" "$program"; then
        echo 'could not play'
        return 1
    fi
    printf '%5d  %2d  %s  ' "$(cat "$games"/*/games | wc -l)" \
        "$(find "$games" -name '*.jsonl' | wc -l)" "$(checksum "$games")"
    if ! diff -r "$out/first" "$games" >"$out/$name.diff"; then
        echo "differs, see $out/$name.diff:"
        head -c 2000 "$out/$name.diff"
        return 1
    fi
    read_back "$triplet" "$program" || { echo 'cannot read the games back'; return 1; }
    echo 'the same'
}

rm -rf "$out"
copy_scenarios
builds=0
different=0
echo 'machine   by     at   games  whole games  checksum'
for triplet in "$native" i686-linux-gnu aarch64-linux-gnu s390x-linux-gnu; do
    for compiler in gcc clang; do
        for level in -O0 -O3; do
            builds=$((builds + 1))
            try "$triplet" "$compiler" "$level" || different=$((different + 1))
        done
    done
done

# another seed has to give other bytes, or the comparison could not fail
GAMES=4
PLANNED=1
play "$out/few" 7 "$native" "$PWD/build/portable-x86_64-gcc-O3/backchannel"
play "$out/other" 8 "$native" "$PWD/build/portable-x86_64-gcc-O3/backchannel"
if [ "$(checksum "$out/few")" = "$(checksum "$out/other")" ]; then
    echo 'another seed gives the same games: this comparison could not fail'
    exit 1
fi
if [ "$different" -gt 0 ]; then
    echo "$different of $builds builds differ from the first"
    exit 1
fi
echo "$builds builds, one result"
