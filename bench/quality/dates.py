"""Is the day of publication right, unknown or wrong, and are date strings read as people read them?

Pages go through the real chain: HTML reader, layout, date finder, on the page's main item. Two public sets, twice each:
as it is, and with meta, JSON-LD, microdata, the attributes of <time> and the address taken away. Beside them htmldate
on the same bytes, with its defaults and with original_date. A page is right when the day, as written in its own zone,
is the true one; a month or no date is unknown. Choices were made on the even pages of each set; all and odd are
printed, and those pages on which onrecord answers: there both have the same coverage.

    python bench/quality/dates.py --data DIR            the two sets of pages
    python bench/quality/dates.py --data DIR --gold     date strings of GUM besides: overlap F1 and values
    python bench/quality/dates.py --data DIR --misses   name the pages that came out unknown or wrong
"""

from __future__ import annotations

import argparse
import html
import json
import math
import os
import re
import sys
import tarfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from onrecord.finders.date_strings import DateString, NumberEvidence, find_dates, number_evidence
from onrecord.finders.dates import find
from onrecord.formats.html import read
from onrecord.layouts import LAYOUTS
from onrecord.types import Capture, Dating, NumberOrder, Reading, Sighting, SiteSlice, Text

HTMLDATE, FUNDUS, GUM = (
    "corpora/html_news/htmldate_subset.tar.xz",
    "corpora/html_news/fundus_subset.tar.xz",
    "times/gum.dev.jsonl",
)
NEEDS = f"""needs these below --data or ONRECORD_DATA:
{HTMLDATE}: html/*.html and truth.json (url, file, date), pages of github.com/adbar/htmldate, commit b895282
{FUNDUS}: <country>/<Publisher>_<day>.html, <Publisher>.json and meta.info of github.com/flairNLP/fundus, commit 18da6e5
{GUM} (for --gold): id, dct, text and times of github.com/UniversalDependencies/UD_English-GUM, commit afb41ee"""
FARTHEST_ZONE = timedelta(hours=14)
FLOORS = Path(__file__).with_name("floors.json")
# What a page declares of its date; <meta> that names the encoding stays, for without it no reader can decode the page.
_DECLARING = re.compile(
    rb"<meta\b(?![^>]*charset)[^>]*>|<link\b[^>]*\brel=[\"']?(?:canonical|alternate|shortlink|amphtml)\b[^>]*>"
    rb"|<script\b[^>]*ld\+json[^>]*>.*?</script\s*>",
    re.IGNORECASE | re.DOTALL,
)
_TIME = re.compile(rb"<time\b[^>]*>", re.IGNORECASE)
_MICRODATA = re.compile(rb"\s(?:itemprop|datetime)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)
Dater = Callable[["Page"], str | None]


@dataclass(frozen=True, slots=True)
class Page:
    """One page, its true day of publication, and when it was fetched (None = nobody knows)."""

    name: str
    body: bytes
    address: str
    truth: str
    captured_at: str | None


def main() -> int:
    """Print the tables; 1 when a measure is below its floor, 2 when the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"), help="folder of the public data")
    parser.add_argument("--gold", action="store_true", help="also measure date strings on GUM")
    parser.add_argument("--misses", action="store_true", help="also name the pages that are not right")
    given = parser.parse_args()
    wanted = [HTMLDATE, FUNDUS, *([GUM] if given.gold else [])]
    if not given.data or not all((Path(given.data) / name).is_file() for name in wanted):
        print(NEEDS, file=sys.stderr)
        return 2
    data = Path(given.data)
    measures: dict[str, float] = {}
    for label, pages in (("htmldate", htmldate_pages(data / HTMLDATE)), ("fundus", fundus_pages(data / FUNDUS))):
        for state, variant in (("as it is", pages), ("stripped", [stripped(page) for page in pages])):
            print(f"\n{label} set, {state}")
            measures |= compared(f"{label} {state}", variant, misses=given.misses)
    if given.gold:
        measures |= strings_of_gum(data / GUM)
    return held(measures)


def htmldate_pages(archive: Path) -> list[Page]:
    """The pages of the htmldate set, in the order of its truth."""
    contents = _contents(archive)
    return [
        Page(row["file"], contents[f"html/{row['file']}"], row["url"], row["date"], None)
        for row in json.loads(contents["truth.json"])
    ]


def fundus_pages(archive: Path) -> list[Page]:
    """The pages of the fundus set, by name; the truth is the publishing date of the version whose title the page has.

    Several articles of a publisher share a file of versions. A page whose truth lies after its crawl is left out;
    truths without a zone are local, so hours ahead of UTC.
    """
    contents = _contents(archive)
    pages = []
    for name in sorted(name for name in contents if name.endswith(".html")):
        country, file = name.rsplit("/", 1)
        versions = json.loads(contents[f"{country}/{re.sub(r'_[0-9_]+[.]html$', '', file)}.json"])
        meta = json.loads(contents[f"{country}/meta.info"])[f"{file}.gz"]
        crawled = meta["crawl_date"].split(".")[0].replace(" ", "T") + "Z"
        words = " ".join(html.unescape(contents[name].decode("utf-8", "replace")).split())
        dates = {
            version["publishing_date"]
            for version in versions.values()
            if version.get("publishing_date") and (len(versions) == 1 or " ".join(version["title"].split()) in words)
        }
        if len(dates) == 1 and _instant(min(dates)) <= datetime.fromisoformat(crawled) + FARTHEST_ZONE:
            pages.append(Page(name, contents[name], meta["url"], dates.pop()[:10], crawled))
    return pages


def stripped(page: Page) -> Page:
    """The page without what it declares of its date, and without its address."""
    body = _MICRODATA.sub(b"", _TIME.sub(b"<time>", _DECLARING.sub(b"", page.body)))
    return Page(page.name, body, "", page.truth, page.captured_at)


def ours(page: Page) -> str | None:
    """The day on which the page's main item was published, by the chain of onrecord."""
    capture = Capture.of(page.body, "text/html")
    host = urlsplit(page.address).hostname or "pages"
    document = read(capture, Sighting(capture.id, page.address or "page.html", host, page.captured_at))
    site = SiteSlice(number_order=order_of(number_evidence(document)), captured_at=page.captured_at)
    items = LAYOUTS["page"](document, site)
    for item in items:
        if item.is_main:
            things = find(Reading(document, item, items, document.language, site))
            published = next(thing for thing in things if isinstance(thing, Dating) and thing.role == "published")
            return published.when.edtf
    return None


def order_of(evidence: NumberEvidence) -> NumberOrder | None:
    """What a site of this one page knows of its order of numbers."""
    if bool(evidence.day_first) == bool(evidence.month_first):
        return None
    return "day" if evidence.day_first else "month"


def htmldates(*, original: bool) -> Dater:
    """htmldate on the same bytes."""
    from htmldate import find_date

    return lambda page: find_date(page.body, original_date=original, url=page.address or None)


def compared(label: str, pages: Sequence[Page], *, misses: bool) -> dict[str, float]:
    """Print the table of one set in one state; our measures by name."""
    print(f"{'':28}{'pages':>6} {'right':>22} {'unknown':>22} {'wrong':>22}  CPU-s")
    measures: dict[str, float] = {}
    answered: list[int] = []
    daters = {"onrecord": ours, "htmldate": htmldates(original=False), "htmldate original": htmldates(original=True)}
    for name, dater in daters.items():
        started = time.process_time()
        verdicts = [verdict(page, dater(page)) for page in pages]
        seconds = time.process_time() - started
        answered = answered or [number for number, one in enumerate(verdicts) if one != "unknown"]
        parts = {"all": verdicts, "odd": verdicts[1::2], "answered": [verdicts[number] for number in answered]}
        for part, chosen in parts.items():
            cells = "".join(f" {share(chosen, kind):>22}" for kind in ("right", "unknown", "wrong"))
            spent = f"  {seconds:5.1f}" if part == "all" else ""
            print(f"{name + ', ' + part:28}{len(chosen):>6}{cells}{spent}")
        if name == "onrecord":
            measures = {
                f"{label} right": verdicts.count("right") / len(verdicts),
                f"{label} not wrong": 1 - verdicts.count("wrong") / len(verdicts),
            }
            for number, (page, one) in enumerate(zip(pages, verdicts, strict=True)):
                if misses and one != "right":
                    print(f"  {number:3} {one:8} {page.truth} {dater(page)}  {page.name}", file=sys.stderr)
    return measures


def verdict(page: Page, edtf: str | None) -> str:
    """Whether a date names the true day, none, or another."""
    if edtf is None or len(edtf) < 10:
        return "unknown"
    return "right" if edtf[:10] == page.truth else "wrong"


def share(verdicts: Sequence[str], kind: str) -> str:
    """The count and the share of a verdict with its Wilson interval of 95 %."""
    low, high = wilson(verdicts.count(kind), len(verdicts))
    return f"{verdicts.count(kind)} {verdicts.count(kind) / len(verdicts):.1%} [{low:.0%}, {high:.0%}]"


def wilson(hits: int, n: int) -> tuple[float, float]:
    """The Wilson interval of 95 % for `hits` of `n`."""
    z, rate = 1.96, hits / n
    middle = (rate + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def strings_of_gum(file: Path) -> dict[str, float]:
    """Print overlap F1 of date strings and how many of those that say a value say the right one.

    Times of day and durations count as missed: this grammar does not look for them. Expressions that need an anchor
    get none here, so they have no value.
    """
    found = gold = found_right = gold_right = valued = values_right = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)
        dates = find_dates(Text.of(text["text"]), languages=("en",))
        spans = [(start, end) for start, end, _ in text["times"]]
        found, gold = found + len(dates), gold + len(spans)
        found_right += sum(any(_meet(date, span) for span in spans) for date in dates)
        gold_right += sum(any(_meet(date, span) for date in dates) for span in spans)
        for start, end, value in text["times"]:
            for date in (date for date in dates if _meet(date, (start, end)) and date.edtf and not date.is_yearless):
                valued += 1
                values_right += _equal(date.edtf or "", value)
                break
    precision, recall = found_right / found, gold_right / gold
    f1 = 2 * precision * recall / (precision + recall)
    print(f"\nGUM date strings: {found} found, {gold} gold, overlap P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    print(f"values of those with a year of their own: {values_right} of {valued} right ({values_right / valued:.1%})")
    return {"gum overlap f1": f1, "gum values": values_right / valued}


def held(measures: dict[str, float]) -> int:
    """1 when a measure is below its floor, else 0."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")).get("dates", {}) if FLOORS.is_file() else {}
    low = [name for name, floor in floors.items() if name in measures and measures[name] < floor]
    for name in low:
        print(f"below its floor: {name} {measures[name]:.3f} < {floors[name]}", file=sys.stderr)
    return 1 if low else 0


def _meet(date: DateString, span: tuple[int, int]) -> bool:
    return date.span.start < span[1] and span[0] < date.span.end


def _equal(edtf: str, value: dict[str, str]) -> bool:
    if "when" in value:
        return edtf[: len(value["when"])] == value["when"] if len(edtf) > 10 else edtf == value["when"]
    first, last = value.get("from", ""), value.get("to", "")
    if edtf.endswith("X"):
        return first[:3] == edtf[:3] == last[:3]
    start, _, end = edtf.partition("/")
    return first.startswith(start) and last.startswith(end)


def _instant(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _contents(archive: Path) -> dict[str, bytes]:
    with tarfile.open(archive) as files:
        return {member.name: file.read() for member in _members(files) if (file := files.extractfile(member))}


def _members(files: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    members: Iterable[tarfile.TarInfo] = files
    return (member for member in members if member.isfile())


if __name__ == "__main__":
    sys.exit(main())
