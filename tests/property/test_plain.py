"""Laws of plain texts and lists: nothing is lost, and every place holds the words it stands for."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import FormatError
from onrecord.formats import read_document
from onrecord.formats.encoding import byte_offsets, decode
from onrecord.formats.plain import NOTHING_SHOWN
from onrecord.types import Capture, Sighting

LETTERS = st.sampled_from(list("aя.\n\r\t ,;\"'—–-•:1Mé\u00a0\u2028\u0085\u200b\x0c\x00\ufffd橋😀"))
TEXTS = st.text(LETTERS, max_size=200)
CODECS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
BODIES = st.one_of(
    st.builds(lambda text, codec: text.encode(codec, "replace"), TEXTS, CODECS),
    st.builds(lambda text, codec: text.encode(codec, "ignore"), TEXTS, st.sampled_from(["cp1251", "koi8-r", "cp1252"])),
    st.binary(max_size=100),
)
SOURCES = st.sampled_from(["a.txt", "a.csv", "a.tsv"])
DECLARED = st.sampled_from(
    ["", "text/plain; charset=utf-8", "text/plain; charset=koi8-r", "text/plain; charset=utf-16"]
)


def documents(body, source, media_type):
    capture = Capture.of(body, media_type)
    try:
        return [read_document(capture, Sighting(capture.id, source, "folder:x"))]
    except FormatError:
        return []


@given(BODIES, SOURCES, DECLARED)
def test_every_mapped_block_stands_word_for_word_in_the_bytes(body, source, media_type):
    """For every block with a place: the bytes there, decoded, are the words of its span."""
    for document in documents(body, source, media_type):
        for block in document.blocks:
            if block.place is not None:
                raw = body[block.place.start : block.place.end]
                assert raw.decode(document.encoding) == document.page.words(block.span)


@given(BODIES, SOURCES, DECLARED)
def test_blocks_are_in_order_and_nothing_shown_lies_between_them(body, source, media_type):
    """For every page: blocks ascend without overlap, and what lies outside them shows nothing (in lists: no cell)."""
    empty = NOTHING_SHOWN if source == "a.txt" else re.compile(r'[\s,;|"]*')
    for document in documents(body, source, media_type):
        at = 0
        for block in document.blocks:
            assert at <= block.span.start < block.span.end
            assert empty.fullmatch(document.page.content[at : block.span.start])
            at = block.span.end
        assert empty.fullmatch(document.page.content[at:])


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_a_text_that_is_marked_or_utf_8_is_read_back(text, codec):
    """For every text: written in UTF-8 or behind a byte order mark, it is read back the same."""
    # Zeros alone in UTF-8 look like UTF-16; one behind the mark of UTF-16 makes it that of UTF-32.
    text = text.replace("\x00", "x")
    assert decode(text.encode(codec)).text == text


@given(BODIES, st.sampled_from([None, "utf-8", "windows-1251", "utf-16", "klingon"]))
def test_byte_offsets_cover_the_body(body, declared):
    """For every body: offsets ascend from the end of the byte order mark to the end of what was decoded."""
    decoded = decode(body, declared)
    offsets = byte_offsets(decoded, range(len(decoded.text) + 1))
    assert offsets == sorted(offsets)
    assert offsets[0] == decoded.bom_length
    if decoded.encoding.startswith("utf-16") or decoded.encoding.startswith("utf-32"):
        assert 0 <= len(body) - offsets[-1] < 4
    else:
        assert offsets[-1] == len(body)
