"""What a page offers as the day on which an item was published or modified, and how one offer is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from onrecord.finders.date_values import day_of
from onrecord.types import Basis, Evidence, How, Rival, Role, Span, When, unknown

# The farthest zone is fourteen hours ahead of UTC: a day without a zone may have begun there before the capture.
FARTHEST_ZONE = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that the page offers for a role.

    trust   the smaller, the more it is trusted; equal trust is decided by order
    is_decided  False for each reading of a date whose order of numbers nobody decided: such a one is never the value
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


# Lines that neither stand by the title nor are labelled: of other days they cancel each other. One in the midst of the
# text is never the value, but it casts the same doubt.
CONTESTABLE, MIDST = 15, 16


def choose(role: Role, candidates: Sequence[Candidate], captured_at: str | None, looked_for: str) -> When:
    """The most trusted of the candidates for `role`, with those of other days as rivals; unknown without one.

    What lies after the capture cannot have been published before it: such a date is a rival, never the value.
    """
    offered = sorted((one for one in candidates if one.role == role), key=lambda one: one.trust)
    late = [one for one in offered if is_after(one.edtf, captured_at)]
    possible = [one for one in offered if one.is_decided and one not in late]
    barred = [
        *(_rival(one, "the order of its day and month is not decided") for one in offered if not one.is_decided),
        *(_rival(one, "later than the capture") for one in late if one.is_decided),
    ]
    if not possible:
        return unknown(looked_for if not barred else "the dates it offers cannot be taken", _distinct(barred, None))
    best = _in_own_zone(possible)
    why_not = f"{best.reason}, which is trusted more"
    doubtful = [one for one in possible if one.trust in (CONTESTABLE, MIDST)]
    if best.trust == MIDST or (best in doubtful and not all(same_day(one.edtf, best.edtf) for one in doubtful)):
        contested = [_rival(one, f"{one.reason}, which alone proves nothing") for one in doubtful]
        return unknown(
            "date lines in the text, none by the title and none labelled", _distinct([*contested, *barred], None)
        )
    others = [_rival(one, f"{one.reason}; {why_not}") for one in possible if one is not best]
    return When(
        edtf=best.edtf,
        basis=best.basis,
        how=best.how,
        span=best.span if best.basis == "stated" else None,
        from_=best.from_,
        rivals=_distinct([*others, *barred], best.edtf),
        why=best.reason,
    )


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


def _in_own_zone(possible: Sequence[Candidate]) -> Candidate:
    """The first of `possible`, or the same moment written in another zone than UTC: it tells the local day."""
    best = possible[0]
    if not best.edtf.endswith(("Z", "+00:00")):
        return best
    instant = datetime.fromisoformat(best.edtf)
    zoned = (one for one in possible[1:] if len(one.edtf) > 20 and not one.edtf.endswith(("Z", "+00:00")))
    return next((one for one in zoned if "/" not in one.edtf and datetime.fromisoformat(one.edtf) == instant), best)


def _rival(candidate: Candidate, why: str) -> Rival:
    return Rival(candidate.edtf, candidate.span, why)


def _distinct(rivals: Sequence[Rival], chosen: str | None) -> tuple[Rival, ...]:
    """One rival a day, in order, without those that name the chosen day."""
    kept: list[Rival] = []
    for rival in rivals:
        known = [chosen, *(one.edtf for one in kept)]
        if not any(other is not None and same_day(rival.edtf, other) for other in known):
            kept.append(rival)
    return tuple(kept)
