"""Names in texts: persons, organisations, places, groups and dates, through the whole program.

    python bench/quality/mentions.py [--data DIR] [--language en|ru] [--gold FILE] [--relaxed] [--no-model]

Prints precision, recall and F1 of each label and of all together (micro), exact: both ends and the label. With
--relaxed spans of one label need to overlap only, one to one. Labels that a text was not annotated for are left out of
it. Exits 1 when a figure falls below bench/quality/floors.json.

--language  ru: DIR/mentions/ru/nerel.dev.jsonl instead of DIR/mentions/en/eww.dev.jsonl; needs the extra "ru"
--gold      another file of the same shape: one JSON object a line with id, text, mentions [[start, end, label]], labels
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.quality.attribution import read_plain
from bench.quality.quotes import held
from onrecord.settings import Settings, read_settings
from onrecord.tagger import extra_for
from onrecord.types import MentionKind

ORIGIN = """\
needs the folder of public data (--data or ONRECORD_DATA), or --gold with a file of that shape:
  mentions/en/eww.dev.jsonl    stanfordnlp/en-worldwide-newswire @ e082527b
  mentions/ru/nerel.dev.jsonl  nerel-ds/NEREL @ 8f07d3e4"""
GOLD = {"en": "mentions/en/eww.dev.jsonl", "ru": "mentions/ru/nerel.dev.jsonl"}
LABELS: dict[MentionKind, str] = {
    "person": "PER",
    "organisation": "ORG",
    "place": "LOC",
    "state": "LOC",
    "group": "NORP",
    "date": "DATE",
    "office": "OFFICE",
}
Spans = set[tuple[int, int, str]]


def ours(text: str, settings: Settings) -> Spans:
    """The mentions that the program finds in a text."""
    items = read_plain(text, settings)
    found = [mention for item in items for mention in item.reading.mentions() if mention.kind in LABELS]
    return {(mention.span.start, mention.span.end, LABELS[mention.kind]) for mention in found}


def trimmed(text: str, mention: Sequence[Any]) -> tuple[int, int, str]:
    """A gold mention without white space at its ends."""
    start, end, label = mention
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()), label


def hits(gold: Spans, found: Spans, *, relaxed: bool) -> Counter[str]:
    """How many found mentions of each label are right, one to one."""
    if not relaxed:
        return Counter(label for _, _, label in gold & found)
    left, right = sorted(gold), Counter[str]()
    for start, end, label in sorted(found):
        same = [one for one in left if one[2] == label and one[0] < end and start < one[1]]
        if same:
            left.remove(max(same, key=lambda one: min(one[1], end) - max(one[0], start)))
            right[label] += 1
    return right


def scored(counts: Counter[tuple[str, str]], labels: Sequence[str]) -> dict[str, float]:
    """Print a line a label; F1 by label, in per cent."""
    figures: dict[str, float] = {}
    print(f"{'label':<8}{'P':>6}{'R':>7}{'F1':>7}{'hits':>8}{'found':>8}{'marked':>8}")
    for label in ("micro", *labels):
        chosen = labels if label == "micro" else (label,)
        hit, found, gold = (sum(counts[kind, one] for one in chosen) for kind in ("hit", "found", "gold"))
        figures[label] = 200 * hit / (found + gold) if found + gold else 100.0
        share = (100 * hit / max(found, 1), 100 * hit / max(gold, 1))
        print(f"{label:<8}{share[0]:6.1f}{share[1]:7.1f}{figures[label]:7.1f}{hit:8}{found:8}{gold:8}")
    return figures


def main() -> int:
    """Print the table; 1 when a figure is below its floor, 2 when the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--language", choices=GOLD, default="en")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--relaxed", action="store_true")
    parser.add_argument("--no-model", action="store_true")
    given = parser.parse_args()
    gold = given.gold or (Path(given.data) / GOLD[given.language] if given.data else None)
    if gold is None or not gold.is_file():
        print(ORIGIN, file=sys.stderr)
        return 2
    if given.language == "ru" and not (given.no_model or extra_for("ru")):
        print("names of Russian texts need the extra: pip install 'onrecord[ru]', or give --no-model", file=sys.stderr)
        return 2
    settings = read_settings({"model": not given.no_model}, environ={})
    counts: Counter[tuple[str, str]] = Counter()
    labels: set[str] = set()
    began = time.process_time()
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    for row in rows:
        known = set(row["labels"])
        labels |= known
        marked = {span for one in row["mentions"] if (span := trimmed(row["text"], one))[2] in known}
        found = {span for span in ours(row["text"], settings) if span[2] in known}
        for kind, spans in (("gold", marked), ("found", found)):
            counts.update((kind, label) for _, _, label in spans)
        for label, number in hits(marked, found, relaxed=given.relaxed).items():
            counts["hit", label] += number
    figures = scored(counts, sorted(labels))
    print(f"{len(rows)} texts, {(time.process_time() - began) / len(rows):.3f} CPU-seconds each")
    part = "mentions" + (" ru" if given.language == "ru" else "") + (" relaxed" if given.relaxed else "")
    return held(figures, part) if given.gold is None and not given.no_model else 0


if __name__ == "__main__":
    sys.exit(main())
