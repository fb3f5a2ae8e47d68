"""Whether `score` means something: how often what the program is so sure of is right, through the whole program.

    python bench/quality/calibration.py --data DIR [--write docs/reference/accuracy.md]

Two tables. *dev, apart*: curves found on four fifths of the dev texts and measured on the last, five times;
*official test*: the shipped curves on texts on which nothing was found or chosen. An attribution is right when
its content overlaps the gold's by half and the sources meet; a mention when both ends and the label are exact.
`error` is the expected calibration error: over ten groups of equal size by score the mean distance of score and share
of right ones, with its 95 % interval (bootstrap over texts, seed 1). Exits 1 when in the dev table an error of a kind
with 200 cases and more is above 0.05; the test table is small and told only.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.quality.attribution import acts, matched, read_plain
from bench.quality.mentions import LABELS
from bench.quality.official import PASSAGES
from bench.quality.official import texts as official_texts
from bench.quality.quotes import lines_of
from onrecord.settings import Settings, read_settings
from onrecord.tagger import load
from onrecord.types.tags import Curve, Tags

GROUPS, RESAMPLES = 10, 400
MOST, FEWEST = 0.05, 200
# Kinds of things that have a score, and how the rows name them.
ATTRIBUTIONS = {"reports": "reports", "quotes": "quotes", "speakers": "whole_items", "turns": "turns"}
BEGIN, END = "<!-- calibration begins -->", "<!-- calibration ends -->"
IDENTITY: Curve = ((0.0, 0.0), (1.0, 1.0))


@dataclass(frozen=True, slots=True)
class Case:
    """A thing that the program found: of which text and kind, how sure it was, and whether it is right."""

    text: str
    kind: str
    said: float
    right: bool


class Everything(dict[str, Curve]):
    """Curves that leave what the model said as it is, whatever the kind."""

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ARG002
        """The identity."""
        return IDENTITY


def dev_cases(data: Path, settings: Settings) -> Iterator[Case]:
    """What is found in the dev texts: newspapers, official statements and passages of them, newswire's names."""
    for row in lines_of(data / "attribution/dev.jsonl.gz"):
        yield from attribution_cases(row, settings, whole=False)
    for row in official_texts(str(data), "dev"):
        yield from attribution_cases(row, settings, whole=True)
        yield from mention_cases(row, settings)
    for row in official_texts(str(data), "dev", PASSAGES):
        yield from attribution_cases(row, settings, whole=False)
    for line in (data / "mentions/en/eww.dev.jsonl").read_text(encoding="utf-8").splitlines():
        yield from mention_cases(json.loads(line), settings)


def attribution_cases(row: dict[str, Any], settings: Settings, *, whole: bool) -> Iterator[Case]:
    """The attributions of a text; without `whole` those are left out that newspapers' gold does not know."""
    statements = [one for item in read_plain(row["text"], settings) for one in item.statements]
    kept = [one for one in statements if whole or one.attribution.mode not in ("whole_item", "turn")]
    zones = frozenset(at for start, end in row.get("discard", []) for at in range(start, end))
    found, made = [], []
    for one in kept:
        it = one.attribution
        spans = {
            "source": [[it.source.start, it.source.end]] if it.source else [],
            "cue": [[it.cue.start, it.cue.end]] if it.cue else [],
            "content": [[span.start, span.end] for span in it.content],
        }
        act = acts(row["text"], [spans], zones)
        if act:
            found.append(act[0])
            made.append(it.made_by)
    gold = acts(row["text"], row["attributions"], zones)
    right = {at for _, at in matched(gold, found, with_source=True)}
    for at, by in enumerate(made):
        if by.score is not None:
            yield Case(row["id"], ATTRIBUTIONS.get(by.by, by.by), by.score, at in right)


def mention_cases(row: dict[str, Any], settings: Settings) -> Iterator[Case]:
    """The names of a text, of the labels that it was marked for."""
    known = set(row.get("labels", [])) or {"PER", "ORG", "LOC", "NORP", "OFFICE"}
    gold = {(start, end, label) for start, end, label in row["mentions"]}
    for item in read_plain(row["text"], settings):
        for mention in item.reading.mentions():
            label, score = LABELS.get(mention.kind), mention.made_by.score
            if label in known and score is not None:
                yield Case(row["id"], mention.kind, score, (mention.span.start, mention.span.end, label) in gold)


def curves_of(cases: Sequence[Case], least: int = 40) -> dict[str, Curve]:
    """The curve of every kind: isotonic regression by pooling adjacent violators, groups of `least` cases at least."""
    kinds = sorted({case.kind for case in cases})
    return {kind: curve_of([case for case in cases if case.kind == kind], least) for kind in kinds}


def curve_of(cases: Sequence[Case], least: int) -> Curve:
    """Points (mean of what was said, share of right ones) in rising order of both."""
    ordered = sorted(cases, key=lambda case: case.said)
    groups: list[list[float]] = []  # cases, sum said, right
    size = max(least, len(ordered) // 12)
    for at in range(0, len(ordered), size):
        part = ordered[at : at + size]
        groups.append([len(part), sum(case.said for case in part), sum(case.right for case in part)])
        if len(part) < size and len(groups) > 1:
            last = groups.pop()
            groups[-1] = [one + other for one, other in zip(groups[-1], last, strict=True)]
        while len(groups) > 1 and groups[-2][2] / groups[-2][0] >= groups[-1][2] / groups[-1][0]:
            last = groups.pop()
            groups[-1] = [one + other for one, other in zip(groups[-1], last, strict=True)]
    # One case more on either side: of few nothing is sure (Laplace).
    points = [(round(said / count, 4), round((right + 1) / (count + 2), 4)) for count, said, right in groups]
    return tuple(points)


def calibrated(cases: Sequence[Case], curves: Mapping[str, Curve]) -> list[Case]:
    """The cases with their chance in the place of what was said."""
    tags = Tags(curves=curves)
    made = [(case, tags.chance(case.kind, case.said)) for case in cases]
    return [replace(case, said=chance) for case, chance in made if chance is not None]


def apart(cases: Sequence[Case]) -> list[Case]:
    """The cases of each fifth of the texts, with curves found on the other four."""
    texts = sorted({case.text for case in cases})
    random.Random(1).shuffle(texts)
    fold = {text: number % 5 for number, text in enumerate(texts)}
    made: list[Case] = []
    for number in range(5):
        curves = curves_of([case for case in cases if fold[case.text] != number])
        made += calibrated([case for case in cases if fold[case.text] == number], curves)
    return made


def error_of(cases: Sequence[Case]) -> float:
    """The expected calibration error over groups of equal size."""
    ordered = sorted(cases, key=lambda case: case.said)
    count = len(ordered)
    total = 0.0
    for group in range(GROUPS):
        part = ordered[group * count // GROUPS : (group + 1) * count // GROUPS]
        total += abs(sum(case.said - case.right for case in part))
    return total / max(count, 1)


def interval(cases: Sequence[Case]) -> tuple[float, float]:
    """The 95 % interval of the error, over texts."""
    texts: dict[str, list[Case]] = {}
    for case in cases:
        texts.setdefault(case.text, []).append(case)
    draw, names = random.Random(1), sorted(texts)
    errors = sorted(
        error_of([case for name in draw.choices(names, k=len(names)) for case in texts[name]]) for _ in range(RESAMPLES)
    )
    return errors[int(0.025 * RESAMPLES)], errors[int(0.975 * RESAMPLES) - 1]


def table(title: str, cases: Sequence[Case]) -> tuple[list[str], bool]:
    """The lines of a table, and whether every kind of which there are enough is calibrated."""
    lines = [f"### {title}", "", "| what | n | right | mean score | error | 95 % |", "|---|---:|---:|---:|---:|---|"]
    fine = True
    for kind in sorted({case.kind for case in cases}):
        some = [case for case in cases if case.kind == kind]
        error, (low, high) = error_of(some), interval(some)
        right, mean = sum(case.right for case in some) / len(some), sum(case.said for case in some) / len(some)
        lines.append(f"| {kind} | {len(some)} | {right:.3f} | {mean:.3f} | {error:.3f} | {low:.3f} to {high:.3f} |")
        fine = fine and (len(some) < FEWEST or error <= MOST)
    return lines, fine


def uncalibrated() -> Settings:
    """Settings under which rows hold what the model said, from now on in this process."""
    load().__dict__["curves"] = Everything()
    return read_settings({"model": True}, environ={})


def main() -> int:
    """Print or write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--write", type=Path, help="put the tables into this file, between its marks")
    given = parser.parse_args()
    if not given.data:
        print("needs --data or ONRECORD_DATA: see bench/quality/attribution.py and mentions.py", file=sys.stderr)
        return 2
    settings = read_settings({"model": True}, environ={})
    test: list[Case] = []
    for row in official_texts(given.data, "test"):
        test += [*attribution_cases(row, settings, whole=True), *mention_cases(row, settings)]
    for row in official_texts(given.data, "test", PASSAGES):
        test += attribution_cases(row, settings, whole=False)
    dev, first = table("dev, apart", apart(list(dev_cases(Path(given.data), uncalibrated()))))
    held, _ = table("official statements, test", test)
    lines = "\n".join([*dev, "", *held])
    print(lines)
    if given.write:
        text = given.write.read_text(encoding="utf-8")
        between = re.compile(f"{BEGIN}.*?{END}", re.DOTALL)
        given.write.write_text(between.sub(lambda _: f"{BEGIN}\n{lines}\n{END}", text), encoding="utf-8")
    return 0 if first else 1


if __name__ == "__main__":
    sys.exit(main())
