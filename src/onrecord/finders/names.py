"""Who a noun phrase names: the name, the office and its body, each exactly as written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.finders.sentences import Word, words_of
from onrecord.languages import Language
from onrecord.types import Span, Text

# Small words inside names of people and of bodies.
NAME_PARTICLES = frozenset(
    ["de", "da", "di", "del", "della", "der", "den", "van", "von", "bin", "al", "dos", "ibn", "el"]
)
BODY_LINKS = frozenset(["of", "the", "for", "and", "on", "de", "du", "des", "la", "le", "der", "für", "и", "по", "del"])
OFFICE_LINKS = frozenset(["of", "for", "to", "de", "du", "des", "del", "der", "für", "di"])


@dataclass(frozen=True, slots=True)
class Named:
    """The parts of a phrase that name somebody; each may be absent, and each is a substring of the page."""

    name: Span | None
    office: Span | None
    body: Span | None

    def spans(self) -> tuple[Span, ...]:
        """The spans of name and office, in text order."""
        return tuple(sorted(span for span in (self.name, self.office or self.body) if span is not None))


POSTNOMINALS = frozenset(["MP", "MEP", "MSP", "MLA", "KC", "QC"])
# "His Excellency", "H.E. Mr.", "The Rt Hon": forms of address that stand before a name and are no part of it.
HONORIFIC = re.compile(
    r"(?:(?:the|his|her)\s+)?(?:most\s+)?(?:excellency|rt\.?\s+hon(?:ou?rable)?|right\s+hon(?:ou?rable)?|hon(?:ou?rable)?)\b[.,]?\s+"
    r"|h\.\s?e\.?,?\s+|(?:mr|mrs|ms|dr|prof|professor|mx)\b\.?\s+",
    re.IGNORECASE,
)


def without_honorifics(text: Text, start: int, end: int) -> int:
    """Where the phrase begins behind its forms of address; `start` where it has none or is nothing else."""
    at = start
    while found := HONORIFIC.match(text.content, at, end):
        if found.end() >= end:
            return at
        at = found.end()
    return at


def named(text: Text, start: int, end: int, language: Language) -> Named:
    """What the noun phrase start:end names: "Mira Halloran, minister of transport", "President Ada Bell"."""
    start = without_honorifics(text, start, end)
    parts = _parts(text.content, words_of(text.content, start, end))
    if parts and len(parts[0]) > 2 and parts[0][-1].text in POSTNOMINALS:
        parts[0].pop()  # "Ada Bell MP": a seat is no part of the name, and not the office in which one speaks
    if parts and parts[0][-1].folded in language.bodies and any(word.is_capital for word in parts[0]):
        return Named(None, None, _whole(text, parts[0], language))
    name, office = _head(text, parts[0], language) if parts else (None, None)
    if office is None:
        office = next((_whole(text, part, language) for part in parts[1:3] if _has_office(part, language)), None)
    elif name is None and len(parts) > 1:
        name = _name(text, parts[1], language) if not _has_office(parts[1], language) else None
    body = _body_in(text, office, language) if office else None
    if name and office is None and any(word.folded in language.bodies for word in parts[0]):
        return Named(None, None, _whole(text, parts[0], language))
    if name is None and office is None and parts and any(word.folded in language.bodies for word in parts[0]):
        capital = any(word.is_capital and word.folded not in language.determiners for word in parts[0])
        body = _whole(text, parts[0], language) if capital else None
    return Named(name, office, body)


def _parts(text: str, words: list[Word]) -> list[list[Word]]:
    """The words between commas and brackets."""
    parts: list[list[Word]] = []
    for number, word in enumerate(words):
        parting = text[words[number - 1].end : word.start] if number else ","
        if any(mark in parting for mark in ",()"):
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def _has_office(words: list[Word], language: Language) -> bool:
    return any(word.folded in language.offices for word in words)


def _head(text: Text, words: list[Word], language: Language) -> tuple[Span | None, Span | None]:
    """Name and office of the phrase's first part: [office] name, or office alone; a clause about it is left out."""
    cut = next((n for n, word in enumerate(words) if n and word.folded in language.relatives), len(words))
    words = words[:cut]
    last_office = max((n for n, word in enumerate(words) if word.folded in language.offices), default=-1)
    if last_office < 0:
        return _name(text, words, language), None
    run = last_office + 1
    while run < len(words) and _can_be_name(words[run], language):
        run += 1
    if last_office + 1 < run < len(words) and words[run].folded in OFFICE_LINKS | language.breaks:
        words = words[:run]  # "President Ada Bell of the council": what follows the name belongs to the office
    first = _name_start(words, last_office, language)
    name = text.span(words[first].start, words[-1].end) if first < len(words) else None
    return name, _whole(text, words[:first], language)


def _name_start(words: list[Word], last_office: int, language: Language) -> int:
    """Where the name begins behind an office: its words are capitalised and stand at the end."""
    first = len(words)
    while first - 1 > last_office and _can_be_name(words[first - 1], language):
        first -= 1
    while first < len(words) and not words[first].is_capital:
        first += 1  # a name does not begin with a particle here: the office's own "of" may precede it
    if first > last_office + 1 or any(word.folded in OFFICE_LINKS for word in words[last_office + 1 : first]):
        # Behind "minister of transport" or "Minister of Foreign Affairs" the last two words are the name.
        rest = [word for word in words[first:] if word.is_capital]
        if len(rest) > 2:
            first = len(words) - 2
            if len(words[first].text) == 1 and words[first - 1].is_capital and first - 1 > last_office:
                first -= 1  # "Ada J. Bell": an initial stands between
            while first > 0 and words[first - 1].folded in NAME_PARTICLES - BODY_LINKS:
                first -= 1
        elif len(rest) < 2 and any(word.folded in OFFICE_LINKS for word in words[last_office + 1 : first]):
            return len(words)  # "the President of Belarus": one capitalised word belongs to the office
        elif len(rest) == 2 and words[first - 1].folded in BODY_LINKS | OFFICE_LINKS:
            return len(words)  # "Minister of Foreign Affairs": no name stands behind the body's
    return first


def _can_be_name(word: Word, language: Language) -> bool:
    if len(word.text) == 1 and word.is_capital:
        return True  # an initial
    if word.folded in language.offices or word.folded in language.bodies or word.folded in language.breaks:
        return False
    return word.is_capital or word.folded in NAME_PARTICLES - BODY_LINKS


def _name(text: Text, words: list[Word], language: Language) -> Span | None:
    """The name that the part begins with, title of address aside; None when it does not begin with one."""
    while words and (words[0].folded in language.person_titles or words[0].folded in language.determiners):
        if words[0].folded in language.determiners:
            return None
        words = words[1:]
    if len(words) > 1 and _is_acronym(words[0]) and words[1].is_capital and not _is_acronym(words[1]):
        words = words[1:]  # "OSB Ada Bell": a body's letters stand before the name
    last = 0
    for number, word in enumerate(words):
        if not _can_be_name(word, language) and not (word.folded in language.bodies and number):
            break
        if word.is_capital:
            last = number + 1
    behind = _name_behind(words, last, language)
    if behind:
        return text.span(behind[0].start, behind[-1].end)
    if not last or words[0].folded in language.pronouns or words[0].folded in language.first_persons:
        return None
    if not words[0].is_capital and words[0].folded not in NAME_PARTICLES:
        return None
    return text.span(words[0].start, words[last - 1].end)


def _name_behind(words: list[Word], last: int, language: Language) -> list[Word]:
    """The name at the end of "Harbourwatch researcher Ada Bell", whose first words in capitals are not a name."""
    if (
        last >= len(words)
        or words[last].is_capital
        or words[last].folded in language.breaks | OFFICE_LINKS | BODY_LINKS
    ):
        return []
    first = len(words)
    while first > last and words[first - 1].is_capital and _can_be_name(words[first - 1], language):
        first -= 1
    return words[first:] if len(words) - first >= 2 else []


def _whole(text: Text, words: list[Word], language: Language) -> Span:
    """All the words, without the determiner before them."""
    first = 1 if len(words) > 1 and words[0].folded in language.determiners else 0
    # "former" tells something of the office, an article does not.
    first = 0 if words[0].folded.startswith(("former", "ex-", "then-")) else first
    return text.span(words[first].start, words[-1].end)


def _body_in(text: Text, office: Span, language: Language) -> Span | None:
    """The body that an office names: the capitalised run before the office's word, or what follows its "of"."""
    words = words_of(text.content, office.start, office.end)
    place = next((n for n, word in enumerate(words) if word.folded in language.offices), None)
    if place is None:
        return None
    before = words[:place]
    if before and all(word.is_capital or word.folded in BODY_LINKS for word in before) and _is_body(before, language):
        return text.span(before[0].start, before[-1].end)
    after = words[place + 1 :]
    while after and (after[0].folded in language.offices or after[0].folded in OFFICE_LINKS | {"the", "la", "le"}):
        after = after[1:]
    if after and _is_body(after, language) and after[0].is_capital:
        return text.span(after[0].start, after[-1].end)
    return None


def _is_body(words: list[Word], language: Language) -> bool:
    """Whether the words name a body: one is a body's word, or they are one acronym."""
    return (len(words) == 1 and _is_acronym(words[0])) or any(word.folded in language.bodies for word in words)


def _is_acronym(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isupper() and word.text.isalpha()
