"""Turn markers' files into stand-off marks: offsets, digests and labels, no word of the texts.

python training/marking/compile.py --texts FOLDER --check             name what cannot be read, file by file
python training/marking/compile.py --texts FOLDER --show 014          print the spans of one text
python training/marking/compile.py --data DIR --texts PARENT --gather  write training/marks/ from PARENT/batch*/

Of a text that two people marked, the marks of the one whose batch it is are the gold (training/marks/official.jsonl;
of rounds three and four, in which only reports were marked, reports.jsonl), those of the other (the neighbouring batch,
or the folder again/) stand in second.jsonl, to tell how far people agree.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from training.marking.markup import MarkupError, problems, read
from training.marking.texts import PASSAGES, ROUNDS, TWICE

GUIDE = 3
MARKS = Path(__file__).parents[1] / "marks"


def main() -> int:
    """Check, show or write; 1 when a file cannot be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", required=True, help="folder with NNN.txt and NNN.mark")
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"), help="folder of the public data")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--show", metavar="NUMBER")
    parser.add_argument("--gather", action="store_true")
    parser.add_argument("--names", action="store_true", help="add the names in PARENT/batch*/ to a round's passages")
    parser.add_argument("--round", type=int, default=1, choices=ROUNDS)
    given = parser.parse_args()
    folder = Path(given.texts)
    if given.gather:
        return gather(folder, given.data, given.round)
    if given.names:
        return names(folder, given.data, given.round)
    read_marks, failed = {}, 0
    for file in sorted(folder.glob("*.mark")):
        text = file.with_suffix(".txt").read_text(encoding="utf-8")
        try:
            marks = read(file.read_text(encoding="utf-8"), text)
        except MarkupError as error:
            print(f"{file.name}: {error}", file=sys.stderr)
            failed += 1
            continue
        read_marks[file.stem] = marks
        for problem in problems(marks, text):
            print(f"{file.name}: perhaps: {problem}", file=sys.stderr)
        if given.show == file.stem:
            show(marks, text)
    missing = len(list(folder.glob("[0-9]*.txt"))) - len(read_marks) - failed
    print(f"{len(read_marks)} read, {failed} with an error, {missing} not marked yet")
    return 1 if failed else 0


def show(marks: dict[str, Any], text: str) -> None:
    """Print every mark with its words."""
    for start, end, label in marks["mentions"]:
        print(f"  {label:6} {start:>5} {text[start:end]}")
    for at, one in enumerate(marks["attributions"], 1):
        print(f"  {at} {one['mode']}" + ("" if one["inside"] is None else f" inside {one['inside'] + 1}"))
        for role in ("source", "cue", "content"):
            print(f"     {role:7} " + " || ".join(text[start:end] for start, end in one[role]))


def gather(parent: Path, data: str | None, number: int) -> int:
    """Write the marks of all batches of a round, a line a text; those of other rounds stay."""
    from training.marking.texts import batches, chosen, split_of

    folders = sorted(parent.glob("batch*"))
    texts = chosen(data, number)
    shared = TWICE if number == 1 else 0
    owners = {
        place: at
        for at, batch in enumerate(batches(texts, len(folders), shared))
        for place, _ in batch[: len(batch) - shared]
    }
    gold = "reports" if number in PASSAGES else "official"
    rows: dict[str, list[str]] = {gold: [], "second": []}
    for place, one in enumerate(texts):
        markings = {at: folder / f"{place:03}.mark" for at, folder in enumerate([*folders, parent / "again"])}
        twice = sum(file.with_suffix(".txt").exists() for file in markings.values()) > 1
        for at, file in markings.items():
            if file.exists():
                marks = read(file.read_text(encoding="utf-8"), one.text[: one.zone])
                split = split_of(one.id, twice=twice)
                head = {"id": one.id, "sha256": one.sha256, "zone": one.zone, "guide": GUIDE, "split": split}
                head |= {"marker": f"marker {at + 1} of round {number}"}
                row = head | ({"attributions": marks["attributions"]} if number in PASSAGES else marks)
                rows[gold if owners[place] == at else "second"].append(json.dumps(row, ensure_ascii=False))
    MARKS.mkdir(exist_ok=True)
    own = {one.id for one in texts}
    for name, lines in rows.items():
        file = MARKS / f"{name}.jsonl"
        kept = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        lines[:0] = [line for line in kept if json.loads(line)["id"] not in own]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{file}: {len(lines)} texts")
    return 0


def names(parent: Path, data: str | None, number: int) -> int:
    """Write the names that were marked later in passages of a round into their rows."""
    from training.marking.texts import chosen

    marked = {}
    for place, one in enumerate(chosen(data, number)):
        for file in parent.glob(f"batch*/{place:03}.mark"):
            marked[one.id] = read(file.read_text(encoding="utf-8"), one.text)["mentions"]
    file = MARKS / "reports.jsonl"
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    rows = [row | ({"mentions": marked[row["id"]]} if row["id"] in marked else {}) for row in rows]
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8")
    print(f"{file}: {len(marked)} passages with names")
    return 0


if __name__ == "__main__":
    sys.exit(main())
