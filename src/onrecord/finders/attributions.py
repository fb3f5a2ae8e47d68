"""Who is credited with which words, by rules and by the model: the one place where both meet.

Precedence. Rules own direct quotations: marks bound them, and the rules' cue and source are the right ones more often.
The model owns the rest. Of two that tell of the same words one is kept:

- a quotation by the rules is kept, and the model's attribution of about the same words falls;
- unless the model's content is wider and both have one cue: then the quotation is a part of what was said (mixed), and
  the rule's falls;
- a quotation inside a wider content with another cue is nested, and both are kept.

Where no model read the attributions of the document, rules for reported clauses stand in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.finders import quotes, reported_clauses, reports
from onrecord.types import Attribution, Reading, Span

# Share of the letters of both contents together from which on they are the same words.
SAME = 0.5


def find(reading: Reading) -> Iterator[Attribution]:
    """The attributions of the item but for turns and whole items, in text order."""
    ruled = list(quotes.find(reading))
    by_model = "attribution" in reading.tags.heads
    reported = list(reports.find(reading) if by_model else reported_clauses.find(reading))
    kept = [one for one in ruled if not any(_is_part(one, wider) for wider in _meeting(one, reported))]
    told = [one for one in reported if not any(_same(one, other) for other in _meeting(one, kept))]
    yield from sorted([*kept, *told], key=lambda one: (one.content[0].start, -one.content[-1].end))


def _meeting(one: Attribution, others: Sequence[Attribution]) -> Iterator[Attribution]:
    """Those of `others` whose contents reach into the stretch of this one's."""
    start, end = one.content[0].start, one.content[-1].end
    return (other for other in others if other.content[0].start < end and start < other.content[-1].end)


def _is_part(quotation: Attribution, wider: Attribution) -> bool:
    """Whether the quotation is the quoted part of what the same cue reports."""
    if wider.mode != "mixed" or quotation.cue is None or wider.cue is None or not quotation.cue.meets(wider.cue):
        return False
    return all(any(whole.holds(part) for whole in wider.content) for part in quotation.content)


def _same(one: Attribution, other: Attribution) -> bool:
    both = sum(_shared(a, b) for a in one.content for b in other.content)
    either = sum(map(len, one.content)) + sum(map(len, other.content)) - both
    return both >= SAME * either


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
