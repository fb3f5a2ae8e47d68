"""A record of a Russian and an English page with the extra "ru" and without it: it says by whom each was read.

The extra's place is taken by a reader of one word, so that these laws are held where it is not installed; a last test
has the extra itself read the bundled page.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from onrecord import verbs
from onrecord.tagger import russian
from onrecord.types import Tag, Tags
from tests import site

RUSSIAN = "Мост через Салоу открыт 7 мая 2024 года. «Он простоит сто лет», — сказала министр Мира Халлоран.\n"
NAME = "natasha 0 slovnet_invented " + "0" * 64
EXAMPLE = Path(__file__).parents[2] / "examples/ru_release.html"


class OneWord:
    """Finds one place."""

    name = NAME

    def tags(self, text: str, paragraphs: Iterable[tuple[int, int]]) -> Tags:
        at = text.index("Салоу")
        return Tags(self.name, "", ("mentions",), mentions=(Tag(at, at + 5, "LOC", 1.0),))


def install(monkeypatch: pytest.MonkeyPatch, *, there: bool) -> None:
    monkeypatch.setattr(russian, "is_installed", lambda: there)
    monkeypatch.setattr(russian, "load", OneWord)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    site.write(folder, ["ru.txt", "en.txt"], {"ru.txt": RUSSIAN, "en.txt": site.PAGES["c.txt"]})
    return tmp_path / "record"


def read(record: Path) -> None:
    verbs.read(str(record.parent / "site"), record, settings=site.settings(model=True))


def readers(record: Path) -> dict[str, str]:
    """What each source's reading says it was read by."""
    with sqlite3.connect(record / "record.sqlite") as database:
        rows = database.execute("select d.source, r.readers from readings r join documents d on d.id = r.document_id")
        return {Path(source).stem: by for source, by in rows}


def models(record: Path) -> set[str | None]:
    return {row["made_by"]["model"] for row in verbs.mentions(record) if row["text"] == "Салоу"}


def test_with_the_extra_the_russian_page_names_it_and_the_english_one_does_not(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, there=True)
    read(record)
    by = readers(record)
    assert by["ru"] == f"{by['en']}, names by {NAME}"
    assert models(record) == {NAME}
    assert list(verbs.verify(record, deep=True)) == []


def test_read_again_without_it_the_record_no_longer_names_it(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, there=True)
    read(record)
    install(monkeypatch, there=False)
    (told,) = verbs.verify(record, deep=True)
    assert "ru.txt" in told
    assert NAME in told
    verbs.reread(record, settings=site.settings(model=True))
    by = readers(record)
    assert by["ru"] == by["en"]
    assert models(record) == set()
    assert list(verbs.verify(record, deep=True)) == []


def test_what_was_read_without_it_verifies_where_it_is_installed(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, there=False)
    read(record)
    before = site.digest(record)
    install(monkeypatch, there=True)
    assert list(verbs.verify(record, deep=True)) == []
    verbs.reread(record, settings=site.settings(model=True))
    assert site.digest(record) != before
    assert models(record) == {NAME}


def test_without_the_model_the_extra_is_not_asked(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, there=True)
    verbs.read(str(record.parent / "site"), record, settings=site.settings())
    assert set(readers(record).values()) == {readers(record)["en"]}
    assert models(record) == set()
    assert list(verbs.verify(record, deep=True)) == []


@pytest.mark.skipif(not russian.is_installed(), reason="the extra 'ru' is not installed")
def test_the_bundled_page_has_its_names_and_keeps_its_statements(tmp_path: Path) -> None:
    for name, model in (("with", True), ("without", False)):
        verbs.read(str(EXAMPLE), tmp_path / name, settings=site.settings(model=model))
    found = {(row["kind"], row["text"]) for row in verbs.mentions(tmp_path / "with")}
    assert ("person", "Мира Халлоран") in found
    said = [[row["id"] for row in verbs.statements(tmp_path / name)] for name in ("with", "without")]
    assert said[0] == said[1] != []
    assert list(verbs.verify(tmp_path / "with", deep=True)) == []
