"""Rows on a terminal, or as JSON lines in a pipe."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Json = Mapping[str, Any]
# Control characters, line and paragraph ends, lone surrogates: they move the cursor, or cannot be printed.
STEERING = frozenset({"Cc", "Zl", "Zp", "Cs"})


def print_rows(rows: Iterable[Json], line: Callable[[Json], str], *, json: bool) -> int:
    """Print `rows`, as `line` lays them out for a person or as JSON lines; how many there were."""
    count = 0
    as_json = json or not sys.stdout.isatty()
    for count, row in enumerate(rows, 1):  # noqa: B007  the count is what the caller gets
        print(json_line(row) if as_json else visible(line(row)))
    return count


def json_line(row: Json) -> str:
    """A row as one line of JSON."""
    import msgspec

    return msgspec.json.encode(row).decode()


def visible(words: str, *, keep: str = "") -> str:
    r"""`words` for a terminal: what a page or a file's name could steer it with is written out (\x1b, \n).

    keep  control characters that stay as they are
    """
    return "".join(
        one.encode("unicode_escape").decode() if unicodedata.category(one) in STEERING and one not in keep else one
        for one in words
    )


def remark(words: str) -> None:
    """Say something beside the data, on stderr."""
    print(words, file=sys.stderr, flush=True)


def plural(count: int, noun: str) -> str:
    """A count with its noun: "1 item", "12 items"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}".replace(",", " ")


def day(date: Json) -> str:
    """A date in ten columns, with what it stands on: "2024-03-05 ", "2024-03-05~" when inferred, "unknown"."""
    edtf = date["edtf"]
    if edtf is None:
        return f"{'unknown':<11}"
    return f"{edtf[:10]}{' ' if date['basis'] == 'stated' else '~'}".ljust(11)


def clipped(words: str, taken: int) -> str:
    """`words` on one line, cut or filled to what is left of the terminal's width after `taken` columns."""
    one_line = " ".join(words.split())
    room = max(20, shutil.get_terminal_size().columns - taken)
    return one_line.ljust(room) if len(one_line) <= room else one_line[: room - 1] + "…"


def at(row: Json, span: list[Any] | None) -> str:
    """Where a row's words stand, in the form that `onrecord show` takes: 9f2c41d0:1204-1228."""
    place = "" if span is None else f":{span[-2]}-{span[-1]}"
    return f"{row['document_id'][:8]}{place}"
