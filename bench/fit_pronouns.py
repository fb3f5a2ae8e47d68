"""What the cues of whom "he" and "she" mean weigh: the table of src/onrecord/resolve/pronouns.py.

    python bench/fit_pronouns.py --data DIR

Fitted on our marks of pronouns (bench/marks/pronouns.jsonl, CC0: 1,261 pronouns of 100 texts of PolNeAR,
attribution/train.jsonl.gz, and of official corpora); three quarters of the texts are fitted on, and on the others the
sweep of SURE is printed. A log-linear choice among the candidates of each pronoun, with a ridge; a candidate's cues
depend on how the pronouns before were bound, so it is fitted twice, the second time with the bindings of the first.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.official import officials
from bench.quality.attribution import read_plain
from onrecord.languages.en import EN
from onrecord.resolve.people import Walk, fits, tokens_of
from onrecord.resolve.pronouns import Candidate, chances, cues
from onrecord.settings import read_settings
from onrecord.types import Reading

MARKS = Path(__file__).parent / "marks" / "pronouns.jsonl"
RIDGE, STEPS, RATE = 2.0, 3000, 0.5


@dataclass
class Asked:
    """A pronoun with the cues of each candidate, and which of them is right (None: none of them)."""

    cues: list[list[str]]
    right: int | None


def texts(data: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Each row of marks with its text."""
    rows = {row["id"]: row for row in map(json.loads, MARKS.read_text(encoding="utf-8").splitlines())}
    known = {one.id: one.plain for one in officials(data).values() if one.id in rows}
    with gzip.open(Path(data) / "attribution/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        known |= {row["id"]: row["text"] for row in map(json.loads, lines) if row["id"] in rows}
    for name, row in rows.items():
        text = known[name][: row["characters"]]
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            sys.exit(f"{name} differs from the text that was marked")
        yield row, text


def asked(reading: Reading, marks: Mapping[int, Any], weights: Mapping[str, float] | None) -> Iterator[Asked]:
    """The pronouns of an item; they are bound as marked, or with weights as those say."""
    walk = Walk(reading)
    for pronoun in walk.pronouns():
        gold = marks.get(pronoun.span.start)
        right = next((at for at, one in enumerate(pronoun.candidates) if is_named(one, gold)), None)
        yield Asked([list(cues(pronoun, one)) for one in pronoun.candidates], right)
        if weights is not None:
            walk.bind(pronoun.span, chances(pronoun, weights)[0][1])
        elif right is not None:
            walk.bind(pronoun.span, pronoun.candidates[right])


def is_named(one: Candidate, gold: Sequence[str] | None) -> bool:
    """Whether a candidate bears the marked name, given as its parts; another item may write it in full."""
    return gold is not None and fits(gold, one.tokens)


def fit(rows: list[Asked]) -> dict[str, float]:
    """Weights of the cues: the log-likelihood of the right candidates, less a ridge, climbed by its gradient."""
    names = sorted({cue for row in rows for heard in row.cues for cue in heard})
    tables = [
        np.array([[float(name in heard) for name in names] for heard in row.cues])
        for row in rows
        if row.right is not None
    ]
    rights = [row.right for row in rows if row.right is not None]
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        slope = -RIDGE * weights
        for table, right in zip(tables, rights, strict=True):
            raised = np.exp(table @ weights - (table @ weights).max())
            slope += table[right] - raised / raised.sum() @ table
        weights += RATE * slope / len(tables)
        if np.abs(slope).max() < 0.05:
            break
    return {name: round(float(value), 2) for name, value in zip(names, weights, strict=True)}


def sweep(rows: list[tuple[float, bool, bool]]) -> None:
    """Print for each threshold which share is bound rightly, bound wrongly, and bound to somebody where nobody is."""
    named, nobody = [row for row in rows if row[2]], [row for row in rows if not row[2]]
    print(f"{'SURE':>5} {'right':>7} {'wrong':>7} {'precision':>10}   of {len(named)}; of {len(nobody)} without a name")
    for least in np.arange(0.0, 1.0, 0.1):
        bound = [row for row in named if row[0] >= least]
        right = sum(row[1] for row in bound)
        false = sum(row[0] >= least for row in nobody)
        print(
            f"{least:5.1f} {100 * right / len(named):7.1f} {100 * (len(bound) - right) / len(named):7.1f}"
            f" {100 * right / max(1, len(bound)):10.1f}   {false}"
        )


def judged(
    reading: Reading, marks: Mapping[int, Any], weights: Mapping[str, float], sure: float
) -> Iterator[tuple[float, bool, bool]]:
    """For each marked pronoun: how likely the best candidate is, whether it is right, whether it has a name."""
    walk = Walk(reading)
    found = {}
    for pronoun in walk.pronouns():
        chance, best = chances(pronoun, weights)[0]
        found[pronoun.span.start] = chance, best
        if chance >= sure:
            walk.bind(pronoun.span, best)
    for at, gold in marks.items():
        if at in {span.start for span in walk.of} - set(found):
            who = next(one for span, one in walk.of.items() if span.start == at)
            found[at] = 1.0, who
        if reading.item.span.start <= at < reading.item.span.end:
            chance, who = found.get(at, (-1.0, None))
            yield chance, who is not None and is_named(who, gold), gold is not None


def main() -> int:
    """Print the table and the sweep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"), help="folder of the public data")
    given = parser.parse_args()
    if not given.data:
        print(__doc__, file=sys.stderr)
        return 2
    settings = read_settings({}, environ={})
    pages = []
    for row, text in texts(given.data):
        marks = {start: name and tokens_of(text[slice(*name)], EN) for start, _, name in row["pronouns"]}
        readings = [item.reading for item in read_plain(text, settings)]
        pages.append((readings, marks, int(row["sha256"], 16) % 4 > 0))
    weights: dict[str, float] | None = None
    for _ in range(2):
        rows = [
            one for readings, marks, fitted in pages if fitted for it in readings for one in asked(it, marks, weights)
        ]
        weights = fit(rows)
    assert weights is not None
    print("WEIGHTS =", json.dumps(weights, indent=4))
    for least in (0.0, 0.5):
        sweep([
            one
            for readings, marks, fitted in pages
            if not fitted
            for it in readings
            for one in judged(it, marks, weights, least)
        ])  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
