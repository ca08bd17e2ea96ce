#!/bin/sh
# `check` finds the slips that authors make: hundreds of single ones, in every shipped scenario, each
# at its line and column, with what was probably meant (tests/mutations).
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

python=/usr/bin/python3
[ -x "$python" ] || { echo 'python3 is not installed'; exit 77; }
set --
for file in "$top"/scenarios/*.json; do
    case ${file##*/} in
    *.*.json) ;; # the schema, translations
    *) set -- "$@" "$file" ;;
    esac
done
[ $# -ge 4 ] || { echo "only $# scenarios"; exit 1; }
PYTHONDONTWRITEBYTECODE=1 "$python" "$top/tests/mutations/check.py" "$program" "${SLIPS:-2}" 1 "$@" \
    "$top/assets/template.json"

# slips in a translation, found in the translation
cp "$top/tests/scenarios/small.json" .
expect 0 texts small.json --lang fr --out small.fr.json
sed 's/^\( *"text": \)""/\1"Un texte"/' small.fr.json >filled && mv filled small.fr.json
expect 0 check small.json
grep -q 'T03\|error' out && fail 'the translation is not whole'
slip() { # slip LINE-PATTERN OLD NEW CODE COLUMN [SUGGESTION]: one edit, found where it was made
    line=$(grep -n -m 1 -e "$1" small.fr.json | cut -d : -f 1)
    sed "${line}s|$2|$3|" small.fr.json >fr/small.fr.json
    ! cmp -s small.fr.json fr/small.fr.json || fail "no slip: $1"
    "$program" check fr/small.json >out 2>err || true
    grep -q "^fr/small.fr.json:$line:$5: [a-z]* $4: " out || fail "$4 is not at $line:$5 ($3)"
    [ -z "${6:-}" ] || says out "did you mean \"$6\"?"
}
mkdir fr
cp small.json fr
slip '/text/aim"' /text/aim /text/aims T032 5 /text/aim
slip '/parties/[a-z]*/text/title"' parties prties T032 5
slip '"language"' '"fr"' '"de"' S011 15
slip '"scenario"' '"small"' '"smal"' S011 15
slip '"format"' 1 2 S002 13
slip '"language"' language langage S004 3 language
slip '"source"' source soruce S004 7 source
slip '"source"' '": ".*"' '": "Another text"' T031 17
slip '"text": "Un' '"Un texte"' 3 S001 15
slip '"text": "Un' '"Un texte"' '""' T030 15
slip '"text": "Un' '"Un texte"' '" "' T003 15
slip '"text": "Un' 'texte' '{own.titel}' T004 15 own.title
slip '"text": "Un' 'texte' '\\u0007' T001 15
slip '"text": "Un' '"text"' 'text"' J020 7
slip '"text": "Un' 'texte"' 'texte' J020 24
slip '"source"' ',$' '' J020 "$(grep -m 1 '"source"' small.fr.json | sed 's/,$//' | wc -m)"
