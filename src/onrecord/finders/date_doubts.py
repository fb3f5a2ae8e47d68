"""When what a page offers as its date is to be doubted: by other sources of it, by lines that contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from onrecord.finders.date_offers import (
    ABOVE_TITLE,
    ADDRESS_DAY,
    CONTESTABLE,
    LABELLED,
    MIDST,
    WEAK,
    Candidate,
    is_after,
    same_day,
)
from onrecord.finders.date_values import day_of

# Zones lie from twelve hours behind UTC to fourteen ahead, a quarter of an hour apart at least.
ZONES_BEHIND, ZONES_AHEAD, ZONE_STEP = timedelta(hours=-12), timedelta(hours=14), timedelta(minutes=15)


def decided(offered: Sequence[Candidate], captured_at: str | None) -> list[Candidate]:
    """`offered`, in which a date of numbers that could lie before the capture in one reading only is read so."""
    undecided = [one for one in offered if not one.is_decided]
    possible = Counter(one.span for one in undecided if not is_after(one.edtf, captured_at))
    met = Counter(one.span for one in undecided)
    return [
        replace(one, is_decided=True, reason=f"{one.reason}; read otherwise it would lie after the capture")
        if not one.is_decided and met[one.span] > possible[one.span] == 1 and not is_after(one.edtf, captured_at)
        else one
        for one in offered
    ]


def in_own_zone(best: Candidate, possible: Sequence[Candidate]) -> Candidate:
    """`best`, or, when it counts in UTC, the same moment as the page's own zone writes it: it tells the local day."""
    if not best.edtf.endswith(("Z", "+00:00")):
        return best
    return next((one for one in possible if one is not best and _is_local(one.edtf, best.edtf)), best)


def _is_local(local: str, utc: str) -> bool:
    """Whether `local` is the moment `utc` on a clock of another zone, said or not; seconds may be left out."""
    if len(local) < 19 or "/" in local or local.endswith(("Z", "+00:00")):
        return False
    here, there = datetime.fromisoformat(local), datetime.fromisoformat(utc)
    if here.tzinfo is not None:
        return here == there
    if here.second == 0:
        there = there.replace(second=0, microsecond=0)
    ahead = here - there.replace(tzinfo=None)
    return ZONES_BEHIND <= ahead <= ZONES_AHEAD and not ahead % ZONE_STEP


def outvoted(best: Candidate, possible: Sequence[Candidate], modified: Sequence[Candidate]) -> Candidate | None:
    """The date on which two other sources agree against a declared one that no other source bears out; else None.

    Sources are JSON-LD, meta, the markup of the body, the line by the title, the text, the address. One that
    contradicts itself has no voice, nor has one that shows the day of the last change.
    """
    if not _is_declared(best):
        return None
    voices = _voices(possible, best, modified)
    if any(_agree(best, one) for source, one in voices.items() if source != _source(best)):
        return None
    others = [one for source, one in voices.items() if source != _source(best)]
    for one in others:
        if sum(_agree(one, other) for other in others) >= 2:
            return replace(one, reason=f"{one.reason}; another source agrees, and none with what the page declares")
    return None


def _voices(possible: Sequence[Candidate], best: Candidate, modified: Sequence[Candidate]) -> dict[str, Candidate]:
    """What each source says, most trusted sources first."""
    said: dict[str, list[Candidate]] = {}
    for one in possible:
        is_change = not _agree(one, best) and any(same_day(one.edtf, change.edtf) for change in modified)
        if day_of(one.edtf) is not None and (source := _source(one)) and not is_change:
            said.setdefault(source, []).append(one)
    return {
        source: ones[0]
        for source, ones in said.items()
        if source == "line" or all(_agree(ones[0], one) for one in ones)
    }


def _source(one: Candidate) -> str:
    if one.how == "address":
        return "address" if one.trust == ADDRESS_DAY else ""
    if _is_declared(one):
        return {0: "json-ld", 2: "markup"}.get(one.trust, "meta")
    return "line" if one.trust <= ABOVE_TITLE else "text" if one.trust < CONTESTABLE else ""


def _is_declared(one: Candidate) -> bool:
    return one.trust < LABELLED or one.trust == WEAK


def _agree(one: Candidate, other: Candidate) -> bool:
    """Whether two offers name one day; next to each other when one is a moment in UTC, which hides the local day."""
    first, second = day_of(one.edtf), day_of(other.edtf)
    if first is None or second is None:
        return False
    in_utc = any(offer.edtf.endswith(("Z", "+00:00")) for offer in (one, other))
    return abs((first - second).days) <= int(in_utc)


def contested(best: Candidate, possible: Sequence[Candidate]) -> list[Candidate]:
    """The date lines that cancel each other, or leave `best` without ground; empty when there is no such doubt.

    Lines in the text of different days, unlabelled; lines above the title of different days, for one may be a teaser's;
    a declared date that may mean creation, against every line of the item.
    """
    if best.trust in (CONTESTABLE, MIDST):
        doubtful = [one for one in possible if one.trust in (CONTESTABLE, MIDST)]
        is_sure = best.trust == CONTESTABLE and all(same_day(one.edtf, best.edtf) for one in doubtful)
        return [] if is_sure else doubtful
    if best.trust == ABOVE_TITLE:
        above = [one for one in possible if one.trust == ABOVE_TITLE and one.line != best.line]
        return [best, *above] if any(not same_day(one.edtf, best.edtf) for one in above) else []
    if best.trust == WEAK:
        lines = [one for one in possible if WEAK < one.trust <= MIDST]
        against = [one for one in lines if not _agree(one, best)]
        return [best, *against] if against and len(against) == len(lines) else []
    return []
