#!/bin/sh
# Words and options: what is wrong with them is said on stderr, exit 2; help and version, exit 0.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

for words in --help --version 'play --help' 'run --help' 'tournament --help' 'check --help' 'graph --help' 'new --help' 'texts --help' \
    'replay --help' 'ministers --help' 'scenarios --help' ministers scenarios; do
    # shellcheck disable=SC2086
    expect 0 $words
    [ -s out ] || fail "nothing printed: $words"
    silent err
done
"$program" --version | grep -Eq '^backchannel [0-9]+\.[0-9]+\.[0-9]+$' || fail 'the version'
expect 0 ministers
for name in random always-cooperate always-accuse always-deny tit-for-tat generous hard-line \
    soft-line greedy planner; do
    grep -q "^$name " out || fail "no minister $name"
done
expect 0 scenarios
says out pentagon-2012

# wrong FRAGMENT WORDS: exit 2, the fragment on stderr, nothing on stdout
wrong() {
    fragment=$1
    shift
    expect 2 "$@"
    silent out
    says err "$fragment"
}
wrong 'did you mean replay' repaly
wrong 'there is no verb' ponder
wrong 'there is no verb' pentagon-2012
wrong 'did you mean --games' run pentagon-2012 --game 3
wrong 'there is no option --job; did you mean --jobs?' run pentagon-2012 --job 2
wrong 'did you mean --expect' run pentagon-2012 --expcet 'games>0'
wrong 'did you mean --watch' play --wacth
wrong 'there is no option -x' run -x
wrong 'needs a value' run pentagon-2012 --seed
wrong 'takes no value' run pentagon-2012 --quiet=yes
wrong 'not a whole number' run pentagon-2012 --games 0
wrong 'not a whole number' run pentagon-2012 --games 1e3
wrong 'not a whole number' run pentagon-2012 --games -1
wrong 'not a whole number' run pentagon-2012 --seed 18446744073709551616
wrong 'not a whole number' run pentagon-2012 --seed ''
wrong 'is none of' run pentagon-2012 --format jason
wrong 'did you mean jsonl' run pentagon-2012 --format jsonll
wrong 'no scenario is named' run
wrong 'one scenario at a time' run pentagon-2012 small
wrong 'PARTY=NAME' run pentagon-2012 --seat us
wrong 'sits there already' run pentagon-2012 --seat us=random --seat us=greedy
wrong 'did you mean china' run pentagon-2012 --seat chin=random
wrong 'tit-for-tat' run pentagon-2012 --seat us=tit-for-tart
wrong 'no scenario is named' check
wrong 'is none of' check pentagon-2012 --format xml
wrong 'no transcript is named' replay
wrong 'one transcript at a time' replay a b
wrong 'one word too many' ministers pentagon-2012 x
wrong 'one word too many' scenarios x
wrong 'one word too many' --help x
wrong 'one word too many' --version --help
wrong 'neither the program nor the scenario' play --text --lang eo
wrong 'is no language' play --text --lang french
wrong 'did you mean us' play --text --side uss
wrong 'planner' play --text --minister plannner
wrong '--resume brings' play --text --resume x --seed 4
wrong 'did you mean "pentagon-2012"' run pentagon-2021

expect 0 run -- pentagon-2012
expect 0 run pentagon-2012 --games=2 --seed=18446744073709551615 --quiet

# nothing of what is given reaches a terminal as a control
wrong '\u001b' "${escape}[31mred"
wrong '\u001b' run "no/${escape}[2Jsuch.json"
wrong '\u001b' run pentagon-2012 --seat "${escape}x=random"
if grep -q "$escape" err; then fail 'an escape came through'; fi
