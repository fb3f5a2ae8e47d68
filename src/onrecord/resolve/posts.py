"""Offices that an item sets beside a name, and whom "the minister" means then."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.finders.names import OFFICE_LINKS
from onrecord.finders.sentences import words_of
from onrecord.languages import Language
from onrecord.resolve.people import People, Person
from onrecord.types import Reading, Span

# What stands between an office and the name behind it, and between a name and the office behind it.
BEFORE_NAME = re.compile(r"\s+|,\s+")
BEHIND_NAME = re.compile(r",\s+(?:\w+\s+is\s+)?(?:(?:the|an?|our|its|his|her|their|then|now)\s+)?|\s+\(")
# Code points between them at most.
REACH = 16
# Posts of one office that are looked at, from the latest on: a bound for long lists.
LATEST = 50
LINKS = OFFICE_LINKS | {"the", "and", "a"}


@dataclass(frozen=True, slots=True)
class Post:
    """An office beside a person's name."""

    office: Span
    person: Person


class Posts:
    """The offices of an item that stand beside names."""

    def __init__(self, reading: Reading, people: People, language: Language) -> None:
        self.page, self.language = reading.document.page, language
        self.by_word: dict[str, list[Post]] = {}
        self.by_person: dict[int, Post] = {}
        names = sorted(span for person in people.persons for span in person.names)
        for office in sorted({one.span for one in reading.mentions() if one.kind == "office"}):
            name = self._beside(office, names)
            if name is not None:
                post = Post(office, people.of[name])
                self.by_person.setdefault(id(post.person), post)
                for word in self._words(office):
                    self.by_word.setdefault(word, []).append(post)

    def first(self, person: Person) -> Post | None:
        """The office that the item sets beside a person's name first."""
        return self.by_person.get(id(person))

    def callable(self, bare: Span) -> list[Post]:
        """Whom a bare office can mean: of each person named before it the last post that can be called so.

        "The minister" fits "minister of transport", "the transport minister" does not fit "minister".
        """
        called = self._words(bare)
        if not called:
            return []
        posts = min((self.by_word.get(word, []) for word in called), key=len)
        before = posts[: bisect_right(posts, bare.start, key=lambda post: post.office.end)][-LATEST:]
        return list({id(post.person): post for post in before if called <= self._words(post.office)}.values())

    def _beside(self, office: Span, names: Sequence[Span]) -> Span | None:
        """The name right behind an office, else the one right before it."""
        text = self.page.content
        at = bisect_left(names, office.end, key=lambda name: name.start)
        behind = names[at] if at < len(names) and names[at].start - office.end <= REACH else None
        if behind and BEFORE_NAME.fullmatch(text, office.end, behind.start):
            return behind
        at = bisect_right(names, office.start, key=lambda name: name.end) - 1
        before = names[at] if at >= 0 and office.start - names[at].end <= REACH else None
        return before if before and BEHIND_NAME.fullmatch(text, before.end, office.start) else None

    def _words(self, office: Span) -> frozenset[str]:
        words = words_of(self.page.content, office.start, office.end)
        return frozenset(word.folded for word in words) - LINKS - self.language.determiners
