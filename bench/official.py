"""Official texts of the public data, rendered alike on every machine, and the marks that people set on them.

A text is known by "corpus key" and by its sha256; marks stand in bench/marks/, offsets only, no word of the texts.
"""

from __future__ import annotations

import hashlib
import html
import io
import json
import lzma
import re
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.formats import Caps
from onrecord.pipeline import read_items, read_page
from onrecord.settings import Settings
from onrecord.types import Capture, Reading, Sighting, SiteSlice

ORIGINS = """\
needs the folder of public data (--data or ONRECORD_DATA) with, in corpora/:
  feed_state_gov/item_versions.jsonl.xz             github.com/markschaver/State-Department-PR @ cd530c3f052f
  official_govuk/govuk_content_examples.tar.xz      github.com/alphagov/govuk-content-schemas @ a8c70abc86b3
  pdf_un_ga79/un_ga79_statements.tar.xz             github.com/vnglst/un-speeches @ ed1ba7151c24
  speeches_ungdc/ungdc_sessions_50_70_78_79.tar.xz  Harvard Dataverse 10.7910/DVN/0TJX8Y
or --gold with a file of marks that hold their texts"""
MARKS = Path(__file__).parent / "marks" / "official.json"
BREAK = re.compile(r"</?(?:p|div|h\d|li|ul|ol|blockquote|table|tr|figure|figcaption|section|hr)\b[^>]*>", re.I)
HIDDEN = re.compile(r"<(script|style)\b.*?</\1>", re.S | re.I)


@dataclass(frozen=True, slots=True)
class Official:
    """A text as its source has it: title, body as HTML ("" where it has none), and as plain text."""

    id: str
    title: str
    body: str
    plain: str

    @property
    def sha256(self) -> str:
        """The digest of the plain text."""
        return hashlib.sha256(self.plain.encode()).hexdigest()


def officials(data: str | None) -> dict[str, Official]:
    """The texts by id. Ends the program with 2 when the data is missing."""
    root = Path(data or "") / "corpora"
    if not data or not (root / "feed_state_gov/item_versions.jsonl.xz").is_file():
        print(ORIGINS, file=sys.stderr)
        sys.exit(2)
    found = [*_feed(root), *_govuk(root)]
    found += _files(root / "pdf_un_ga79/un_ga79_statements.tar.xz", "pdf_un_ga79", "_en.txt")
    found += _files(root / "speeches_ungdc/ungdc_sessions_50_70_78_79.tar.xz", "speeches_ungdc", ".txt")
    return {one.id: one for one in found}


def _feed(root: Path) -> Iterator[Official]:
    """The latest version of each item; those reserved for testing are left out."""
    latest: dict[str, str] = {}
    with lzma.open(root / "feed_state_gov/item_versions.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            latest[row["guid"]] = row["raw_item_xml"]
    for guid, xml in latest.items():
        title = re.search(r"<title>(.*?)</title>", xml, re.S)
        body = re.search(r"<content:encoded><!\[CDATA\[(.*?)\]\]></content", xml, re.S)
        if title and body and not hashlib.sha1(guid.encode()).hexdigest().startswith("0"):
            name = html.unescape(title[1]).strip()
            yield Official(f"feed_state_gov {guid}", name, body[1], f"{name}\n\n{plain(body[1])}\n")


def _govuk(root: Path) -> Iterator[Official]:
    with tarfile.open(root / "official_govuk/govuk_content_examples.tar.xz") as tar:
        for member in tar:
            file = tar.extractfile(member) if member.name.endswith(".json") else None
            item = json.load(file) if file else {}
            if not item.get("details", {}).get("body") or item.get("locale") != "en":
                continue
            body = "".join(f"<p>{html.escape(line)}</p>" for line in _govuk_head(item)) + item["details"]["body"]
            name = f"official_govuk {member.name.removeprefix('./')}"
            yield Official(name, item["title"], body, f"{item['title']}\n\n{plain(body)}\n")


def _govuk_head(item: dict[str, Any]) -> Iterator[str]:
    """The lines that the site prints between title and body."""
    links, details = item.get("links", {}), item["details"]
    if item.get("description"):
        yield item["description"]
    who = [one["title"] for one in [*links.get("organisations", []), *links.get("speaker", [])]]
    who += [details["speaker_without_profile"]] if details.get("speaker_without_profile") else []
    if who:
        yield f"From: {' and '.join(who)}"
    if details.get("location"):
        yield f"Location: {details['location']}"
    if details.get("delivered_on"):
        yield f"Delivered on: {details['delivered_on'][:10]}"


def _files(archive: Path, corpus: str, ending: str) -> Iterator[Official]:
    with tarfile.open(archive) as tar:
        for member in tar:
            file = tar.extractfile(member) if member.isfile() and member.name.endswith(ending) else None
            if file:
                text = io.TextIOWrapper(file, encoding="utf-8", errors="replace").read()
                yield Official(f"{corpus} {Path(member.name).name}", "", "", text)


def plain(body: str) -> str:
    """The text of an HTML body: a blank line between blocks, entities resolved."""
    text = BREAK.sub("\n\n", re.sub(r"<br\s*/?>", "\n", re.sub(r"\s+", " ", HIDDEN.sub("", body)), flags=re.I))
    lines = [line.strip() for line in html.unescape(re.sub(r"<[^>]+>", "", text)).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def page(one: Official) -> bytes:
    """The text as a page of a site: its name in the head and a menu around it."""
    title = html.escape(one.title)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - Example Office</title></head>
<body><header><a href="/">Example Office</a><nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Newsroom</a></li>
<li><a href="/c">About us</a></li></ul></nav></header><main><article><h1>{title}</h1>
<div>{one.body}</div></article></main><footer><p><a href="/p">Privacy</a> <a href="/x">Contact</a></p></footer></body>
</html>""".encode()


def main_reading(body: bytes, name: str) -> Reading | None:
    """The reading of a page's main item, or of its first where none is; None when it has no item."""
    capture = Capture.of(body)
    document = read_page((capture, Sighting(capture.id, name, "site")), Caps.of(Settings())).document
    found = [one.reading for one in read_items((document, SiteSlice()), model=False)]
    return next((one for one in found if one.item.is_main), found[0] if found else None)


def marks(path: str | None) -> list[dict[str, Any]]:
    """The marks of a file; without one those of bench/marks."""
    found: list[dict[str, Any]] = json.loads((Path(path) if path else MARKS).read_text(encoding="utf-8"))
    return found


def marked_readings(
    rows: list[dict[str, Any]], data: str | None
) -> Iterator[tuple[dict[str, Any], str, str, Reading | None]]:
    """(mark, its text, form, reading) for each marked text, as plain text and, where it has one, as a page."""
    known = {} if all("text" in row for row in rows) else officials(data)
    for row in rows:
        if "text" in row:
            yield row, row["text"], "plain", main_reading(row["text"].encode(), "text.txt")
            continue
        one = known[row["id"]]
        if one.sha256 != row["sha256"]:
            sys.exit(f"{one.id} differs from the text that was marked")
        yield row, one.plain, "plain", main_reading(one.plain.encode(), "text.txt")
        if one.body:
            yield row, one.plain, "html", main_reading(page(one), "page.html")
