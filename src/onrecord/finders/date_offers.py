"""What a page offers as the day on which an item was published or modified, and how far each offer is trusted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from onrecord.finders.date_values import day_of
from onrecord.types import Basis, Evidence, How, Role, Span

# The farthest zone is fourteen hours ahead of UTC: a day without a zone may have begun there before the capture.
FARTHEST_ZONE = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that the page offers for a role.

    trust   the smaller, the more it is trusted; equal trust is decided by order
    is_decided  False for each reading of a date whose order of numbers nobody decided: such a one is never the value
    line    the block of the page in which it is shown, if it is
    reason  what speaks for it, as part of a sentence ("the page declares it in JSON-LD")
    """

    role: Role
    edtf: str
    span: Span
    how: How
    trust: int
    reason: str
    basis: Basis = "stated"
    is_decided: bool = True
    from_: tuple[Evidence, ...] = ()
    line: Span | None = None


# Trust, smallest first. What a page declares in JSON-LD, in meta, in the markup of its body is 0, 1 and 2; the lines by
# the title follow.
LABELLED, BELOW_TITLE, ABOVE_TITLE = 10, 11, 12
# What is declared under a name that may mean creation or the day of the text ("date", "created"): readers see the line
# by the title, and templates fill such fields with the day of the last build.
WEAK = 13
# A list that gives the item's own title its day is trusted as a labelled date far from the title is.
LABELLED_FAR = LISTED = 14
DATELINE = 15
# Lines that neither stand by the title nor are labelled: of other days they cancel each other. One in the midst of the
# text is never the value, but it casts the same doubt; one behind the end counts with a label only.
CONTESTABLE, MIDST, BEHIND = 16, 17, 18
ADDRESS_DAY, COMPLETED, ADDRESS_MONTH = 20, 21, 22


def is_after(edtf: str, captured_at: str | None) -> bool:
    """Whether `edtf` (a day or a moment) lies after the capture in every zone that it can be written in."""
    day = day_of(edtf)
    if captured_at is None or day is None:
        return False
    captured = datetime.fromisoformat(captured_at)
    if len(edtf) > 19 and captured.tzinfo is not None:
        return datetime.fromisoformat(edtf) > captured
    return day > (captured + FARTHEST_ZONE).date()


def same_day(one: str, other: str) -> bool:
    """Whether two dates name the same day, or one the month or year that the other lies in."""
    shorter = min(len(one), len(other), 10)
    return "/" not in one and "/" not in other and one[:shorter] == other[:shorter]
