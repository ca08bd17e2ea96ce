#!/bin/sh
# Writes what bash completes, from what the programs print for --help.
#
#   sh game/completion.sh FOLDER BACKCHANNEL [BACKCHANNEL_WINDOW]
#
# One file a program, named after it, as bash-completion wants them.
set -eu

folder=$1
program=$2
window=${3:-}
parts=$(CDPATH='' cd -- "$(dirname -- "$0")/../assets/package" && pwd -P)

export LC_ALL=C.UTF-8
unset LANGUAGE BACKCHANNEL_DATA

rm -rf "$folder"
mkdir -p "$folder"

rows() { # rows PROGRAM [VERB]
    "$@" --help | awk -f "$parts/help.awk"
}

# Writes the rows of one --help as branches of a table: `options`, all in a line; `value`, what
# each takes, choices parted by '|'; `word`, the plain words from 0 on, of which the last may repeat.
branches() { # branches TABLE VERB
    awk -F '\t' -v table="$1" -v verb="$2" '
    function branch(which, what) {
        gsub(/\047/, "", what)
        print "    " which ") echo \047" what "\047 ;;"
    }
    $1 == "usage" && table == "word" {
        sub(/^[^A-Z[]*/, "", $2)
        count = split($2, part, " ")
        for (i = 1; i <= count; i++) {
            gsub(/^\[|\]$/, "", part[i])
            if (part[i] !~ /^[A-Z]+(\.\.\.)?$/) exit
            branch(verb "," (part[i] ~ /\.$/ ? "*" : i - 1), part[i])
        }
    }
    $1 == "option" && table == "value" && $3 != "" {
        gsub(/ /, "|", $4)
        branch(verb "," $2, $4 != "" ? $4 : $3)
    }
    $1 == "option" { options = options $2 " " }
    END {
        if (index(options, "--help ") == 0) options = options "--help "
        if (table == "options") branch(verb, substr(options, 1, length(options) - 1))
    }'
}

table() { # table NAME TABLE PARAMETERS VERB...
    printf '_%s_%s() {\n    case %s in\n' "$1" "$2" "$3"
    kind=$2
    shift 3
    for verb; do
        if [ "$verb" = window ]; then rows "$window"; else rows "$program" "$verb"; fi |
            branches "$kind" "$verb"
    done
    printf '    esac\n}\n\n'
}

completion() { # completion PROGRAM VERB...: the verbs in its tables
    own=$1
    shift
    name=$(echo "$own" | tr - _)
    fixed=
    [ "$1" != window ] || fixed=window
    sed "s/@NAME@/$name/g; s/@PROGRAM@/$own/g; s/@VERB@/$fixed/" "$parts/completion.bash"
    first='$1' both='$1,$2' # as the completion will read them
    table "$name" options "$first" "$@"
    table "$name" value "$both" "$@"
    table "$name" word "$both" "$@"
    printf "_%s_verbs() {\n    echo '%s'\n}\n\ncomplete -F _%s %s\n" "$name" "$*" "$name" "$own"
}

verbs=$(rows "$program" | awk -F '\t' '$1 == "verb" { print $2 }')
# shellcheck disable=SC2086  # a list of names is meant to split
completion backchannel $verbs >"$folder/backchannel"
[ -z "$window" ] || completion backchannel-window window >"$folder/backchannel-window"
