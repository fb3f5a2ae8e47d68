"""The law of strata holds when the model reads too, and a record remembers by whom it was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import verbs
from tests import site


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder read at once, model on."""
    folder, record = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("whole") / "record"
    site.write(folder)
    verbs.read(str(folder), record, settings=site.settings(model=True))
    return record


def test_order_and_processes_do_not_matter(whole: Path, tmp_path: Path) -> None:
    for run, name in enumerate(reversed(site.PAGES)):
        folder = tmp_path / "site"
        folder.mkdir(exist_ok=True)
        (file,) = site.write(folder, [name])
        settings = site.settings(model=True, processes=1 + run % 2)
        verbs.read(str(folder), tmp_path / "record", settings=settings)
        file.unlink()
    assert site.digest(tmp_path / "record") == site.digest(whole)


def test_reading_again_changes_nothing_and_deep_verification_agrees(whole: Path) -> None:
    before = site.digest(whole)
    verbs.reread(whole, settings=site.settings(model=True))
    assert site.digest(whole) == before
    assert list(verbs.verify(whole, deep=True)) == []


def test_rules_alone_read_otherwise_and_verification_knows(whole: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    site.write(folder)
    verbs.read(str(folder), tmp_path / "record", settings=site.settings())
    assert site.digest(tmp_path / "record") != site.digest(whole)
    assert list(verbs.verify(tmp_path / "record", deep=True)) == []
    made_by = {row["made_by"]["model"] for row in verbs.mentions(tmp_path / "record")}
    assert made_by == {None}
    assert any(row["made_by"]["model"] for row in verbs.mentions(whole))
