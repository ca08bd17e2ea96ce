#!/usr/bin/env python3
"""What the tests run of each layer, and whether that is enough.

    coverage.py bars COUNTS [LIST]      prints a line a layer; exit 1 where a bar is missed
    coverage.py missing COUNTS [WORD]   prints lines and branches that are not run, in files
                                        whose path contains WORD

COUNTS is what `gcovr --json` writes. LIST is coverage.txt: lines no test can run, `FILE | LINE |
REASON`; one that is run after all, or is no line of that file, is wrong itself.
"""
import collections
import json
import pathlib
import sys

# Per cent of branches and of lines. What is aimed at is 95 and 100 for all but the window; where that
# is not reached, nothing may be lost of what is.
BARS = {
    "core": (95, 99),
    "minister": (95, 99),
    "match": (94, 99),
    "content": (93, 98),
    "json": (93, 98),
    "window": (0, 80),
}


def read(counts):
    """Of each file: line number -> (times run, times each branch was taken)."""
    files = {}
    for entry in json.loads(pathlib.Path(counts).read_text())["files"]:
        lines = [line for line in entry["lines"] if not line.get("gcovr/noncode")]
        files[entry["file"]] = {
            line["line_number"]: (line["count"], [b["count"] for b in line["branches"]])
            for line in lines
        }
    return files


def text_of(file):
    return pathlib.Path(file).read_text().splitlines()


def excused(files, path):
    """The lines of the list as (file, number), and what is wrong with it."""
    found, wrong = set(), []
    for row in pathlib.Path(path).read_text().splitlines() if path else []:
        if not row.strip() or row.startswith("#"):
            continue
        file, line, reason = [part.strip() for part in (row.split(" | ", 2) + ["", ""])[:3]]
        runs = files.get(file, {})
        places = [n for n, text in enumerate(text_of(file) if runs else [], 1)
                  if text.strip() == line and n in runs and runs[n][0] == 0]
        if not places or not reason:
            wrong.append(f"{path}: no such line that is not run, or no reason: {row}")
        found.update((file, number) for number in places)
    return found, wrong


def bars(files, path):
    listed, wrong = excused(files, path)
    total = collections.defaultdict(lambda: [0, 0, 0, 0, 0])
    for file, lines in files.items():
        sums = total[pathlib.Path(file).parts[1]]
        for number, (count, branches) in lines.items():
            sums[0] += sum(b > 0 for b in branches)
            sums[1] += len(branches)
            sums[2] += count > 0
            sums[3] += 1
            sums[4] += count == 0 and (file, number) in listed
    for layer, (branch_bar, line_bar) in BARS.items():
        taken, branches, run, lines, reasons = total[layer]
        low = not lines or 100 * (run + reasons) < line_bar * lines
        low = low or 100 * taken < branch_bar * branches
        if low:
            wrong.append(f"{layer}: too little is run")
        print(f"{layer:9}{100 * taken / max(branches, 1):6.1f} % of {branches:5} branches"
              f"{100 * run / max(lines, 1):7.2f} % of {lines:5} lines"
              + (f", {reasons} with a reason" if reasons else "")
              + (f"   too little" if low else ""))
    print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")
    return 1 if wrong else 0


def missing(files, word):
    for file, lines in sorted(files.items()):
        text = text_of(file) if word in file else []
        for number, (count, branches) in sorted(lines.items()) if text else []:
            if count == 0 or 0 in branches:
                taken = "".join("-" if b == 0 else "+" for b in branches) if count else "never"
                print(f"{file}:{number}: {taken:8} {text[number - 1].strip()}")
    return 0


def main(words):
    verb = {"bars": bars, "missing": missing}.get(words[1] if len(words) > 2 else "")
    if verb is None:
        print(__doc__, file=sys.stderr)
        return 2
    return verb(read(words[2]), words[3] if len(words) > 3 else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv))
