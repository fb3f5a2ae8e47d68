"""The verbs, for the shell and for `import onrecord`: each opens the record at `record`, does one thing, closes it."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from onrecord import pipeline
from onrecord.errors import RecordError, SettingsError, UnknownName, Unsettled, VerifyError
from onrecord.exporters import EXPORTERS
from onrecord.exporters import citation as citations
from onrecord.exporters.csv import codebook
from onrecord.pipeline import Acknowledged, Settled
from onrecord.settings import Settings, read_settings
from onrecord.stores.database import FILE
from onrecord.stores.digest import digest
from onrecord.stores.folder import ARCHIVE, CARD, find
from onrecord.stores.snapshot import SqliteSnapshot
from onrecord.stores.writer import Writer
from onrecord.types import KINDS, MENTION_KINDS, MODES
from onrecord.verification import deep_differences, differences
from onrecord.views import VIEWS
from onrecord.views.show import Shown, named, row_of
from onrecord.views.show import show as view_show

Json = dict[str, Any]
Tell = Callable[[Acknowledged], None]
# What the questions of a view can be answered with, where the answers are few.
ANSWERS: Mapping[str, Mapping[str, Collection[str]]] = {
    "items": {"kind": KINDS},
    "statements": {"mode": MODES},
    "mentions": {"kind": MENTION_KINDS},
}


def _quiet(_: object) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Totals:
    """What a run did, and what the record then holds; the unknowns are counted, not hidden.

    read, known, failed  sources met: new, the same bytes as before, not readable
    settled              documents whose items were read, or read again
    unread               those of them in which the readers failed, so that they have no items
    """

    read: int
    known: int
    failed: int
    settled: int
    unread: int
    record: Json


def read(
    sources: str | Iterable[str],
    record: str | Path = "record",
    *,
    tell: Tell = _quiet,
    tell_settled: Callable[[Settled], None] = _quiet,
    settings: Settings | None = None,
) -> Totals:
    """Read files, folders, addresses, WARC files or "-" (standard input) into the record, then settle it.

    tell          called with each document once it is on disk
    tell_settled  called with each document whose items are on disk
    """
    settings = settings or read_settings()
    counts = {"read": 0, "known": 0, "failed": 0}
    with Writer(Path(record), settings) as writer:
        for acknowledged in pipeline.read([sources] if isinstance(sources, str) else sources, writer, settings):
            counts[acknowledged.status] += 1
            tell(acknowledged)
        counts |= _settle(writer, settings, tell_settled)
    return Totals(**counts, record=info(record))


def _settle(writer: Writer, settings: Settings, tell: Callable[[Settled], None]) -> dict[str, int]:
    counts = {"settled": 0, "unread": 0}
    for settled in pipeline.settle(writer, settings):
        counts["settled"] += 1
        counts["unread"] += settled.error is not None
        tell(settled)
    return counts


def ask(view: str, record: str | Path = "record", **question: Any) -> Iterator[Json]:
    """The rows of a view of the record: "documents", "items", "statements", "mentions", "search"."""
    with SqliteSnapshot(Path(record)) as snapshot:
        _check(view, question)
        for name in ("item_id", "document_id"):
            if question.get(name) is not None:
                question[name] = _whole(snapshot, name.removesuffix("_id"), question[name])
        yield from VIEWS[view](snapshot, **question)


def _check(view: str, question: Json) -> None:
    """Raise UnknownName or SettingsError for a question that no row can answer, so that nobody takes it for "none"."""
    for name, known in ANSWERS.get(view, {}).items():
        if question.get(name) is not None and question[name] not in known:
            raise UnknownName.among(name, question[name], known)
    for name in ("since", "until"):
        if question.get(name) is not None and not _is_period(question[name]):
            raise SettingsError(f"{name} must be a day, month or year such as 2024-03-05, not {question[name]!r}")


def _is_period(words: str) -> bool:
    """Whether `words` are a year, a month or a day of the calendar: "2024", "2024-03", "2024-03-05"."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", words):
        return False
    try:
        date.fromisoformat(words + "-01-01"[len(words) - 4 :])
    except ValueError:
        return False
    return True


def documents(record: str | Path = "record", **question: Any) -> Iterator[Json]:
    """What was read, by source. Questions: source."""
    return ask("documents", record, **question)


def items(record: str | Path = "record", **question: Any) -> Iterator[Json]:
    """The pieces of the pages. Questions: document_id, kind, main, since, until."""
    return ask("items", record, **question)


def statements(record: str | Path = "record", **question: Any) -> Iterator[Json]:
    """Who said what. Questions: by, mode, item_id, document_id, since, until."""
    return ask("statements", record, **question)


def mentions(record: str | Path = "record", **question: Any) -> Iterator[Json]:
    """The spans that point to persons, bodies, offices and dates. Questions: kind, item_id, document_id."""
    return ask("mentions", record, **question)


def search(query: str, record: str | Path = "record", *, limit: int = 20) -> Iterator[Json]:
    """The items that hold all words of `query`, best first."""
    return ask("search", record, query=query, limit=limit)


def _whole(snapshot: SqliteSnapshot, kind: str, prefix: str) -> str:
    found, thing_id = named(snapshot, prefix)
    if found != kind:
        raise UnknownName(f"{prefix!r} is the id of a {found}, not of a {kind}")
    return thing_id


def show(name: str, record: str | Path = "record") -> Shown:
    """One document, item, statement or passage in its words, with its grounds and its place in the bytes."""
    with SqliteSnapshot(Path(record)) as snapshot:
        return view_show(snapshot, name)


def text(document: str, record: str | Path = "record", *, declared: bool = False) -> str:
    """The archived text of a document: its page, or what its source declares."""
    with SqliteSnapshot(Path(record)) as snapshot:
        row = next(snapshot.rows("documents", id=_whole(snapshot, "document", document)))
        return snapshot.text(row["declared_text_id" if declared else "page_text_id"])


def cite(name: str, record: str | Path = "record", *, style: str = "plain") -> str:
    """A citation of a statement, item or document: "plain", "bibtex" or "csl-json"."""
    with SqliteSnapshot(Path(record)) as snapshot:
        kind, thing_id = named(snapshot, name)
        row = row_of(snapshot, kind, thing_id)
        document_id = thing_id if kind == "document" else row["document_id"]
        document = next(VIEWS["documents"](snapshot, id=document_id))
        place = {key: document[key] for key in ("source", "fetched_at", "capture_id", "page_text_id")}
        if kind == "statement":
            item = row_of(snapshot, "item", row["item_id"])
            place |= {"title": item["title"], "published": item["published"], "issuer": item["issuer"]}
        return citations.cite((document if kind == "document" else row) | place, style)


def export(kind: str, out: BinaryIO, record: str | Path = "record", *, style: str = "csv", **question: Any) -> None:
    """Write all rows of a kind ("documents", "items", "statements", "mentions") to `out`, as "csv" or "jsonl"."""
    EXPORTERS[style](ask(kind, record, **question), out, kind=kind)


def export_file(kind: str, to: Path, record: str | Path = "record", *, style: str = "csv") -> list[Path]:
    """Write all rows of a kind to the file `to`, whole or not at all, a codebook beside a CSV; the files written."""
    if to.exists() and not to.is_file():
        raise RecordError(f"{to} is a folder or a device: name a file")
    draft = to.with_name(f".{to.name}.part")
    try:
        with draft.open("wb") as out:
            export(kind, out, record, style=style)
        draft.replace(to)
        if style != "csv":
            return [to]
        book = to.with_suffix(".codebook.md")
        book.write_text(codebook(kind), encoding="utf-8")
    except OSError as error:
        raise RecordError(f"cannot write {to}: {_reason(error)}") from error
    finally:
        with suppress(OSError):  # it was never made, or is `to` by now
            draft.unlink()
    return [to, book]


def verify(record: str | Path = "record", *, deep: bool = False) -> Iterator[str]:
    """Every way in which the record and its archive disagree, one sentence each; none when all is well.

    deep  also run the readers on the archived bytes again and compare what they find
    """
    with SqliteSnapshot(Path(record)) as snapshot:
        yield from differences(snapshot)
        if deep:
            yield from deep_differences(snapshot)


def info(record: str | Path = "record", *, with_digest: bool = False) -> Json:
    """How much the record holds and knows; `with_digest` adds one hash over all of it. Raises Unsettled for that."""
    with SqliteSnapshot(Path(record)) as snapshot:
        told: Json = {
            "record": str(record),
            "settled": snapshot.settled,
            "ledger_head": snapshot.head,
            **snapshot.counts(),
            **snapshot.unknowns(),
        }
        if with_digest and not snapshot.settled:
            raise Unsettled(
                f"{record} is not settled, so that its digest means nothing yet: run onrecord read or reread"
            )
        if with_digest:
            told["digest"] = digest(snapshot.database)
        return told


def reread(record: str | Path = "record", *, settings: Settings | None = None) -> Totals:
    """Run the present readers over the archived bytes again and settle: what is derived is made anew."""
    settings = settings or read_settings()
    find(Path(record))
    counts = {"read": 0, "known": 0, "failed": 0}
    with Writer(Path(record), settings) as writer:
        for acknowledged in pipeline.reread(writer, settings):
            counts[acknowledged.status] += 1
        counts |= _settle(writer, settings, _quiet)
    return Totals(**counts, record=info(record))


def withdraw(document: str, reason: str, record: str | Path = "record", *, settings: Settings | None = None) -> str:
    """Take a document out of the record; that it was there, and why it went, stays. Its whole id."""
    settings = settings or read_settings()
    if not reason.strip():
        raise SettingsError("say why the document is taken out: the reason is what stays of it")
    with SqliteSnapshot(Path(record)) as snapshot:
        document_id = _whole(snapshot, "document", document)
    with Writer(Path(record), settings) as writer:
        writer.withdraw(document_id, reason)
        _settle(writer, settings, _quiet)
    return document_id


def backup(destination: str | Path, record: str | Path = "record") -> Path:
    """A copy of the record at `destination`, whole and consistent though a writer may be at work."""
    target, folder = Path(destination), Path(record)
    if target.resolve().is_relative_to(folder.resolve()):
        raise RecordError(f"{target} lies in the record itself: name a folder outside it for the copy")
    try:
        if target.exists() and any(target.iterdir()):
            raise RecordError(f"{target} is not empty: name a new folder for the copy")
        with SqliteSnapshot(folder) as snapshot:
            _copy(snapshot, target)
    except (OSError, sqlite3.OperationalError) as error:
        raise RecordError(f"cannot copy {folder} to {target}: {_reason(error)}; what is there is no copy") from error
    broken = next(verify(target), None)
    if broken:
        raise VerifyError(f"the copy at {target} differs from what it should be: {broken}", (broken,))
    return target


def _reason(error: OSError | sqlite3.Error) -> str:
    return ((isinstance(error, OSError) and error.strerror) or str(error)).lower()


def _copy(snapshot: SqliteSnapshot, target: Path) -> None:
    (target / ARCHIVE).mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(target / FILE)) as copy:
        snapshot.database.backup(copy)
    # The archive only grows, so that the files copied after the rows hold all that the rows name. There is none when
    # nothing was read yet.
    for file in sorted((snapshot.folder / ARCHIVE).glob("*")):
        shutil.copy2(file, target / ARCHIVE / file.name)
    shutil.copy2(snapshot.folder / CARD, target / CARD)
