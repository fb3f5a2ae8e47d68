"""What a page says of itself: address, title, links, meta, JSON-LD, microdata and <time>, one "key: value" a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from onrecord.formats.sniff import is_address

# Of JSON-LD, what dates, names or places an article. Its articleBody may be the whole text over again.
JSON_KEYS = frozenset(
    {"datePublished", "dateModified", "dateCreated", "uploadDate", "headline", "articleSection", "url"}
)
JSON_NAMED = frozenset({"author", "publisher"})
# Tokens made anew for every visitor, and settings of the browser window.
META_LEFT_OUT = frozenset({"viewport", "csrf-token", "csrf-param", "theme-color"})
META_OF_SERVER = frozenset({"date", "last-modified", "content-language"})
TITLE_KEYS = frozenset({"title", "meta og:title", "meta twitter:title", "json-ld NewsArticle.headline"})
# Elements that declare something by what they are; others by an itemprop.
DECLARING = frozenset({"html", "title", "meta", "link", "script", "time"})


@dataclass(slots=True)
class Declared:
    """The lines gathered so far; the walk over the page calls `element` for each element, in page order."""

    lines: list[str] = field(default_factory=list)
    # (line of a <time>, first piece, piece after the last) where its text is shown
    times: list[tuple[int, int, int]] = field(default_factory=list)
    _starts: list[tuple[int, int]] = field(default_factory=list)

    def add(self, key: str, value: str | None) -> None:
        """Add a line, white space inside key and value collapsed; nothing when the value is blank."""
        words = " ".join((value or "").split())
        if words:
            self.lines.append(f"{' '.join(key.split())}: {words}")

    def element(self, node: Any, piece: int) -> int | None:
        """Add what an element declares; `piece` = pieces shown before it. Gives a number when it is a <time> to end."""
        name, attributes = node.name, node.attrs or {}
        if name == "meta":
            self._meta(attributes)
        elif name == "time":
            return self._time(attributes, piece)
        elif name == "script":
            if "ld+json" in (attributes.get("type") or "").lower():
                self._json(_text_of(node))
        elif name == "title":
            if node.parent is not None and node.parent.name == "head":
                self.add("title", _text_of(node))
        elif name == "html":
            self.add("lang", attributes.get("lang"))
        elif name == "link" and "canonical" in (attributes.get("rel") or "").lower().split():
            self.add("link canonical", attributes.get("href"))
        if "itemprop" in attributes and name != "meta":
            self._itemprop(attributes)
        return None

    def end_time(self, number: int, piece: int) -> None:
        """The <time> of that number ends before piece `piece`."""
        line, first = self._starts[number]
        if piece > first:
            self.times.append((line, first, piece))

    def titles(self) -> list[str]:
        """The names that the page gives itself."""
        return [value for key, _, value in (line.partition(": ") for line in self.lines) if key in TITLE_KEYS]

    def pieces(self) -> frozenset[int]:
        """The first and last pieces of each <time> that is shown."""
        return frozenset(piece for _, first, end in self.times for piece in (first, end - 1))

    def text(self, pieces: dict[int, tuple[int, int]]) -> str:
        """All lines; after the line of a <time> that is shown, where: `pieces` tells where pieces stand in the page."""
        shown = {line: (pieces.get(first), pieces.get(end - 1)) for line, first, end in self.times}
        lines = []
        for number, line in enumerate(self.lines):
            lines.append(f"{line}\n")
            first, last = shown.get(number, (None, None))
            if first and last:
                lines.append(f"time place: {first[0]}-{last[1]}\n")
        return "".join(lines)

    def _meta(self, attributes: dict[str, str | None]) -> None:
        content = attributes.get("content")
        key = attributes.get("property") or attributes.get("name")
        server = (attributes.get("http-equiv") or "").lower()
        if key and key.lower() not in META_LEFT_OUT:
            self.add(f"meta {key}", content)
        elif server in META_OF_SERVER:
            self.add(f"meta {server}", content)
        if "itemprop" in attributes:
            self._itemprop(attributes)

    def _itemprop(self, attributes: dict[str, str | None]) -> None:
        value = attributes.get("content") or attributes.get("datetime")
        for prop in (attributes.get("itemprop") or "").split():
            self.add(f"itemprop {prop}", value)

    def _time(self, attributes: dict[str, str | None], piece: int) -> int | None:
        before = len(self.lines)
        self.add("time[pubdate] datetime" if "pubdate" in attributes else "time datetime", attributes.get("datetime"))
        number = None
        if len(self.lines) > before:
            self._starts.append((before, piece))
            number = len(self._starts) - 1
        if "itemprop" in attributes:
            self._itemprop(attributes)
        return number

    def _json(self, source: str) -> None:
        try:
            graph = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            return  # broken JSON-LD declares nothing
        for kind, key, value in _facts(graph):
            self.add(f"json-ld {kind}.{key}", value)


def declared_for(source: str) -> Declared:
    """An empty list of lines, or one that begins with the address of the page."""
    declared = Declared()
    if is_address(source):
        declared.add("address", source)
    return declared


def _text_of(node: Any) -> str:
    return "".join(child.data or "" for child in node.children if child.name == "#text")


def _facts(graph: Any) -> Iterator[tuple[str, str, str]]:
    """(type, key, value) of the things in JSON-LD, in the order in which they are written."""
    stack = [graph]
    while stack:
        thing = stack.pop()
        if isinstance(thing, list):
            stack.extend(reversed(thing))
        if not isinstance(thing, dict):
            continue
        kind = thing.get("@type")
        kind = str(kind[0] if isinstance(kind, list) and kind else kind or "Thing")
        for key, value in thing.items():
            if key in JSON_KEYS:
                for words in value if isinstance(value, list) else [value]:
                    if isinstance(words, str | int | float):
                        yield kind, key, str(words)
            elif key in JSON_NAMED:
                for name in _names(value):
                    yield kind, key, name
        stack.extend(value for value in reversed(thing.values()) if isinstance(value, dict | list))


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        for words in name if isinstance(name, list) else [name]:
            if isinstance(words, str):
                yield words
