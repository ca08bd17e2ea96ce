#!/bin/sh
# Writes the pages of the manual, from what the programs print for --help and from what is written
# by hand in assets/package/manual/.
#
#   sh game/manual.sh FOLDER VERSION DATE BACKCHANNEL [BACKCHANNEL_WINDOW]
#
# One page a program and a verb, FOLDER/backchannel-run.6.gz and so on, all in section 6, games.
set -eu

folder=$1
version=$2
date=$3
program=$4
window=${5:-}
parts=$(CDPATH='' cd -- "$(dirname -- "$0")/../assets/package" && pwd -P)

export LC_ALL=C.UTF-8
unset LANGUAGE BACKCHANNEL_DATA

rm -rf "$folder"
mkdir -p "$folder"

# Prints the rows of help.awk as a page up to its options.
page_head() { # page_head NAME
    awk -F '\t' -v name="$1" -v version="$version" -v date="$date" '
    function text(s) {
        gsub(/\\/, "\\e", s)
        gsub(/\047/, "\\(aq", s)
        gsub(/`/, "\\(ga", s)
        gsub(/--/, "\\-\\-", s)
        sub(/^\./, "\\\\\\&.", s)
        return s
    }
    # what is typed bold, what stands for something else slanted
    function usage(s,    i, count, word, out, rest) {
        gsub(/\047/, "@", s)
        count = split(s, word, " ")
        for (i = 1; i <= count; i++) {
            if (word[i] == "..." && i == count) word[i] = "[OPTION]..."
            rest = text(word[i])
            out = out (i > 1 ? " " : "")
            while (match(rest, /(\\-\\-)?[A-Za-z][A-Za-z-]*/)) {
                out = out substr(rest, 1, RSTART - 1)
                out = out (substr(rest, RSTART, 1) ~ /[A-Z]/ ? "\\fI" : "\\fB")
                out = out substr(rest, RSTART, RLENGTH) "\\fR"
                rest = substr(rest, RSTART + RLENGTH)
            }
            out = out rest
        }
        gsub(/@/, "\\(aq", out)
        return out
    }
    # a line of what --help adds: an indented one is a word and what it means
    function more(s,    word) {
        if (match(s, /^  [a-z_]+ +/)) {
            word = substr(s, 3, RLENGTH - 2)
            sub(/ +$/, "", word)
            print ".TP\n" word "\n" text(substr(s, RLENGTH + 1))
        } else if (s != "") {
            if (fresh || s ~ /^[a-z]+: /) print ".PP"
            print text(s)
        }
        fresh = s == ""
    }
    $1 == "usage" { synopsis = $2 }
    $1 == "about" { about[++abouts] = $2 }
    $1 == "verb" { verb[++verbs] = $2; does[verbs] = $3 }
    $1 == "option" { option[++options] = $2; value[options] = $3; line[options] = $5 }
    $1 == "more" { rest[++rests] = $2 }
    END {
        title = about[1]
        sub(/\.( .*)?$/, "", title)
        title = tolower(substr(title, 1, 1)) substr(title, 2)
        print ".TH " toupper(name) " 6 \"" date "\" \"Backchannel " version "\" \"Games Manual\""
        gsub(/-/, "\\-", name)
        print ".SH NAME\n" name " \\- " text(title)
        for (i = 1; i < options && index(synopsis, option[i]) > 0; i++) continue
        if (i < options && synopsis !~ /(\[options\]|\.\.\.)$/) synopsis = synopsis " ..."
        print ".SH SYNOPSIS\n.nh\n.ad l\n" usage(synopsis) "\n.ad\n.hy"
        print ".SH DESCRIPTION"
        for (i = 1; i <= abouts; i++) print text(about[i])
        fresh = 1
        for (i = 1; i <= rests; i++) more(rest[i])
        if (verbs > 0) print ".SH VERBS"
        for (i = 1; i <= verbs; i++) {
            print ".TP\n\\fB" verb[i] "\\fR\n" text(does[i])
            print "See\n.BR backchannel\\-" verb[i] " (6)."
        }
        print ".SH OPTIONS"
        for (i = 1; i <= options; i++) {
            print ".TP\n" usage(option[i] (value[i] == "" ? "" : " " value[i])) "\n" text(line[i])
        }
    }'
}

see_also() { # see_also NAME: all the other pages
    printf '.SH SEE ALSO\n.nh\n.ad l\n'
    for other in $names; do
        [ "$other" = "$1" ] || printf '.BR %s (6),\n' "$other"
    done | sed 's/-/\\-/g; $s/,$//'
}

page() { # page NAME PROGRAM [VERB]
    name=$1
    shift
    by_hand=$parts/manual/${name#backchannel-}.6
    {
        "$@" --help | awk -f "$parts/help.awk" | page_head "$name"
        [ ! -f "$by_hand" ] || cat "$by_hand"
        cat "$parts/manual/exit-status.6"
        see_also "$name"
    } >"$folder/$name.6"
    gzip -9n "$folder/$name.6"
}

verbs=$("$program" --help | awk -f "$parts/help.awk" | awk -F '\t' '$1 == "verb" { print $2 }')
names=backchannel
[ -z "$window" ] || names="$names backchannel-window"
for verb in $verbs; do
    names="$names backchannel-$verb"
done

page backchannel "$program"
[ -z "$window" ] || page backchannel-window "$window"
for verb in $verbs; do
    page "backchannel-$verb" "$program" "$verb"
done
