"""What a marker writes of a text, a line a thing, and how it becomes offsets. docs/marking.md describes the lines.

A marker quotes words; the words are looked for in the text. What is there twice and cannot be told apart by its
neighbours is an error that names the places, so that the marker adds "@2" for the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

LABELS = ("PER", "ORG", "LOC", "NORP", "OFFICE")
MODES = ("direct", "mixed", "indirect", "whole_item", "turn")
FIELDS = ("kind", "speakers", "issuer", "spoken", "happened")
HEAD = re.compile(r"A(?P<number>\d+) (?P<mode>\w+)(?: < A(?P<inside>\d+))?")
NTH = re.compile(r"(?P<words>.*\S)@(?P<nth>\d+)", re.DOTALL)
MIDDLE, PIECE, LISTED, END = " … ", " || ", " | ", "END"
Pieces = list[list[int]]


class MarkupError(Exception):
    """A line of a marker's file that cannot be read; its message says where and what to do."""


@dataclass(slots=True)
class Attributed:
    """One attribution as written: the words of each role, before they are found."""

    number: int
    mode: str
    inside: int | None
    roles: dict[str, str] = field(default_factory=dict)


def read(markup: str, text: str) -> dict[str, Any]:
    """The marks of `text`: fields, `mentions` [[start, end, label]], `attributions` with spans and `inside`."""
    fields, words, skipped, attributed = _lines(markup)
    found: dict[str, Any] = {name: fields.get(name) or None for name in FIELDS}
    if not found["kind"]:
        raise MarkupError("no line “kind:”")
    found["speakers"] = [_named(text, one) for one in fields.get("speakers", "").split(LISTED) if one.strip()]
    found["issuer"] = _named(text, fields["issuer"]) if fields.get("issuer") else None
    found["mentions"] = _mentions(text, words, skipped)
    found["attributions"] = _attributions(text, attributed)
    return found


def _lines(markup: str) -> tuple[dict[str, str], dict[str, list[str]], list[str], list[Attributed]]:
    fields: dict[str, str] = {}
    words: dict[str, list[str]] = {}
    skipped: list[str] = []
    attributed: list[Attributed] = []
    for number, line in enumerate(markup.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        head = HEAD.fullmatch(line.strip())
        if head:
            inside = int(head["inside"]) if head["inside"] else None
            attributed.append(Attributed(int(head["number"]), head["mode"], inside))
            if head["mode"] not in MODES:
                raise MarkupError(f"line {number}: mode {head['mode']!r} is none of {', '.join(MODES)}")
            continue
        name, colon, value = line.partition(":")
        name, value = name.strip(), value.strip()
        if name in FIELDS:
            fields[name] = value
        elif name in LABELS:
            words.setdefault(name, []).extend(one.strip() for one in value.split(LISTED) if one.strip())
        elif name == "skip":
            skipped += [one.strip() for one in value.split(LISTED)]
        elif colon and name in ("s", "c", "t") and attributed:
            attributed[-1].roles[name] = value
        else:
            raise MarkupError(f"line {number}: not understood: {line[:60]!r}")
    return fields, words, skipped, attributed


def _named(text: str, words: str) -> list[int]:
    """The first place of a speaker's or issuer's name."""
    places = _places(text, words)
    if not places:
        raise MarkupError(f"{words!r}, a speaker or the issuer, is not in the text")
    return list(places[0])


def _mentions(text: str, words: dict[str, list[str]], skipped: list[str]) -> list[list[Any]]:
    """Every occurrence of the words listed under a label, longer ones first, none inside another."""
    barred = {place for one in skipped for place in _places(text, one, whole=True)}
    taken = [False] * len(text)
    found: list[list[Any]] = []
    listed = [(one, label) for label, ones in words.items() for one in ones]
    for one, label in sorted(listed, key=lambda row: -len(NTH.sub(r"\g<words>", row[0]))):
        places = _places(text, one, whole=True)
        if not places:
            raise MarkupError(f"{label}: {one!r} is not in the text")
        for start, end in places:
            if (start, end) not in barred and not any(taken[start:end]):
                found.append([start, end, label])
                taken[start:end] = [True] * (end - start)
    return sorted(found)


def _places(text: str, words: str, *, whole: bool = False) -> list[tuple[int, int]]:
    """Where `words` stand; with "@2" at their end only the second place; white space matches any white space."""
    nth = NTH.fullmatch(words)
    plain = nth["words"] if nth else words
    form = r"\s+".join(map(re.escape, plain.split()))
    if whole:
        form = rf"(?<!\w){form}(?!\w)"
    places = [match.span() for match in re.finditer(form, text)]
    if nth:
        at = int(nth["nth"])
        if not 1 <= at <= len(places):
            raise MarkupError(f"{plain!r} is in the text {len(places)} times, not {at}")
        return [places[at - 1]]
    return places


def _attributions(text: str, attributed: list[Attributed]) -> list[dict[str, Any]]:
    numbers = {one.number: at for at, one in enumerate(attributed)}
    if len(numbers) < len(attributed):
        raise MarkupError("two attributions have one number")
    found, after = [], 0
    for one in attributed:
        if one.inside is not None and one.inside not in numbers:
            raise MarkupError(f"A{one.number}: there is no A{one.inside} for it to be inside of")
        try:
            spans = _resolved(text, one, after)
        except MarkupError as error:
            raise MarkupError(f"A{one.number}: {error}") from error
        if one.mode not in ("whole_item",):
            after = spans["content"][0][0]
        inside = numbers[one.inside] if one.inside is not None else None
        found.append({**spans, "mode": one.mode, "inside": inside})
    return found


def _resolved(text: str, one: Attributed, after: int) -> dict[str, Pieces]:
    """The spans of the three roles: content first, then cue and source nearest to it."""
    if not one.roles.get("t"):
        raise MarkupError("no content (line “t:”)")
    content = [list(place) for place in _chain(text, one.roles["t"], after, one)]
    cue = _near(text, one.roles.get("c", ""), content)
    source = _near(text, one.roles.get("s", ""), [*content, *cue])
    return {"source": source, "cue": cue, "content": content}


def _chain(text: str, words: str, after: int, one: Attributed) -> list[tuple[int, int]]:
    """The pieces of a content in order. The first is looked for behind the content before, where cue and source are."""
    pieces: list[tuple[int, int]] = []
    for piece in words.split(PIECE):
        places = _stretches(text, piece)
        if not places:
            raise MarkupError(f"{piece[:70]!r} is not in the text")
        if pieces:
            behind = [place for place in places if place[0] >= pieces[-1][1]]
            if not behind:
                raise MarkupError(f"{piece[:70]!r} is not in the text behind the piece before it")
            pieces.append(behind[0])
            continue
        pieces.append(_first(text, places, after, one, piece))
    return pieces


def _first(text: str, places: list[tuple[int, int]], after: int, one: Attributed, piece: str) -> tuple[int, int]:
    """The place of a first piece: the only one, else the only one whose paragraph has cue and source."""
    if len(places) == 1:
        return places[0]
    fitting = [place for place in places if all(_in_paragraph(text, place, one.roles.get(name, "")) for name in "sc")]
    later = [place for place in fitting or places if place[0] >= after]
    paragraphs = {_paragraph(text, place[0]) for place in later}
    if not later or (len(later) > 1 and len(paragraphs) < len(later)):
        raise MarkupError(f"{piece[:70]!r} is in the text at {[place[0] for place in places]}: add @1, @2 …")
    return later[0]


def _stretches(text: str, piece: str) -> list[tuple[int, int]]:
    """The places of "first words … last words": from each first to the nearest last behind it."""
    first, dots, last = piece.partition(MIDDLE)
    starts = _places(text, first.strip())
    if not dots:
        return starts
    if last.strip() == END:
        return [(start, len(text.rstrip())) for start, _ in starts]
    ends = _places(text, last.strip())
    found = []
    for start, begun in starts:
        end = next((stop for begin, stop in ends if begin >= begun), None)
        if end is not None:
            found.append((start, end))
    return found


def _near(text: str, words: str, others: Pieces) -> Pieces:
    """The place of `words` nearest to the other roles: in their paragraph and sentence rather than behind it."""
    if not words:
        return []
    found: Pieces = []
    for piece in words.split(PIECE):
        places = _stretches(text, piece)
        if not NTH.fullmatch(piece):  # "he" is no part of "the"
            places = [place for place in places if _is_whole(text, place)] or places
        if not places:
            raise MarkupError(f"{piece[:70]!r} is not in the text")
        found.append(list(min(places, key=lambda place: _far(text, place, others))))
    return found


def _is_whole(text: str, place: tuple[int, int]) -> bool:
    before, after = text[place[0] - 1 : place[0]], text[place[1] : place[1] + 1]
    return not ((before.isalnum() and text[place[0]].isalnum()) or (after.isalnum() and text[place[1] - 1].isalnum()))


def _far(text: str, place: tuple[int, int], others: Pieces) -> tuple[bool, bool, int]:
    """How unlikely a place is: of another paragraph, inside a role or in a later sentence, so many letters off."""
    start, end = min(others)[0], max(others)[1]
    home = {_paragraph(text, one[0]) for one in others}
    inside = any(one[0] < place[1] and place[0] < one[1] for one in others)
    later = place[0] >= end and bool(re.search(r"[.!?][”\"’)]*\s", text[end : place[0]]))
    gap = start - place[1] if place[1] <= start else place[0] - end if place[0] >= end else 0
    return _paragraph(text, place[0]) not in home, inside or later, gap


def _in_paragraph(text: str, place: tuple[int, int], words: str) -> bool:
    at = _paragraph(text, place[0])
    return not words or any(
        _paragraph(text, start) == at for piece in words.split(PIECE) for start, _ in _stretches(text, piece)
    )


def _paragraph(text: str, at: int) -> int:
    return text.count("\n\n", 0, at)


def problems(marks: dict[str, Any], text: str) -> Iterator[str]:
    """What looks like a slip in marks that could be read."""
    for at, one in enumerate(marks["attributions"], 1):
        quoted = "".join(text[start:end] for start, end in one["content"])
        if one["mode"] == "indirect" and re.match(r"[“\"«]", quoted):
            yield f"attribution {at} is indirect but begins with a quotation mark"
        if one["mode"] in ("direct", "mixed") and not re.search(r"[“”\"«»„‘’']", quoted):
            yield f"attribution {at} is {one['mode']} without a quotation mark"
        if one["mode"] not in ("whole_item", "turn") and not one["cue"]:
            yield f"attribution {at} has no cue"
        spread = max(one["content"])[1] - min([*one["content"], *one["cue"], *one["source"]])[0]
        if one["mode"] not in ("whole_item", "turn") and spread > 1500:
            yield f"attribution {at} spreads over {spread} characters"
