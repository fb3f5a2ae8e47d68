"""Score an exported model through onrecord.tagger: every head on the dev files, and against another export (fp32).

    python training/evaluate.py --artefact FOLDER [--data DIR] [--beside FOLDER] [--threads 2]

Spans are joined by the program's own linker; no rule helps. bench/quality/ measures the whole program.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.quality.attribution import counted, report
from bench.quality.quotes import lines_of
from onrecord.finders.links import linked
from onrecord.tagger.labels import EVENTS
from onrecord.tagger.session import Model
from onrecord.types import Tag
from training.prepare import MARKS, REPORT_MARKS, tagged

# The first pieces of a text, by which its kind is judged, are about so many letters.
KIND_LETTERS = 550


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--artefact", type=Path, required=True)
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"), help="folder of the public data")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    if not given.data:
        print("needs --data or ONRECORD_DATA: see training/prepare.py", file=sys.stderr)
        return 2
    for folder in (given.artefact, given.beside):
        if folder:
            print(f"== {folder}")
            evaluate(Model(folder, given.threads), Path(given.data))
    return 0


def evaluate(model: Model, data: Path) -> None:
    """Print what the model's heads find on the dev files."""
    began, letters = time.process_time(), 0
    articles = list(lines_of(data / "attribution/dev.jsonl.gz"))
    counts = []
    for one in articles:
        counts.append(counted(one, rows_of(one["text"], model)))
        letters += len(one["text"])
    print(f"{letters / (time.process_time() - began):.0f} code points a CPU-second, scoring included")
    report("newspapers, dev", counts)
    file = data / "mentions/en/eww.dev.jsonl"
    texts = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    names("eww dev", ((row["text"], row["mentions"], model.tag(row["text"])["mentions"]) for row in texts))
    if MARKS.is_file():
        official(model, data)
        passages(model, data)
    events(data / "events/plover_gsr_dev.jsonl", model)


def official(model: Model, data: Path, split: str = "dev") -> None:
    """The same on our own marks of official statements."""
    from training.marking.texts import marked

    texts = marked(str(data))
    rows = [json.loads(line) for line in MARKS.read_text(encoding="utf-8").splitlines()]
    counts, found, offices, kinds = [], [], [], 0
    for row in (row for row in rows if row["split"] == split):
        text = texts[row["id"]].text[: row["zone"]]
        tags = model.tag(text)
        counts.append(counted({"text": text, "attributions": tagged(row["attributions"])}, rows_of(text, model)))
        kinds += (
            max((judged := model.judge(text[:KIND_LETTERS], "kinds")), key=lambda kind: judged[kind]) == row["kind"]
        )
        held = [mention for mention in row["mentions"] if mention[2] != "OFFICE"]
        office = [mention for mention in row["mentions"] if mention[2] == "OFFICE"]
        kept = [tag for tag in tags["mentions"] if tag.label != "DATE" and not _inside(tag, office)]
        found.append((text, held, kept))
        offices.append((text, office, tags["offices"]))
    report(f"official, {split}", counts)
    names(f"official {split}", found)
    names(f"offices {split}", offices)
    print(f"kinds by the model alone: {kinds} of {len(counts)}")


def passages(model: Model, data: Path, split: str = "dev") -> None:
    """The same on passages of official statements, in which only reports are marked."""
    from training.marking.texts import marked_passages

    texts, counts = marked_passages(str(data)), []
    for row in map(json.loads, REPORT_MARKS.read_text(encoding="utf-8").splitlines()):
        if row["split"] == split:
            text = texts[row["id"]].text
            counts.append(counted({"text": text, "attributions": tagged(row["attributions"])}, rows_of(text, model)))
    report(f"passages, {split}", counts)


def events(file: Path, model: Model) -> None:
    """Print how many gold sentences are judged to tell of their kind of event; each of them tells of one."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    right = 0
    for row in rows:
        chances = model.judge(row["text"], "events")
        right += max(EVENTS[:-1], key=lambda kind: chances[kind]) == row["event"]
    print(f"events: {right} of {len(rows)}")


def _inside(tag: Tag, offices: Sequence[Sequence[Any]]) -> bool:
    return any(start <= tag.start and tag.end <= end for start, end, _ in offices)


def rows_of(text: str, model: Model) -> list[dict[str, Any]]:
    """The attributions that the model and the linker find, in the shape of the gold."""
    return [
        {
            "source": [[one.source.start, one.source.end]] if one.source else [],
            "cue": [[one.cue.start, one.cue.end]],
            "content": [[part.start, part.end] for part in one.content],
        }
        for one in linked(text, model.tag(text)["attribution"])
    ]


def names(title: str, texts: Iterable[tuple[str, Sequence[Sequence[Any]], Sequence[Tag]]]) -> None:
    """Print exact F1 of labelled spans, by label and together."""
    counts: dict[str, Counter[str]] = {}
    for _, gold, found in texts:
        marked = {(start, end, label) for start, end, label in gold}
        told = {(tag.start, tag.end, tag.label) for tag in found}
        for name, spans in (("gold", marked), ("found", told), ("hit", marked & told)):
            for _, _, label in spans:
                counts.setdefault(label, Counter())[name] += 1
                counts.setdefault("micro", Counter())[name] += 1
    line = "  ".join(
        f"{label} {200 * count['hit'] / max(1, count['gold'] + count['found']):.1f}"
        for label, count in sorted(counts.items(), key=lambda pair: pair[0] != "micro")
    )
    print(f"{title}: exact F1 {line}")


if __name__ == "__main__":
    sys.exit(main())
