"""How well pages divide: glued pages with known joins, and whole texts that must not be cut.

    python bench/quality/boundaries.py --data DIR [--pages 500] [--hard] [--gold FILE] [--no-model] [--show N]

DIR (or ONRECORD_DATA) holds corpora/press_releases_ca (github.com/natmrubin/prosecutor-press-releases),
corpora/official_govuk (github.com/alphagov/govuk-content-schemas), corpora/feed_state_gov
(github.com/markschaver/State-Department-PR) and corpora/speeches_ungdc (UNGDC, Harvard Dataverse 10.7910/DVN/0TJX8Y).
None of the articles glued here was fitted or chosen on. `--hard` glues pages on which little shows where an item begins
(glue.py says how). The floors are in floors.json.

--gold  pages of your own instead of the glued ones: one JSON object a line with name, text, starts (offsets of the
        items) and main (the offset of the main one); optional main_end, free (offsets of section names), known (lines
        that other pages of the site carry too)
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import glue
from onrecord.formats.plain import read
from onrecord.layouts.furniture import block_key
from onrecord.layouts.page import divide
from onrecord.tagger import tags_of
from onrecord.types import Capture, Document, Item, Reading, Sighting, SiteSlice

FLOORS = Path(__file__).with_name("floors.json")
ROLES = {"published", "spoken", "happened"}


def document_of(text: str) -> Document:
    """The document that the plain reader makes of `text`."""
    capture = Capture.of(text.encode())
    return read(capture, Sighting(capture.id, "page.txt", "glued"))


def same_place(text: str, one: int, other: int) -> bool:
    """Whether two offsets differ by white space only."""
    return not text[min(one, other) : max(one, other)].strip()


def score_page(page: glue.Glued, *, model: bool) -> Counter[str]:
    """right, wrong and missed boundaries; whether the main item starts right; a neighbour's date on it."""
    document = document_of(page.text)
    site = SiteSlice(frozenset(block_key(line) for line in page.known))
    items = divide(document, site, tags_of(document, model=model))
    found = [item.span.start for item in items]
    score: Counter[str] = Counter(pages=1)
    # A section name belongs to no item: an item may begin with it or after it.
    truth = [{start, *(free for free in page.free if _opens(page, free, start))} for start in page.starts]
    used: set[int] = set()
    for places in truth[1:]:
        hit = next(
            (one for one in found if one not in used and any(same_place(page.text, one, at) for at in places)), None
        )
        score["missed" if hit is None else "right"] += 1
        used |= set() if hit is None else {hit}
    extra = [one for one in found if one not in used and not any(same_place(page.text, one, at) for at in truth[0])]
    extra = [one for one in extra if not any(same_place(page.text, one, free) for free in page.free)]
    extra = [one for one in extra if not any(same_place(page.text, one, at) for places in truth for at in places)]
    score["wrong"] += len(extra)
    main = next((item for item in items if item.is_main), None)
    places = next(places for start, places in zip(page.starts, truth, strict=True) if start == page.main)
    if main and any(same_place(page.text, main.span.start, at) for at in places):
        score["main"] += 1
        score["main_whole"] += same_place(page.text, main.span.end, page.main_end)
    if main:
        score["leaks"] += leaks(page, document, items, main, site)
    return score


def _opens(page: glue.Glued, free: int, start: int) -> bool:
    """Whether only a section name stands between `free` and the item at `start`."""
    return free < start and not any(free < other < start for other in page.starts)


def leaks(page: glue.Glued, document: Document, items: Sequence[Item], main: Item, site: SiteSlice) -> bool:
    """Whether a date of a neighbour, or of its date line, became a date of the main item."""
    from onrecord.finders import dates

    reading = Reading(document, main, tuple(items), document.language, site)
    given = {one.when.edtf for one in reading.plus(dates.find(reading)).dates() if one.role in ROLES and one.when.edtf}
    own = page.text[page.main : page.main_end]
    return bool(given & {day for day in page.dates if day != page.main_date and day not in own})


def whole_texts(data: Path) -> Iterator[tuple[str, str]]:
    """100 texts that are one item each, with the name of their group."""
    picked: dict[str, list[str]] = {"transcripts": [], "joint statements": [], "speeches": [], "releases": []}
    for row in glue.state_items(data):
        if glue.guid_digit(row["guid"]) not in "123":
            continue
        text = f"{row['title']}\n\n{row['text']}"
        if len(re.findall(r"^QUESTION:", text, re.MULTILINE)) >= 3:
            picked["transcripts"].append(text)
        elif re.search(r"joint statement|communiqu", row["title"], re.IGNORECASE) and row["text"].count("\n\n") >= 4:
            picked["joint statements"].append(text)
    picked["speeches"] = [text for _, text in glue.speeches(data, ["78", "79 held"])]
    picked["releases"] = ["\n\n".join([one.title or "", *one.paragraphs]) for one in glue.articles(data, "held")]
    draw = random.Random(79)
    few = picked["joint statements"][:15]
    picked["joint statements"] = few
    # The feed's folds hold fewer than fifteen joint statements: releases make up the hundred.
    for name, many in (
        ("transcripts", 25),
        ("joint statements", len(few)),
        ("speeches", 20),
        ("releases", 35 - len(few)),
    ):
        yield from ((name, text) for text in draw.sample(picked[name], many))
    for number in range(20):
        yield ("letters and lists", letter(random.Random(number)) if number % 2 else numbered(random.Random(number)))


TOWNS = ("Ostrand", "Kelvik", "Marrow", "Tessel", "Veldin", "Harrowgate")
WORKS = (
    *("the harbour wall", "the northern line", "the ferry terminal"),
    *("the school in Veldin", "the road tunnel", "the water works"),
)


def letter(draw: random.Random) -> str:
    """A letter of an invented minister: address, salutation, paragraphs, close."""
    lines = [f"{draw.choice(TOWNS)}, {draw.randint(1, 28)} May 20{draw.randint(10, 24)}", "", "Dear colleagues,", ""]
    for work in draw.sample(WORKS, draw.randint(3, 5)):
        knew = draw.choice(["have seen", "know", "were told"])
        lines += [f"I write to you about {work}. We {knew} that the work is late.", ""]
        if draw.random() < 0.5:
            month = draw.choice(["June", "August"])
            lines += [f"It will cost {draw.randint(2, 90)} million, and I ask for your advice before {month}.", ""]
    return "\n".join([*lines, "Yours sincerely,", "", "Mira Halloran", "Minister of Transport"])


def numbered(draw: random.Random) -> str:
    """A numbered decision of an invented council, its clauses about different things."""
    lines = [
        f"Decisions of the Council of {draw.choice(TOWNS)}",
        "",
        f"{draw.randint(1, 28)} March 20{draw.randint(10, 24)}",
        "",
    ]
    for number in range(1, draw.randint(8, 16)):
        work, town = draw.choice(WORKS), draw.choice(TOWNS)
        clause = draw.choice(
            ["The Council approves the plan for", "The Council takes note of the report on", "Money is set aside for"]
        )
        lines += [f"{number}. {clause} {work} and asks the office in {town} to report by 20{draw.randint(25, 30)}.", ""]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--hard", action="store_true", help="glue pages without titles, days and wide gaps")
    parser.add_argument("--show", type=int, default=0, help="print so many pages on which the main item starts wrong")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--no-model", action="store_true")
    given = parser.parse_args()
    if not given.data and not given.gold:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    data = Path(given.data or "")
    began = time.process_time()
    pages = gold_pages(given.gold) if given.gold else pages_of(data, given.pages, hard=given.hard)
    total = glued_table(pages, given.show, model=not given.no_model)
    if given.gold:
        return
    cuts = whole_table(data, model=not given.no_model)
    print(f"{time.process_time() - began:.1f} CPU-seconds")
    measures = {**total, "cuts": cuts}
    table = "boundaries hard" if given.hard else "boundaries"
    table += " without model" if given.no_model else ""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")).get(table, {}) if FLOORS.exists() else {}
    below = [
        f"{name} {measures[name]:.3f} against {floor}"
        for name, floor in floors.items()
        if (measures[name] > floor if name in {"cuts", "leaks"} else measures[name] < floor)
    ]
    print("floors hold" if not below else "below the floor: " + "; ".join(below))
    sys.exit(bool(below))


def pages_of(data: Path, many: int, *, hard: bool) -> Iterator[glue.Glued]:
    """Pages glued from articles that nothing was fitted on."""
    return glue.pages(glue.articles(data, "held"), many, seed=20260, hard=hard, near=0.5 if hard else 0.0)


def gold_pages(file: Path) -> Iterator[glue.Glued]:
    """The pages of a file of your own."""
    for line in filter(str.strip, file.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        yield glue.Glued(
            row.get("name", ""),
            row["text"],
            tuple(row["starts"]),
            tuple(row.get("free", ())),
            row["main"],
            row.get("main_end", len(row["text"].rstrip())),
            (),
            None,
            tuple(row.get("known", ())),
            "gold",
        )


def glued_table(pages: Iterable[glue.Glued], show: int, *, model: bool) -> dict[str, float]:
    """Prints the table of pages by corpus; the measures over all."""
    total: Counter[str] = Counter()
    print(f"{'glued from':22} {'pages':>5} {'P':>6} {'R':>6} {'F1':>6} {'main':>6} {'whole':>6} {'leaks':>6}")
    rows: dict[str, Counter[str]] = {}
    for page in pages:
        score = score_page(page, model=model)
        rows.setdefault(page.group, Counter()).update(score)
        total.update(score)
        if show and not score["main"]:
            show -= 1
            print(f"--- {page.name}: starts {page.starts}, main {page.main}\n{page.text[:2500]}\n---")
    for name, score in [*sorted(rows.items()), ("all", total)]:
        one = measures_of(score)
        figures = " ".join(f"{one[key]:6.3f}" for key in ("precision", "recall", "f1", "main", "main_whole"))
        print(f"{name:22} {score['pages']:5} {figures} {score['leaks']:6}")
    return measures_of(total)


def measures_of(score: Counter[str]) -> dict[str, float]:
    """Precision, recall and F1 of boundaries, shares of pages with the right main item, leaks."""
    precision = score["right"] / max(1, score["right"] + score["wrong"])
    recall = score["right"] / max(1, score["right"] + score["missed"])
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(1e-9, precision + recall),
        "main": score["main"] / max(1, score["pages"]),
        "main_whole": score["main_whole"] / max(1, score["pages"]),
        "leaks": score["leaks"],
    }


def whole_table(data: Path, *, model: bool) -> int:
    """Prints the table of texts that must not be cut; all cuts made."""
    texts: Counter[str] = Counter()
    cuts: Counter[str] = Counter()
    for name, text in whole_texts(data):
        texts[name] += 1
        document = document_of(text)
        cuts[name] += len(divide(document, SiteSlice(), tags_of(document, model=model))) - 1
    print(f"\n{'must not be cut':22} {'texts':>5} {'cuts':>5}")
    for name in [*texts]:
        print(f"{name:22} {texts[name]:5} {cuts[name]:5}")
    print(f"{'all':22} {texts.total():5} {cuts.total():5}")
    return cuts.total()


if __name__ == "__main__":
    main()
