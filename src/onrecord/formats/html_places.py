"""Where the words of a page stand in its source: found, and then checked by reading the source again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

# What a browser's own style sheet does not show, and fallback content that it never shows.
_UNSEEN = (
    "area audio base basefont canvas datalist desc frameset head iframe link meta metadata noembed noframes noscript"
    " object param rp script source style template title track video"
)
UNSEEN = frozenset(_UNSEEN.split())
_NO_DISPLAY = re.compile(r"display\s*:\s*none", re.IGNORECASE)

# Possessive: a quotation mark that is never closed costs one look, not one for every way to go back.
_INSIDE_TAG = r"""(?:[^<>"']|"[^"]*"|'[^']*')*+>"""
_TAG = re.compile(rf"</?[a-zA-Z]{_INSIDE_TAG}")
_MARKUP = re.compile(
    rf"<!--(?:>|->|.*?(?:--!?>|\Z))|</?(?P<name>[a-zA-Z][^\s/>]*)(?P<attributes>{_INSIDE_TAG})|<[!?/][^>]*>?",
    re.DOTALL,
)
# Source in which a plain removal of tags would leave words that nobody sees.
_TRICKY = re.compile(rf"<[!?]|</[^a-zA-Z]|<(?:{'|'.join(sorted(UNSEEN))}|dialog)\b|\bhidden|display\s*:\s*none", re.I)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_EMPTY = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_EMPTY.split())

# Segments of other elements that may stand between two pieces of one text node. Pieces drift apart only where
# a parser moves text out of a broken table; a row of a table has fewer cells than this.
_MOVED_REACH = 400


def squeezed(words: str) -> str:
    """`words` without white space (and without U+0000, which parsers drop)."""
    return "".join(words.replace("\x00", "").split())


def is_hidden(name: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether a browser without scripts hides an element: by its name, the hidden attribute or display:none."""
    if name in UNSEEN:
        return True
    if "hidden" in attributes:
        # React sends parts of a page as <div hidden id="S:0"> and moves them into sight.
        return not (attributes.get("id") or "").startswith("S:")
    if name == "dialog":
        return "open" not in attributes
    style = attributes.get("style")
    return bool(style and _NO_DISPLAY.search(style))


def words_of_source(source: str) -> str:
    """The visible words of a piece of HTML source, without white space.

    A reading of its own: no tree, only tags, comments, hidden elements and character references. The places of
    blocks are checked by it, so it must not share the parser's opinion.
    """
    if "<" not in source:
        return squeezed(unescape(source) if "&" in source else source)
    if _TRICKY.search(source):
        return squeezed("".join(unescape(segment) for segment, _ in _segments(source)))
    if "&" in source:
        return squeezed("".join(map(unescape, _TAG.split(source))))
    return squeezed(_TAG.sub("", source))


def runs_of_text(source: str, offset: int, data: str) -> list[tuple[str, int, int]]:
    """Where the text node `data`, which begins at `offset`, stands in `source`: (words, start, end), in order.

    One run as a rule. Several where the parser put pieces together that other words part in the source (text that a
    broken table throws out). Empty when the node cannot be followed. White space at the ends is outside a run.
    """
    if source.startswith(data, offset):
        words = data.strip()
        start = offset + len(data) - len(data.lstrip())
        return [(words, start, start + len(words))] if words else []
    wanted = squeezed(data)
    runs: list[tuple[str, int, int]] = []
    done, skipped, joined = 0, 0, False
    for segment, start in _segments(source, offset):
        words = unescape(segment).replace("\x00", "")
        mine = squeezed(words)
        if not mine:
            continue
        if not wanted.startswith(mine, done):
            skipped, joined = skipped + 1, False
            if skipped > _MOVED_REACH:
                return []
            continue
        first = start + len(segment) - len(segment.lstrip("\x00 \t\n\r\f"))
        end = start + len(segment.rstrip("\x00 \t\n\r\f"))
        if joined:
            before = runs.pop()
            runs.append((before[0] + words, before[1], end))
        else:
            runs.append((words, first, end))
        done, joined = done + len(mine), True
        if done == len(wanted):
            return runs
    return []


def _segments(source: str, offset: int = 0) -> Iterator[tuple[str, int]]:
    """The visible stretches of text between markup, raw, each with its offset."""
    at, hidden, depth = offset, "", 0
    for markup in _MARKUP.finditer(source, offset):
        if not hidden and markup.start() > at:
            yield source[at : markup.start()], at
        at = markup.end()
        name = (markup["name"] or "").lower()
        if not name or name in _VOID:
            continue
        closes = source.startswith("</", markup.start())
        if hidden:
            if name == hidden:
                depth += -1 if closes else 1
                hidden = hidden if depth else ""
        elif not closes and is_hidden(name, _attributes(markup["attributes"])):
            hidden, depth = name, 1
    if not hidden and at < len(source):
        yield source[at:], at


def _attributes(source: str) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for name, value in _ATTRIBUTE.findall(source):
        found.setdefault(name.lower(), unescape(value.strip("\"'")) if value else None)
    return found
