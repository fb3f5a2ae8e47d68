"""Mentions of persons, offices, organisations, places, groups: the model's, or those of rules where it reads none.

Rules would rather miss than be wrong, and know no places and groups. Where a model reads names but no offices
(Russian), rules add offices and what it misses: its bounds hold, and an office takes the names inside it. Date strings
are the rules' (dates.py), which know what they mean; the model adds those that have no day of their own ("in May").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from onrecord.finders.names import BODY_LINKS, NAME_PARTICLES, named
from onrecord.finders.paragraphs import Paragraph, language_of, paragraphs
from onrecord.finders.sentences import Word, words_of
from onrecord.languages import Language
from onrecord.types import Mention, MentionKind, Provenance, Reading, Span, Tag

VERSION = "1"
# Labels of the model.
TAGGED: dict[str, MentionKind] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "NORP": "group",
    "OFFICE": "office",
    "DATE": "date",
}
# "Organisation for the Support of Bridges (OSB)": a long form whose initials the brackets repeat.
ACRONYM = re.compile(r"\s\(([^\W\d_a-zа-я]{2,9})\)")
# Words of the longest run of capitalised words that is looked at as one name.
LONGEST_RUN = 14


def find(reading: Reading) -> Iterator[Mention]:
    """Persons, offices and organisations of the item in text order; no two overlap.

    person        a name beside an office or a title of address, or the source of an attribution found before
    office        the whole title, beside or in place of a name
    organisation  a name with a body's word in it; a long form with its acronym in brackets, and the acronym after it
    """
    dates = [mention for mention in reading.mentions() if mention.kind == "date"]
    tagged = list(_apart_from(dates, _tagged(reading)))
    if "offices" in reading.tags.heads:
        # Of what rules find where the model of names and offices sees nothing one in five is right.
        yield from _apart(tagged)
        return
    text, language = reading.document.page.content, language_of(reading)
    found: list[Mention] = list(_sources(reading, language))
    acronyms: set[str] = set()
    for para in paragraphs(reading):
        if para.mapped:
            found.extend(_in_paragraph(reading, text, para, language, acronyms))
    offices = [one for one in found if one.kind == "office"]
    yield from _apart([*offices, *tagged, *_apart_from(tagged, found)])


def _tagged(reading: Reading) -> Iterator[Mention]:
    """The mentions of the model, none in words that are not mapped onto the archived bytes."""
    paras = [para for para in paragraphs(reading) if para.mapped]
    text = reading.document.page.content
    names = list(_of_one_kind(reading.tags.inside("mentions", reading.item.span), text, language_of(reading)))
    persons = [tag for tag in names if tag.label == "PER"]
    offices = [_beside(tag, persons, text) for tag in reading.tags.inside("offices", reading.item.span)]
    for tag in (*(tag for tag in offices if tag), *names):
        at = bisect_right(paras, tag.start, key=lambda para: para.start) - 1
        if tag.label in TAGGED and at >= 0 and tag.end <= paras[at].end:
            span = reading.document.page.span(tag.start, tag.end)
            sure = reading.tags.chance(TAGGED[tag.label], tag.score)
            made_by = Provenance("mentions", VERSION, "the model reads a name", reading.tags.model, sure)
            yield Mention(span, TAGGED[tag.label], span, made_by)


def _of_one_kind(tags: Iterable[Tag], text: str, language: Language) -> Iterator[Tag]:
    """The names of a text; a single word that is the surname of a person whom the text names in full is that person.

    Not behind a preposition of place: "in Halloran" may be a town.
    """
    kept = list(tags)
    full = [text[tag.start : tag.end].split() for tag in kept if tag.label == "PER"]
    surnames = {words[-1] for words in full if len(words) > 1}
    for tag in kept:
        before = text[max(0, tag.start - 12) : tag.start].split()[-1:]
        other = tag.label in {"ORG", "LOC"} and text[tag.start : tag.end] in surnames
        yield tag._replace(label="PER") if other and not language.locatives.issuperset(before) else tag


def _beside(office: Tag, persons: list[Tag], text: str) -> Tag | None:
    """What of an office is no person's name: the two heads may read one word differently ("Hillary Clinton").

    An office that a name holds is none; of one that ends with a name the rest is. A name in front stays in it
    ("Halloran's adviser").
    """
    first = bisect_right(persons, office.start, key=lambda person: person.end)
    over = persons[first : bisect_left(persons, office.end, key=lambda person: person.start)]
    if any(person.start <= office.start and office.end <= person.end for person in over):
        return None
    if over and office.start < over[-1].start and office.end <= over[-1].end:
        return office._replace(end=office.start + len(text[office.start : over[-1].start].rstrip()))
    return office


def _apart_from(taken: list[Mention], mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Those of the mentions that meet none of `taken`."""
    ordered = sorted(mention.span for mention in taken)
    ends = list(accumulate((span.end for span in ordered), max))
    for mention in mentions:
        before = bisect_left(ordered, mention.span.end, key=lambda span: span.start)
        if not before or ends[before - 1] <= mention.span.start:
            yield mention


def _apart(found: list[Mention]) -> Iterator[Mention]:
    """The mentions in text order; of two that overlap, the longer one, of equals the one found first."""
    end = -1
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)):
        if mention.span.start >= end:
            kept.append(mention)
            end = mention.span.end
    yield from kept


def _sources(reading: Reading, language: Language) -> Iterator[Mention]:
    """The names and offices of the sources that were credited with words before.

    Where a model read the names, a single word that it takes for none is none: "Reports say", "Источник сообщил".
    """
    by_model = "mentions" in reading.tags.heads
    for attribution in reading.attributions():
        source = attribution.source
        if source is None or attribution.mode == "whole_item":
            continue
        who = named(reading.document.page, source.start, source.end, language)
        if who.name and not (by_model and " " not in reading.document.page.words(who.name)):
            yield _mention(who.name, "person", "it names the source of words")
        if who.office:
            yield _mention(who.office, "office", "it is the office of the source of words")
        elif who.body:
            yield _mention(who.body, "organisation", "it is the source of words and a body")


def _in_paragraph(
    reading: Reading, text: str, para: Paragraph, language: Language, acronyms: set[str]
) -> Iterator[Mention]:
    words = words_of(text, para.start, para.end)
    place = 0
    while place < len(words):
        word = words[place]
        if not word.text[0].isupper() and word.folded not in language.offices:
            place += 1
            continue
        run = _run(text, words, place, language)
        if len(run) < 2:
            if words[place].text in acronyms:
                span = reading.document.page.span(words[place].start, words[place].end)
                yield _mention(span, "organisation", "an acronym that the item explained before")
            place += 1
            continue
        yield from _in_run(reading, run, language, acronyms)
        while place < len(words) and words[place].start <= run[-1].start:
            place += 1


def _run(text: str, words: list[Word], place: int, language: Language) -> list[Word]:
    """The longest run of name-like words from `place` on: capitalised, offices' words, small links between them."""
    run = [words[place]]
    for word in words[place + 1 : place + LONGEST_RUN]:
        if not _joins(text[run[-1].end : word.start], run[-1], language) or _begins_another(run[-1], word, language):
            break
        if not (word.is_capital or word.folded in language.offices or word.folded in BODY_LINKS | NAME_PARTICLES):
            break
        run.append(word)
    while not (run[-1].is_capital or run[-1].folded in language.offices):
        run.pop()
    return run[1:] if _is_verb_first(run, language) else run


def _is_verb_first(run: list[Word], language: Language) -> bool:
    """Whether a sentence's first word stands before an office in small letters: "Приехал министр"."""
    if len(run) < 2 or run[1].is_capital or run[1].folded not in language.offices:
        return False
    return not (run[0].folded in language.offices or run[0].folded in language.bodies or run[0].text.isupper())


def _joins(parting: str, before: Word, language: Language) -> bool:
    if parting in {" ", "\u00a0"}:
        return True
    short = len(before.text) == 1 or before.folded in language.person_titles or before.folded in language.offices
    return parting in {". ", "."} and short and len(before.text) <= 4  # "Mr. Lund", "J. Lund", "Gov. Lund"


def _begins_another(before: Word, word: Word, language: Language) -> bool:
    """Whether "and" parts two actors: an office, a body, a title of address or an article follows it."""
    if before.folded not in {"and", "и", "et", "und", "y", "e"}:
        return False
    return any(word.folded in kind for kind in (language.offices, language.person_titles, language.determiners))


def _in_run(reading: Reading, run: list[Word], language: Language, acronyms: set[str]) -> Iterator[Mention]:
    page = reading.document.page
    run = run[1:] if run[0].folded in language.determiners else run
    start, end = run[0].start, run[-1].end
    acronym = ACRONYM.match(page.content, end)
    if acronym and _initials_fit(acronym.group(1), run):
        acronyms.add(acronym.group(1))
        yield _mention(page.span(start, end), "organisation", "its acronym follows in brackets")
        yield _mention(page.span(*acronym.span(1)), "organisation", "an acronym in brackets behind its long form")
        return
    titled = run[0].folded in language.person_titles
    if not titled and not any(word.folded in language.offices or word.folded in language.bodies for word in run):
        return
    who = named(page, start, end, language)
    if who.office and (who.name or len(run) > 1) and any(word.is_capital for word in run):
        yield _mention(who.office, "office", "a run of words with an office in it")
        if who.name:
            yield _mention(who.name, "person", "a name behind its office")
    elif who.name and titled:
        yield _mention(who.name, "person", "a name behind a title of address")
    elif who.body and _is_organisation(run, language):
        yield _mention(who.body, "organisation", "a name with the word of a body in it")


def _is_organisation(run: list[Word], language: Language) -> bool:
    capitals = [word for word in run if word.is_capital and word.folded not in language.determiners]
    return len(capitals) > 1 and any(word.is_capital and word.folded in language.bodies for word in run)


def _initials_fit(acronym: str, run: list[Word]) -> bool:
    """Whether the acronym's letters are initials of the run's words, in order, links aside."""
    initials = [word.text[0].upper() for word in run if word.is_capital]
    letters = iter(initials)
    return len(initials) >= 2 and all(letter in letters for letter in acronym)


def _mention(span: Span, kind: MentionKind, why: str) -> Mention:
    return Mention(span, kind, span, Provenance("mentions", VERSION, why))
