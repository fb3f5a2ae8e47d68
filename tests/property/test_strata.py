"""The law of strata: a settled record is a function of the set of what was read, not of how it was read."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import pipeline, verbs
from onrecord.stores.writer import Writer
from tests import site

NAMES = list(site.PAGES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    site.write(folder)
    return folder


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The digest of the folder read at once."""
    record = tmp_path_factory.mktemp("whole") / "record"
    verbs.read(str(folder), record, settings=site.settings())
    assert verbs.info(record)["failures"] == 0
    return site.digest(record)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(NAMES), cuts=st.sets(st.integers(1, len(NAMES) - 1), max_size=3))
def test_any_order_and_any_split_into_runs_give_the_same_record(folder, whole, order, cuts):
    """digest(read a; read b; …) is one value, whatever the order of pages and of runs."""
    bounds = [0, *sorted(cuts), len(order)]
    runs = [order[start:end] for start, end in itertools.pairwise(bounds)]
    with tempfile.TemporaryDirectory() as scratch:
        record = Path(scratch) / "record"
        one_site = Path(scratch) / "site"
        for run in runs:
            one_site.mkdir()
            site.write(one_site, list(run))
            verbs.read(str(one_site), record, settings=site.settings())
            shutil.rmtree(one_site)
        assert site.digest(record) == whole
        assert list(verbs.verify(record)) == []


def test_two_processes_give_the_same_record_as_one(folder, whole, tmp_path):
    verbs.read(str(folder), tmp_path / "record", settings=site.settings(processes=2))
    assert site.digest(tmp_path / "record") == whole


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(NAMES))
def test_a_page_added_and_withdrawn_leaves_the_record_as_it_was(folder, name):
    """digest(others) = digest(others; add page; withdraw page)."""
    with tempfile.TemporaryDirectory() as scratch:
        record, part = Path(scratch) / "record", Path(scratch) / "site"
        site.write(part, [other for other in NAMES if other != name])
        verbs.read(str(part), record, settings=site.settings())
        before = site.digest(record)
        site.write(part, [name])
        verbs.read(str(part), record, settings=site.settings())
        assert site.digest(record) != before
        (document,) = [row for row in verbs.ask("documents", record) if row["source"] == name]
        verbs.withdraw(document["id"], "read by mistake", record, settings=site.settings())
        assert site.digest(record) == before
        assert list(verbs.verify(record)) == []
        verbs.read(str(part), record, settings=site.settings())  # it may come back
        assert [row["source"] for row in verbs.ask("documents", record)] == sorted(NAMES)
        assert list(verbs.verify(record)) == []


def test_reading_again_rereading_twice_and_settling_twice_change_nothing(folder, whole, tmp_path):
    record = tmp_path / "record"
    for _ in range(2):
        verbs.read(str(folder), record, settings=site.settings())
        assert site.digest(record) == whole
    for _ in range(2):
        verbs.reread(record, settings=site.settings())
        assert site.digest(record) == whole
    with Writer(record, site.settings()) as writer:
        assert list(pipeline.settle(writer, site.settings())) == []
        assert list(pipeline.settle(writer, site.settings())) == []
    assert site.digest(record) == whole
    assert list(verbs.verify(record, deep=True)) == []


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(read=st.integers(0, len(NAMES)), settled=st.integers(0, len(NAMES)))
def test_a_run_cut_short_anywhere_and_resumed_gives_the_same_record(folder, whole, read, settled):
    """Stop after any number of acknowledged documents, then after any number of settled ones, then finish."""
    with tempfile.TemporaryDirectory() as scratch:
        record = Path(scratch) / "record"
        with Writer(record, site.settings()) as writer:
            for _, _ in zip(range(read), pipeline.read([str(folder)], writer, site.settings()), strict=False):
                pass
        with Writer(record, site.settings()) as writer:
            for _, _ in zip(range(settled), pipeline.settle(writer, site.settings()), strict=False):
                pass
        assert list(verbs.verify(record)) == []
        verbs.read(str(folder), record, settings=site.settings())
        assert site.digest(record) == whole
        assert list(verbs.verify(record)) == []


def test_the_pages_do_teach_each_other(folder, tmp_path):
    """Without this the laws above would hold of pages that have nothing to say to each other."""
    alone, together = tmp_path / "alone", tmp_path / "together"
    verbs.read(str(folder / "m.html"), alone, settings=site.settings())
    verbs.read(str(folder), together, settings=site.settings())
    (before,) = [row for row in verbs.ask("items", alone) if row["is_main"]]
    source = {row["id"]: row["source"] for row in verbs.ask("documents", together)}
    (after,) = [
        row for row in verbs.ask("items", together) if row["is_main"] and source[row["document_id"]] == "m.html"
    ]
    assert before["published"]["edtf"] is None
    assert after["published"]["edtf"] == "2024-06-05"
