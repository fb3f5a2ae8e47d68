"""A small site of invented pages, each with something to teach the others: the ground for the laws of the record."""

from __future__ import annotations

import hashlib
from pathlib import Path

from onrecord import verbs
from onrecord.settings import Settings, read_settings

NAV = "<nav><a href=/>Home</a> <a href=/news>News</a> <a href=/contact>Contact the ministry</a></nav>"
FOOTER = "<footer><p>Ministry of Transport of Orvania, 12 Harbour Street, Lindmouth</p></footer>"
TEASER = (
    "<p>The harbour master of Lindmouth received a delegation of pilots from the outer islands and showed them the new"
    " radar station.</p>"
)
DATED_TEASER = f"<p>Published: 14 March 2024</p>{TEASER}"


def html(title: str, body: str, *, teaser: str = TEASER, date: str = "") -> str:
    """A page of the site."""
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title></head><body>{NAV}<aside>{teaser}</aside>"
        f"<main><article><h1>{title}</h1><p>{date}</p>{body}</article></main>{FOOTER}</body></html>"
    )


SPEECH = (
    "<p>Ladies and gentlemen, I thank you for the invitation. The ferries will sail again, and they will sail on"
    " time. I have asked the harbour office for a timetable that a child can read.</p>"
    "<p>We owe that to the people of the outer islands, who have waited for nine winters.</p>"
)
QUOTED = (
    "<p>“We will act, and soon,” said Mira Halloran, minister of transport. “The ferries belong to the islands.”</p>"
    "<p>The minister spoke after a meeting with the pilots' guild, which had asked for a second radar station.</p>"
)
# Names are chosen so that no order of names is the order in which pages teach each other.
PAGES: dict[str, str] = {
    "m.html": html("Minister of transport promises ferries", QUOTED, date="Published: 05/06/2024"),
    "a.html": html("New timetable for the outer islands", SPEECH, date="25/06/2024", teaser=DATED_TEASER),
    "z.html": html("Pilots' guild meets the minister", QUOTED.replace("act, and soon", "build, and well")),
    "k/b.html": html("Remarks by Mira Halloran at the harbour", SPEECH, date="07/08/2024"),
    "c.txt": (
        "The pilots' guild of Lindmouth elected Tomas Brandt as its chair on 3 May 2024.\n\n\n"
        "Bridge of Sallow reopened\n\n"
        "The bridge of Sallow reopened on 7 May 2024, the Ministry of Transport of Orvania announced. “It will stand,”"
        " said the engineer Ilse Varga.\n"
    ),
    "n.csv": "name,office\nMira Halloran,minister of transport\nTomas Brandt,chair of the pilots' guild\n",
}


def write(folder: Path, names: list[str] | None = None, pages: dict[str, str] | None = None) -> list[Path]:
    """The pages of those names, as files below `folder`."""
    pages = PAGES if pages is None else pages
    files = []
    for name in pages if names is None else names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(pages[name], encoding="utf-8")
        files.append(file)
    return files


def settings(**flags: object) -> Settings:
    """Settings under a clock that stands still."""
    return read_settings({"now": "2026-01-02T03:04:05Z", "model": False, **flags}, environ={})


def digest(record: Path) -> str:
    """The digest of a settled record."""
    return str(verbs.info(record, with_digest=True)["digest"])


def many(count: int, *, site_size: int = 40) -> dict[str, str]:
    """`count` distinct pages in folders of `site_size`: variants of the pages above with other words in them."""
    variants = {}
    originals = [(name, text) for name, text in PAGES.items() if name.endswith(".html")]
    for number in range(count):
        name, text = originals[number % len(originals)]
        mark = hashlib.sha256(str(number).encode()).hexdigest()[:12]
        text = text.replace("outer islands", f"islands of {mark}").replace("second radar", f"radar number {number}")
        variants[f"{number // site_size:03}/{number:05}-{Path(name).stem}.html"] = text
    return variants
