"""How far two people agree who marked the same texts without seeing each other's marks.

    python training/marking/agree.py [--data DIR] [--differ]

The first marking is taken for gold, the second for found, with the scorers that measure the program; F1 is the same
either way round. --differ prints what one has and the other has not, for settling.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.quality.attribution import acts, counted, matched, report
from training.marking.texts import marked, marked_passages

MARKS = Path(__file__).parents[1] / "marks"
PARTS = ("reported", "whole_item", "turn")


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"), help="folder of the public data")
    parser.add_argument("--differ", action="store_true")
    given = parser.parse_args()
    texts = {name: one.text[: one.zone] for name, one in marked(given.data).items()}
    first, second = (
        {row["id"]: row for row in map(json.loads, (MARKS / name).read_text(encoding="utf-8").splitlines())}
        for name in ("official.jsonl", "second.jsonl")
    )
    both = [name for name in first if name in second]
    print(f"{len(both)} texts marked twice")
    print(f"{'part':<26}{'measure':<13}{'P':>6}{'R':>7}{'F1':>7}  95 %")
    for part in PARTS:
        counts = []
        for name in both:
            gold, found = (part_of(rows[name]["attributions"], part) for rows in (first, second))
            counts.append(counted({"text": texts[name], "attributions": gold}, found))
            if given.differ:
                differ(name, texts[name], gold, found)
        report(part, counts)
    passages(given.data, second)
    mentions(first, second, both)
    kinds = sum(first[name]["kind"] == second[name]["kind"] for name in both)
    print(f"kind: {kinds} of {len(both)} alike")
    print(
        "kinds told apart:", Counter(tuple(sorted({first[n]["kind"], second[n]["kind"]})) for n in both).most_common(9)
    )
    return 0


def passages(data: str | None, second: dict[str, Any]) -> None:
    """Print how far two people agree on the reports in passages of which only those are marked."""
    texts, counts = marked_passages(data), []
    for line in (MARKS / "reports.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in second:
            gold = {"text": texts[row["id"]].text, "attributions": row["attributions"]}
            counts.append(counted(gold, second[row["id"]]["attributions"]))
    report(f"reports in {len(counts)} passages", counts)


def part_of(marks: list[dict[str, Any]], part: str) -> list[dict[str, Any]]:
    """The attributions of a part: turns, whole items, or all others."""
    return [one for one in marks if (one["mode"] if one["mode"] in PARTS else "reported") == part]


def differ(name: str, text: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    """Print the attributions that one marker alone has."""
    ready = [acts(text, rows, frozenset()) for rows in (gold, found)]
    pairs = matched(*ready, with_source=True)
    for number, (rows, mark) in enumerate(((gold, "-"), (found, "+"))):
        for at in sorted(set(range(len(rows))) - {pair[number] for pair in pairs}):
            words = [" || ".join(text[a:b][:90] for a, b in rows[at][role]) for role in ("source", "cue", "content")]
            print(f"  {mark} {name.rsplit('/', maxsplit=1)[-1]:<24} {' | '.join(words)}")


def mentions(first: dict[str, Any], second: dict[str, Any], both: list[str]) -> None:
    """Print exact F1 of mentions by label."""
    counts: Counter[tuple[str, str]] = Counter()
    for name in both:
        one, other = ({tuple(mention) for mention in rows[name]["mentions"]} for rows in (first, second))
        for kind, spans in (("one", one), ("other", other), ("both", one & other)):
            for _, _, label in spans:
                counts[kind, label] += 1
    labels = sorted({label for _, label in counts})
    told = [
        f"{label} {200 * counts['both', label] / (counts['one', label] + counts['other', label]):.1f}"
        for label in labels
    ]
    print(f"mentions, exact F1: {'  '.join(told)}")


if __name__ == "__main__":
    sys.exit(main())
