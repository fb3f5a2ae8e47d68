"""Glued pages with known joins: teasers and articles of public corpora, put together as pages of ministries are.

    from glue import articles, pages
    for glued in pages(articles(data, "train"), 500, seed=1): ...

`pages(..., hard=True)` glues pages on which little shows where an item begins: hardly a teaser has its title, none its
day, on half of the pages all gaps are alike, teasers have one to four sentences or two paragraphs, and half
of the main items have lost their title. `near=0.5` glues half of the pages from articles that name the same people and
bodies, as the news of one ministry do.

What else is varied: blank lines between items and between paragraphs (alike, wider, wider with exceptions, with a
no-break space on the blank line, of any width, or none), a main title close to the last teaser and far from its own
text, 0 to 6 teasers before and now and then after the main item, their length, titles and dates (over, under or
after, in six spellings), section names and headings, "Read more", titles in capitals or printed twice, bylines, a
second article, lines that other pages of the site carry too. Nothing here is imported by the package.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import html
import json
import lzma
import random
import re
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True)
class Article:
    """A text of a corpus: its title when it has one, its paragraphs, and a group by which neighbours are drawn."""

    name: str
    title: str | None
    paragraphs: tuple[str, ...]
    group: str
    byline: str = ""

    @property
    def words(self) -> int:
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)


@dataclass(frozen=True)
class Glued:
    """A page: its text, where its items start (each with other starts that count as right), which is main.

    free      offsets of lines that belong to no item (section names): no start there is right or wrong
    dates     ISO days of the page's neighbours of the main item, as their date lines say
    main_date the ISO day that the main item's own date line says, None when it has none
    known     lines that the site's other pages carry too
    """

    name: str
    text: str
    starts: tuple[int, ...]
    free: tuple[int, ...]
    main: int
    main_end: int
    dates: tuple[str, ...]
    main_date: str | None
    known: tuple[str, ...]
    group: str


def articles(data: Path, part: str) -> list[Article]:
    """The articles of "train" (PolNeAR train, State Department items) or of "held" (GOV.UK, Californian releases)."""
    if part == "train":
        return [*_polnear(data), *_state(data, "456789abcdef")]
    return [*_govuk(data), *_california(data)]


def pages(texts: Sequence[Article], count: int, seed: int, *, hard: bool = False, near: float = 0.0) -> Iterator[Glued]:
    """`count` pages glued from `texts`; the same seed gives the same pages.

    hard  little shows where items begin
    near  the share of pages whose articles name the same people and bodies
    """
    draw = random.Random(seed)
    groups: dict[str, list[Article]] = {}
    for text in texts:
        groups.setdefault(text.group, []).append(text)
    names = sorted(groups)
    for number in range(count):
        weights = [len(groups[name]) ** 0.5 for name in names]
        group = groups[draw.choices(names, weights)[0]]
        if near and draw.random() < near:
            group = _near(group, draw)
        yield _page(f"{seed}-{number}", group, _hard_style(draw) if hard else _style(draw), draw)


def _near(texts: Sequence[Article], draw: random.Random) -> Sequence[Article]:
    """An article and, of 80 others, the eight that share most of the names in their first paragraphs with it."""
    some = draw.sample(texts, min(len(texts), 81))
    own = _names(some[0])
    others = sorted(some[1:], key=lambda one: (-len(own & _names(one)) / (8 + len(_names(one))), one.name))
    return [some[0], *others[:8]]


def _names(text: Article) -> frozenset[str]:
    return frozenset(re.findall(r"(?<=[a-z,] )[A-Z]\w+", " ".join(text.paragraphs[:3])))


@dataclass(frozen=True)
class _Style:
    paragraph: str
    item: str
    exceptions: float
    titled: float
    dated: str  # "" "before" "under" (the title, when there is one) "after"
    spelling: int
    more: str
    cut: str
    capitals: bool  # titles in capitals
    ragged: float  # how many gaps are of any width, as in text taken from a printed page
    main_titled: float = 0.75
    sentences: int = 3  # at most so many of a teaser's first paragraph
    sections: float = 0.08
    known: float = 0.3  # how many pages have neighbours that carry their teasers


def _style(draw: random.Random) -> _Style:
    paragraph, item, exceptions = draw.choices(
        [
            ("\n\n", "\n\n", 0.0),
            ("\n\n", "\n\n\n", 0.0),
            ("\n\n", "\n\n\n", 0.25),
            ("\n\n", "\u00a0\n\n\n", 0.25),
            ("\n\n", "\n\u00a0\n\n", 0.1),
            ("\n", "\n\n", 0.1),
            ("\n", "\n", 0.0),
            ("\n\n", "\n\n\n\n", 0.1),
        ],
        [35, 14, 18, 6, 5, 10, 6, 6],
    )[0]
    return _Style(
        paragraph,
        item,
        exceptions,
        draw.choices([0.0, 1.0, 0.5], [55, 35, 10])[0],
        draw.choices(["", "before", "under", "after"], [55, 17, 11, 17])[0],
        draw.randrange(6),
        draw.choices(["", "Read more", "Read more…", "More", "Continue reading"], [80, 8, 4, 4, 4])[0],
        draw.choices(["", "...", "…", " [...]"], [84, 6, 6, 4])[0],
        draw.random() < 0.15,
        draw.choices([0.0, 0.15, 0.4], [86, 9, 5])[0],
    )


def _hard_style(draw: random.Random) -> _Style:
    paragraph, item, exceptions = draw.choices(
        [
            ("\n\n", "\n\n", 0.0),
            ("\n\n", "\n\n\n", 0.4),
            ("\n\n", "\n\n\n", 0.0),
            ("\n\n\n", "\n\n\n", 0.0),
            ("\n", "\n", 0.0),
            ("\n", "\n\n", 0.4),
        ],
        [38, 24, 18, 4, 8, 8],
    )[0]
    return _Style(
        paragraph,
        item,
        exceptions,
        draw.choices([0.0, 0.15, 0.4], [60, 25, 15])[0],
        "",
        draw.randrange(6),
        "",
        draw.choices(["", "...", "…"], [94, 3, 3])[0],
        False,
        draw.choices([0.0, 0.2], [95, 5])[0],
        main_titled=0.5,
        sentences=4,
        sections=0.0,
        known=0.0,
    )


def spelled(day: date, spelling: int) -> str:
    """`day` in one of six spellings."""
    month = MONTHS[day.month - 1]
    return (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        day.isoformat(),
        f"{day.day} {month[:3]} {day.year} |",
        f"Published: {day.day} {month} {day.year}",
    )[spelling]


def _page(name: str, texts: Sequence[Article], style: _Style, draw: random.Random) -> Glued:
    chosen = draw.sample(texts, min(len(texts), 9))
    main = max(chosen[:2], key=lambda one: one.words)
    others = [one for one in chosen if one is not main]
    before = draw.choices([0, 1, 2, 3, 4, 5, 6], [15, 8, 12, 17, 22, 16, 10])[0]
    after = draw.choices([0, 1, 2, 3], [78, 8, 8, 6])[0]
    crawl = date(2019, 1, 1) + timedelta(days=draw.randrange(2000))
    pieces: list[tuple[str, list[str], str | None]] = []
    for other in others[: before + after]:
        day = crawl - timedelta(days=draw.randrange(9)) if style.dated else None
        pieces.append(("teaser", _teaser(other, style, day, draw), day.isoformat() if day else None))
    body = _main(main, style, crawl - timedelta(days=400 + draw.randrange(3000)), draw)
    ordered = [*pieces[:before], ("main", *body), *pieces[before : before + after]]
    if draw.random() < 0.05 and len(others) > 8 and others[-1].words < main.words:
        second = _main(others[-1], style, crawl, draw)
        ordered.append(("second", *second))
    return _joined(name, ordered, style, draw, texts[0].group)


def _teaser(text: Article, style: _Style, day: date | None, draw: random.Random) -> list[str]:
    many = draw.choices([1, 2, 3], [70, 22, 8])[0]
    paragraphs = list(text.paragraphs[:many])
    if many == 1 and draw.random() < 0.6:
        sentences = re.split(r"(?<=[.!?]) (?=[A-Z“\"])", paragraphs[0])
        paragraphs = [" ".join(sentences[: draw.randint(1, style.sentences)])]
    if style.cut and draw.random() < 0.7:
        words = paragraphs[-1].split()
        paragraphs[-1] = " ".join(words[: max(8, int(len(words) * draw.uniform(0.5, 0.95)))]) + style.cut
    lines = paragraphs
    if text.title and draw.random() < style.titled:
        lines = [_printed(text.title, style), *lines]
    if day:
        line = spelled(day, style.spelling)
        at = {"before": 0, "under": int(lines is not paragraphs), "after": len(lines)}[style.dated]
        lines = [*lines[:at], line, *lines[at:]]
    return [*lines, style.more] if style.more else lines


def _main(text: Article, style: _Style, day: date, draw: random.Random) -> tuple[list[str], str | None]:
    limit = draw.choices([4, 8, 20, 200], [15, 25, 35, 25])[0]
    lines = list(text.paragraphs[: max(3, limit)])
    if draw.random() < 0.25:
        lines = _headed(lines, draw)
    iso: str | None = None
    if text.byline and draw.random() < 0.5:
        lines = [text.byline, *lines]
    dated = draw.random() < (0.5 if style.dated else 0.15)
    under = style.dated != "before" or draw.random() < 0.4
    if dated:
        iso = day.isoformat()
    if dated and under:
        lines = [spelled(day, style.spelling), *lines]
    if text.title and draw.random() < style.main_titled:
        title = _printed(text.title, style)
        lines = [title, *([title] if draw.random() < 0.08 else []), *lines]
    if dated and not under:
        lines = [spelled(day, style.spelling), *lines]
    return lines, iso


def _printed(title: str, style: _Style) -> str:
    return title.upper() if style.capitals else title


def _headed(lines: Sequence[str], draw: random.Random) -> list[str]:
    """The paragraphs with a section heading, two to six words of what follows, before some of them."""
    headed = [lines[0]]
    every = draw.randint(2, 6)
    for number, line in enumerate(lines[1:], 1):
        words = re.findall(r"[\w’'-]+", line)
        if number % every == 0 and len(words) > 12:
            start = draw.randrange(len(words) - 6)
            heading = " ".join(words[start : start + draw.randint(2, 6)])
            headed.append(heading[0].upper() + heading[1:] + ("?" if draw.random() < 0.1 else ""))
        headed.append(line)
    return headed


def _joined(
    name: str, pieces: Sequence[tuple[str, list[str], str | None]], style: _Style, draw: random.Random, group: str
) -> Glued:
    text = draw.choice(["", "\n", "\n\n"])
    starts: list[int] = []
    free: list[int] = []
    main = main_end = 0
    main_date: str | None = None
    dates: list[str] = []
    # On some sites the main title stands close to the last teaser and far from its own text.
    hidden = draw.random() < 0.25
    title_gap = style.item if hidden else draw.choice([style.paragraph, style.paragraph, style.item, "\n"])
    section = draw.random() < style.sections
    for place, (role, lines, day) in enumerate(pieces):
        if place:
            single = draw.random() < style.exceptions or (hidden and role == "main")
            text += style.paragraph if single else style.item
        if section and (place == 0 or role == "main") and len(pieces) > 1:
            free.append(len(text))
            text += draw.choice(["News", "Latest news", "Press releases", "IN BRIEF", "Events"]) + style.item
        starts.append(len(text))
        if role == "main":
            main, main_date = len(text), day
        elif day:
            dates.append(day)
        for number, line in enumerate(lines):
            if number:
                titled = number == 1 and lines[0][-1:] not in ".!?"
                gap = title_gap if titled else style.paragraph
                text += "\n" * draw.randint(1, 3) if draw.random() < style.ragged else gap
            text += line
        if role == "main":
            main_end = len(text)
    known = _known(pieces, style, draw)
    return Glued(
        name,
        text + draw.choice(["", "\n"]),
        tuple(starts),
        tuple(free),
        main,
        main_end,
        tuple(dates),
        main_date,
        known,
        group,
    )


def _known(pieces: Sequence[tuple[str, list[str], str | None]], style: _Style, draw: random.Random) -> tuple[str, ...]:
    """The blocks that other pages of the site carry: the teasers, most of the time, and now and then the main lead."""
    if len(pieces) < 2 or draw.random() < 1 - style.known:
        return ()
    known = [line for role, lines, _ in pieces if role == "teaser" and draw.random() < 0.9 for line in lines]
    own = next(lines for role, lines, _ in pieces if role == "main")
    return (*known, *(own[:2] if draw.random() < 0.25 else ()))


def _polnear(data: Path) -> Iterator[Article]:
    with gzip.open(data / "attribution/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", row["text"]) if part.strip()]
            title = row["title"] or None
            if paragraphs and title and _same(paragraphs[0], title):
                paragraphs = paragraphs[1:]
            if len(paragraphs) >= 3:
                yield Article(row["id"], title, tuple(paragraphs), f"polnear {row['publisher']}")


def state_items(data: Path) -> Iterator[dict[str, str]]:
    """The first version of every State Department item that is not reserved: guid, title, text by paragraphs."""
    from justhtml import JustHTML

    seen: set[str] = set()
    with lzma.open(data / "corpora/feed_state_gov/item_versions.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            guid = row["guid"]
            if guid in seen or hashlib.sha1(guid.encode()).hexdigest().startswith("0"):
                continue
            seen.add(guid)
            raw = row["raw_item_xml"]
            title = re.search(r"<title>(.*?)</title>", raw, re.DOTALL)
            body = re.search(r"<content:encoded><!\[CDATA\[(.*?)\]\]></content:encoded>", raw, re.DOTALL)
            if title and body:
                nodes = JustHTML(body.group(1), sanitize=False).query("p, li, h2, h3, h4")
                parts = [" ".join(node.to_text().split()) for node in nodes]
                yield {
                    "guid": guid,
                    "title": " ".join(html.unescape(title.group(1)).split()),
                    "text": "\n\n".join(part for part in parts if part),
                }


def guid_digit(guid: str) -> str:
    """The first hex digit of sha1(guid): how the feed's items are parted into folds."""
    return hashlib.sha1(guid.encode()).hexdigest()[0]


def _state(data: Path, digits: str) -> Iterator[Article]:
    for row in state_items(data):
        if guid_digit(row["guid"]) not in digits:
            continue
        parts = row["text"].split("\n\n")
        start = next((i for i, part in enumerate(parts) if len(part.split()) >= 12), len(parts))
        byline = parts[0] if start and len(parts[0].split()) <= 12 else ""
        if len(parts) - start >= 2 and sum(len(part.split()) for part in parts) >= 60:
            yield Article(row["guid"], row["title"], tuple(parts[start:]), "state", byline)


def _tar(path: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(path) as archive:
        for member in archive:
            if member.isfile():
                file = archive.extractfile(member)
                if file:
                    yield member.name, file.read()


def _govuk(data: Path) -> Iterator[Article]:
    from justhtml import JustHTML

    for path in sorted((data / "corpora/official_govuk").glob("*.tar.xz")):
        for name, raw in sorted(_tar(path)):
            if not name.endswith(".json"):
                continue
            row = json.loads(raw)
            body = row.get("details", {}).get("body")
            if not isinstance(body, str):
                continue
            nodes = JustHTML(body, sanitize=False).query("p, li, h2, h3")
            parts = [" ".join(node.to_text().split()) for node in nodes]
            parts = [part for part in parts if part]
            if len(parts) >= 3 and sum(len(part.split()) for part in parts) >= 80:
                yield Article(name, row["title"], tuple(parts), "govuk")


def _california(data: Path) -> Iterator[Article]:
    for path in sorted((data / "corpora/press_releases_ca").glob("*.tar.xz")):
        for name, raw in sorted(_tar(path)):
            if name.endswith(".txt") and "/text/" in f"/{name}":
                found = _clean(raw.decode("utf-8", "replace").splitlines())
                if found:
                    yield Article(name, found[0], found[1], f"california {name.split('/')[-2]}")


def _clean(lines: Iterable[str]) -> tuple[str, tuple[str, ...]] | None:
    """Title and running paragraphs of a scraped release: the head with its skip links and breadcrumbs left out."""
    kept = [" ".join(line.split()) for line in lines if line.strip()]
    if not kept:
        return None
    title = kept[0].rsplit(" - ", 1)[0].strip()
    last = max((i for i, line in enumerate(kept[:30]) if _same(line, title)), default=0)
    body = kept[last + 1 :]
    if any("For Immediate Release" in line for line in kept[:40]):
        # One county prints contact lines under the title; its paragraphs are long.
        body = [line for line in body if len(line.split()) >= 8]
    joined: list[str] = []
    for line in body:
        if joined and not re.search(r"[.!?:”\"]$", joined[-1]):
            joined[-1] += " " + line  # a link or a name in bold was on a line of its own
        else:
            joined.append(line)
    return (title, tuple(joined)) if len(joined) >= 3 else None


def _same(left: str, right: str) -> bool:
    fold = re.compile(r"\w+")
    return fold.findall(left.casefold()) == fold.findall(right.casefold())


def speeches(data: Path, sessions: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Name and text of the General Debate speeches of some sessions.

    Those of session 79 are taken from printed pages, with broken lines and blank lines anywhere; "79 held" are the half
    that is reported on, "79 fitted" the other one.
    """
    for path in sorted((data / "corpora/speeches_ungdc").glob("*.tar.xz")):
        for name, raw in sorted(_tar(path)):
            held = int(hashlib.sha1(name.encode()).hexdigest(), 16) % 2
            named = {
                session.split()[0] for session in sessions if session.split()[1:] != [("fitted", "held")[not held]]
            }
            if name.endswith(".txt") and any(f"_{session}_" in name for session in named):
                yield name, raw.decode("utf-8-sig", "replace")


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a gzipped csv."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
