# Shared by the tests of programs as ministers, which source it behind command.sh.
python=/usr/bin/python3
small=$top/tests/scenarios/small.json
misbehave=$top/tests/bots/misbehave.py
BOT_PIDS=$work/pids
export BOT_PIDS

# The number of faults in the JSON of `run` with one program.
faults() { sed -n 's/.*"faults":{[^}]*"count":\([0-9]*\).*/\1/p' out; }

# No process of the list runs any more; one that nobody has reaped yet runs no more either.
gone() {
    [ -e "$BOT_PIDS" ] || return 0
    while read -r pid; do
        case $(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null) in
            '' | Z*) ;;
            *) return 1 ;;
        esac
    done <"$BOT_PIDS"
}
all_gone() { # all_gone WHO: those that leave when their input ends may take a moment
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        if gone; then
            rm -f "$BOT_PIDS"
            return 0
        fi
        sleep 0.2
    done
    fail "$1 is still running"
}
