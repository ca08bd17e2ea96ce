#!/bin/sh
# The tables of scenarios/README.md are those of the schema: every key with type, range, default,
# example and codes. A schema that says something else makes other tables.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

: >out
: >err
compare() { python3 "$top/tests/schema/reference.py" >out 2>err; }
compare || fail 'the tables are not those of the schema'
cat out

# every code that the tables name stands in the list of findings, which is that of the program
sed -n '/^## Findings/,$s/^| `\([A-Z][0-9]*\)`.*/\1/p' "$top/scenarios/README.md" >listed
sed -n '/tables: begin/,/tables: end/p' "$top/scenarios/README.md" | grep -o '`[JST][0-9][0-9][0-9]`' |
    tr -d '`' | sort -u >named
[ "$(wc -l <named)" -ge 40 ] || fail 'too few codes'
while read -r code; do
    grep -q "^$code$" listed || fail "$code is not among the findings"
done <named

mkdir schemas
for change in 's/"maximum": 12/"maximum": 11/' 's/"default": 24/"default": 23/' 's/"secret"/"secretive"/' \
    's/Who decides/Whoever decides/'; do
    sed "$change" "$top/scenarios/scenario.schema.json" >schemas/scenario.schema.json
    if SCHEMAS=$work/schemas compare; then fail "another schema has the same tables: $change"; fi
done
