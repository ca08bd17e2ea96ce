#!/usr/bin/env python3
"""Can guilt be read from the numbers? Compares two readers of the rows of guilt-rows.

    auc.py ROWS.csv [at-most|at-least POINTS]

Reader (a) knows the incident (kind, severity), its trace and the confidence of that, and what was
said: the opening and the answer. Reader (b) knows these and how much every number that the victim
sees has changed up to the end of the last beat. Both are logistic regressions, fitted on one half of
the games and judged on the other, and the other way round; a reader is worth its AUC, the chance
that it takes the guilty one of two cases for the more suspect. Were (b) better, the numbers would
give guilt away.

Reader (a) is given products as well, each trace with its confidence and with each thing said, and
the opening with the answer. Changes of numbers follow from such pairs, so that without these
products (b) could gain by learning from the numbers what was said, which is no secret.

Exits with 1 where the difference is not what was asked for. Needs the standard library only.
"""

import csv
import math
import sys
from collections import deque
from operator import mul

PENALTY = 2.0      # of the squares of the weights, as ridge regression has it
STEPS = 120        # of the minimiser, at most
MEMORY = 8         # steps that it remembers


# ---- columns: a list of codes from 0 (categories), or a list of floats (numbers) ----

def codes(values):
    """Categories as numbers, rare ones together, so that nothing is learned of a handful."""
    count = {}
    for value in values:
        count[value] = count.get(value, 0) + 1
    place = {value: i + 1 for i, value in enumerate(sorted(v for v in count if count[v] >= 40))}
    return [place.get(value, 0) for value in values]


def categories(rows):
    """Columns of reader (a)."""
    said = {name: rows[name] for name in rows if name.startswith('said.')}
    trace = [name for name in said if name.startswith('said.trace')]
    beat = [name for name in said if name.startswith('said.beat')]
    known = [[name] for name in said]
    known += [['said.confidence', one] for one in trace]
    known += [[one, other] for one in trace for other in beat]
    known += [[one, other] for i, one in enumerate(beat) for other in beat[i + 1:]]
    columns = []
    for names in known:
        if all(len(set(said[name])) > 1 for name in names):
            columns.append(codes(list(zip(*(said[name] for name in names)))))
    return columns


def numbers(rows):
    """Columns that (b) has besides: every change of a number, in standard deviations."""
    columns = []
    for name, values in rows.items():
        if name.startswith('seen.') and len(set(values)) > 1:
            floats = [float(value) for value in values]
            mean = sum(floats) / len(floats)
            spread = math.sqrt(sum((f - mean) ** 2 for f in floats) / len(floats))
            columns.append([(f - mean) / spread for f in floats])
    return columns


# ---- logistic regression ----

class Fit:
    """Weights, laid out as one number, then those of each category, then one for each number."""

    def __init__(self, known, changes):
        self.known, self.changes = known, changes
        self.size = 1 + sum(max(column) + 1 for column in known) + len(changes)

    def margins(self, weight):
        sums = [weight[0]] * self.rows()
        at = 1
        for column in self.known:
            part = weight[at:at + max(column) + 1]
            sums = [s + part[code] for s, code in zip(sums, column)]
            at += len(part)
        for column in self.changes:
            w = weight[at]
            sums = [s + w * x for s, x in zip(sums, column)]
            at += 1
        return sums

    def rows(self):
        return len((self.known or self.changes)[0])

    def loss(self, weight, truth):
        """What is minimised, and its gradient."""
        margins = self.margins(weight)
        chance = [1 / (1 + math.exp(-m)) if m > -30 else 0.0 for m in margins]
        loss = sum(math.log1p(math.exp(-abs(m))) + max(m, 0.0) - m * y
                   for m, y in zip(margins, truth))
        excess = [c - y for c, y in zip(chance, truth)]
        slope = [sum(excess)]
        for column in self.known:
            part = [0.0] * (max(column) + 1)
            for code, e in zip(column, excess):
                part[code] += e
            slope += part
        slope += [sum(map(mul, column, excess)) for column in self.changes]
        loss += PENALTY / 2 * sum(w * w for w in weight[1:])
        return loss, [slope[0]] + [s + PENALTY * w for s, w in zip(slope[1:], weight[1:])]


def dot(a, b):
    return sum(map(mul, a, b))


def direction(slope, past):
    """The two loops of L-BFGS: the slope, turned by what the last steps say of the curvature."""
    turned, factors = list(slope), []
    for step, change in reversed(past):
        factor = dot(step, turned) / dot(step, change)
        turned = [t - factor * c for t, c in zip(turned, change)]
        factors.append(factor)
    if past:
        step, change = past[-1]
        scale = dot(step, change) / dot(change, change)
        turned = [t * scale for t in turned]
    for (step, change), factor in zip(past, reversed(factors)):
        back = factor - dot(change, turned) / dot(step, change)
        turned = [t + back * s for t, s in zip(turned, step)]
    return [-t for t in turned]


def minimise(fit, truth):
    weight, past = [0.0] * fit.size, deque(maxlen=MEMORY)
    loss, slope = fit.loss(weight, truth)
    for step_at in range(STEPS):
        way = direction(slope, past)
        length = 1.0 if past else 1.0 / math.sqrt(dot(slope, slope) + 1e-12)
        while True:
            there = [w + length * d for w, d in zip(weight, way)]
            new_loss, new_slope = fit.loss(there, truth)
            if new_loss <= loss + 1e-4 * length * dot(slope, way) or length < 1e-9:
                break
            length /= 2
        step = [a - b for a, b in zip(there, weight)]
        change = [a - b for a, b in zip(new_slope, slope)]
        if dot(step, change) > 1e-12:
            past.append((step, change))
        done = loss - new_loss < 1e-6 * (1 + loss)
        weight, loss, slope = there, new_loss, new_slope
        if done:
            break
    return weight


# ---- judging ----

def auc(scores, truth):
    """The chance that a guilty case scores above an innocent one; ties count half."""
    order = sorted(range(len(scores)), key=scores.__getitem__)
    ranks, i = 0.0, 0
    while i < len(order):
        k = i
        while k < len(order) and scores[order[k]] == scores[order[i]]:
            k += 1
        ranks += sum(truth[order[n]] for n in range(i, k)) * (i + k + 1) / 2
        i = k
    guilty = sum(truth)
    return (ranks - guilty * (guilty + 1) / 2) / (guilty * (len(truth) - guilty))


def worth(known, changes, truth, half):
    """The mean AUC on the half that was not fitted."""
    total = 0.0
    for fitted in (0, 1):
        parts = []
        for wanted in (fitted, 1 - fitted):
            keep = [i for i, h in enumerate(half) if h == wanted]
            pick = lambda column: [column[i] for i in keep]
            parts.append((Fit([pick(c) for c in known], [pick(c) for c in changes]), pick(truth)))
        (train, train_truth), (test, test_truth) = parts
        assert train.size == test.size, 'a category is missing in one half'
        total += auc(test.margins(minimise(train, train_truth)), test_truth)
    return total / 2


def read(path):
    with open(path, newline='', encoding='utf-8') as file:
        lines = csv.reader(file)
        head = next(lines)
        return dict(zip(head, map(list, zip(*lines))))


def main():
    rows = read(sys.argv[1])
    truth = [int(g) for g in rows['guilty']]
    games = [int(g) for g in rows['game']]
    half = [g % 2 for g in games]
    known, changes = categories(rows), numbers(rows)
    a = worth(known, [], truth, half)
    b = worth(known, changes, truth, half)
    print('%d cases of %d games, %.0f %% guilty; AUC (a) %.4f of %d columns, (b) %.4f with %d '
          'numbers: %+.4f' % (len(truth), len(set(games)), 100 * sum(truth) / len(truth), a,
                              len(known), b, len(changes), b - a))
    if len(sys.argv) > 3:
        limit = float(sys.argv[3])
        met = b - a <= limit if sys.argv[2] == 'at-most' else b - a >= limit
        if not met:
            print('expected: %s %s' % (sys.argv[2], sys.argv[3]))
        sys.exit(not met)


if __name__ == '__main__':
    main()
