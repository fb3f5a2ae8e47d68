"""A language as data: what finders ask it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Language:
    """One language. Keys are case-folded; every inflected and abbreviated form that pages use is an entry of its own.

    code      BCP 47
    months    form -> 1 to 12, abbreviations without their full stop
    weekdays  form -> 1 (Monday) to 7
    number_order  what comes first wherever the language writes 05/06/2024: "day", "month", None where usage differs
    dotted_days  whether a day of the month bears a full stop ("5. August")
    relative  word or phrase -> days from the day of writing
    vague     phrases that count from the day of writing and name no single day ("last week")
    on_weekday  word or phrase that names a day of the week of writing by itself -> 1 to 7
    ago       words that end "three days ago"
    units     form -> day, week, month, year
    numerals  small numbers in words -> their value
    year_words  what follows or joins a year ("года"), without its full stop
    published_labels, modified_labels  what stands before a date of either role, without its colon
    other_days  words before a date that is not the day of what is told ("since", "until")
    quotes    pairs of quotation marks, outermost first
    cues      verbs and phrases that attribute words, every form that is used to do so
    offices   words that begin or make an office title ("minister", "secretary")

    What the finders of words and speakers ask besides, case-folded too:

    participles   cues that lean on the subject of their sentence ("adding")
    credits       phrases that the source follows ("according to")
    handovers     phrases that begin the line which introduces the next voice ("and from")
    pronouns      third-person pronouns that can be a source
    women, men    pronouns and titles of address that mean a woman, a man
    possessives   those of them that are possessive ("her", "his")
    objects       those of them that are objects alone ("him")
    styles        words of a form of address that such a pronoun begins ("excellency")
    first_persons pronouns by which a speaker speaks of himself or of his side
    selves        those of them that mean the speaker alone ("i")
    determiners   words that begin a noun phrase without being a name
    auxiliaries   verbs that go before a cue, or show that a phrase is more than a noun phrase
    breaks        words that end a noun phrase (prepositions of place and time, conjunctions)
    relatives     pronouns that begin a clause about the noun before them ("who")
    complements   words that turn what a cue introduces into indirect speech ("that")
    adverbs       adverbs that stand between a source and its cue ("then")
    adverb_ending, participle_ending   how such words end, "" when the ending tells nothing
    spaceless     whether the script parts its words by nothing
    questioners   labels under which a transcript puts questions
    answerers     labels under which it puts answers without a name
    person_titles words before a name that are no office ("mr", "dr")
    bodies        words that begin or end the name of an organisation ("ministry", "council")
    no_labels     words that stand before a colon at the start of a line and name nobody ("note")
    bylines       words that begin an author's line ("by")
    writings      what an author writes for a newspaper ("column")
    interviews    phrases that the interviewed person follows ("interview with")
    groups        phrases that begin the name under which a group speaks ("we, the")
    staff         words before a body that mean its people ("staff of")
    locatives     prepositions between a city and what happened there ("in")
    deliveries    phrases that a speech's speaker follows ("as delivered by")
    """

    code: str
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    number_order: Literal["day", "month"] | None = None
    dotted_days: bool = False
    relative: Mapping[str, int] = field(default_factory=dict)
    vague: frozenset[str] = frozenset()
    on_weekday: Mapping[str, int] = field(default_factory=dict)
    ago: frozenset[str] = frozenset()
    units: Mapping[str, str] = field(default_factory=dict)
    numerals: Mapping[str, int] = field(default_factory=dict)
    year_words: frozenset[str] = frozenset()
    published_labels: frozenset[str] = frozenset()
    modified_labels: frozenset[str] = frozenset()
    other_days: frozenset[str] = frozenset()
    quotes: tuple[tuple[str, str], ...] = ()
    cues: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    credits: frozenset[str] = frozenset()
    handovers: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    first_persons: frozenset[str] = frozenset()
    selves: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    adverb_ending: str = ""
    participle_ending: str = ""
    spaceless: bool = False
    questioners: frozenset[str] = frozenset()
    answerers: frozenset[str] = frozenset()
    person_titles: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    no_labels: frozenset[str] = frozenset()
    bylines: frozenset[str] = frozenset()
    writings: frozenset[str] = frozenset()
    interviews: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    staff: frozenset[str] = frozenset()
    locatives: frozenset[str] = frozenset()
    deliveries: frozenset[str] = frozenset()


def words(line: str) -> frozenset[str]:
    """The words of `line`, which white space parts: how a language file lists single words."""
    return frozenset(line.split())


def numbered(rows: str) -> dict[str, int]:
    """Form -> number of its row, from 1: forms are parted by white space, rows by "|"; "_" is a space inside a form."""
    return {form.replace("_", " "): row for row, forms in enumerate(rows.split("|"), 1) for form in forms.split()}


def phrases(listed: str) -> frozenset[str]:
    """The phrases of a list parted by "|"."""
    return frozenset(" ".join(phrase.split()) for phrase in listed.split("|"))
