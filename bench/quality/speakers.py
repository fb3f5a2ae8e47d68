"""Speakers, issuers and places of official texts, against what people marked.

    python bench/quality/speakers.py [--data DIR] [--gold FILE] [--half report|learn] [--show]

A speaker is right when its name is the marked one, or its last word alone where a label has no more ("MR LUND" for Ivo
Lund), and wrong otherwise; of right speakers with a marked office, `office` counts those found with that office or a
part of it. A wrong speaker is worse than one missing, so precision stands first. Texts and halves as in kinds.py.
Exits 1 below bench/quality/floors.json.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.data import data_argument
from bench.official import marked_readings, marks
from onrecord.types import Reading

FLOORS = Path(__file__).with_name("floors.json")
GROUP = {"joint_statement", "communique"}  # whether the group or the office that hands it out issues them is open


def folded(words: str | None) -> list[str]:
    """The words, case-folded, without punctuation at their ends."""
    return [word.strip(".,’'").casefold() for word in (words or "").split()]


def same_name(found: str, true: str) -> bool:
    """Whether two forms name one person: all words, or the last one and no word that the other lacks."""
    here, there = folded(found), folded(true)
    return bool(here) and (here == there or (here[-1] == there[-1] and set(here) <= set(there)))


def same_phrase(found: str | None, true: str) -> bool:
    """Whether one phrase is the other or the beginning or a part of it."""
    here, there = " ".join(folded(found)), " ".join(folded(true))
    return bool(here) and (here in there or there in here)


def words(text: str, span: Sequence[int] | None) -> str:
    """What a mark marks; "" for no mark."""
    return text[span[0] : span[1]] if span else ""


def judge(row: dict, text: str, reading: Reading | None, counts: Counter[str]) -> list[str]:  # type: ignore[type-arg]
    """Count one text; what was wrong, one line each."""
    said = []
    parties = list(reading.parties()) if reading else []
    found = [one for one in parties if one.role == "speaker" and one.name]
    left = [(words(text, name), words(text, office)) for name, office in row["speakers"]]
    counts["speaker marked"] += len(left)
    counts["speaker found"] += len(found)
    for one in found:
        hit = next((pair for pair in left if same_name(one.name or "", pair[0])), None)
        if hit is None:
            said.append(f"wrong speaker: {one.name}, {one.office} ({one.why})")
            continue
        left.remove(hit)
        counts["speaker right"] += 1
        counts["office marked"] += bool(hit[1])
        counts["office right"] += bool(hit[1]) and same_phrase(one.office, hit[1])
        if hit[1] and not same_phrase(one.office, hit[1]):
            said.append(f"office: {one.office} for {hit[1]}")
    said += [f"missing speaker: {name}" for name, _ in left]
    for role in ("issuer", "place"):
        if role == "issuer" and GROUP & set(row["kinds"]):
            continue
        true = words(text, row[role])
        names = [one.name or one.office or one.body for one in parties if one.role == role]
        counts[f"{role} marked"] += bool(true)
        counts[f"{role} found"] += bool(names)
        counts[f"{role} right"] += bool(true and names) and same_phrase(names[0], true)
        if (true or names) and not (true and names and same_phrase(names[0], true)):
            said.append(f"{role}: {names} for {true or None}")
    return said


def main() -> int:
    """Print one table; 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    data_argument(parser)
    parser.add_argument("--gold", help="a file of marks")
    parser.add_argument("--half", choices=("learn", "report"), default="report")
    parser.add_argument("--show", action="store_true", help="say what is wrong in which text")
    given = parser.parse_args()
    rows = [row for row in marks(given.gold) if given.gold or row["half"] == given.half]
    counts: dict[str, Counter[str]] = {"plain": Counter(), "html": Counter()}
    for row, text, form, reading in marked_readings(rows, given.data):
        for line in judge(row, text, reading, counts[form]):
            if given.show:
                print(f"{form}  {row['id']}  {reading.item.kind if reading else ''}  {line}")
    scores = {}
    for form, of in counts.items():
        for role in ("speaker", "issuer", "place"):
            precision = of[f"{role} right"] / max(1, of[f"{role} found"])
            recall = of[f"{role} right"] / max(1, of[f"{role} marked"])
            scores |= {f"{form} {role} precision": precision, f"{form} {role} recall": recall}
            n = f"{of[f'{role} right']} right, {of[f'{role} found']} found, {of[f'{role} marked']} marked"
            print(f"{form:5} {role:8} precision {precision:.3f}  recall {recall:.3f}  {n}")
        print(f"{form:5} office   {of['office right']} of {of['office marked']}")
    floors = json.loads(FLOORS.read_text(encoding="utf-8")).get("speakers", {})
    low = [name for name, floor in floors.items() if scores.get(name, 1.0) < floor]
    if low and not given.gold and given.half == "report":
        print(f"below the floor: {', '.join(low)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
