"""The record's SQLite file: opening it, its pragmas, its numbered migrations."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from onrecord.errors import Locked, NewerFormat, NotARecord, RecordError

FILE = "record.sqlite"
# A reader that meets a checkpoint, or a writer that meets a long read, waits this long before it gives up.
WAIT_SECONDS = 30.0


def migrations() -> list[tuple[int, str]]:
    """(number, SQL) of every migration, in order."""
    folder = files("onrecord.stores") / "schema"
    scripts = [entry for entry in folder.iterdir() if entry.name[:4].isdigit()]
    return sorted((int(script.name[:4]), script.read_text(encoding="utf-8")) for script in scripts)


def newest_format() -> int:
    """The format that this version writes: the number of the last migration."""
    return migrations()[-1][0]


def connect(file: Path, *, writable: bool) -> sqlite3.Connection:
    """A connection in autocommit mode. Raises NotARecord, NewerFormat or RecordError."""
    mode = "mode=rwc" if writable else "mode=ro&immutable=1" if _is_frozen(file) else "mode=ro"
    try:
        database = sqlite3.connect(
            f"{file.resolve().as_uri()}?{mode}", uri=True, timeout=WAIT_SECONDS, isolation_level=None
        )
        database.row_factory = sqlite3.Row
        database.execute("pragma foreign_keys = on")
        if writable:
            database.execute("pragma journal_mode = wal")
            # FULL: what was acknowledged survives a loss of power, not only of the process.
            database.execute("pragma synchronous = full")
        database.execute("pragma cache_size = -65536")
        found: int = database.execute("pragma user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise opening_error(file, error) from error
    if found > newest_format():
        database.close()
        raise NewerFormat(
            f"{file.parent} has format {found}; this onrecord reads up to format {newest_format()}: install a newer one"
        )
    return database


def _is_frozen(file: Path) -> bool:
    """Whether the record lies where nothing can be written (a copy on a disc, an archivist's folder), at rest.

    SQLite reads a file with a write-ahead log only where it can make the files beside it, unless it is told that
    nobody writes.
    """
    log = file.with_name(f"{file.name}-wal")
    return not os.access(file.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def opening_error(file: Path, error: sqlite3.DatabaseError) -> RecordError:
    """What to tell when SQLite cannot open `file`."""
    if "locked" in str(error):
        return Locked(f"{file} is busy: another program holds it for writing; try again when it is done")
    if "not a database" in str(error) or "malformed" in str(error):
        return NotARecord(f"{file} is not an SQLite file, or is damaged ({error}): restore it from a backup")
    if not os.access(file.parent, os.W_OK):
        return RecordError(
            f"cannot open {file}: its folder cannot be written and its last changes lie in a log beside it; copy the"
            " folder to where it can"
        )
    return RecordError(f"cannot open {file}: {error}")


def migrate(database: sqlite3.Connection, *, upto: int | None = None) -> None:
    """Bring the database to the newest format (or to format `upto`), each migration in a transaction of its own."""
    for number, script in migrations():
        found = database.execute("pragma user_version").fetchone()[0]
        if number <= found or (upto is not None and number > upto):
            continue
        with transaction(database):
            for statement in split_script(script):
                database.execute(statement)
            database.execute(f"pragma user_version = {number}")


def split_script(script: str) -> Iterator[str]:
    """The statements of an SQL script, one by one, so that they run inside one transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """One transaction: committed whole at the end, or rolled back whole when anything is raised.

    Raises RecordError when the disk is full, Locked when another program writes.
    """
    try:
        database.execute("begin immediate")
        yield
        database.execute("commit")
    except sqlite3.OperationalError as error:
        _roll_back(database)
        raise _writing_error(error) from error
    except BaseException:
        _roll_back(database)
        raise


def _roll_back(database: sqlite3.Connection) -> None:
    if database.in_transaction:
        database.execute("rollback")


def _writing_error(error: sqlite3.OperationalError) -> RecordError:
    words = str(error)
    if "full" in words or "disk I/O" in words:
        return RecordError(
            f"the disk is full or failing ({words}): free some space and run the same command again; "
            "everything acknowledged so far is kept"
        )
    if "locked" in words:
        return Locked("another program holds the record for writing; try again when it is done")
    return RecordError(f"the record could not be written: {words}")
