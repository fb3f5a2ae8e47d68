"""Dialogue in an item as its lines show it: who is labelled, who asks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.languages import LANGUAGES
from onrecord.languages.en import EN
from onrecord.languages.ru import RU
from onrecord.layouts.shapes import Shape

# Code points in which a dialogue shows itself; a briefing opens with announcements of several pages.
REACH = 60_000
LABEL = re.compile(r"^[^\w\n]{0,3}([^\W\d_][^\n:：]{0,90}?)[^\S\n]*[:：](?=\s)", re.MULTILINE)
# Lines of a head, none of which runs, then a label in capitals.
FIRST_LABEL = re.compile(r"(?:[^\n]{0,300}\n+){1,14}?[^\S\n]*[A-ZА-ЯЁ][A-ZА-ЯЁ .,’'-]{2,60}(?: \([^)\n]*\))?:[^\S\n]")
# "Moderator of the panel" is longer; longer still are sentences that end in a colon.
LABEL_WORDS = 9
NO_LABELS = frozenset().union(*(LANGUAGES[name].no_labels for name in LANGUAGES)) | {
    "legende",
    "anzahl",
    "légende",
    "foto",
}
ASKERS = EN.questioners | RU.questioners
ANSWERERS = EN.answerers | RU.answerers
# Askers who lead through an event put no questions of their own.
HOSTS = frozenset({"moderator", "host", "ведущий", "ведущая", "operator"})


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The labels of an item in order, folded, and how many are in capitals; how many blocks begin with a dash, end in a
    question mark, do both; whether words under a label in capitals come before any others that run."""

    labels: tuple[str, ...]
    capitals: int
    dashes: int
    questions: int
    dashed_questions: int
    begins: bool = False

    @property
    def asks(self) -> int:
        """How many turns have a questioner's label."""
        return sum(_first(label) in ASKERS - HOSTS for label in self.labels)

    @property
    def voices(self) -> frozenset[str]:
        """Who is labelled, those aside who only ask or host."""
        return frozenset(label for label in self.labels if _first(label) not in ASKERS | HOSTS)

    @property
    def is_turns(self) -> bool:
        """Whether the labels make a dialogue: three of them, some of which return or ask."""
        return len(self.labels) >= 3 and (max(Counter(self.labels).values()) > 1 or bool(self.asks))

    @property
    def is_exchange(self) -> bool:
        """Whether two voices or more are labelled in capitals: they need not return."""
        return len(self.voices) > 1 and self.capitals > 1


def dialogue(content: str, start: int, end: int, shapes: Sequence[Shape]) -> Dialogue:
    """The dialogue in content[start:end], whose blocks have `shapes`."""
    lines = [match.group(1) for match in LABEL.finditer(content, start, min(end, start + REACH))]
    found = [_label(line) for line in lines]
    times = Counter(label for label, _ in found)
    labels = tuple(label for label, sure in found if label and (sure or times[label] > 1))
    return Dialogue(
        labels,
        sum(line.isupper() and label in labels for line, (label, _) in zip(lines, found, strict=True)),
        sum(one.dash for one in shapes),
        sum(one.question for one in shapes),
        sum(one.dash and one.question for one in shapes),
        bool(FIRST_LABEL.match(content, start, min(end, start + REACH))),
    )


def _label(words: str) -> tuple[str, bool]:
    """The folded label and whether its form alone shows it to be one; "" when it is none."""
    parts = words.split()
    folded = words.casefold()
    if len(parts) > LABEL_WORDS or _first(folded) in NO_LABELS or not parts[0][0].isupper():
        return "", False
    if len(parts) <= 3 and _first(folded) in ASKERS | ANSWERERS:
        return folded, True
    long = [part for part in parts if len(part) > 3 and part[0].isalpha()]
    named = len(parts) > 1 and all(part[0].isupper() for part in long)
    return (folded, words.isupper() or named) if named or len(parts) == 1 or words.isupper() else ("", False)


def _first(label: str) -> str:
    return next(iter(label.split(maxsplit=1)), "").strip(".,()")
