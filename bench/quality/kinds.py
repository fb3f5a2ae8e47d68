"""Kinds and titles of official texts, against what people marked.

    python bench/quality/kinds.py [--data DIR] [--gold FILE] [--half report|learn] [--show]

Texts are read twice, as plain text and as a page of a site. A mark gives the kinds that fit, best first: `kind` counts
the first, `fits` any of them. `title` asks whether the title found is the one the source gives (texts that have one).
Rules are made on the half "learn"; "report" prints numbers only. Exits 1 below bench/quality/floors.json.

--gold  a JSON list of marks like those of bench/marks/official.json, which may hold each text itself as "text"
--show  name the texts that are wrong (not for the half that is reported)
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.data import data_argument
from bench.official import marked_readings, marks

FLOORS = Path(__file__).with_name("floors.json")


def main() -> int:
    """Print one table; 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    data_argument(parser)
    parser.add_argument("--gold", help="a file of marks")
    parser.add_argument("--half", choices=("learn", "report"), default="report")
    parser.add_argument("--show", action="store_true", help="name the texts that are wrong")
    given = parser.parse_args()
    rows = [row for row in marks(given.gold) if given.gold or row["half"] == given.half]
    right: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    missed: Counter[tuple[str, str]] = Counter()
    for row, text, form, reading in marked_readings(rows, given.data):
        kind = reading.item.kind if reading else "(no item)"
        texts[form] += 1
        right[f"{form} kind"] += kind == row["kinds"][0]
        right[f"{form} fits"] += kind in row["kinds"]
        if kind not in row["kinds"]:
            missed[row["kinds"][0], kind] += 1
            if given.show:
                print(f"{form}  {row['id']}  {row['kinds'][0]} read as {kind}")
        if row.get("id", "").startswith(("feed", "official")):
            title = reading.document.page.words(reading.item.title) if reading and reading.item.title else ""
            texts[f"{form} titled"] += 1
            right[f"{form} title"] += title.split() == text.split("\n", 1)[0].split()
    scores = {}
    for form in ("plain", "html"):
        for measure in ("kind", "fits", "title"):
            name, n = f"{form} {measure}", texts[f"{form} titled" if measure == "title" else form]
            if n:
                scores[name] = right[name] / n
                print(f"{name:12} {right[name]:4} of {n:4}  {scores[name]:.3f}")
    for (true, found), count in missed.most_common():
        print(f"{count:4}  {true} read as {found}")
    floors = json.loads(FLOORS.read_text(encoding="utf-8")).get("kinds", {})
    low = [name for name, floor in floors.items() if scores.get(name, 1.0) < floor]
    if low and not given.gold and given.half == "report":
        print(f"below the floor: {', '.join(low)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
