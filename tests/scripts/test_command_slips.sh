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
sed 's/^\( *"to": \)""/\1"Un texte"/' small.fr.json >filled && mv filled small.fr.json
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
slip '"aim"' aim aims T032 5 aim
slip '"parties"' parties prties T032 3 parties
slip '"subtitle"' subtitle subtitel T032 5 subtitle
slip '"language"' '"fr"' '"de"' S011 15
slip '"id"' '"small"' '"smal"' S011 9
slip '"format"' 1 2 S002 13
slip '"language"' language langage T032 3 language
slip '"from"' from form S004 7 from
slip '"from"' '": ".*"' '": "Another text"' T031 15
slip '"to"' '"to"' '"two"' S004 7 to
slip '"to": "Un' '"Un texte"' 3 S001 13
slip '"to": "Un' '"Un texte"' '""' T030 13
slip '"to": "Un' '"Un texte"' '" "' T003 13
slip '"to": "Un' 'texte' '{own.titel}' T004 17 '{own.title}'
slip '"to": "Un' 'texte' '\\u0007' T001 13
slip '"to": "Un' '"to"' 'to"' J020 7
slip '"to": "Un' 'texte"' 'texte' J020 22
slip '"from"' ',$' '' J020 "$(grep -m 1 '"from"' small.fr.json | sed 's/,$//' | wc -m)"
