#!/usr/bin/env python3
"""Counts a second time what `run` says of an experiment.

experiment.py figures FOLDER    pair.csv .jsonl .json .table, apart.csv .json: the same run each
experiment.py counts FILE DIR   the result of one run as JSON, and the folder of its transcripts
"""
import csv
import json
import math
import os
import sys
from collections import Counter, defaultdict

Z = 1.96


def near(got, want, what):
    assert abs(float(got) - want) < 0.00011, (what, got, want)


def mean_of(numbers):
    n, mean = len(numbers), sum(numbers) / len(numbers)
    if n < 2:
        return mean, 0
    variance = sum((x - mean) ** 2 for x in numbers) / (n - 1)
    return mean, Z * math.sqrt(variance / n)


def wilson(k, n):
    middle = (k + Z * Z / 2) / (n + Z * Z)
    half = Z / (n + Z * Z) * math.sqrt(k * (n - k) / n + Z * Z / 4)
    return 100 * k / n, 100 * max(middle - half, 0), 100 * min(middle + half, 1)


def paired(gained, lost, n):
    p, q = (gained + 1) / (n + 2), (lost + 1) / (n + 2)
    half = Z * math.sqrt((p + q - (p - q) ** 2) / (n + 2))
    return 100 * (gained - lost) / n, 100 * (p - q - half), 100 * (p - q + half)


def apart(a, n, b, m):
    p, q = (a + 1) / (n + 2), (b + 1) / (m + 2)
    half = Z * math.sqrt(p * (1 - p) / (n + 2) + q * (1 - q) / (m + 2))
    return 100 * (a / n - b / m), 100 * (p - q - half), 100 * (p - q + half)


def share_is(got, want, what):
    for key, number in zip(("percent", "low", "high"), want):
        near(got[key], number, (what, key))


def rows_of(name):
    with open(name, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows and all(None not in row and None not in row.values() for row in rows), name
    return rows


def by_cell(rows):
    cells = defaultdict(list)
    for row in rows:
        cells[int(row["cell"])].append(row)
    return cells


def check_cells(rows, result, pairs):
    cells = by_cell(rows)
    assert sorted(cells) == [cell["cell"] for cell in result["cells"]]
    first = cells[0]
    for told in result["cells"]:
        own = cells[told["cell"]]
        assert len(own) == told["games"] == result["games"]
        assert sum(int(row["decisions"]) for row in own) == told["decisions"]
        endings = Counter(row["ending"] for row in own)
        for ending, count in told["endings"].items():
            assert endings[ending] == count
            share_is(told["shares"][ending], wilson(count, len(own)), ending)
        for party, seat in told["seats"].items():
            mean, ci95 = mean_of([float(row["utility." + party]) for row in own])
            near(seat["utility"]["mean"], mean, party)
            near(seat["utility"]["ci95"], ci95, party)
    for told in result["differences"]:
        own = cells[told["cell"]]
        assert told["under"] == 0
        for ending, share in told["shares"].items():
            here = [row["ending"] == ending for row in own]
            there = [row["ending"] == ending for row in first]
            gained = sum(a and not b for a, b in zip(here, there))
            lost = sum(b and not a for a, b in zip(here, there))
            want = (paired(gained, lost, len(own)) if pairs
                    else apart(sum(here), len(own), sum(there), len(first)))
            share_is(share, want, ending)
        for party, utility in told["utility"].items():
            one = [float(row["utility." + party]) for row in own]
            two = [float(row["utility." + party]) for row in first]
            if pairs:
                mean, ci95 = mean_of([a - b for a, b in zip(one, two)])
            else:
                mean = mean_of(one)[0] - mean_of(two)[0]
                ci95 = math.hypot(mean_of(one)[1], mean_of(two)[1])
            near(utility["mean"], mean, party)
            near(utility["ci95"], ci95, party)


def check_lines(rows, name):
    """A line of JSON and a row of the table are the same game."""
    with open(name, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows):
        flat = {"utility." + party: x for party, x in line.pop("utility").items()}
        flat.update(line.pop("meters"))
        flat.update(line)
        assert flat.keys() == row.keys(), flat.keys() ^ row.keys()
        assert all(str(flat[key]) == row[key] for key in row), (flat, row)


def check_table(name, result):
    """Every figure of the result stands in the table, and nothing else does."""
    rows = rows_of(name)
    figures = {}
    for row in rows:
        key = tuple(row[k] for k in ("cell", "figure", "item", "party", "round"))
        assert key not in figures, key
        figures[key] = row
    seen = 0

    def look(key, games, value, low=None, high=None, count=None):
        nonlocal seen
        seen += 1
        row = figures[tuple(str(k) for k in key)]
        assert int(row["games"]) == games
        near(row["value"], value, key)
        assert (row["low"] == "") == (low is None), row
        if low is not None:
            near(row["low"], low, key)
            near(row["high"], high, key)
        assert row["count"] == ("" if count is None else str(count)), row

    for cell in result["cells"]:
        n, games = cell["cell"], cell["games"]
        for ending, s in cell["shares"].items():
            look((n, "ending", ending, "", ""), games, s["percent"], s["low"], s["high"],
                 cell["endings"][ending])
        for party, seat in cell["seats"].items():
            u = seat["utility"]
            look((n, "utility", "", party, ""), games, u["mean"], u["mean"] - u["ci95"],
                 u["mean"] + u["ci95"])
        counts = cell["counts"]
        for figure, key in (("incident", "incidents"), ("move", "moves"),
                            ("agreement", "agreements")):
            for name, count in counts[key].items():
                look((n, figure, name, "", ""), games, count / games, count=count)
        for at in counts["rounds"] + [counts["end"]]:
            for meter, m in at["meters"].items():
                meter, _, party = meter.partition(".")
                sure = at["games"] > 1
                look((n, "meter" if "round" in at else "end", meter, party, at.get("round", "")),
                     at["games"], m["mean"], m["mean"] - m["ci95"] if sure else None,
                     m["mean"] + m["ci95"] if sure else None)
    for d in result["differences"]:
        games = result["games"]
        for ending, s in d["shares"].items():
            look((d["cell"], "ending-difference", ending, "", ""), games, s["percent"], s["low"],
                 s["high"])
        for party, u in d["utility"].items():
            look((d["cell"], "utility-difference", "", party, ""), games, u["mean"],
                 u["mean"] - u["ci95"], u["mean"] + u["ci95"])
    assert seen == len(rows), (seen, len(rows))


def figures(folder):
    os.chdir(folder)
    with open("pair.json", encoding="utf-8") as file:
        pair = json.load(file)
    with open("apart.json", encoding="utf-8") as file:
        alone = json.load(file)
    rows = rows_of("pair.csv")
    check_cells(rows, pair, True)
    check_cells(rows_of("apart.csv"), alone, False)
    check_lines(rows, "pair.jsonl")
    check_table("pair.table", pair)


def counts(file, folder):
    with open(file, encoding="utf-8") as opened:
        result = json.load(opened)["counts"]
    moves, clauses, rounds, ends = Counter(), Counter(), defaultdict(list), []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as opened:
            lines = [json.loads(line) for line in opened]
        meters, last = lines[0]["meters"], 0
        for line in lines:
            if line["t"] != "move":
                continue
            if line["round"] != last:
                last = line["round"]
                rounds[last].append(meters)
            parts = line["move"].split("+")
            if set(parts) <= set(result["agreements"]):
                clauses.update(parts)
                parts = ["sign"]
            moves.update(parts)
            meters = line["meters"]
        ends.append(meters)
    assert {k: v for k, v in result["moves"].items() if v} == moves, (result["moves"], moves)
    assert {k: v for k, v in result["agreements"].items() if v} == clauses
    assert sum(result["incidents"].values()) > 0
    assert [at["round"] for at in result["rounds"]] == sorted(rounds)
    for at in result["rounds"] + [dict(result["end"], round=0)]:
        games = rounds[at["round"]] if at["round"] else ends
        assert at["games"] == len(games)
        for meter, told in at["meters"].items():
            mean, ci95 = mean_of([game[meter] for game in games])
            near(told["mean"], mean, meter)
            near(told["ci95"], ci95, meter)


if __name__ == "__main__":
    {"figures": figures, "counts": counts}[sys.argv[1]](*sys.argv[2:])
