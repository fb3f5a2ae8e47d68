"""The snapshot: how views and corpus steps see a record, all of it at one moment, without SQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

Row = Mapping[str, Any]


class Snapshot(Protocol):
    """One consistent state of a record. Rows are mappings in a fixed order; json columns are decoded."""

    def rows(self, table: str, **equal: Any) -> Iterator[Row]:
        """The rows of `table` whose columns equal what is asked, in page order where there is one, else by id."""

    def find(self, table: str, prefix: str) -> list[str]:
        """Up to ten ids of `table` that begin with `prefix`."""

    def text(self, text_id: str) -> str:
        """The archived text of that id."""

    def words(self, document_id: str, span: Sequence[Any]) -> str:
        """The words of a json span in one of a document's two texts."""

    def lenders(self, site: str, item_key: str) -> tuple[Row, Row] | None:
        """Of the items of `site` with these words and a stated publication date, those with the earliest and the
        latest date; None when there are none."""

    def pages_with(self, site: str, key: str) -> int:
        """On how many pages of `site` a block with this key stands."""

    def search(self, query: str, limit: int) -> Iterator[str]:
        """Ids of items that hold the words of `query`, best first."""

    def body(self, capture_id: str) -> bytes:
        """The archived bytes of a capture, checked against their hash."""

    def counts(self) -> Mapping[str, int]:
        """How many rows each table has."""

    @property
    def settled(self) -> bool:
        """Whether all that the pages teach each other has been worked in."""
