"""What the chain makes of a page whose truth is known: items, parts, kinds and dates.

    python bench/quality/pages.py [FILE TRUTH] [--data DIR] [--gold DIR]

FILE is a text, TRUTH a JSON file of the shape of pages/sample_truth.json (offsets in Unicode code points). Without
them the sample below DIR (or ONRECORD_DATA) is scored; `--gold` scores every X.txt of a folder that has X_truth.json
beside it. The sample is a page of en.odkb-csto.org as extracted; any page can be marked alike.
Exit status 1 when anything is wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.finders import dates
from onrecord.formats.plain import read
from onrecord.layouts.page import divide
from onrecord.tagger import tags_of
from onrecord.types import Capture, Dating, Document, Item, Reading, Sighting, SiteSlice, Span, When

EVENT_ROLES = ("happened", "spoken")


def readings_of(path: Path) -> tuple[Document, list[Reading]]:
    """The document of a file and the readings of its items with their dates."""
    capture = Capture.of(path.read_bytes())
    document = read(capture, Sighting(capture.id, path.name, path.parent.name or "folder"))
    tags = tags_of(document)
    items = divide(document, SiteSlice(), tags)
    found = [Reading(document, item, items, document.language, SiteSlice(), tags=tags) for item in items]
    return document, [reading.plus(dates.find(reading)) for reading in found]


def same(text: str, found: Span | None, start: int, end: int) -> bool:
    """Whether a span is start:end to within white space."""
    return found is not None and _bare(text, found.start, found.end) == _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def part_is_right(text: str, found: Span | None, true: dict[str, int] | None) -> bool:
    """Whether a part is where the truth has it, or absent where the truth has none."""
    return found is None if true is None else same(text, found, true["start"], true["end"])


def judge(text: str, true: dict[str, Any], reading: Reading | None) -> Iterator[tuple[str, bool]]:
    """(measure, right) for one item of the truth; `reading` is the one whose span matches, None when none does."""
    yield "span", reading is not None
    if reading is None:
        return
    item = reading.item
    yield "main", item.is_main == true["is_main"]
    for part, span in (("title", item.title), ("lead", item.lead), ("body", item.body)):
        if part in true:
            yield part, part_is_right(text, span, true[part])
    if true.get("kind"):
        yield "kind", item.kind == true["kind"]
    yield from _judge_dates(text, true, list(reading.dates()))


def _judge_dates(text: str, true: dict[str, Any], found: Sequence[Dating]) -> Iterator[tuple[str, bool]]:
    events = [one.when for one in found if one.role in EVENT_ROLES and one.when.edtf]
    for event in true.get("event_dates", []):
        if event.get("start") is None:
            yield "inferred date right or unknown", all(when.edtf == event["iso"] for when in events)
        else:
            yield "stated date", any(_is_stated(text, when, event) for when in events)
    days = {event["iso"] for event in true.get("event_dates", [])}
    yield "no date invented", all(when.edtf in days for when in events)
    published = [one.when.edtf for one in found if one.role == "published" and one.when.edtf]
    forbidden = set(true.get("published_must_not_be", []))
    truth = true.get("published")
    yield (
        "published",
        not any(day in forbidden or day[:4] in forbidden for day in published)
        and (published == [] if truth is None else published == [truth if isinstance(truth, str) else truth["iso"]]),
    )


def _is_stated(text: str, when: When, event: dict[str, Any]) -> bool:
    return when.edtf == event["iso"] and when.basis == "stated" and same(text, when.span, event["start"], event["end"])


def score(path: Path, truth_path: Path) -> Counter[str]:
    """Prints a line for each item of the truth and one for each item too many; the counts by measure."""
    document, readings = readings_of(path)
    text = document.page.content
    truth = json.loads(truth_path.read_text(encoding="utf-8"))
    total: Counter[str] = Counter()
    matched: list[Item] = []
    print(f"{path.name}: {len(readings)} items, {len(truth['items'])} in the truth")
    for true in truth["items"]:
        span = true["span"]
        reading = next((one for one in readings if same(text, one.item.span, span["start"], span["end"])), None)
        judged = list(judge(text, true, reading))
        matched += [reading.item] if reading else []
        for measure, right in judged:
            total[f"{measure} right"] += right
            total[f"{measure} n"] += 1
        wrong = [measure for measure, right in judged if not right]
        kind = reading.item.kind if reading else "-"
        verdict = f"wrong: {', '.join(wrong)}" if wrong else "right"
        print(f"  {true['id']:4} {span['start']:6}-{span['end']:<6} {kind:16} {verdict}")
    for reading in readings:
        if reading.item not in matched:
            total["items too many"] += 1
            span = reading.item.span
            print(f"  -    {span.start:6}-{span.end:<6} {reading.item.kind:16} not in the truth")
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE TRUTH")
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--gold", type=Path)
    given = parser.parse_args()
    pairs: list[tuple[Path, Path]] = []
    if len(given.files) == 2:
        pairs.append((given.files[0], given.files[1]))
    elif given.gold:
        texts = sorted(given.gold.glob("*.txt"))
        pairs += [(path, truth) for path in texts if (truth := path.with_name(f"{path.stem}_truth.json")).exists()]
    elif given.data:
        pairs.append((Path(given.data) / "pages/sample.txt", Path(given.data) / "pages/sample_truth.json"))
    if not pairs:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    total: Counter[str] = Counter()
    for path, truth in pairs:
        total.update(score(path, truth))
    measures = [name.removesuffix(" n") for name in total if name.endswith(" n")]
    print(f"{'measure':32} {'right':>6} {'of':>6}")
    for measure in measures:
        print(f"{measure:32} {total[measure + ' right']:6} {total[measure + ' n']:6}")
    print(f"{'items too many':32} {total['items too many']:6}")
    sys.exit(bool(total["items too many"] or any(total[f"{m} right"] < total[f"{m} n"] for m in measures)))


if __name__ == "__main__":
    main()
