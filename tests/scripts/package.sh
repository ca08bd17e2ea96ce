# Shared by the tests of an installation and of the package, which source it after command.sh.

# nothing of these programs and tools belongs into the home of whoever tests
export HOME="$work" XDG_CONFIG_HOME="$work/config" XDG_CACHE_HOME="$work/cache"
missing=''

# has TOOL: whether there is one to check with; the test is skipped in part where there is not.
has() {
    command -v "$1" >/dev/null 2>&1 && return 0
    echo "SKIPPED in part: no $1; sh game/setup.sh test installs it"
    missing="$missing $1"
    return 1
}

# The end of a test: 77 where something could not be checked.
finish() { [ -z "$missing" ] || exit 77; }

# must SENTENCE COMMAND...: runs a checker that has to be content.
must() {
    sentence=$1
    shift
    "$@" >out 2>err || fail "$sentence: $*"
}

# Hides from the programs of a folder where they were built: the one path of it that is in them is
# made one that does not exist.
hide_sources() { # hide_sources FOLDER-OF-PROGRAMS
    for one in "$1"/backchannel "$1"/backchannel-window; do
        /usr/bin/python3 - "$one" "$BUILD_DIR/" "$top/" <<'PYTHON' || fail "$one knows its sources"
import sys
program, built, top = sys.argv[1:]
with open(program, 'rb') as file:
    code = file.read()
hidden = code.replace(built.encode(), b'/' + b'x' * (len(built.encode()) - 2) + b'/')
assert hidden != code and top.encode() not in hidden
with open(program, 'wb') as file:
    file.write(hidden)
PYTHON
    done
}

# Plays with the programs of a folder, of which nothing but its own files may be used; the current
# folder is another. Everything that is shipped is there, in both languages.
plays_alone() { # plays_alone FOLDER-OF-PROGRAMS
    program=$1/backchannel
    rm -rf elsewhere
    mkdir elsewhere
    cd elsewhere
    unset LANGUAGE
    expect 0 scenarios
    cut -d ' ' -f 1 out >ids
    ls "$top/scenarios" | sed -n 's/^\([a-z0-9-]*\)\.json$/\1/p' | cmp -s - ids || fail 'scenarios are missing'
    while read -r id; do
        expect 0 check "$id"
    done <ids
    expect 0 ministers
    yes 1 | head -n 60 >in
    expect 0 play was-it-you --text --seed 4 --save game.jsonl
    says out 'Round'
    expect 0 play was-it-you --text --seed 4 --save zh.jsonl --lang zh_CN
    says out 回合
    rm in
    expect 0 replay game.jsonl
    expect 0 debrief game.jsonl --format html --lang zh_CN
    says out 星期
    expect 0 new mine
    expect 0 check mine.json
    schema=$(sed -n 's/^  "$schema": "\(.*\)",$/\1/p' mine.json)
    [ -f "$schema" ] || fail "no schema: $schema"
    code=0
    SDL_VIDEODRIVER=dummy timeout 60 "$1/backchannel-window" --screenshot table.png --lang zh_CN \
        >out 2>err || code=$?
    { [ "$code" -eq 0 ] && [ -s table.png ]; } || fail "no picture, exit $code"
    # with its drawings, fonts and language: the same as from the sources
    SDL_VIDEODRIVER=dummy timeout 60 "$BACKCHANNEL_WINDOW" --screenshot built.png --lang zh_CN \
        >out 2>err || fail 'no picture from the sources'
    same built.png table.png
    cd ..
}

# Whether a page of the manual has every verb and option that a --help names.
page_has_all() { # page_has_all PAGE HELP
    sed 's/\\-/-/g; s/\\f[BIR]//g' "$1" | sed -n '/^\.TP/{n;s/ .*//;p;}' | sort >page
    sed -n 's/^  \(--[a-z-]*\).*/\1/p; s/^  \([a-z]\{2,\}\)  .*/\1/p' "$2" | sort >help
    [ -s help ] && [ -z "$(comm -13 page help)" ]
}

# What bash offers for a line.
offers() { # offers COMPLETION LINE
    bash "$top/tests/scripts/complete.bash" "$1" "$2" | sort | tr '\n' ' ' | sed 's/ $//'
}
