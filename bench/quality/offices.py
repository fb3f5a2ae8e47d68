"""Offices in official statements: the whole title beside or in place of a name, through the whole program.

    python bench/quality/offices.py [--data DIR] [--gold FILE] [--split test] [--no-model]

Prints precision, recall and F1, exact and by overlap. The marks are ours (training/marks/); --gold takes a file of
other texts: one JSON object a line with id, text and mentions [[start, end, "OFFICE"]].
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.quality.mentions import hits, ours, scored, trimmed
from bench.quality.official import texts
from onrecord.settings import read_settings


def main() -> int:
    """Print both tables; 2 when the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--split", choices=("train", "dev", "test"), default="test")
    parser.add_argument("--no-model", action="store_true")
    given = parser.parse_args()
    settings = read_settings({"model": not given.no_model}, environ={})
    if given.gold:
        lines = given.gold.read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines if line.strip()]
    else:
        rows = texts(given.data, given.split)
    exact, relaxed = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for row in rows:
        gold = {span for one in row["mentions"] if (span := trimmed(row["text"], one))[2] == "OFFICE"}
        found = {span for span in ours(row["text"], settings) if span[2] == "OFFICE"}
        for counts, is_relaxed in ((exact, False), (relaxed, True)):
            counts["gold", "OFFICE"] += len(gold)
            counts["found", "OFFICE"] += len(found)
            counts["hit", "OFFICE"] += hits(gold, found, relaxed=is_relaxed)["OFFICE"]
    for name, counts in (("exact", exact), ("overlap", relaxed)):
        print(f"{name}, {len(rows)} texts")
        scored(counts, ["OFFICE"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
