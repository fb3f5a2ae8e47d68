"""Whom "he" or "she" means: how likely each person met before is, by weighed cues.

A log-linear choice among the persons of the last sentences, in the manner of discourse prominence (Lappin and Leass
1994); the weights are fitted on our own marks (`python bench/fit_pronouns.py --data DIR` prints them).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.types import Span

# Sentences back, a pronoun's own left out, in which persons are looked for.
REACH = 6
# Of the others those most often met so far are looked at too: whom a text is about is "he" again after a digression.
PROMINENT = 2
# Code points between a mention and a pronoun that follows it at once: "thanked Halloran for her".
RIGHT_BEFORE = 14
# How likely the best person must be: lower, more pronouns are bound, and more of them wrongly (the sweep that
# bench/fit_pronouns.py prints).
SURE = 0.5

WEIGHTS: dict[str, float] = {
    "1 sentences back": 0.87,
    "2 sentences back": -0.55,
    "3 sentences back": -0.19,
    "4 sentences back": -0.45,
    "5 sentences back": -0.94,
    "6 sentences back": -1.68,
    "credited beside": -0.04,
    "credited, again": 1.81,
    "from a quotation": -0.91,
    "into a quotation": 0.6,
    "last by pronoun": -0.23,
    "met last": 0.53,
    "met most": 0.55,
    "met often": 0.24,
    "met once": 0.33,
    "met twice": -0.32,
    "met up to four times": -0.25,
    "never named in full": -0.57,
    "opened": 0.52,
    "opened the last": -0.18,
    "opens here": 0.17,
    "owner": -0.29,
    "right before, object": -0.67,
    "right before, owner": -0.01,
    "right before, subject": -0.34,
    "same quotation": -0.6,
    "same sentence, object": 0.52,
    "same sentence, owner": 1.17,
    "same sentence, subject": 1.24,
    "sex known": 0.36,
    "sex unknown": -0.36,
    "subject again": 0.83,
    "subject of this sentence, object": 0.32,
    "subject of this sentence, owner": 0.15,
    "subject of this sentence, subject": 0.5,
    "told of": -0.16,
}


@dataclass(frozen=True, slots=True)
class Met:
    """Where a name or a pronoun stands.

    opens     among the first words of its sentence: mostly its subject
    credited  in the source of an attribution
    quote     number of the quotation around it, None outside
    owns      with a possessive ending or as one: "Halloran's", "his"
    named     a name, not a pronoun
    about     a name behind an article, which tells of something else: "the Halloran campaign"
    """

    start: int
    end: int
    sentence: int
    opens: bool
    credited: bool
    quote: int | None
    owns: bool
    named: bool
    about: bool = False


@dataclass(slots=True, eq=False)
class Candidate:
    """A person who can be meant: what is known of the name in the whole item, and where it was met so far."""

    tokens: tuple[str, ...]
    fullest: Span
    woman: bool | None
    names: list[Span]
    met: list[Met] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun, and who can be meant by it: nobody of the other sex, nor who says the words around it.

    case   owner ("his"), object ("him") or subject
    """

    span: Span
    woman: bool
    case: str
    here: Met
    candidates: tuple[Candidate, ...]


def chances(pronoun: Pronoun, weights: Mapping[str, float] = WEIGHTS) -> list[tuple[float, Candidate]]:
    """How likely each candidate is, the likeliest first."""
    sums = [(sum(weights.get(cue, 0.0) for cue in cues(pronoun, one)), one) for one in pronoun.candidates]
    top = max((value for value, _ in sums), default=0.0)
    raised = [(math.exp(value - top), one) for value, one in sums]
    total = sum(value for value, _ in raised)
    return sorted(((value / total, one) for value, one in raised), key=lambda one: (-one[0], one[1].met[0].start))


def cues(pronoun: Pronoun, one: Candidate) -> Iterator[str]:
    """What speaks for or against a candidate."""
    here, last = pronoun.here, one.met[-1]
    back = here.sentence - last.sentence
    yield f"{min(back, REACH)} sentences back" if back else f"same sentence, {pronoun.case}"
    if not back and here.start - last.end <= RIGHT_BEFORE:
        yield f"right before, {pronoun.case}"
    latest = max(other.met[-1].start for other in pronoun.candidates)
    if last.start == latest:
        yield "met last"
    yield "sex known" if one.woman is not None else "sex unknown"
    yield f"met {_times(len(one.met))}"
    if len(one.met) == max(len(other.met) for other in pronoun.candidates):
        yield "met most"
    if len(one.tokens) == 1:
        yield "never named in full"
    if last.opens:
        yield "opens here" if not back else "opened the last" if back == 1 else "opened"
    if last.owns:
        yield "owner"
    if last.about:
        yield "told of"
    if not last.named:
        yield "last by pronoun"
    yield from _credits(pronoun, one)
    nearest = [met for met in one.met if here.sentence - met.sentence <= 1]
    if any(met.opens and met.sentence == here.sentence for met in nearest):
        yield f"subject of this sentence, {pronoun.case}"
    if here.opens and any(met.opens and met.sentence == here.sentence - 1 for met in nearest):
        yield "subject again"


def _credits(pronoun: Pronoun, one: Candidate) -> Iterator[str]:
    """Cues of who is credited with words, and of quotation marks."""
    here, last = pronoun.here, one.met[-1]
    credited = [met for met in one.met if met.credited]
    if here.credited and credited:
        yield "credited, again" if here.sentence - credited[-1].sentence <= 2 else "credited, once"
    elif credited and here.sentence - credited[-1].sentence <= 1:
        yield "credited beside"
    if here.quote is not None and last.quote == here.quote:
        yield "same quotation"
    elif here.quote is None and last.quote is not None:
        yield "from a quotation"
    elif here.quote is not None:
        yield "into a quotation"


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else "up to four times" if count <= 4 else "often"
