"""Is the article marked, and can each of its words be found again in the bytes?

Prints, for the 181 pages of the article extraction benchmark: shingle F1 of the blocks marked main beside trafilatura
alone in the same mode; the share of the gold body's characters that are main, mapped exactly and at the right
occurrence; pages per CPU-second. Choices were made on the even pages; all, even and odd are printed.

    python bench/quality/extraction.py --data DIR    DIR holds corpora/html_news/article_extraction_benchmark.tar.xz
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
import tarfile
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from onrecord.formats.html import read
from onrecord.formats.html_main import FAST
from onrecord.types import Block, Capture, Document, Sighting

ARCHIVE = "corpora/html_news/article_extraction_benchmark.tar.xz"
NEEDS = f"""needs {ARCHIVE} below --data or ONRECORD_DATA: html/*.html and ground-truth.json of
github.com/scrapinghub/article-extraction-benchmark, commit 4a3bc979f76c0df73cb95fe272e2fc1b96f9f010"""
FLOORS = Path(__file__).with_name("floors.json")
TOKEN = re.compile(r"\w+")
Counts = tuple[float, float, float]  # found and true, found and false, missed; a page's sum is 1


@dataclass(frozen=True, slots=True)
class Page:
    """What one page came to: shingle counts without and with the heading, gold characters, the right ones of them."""

    marked: Counts
    trafilatura: Counts
    marked_whole: Counts
    trafilatura_whole: Counts
    gold: int
    right: int
    seconds: float
    trafilatura_seconds: float


def main() -> int:
    """Print the table; 1 when a measure is below its floor, 2 when the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"), help="folder of the public data")
    parser.add_argument("--misses", type=int, default=0, help="also print the N pages with the most missed characters")
    given = parser.parse_args()
    if not given.data or not (Path(given.data) / ARCHIVE).is_file():
        print(NEEDS, file=sys.stderr)
        return 2
    measured("", b"<p>Imports and models are loaded once, not by every page.</p>", "")
    pages = {name: measured(name, body, gold) for name, body, gold in corpus(Path(given.data) / ARCHIVE)}
    everything = list(pages.values())
    for label, chosen in (("all", everything), ("even", everything[::2]), ("odd", everything[1::2])):
        print_table(label, chosen)
    for name, page in sorted(pages.items(), key=lambda one: one[1].right - one[1].gold)[: given.misses]:
        print(f"{name[:12]}  {page.gold - page.right} of {page.gold} gold characters missed")
    return held({"f1": f1([page.marked for page in everything]), "right": share(everything)})


def corpus(archive: Path) -> Iterator[tuple[str, bytes, str]]:
    """(name, bytes, gold body) of each page, by name."""
    with tarfile.open(archive) as files:
        bodies = {Path(member.name).name: files.extractfile(member) for member in files if member.isfile()}
        contents = {name: file.read() for name, file in bodies.items() if file}
    truth = json.loads(contents["ground-truth.json"])
    for name in sorted(truth):
        yield name, contents[f"{name}.html"], truth[name]["articleBody"]


def measured(name: str, body: bytes, gold: str) -> Page:
    """One page, read by us and by trafilatura alone."""
    from trafilatura import extract

    capture, sighting = Capture.of(body, "text/html"), Sighting("", f"{name}.html", "benchmark")
    begun = time.process_time()
    document = read(capture, sighting)
    seconds = time.process_time() - begun
    begun = time.process_time()
    alone = extract(body, include_comments=False, fast=FAST) or ""
    trafilatura_seconds = time.process_time() - begun
    main = [block for block in document.blocks if block.main]
    # The gold is the article's body; its heading is a field of its own, as it is of an item, and set aside for both.
    headings = {squeezed(document.page.words(block.span)) for block in main[:1] if block.kind == "title"}
    body_blocks = main[len(headings) :]
    first, _, rest = alone.partition("\n")
    return Page(
        marked=shingle_counts(gold, text_of(document, body_blocks)),
        trafilatura=shingle_counts(gold, rest if squeezed(first.lstrip("# ")) in headings else alone),
        marked_whole=shingle_counts(gold, text_of(document, main)),
        trafilatura_whole=shingle_counts(gold, alone),
        gold=len(squeezed(gold)),
        right=right_characters(document, body, gold),
        seconds=seconds,
        trafilatura_seconds=trafilatura_seconds,
    )


def text_of(document: Document, blocks: Sequence[Block]) -> str:
    return "\n".join(document.page.words(block.span) for block in blocks)


def squeezed(text: str) -> str:
    return "".join(text.split())


# --- the benchmark's own measure -------------------------------------------------------------------------------


def shingle_counts(gold: str, found: str) -> Counts:
    """How many runs of four words the texts share, have in excess and miss, as shares of the page."""
    wanted, had = shingles(gold), shingles(found)
    both = sum((wanted & had).values())
    excess, missed = sum((had - wanted).values()), sum((wanted - had).values())
    total = both + excess + missed
    return (both / total, excess / total, missed / total) if total else (1.0, 0.0, 0.0)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = TOKEN.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()


def f1(pages: Sequence[Counts]) -> float:
    both, excess, missed = (sum(page[part] for page in pages) for part in range(3))
    return 2 * both / (2 * both + excess + missed)


def spread(pages: Sequence[Counts]) -> float:
    """Standard deviation of F1 over 1,000 bootstrap samples of pages, fixed seed."""
    draw = random.Random(7)
    scores = [f1(draw.choices(pages, k=len(pages))) for _ in range(1000)]
    mean = sum(scores) / len(scores)
    return (sum((score - mean) ** 2 for score in scores) / len(scores)) ** 0.5


# --- the right words at the right occurrence -----------------------------------------------------------------------


def right_characters(document: Document, body: bytes, gold: str) -> int:
    """Gold characters (white space aside) that are in a main block whose bytes, read anew, hold exactly its words."""
    words: list[str] = []
    good: list[bool] = []
    for block in document.blocks:
        text = squeezed(document.page.words(block.span))
        words.append(text)
        good += [block.main and is_exact(block, text, body, document.encoding or "utf-8")] * len(text)
    return sum(sum(good[start:end]) for start, end in gold_places(gold, "".join(words)))


def is_exact(block: Block, text: str, body: bytes, encoding: str) -> bool:
    """The check by another reader: the standard library's, on the raw slice alone."""
    if block.place is None:
        return False
    reader = Words()
    reader.feed(body[block.place.start : block.place.end].decode(encoding))
    reader.close()
    return squeezed("".join(reader.words)) == text


class Words(HTMLParser):
    """Collects the text of a piece of HTML, scripts and styles left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.unseen += tag in {"script", "style", "noscript", "template", "iframe"}

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in {"script", "style", "noscript", "template", "iframe"} and self.unseen > 0

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.words.append(data)


def gold_places(gold: str, page: str) -> list[tuple[int, int]]:
    """Where the gold's words stand on the page (both without white space).

    Written apart from the reader's own alignment: sentences that stand once on the page and rise in order hold; the
    others are looked for between them, in halves when a whole is not found. Nearest to the sentence before wins.
    """
    parts = [
        part
        for line in gold.split("\n")
        for sentence in re.split(r"(?<=[.!?])\s+", line)
        if (part := squeezed(sentence))
    ]
    single = [
        (number, page.find(part)) for number, part in enumerate(parts) if len(part) > 20 and page.count(part) == 1
    ]
    fixed = dict(longest_rise(single))
    places: list[tuple[int, int]] = []
    at = 0
    later = sorted(fixed)
    for number, part in enumerate(parts):
        if number in fixed:
            places.append((fixed[number], fixed[number] + len(part)))
        else:
            following = bisect_left(later, number)
            limit = fixed[later[following]] if following < len(later) else len(page)
            places += found_between(part, page, at, limit)
        at = places[-1][1] if places else 0
    return places


def found_between(part: str, page: str, start: int, end: int) -> list[tuple[int, int]]:
    at = page.find(part, start, end)
    if at >= 0:
        return [(at, at + len(part))]
    if len(part) < 12:
        return []
    left = found_between(part[: len(part) // 2], page, start, end)
    return left + found_between(part[len(part) // 2 :], page, left[-1][1] if left else start, end)


def longest_rise(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence of (number, place) in which places rise; quadratic and plain."""
    best: list[tuple[int, int]] = []  # (length, index before) for each place
    for index, (_, place) in enumerate(places):
        before = max(
            (other for other in range(index) if places[other][1] < place), key=lambda o: best[o][0], default=-1
        )
        best.append(((best[before][0] if before >= 0 else 0) + 1, before))
    index = max(range(len(best)), key=lambda o: best[o][0], default=-1)
    rise = []
    while index >= 0:
        rise.append(places[index])
        index = best[index][1]
    return rise[::-1]


# --- the table and the floors -----------------------------------------------------------------------------------------


def share(pages: Sequence[Page]) -> float:
    return sum(page.right for page in pages) / sum(page.gold for page in pages)


def print_table(label: str, pages: Sequence[Page]) -> None:
    print(f"{label}: {len(pages)} pages")
    for name, counts in (
        ("blocks marked main", [page.marked for page in pages]),
        (f"trafilatura alone, fast={FAST}", [page.trafilatura for page in pages]),
        ("blocks marked main, heading counted as an error", [page.marked_whole for page in pages]),
        ("trafilatura alone, heading counted as an error", [page.trafilatura_whole for page in pages]),
    ):
        both, excess, missed = (sum(page[part] for page in counts) for part in range(3))
        print(
            f"  F1 {f1(counts):.4f} ± {spread(counts):.4f}  P {both / (both + excess):.4f}  "
            f"R {both / (both + missed):.4f}  {name}"
        )
    print(f"  {share(pages):.2%} of {sum(page.gold for page in pages):,} gold characters main, exact, right occurrence")
    print(
        f"  {len(pages) / sum(page.seconds for page in pages):.1f} pages a CPU-second "
        f"(trafilatura alone {len(pages) / sum(page.trafilatura_seconds for page in pages):.1f})"
    )


def held(measures: dict[str, float]) -> int:
    floors = json.loads(FLOORS.read_text(encoding="utf-8")).get("extraction", {}) if FLOORS.is_file() else {}
    below = [f"{name} {measures[name]:.4f} < {floor}" for name, floor in floors.items() if measures[name] < floor]
    print("\n".join(f"BELOW ITS FLOOR: {line}" for line in below) or "floors held")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
