"""What the program finds in official statements that we marked: reports, nested ones, whole items, turns, names, kinds.

    python bench/quality/official.py [--data DIR] [--split test] [--no-model] [--out FILE]

Marks stand in training/marks/ (offsets only), the texts in DIR; of a long text the marked part is read. Beside the
program stands how far a second person agreed, where the texts of the split were marked twice. Nested reports are those
inside another report or a turn; passages are stretches with many reports, in which only those are marked. Exits 1
when a figure falls below bench/quality/floors.json.
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

from bench.quality.attribution import counted, read_plain, report
from bench.quality.attribution import ours as attributions_of
from bench.quality.mentions import hits, scored
from bench.quality.mentions import ours as mentions_of
from bench.quality.quotes import held
from onrecord.settings import Settings, read_settings
from training.marking.agree import PARTS, part_of
from training.marking.texts import marked, marked_passages

MARKS = Path(__file__).parents[2] / "training/marks/official.jsonl"
PASSAGES = MARKS.with_name("reports.jsonl")
LABELS = ("LOC", "NORP", "OFFICE", "ORG", "PER")


def texts(data: str | None, split: str, file: Path = MARKS) -> list[dict[str, Any]]:
    """The marked texts of a split, with their words; of PASSAGES the passages."""
    known = marked(data) if file == MARKS else marked_passages(data)
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        if known[row["id"]].sha256 != row["sha256"]:
            sys.exit(f"{row['id']} differs from the text that was marked")
        row["text"] = known[row["id"]].text[: row["zone"]]
    return [row for row in rows if row["split"] == split]


def compared(rows: list[dict[str, Any]], found: dict[str, list[dict[str, Any]]], name: str) -> dict[str, float]:
    """Print the lines of every part; the figures."""
    figures: dict[str, float] = {}
    rows = [row for row in rows if row["id"] in found]
    for part in ("all", *PARTS, "nested"):
        counts = [
            counted({**row, "attributions": some(row["attributions"], part)}, some(found[row["id"]], part))
            for row in rows
        ]
        if any(one["gold"] for one in counts):
            figures |= {f"{part} {key}": value for key, value in report(f"{name}: {part}", counts).items()}
    return figures


def passages(data: str | None, split: str, settings: Settings) -> dict[str, float]:
    """Print how many of the reports are found in passages that hold many; the figures."""
    rows = texts(data, split, PASSAGES)
    second = MARKS.with_name("second.jsonl").read_text(encoding="utf-8").splitlines()
    people = {row["id"]: row["attributions"] for row in map(json.loads, second)}
    print(f"{len(rows)} passages of the {split} split")
    told = report(
        "onrecord: passages", [counted(row, some(attributions_of(row, settings), "reported")) for row in rows]
    )
    again = [counted(row, people[row["id"]]) for row in rows if row["id"] in people]
    if again:
        report("people: passages", again)
    return {f"passages {key}": value for key, value in told.items()}


def some(attributions: list[dict[str, Any]], part: str) -> list[dict[str, Any]]:
    """The attributions of a part."""
    if part == "all":
        return attributions
    if part == "nested":
        flat = [one for one in attributions if one["mode"] != "whole_item"]
        return [one for one in flat if any(_holds(other, one) for other in flat if other is not one)]
    return part_of(attributions, part)


def _holds(outer: dict[str, Any], inner: dict[str, Any]) -> bool:
    """Whether all words of an attribution lie in the content of another one."""
    parts = [*inner["source"], *inner["cue"], *inner["content"]]
    return all(any(a <= start and end <= b for a, b in outer["content"]) for start, end in parts)


def kinds(rows: list[dict[str, Any]], settings: Settings) -> dict[str, float]:
    """Print how many main items have the kind that was marked."""
    right, missed = 0, Counter[tuple[str, str]]()
    for row in rows:
        items = [item.reading.item for item in read_plain(row["text"], settings)]
        kind = next((item.kind for item in items if item.is_main), "(none)")
        right += kind == row["kind"]
        missed[row["kind"], kind] += kind != row["kind"]
    told = ", ".join(f"{marked} read as {kind} {count}" for (marked, kind), count in missed.most_common(6) if count)
    print(f"kinds: {right} of {len(rows)}" + (f"; {told}" if told else ""))
    return {"kinds": 100 * right / max(1, len(rows))}


def names(rows: list[dict[str, Any]], settings: Settings) -> dict[str, float]:
    """Print exact F1 of mentions."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        marked = {(start, end, label) for start, end, label in row["mentions"]}
        found = {span for span in mentions_of(row["text"], settings) if span[2] in LABELS}
        for kind, spans in (("gold", marked), ("found", found)):
            counts.update((kind, label) for _, _, label in spans)
        for label, number in hits(marked, found, relaxed=False).items():
            counts["hit", label] += number
    return scored(counts, LABELS)


def main() -> int:
    """Print the tables; 1 when a figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--split", choices=("train", "dev", "test"), default="test")
    parser.add_argument("--no-model", action="store_true")
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    settings = read_settings({"model": not given.no_model}, environ={})
    rows = texts(given.data, given.split)
    found = {row["id"]: attributions_of(row, settings) for row in rows}
    if given.out:
        lines = [json.dumps({"id": row["id"], "gold": row["attributions"], "found": found[row["id"]]}) for row in rows]
        given.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} texts of the {given.split} split")
    print(f"{'part':<26}{'measure':<13}{'P':>6}{'R':>7}{'F1':>7}  95 %")
    figures = compared(rows, found, "onrecord")
    second = MARKS.with_name("second.jsonl").read_text(encoding="utf-8").splitlines()
    compared(rows, {row["id"]: row["attributions"] for row in map(json.loads, second)}, "people")
    figures |= passages(given.data, given.split, settings)
    figures |= kinds(rows, settings)
    figures |= names(rows, settings)
    floored = given.split == "test" and not given.no_model
    return held(figures, "official") if floored else 0


if __name__ == "__main__":
    sys.exit(main())
