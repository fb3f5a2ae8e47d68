"""What the model's word weighs beside the cues at joins: three numbers of src/onrecord/layouts/cut.py.

    python bench/fit_cut_with_model.py --data DIR [--pages 120]

Pages are glued from newswire (mentions/en/eww.train.jsonl, stanfordnlp/en-worldwide-newswire): neither the tables of
cut.py nor the model's boundary head were fitted on its articles, so neither is trusted more than it deserves. Beside
them stand whole articles and speeches. Half of the pages are fitted on; on the others the sweep of the threshold is
printed. Nothing of what bench/quality/boundaries.py reports is read.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import glue
from fit_cut import Array, fit
from onrecord.formats.plain import read
from onrecord.layouts import cut
from onrecord.layouts.furniture import block_key
from onrecord.layouts.page import begins, page_strip
from onrecord.layouts.strip import Strip
from onrecord.tagger import tags_of
from onrecord.types import Capture, Sighting


@dataclass(frozen=True, slots=True)
class Joins:
    """The joins of a page: log-odds by rules and by the model (nan where it did not judge), and the answers.

    An answer is -1 where nothing is right or wrong.
    """

    strip: Strip
    rules: Array
    model: Array
    answers: Array
    glued: bool


def newswire(data: Path) -> Iterator[glue.Article]:
    """Articles without titles, in paragraphs."""
    for line in (data / "mentions/en/eww.train.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        parts = tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", row["text"]) if part.strip())
        if len(parts) >= 4:
            yield glue.Article(row["id"], None, parts, "newswire")


def joins(text: str, starts: Sequence[int], free: Sequence[int], known: Iterable[str], *, glued: bool) -> Joins | None:
    """The joins of a page; None where it has one block."""
    capture = Capture.of(text.encode())
    document = read(capture, Sighting(capture.id, "page.txt", "glued"))
    blocks = document.blocks[: cut.MOST_BLOCKS]
    if len(blocks) < 2 or document.language != "en":
        return None
    strip = page_strip(document, blocks, frozenset(map(block_key, known)))
    said = [np.nan if one is None else one for one in begins(blocks, tags_of(document))]
    ends = [block.span.end for block in blocks]
    begin, section = (
        {next(i for i, end in enumerate(ends) if end > place) for place in places if place < ends[-1]}
        for places in (starts, free)
    )
    answers = [-1.0 if i in section or i - 1 in section else float(i in begin) for i in range(len(blocks))]
    return Joins(strip, np.array(cut.scores(strip)), np.array(said), np.array(answers), glued)


def sheets(data: Path, many: int) -> list[Joins]:
    """Usual pages, hard ones, and texts that are not to be cut."""
    articles = list(newswire(data))
    pages = [
        *glue.pages(articles, many, seed=4242),
        *glue.pages(articles, many, seed=4243, hard=True, near=0.5),
    ]
    made = [joins(page.text, page.starts, page.free, page.known, glued=True) for page in pages]
    draw = random.Random(3)
    whole = ["\n\n".join(article.paragraphs) for article in draw.sample(articles, many)]
    whole += [text[:15000] for text in draw.sample([text for _, text in glue.speeches(data, ["50", "70"])], many // 3)]
    made += [joins(text, (0,), (), (), glued=False) for text in whole]
    return [one for one in made if one]


def fitted(sheets_: Sequence[Joins]) -> tuple[float, float, float]:
    """The three numbers; joins that are never cut are left out."""
    values, answers, weights = [], [], []
    for one in sheets_:
        kept = (one.answers >= 0) & (one.rules != cut.NEVER) & ~np.isnan(one.model)
        kept[0] = False
        values.append(np.c_[one.rules, one.model][kept])
        answers.append(one.answers[kept])
        # A text that is not to be cut counts like twenty joins at most: they are long and would drown the rest.
        weights.append(np.full(kept.sum(), 1.0 if one.glued else min(1.0, 20 / max(1, kept.sum()))))
    found = fit(np.concatenate(values), np.concatenate(answers), np.concatenate(weights))
    return tuple(round(float(one), 2) for one in found)  # type: ignore[return-value]


def sweep(sheets_: Sequence[Joins], numbers: tuple[float, float, float]) -> None:
    """Print precision, recall, F1 and cuts of whole texts by threshold, with the model and without."""
    print(f"{'threshold':>9} {'P':>6} {'R':>6} {'F1':>6} {'cuts':>5}   without the model")
    for threshold in np.arange(-1.0, 4.01, 0.25):
        told = []
        for with_model in (True, False):
            right = wrong = missed = cuts = 0
            for one in sheets_:
                odds = one.rules.tolist()
                said = [None if np.isnan(value) else value for value in one.model.tolist()]
                odds = cut.with_model(odds, said, numbers) if with_model else odds
                found = set(cut.cuts(one.strip, odds, float(threshold)))
                marked = set(np.flatnonzero(one.answers == 1)) - {0}
                unsure = set(np.flatnonzero(one.answers < 0))
                right += len(found & marked)
                missed += len(marked - found)
                wrong += len(found - marked - unsure) if one.glued else 0
                cuts += 0 if one.glued else len(found)
            precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            told.append(f"{precision:6.3f} {recall:6.3f} {f1:6.3f} {cuts:5}")
        print(f"{threshold:9.2f} {'   '.join(told)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--pages", type=int, default=120)
    given = parser.parse_args()
    if not given.data:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    made = sheets(Path(given.data), given.pages)
    numbers = fitted(made[::2])
    print("MODEL =", numbers)
    sweep(made[1::2], numbers)


if __name__ == "__main__":
    main()
