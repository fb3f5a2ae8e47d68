"""The record's folder: what lies in it, and what a folder that is no record gets told."""

from __future__ import annotations

import tomllib
from pathlib import Path

from onrecord.errors import NotARecord, RecordError
from onrecord.stores.database import FILE, newest_format

CARD = "record.toml"
ARCHIVE = "archive"


def prepare(folder: Path) -> None:
    """Make `folder` a record when it is absent or empty. Raises NotARecord when it holds something else."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"cannot make the record {folder}: {error.strerror}; choose another place") from error
    if not _is_ours(folder):
        raise NotARecord(f"{folder} holds other files and no record: name an empty folder or a new one")
    if not (folder / CARD).exists():
        text = "# A record made by onrecord: see `onrecord info --record DIR`.\n"
        try:
            (folder / CARD).write_text(f"{text}format = {newest_format()}\n", encoding="utf-8")
        except OSError as error:
            raise RecordError(f"cannot make the record {folder}: {error.strerror}; choose another place") from error


def find(folder: Path) -> Path:
    """The record's SQLite file in `folder`. Raises NotARecord."""
    if not folder.exists():
        raise NotARecord(f"there is no record at {folder}: make one with: onrecord read SOURCE --record {folder}")
    if not (folder / FILE).is_file():
        raise NotARecord(f"{folder} is not a record: it has no {FILE}")
    return folder / FILE


def _is_ours(folder: Path) -> bool:
    names = {entry.name for entry in folder.iterdir()}
    return FILE in names or names <= {CARD, ARCHIVE, "lock"}


def declared_format(folder: Path) -> int | None:
    """The format that the record's card names; None without a card."""
    try:
        card = tomllib.loads((folder / CARD).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NotARecord(f"{folder / CARD} is damaged: {error}") from error
    return int(card.get("format", 0))
