"""Direct quotations: what we find in articles whose quotations people marked, beside a peer.

    python bench/quality/quotes.py [--data DIR] [--gold FILE] [--peer FILE] [--folds 0123]

Prints precision, recall and F1 of
  content      the spans in quotation marks, exact but for punctuation and white space at their ends
  source       the speakers' spans, likewise
  attribution  all the content's pieces and the source of one attribution, likewise
with 95 % intervals of F1 (bootstrap over articles, seed 1). A direct quotation, in gold and in predictions alike, is
one all of whose words stand in quotation marks. Exits 1 when a score falls below bench/quality/floors.json.

--gold   another file of the same shape instead of DIR/attribution/dev.jsonl.gz
--peer   predictions to stand beside ours instead of DIR/attribution/peers/textacy_direct_quotations.dev.jsonl.gz
--folds  only the articles whose number modulo 5 is one of these digits: for choosing on the training file
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.finders import quotes
from onrecord.types import Attribution, Block, Document, Item, Place, Reading, SiteSlice, Text

ORIGIN = """\
needs the folder of public data (--data or ONRECORD_DATA) with attribution/dev.jsonl.gz:
  PolNeAR, github.com/networkdynamics/PolNeAR @ c3eee833c035, one JSON object a line with id, text (a line is a
  paragraph) and attributions of source, cue and content, each a list of [start, end) in code points
or --gold with a file of that shape"""
MEASURES = ("content", "source", "attribution")
Spans = tuple[tuple[int, int], ...]
Pair = tuple[Spans, Spans]
# [found and right, found, marked] of one article for each measure
Counts = dict[str, list[int]]
RESAMPLES = 1000
FLOORS = Path(__file__).with_name("floors.json")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one measure, with the interval of F1."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float


def in_marks(text: str) -> list[bool]:
    """For each code point, whether double quotation marks enclose it; an open mark reaches to the paragraph's end."""
    inside, found = False, []
    for letter in text:
        if letter in "“«„":
            inside = True
        elif letter in "\n”»":
            inside = False
        elif letter == '"':
            inside = not inside
        found.append(inside)
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the punctuation and white space at its ends."""
    while start < end and not (text[start].isalnum() or text[start] in "$%"):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "$%"):
        end -= 1
    return start, end


def joined(text: str, spans: Sequence[Sequence[int]]) -> Spans:
    """The spans in order, those joined that only white space parts, then trimmed."""
    pieces: list[tuple[int, int]] = []
    for start, end in sorted((int(span[0]), int(span[1])) for span in spans):
        if pieces and not text[pieces[-1][1] : start].strip():
            pieces[-1] = (pieces[-1][0], max(end, pieces[-1][1]))
        else:
            pieces.append((start, end))
    return tuple(piece for start, end in pieces if (piece := trimmed(text, start, end))[0] < piece[1])


def direct(article: dict[str, Any], attributions: Sequence[dict[str, Any]]) -> list[Pair]:
    """(content, source) of those attributions whose words all stand in marks; none that touches a discarded zone."""
    text, marks = article["text"], in_marks(article["text"])
    zones = [(start, end) for start, end in article.get("discard", [])]
    kept: list[Pair] = []
    for attribution in attributions:
        content = joined(text, attribution["content"])
        words = [start + found.start() for start, end in content for found in re.finditer(r"\w+", text[start:end])]
        discarded = any(start < high and low < end for start, end in content for low, high in zones)
        if words and all(marks[at] for at in words) and not discarded:
            kept.append((content, joined(text, attribution["source"])))
    return kept


def read_article(text: str) -> Reading:
    """The reading of a page whose lines are paragraphs, with one item over all of it."""
    page = Text.of(text)
    lines = [found.span() for found in re.finditer(r"[^\n]*\S[^\n]*", page.content)]
    blocks = tuple(Block(page.trimmed(*line), "paragraph", Place(*line)) for line in lines)
    document = Document("article", "", "", page, Text.of(""), "bench/1", "en", None, (), blocks)
    item = Item("item", document.id, page.trimmed(0, len(page.content)), "news", None, None, None, True, "", ())
    return Reading(document, item, (item,), "en", SiteSlice())


def ours(text: str) -> list[dict[str, Any]]:
    """What we find in `text`, in the shape of the gold."""
    return [_row(attribution) for attribution in quotes.find(read_article(text))]


def _row(attribution: Attribution) -> dict[str, Any]:
    source = attribution.source
    content = [(span.start, span.end) for span in attribution.content]
    return {"content": content, "source": [(source.start, source.end)] if source else []}


def counted(gold: list[Pair], found: list[Pair]) -> Counts:
    """Hits, found and marked of one article."""
    sets = {
        "content": ({span for pair in gold for span in pair[0]}, {span for pair in found for span in pair[0]}),
        "source": ({span for pair in gold for span in pair[1]}, {span for pair in found for span in pair[1]}),
        "attribution": (set(gold), set(found)),
    }
    return {name: [len(marked & told), len(told), len(marked)] for name, (marked, told) in sets.items()}


def f1_of(hits: int, found: int, marked: int) -> float:
    """2 hits / (found + marked); 1 when there was nothing to find and nothing was found."""
    return 2 * hits / (found + marked) if found + marked else 1.0


def scored(articles: list[Counts], measure: str) -> Score:
    """The score over all articles with a bootstrap interval."""
    rows = [counts[measure] for counts in articles]
    hits, found, marked = (sum(column) for column in zip(*rows, strict=True))
    chance = random.Random(1)
    samples = sorted(
        f1_of(*(sum(column) for column in zip(*chance.choices(rows, k=len(rows)), strict=True)))
        for _ in range(RESAMPLES)
    )
    low, high = samples[int(0.025 * RESAMPLES)], samples[int(0.975 * RESAMPLES) - 1]
    return Score(hits / max(found, 1), hits / max(marked, 1), f1_of(hits, found, marked), low, high)


def lines_of(file: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file, one a line, compressed or not."""
    raw = file.read_bytes()
    text = (gzip.decompress(raw) if file.suffix == ".gz" else raw).decode()
    yield from (json.loads(line) for line in text.split("\n") if line.strip())


def report(name: str, articles: list[Counts]) -> dict[str, float]:
    """Print one system's lines of the table; its F1 scores, in per cent."""
    scores = {measure: scored(articles, measure) for measure in MEASURES}
    for measure, score in scores.items():
        hits, found, marked = (sum(counts[measure][place] for counts in articles) for place in range(3))
        print(
            f"{name:<10}{measure:<13}{100 * score.precision:6.1f}{100 * score.recall:7.1f}{100 * score.f1:7.1f}"
            f"  [{100 * score.low:.1f}, {100 * score.high:.1f}]{hits:8}{found:8}{marked:8}"
        )
    return {measure: 100 * score.f1 for measure, score in scores.items()}


def main() -> int:
    """Print the table; 1 when a score is below its floor, 2 when the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--peer", type=Path)
    parser.add_argument("--folds", default="01234")
    given = parser.parse_args()
    folder = Path(given.data) / "attribution" if given.data else None
    gold = given.gold or (folder / "dev.jsonl.gz" if folder else None)
    if gold is None or not gold.is_file():
        print(ORIGIN, file=sys.stderr)
        return 2
    articles = [article for number, article in enumerate(lines_of(gold)) if str(number % 5) in given.folds]
    marked = [direct(article, article["attributions"]) for article in articles]
    began = time.process_time()
    found = [ours(article["text"]) for article in articles]
    seconds = time.process_time() - began
    print(f"{'system':<10}{'measure':<13}{'P':>6}{'R':>7}{'F1':>7}  {'95 %':<13}{'hits':>7}{'found':>8}{'marked':>8}")
    pairs = zip(articles, marked, found, strict=True)
    scores = report("onrecord", [counted(wanted, direct(article, told)) for article, wanted, told in pairs])
    peer = given.peer or (
        folder / "peers" / "textacy_direct_quotations.dev.jsonl.gz" if folder and not given.gold else None
    )
    if peer and peer.is_file():
        theirs = {row["id"]: row["attributions"] for row in lines_of(peer)}
        told_by = [direct(article, theirs.get(article["id"], [])) for article in articles]
        report("textacy" if not given.peer else "peer", [counted(*pair) for pair in zip(marked, told_by, strict=True)])
    letters = sum(len(article["text"]) for article in articles)
    print(f"{len(articles)} articles, {letters / 1e6 / max(seconds, 1e-9):.1f} million code points per CPU-second")
    return held(scores, "quotes") if not given.gold and given.folds == "01234" else 0


def held(figures: dict[str, float], part: str) -> int:
    """1 when a figure is below its floor of that part of floors.json, else 0; each is named."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")).get(part, {})
    low = {name: floor for name, floor in floors.items() if figures[name] < floor}
    for name, floor in low.items():
        print(f"{part}: {name} {figures[name]:.1f} is below its floor {floor}", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
