# Shared by the tests of the command line, which source it.
set -eu

program=${BACKCHANNEL:?}
top=${SOURCE_DIR:?}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work/data" LC_ALL=C.UTF-8
unset DISPLAY WAYLAND_DISPLAY BACKCHANNEL_DATA
escape=$(printf '\033')
cd "$work"

fail() {
    printf 'FAILED: %s\n' "$*"
    sed 's/^/    out: /' out | head -n 20
    sed 's/^/    err: /' err | head -n 20
    exit 1
}

# expect CODE ARGUMENT...: runs the program on $work/in (empty if there is none), its output in
# $work/out and $work/err.
expect() {
    wanted=$1
    shift
    [ -e in ] || : >in
    code=0
    timeout 60 "$program" "$@" <in >out 2>err || code=$?
    [ "$code" -eq "$wanted" ] || fail "exit $code, not $wanted: $*"
}

# says FILE TEXT: a file holds a text; silent FILE: it holds nothing.
says() { grep -qF -e "$2" "$1" || fail "not in $1: $2"; }
silent() { [ ! -s "$1" ] || fail "$1 is not empty"; }
same() { cmp -s "$1" "$2" || fail "$1 and $2 differ: $(diff "$1" "$2" | head -n 5)"; }

# number FILE KEY: the first number behind "KEY": in JSON.
number() { sed -n "s/.*\"$2\":\\([-0-9.]*\\).*/\\1/p" "$1" | head -n 1; }
