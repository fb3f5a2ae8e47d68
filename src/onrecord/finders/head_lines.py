"""The lines between an item's title and its running text: who hands it out, where, on whose behalf."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.finders.names import Named, named, without_honorifics
from onrecord.finders.paragraphs import Paragraph
from onrecord.finders.sentences import words_of
from onrecord.languages import Language
from onrecord.layouts.bylines import ADDRESSED, CITY, line_kind
from onrecord.types import Reading, Span, Text

# Paragraphs of the head that are looked at: title, subtitle, four bylines, place and hall is as long as heads get.
MOST_PARAGRAPHS = 9
LONGEST_LINE = 240
LINE = re.compile(r"[^\n]+")
LABELLED = re.compile(r"(?:from|issued by|source|от)[^\S\n]*:[^\S\n]*", re.IGNORECASE)
PLACED = re.compile(r"(?:location|venue|place|место)[^\S\n]*:[^\S\n]*", re.IGNORECASE)
SPEAKER = re.compile(r"(?:speaker|author|delivered by|выступающий|автор)[^\S\n]*:[^\S\n]*", re.IGNORECASE)
RT_HON = re.compile(r"(?:The )?(?:Rt\.?|Right) Hon(?:ou?rable)?\.? ", re.IGNORECASE)
AND = re.compile(r" and (?=[^\W\d_a-zа-яё])|; ")
GREETING = re.compile(
    r"\W*(?:mr\.?|madam|mister) (?:president|chair\w*|speaker|secretary)"
    r"|\W*(?:your )?(?:excellenc|majest|highness)|\W*(?:ladies|"
    r"distinguished|dear|esteemed|honou?rable|dignitaries|fellow)\b|\W*(?:уважаемы|дорогие|ваш[еи] )",
    re.IGNORECASE,
)
# Halls bear the names of people, with their offices: "President Ada Bell Hall".
HALLS = frozenset(
    [
        "auditorium",
        "hall",
        "room",
        "palace",
        "house",
        "center",
        "centre",
        "building",
        "hotel",
        "library",
        "school",
        "street",
        "square",
        "airport",
        "theatre",
        "theater",
        "college",
        "bridge",
        "museum",
        "stadium",
        "garden",
        "terrace",
        "plaza",
    ]
)
HeadKind = Literal["person", "office", "place"]


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line that names a person with an office, an office alone, or a place; `span` holds the words that do."""

    kind: HeadKind
    span: Span
    named: Named


def head_lines(reading: Reading, paras: list[Paragraph], language: Language) -> list[HeadLine]:
    """The telling lines of the head, in text order; none below the first paragraph of running text."""
    text = reading.document.page
    found = [line for start, end in _lines(reading, paras) for line in _read(text, start, end, language)]
    told = any(line.kind in {"person", "office"} for line in found)
    # Two nouns and a comma are a place only where a byline has shown that these lines are a head.
    return [
        line for line in found if line.kind != "place" or told or PLACED.match(text.content, _line_start(text, line))
    ]


def _line_start(text: Text, line: HeadLine) -> int:
    return text.content.rfind("\n", 0, line.span.start) + 1


def _lines(reading: Reading, paras: list[Paragraph]) -> Iterator[tuple[int, int]]:
    """The lines of the head behind the title: a labelled line may stand under the lead, other lines only before it."""
    text, item = reading.document.page.content, reading.item
    title = item.title.end if item.title else item.span.start
    for para in paras[:MOST_PARAGRAPHS]:
        if not para.mapped or para.start < title or para.kind == "caption":
            continue
        for line in LINE.finditer(text, para.start, min(para.end, para.start + 1000)):
            start, end = line.span()
            if GREETING.match(text, start, end):
                return  # who is greeted does not speak, and what follows a greeting is the speech
            labelled = any(form.match(text, start) for form in (LABELLED, PLACED, SPEAKER))
            if end - start <= LONGEST_LINE and (labelled or item.lead is None or start < item.lead.start):
                yield start, end


def _read(text: Text, start: int, end: int, language: Language) -> Iterator[HeadLine]:
    content = text.content
    while end > start and content[end - 1].isspace():
        end -= 1
    issued, placed, spoken = (form.match(content, start, end) for form in (LABELLED, PLACED, SPEAKER))
    if issued:
        yield from _issuers(text, issued.end(), end, language)
    elif placed:
        yield HeadLine("place", text.span(placed.end(), end), Named(None, None, None))
    elif spoken:
        who = named(text, spoken.end(), end, language)
        if who.name:
            yield HeadLine("person", text.span(spoken.end(), end), who)
    else:
        yield from _unlabelled(text, start, end, language)


def _unlabelled(text: Text, start: int, end: int, language: Language) -> Iterator[HeadLine]:
    words = text.content[start:end]
    kind = line_kind(words)
    if kind == "person":
        comma = text.content.index(",", start)
        name = without_honorifics(text, start, comma)
        office = text.trimmed(comma + 1, end)
        yield HeadLine("person", text.span(start, end), Named(text.span(name, comma), office, None))
    elif kind == "office":
        yield HeadLine("office", text.span(start, end), Named(None, None, text.span(start, end)))
    elif CITY.fullmatch(text.content, start, end):
        yield HeadLine("place", text.span(start, end), Named(None, None, None))
    else:
        who = office_first(text, start, end, language)
        if who:
            yield HeadLine("person", text.span(start, end), who)


def office_first(text: Text, start: int, end: int, language: Language) -> Named | None:
    """The person of a phrase that is an office and a name, nothing else: "Transport Minister Mira Halloran"."""
    words = words_of(text.content, start, end)
    small = language.determiners | frozenset(
        ["of", "for", "and", "on", "to", "и", "по", "von", "de", "der", "du", "des"]
    )
    if ADDRESSED.match(text.content, start, end) or (words and words[-1].folded in HALLS):
        return None
    if (
        not 2 < len(words) <= 22
        or text.content[end - 1] in ".:;?!"
        or any(c in "–—|:" for c in text.content[start:end])
    ):
        return None
    if any(not word.is_capital and word.folded not in small and word.folded not in language.offices for word in words):
        return None
    who = named(text, start, end, language)
    if who.name is None or who.office is None or who.name.end != end or who.name.start < who.office.end:
        return None
    parts = words_of(text.content, who.name.start, who.name.end)
    return who if 2 <= len(parts) <= 4 else None


def _issuers(text: Text, start: int, end: int, language: Language) -> Iterator[HeadLine]:
    """The bodies and persons that "From:" lists."""
    at, content = start, text.content
    cuts = [found for found in AND.finditer(content, start, end) if _begins_party(text, found.end(), end, language)]
    for cut in [*cuts, None]:
        stop = cut.start() if cut else end
        title = RT_HON.match(content, at, stop)
        member = content[at:stop].endswith(" MP")
        span = text.span(at, stop)
        if title or member:
            name = text.span(title.end() if title else at, stop - 3 * member)
            yield HeadLine("person", span, Named(name, None, None))
        elif any(word.folded in language.bodies for word in words_of(content, at, stop)) or at == start:
            yield HeadLine("office", span, Named(None, None, span))
        at = cut.end() if cut else stop


def _begins_party(text: Text, start: int, end: int, language: Language) -> bool:
    """Whether what follows an "and" is a party of its own, not the rest of "Health and Social Care"."""
    rest = AND.split(text.content[start:end])[0]
    words = words_of(rest, 0, len(rest))
    return bool(RT_HON.match(rest)) or rest.endswith(" MP") or any(word.folded in language.bodies for word in words)
