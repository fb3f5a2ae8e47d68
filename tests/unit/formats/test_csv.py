"""A list is its rows, each at its exact place."""

from __future__ import annotations

import time

import pytest

from onrecord.formats import read_document
from onrecord.formats.csv import delimiter_of, rows_of
from onrecord.types import Capture, Document, Sighting


def read(text: str | bytes, source: str = "list.csv") -> Document:
    body = text if isinstance(text, bytes) else text.encode()
    capture = Capture.of(body)
    return read_document(capture, Sighting(capture.id, source, "folder:x"))


def words(document: Document) -> list[str]:
    return [document.page.words(block.span) for block in document.blocks]


def test_each_row_is_a_block_and_the_header_is_a_title():
    document = read("name,office\r\nMira Halloran,minister of transport\r\nIven Dole,envoy\r\n")
    assert [block.kind for block in document.blocks] == ["title", "list", "list"]
    assert words(document)[1] == "Mira Halloran,minister of transport"
    assert document.reader == "csv/1"


def test_a_quoted_cell_may_run_over_lines_and_hold_quotes_and_signs():
    text = 'name,words\n"Halloran, Mira","We will ""act"",\nand soon."\nIven Dole,No.\n'
    assert [row.cells for row in rows_of(text, ",")] == [
        ("name", "words"),
        ("Halloran, Mira", 'We will "act",\nand soon.'),
        ("Iven Dole", "No."),
    ]
    assert words(read(text))[1] == '"Halloran, Mira","We will ""act"",\nand soon."'


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1,5;2,5\n3,5;4,5\n", ";"),
        ("a\tb\n1\t2\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ("Tarn, the bridge;1\nTarn;2\nTarn, the road;3\n", ";"),
        ("one\ntwo\n", ","),
    ],
)
def test_the_sign_between_cells_is_found(text, sign):
    assert delimiter_of(text) == sign


def test_a_tsv_is_split_at_tabs_whatever_its_words_hold():
    assert words(read("name\twords\nMira\tyes, yes, yes\n", "list.tsv"))[1] == "Mira\tyes, yes, yes"
    assert delimiter_of("a,b,c\td,e\n", tabs=True) == "\t"


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("name,office\nMira Halloran,minister\n", True),
        ("имя;должность\nМира Халлоран;министр\n", True),
        ("who,seat_no\nMira Halloran,four\n", True),
        ("Speaker of the day,Seat\nMira Halloran,4\nIven Dole,17\n", True),
        ("Mira Halloran,minister\nIven Dole,envoy\n", False),
        ("Mira Halloran,2024\nIven Dole,2023\n", False),
        ("name,office\n", False),
    ],
)
def test_a_header_is_told_from_a_row(text, header):
    assert (read(text).blocks[0].kind == "title") is header


def test_ragged_rows_are_kept_with_a_doubt():
    document = read("a;b;c\n1;2;3\n4;5\n6;7;8\n")
    assert words(document)[2] == "4;5"
    assert any("first row 3" in doubt for doubt in document.doubts)


def test_an_unclosed_quotation_mark_swallows_nothing():
    document = read('name,words\nMira,"We will act\nIven,No\n')
    assert words(document)[1:] == ['Mira,"We will act', "Iven,No"]
    assert any("never closed" in doubt for doubt in document.doubts)


def test_two_stray_marks_in_two_rows_are_not_one_cell():
    assert len(read('a,"b\nc,d\ne,"f"\ng,h\n').blocks) == 4


def test_places_are_exact_beyond_ascii_and_behind_a_mark():
    body = "имя;должность\r\nМира;«министр»\r\n".encode("utf-8-sig")
    document = read(body)
    for block in document.blocks:
        assert body[block.place.start : block.place.end].decode() == document.page.words(block.span)


def test_rows_without_a_word_are_no_blocks():
    assert words(read("name,office\n,\n\nMira,minister\n , \n")) == ["name,office", "Mira,minister"]


def test_a_hundred_thousand_rows_are_read_in_seconds():
    row = '"Halloran, Mira",minister of transport,2024-01-01,"We will act, and ""soon"""\n'
    begun = time.process_time()
    document = read("name,office,date,words\n" + row * 100_000)
    assert len(document.blocks) == 100_001
    assert time.process_time() - begun < 15
