#!/bin/sh
# explain: every change of every number with its cause, as it was and as either side could know it;
# and branches of a recorded game.
. "${SOURCE_DIR:?}/tests/scripts/command.sh"

expect 0 run pentagon-2012 --games 1 --seed 21 --seat us=generous --seat china=hard-line \
    --transcripts games
record=games/pentagon-2012-21-0.jsonl

# the causes sum to every change, and agree with the transcript and with each other
expect 0 explain $record --format json
cp out truth.json
for side in us china; do
    expect 0 explain $record --side $side --format json
    cp out $side.json
done
python3 - $record <<'PY' || fail 'the sums'
import json, sys

lines = [json.loads(line) for line in open(sys.argv[1])]
moves = [line for line in lines if line["t"] == "move"]
last = moves[-1]["meters"]


def changes(told):
    for r in told["rounds"]:
        sums = {}
        parts = [r["beginning"]["changes"]] + [d["changes"] for d in r["decisions"]]
        for c in (c for part in parts for c in part):
            assert c["to"] - c["from"] == c["amount"] != 0 and c["text"] and c["cause"], c
            sums.setdefault(c["meter"], [c["from"], c["from"]])[1] += c["amount"]
            yield c
        assert {m: (v["from"], v["to"]) for m, v in r["meters"].items()} == {
            m: tuple(v) for m, v in sums.items()}, r["round"]


truth = json.load(open("truth.json"))
at = dict(truth["start"])
for c in changes(truth):
    assert at[c["meter"]] == c["from"], c
    at[c["meter"]] = c["to"]
assert at == last, "the numbers do not end where the transcript does"
assert truth["side"] is None and any(c["hidden"] for c in changes(truth))
told = [d for r in truth["rounds"] for d in r["decisions"]]
assert [d["n"] for d in told] == [m["n"] for m in moves]
assert [d["move"] for d in told] == [m["move"] for m in moves]
for d, m in zip(told, moves):
    mine = [(c["meter"], c["amount"], c["rule"], c["element"]) for c in d["changes"]]
    theirs = [(c["meter"], c["amount"], c["rule"], c["element"]) for c in m["because"]]
    assert mine == theirs[: len(mine)], m["n"]
kinds = {c["cause"] for c in changes(truth)}
assert {"move", "rule", "revelation"} <= kinds, kinds
assert all("case" not in r or r["case"]["culprit"] for r in truth["rounds"])

for side in ("us", "china"):
    view = json.load(open(side + ".json"))
    seen = view["start"]
    other = "china" if side == "us" else "us"
    assert "tempo." + side not in seen and "orders-given." + other not in seen
    assert "orders-given." + side in seen
    mine = [(c["meter"], c["from"], c["to"]) for c in changes(view)]
    assert mine == [(c["meter"], c["from"], c["to"]) for c in changes(truth) if c["meter"] in seen]
    at = dict(seen)
    for c in changes(view):
        at[c["meter"]] = c["to"]
    assert at == {m: last[m] for m in seen}
    assert not any("n" in d for r in view["rounds"] for d in r["decisions"])
    orders = [d for r in view["rounds"] for d in r["decisions"]
              if d["beat"] == "orders" and d["party"] == other]
    assert orders and all(d["move"] is None for d in orders)
    for r in view["rounds"]:
        if "case" in r:
            case = r["case"]
            assert (case["culprit"] is None) == (case["came_out"] is None)
            assert case["culprit"] or case["text"] == "not known yet"
PY

# in words: one round of it, hidden things marked, and kept back from a side
expect 0 explain $record --round 4
says out 'The record of truth'
says out 'Round 4, '
[ "$(grep -c '^Round ' out)" -eq 1 ] || fail 'more than one round'
expect 0 explain $record
says out ' hidden: '
says out 'by revelation]'
says out 'Over the round:'
expect 0 explain $record --side us
if grep -q ' hidden: \|tempo\|gains\|Decision' out; then fail 'a side reads hidden numbers'; fi
says out 'They, orders: a choice in private, not known yet'
says out 'Who did it: not known yet; it came out in round '
silent err

# of the part of a game that there is
head -n 8 $record >part.jsonl
expect 0 explain part.jsonl --side us
says out 'Who did it: not known yet'
if grep -q 'Ending' out; then fail 'an ending'; fi

# what is asked wrongly
expect 2 explain
expect 2 explain $record --round 0
expect 2 explain $record --round 13
expect 2 explain $record --side france
expect 2 explain $record --format xml
says err 'is none of'
expect 2 explain no-such-file
expect 2 explain $record $record
sed '/"n":5,/s/"trust":[0-9]*/"trust":777/' $record >changed.jsonl
expect 2 explain changed.jsonl
says err 'at decision 5'
expect 0 explain --help
says out '--round R'

# a branch: moves before it as they were, its own file, with hindsight; the old game stays
cp $record kept.jsonl
yes 1 | head -n 200 >in
expect 0 play --text --resume $record --from 9 --save branch.jsonl
same $record kept.jsonl
says out 'With hindsight'
says branch.jsonl '"branch":{"from":9,"hash":"'
says branch.jsonl '"hindsight":true'
tail -n +2 $record | head -n 8 >one
tail -n +2 branch.jsonl | head -n 8 >two
same one two
: >in
expect 0 replay branch.jsonl
expect 0 explain branch.jsonl
says out 'With hindsight'
expect 0 play --text --resume branch.jsonl
sed 's/"from":9,/"from":8,/' branch.jsonl >changed.jsonl
expect 1 replay changed.jsonl
says out 'branch.hash'
head -n 5 branch.jsonl >changed.jsonl
expect 2 replay changed.jsonl
says err 'before the decision at which it branches'
# where nobody is named, in the usual place
yes 1 | head -n 3 >in
expect 0 play --text --resume $record --from 1
place=$(sed -n 's/^The game is saved: //p' err)
says "$place" '"branch":{"from":1,'
# another side, another minister
expect 0 play --text --resume $record --from 9 --side china --minister soft-line --save other.jsonl
says other.jsonl '"seats":{"us":"soft-line","china":"person"}'
same $record kept.jsonl
for wrong in '--from 0' '--from x' '--from 999'; do
    # shellcheck disable=SC2086
    expect 2 play --text --resume $record $wrong
done
expect 2 play --text --from 3
says err 'needs --resume'
expect 2 play --text --resume $record --from 9 --save $record
says err 'may not name'
same $record kept.jsonl
