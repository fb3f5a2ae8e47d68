"""A language as data: what finders ask it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Language:
    """One language. Keys are case-folded; every inflected and abbreviated form that pages use is an entry of its own.

    code      BCP 47
    months    form -> 1 to 12, abbreviations without their full stop
    weekdays  form -> 1 (Monday) to 7
    quotes    pairs of quotation marks, outermost first
    cues      verbs and phrases that attribute words, every form that is used to do so
    offices   words that begin or make an office title ("minister", "secretary")

    What the finders of words and speakers ask besides, case-folded too:

    participles   cues that lean on the subject of their sentence ("adding")
    credits       phrases that the source follows ("according to")
    pronouns      third-person pronouns that can be a source
    first_persons pronouns by which a speaker speaks of himself or of his side
    determiners   words that begin a noun phrase without being a name
    auxiliaries   verbs that go before a cue, or show that a phrase is more than a noun phrase
    breaks        words that end a noun phrase (prepositions of place and time, conjunctions)
    questioners   labels under which a transcript puts questions
    answerers     labels under which it puts answers without a name
    person_titles words before a name that are no office ("mr", "dr")
    bodies        words that begin or end the name of an organisation ("ministry", "council")
    no_labels     words that stand before a colon at the start of a line and name nobody ("note")
    deliveries    phrases that a speech's speaker follows ("as delivered by")
    """

    code: str
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    quotes: tuple[tuple[str, str], ...] = ()
    cues: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    credits: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    first_persons: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    questioners: frozenset[str] = frozenset()
    answerers: frozenset[str] = frozenset()
    person_titles: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    no_labels: frozenset[str] = frozenset()
    deliveries: frozenset[str] = frozenset()
