"""natasha's network alone beside ours on Russian texts: names of persons, places and organisations.

    python bench/peers/russian.py --data DIR

Needs the extra "ru" (pip install 'onrecord[ru]'). DIR (or ONRECORD_DATA) holds mentions/ru/nerel.dev.jsonl
(nerel-ds/NEREL @ 8f07d3e4) and factrueval.dev.jsonl (dialogue-evaluation/factRuEval-2016 @ dfe96237). `network` is
slovnet read paragraph by paragraph, as its documentation shows; `onrecord` is the whole program. F1 in per cent, exact
and by overlap.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.quality.mentions import Spans, hits, ours, trimmed
from onrecord.errors import MissingExtra
from onrecord.settings import read_settings
from onrecord.tagger import russian

LABELS = ("PER", "LOC", "ORG")
FILES = ("nerel.dev", "factrueval.dev")
PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")


def network(text: str) -> Spans:
    """The names that slovnet's network finds by itself."""
    found: Spans = set()
    for part in PARAGRAPH.finditer(text):
        for span in russian.load()._network(part.group()).spans:
            found.add((part.start() + span.start, part.start() + span.stop, str(span.type)))
    return found


def main() -> int:
    """Print the table; 2 when the data or the extra is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    given = parser.parse_args()
    folder = Path(given.data or "") / "mentions/ru"
    try:
        russian.folder()
    except MissingExtra as error:
        print(error, file=sys.stderr)
        return 2
    if not folder.is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    settings = read_settings({"model": True}, environ={})
    print(f"{'file':<18}{'system':<10}" + "".join(f"{label + ' (overlap)':>18}" for label in LABELS))
    for name in FILES:
        rows = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        for system in ("network", "onrecord"):
            counts: Counter[tuple[str, str]] = Counter()
            for row in rows:
                gold = {span for one in row["mentions"] if (span := trimmed(row["text"], one))[2] in LABELS}
                found = network(row["text"]) if system == "network" else ours(row["text"], settings)
                found = {span for span in found if span[2] in LABELS}
                for relaxed, way in ((False, "exact"), (True, "overlap")):
                    counts.update({(way, label): count for label, count in hits(gold, found, relaxed=relaxed).items()})
                for spans, way in ((gold, "gold"), (found, "found")):
                    counts.update((way, label) for _, _, label in spans)
            cells = ""
            for label in LABELS:
                both = max(1, counts["gold", label] + counts["found", label])
                exact, overlap = (200 * counts[way, label] / both for way in ("exact", "overlap"))
                cells += f"{f'{exact:.1f} ({overlap:.1f})':>18}"
            print(f"{name:<18}{system:<10}{cells}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
