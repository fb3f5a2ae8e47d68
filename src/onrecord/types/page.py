"""What one capture tells by itself, and what is read in it once its site is known."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types.document import Document
from onrecord.types.reading import Reading
from onrecord.types.statement import Statement


@dataclass(frozen=True, slots=True)
class Page:
    """Stratum L0 of one document: a function of its bytes and its source.

    keys  one a block, in order: the same words elsewhere have the same key; "" for a block without words
    day_first, month_first, ambiguous  how many dates such as 25/06/2024, 06/25/2024 and 05/06/2024 it has
    """

    document: Document
    keys: tuple[str, ...]
    day_first: int = 0
    month_first: int = 0
    ambiguous: int = 0


@dataclass(frozen=True, slots=True)
class ReadItem:
    """Stratum L2 of one item: what was found in it, and the statements that follow."""

    reading: Reading
    statements: tuple[Statement, ...]
