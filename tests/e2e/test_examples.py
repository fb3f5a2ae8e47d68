"""The bundled pages, from bytes to answers that leave the record."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import onrecord
from onrecord import verbs
from onrecord.exporters.columns import KINDS
from onrecord.exporters.csv import unguarded

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = sorted(str(path) for path in EXAMPLES.glob("*.*") if path.suffix in {".txt", ".html", ".csv"})


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("examples") / "record"
    totals = onrecord.read([*PAGES, str(EXAMPLES / "site")], folder)
    assert totals.failed == 0
    return folder


def rows_of(record, source):
    (document,) = [row for row in onrecord.documents(record) if row["source"].endswith(source)]
    return list(onrecord.items(record, document_id=document["id"]))


def quotations(record):
    return list(onrecord.statements(record, mode="direct"))


def test_the_glued_page_is_five_items_and_the_column_is_the_main_one(record):
    items = rows_of(record, "glued.txt")
    assert [item["is_main"] for item in items] == [False, False, False, False, True]
    assert items[-1]["title"].startswith("The fog of rumours")
    assert items[-1]["kind"] == "op_ed"


def test_no_teaser_lends_its_date_to_the_column(record):
    column = rows_of(record, "glued.txt")[-1]
    assert [column[role]["edtf"] for role in ("published", "modified", "spoken", "happened")] == [None] * 4
    assert column["published"]["why"]


def test_who_is_thanked_in_a_speech_does_not_speak_it(record):
    speech = rows_of(record, "glued.txt")[1]
    assert all(party["basis"] in {"unknown", "inferred"} for party in speech["speakers"])


def test_no_teaser_of_the_sidebar_is_part_of_a_release(record):
    for page in ("harbour-line.html", "bridge-speech.html", "night-bus.html"):
        (main,) = [item for item in rows_of(record, page) if item["is_main"]]
        words = onrecord.text(main["document_id"], record)[slice(*main["span"])]
        assert "forty low-floor trams" not in words
        assert "Latest news" not in words


def test_the_release_is_dated_by_what_it_says(record):
    (main,) = [item for item in rows_of(record, "harbour-line.html") if item["is_main"]]
    assert (main["published"]["edtf"][:10], main["published"]["basis"]) == ("2025-03-05", "stated")
    assert main["modified"]["edtf"][:10] == "2025-03-06"


def test_the_release_without_a_date_stays_without_one(record):
    (main,) = [item for item in rows_of(record, "night-bus.html") if item["is_main"]]
    assert main["published"]["edtf"] is None


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        ("Mira Halloran", "We promised a line that keeps its timetable in winter"),
        ("Mira Halloran", "Every passenger will travel under the same rules"),
        ("Teodor Lauk", "The smallest harbours waited longest for this day"),
        ("Мира Халлоран", "Мы начинали с одиннадцати сводов правил"),
    ],
)
def test_a_quotation_has_its_speaker(record, speaker, words):
    assert any(words in row["content_text"] and row["speaker"]["name"] == speaker for row in quotations(record))


def test_a_quotation_said_by_he_is_given_to_nobody_else(record):
    (quotation,) = [row for row in quotations(record) if "when the tide turns" in row["content_text"]]
    assert quotation["source_text"] == "he"
    assert quotation["speaker"]["name"] in {None, "Karel Aune"}


def test_a_quotation_broken_by_its_cue_is_one_statement(record):
    broken = [row for row in quotations(record) if "We promised a line" in row["content_text"]]
    assert len(broken[0]["content_spans"]) == 2
    assert "we shall run the first train ourselves" in broken[0]["content_text"]


def test_every_word_of_a_statement_stands_where_it_says(record):
    for row in onrecord.statements(record):
        page = onrecord.text(row["document_id"], record)
        assert row["content_text"] == " […] ".join(page[slice(*span)] for span in row["content_spans"])


@pytest.mark.parametrize("kind", KINDS)
def test_csv_has_a_column_for_every_field_and_a_line_for_every_row(record, kind):
    out = io.BytesIO()
    onrecord.export(kind, out, record)
    written = list(csv.DictReader(io.StringIO(out.getvalue().decode(), newline="")))
    assert [unguarded(row["id"]) for row in written] == [row["id"] for row in getattr(onrecord, kind)(record)]
    columns = {name.partition(".")[0] for name in written[0]}
    assert columns == set(next(getattr(onrecord, kind)(record)))


def test_json_lines_are_the_rows(record):
    out = io.BytesIO()
    onrecord.export("statements", out, record, style="jsonl")
    assert [json.loads(line) for line in out.getvalue().splitlines()] == list(onrecord.statements(record))


@pytest.mark.parametrize("style", ["plain", "bibtex", "csl-json"])
def test_everything_can_be_cited(record, style):
    captures = {row["id"]: row["capture_id"] for row in onrecord.documents(record)}
    for kind in ("documents", "items", "statements"):
        for row in getattr(onrecord, kind)(record):
            assert captures[row.get("document_id", row["id"])] in onrecord.cite(row["id"], record, style=style)


def test_the_record_verifies(record):
    assert list(verbs.verify(record, deep=True)) == []
