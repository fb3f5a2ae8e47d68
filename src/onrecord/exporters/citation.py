"""Citations of a statement, an item or a document: with the span, the archive's hash and the source.

A thing is its row (as JSON lines have it) with `source`, `fetched_at`, `capture_id` and `page_text_id` of its document
beside it; a statement may carry `title`, `published` and `issuer` of its item, a document the `title` of its main item.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from onrecord.exporters import STYLES
from onrecord.exporters.cells import span_text

Thing = Mapping[str, Any]
Piece = Literal["statement", "item", "document"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# How CSL 1.0.2 calls them; every other kind is a web page or, without an address, a document.
CSL_TYPES = {"speech": "speech", "interview": "interview"}
# LaTeX reads these as commands. Braces are spelt out because BibTeX counts them even after a backslash.
LATEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{letter: f"\\{letter}" for letter in "$&#_%"},
}
MARKS = "“”„‟«»‹›\"'‘’‚「」『』"
DAY = re.compile(r"\d{4}(-\d{2}){0,2}")


def cite(thing: Thing, style: str) -> str:
    """A citation of `thing` in `style` ("plain", "bibtex" or "csl-json"). Raises UnknownName for another style."""
    return str(STYLES[style](thing))


def plain(thing: Thing) -> str:
    """One paragraph: who, the words (in quotation marks only when direct), where, when, and how to check it."""
    words, title = _words(thing), _title(thing)
    who = _author(thing)
    parts = [f"{who}: {words}" if words else who, f"In: {title}" if title and words else title, _place_and_date(thing)]
    return " ".join(_sentence(part) for part in (*parts, *_said(thing), *_checks(thing)) if part)


def bibtex(thing: Thing) -> str:
    """A BibTeX entry of type misc. Braces balance whatever the words hold; an unknown date is the year n.d."""
    year, month = _year_and_month(_published(thing))
    entry = {
        # In braces once more: a name is not to be taken apart at a comma.
        "author": " and ".join(f"{{{latex(name)}}}" for name in _people(thing)),
        "title": f"{{{latex(_words(thing) or _title(thing) or _source(thing))}}}",
        "year": year,
        "month": month,
        "publisher": latex(_name(thing.get("issuer")) or ""),
        "howpublished": latex(_title(thing)) if _words(thing) else "",
        "url": _address(thing).translate({ord(letter): f"%{ord(letter):02X}" for letter in "{}\\ "}),
        "urldate": (thing.get("fetched_at") or "")[:10],
        "note": latex(_note(thing)),
    }
    # A month of BibTeX's own is a bare word; everything else stands in braces.
    lines = [f"  {key} = {value if key == 'month' else f'{{{value}}}'}," for key, value in entry.items() if value]
    return "\n".join([f"@misc{{onrecord-{thing['id'][:12]},", *lines, "}"])


def csl_json(thing: Thing) -> str:
    """A CSL-JSON array of one item. What is not known has no key: CSL prints "n.d." and no author by itself."""
    return json.dumps([{key: value for key, value in _csl(thing) if value}], ensure_ascii=False, indent=2)


def latex(words: str) -> str:
    """`words` as LaTeX text: nothing in it is a command, and every brace has its partner."""
    return " ".join("".join(LATEX.get(letter, letter) for letter in words).split())


def piece_of(thing: Thing) -> Piece:
    """What the row is of."""
    if "content_text" in thing:
        return "statement"
    return "item" if "item_key" in thing else "document"


def _csl(thing: Thing) -> Iterator[tuple[str, Any]]:
    words, address = _words(thing), _address(thing)
    yield "id", thing["id"]
    yield "type", CSL_TYPES.get(thing.get("kind", ""), "webpage" if address else "document")
    yield "author", [{"literal": name} for name in _people(thing)]
    yield "title", words or _title(thing) or _source(thing)
    yield "container-title", _title(thing) if words else ""
    yield "publisher", _name(thing.get("issuer"))
    yield "issued", _csl_date(_published(thing))
    yield "event-date", _csl_date(_spoken(thing))
    yield "URL", address
    yield "accessed", _csl_date((thing.get("fetched_at") or "")[:10])
    yield "archive", "onrecord"
    yield "archive_location", f"sha256:{thing['capture_id']}"
    yield "note", _note(thing)


def _author(thing: Thing) -> str:
    people = _people(thing)
    if people:
        return " and ".join(people)
    if piece_of(thing) == "statement":
        return "Unknown speaker"
    return _name(thing.get("issuer")) or ""


def _people(thing: Thing) -> list[str]:
    speakers = [thing.get("speaker")] if piece_of(thing) == "statement" else thing.get("speakers") or []
    return [name for name in map(_name, speakers) if name]


def _name(party: Mapping[str, Any] | None) -> str | None:
    """Name and office as the text has them; an inferred one says so."""
    if party is None or party.get("basis") == "unknown":
        return None
    said = ", ".join(part for part in (party.get("name"), party.get("office")) if part) or party.get("body")
    return f"{said} (inferred)" if said and party.get("basis") == "inferred" else said


def _note(thing: Thing) -> str:
    unnamed = piece_of(thing) == "statement" and not _people(thing)
    return ". ".join([*(["Unknown speaker"] if unnamed else []), *_said(thing), *_checks(thing, address=False)])


def _sentence(part: str) -> str:
    part = " ".join(part.split())
    return part if part[-1] in ".!?…" or (part[-1] in MARKS and part[-2:-1] in ".!?…") else f"{part}."


def _words(thing: Thing) -> str:
    """What was said: in quotation marks when direct, said to be a report when it is one, nothing for a whole item."""
    if piece_of(thing) != "statement" or thing["mode"] == "whole_item":
        return ""
    content: str = thing["content_text"]
    if thing["mode"] == "direct":
        # A quotation over paragraphs may open and never close; an apostrophe may open a word ("’Tis").
        marked = content[:1] in MARKS and (content[:1] not in "'’" or content[-1:] in MARKS)
        return content if marked else f"“{content}”"
    return content if thing["mode"] == "turn" else f"(as the page reports it) {content}"


def _title(thing: Thing) -> str:
    return " ".join((thing.get("title") or "").split())


def _source(thing: Thing) -> str:
    return str(thing.get("source") or "")


def _address(thing: Thing) -> str:
    return _source(thing) if _source(thing).startswith(("http://", "https://")) else ""


def _published(thing: Thing) -> str | None:
    """When it was published, where that is stated or inferred: a bound is not a date."""
    return _known(thing.get("published"))


def _spoken(thing: Thing) -> str | None:
    return _known(thing.get("said") or thing.get("spoken"))


def _known(date: Mapping[str, Any] | None) -> str | None:
    """The date to the day: bibliographies have no hours."""
    edtf = date.get("edtf") if date and date.get("basis") in {"stated", "inferred"} else None
    return edtf.partition("T")[0] if edtf else None


def _place_and_date(thing: Thing) -> str:
    issuer = _name(thing.get("issuer")) if _people(thing) or piece_of(thing) == "statement" else None
    published = _published(thing)
    inferred = " (inferred)" if published and thing["published"]["basis"] == "inferred" else ""
    day = f"published {published}{inferred}" if published else "n.d."
    return f"{issuer}, {day}" if issuer else day[0].upper() + day[1:] if published else day


def _said(thing: Thing) -> list[str]:
    spoken = _spoken(thing)
    return [f"Said {spoken}"] if spoken else []


def _checks(thing: Thing, *, address: bool = True) -> Iterator[str]:
    """What a stranger needs to check it: source, moment of capture, place in the text, hash of the bytes."""
    if address or not _address(thing):
        yield f"<{_source(thing)}>"
    fetched = thing.get("fetched_at")
    yield f"Captured {fetched}" if fetched else "Time of capture unknown"
    spans = thing.get("content_spans") or ([thing["span"]] if thing.get("span") else [])
    where = f"Characters {_ranges(spans)} of text" if spans else "Text"
    if thing.get("page_text_id"):  # bytes that were not understood have no text
        yield f"{where} sha256:{thing['page_text_id']}"
    yield f"Archived bytes sha256:{thing['capture_id']}"


def _ranges(spans: Sequence[Sequence[Any]]) -> str:
    return ", ".join(span_text(span).replace("-", "–") for span in spans)


def _csl_date(edtf: str | None) -> dict[str, Any] | None:
    """The date as CSL has it: its parts as far as they are known, the ends of an interval, else the letters."""
    if not edtf:
        return None
    ends = edtf.rstrip("?~%").split("/")
    if not all(DAY.fullmatch(end) for end in ends):
        return {"literal": edtf}
    date: dict[str, Any] = {"date-parts": [[int(part) for part in end.split("-")] for end in ends]}
    return date if edtf[-1] not in "?~%" else date | {"circa": True}


def _year_and_month(edtf: str | None) -> tuple[str, str]:
    if not edtf or not DAY.match(edtf):
        return "n.d.", ""
    month = re.match(r"\d{4}-(0[1-9]|1[0-2])(?!\d)", edtf)
    return edtf[:4], MONTHS[int(month[1]) - 1] if month else ""
