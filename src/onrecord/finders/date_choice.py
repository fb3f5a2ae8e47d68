"""How one of the dates that a page offers for a role is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.finders.date_doubts import contested, decided, in_own_zone, outvoted
from onrecord.finders.date_offers import Candidate, is_after, same_day
from onrecord.types import Rival, Role, When, unknown


def choose(role: Role, candidates: Sequence[Candidate], captured_at: str | None, looked_for: str) -> When:
    """The most trusted of the candidates for `role`, with those of other days as rivals; unknown without one.

    What lies after the capture cannot have been published before it: such a date is a rival, never the value.
    """
    offered = decided(sorted((one for one in candidates if one.role == role), key=lambda one: one.trust), captured_at)
    late = [one for one in offered if is_after(one.edtf, captured_at)]
    possible = [one for one in offered if one.is_decided and one not in late]
    barred = [
        *(_rival(one, "the order of its day and month is not decided") for one in offered if not one.is_decided),
        *(_rival(one, "later than the capture") for one in late if one.is_decided),
    ]
    if not possible:
        return unknown(looked_for if not barred else "the dates it offers cannot be taken", _distinct(barred, None))
    changes = [one for one in candidates if one.role == "modified"] if role == "published" else []
    best = outvoted(possible[0], possible, changes) or in_own_zone(possible[0], possible)
    doubtful = contested(best, possible)
    if doubtful:
        offers = [_rival(one, f"{one.reason}, which alone proves nothing") for one in doubtful]
        return unknown("dates that contradict each other, none of them sure", _distinct([*offers, *barred], None))
    why_not = f"{best.reason}, which is trusted more"
    others = [_rival(one, f"{one.reason}; {why_not}") for one in possible if one.span != best.span]
    return When(
        edtf=best.edtf,
        basis=best.basis,
        how=best.how,
        span=best.span if best.basis == "stated" else None,
        from_=best.from_,
        rivals=_distinct([*others, *barred], best.edtf),
        why=best.reason,
    )


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
