"""CSV that leaves the record: nothing runs, nothing is lost, unknown is a word."""

from __future__ import annotations

import csv as reader
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UnknownName
from onrecord.exporters import EXPORTERS
from onrecord.exporters.cells import span_text
from onrecord.exporters.columns import KINDS, columns_of
from onrecord.exporters.csv import codebook, export, guarded, unguarded

UNKNOWN = {"edtf": None, "basis": "unknown", "how": None, "span": None, "from": [], "rivals": [], "why": "no date"}
STATED = UNKNOWN | {"edtf": "2024-03-05", "basis": "stated", "how": "text", "span": [10, 22], "why": "dateline"}
NOBODY: dict[str, Any] = {
    "name": None,
    "actor_id": None,
    "office": None,
    "body": None,
    "basis": "unknown",
    "how": None,
    "spans": [],
    "from": [],
    "why": "the page names nobody",
}
MIRA = NOBODY | {"name": "Mira Halloran", "office": "minister", "basis": "stated", "spans": [[0, 13]], "why": "label"}
WORDS = st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))


def written(rows: list[dict[str, Any]], kind: str) -> list[dict[str, str]]:
    out = io.BytesIO()
    export(rows, out, kind=kind)
    return list(reader.DictReader(io.StringIO(out.getvalue().decode(), newline="")))


def test_an_unknown_date_is_a_word_and_an_absent_one_is_empty():
    (row,) = written([{"id": "i", "published": UNKNOWN, "spoken": None}], "items")
    assert (row["published.edtf"], row["published.basis"], row["published.why"]) == ("unknown", "unknown", "no date")
    assert (row["spoken.edtf"], row["spoken.basis"]) == ("", "")


def test_a_stated_date_has_its_words_and_its_rivals():
    rival = {"edtf": "2024-07-19", "span": [400, 412], "why": "stands in a neighbour"}
    (row,) = written([{"published": STATED | {"rivals": [rival]}}], "items")
    assert (row["published.edtf"], row["published.span"]) == ("2024-03-05", "10-22")
    assert json.loads(row["published.rivals"]) == [rival]


def test_an_inferred_date_names_the_document_it_was_inferred_from():
    date = STATED | {"basis": "inferred", "span": None, "from": [{"document_id": "d2", "span": ["declared", 3, 9]}]}
    (row,) = written([{"published": date}], "items")
    assert row["published.from"] == "d2:declared:3-9"


def test_an_unknown_speaker_is_a_word_and_an_office_alone_leaves_the_name_empty():
    office = MIRA | {"name": None}
    first, second = written([{"speaker": NOBODY}, {"speaker": office}], "statements")
    assert (first["speaker.name"], first["speaker.why"]) == ("unknown", "the page names nobody")
    assert (second["speaker.name"], second["speaker.office"], second["speaker.basis"]) == ("", "minister", "stated")


def test_several_speakers_are_one_readable_cell_and_one_lossless_cell():
    (row,) = written([{"speakers": [MIRA, NOBODY]}], "items")
    assert row["speakers.names"] == "Mira Halloran; unknown"
    assert json.loads(row["speakers.json"]) == [MIRA, NOBODY]


def test_a_quotation_broken_by_its_cue_keeps_both_spans():
    (row,) = written([{"content_spans": [[5, 20], [31, 44]]}], "statements")
    assert row["content_spans"] == "5-20; 31-44"


def test_a_language_that_nobody_could_tell_is_unknown():
    (row,) = written([{"language": None, "fetched_at": None, "error": None}], "documents")
    assert (row["language"], row["fetched_at"], row["error"]) == ("unknown", "unknown", "")


def test_an_export_without_rows_still_has_its_header():
    out = io.BytesIO()
    EXPORTERS["csv"]([], out, kind="mentions")
    assert out.getvalue() == b"id,item_id,document_id,span,text,kind,actor_id,score,made_by\r\n"


def test_rows_are_written_as_they_come():
    out = io.BytesIO()

    def rows():
        yield {"id": "first"}
        assert b"first" in out.getvalue(), "the row before is out before the next is asked for"
        yield {"id": "second"}

    export(rows(), out, kind="mentions")
    assert b"second" in out.getvalue()


def test_a_field_that_would_be_lost_is_an_error():
    with pytest.raises(UnknownName, match="did you mean 'speaker'"):
        written([{"speakr": MIRA}], "statements")


def test_a_kind_without_columns_is_an_error():
    with pytest.raises(UnknownName, match="statements"):
        written([], "statement")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_can_be_taken_for_a_formula(start):
    (row,) = written([{"text": f"{start}1+1"}], "mentions")
    assert row["text"] == f"'{start}1+1"
    assert unguarded(row["text"]) == f"{start}1+1"


@given(WORDS)
def test_the_apostrophe_can_be_taken_away_again(words):
    """For every cell: what was guarded reads back the same, and never begins like a formula."""
    assert unguarded(guarded(words)) == words
    assert guarded(words)[:1] not in set("=+-@＝＋－＠\t\r\n")


@given(st.lists(st.tuples(WORDS, WORDS)))
def test_what_is_written_reads_back_the_same(pairs):
    """For all words: csv reads back the cells that were written, line ends, quotes, commas and all."""
    rows = written([{"id": first, "text": second} for first, second in pairs], "mentions")
    assert [(unguarded(row["id"]), unguarded(row["text"])) for row in rows] == pairs


@pytest.mark.parametrize("kind", KINDS)
def test_the_codebook_explains_every_column(kind):
    names = [column.name for column in columns_of(kind)]
    assert len(set(names)) == len(names)
    for name in names:
        assert f"| `{name}` | " in codebook(kind)


def test_a_span_of_the_declared_text_says_so():
    assert [span_text(span) for span in ([3, 9], ["declared", 3, 9], None)] == ["3-9", "declared:3-9", ""]
