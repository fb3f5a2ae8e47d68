"""What the marks of leads and the cues at joins weigh: logistic regression on paragraphs and pages glued from them.

    python bench/fit_cut.py --data DIR [--pages 900]

Prints the table of src/onrecord/layouts/lead_weights.py and both tables of cut.py. Half of the glued pages are hard
ones (glue.py says what that is).

DIR holds attribution/train.jsonl.gz (PolNeAR, github.com/networkdynamics/PolNeAR), corpora/feed_state_gov
(github.com/markschaver/State-Department-PR) and corpora/speeches_ungdc (Harvard Dataverse 10.7910/DVN/0TJX8Y). Seven
tenths of the articles are fitted on, the sweeps of the threshold use the other three; nothing of what
bench/quality/boundaries.py reports is read. Same data, same tables.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import glue
from onrecord.formats.plain import read
from onrecord.layouts import cut, lead_weights
from onrecord.layouts.furniture import block_key
from onrecord.layouts.leads import MOST_STEPS, STEP, lead_marks
from onrecord.layouts.page import page_strip
from onrecord.layouts.segments import second_cues
from onrecord.layouts.strip import Strip
from onrecord.types import Capture, Sighting

Array = NDArray[np.float64]
# A text that must not be cut counts like so many joins of a glued page, or as many as it has where that is less:
# they are long, all of one answer, and would drown the rest.
UNCUT_JOINS, UNCUT_SHARE = 20.0, 1.0
# A cue that moves the log-odds by less than this (standard deviation over the joins) is left out of the table.
FAINT = 0.06
# The first paragraph of an article is told from so many that follow it. A mark counts when it stands in this many
# articles, and is printed when it weighs this much.
LATER, SHORTEST = 7, 6
MARK_ARTICLES, MARK_LEAST, MARK_RIDGE = 25, 0.05, 15.0


@dataclass
class Sheet:
    """A page as a table of joins."""

    strip: Strip
    answers: Array
    weights: Array
    first: list[dict[str, float]]
    glued: bool


def sheet(text: str, starts: Iterable[int], free: Iterable[int], known: Sequence[str], *, glued: bool) -> Sheet | None:
    """The joins of `text` with their answers; None for a page of one block."""
    capture = Capture.of(text.encode())
    document = read(capture, Sighting(capture.id, "page.txt", "glued"))
    strip = page_strip(document, document.blocks, frozenset(map(block_key, known)))
    ends = [block.span.end for block in document.blocks][: cut.MOST_BLOCKS]
    if len(ends) < 2:
        return None
    begin = {next(i for i, end in enumerate(ends) if end > start) for start in starts}
    section = {next(i for i, end in enumerate(ends) if end > start) for start in free}
    answers = np.array([float(i in begin | section) for i in range(1, len(ends))])
    usual = 1.0 if glued else min(UNCUT_SHARE, UNCUT_JOINS / len(ends))
    weights = np.array([0.0 if i - 1 in section else usual for i in range(1, len(ends))])
    return Sheet(strip, answers, weights, cut.first_cues(strip), glued)


def uncut(data: Path, texts: Sequence[glue.Article], sessions: Sequence[str], many: int) -> list[str]:
    """Whole texts, and beginnings of texts, that hold one item: speeches, articles, and State Department items as they
    are, with labels turned into dashes, and with their paragraphs numbered.
    """
    draw = random.Random(5)
    speeches = [text for _, text in glue.speeches(data, sessions)]
    made = draw.sample(speeches, many // 5)
    for text in draw.sample(speeches, many // 10):
        lines = [line for line in text.split("\n") if line.strip()]
        made.append(draw.choice(["\n", "\n\n"]).join(lines[: draw.randint(2, 6)]))
    state = [text for text in texts if text.group == "state"]
    turns = [text for text in state if sum(bool(LABEL.match(line)) for line in text.paragraphs) >= 4]
    for text in draw.sample(state, min(len(state), many // 4)) + draw.sample(turns, min(len(turns), many // 5)):
        lines = list(text.paragraphs)
        if text in turns and draw.random() < 0.5:
            lines = [LABEL.sub("- ", line) for line in lines]
        elif draw.random() < 0.2:
            lines = [f"{number}. {line}" for number, line in enumerate(lines, 1)]
        made.append(_whole(text.title, lines, draw))
    # As the feed prints them: with byline, place and delivery note, and with remarks of a line or two.
    names = {text.name for text in state}
    printed = [f"{row['title']}\n\n{row['text']}" for row in glue.state_items(data) if row["guid"] in names]
    spoken = [text for text in printed if text.count("\nQUESTION:") >= 3]
    made += draw.sample(printed, min(len(printed), many // 6)) + draw.sample(spoken, min(len(spoken), many // 8))
    for text in draw.sample(list(texts), many // 4):
        made.append(_whole(text.title, text.paragraphs[: draw.choice([2, 3, 4, 8, 100])], draw))
    return made


LABEL = re.compile(r"^[A-Z][A-Z .’'-]+(?: \([^)]*\))?: +")


def _whole(title: str | None, lines: Sequence[str], draw: random.Random) -> str:
    gap = draw.choices(["\n\n", "\n", "\n\n\n"], [80, 15, 5])[0]
    wide = draw.choice([gap, gap, "\n\n\n", "\n"])
    return (f"{title}{wide}" if title and draw.random() < 0.6 else "") + gap.join(lines)


def matrix(tables: Sequence[dict[str, float]], names: Sequence[str]) -> Array:
    return np.array([[found.get(name, 0.0) for name in names] for found in tables])


def fit(values: Array, answers: Array, weights: Array, ridge: float = 1.0) -> Array:
    """Weights and, last, the constant of a logistic regression, by Newton's method."""
    table = np.c_[values, np.ones(len(values))]
    found, penalty = np.zeros(table.shape[1]), np.eye(table.shape[1]) * ridge
    penalty[-1, -1] = 0
    for _ in range(60):
        chance = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (weights * (answers - chance)) - penalty @ found
        curve = (table * (weights * chance * (1 - chance))[:, None]).T @ table + penalty
        step = np.linalg.solve(curve, slope)
        found += step
        if abs(step).max() < 1e-8:
            break
    return found


def fit_named(tables: Sequence[dict[str, float]], answers: Array, weights: Array, *, prune: bool) -> dict[str, float]:
    """The weights by name, rounded as printed; faint cues are left out and the others fitted again."""
    names = sorted(set().union(*tables))  # the second look leaves cues out where the first one is sure
    values = matrix(tables, names)
    found = fit(values, answers, weights)
    if prune:
        names = [name for i, name in enumerate(names) if abs(found[i]) * values[:, i].std() >= FAINT]
        found = fit(matrix(tables, names), answers, weights)
    return {name: round(float(weight), 2) for name, weight in zip([*names, cut.ALWAYS], found, strict=True)}


def fit_leads(texts: Sequence[glue.Article]) -> dict[str, float]:
    """What each mark of a paragraph's opening weighs for the first paragraph of an article, transcripts left out."""
    rows: list[tuple[glue.Article, list[str], float]] = []
    for text in texts:
        if sum(bool(LABEL.match(line)) for line in text.paragraphs) < 2:
            lines = enumerate(text.paragraphs[: LATER + 1])
            rows += [(text, lead_marks(line), float(not i)) for i, line in lines if len(line.split()) >= SHORTEST]
    names: dict[str, set[str]] = defaultdict(set)
    for text, marks, _ in rows:
        for mark in marks:
            names[mark].add(text.name)
    known = sorted(mark for mark in names if len(names[mark]) >= MARK_ARTICLES)
    values = matrix([dict.fromkeys(marks, 1.0) for _, marks, _ in rows], known)
    found = fit(values, np.array([answer for _, _, answer in rows]), np.ones(len(rows)), MARK_RIDGE)
    weights = {mark: round(float(weight), 2) for mark, weight in zip(known, found, strict=False)}
    return {mark: weight for mark, weight in weights.items() if abs(weight) >= MARK_LEAST}


def sheets(pages: Iterable[glue.Glued], texts: Iterable[str]) -> list[Sheet]:
    made = [sheet(page.text, page.starts, page.free, page.known, glued=True) for page in pages]
    made += [sheet(text, (0,), (), (), glued=False) for text in texts]
    return [one for one in made if one]


def strange_sheets(
    pages: Sequence[glue.Glued], whole: Sequence[str], fitted: Sequence[glue.Article], full: dict[str, float]
) -> list[Sheet]:
    """Sheets whose leads are weighed by what the other corpus taught, as leads of a site that nobody has seen will be.

    With weights found on its own corpus a lead would be trusted more than it deserves elsewhere. Whole texts, most of
    them of the feed, are weighed as the feed is.
    """
    state = [text for text in fitted if text.group == "state"]
    news = [text for text in fitted if text.group != "state"]
    use(level(fit_leads(news), full, state))
    made = sheets([page for page in pages if page.group == "state"], whole)
    use(level(fit_leads(state), full, news))
    return made + sheets([page for page in pages if page.group != "state"], ())


def level(weights: dict[str, float], full: dict[str, float], texts: Sequence[glue.Article]) -> dict[str, float]:
    """`weights` moved so that their mean over the paragraphs of `texts` is that of `full`."""
    lines = [lead_marks(line) for text in texts for line in text.paragraphs[: LATER + 1]]
    shift = sum(full.get(mark, 0.0) - weights.get(mark, 0.0) for marks in lines for mark in marks) / len(lines)
    # Each paragraph has one mark of this kind.
    steps = {f"first sentence {step * STEP}" for step in range(MOST_STEPS + 1)}
    return {**weights, **{mark: weights.get(mark, 0.0) + shift for mark in sorted(steps)}}


def use(weights: dict[str, float]) -> None:
    """Let the marks of leads weigh so from now on."""
    lead_weights.WEIGHTS.clear()
    lead_weights.WEIGHTS.update(weights)


def odds(one: Sheet, weights: dict[str, float]) -> list[float]:
    return [cut.weigh(found, weights) for found in one.first]


def fit_both(pages: Sequence[Sheet]) -> tuple[dict[str, float], dict[str, float]]:
    """Both tables. The second look is fitted on first looks that had not seen the page (three folds)."""

    def joined(some: Sequence[Sheet]) -> tuple[list[dict[str, float]], Array, Array]:
        tables = [found for one in some for found in one.first]
        return tables, np.concatenate([one.answers for one in some]), np.concatenate([one.weights for one in some])

    first = fit_named(*joined(pages), prune=True)
    second_tables: list[list[dict[str, float]]] = [[] for _ in pages]
    for fold in range(3):
        part = fit_named(*joined([one for i, one in enumerate(pages) if i % 3 != fold]), prune=True)
        for i, one in enumerate(pages):
            if i % 3 == fold:
                second_tables[i] = second_cues(one.strip, odds(one, part))
    _, answers, weights = joined(pages)
    second = fit_named([found for table in second_tables for found in table], answers, weights, prune=True)
    return first, second


def sweep(pages: Sequence[Sheet], first: dict[str, float], second: dict[str, float]) -> None:
    """Prints precision, recall, F1 and cuts of whole texts for thresholds."""
    scored = [(one, cut.scores(one.strip, first, second)) for one in pages]
    for threshold in (0.0, 0.15, 0.25, 0.35, 0.5, 0.75):
        right = wrong = missed = cuts = 0
        for one, scores in scored:
            made = set(cut.cuts(one.strip, scores, threshold))
            if not one.glued:
                cuts += len(made)
                continue
            for at, (answer, weight) in enumerate(zip(one.answers, one.weights, strict=True), 1):
                if weight:
                    right += bool(answer) and at in made
                    wrong += not answer and at in made
                    missed += bool(answer) and at not in made
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(
            f"# threshold {threshold:5.2f}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  cuts of whole texts {cuts}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--pages", type=int, default=900)
    given = parser.parse_args()
    if not given.data:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    data = Path(given.data)
    texts = glue.articles(data, "train")
    fold = {text.name: int(hashlib.sha1(text.name.encode()).hexdigest()[:4], 16) % 10 for text in texts}
    fitted = [text for text in texts if fold[text.name] < 7]
    chosen = [text for text in texts if fold[text.name] >= 7]
    many = given.pages
    glued = glue.pages(fitted, many, seed=1, near=0.5), glue.pages(fitted, many, seed=3, hard=True, near=0.5)
    whole = uncut(data, fitted, ["50", "79 fitted"], 7 * many // 9)
    full = fit_leads(fitted)
    pages = strange_sheets([*glued[0], *glued[1]], whole, fitted, full)
    use(full)
    first, second = fit_both(pages)
    for name, table in (("WEIGHTS", lead_weights.WEIGHTS), ("FIRST", first), ("SECOND", second)):
        print(f"{name}: dict[str, float] = {{")
        for cue, weight in table.items():
            print(f"    {json.dumps(cue, ensure_ascii=False)}: {weight},")
        print("}")
    whole = uncut(data, chosen, ["70"], 200)
    for kind, hard in (("usual", False), ("hard", True)):
        print(f"# {kind} pages of the articles kept apart")
        sweep(sheets(glue.pages(chosen, 250, seed=4 if hard else 2, hard=hard, near=0.5), whole), first, second)


if __name__ == "__main__":
    main()
