"""Counts the JSON of a tournament a second time, from the games of every pair: US,CHINA.jsonl.

Prints what differs, exit 1. Only the standard library.
"""
import json
import math
import sys

SEATS = ("us", "china")
wrong = []


def same(what, told, counted, within=0.00011):
    if abs(told - counted) > within:
        wrong.append(f"{what}: {told} is told, {counted} is counted")


def spread(numbers):
    """Mean, half the 95 % interval and two-sided chance of a mean so far from 0."""
    n = len(numbers)
    mean = sum(numbers) / n
    error = math.sqrt(sum((x - mean) ** 2 for x in numbers) / (n - 1) / n)
    return mean, 1.96 * error, math.erfc(abs(mean) / error / math.sqrt(2)) if error else 0


def check(what, told, numbers):
    mean, ci95, _ = spread(numbers)
    same(what, told["mean"], mean)
    same(what + " ci95", told["ci95"], ci95)


with open(sys.argv[1], encoding="utf-8") as file:
    result = json.load(file)
names = [minister["minister"] for minister in result["ministers"]]
lucks = range(result["games"])
pairs = [(us, china) for us in names for china in names]
games = {}
for us, china in pairs:
    with open(f"{us},{china}.jsonl", encoding="utf-8") as file:
        games[us, china] = [json.loads(line) for line in file]


def utility(name, seat, other, luck):
    pair = (name, other) if seat == "us" else (other, name)
    return games[pair][luck]["utility"][seat]


def whole(name, luck):
    return sum(utility(name, seat, other, luck) for seat in SEATS for other in names) / len(names) / 2


same("played", result["played"], len(pairs) * result["games"])
if len(result["pairs"]) != len(pairs) or len(result["matrix"]) != len(pairs):
    wrong.append("not every pair is told")
if len(result["differences"]) != len(names) * (len(names) - 1) / 2:
    wrong.append("not every difference is told")

for place, minister in enumerate(result["ministers"]):
    name = minister["minister"]
    same("rank", minister["rank"], place + 1)
    check(name, minister["utility"], [whole(name, luck) for luck in lucks])
    for seat in SEATS:
        check(f"{name} as {seat}", minister["seats"][seat],
              [sum(utility(name, seat, other, luck) for other in names) / len(names)
               for luck in lucks])
    ended = [game["ending"] for pair in pairs for seat in range(2) if pair[seat] == name
             for game in games[pair]]
    for ending, count in minister["endings"].items():
        same(f"{name} {ending}", count, ended.count(ending))
means = [minister["utility"]["mean"] for minister in result["ministers"]]
if means != sorted(means, reverse=True):
    wrong.append("the ranking is out of order")

for cell in result["matrix"]:
    name, other = cell["minister"], cell["opponent"]
    check(f"{name} against {other}", cell["utility"],
          [(utility(name, "us", other, luck) + utility(name, "china", other, luck)) / 2
           for luck in lucks])

check("the edge of seats", result["seat_edge"],
      [sum(games[pair][luck]["utility"]["us"] - games[pair][luck]["utility"]["china"]
           for pair in pairs) / len(pairs) for luck in lucks])

chances = []
for row in result["differences"]:
    name, under = row["minister"], row["under"]
    numbers = [whole(name, luck) - whole(under, luck) for luck in lucks]
    check(f"{name} ahead of {under}", row, numbers)
    chances.append(spread(numbers)[2])
    same(f"p of {name} ahead of {under}", row["p"], chances[-1], 0.000002)
least = 0
for rank, index in enumerate(sorted(range(len(chances)), key=lambda i: chances[i])):
    row = result["differences"][index]
    least = min(1, max(least, chances[index] * (len(chances) - rank)))
    same(f"Holm's p of {row['minister']} ahead of {row['under']}", row["p_holm"], least, 0.00002)
    if row["significant"] != (row["p_holm"] < 0.05):
        wrong.append(f"{row['minister']} ahead of {row['under']}: significant or not")
if not any(row["significant"] for row in result["differences"]):
    wrong.append("nothing is significant: this comparison shows little")

print("\n".join(wrong))
sys.exit(1 if wrong else 0)
