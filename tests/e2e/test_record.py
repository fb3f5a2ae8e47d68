"""A record in use: by two at once, by other versions, on a full disk."""

from __future__ import annotations

import json
import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import pipeline, verbs
from onrecord.errors import Locked, NewerFormat, NotARecord, RecordError, UnknownName, Unsettled
from onrecord.stores.database import FILE, connect, migrate, newest_format
from onrecord.stores.writer import Writer
from tests import site

COMMAND = [sys.executable, "-c", "from onrecord.cli import main; main()"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site.write(tmp_path / "pages")
    return tmp_path / "pages"


@pytest.fixture
def record(folder: Path, tmp_path: Path) -> Path:
    verbs.read(str(folder), tmp_path / "record", settings=site.settings())
    return tmp_path / "record"


def test_a_second_writer_is_told_who_writes(record: Path, folder: Path):
    with Writer(record, site.settings()), pytest.raises(Locked, match="is writing to"):
        verbs.read(str(folder), record, settings=site.settings())
    verbs.read(str(folder), record, settings=site.settings())


def test_a_reader_sees_one_state_while_a_writer_writes(record: Path, tmp_path: Path):
    site.write(tmp_path / "more", pages=site.many(6))
    before = verbs.info(record)["items"]
    rows = verbs.ask("items", record)
    seen = [next(rows)]
    with Writer(record, site.settings()) as writer:
        for _ in pipeline.read([str(tmp_path / "more")], writer, site.settings()):
            seen += [row for row in [next(rows, None)] if row]
        list(pipeline.settle(writer, site.settings()))
        seen += list(rows)
        assert len(list(verbs.ask("documents", record))) == len(site.PAGES) + 6
    assert len(seen) == before < verbs.info(record)["items"]


def test_an_unsettled_record_says_so_and_has_no_digest(record: Path, tmp_path: Path):
    site.write(tmp_path / "more", pages=site.many(2))
    with Writer(record, site.settings()) as writer:
        list(pipeline.read([str(tmp_path / "more")], writer, site.settings()))
    with pytest.raises(Unsettled, match="not settled"):
        verbs.info(record, with_digest=True)


def test_a_record_of_a_newer_format_is_left_alone(record: Path):
    database = sqlite3.connect(record / FILE)
    database.execute(f"pragma user_version = {newest_format() + 1}")
    database.close()
    for verb in (lambda: list(verbs.ask("items", record)), lambda: verbs.reread(record, settings=site.settings())):
        with pytest.raises(NewerFormat, match="install a newer one"):
            verb()


def test_a_record_of_format_1_is_brought_up_to_date(record: Path, folder: Path):
    """Format 1 had no search index: rereading makes it, and the digest is what it was."""
    before = site.digest(record)
    database = sqlite3.connect(record / FILE, isolation_level=None)
    database.execute("drop table search")
    database.execute("pragma user_version = 1")
    database.close()
    with pytest.raises(RecordError, match="onrecord reread"):
        list(verbs.ask("search", record, query="ferries"))
    verbs.reread(record, settings=site.settings())
    assert site.digest(record) == before
    assert list(verbs.ask("search", record, query="ferries"))
    assert list(verbs.verify(record)) == []


def test_migrations_run_one_by_one_and_twice_is_once(tmp_path: Path):
    database = connect(tmp_path / FILE, writable=True)
    for number in range(1, newest_format() + 1):
        migrate(database, upto=number)
        assert database.execute("pragma user_version").fetchone()[0] == number
    migrate(database)
    database.close()


def test_a_folder_with_other_files_is_never_made_a_record(tmp_path: Path):
    (tmp_path / "thesis.txt").write_text("keep me")
    with pytest.raises(NotARecord, match="name an empty folder"):
        verbs.read(str(tmp_path / "thesis.txt"), tmp_path, settings=site.settings())
    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_folder_that_is_no_record_says_how_to_make_one(tmp_path: Path):
    with pytest.raises(NotARecord, match="onrecord read"):
        list(verbs.ask("items", tmp_path / "nowhere"))
    (tmp_path / FILE).write_text("this is not a database, it only has the name of one" * 40)
    with pytest.raises(NotARecord, match="backup"):
        list(verbs.ask("items", tmp_path))


@pytest.fixture
def frozen(record: Path):
    """The record where nothing can be written: for root, whom no mode stops, `os.access` is told so."""
    for path in record.glob("record.sqlite-*"):
        path.unlink()
    record.chmod(0o555)
    yield record
    record.chmod(0o755)


def test_a_record_that_cannot_be_written_is_read_and_leaves_no_trace(frozen: Path, monkeypatch):
    monkeypatch.setattr("onrecord.stores.database.os.access", lambda *_: False)
    before = sorted(path.name for path in frozen.iterdir())
    assert list(verbs.items(frozen))
    assert list(verbs.verify(frozen)) == []
    assert sorted(path.name for path in frozen.iterdir()) == before


def test_what_cannot_be_written_is_told_to_a_writer(tmp_path: Path, folder: Path):
    (tmp_path / "record" / "lock").mkdir(parents=True)
    with pytest.raises(RecordError, match="cannot be written"):
        verbs.read(str(folder), tmp_path / "record")


def test_a_full_disk_ends_the_run_with_advice_and_loses_nothing(record: Path, tmp_path: Path):
    """A limit on the size of files stands in for a full disk: the kernel refuses the write in the same place."""
    site.write(tmp_path / "more", pages=site.many(60))
    before = {row["id"] for row in verbs.ask("documents", record)}
    limit = (record / FILE).stat().st_size + 40_000

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        [*COMMAND, "read", str(tmp_path / "more"), "--record", str(record)],
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=limited,
    )
    assert done.returncode == 1
    assert "free some space" in done.stderr
    acknowledged = {json.loads(line)["id"] for line in done.stdout.splitlines()}
    assert before | acknowledged <= {row["id"] for row in verbs.ask("documents", record)}
    assert list(verbs.verify(record)) == []
    verbs.read(str(tmp_path / "more"), record, settings=site.settings())
    assert verbs.info(record)["settled"]


def test_a_backup_is_whole_and_equal(record: Path, tmp_path: Path):
    with Writer(record, site.settings()):
        verbs.backup(tmp_path / "copy", record)
    assert site.digest(tmp_path / "copy") == site.digest(record)
    assert list(verbs.verify(tmp_path / "copy", deep=True)) == []
    with pytest.raises(RecordError, match="not empty"):
        verbs.backup(tmp_path / "copy", record)


def test_an_id_may_be_shortened_and_an_ambiguous_one_lists_its_candidates(record: Path):
    rows = list(verbs.ask("documents", record))
    assert verbs.text(rows[0]["id"][:12], record) == verbs.text(rows[0]["id"], record)
    ids = [row["id"] for view in ("documents", "items", "statements") for row in verbs.ask(view, record)]
    shared = next(letter for letter in "0123456789abcdef" if sum(one.startswith(letter) for one in ids) > 1)
    with pytest.raises(UnknownName, match="several ids"):
        verbs.show(shared, record)
    with pytest.raises(UnknownName, match="onrecord items"):
        verbs.show("ffffffffffffffff", record)
