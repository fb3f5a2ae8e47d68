"""What verify finds: one flipped byte, one altered cell in any table, one cut entry of the ledger."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import verbs
from onrecord.stores.database import FILE
from onrecord.stores.spans import SPANS
from tests import site


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with a row in every table: pages read, one that could not be, one withdrawn."""
    folder = tmp_path_factory.mktemp("site")
    site.write(folder)
    (folder / "picture.bin").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    (folder / "away.txt").write_text("The ministry of Orvania will open a new office on 5 March 2024.\n")
    record = tmp_path_factory.mktemp("verify") / "record"
    verbs.read(str(folder), record, settings=site.settings())
    (away,) = [row for row in verbs.ask("documents", record) if row["source"] == "away.txt"]
    verbs.withdraw(away["id"], "read by mistake", record, settings=site.settings())
    assert list(verbs.verify(record)) == []
    return record


def cells() -> Iterator[tuple[str, str]]:
    """Every column of every table that a fresh record has."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    from onrecord.stores.database import migrate

    migrate(database)
    tables = [name for (name,) in database.execute("select name from sqlite_master where type = 'table' order by 1")]
    for table in tables:
        if table.startswith(("sqlite_", "search_")) or table == "pending":
            continue  # the first are SQLite's own; pending is empty in a settled record
        for column in database.execute(f"pragma table_info({table})"):
            yield table, column[1]
    database.close()


@pytest.fixture
def copy(record: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(record, tmp_path / "copy"))


def change(record: Path, *statements: str) -> None:
    database = sqlite3.connect(record / FILE, isolation_level=None)
    database.execute("pragma foreign_keys = off")
    for statement in statements:
        assert database.execute(statement).rowcount == 1, statement
    database.close()


@pytest.mark.parametrize(("table", "column"), list(cells()))
def test_one_altered_cell_is_found(copy: Path, table: str, column: str):
    database = sqlite3.connect(copy / FILE, isolation_level=None)
    database.execute("pragma foreign_keys = off")
    where, key = one_row(database, table)
    old = database.execute(f"select {column} from {table} where {where}", key).fetchone()[0]
    try:
        database.execute(f"update {table} set {column} = ? where {where}", (other(old), *key))
    except sqlite3.IntegrityError:
        pytest.skip(f"SQLite itself refuses {other(old)!r} there")
    database.close()
    assert list(verbs.verify(copy)) != []


@pytest.mark.parametrize("value", ["", " ", "[]", "[1, 2], [3, 4]", '["declared"]', "nothing", 7])
@pytest.mark.parametrize(("table", "column"), [(table, column) for table in SPANS for column in SPANS[table]])
def test_a_span_that_is_none_is_found(copy: Path, table: str, column: str, value: object):
    database = sqlite3.connect(copy / FILE, isolation_level=None)
    database.execute("pragma foreign_keys = off")
    where, key = one_row(database, table)
    database.execute(f"update {table} set {column} = ? where {where}", (value, *key))
    database.close()
    assert list(verbs.verify(copy)) != []


@pytest.mark.parametrize("table", sorted({table for table, _ in cells()}))
def test_one_row_taken_out_is_found(copy: Path, table: str):
    database = sqlite3.connect(copy / FILE, isolation_level=None)
    database.execute("pragma foreign_keys = off")
    where, key = one_row(database, table)
    assert database.execute(f"delete from {table} where {where}", key).rowcount == 1
    database.close()
    assert list(verbs.verify(copy)) != []


def one_row(database: sqlite3.Connection, table: str) -> tuple[str, tuple[object, ...]]:
    """A condition that one row of the table fulfils, and what it is bound to: the last row by its key."""
    columns = [row[1] for row in database.execute(f"pragma table_info({table})") if row[5]] or ["rowid"]
    order = ", ".join(f"{column} desc" for column in columns)
    row = database.execute(f"select {', '.join(columns)} from {table} order by {order} limit 1").fetchone()
    assert row is not None, f"the record of this test has no row in {table}"
    return " and ".join(f"{column} = ?" for column in columns), row


def other(value: object) -> object:
    """Another value of the same type."""
    if value is None:
        return "1"
    if isinstance(value, int | float):
        return value + 1
    assert isinstance(value, str)
    return value[:-1] + ("0" if value[-1:] != "0" else "1")


def test_a_damaged_search_index_is_found(copy: Path):
    database = sqlite3.connect(copy / FILE, isolation_level=None)
    database.execute("update search_data set block = zeroblob(length(block)) where id > 10")
    database.close()
    assert any("search" in difference for difference in verbs.verify(copy))


@pytest.mark.parametrize("which", ["first", "middle", "last"])
def test_one_cut_ledger_entry_is_found(copy: Path, which: str):
    number = {"first": "min(seq)", "middle": "max(seq) / 2", "last": "max(seq)"}[which]
    change(copy, f"delete from ledger where seq = (select {number} from ledger)")
    assert list(verbs.verify(copy)) != []


def test_one_flipped_byte_anywhere_in_the_archive_is_found(copy: Path):
    (file,) = sorted((copy / "archive").glob("*.warc.gz"))
    whole = file.read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert list(verbs.verify(copy)) != [], f"byte {at}"


def test_a_missing_archive_file_is_told_and_nothing_is_raised(copy: Path):
    next((copy / "archive").glob("*.warc.gz")).unlink()
    assert list(verbs.verify(copy)) != []


def test_altered_words_that_fit_their_hash_are_found_by_reading_again(copy: Path):
    """A forger who rewrites text, hash and ledger is caught by the archived bytes: --deep reads them."""
    import hashlib

    from onrecord.stores import ledger

    database = sqlite3.connect(copy / FILE, isolation_level=None)
    database.row_factory = sqlite3.Row
    database.execute("pragma foreign_keys = off")
    row = database.execute(
        "select d.id, t.id as text, t.content from documents d join texts t on t.id = d.page_text_id"
        " where d.source = 'm.html'"
    ).fetchone()
    forged = row["content"].replace("“We will act, and soon,”", "“We will wait, a while,”")
    assert forged != row["content"]
    sha256 = hashlib.sha256(forged.encode()).hexdigest()
    database.execute("update texts set id = ?, content = ? where id = ?", (sha256, forged, row["text"]))
    database.execute("update documents set page_text_id = ? where id = ?", (sha256, row["id"]))
    entries = database.execute("select * from ledger order by seq").fetchall()
    database.execute("delete from ledger")
    for entry in entries:
        ledger.enter(database, entry["at"], entry["stratum"], entry["scope"])
    database.execute("update state set value = ?", (ledger.head(database)[1],))
    database.close()
    assert any("m.html" in difference for difference in verbs.verify(copy, deep=True))
