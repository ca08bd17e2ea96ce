# Shared by the tests that play by mouse alone, which source it after window.sh: what is on the screen
# is read from the file that --words keeps, and pressed where it is seen.

screen=words

# The file is written anew with every drawing; what has been asked for is there once it rests.
stamp() { stat -c %y "$screen" 2>/dev/null || true; }
rests() {
    before=$(stamp)
    sleep 0.05
    [ -n "$before" ] && [ "$(stamp)" = "$before" ]
}
settle() { until_true 100 rests || fail 'the screen does not rest'; }

shows() { grep -qF -e "$1" "$screen"; }
shown() { until_true 50 shows "$1" || { sed 's/^/    screen: /' "$screen"; fail "not on the screen: $1"; }; }

# place PATTERN: the middle of the first thing that can be pressed, is seen, and is called so
place() {
    sed -n 's/^[*>] \([0-9,-]*\) \(.*\)$/\1 \2/p' "$screen" | grep -E -e "^[0-9,-]* ($1)" |
        awk '{ split($1, b, ","); if (b[3] > 0 && b[4] > 0) {
                   print int(b[1] + b[3] / 2), int(b[2] + b[4] / 2); exit } }'
}

# tap PATTERN: a click on it; false where it is not to be seen
tap() {
    spot=$(place "$1")
    [ -n "$spot" ] || return 1
    # shellcheck disable=SC2086 # two numbers
    click $spot
    settle
}
press() { tap "$1" || { sed 's/^/    screen: /' "$screen"; fail "nothing to press: $1"; }; }

# wheel_to PATTERN: scrolls down until it is seen
wheel_to() {
    xdotool mousemove 640 420
    notches=0
    while [ -z "$(place "$1")" ]; do
        notches=$((notches + 1))
        [ $notches -le 400 ] || fail "the wheel does not bring $1"
        xdotool click --repeat 5 --delay 10 5
        settle
    done
}
