"""Tables of what onrecord can be extended with: a name and a dotted path, imported on first use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from onrecord.errors import UnknownName


class Table:
    """The rows of one room, in an order a person can read: name -> "package.module:attribute".

    Other packages add rows through the entry point group `onrecord.<table name>`; they come after ours, by name.
    Nothing is imported until its row is used.
    """

    def __init__(self, name: str, rows: Mapping[str, str]) -> None:
        self.name = name
        self.rows = dict(rows)
        self._extended = False
        self._loaded: dict[str, Any] = {}

    def names(self) -> list[str]:
        """The names of all rows, ours first."""
        self._extend()
        return list(self.rows)

    def __contains__(self, name: object) -> bool:
        self._extend()
        return name in self.rows

    def __getitem__(self, name: str) -> Any:
        """What the row `name` points to, imported now. Raises UnknownName."""
        self._extend()
        if name not in self.rows:
            raise UnknownName.among(self.name.rstrip("s"), name, self.rows)
        if name not in self._loaded:
            module, _, attribute = self.rows[name].partition(":")
            self._loaded[name] = getattr(import_module(module), attribute)
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names())

    def _extend(self) -> None:
        if self._extended:
            return
        for point in sorted(entry_points(group=f"onrecord.{self.name}"), key=lambda point: point.name):
            self.rows.setdefault(point.name, point.value)
        self._extended = True
