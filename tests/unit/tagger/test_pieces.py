"""A text as word pieces: places in code points, shapes, breaks; windows over them."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tokenizers import BertWordPieceTokenizer

from onrecord.tagger.pieces import SHAPES, Pieces, pieces_of, shape_of
from onrecord.tagger.session import ARTEFACT
from onrecord.tagger.windows import LONGEST, OVERLAP, windows_of
from onrecord.tagger.wordpiece import WordPiece

WORDS = st.sampled_from(
    ["Halloran", "said", "bridge", ".", "\n", "\n\n", " ", "“", "Ответ", "🙂", "é", "é", "1,200", "ÆON"]
)


# Letters and marks of the scripts of our languages: of rare ones the reference knows another version of Unicode.
SCRIPTS = (
    *((0x00, 0x24F), (0x300, 0x36F), (0x391, 0x3C9), (0x400, 0x45F), (0x5D0, 0x5EA), (0x621, 0x64A), (0x905, 0x939)),
    *((0x2010, 0x203A), (0x20A0, 0x20BF), (0x3041, 0x3093), (0x4E00, 0x9FA5), (0xAC00, 0xD7A3), (0x1F600, 0x1F64F)),
)
KNOWN = st.one_of(*(st.characters(min_codepoint=first, max_codepoint=last) for first, last in SCRIPTS))


@cache
def vocabulary() -> WordPiece:
    return WordPiece(ARTEFACT / "vocab.txt")


@cache
def reference() -> BertWordPieceTokenizer:
    return BertWordPieceTokenizer(str(ARTEFACT / "vocab.txt"))


def read(text: str) -> Pieces:
    return pieces_of(text, vocabulary())


@given(st.one_of(st.text(KNOWN, max_size=200), st.lists(WORDS, max_size=60).map("".join)))
@settings(max_examples=200, deadline=None)
@example("İstanbul ǅ ß ﬁ e\u0301 \u0301 桥かな한국 \u200b \ufffd a_b $5 x" + "y" * 120)
def test_pieces_are_those_of_the_reference_tokenizer(text: str) -> None:
    expected = reference().encode(text, add_special_tokens=False)
    assert [tuple(piece) for piece in vocabulary().pieces(text)] == [
        (number, start, end) for number, (start, end) in zip(expected.ids, expected.offsets, strict=True)
    ]


def test_a_word_without_end_is_one_unknown_piece() -> None:
    (piece,) = vocabulary().pieces("a" * 5_000_000)
    assert (piece.start, piece.end) == (0, 5_000_000)


@given(st.lists(WORDS, max_size=80).map("".join))
@settings(max_examples=80, deadline=None)
def test_pieces_stand_in_order_and_hold_every_letter(text: str) -> None:
    pieces = read(text)
    places = list(zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(end <= after for (_, end), (after, _) in pairwise(places) if end <= after)
    covered = {at for start, end in places for at in range(start, end)}
    assert all(at in covered for at, letter in enumerate(text) if letter.isalnum())


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("bridge", "lower"),
        ("Bridge", "Title"),
        ("UN", "UPPER"),
        ("U", "Capital"),
        ("2024", "digits"),
        ("4th", "mixed"),
        ("”", "mark"),
        ("—", "punctuation"),
        ("桥", "caseless"),
    ],
)
def test_a_piece_has_the_shape_it_is_written_in(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


def test_breaks_tell_lines_from_paragraphs() -> None:
    pieces = read("One.\nTwo.\n\nThree.\n \n\n\nFour five.")
    assert pieces.breaks[pieces.breaks > 0].tolist() == [4, 1, 2, 3]


def test_emoji_and_combining_marks_keep_places_in_code_points() -> None:
    text = "🙂🙂 Zoe\u0301 Bell said"
    pieces = read(text)
    at = pieces.starts.tolist().index(text.index("Bell"))
    assert text[pieces.starts[at] : pieces.ends[at]] == "Bell"


def test_nothing_is_read_in_white_space() -> None:
    assert len(read(" \n\n ")) == 0
    assert windows_of(read("")) == []


@given(st.integers(0, 2000), st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_every_piece_is_kept_once_and_no_window_is_too_long(count: int, gap: int) -> None:
    pieces = read(("bridge " * 29 + "." + "\n" * gap) * (count // 30))
    windows = windows_of(pieces)
    assert [at for window in windows for at in range(window.keep_start, window.keep_stop)] == list(range(len(pieces)))
    for window in windows:
        assert window.stop - window.start <= LONGEST
        assert window.start <= window.keep_start < window.keep_stop <= window.stop
        assert window.keep_start - window.start in (0, OVERLAP)


def test_windows_are_cut_at_a_blank_line_where_there_is_one() -> None:
    pieces = read("bridge " * 180 + "\n\n" + "harbour " * 180)
    assert windows_of(pieces)[0].keep_stop == 180
