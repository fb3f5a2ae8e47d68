"""Dates that a page declares of itself: JSON-LD, meta, microdata, <time>, and its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from onrecord.finders.date_offers import WEAK, Candidate
from onrecord.finders.date_strings import DateString, find_dates
from onrecord.languages.language import words
from onrecord.types import Document, NumberOrder, Role, Span, Text

_LINE = re.compile(r"^(?P<key>[^:\n]+(?::[^\s:][^:\n]*)*): (?P<value>[^\n]*)$", re.MULTILINE)
_PLACE = re.compile(r"\ntime place: (\d+)-(\d+)(?=\n|$)")
_ARTICLE = re.compile(r"json-ld \w*(?:article|posting|report)\.(?P<key>\w+)$")
_THING = re.compile(r"json-ld (?:webpage|creativework|thing|newsmediaorganization|itempage)\.(?P<key>\w+)$")
_MARKS = re.compile(r"[\s:._-]")
# Names under which sites declare the publication of an article in meta, without marks between their words.
_PUBLISHED = words("""
    articlepublishedtime ogarticlepublishedtime ogpublishedtime articlepublished articlepublisheddate
    articlepublicationdate datepublished publisheddate publishedtime publisheddatetime published publishdate
    publicationdate pubdate dateissued dcdateissued dctermsissued dctermsdateissued dcissued parselypubdate
    sailthrudate cxenseparserecspublishtime cxensepublishtime cxenseparsepublishtime rnewsdatepublished
    citationpublicationdate originalpublicationdate articledateoriginal iso8601publishdate vrpublishedtime
    shareaholicarticlepublishedtime btpubdate releasedate publishtime pubtime firstpublished firstpublicationdate
    """)
# Names that may mean creation or the day of the text as well.
_DATED = words("""
    date dcdate dcdatecreated dctermscreated dctermsdate dctermsavailable dcdateavailable datecreated createdate
    creationdate created articlecreated articledate
    """)
_MODIFIED = words("""
    articlemodifiedtime ogarticlemodifiedtime ogupdatedtime articlemodified articleupdated datemodified
    modifieddate dcdatemodified dctermsmodified lastmodified lastmod updated dateupdated
    """)


class TimeTag(NamedTuple):
    """A <time> that carries a date: its value, where it is declared, and where on the page its words are shown."""

    edtf: str
    span: Span
    place: Span


def declared_dates(document: Document, order: NumberOrder | None) -> list[Candidate]:
    """What the page's head and its markup say of the page's own item, most trusted first within each role."""
    found: list[Candidate] = []
    for match in _LINE.finditer(document.declared.content):
        ranked = _ranked(match["key"].lower())
        if ranked is None:
            continue
        role, trust, reason = ranked
        date = _value(document.declared, match, order)
        if date is not None and date.edtf is not None:
            found.append(Candidate(role, date.edtf, date.span, "declared", trust, reason))
    return sorted(found, key=lambda one: one.trust)


def address_dates(document: Document, order: NumberOrder | None) -> list[DateString]:
    """The dates in the address of the page and in the one it calls canonical; years and months too."""
    found: list[DateString] = []
    for match in _LINE.finditer(document.declared.content):
        if match["key"] in ("address", "link canonical"):
            found += _dates_in(document.declared, match, order)
    return found


def time_tags(document: Document, order: NumberOrder | None) -> Iterator[TimeTag]:
    """The <time> elements whose words are shown on the page, in the order in which they are declared."""
    content = document.declared.content
    for match in _LINE.finditer(content):
        if not match["key"].lower().startswith("time") or match["key"] == "time place":
            continue
        place = _PLACE.match(content, match.end())
        date = _value(document.declared, match, order)
        if place is None or date is None or date.edtf is None or int(place[2]) > len(document.page.content):
            continue
        yield TimeTag(date.edtf, date.span, document.page.span(int(place[1]), int(place[2])))


def _ranked(key: str) -> tuple[Role, int, str] | None:
    """The role, the trust and the reason of a line's key; None when it declares no date of the page."""
    article, thing = _ARTICLE.match(key), _THING.match(key)
    kind, _, rest = key.partition(" ")
    name = _MARKS.sub("", rest)
    if article or thing:
        name = (article or thing)["key"]  # type: ignore[index]
        trust, source = (0, "the page declares it in JSON-LD") if article else (2, "JSON-LD declares it for the page")
    elif kind == "meta":
        trust, source = 1, f"the page declares it in meta {rest}"
    elif kind == "itemprop":
        trust, source = 2, "the page declares it as microdata"
    elif key == "time[pubdate] datetime":
        return "published", 2, "the page marks it as its date of publication"
    else:
        return None
    if name in _PUBLISHED:
        return "published", trust, source
    if name in _MODIFIED:
        return "modified", trust, source
    return ("published", WEAK, source) if name in _DATED else None


def _value(declared: Text, match: re.Match[str], order: NumberOrder | None) -> DateString | None:
    """The date that a declared value consists of: a value of many words with a date among them declares none."""
    dates = _dates_in(declared, match, order)
    if len(dates) != 1 or 2 * len(dates[0].span) < len(match["value"].strip()) or dates[0].precision == "year":
        return None
    return dates[0]


def _dates_in(declared: Text, match: re.Match[str], order: NumberOrder | None) -> list[DateString]:
    start = match.start("value")
    dates = find_dates(Text.of(match["value"]), number_order=order)
    return [replace(date, span=declared.span(start + date.span.start, start + date.span.end)) for date in dates]
