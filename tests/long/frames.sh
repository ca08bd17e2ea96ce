#!/bin/sh
# What `run` prints as CSV and JSON lines is a table for pandas and R as it is, and for DuckDB where it is there
#
# Needs python3-pandas and r-base-core (exit 3 without); duckdb is no package of Debian.
set -eu

python=$(command -v /usr/bin/python3 || command -v python3)
{ "$python" -c 'import pandas' && command -v Rscript; } >/dev/null 2>&1 || {
    echo 'This proof needs pandas and R: apt-get install python3-pandas r-base-core' >&2
    exit 3
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

run() {
    "$BACKCHANNEL" run "$SOURCE_DIR/scenarios/pentagon-2012.json" --games 300 --quiet \
        --vary seat.us=random,generous --vary /meters/trust/start=30,50 --pair "$@"
}
run --format csv >games.csv
run --format jsonl >games.jsonl
run --counts --format table >table.csv
run --format json >whole.json

# The mean of a cell, worked out from the rows there, is the one in the result.
"$python" - <<'END'
import json, pandas
games, table = pandas.read_csv("games.csv"), pandas.read_csv("table.csv")
lines = pandas.read_json("games.jsonl", lines=True)
words = {"seat.us", "ending", "hash"}
for name, kind in games.dtypes.items():
    assert (name in words) != pandas.api.types.is_numeric_dtype(kind), (name, kind)
for name in ("count", "value", "low", "high", "games", "round"):
    assert pandas.api.types.is_numeric_dtype(table[name]), name
assert len(games) == 1200 == len(lines) and not games.isna().any().any()
wide = pandas.json_normalize(lines["utility"])
assert (wide["us"] == games["utility.us"]).all()
means = games.groupby("cell")["utility.us"].mean()
rows = table[(table.figure == "utility") & (table.party == "us")].set_index("cell")["value"]
assert len(rows) == 4 and (abs(means - rows) < 1e-4).all(), (means, rows)
print("pandas", pandas.__version__, "reads", games.shape, table.shape, lines.shape)
END

Rscript --vanilla - <<'END'
games <- read.csv("games.csv", check.names = FALSE)
table <- read.csv("table.csv")
numeric <- sapply(games, is.numeric)
stopifnot(identical(sort(names(games)[!numeric]), sort(c("seat.us", "ending", "hash"))))
stopifnot(nrow(games) == 1200, all(sapply(table[c("value", "low", "high")], is.numeric)))
means <- tapply(games[["utility.us"]], games$cell, mean)
rows <- table[table$figure == "utility" & table$party == "us", ]
stopifnot(nrow(rows) == 4, all(abs(means - rows$value[order(rows$cell)]) < 1e-4))
cat("R", as.character(getRversion()), "reads", dim(games), "and", dim(table), "\n")
END

if command -v duckdb >/dev/null; then
    duckdb -csv -c "select cell, avg(\"utility.us\") from 'games.csv' group by cell;
        select count(*), avg(utility.us) from 'games.jsonl'; select count(value) from 'table.csv';"
else
    echo 'duckdb is not installed: not tried'
fi
