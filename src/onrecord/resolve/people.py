"""Who is who inside an item: the names of one person, and the pronouns that stand for somebody named.

A short name goes to the latest person who bears it; whom a pronoun means is weighed in pronouns.py.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.finders.paragraphs import language_of
from onrecord.finders.sentences import sentence_ends, words_of
from onrecord.languages import Language
from onrecord.languages.given_names import MEN, WOMEN
from onrecord.resolve.pronouns import PROMINENT, REACH, SURE, Candidate, Met, Pronoun, chances
from onrecord.types import Reading, Span

POSSESSIVE = re.compile(r"[’'][sS]?$")
# "he’s", "she’ll", "he'd".
CONTRACTED = re.compile(r"[’'](?:s|ll|d)$")
GENERATIONS = frozenset(["jr", "sr", "ii", "iii", "iv"])
# Latest mentions of a surname among which its bearer is looked for: a bound for lists of thousands of one family.
BEARERS = 40
# Code points before a name in which its title of address is looked for.
TITLE_REACH = 12
# Words before a mention with which its sentence may begin so that it still opens it: "On Monday, President Bell".
LEAD = 3
# Attributions whose words are the source's own throughout: "he" in them is somebody else.
VOICED = frozenset(["direct", "turn", "whole_item"])
# What parts a pronoun in an opening phrase from the name that it means: one comma, and an office or a title.
BEHIND_LEAD = re.compile(r"[^,.;:!?\n]{1,60},(?:\s[\w.’'-]+){0,5}\s")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom an item names.

    fullest  the name of most words, the first of them
    names    every span that names this person, in text order
    woman    what titles and given names say: a woman, a man (False), or nothing (None)
    """

    fullest: Span
    names: tuple[Span, ...]
    woman: bool | None = None


@dataclass(frozen=True, slots=True)
class People:
    """The persons of an item in the order in which they enter, and for whom each name and pronoun stands."""

    persons: tuple[Person, ...] = ()
    of: dict[Span, Person] = field(default_factory=dict)


def people_of(reading: Reading) -> People:
    """The persons whom the item's mentions name, and the pronouns that stand for them."""
    walk = Walk(reading)
    for pronoun in walk.pronouns():
        ranked = chances(pronoun)
        if ranked and ranked[0][0] >= SURE:
            walk.bind(pronoun.span, ranked[0][1])
    made = {id(one): Person(one.fullest, tuple(one.names), one.woman) for one in walk.known}
    return People(tuple(made.values()), {span: made[id(one)] for span, one in walk.of.items()})


class Walk:
    """An item's text walked from begin to end: every pronoun is yielded with those who can be meant by it.

    Whoever asks binds it or leaves it open before the next one is asked for.
    """

    def __init__(self, reading: Reading) -> None:
        self.page, self.item, self.language = reading.document.page, reading.item.span, language_of(reading)
        self.known, self.of = clusters(reading, self.language)
        self.names = sorted(self.of)
        self.ends = sentence_ends(self.page.content, self.item.start, self.item.end) if self.names else []
        self.sources = sorted({one.source for one in reading.attributions() if one.source})
        self.quotes = sorted(
            (part.start, part.end, one.source)
            for one in reading.attributions()
            if one.mode == "direct" and one.source
            for part in one.content
        )
        self.voices = sorted(
            (part.start, -part.end, one.source)
            for one in reading.attributions()
            if one.mode in VOICED and one.source
            for part in one.content
        )
        self.recent: deque[tuple[int, Candidate]] = deque()  # who was met in the last sentences, and in which
        self.prominent: list[Candidate] = []  # who was met most often so far

    def pronouns(self) -> Iterator[Pronoun]:
        """The pronouns behind the first name, in text order."""
        for span, is_name in self._in_order():
            if is_name:
                self._meet(span, self.of[span], named=True)
                continue
            ahead = self._named_behind(span)
            if ahead is not None:
                self.of[span] = ahead
                continue
            here = self._place(span, named=False)
            word = self.page.words(span).casefold()
            woman, case = word in self.language.women, self._case(word)
            speakers = self._speakers(span)
            near = self._in_reach(here.sentence)
            can = tuple(one for one in near if one.woman in {None, woman} and one not in speakers)
            if can:
                yield Pronoun(span, woman, case, here, can)

    def bind(self, span: Span, who: Candidate) -> None:
        """Let a pronoun stand for somebody."""
        self.of[span] = who
        self._meet(span, who, named=False)

    def _meet(self, span: Span, who: Candidate, *, named: bool) -> None:
        who.met.append(self._place(span, named=named))
        self.recent.append((who.met[-1].sentence, who))
        if who not in self.prominent:
            self.prominent.append(who)
        self.prominent = sorted(self.prominent, key=lambda one: -len(one.met))[:PROMINENT]

    def _in_reach(self, sentence: int) -> list[Candidate]:
        """Those met in the last sentences, and the most often met of all, in the order in which they entered."""
        while self.recent and sentence - self.recent[0][0] > REACH:
            self.recent.popleft()
        near = {id(one): one for one in (*(who for _, who in self.recent), *self.prominent)}
        return sorted(near.values(), key=lambda one: one.met[0].start)

    def _in_order(self) -> Iterator[tuple[Span, bool]]:
        """Names (True) and pronouns (False) in text order."""
        if not self.names:
            return
        asked = (self.language.women | self.language.men) - self.language.person_titles
        words = words_of(self.page.content, self.item.start, self.item.end)
        others = [
            self.page.span(word.start, word.start + len(bare))
            for word, after in zip(words, [*words[1:], words[-1]], strict=True)
            if (bare := CONTRACTED.sub("", word.folded)) in asked and after.folded not in self.language.styles
        ]
        yield from sorted([*((span, True) for span in self.names), *((span, False) for span in others)])

    def _place(self, span: Span, *, named: bool) -> Met:
        sentence = bisect_right(self.ends, span.start)
        begin = self.ends[sentence - 1] if sentence else self.item.start
        at = bisect_right(self.sources, span.start, key=lambda source: source.start) - 1
        quote = bisect_right(self.quotes, span.start, key=lambda one: one[0]) - 1
        words = self.page.words(span)
        owns = words.casefold() in self.language.possessives or POSSESSIVE.search(
            words + self.page.content[span.end : span.end + 2]
        )
        return Met(
            start=span.start,
            end=span.end,
            sentence=sentence,
            opens=len(words_of(self.page.content, max(begin, span.start - 60), span.start)) <= LEAD,
            credited=at >= 0 and self.sources[at].holds(span),
            quote=quote if quote >= 0 and span.end <= self.quotes[quote][1] else None,
            owns=bool(owns),
            named=named,
            about=named and not owns and self._is_about(span),
        )

    def _is_about(self, span: Span) -> bool:
        """Whether a name only tells which: "the Halloran campaign"."""
        before = words_of(self.page.content, max(self.item.start, span.start - 12), span.start)[-1:]
        return bool(before) and before[0].folded in self.language.determiners

    def _named_behind(self, span: Span) -> Candidate | None:
        """Whom "In her letter, Mira Halloran said" means: who is named behind the phrase that opens a sentence."""
        sentence = bisect_right(self.ends, span.start)
        begin = self.ends[sentence - 1] if sentence else self.item.start
        if not 1 <= len(words_of(self.page.content, max(begin, span.start - 60), span.start)) <= LEAD:
            return None
        at = bisect_right(self.names, span.end, key=lambda name: name.start)
        if at == len(self.names) or self.names[at].start >= self.ends[sentence]:
            return None
        who = self.of[self.names[at]]
        woman = self.page.words(span).casefold() in self.language.women
        behind = BEHIND_LEAD.fullmatch(self.page.content, span.end, self.names[at].start)
        return who if behind and who.woman in {None, woman} else None

    def _case(self, word: str) -> str:
        return (
            "owner" if word in self.language.possessives else "object" if word in self.language.objects else "subject"
        )

    def _speakers(self, span: Span) -> list[Candidate]:
        """Who says the words around a pronoun, in a quotation, a turn or a whole item: they do not mean themselves."""
        found = []
        for start, end, source in self.voices[: bisect_right(self.voices, span.start, key=lambda one: one[0])]:
            if start <= span.start and span.end <= -end:
                at = bisect_right(self.names, source.start, key=lambda name: name.end)
                named = self.of[self.names[at]] if at < len(self.names) and source.holds(self.names[at]) else None
                found.append(named or self.of.get(source))
        return [one for one in found if one is not None]


def clusters(reading: Reading, language: Language) -> tuple[list[Candidate], dict[Span, Candidate]]:
    """The persons whom the item names, and for whom each name stands; told from the names alone, in text order."""
    page = reading.document.page
    known: list[Candidate] = []
    bearers: dict[str, list[Candidate]] = {}  # by surname, and by given name
    of: dict[Span, Candidate] = {}
    for span in sorted({one.span for one in reading.mentions() if one.kind == "person"}):
        tokens = tokens_of(page.words(span), language)
        if not tokens:
            continue
        woman = _told(reading, span, tokens, language)
        who = _bearer(bearers, tokens, woman)
        if who is None:
            known.append(who := Candidate(tokens, span, woman, []))
        elif len(tokens) > len(who.tokens):
            who.tokens, who.fullest = tokens, span
        who.woman = who.woman if woman is None else woman
        who.names.append(span)
        of[span] = who
        for key in {tokens[0], tokens[-1]}:
            borne = bearers.setdefault(key, [])
            if borne[-1:] != [who]:
                borne.append(who)
    return known, of


def _bearer(bearers: dict[str, list[Candidate]], tokens: Sequence[str], woman: bool | None) -> Candidate | None:
    """The latest person of that surname, else of that given name, who can be meant."""
    for key in dict.fromkeys((tokens[-1], tokens[0])):
        for who in reversed(bearers.get(key, [])[-BEARERS:]):
            if fits(tokens, who.tokens) and (woman == who.woman or None in {woman, who.woman}):
                return who
    return None


def _told(reading: Reading, span: Span, tokens: Sequence[str], language: Language) -> bool | None:
    """Whether a title of address, or the given name, says that it is a woman or a man."""
    text = reading.document.page.content
    before = words_of(text, max(reading.item.span.start, span.start - TITLE_REACH), span.start)[-1:]
    for title in (*before, *words_of(text, span.start, span.end)[:1]):
        if title.folded in language.person_titles & (language.women | language.men):
            return title.folded in language.women
    if len(tokens) > 1 and tokens[0] in WOMEN | MEN:
        return tokens[0] in WOMEN
    return None


def tokens_of(name: str, language: Language) -> tuple[str, ...]:
    """The parts of a name for comparing: folded, without accents, titles of address and generations."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    words = [POSSESSIVE.sub("", word.text).casefold() for word in words_of(bare, 0, len(bare))]
    return tuple(word for word in words if word not in language.person_titles and word not in GENERATIONS)


def fits(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether both can be names of one person: a part of a longer name, or two that differ in middle names alone."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return short[0] in {long[0], long[-1]}
    if tuple(short) == tuple(long[-len(short) :]):
        return True
    return short[-1] == long[-1] and (short[0] == long[0] or _is_initial(short[0], long[0]))


def _is_initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]
