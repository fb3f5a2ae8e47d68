"""When: a date as evidence, with its words or the reason why it is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.types.span import Span

Basis = Literal["stated", "inferred", "bounded", "unknown"]
How = Literal["text", "declared", "completed", "relative", "address", "neighbour", "office"]
Role = Literal["published", "modified", "spoken", "happened"]
ROLES: tuple[Role, ...] = ("published", "modified", "spoken", "happened")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that a value was inferred from, in this or another document."""

    document_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Rival:
    """Another date that the same page offers for the same role, and why it was not taken."""

    edtf: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class When:
    """A date for one role of an item.

    edtf   ISO 8601-2 / EDTF level 1; its length is its precision ("2024-03" is a month); None when unknown
    span   the words of a stated date; None for others
    from_  for inferred and bounded dates: the words it was inferred from
    why    one sentence; for an unknown date, what was looked for
    """

    edtf: str | None
    basis: Basis
    how: How | None = None
    span: Span | None = None
    from_: tuple[Evidence, ...] = ()
    rivals: tuple[Rival, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Dating:
    """The date of an item in one role, as a finder yields it."""

    role: Role
    when: When


def unknown(why: str, rivals: tuple[Rival, ...] = ()) -> When:
    """A date that is not known, with what was looked for."""
    return When(None, "unknown", why=why, rivals=rivals)
