"""Content codings are undone within a cap."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest

from onrecord.captures.content import dechunked, decoded_body
from onrecord.errors import CaptureError
from onrecord.settings import Settings

WORDS = b"We will act, and soon. " * 50
SETTINGS = Settings(max_bytes=1 << 20)


def deflated(body: bytes) -> bytes:
    stream = zlib.compressobj(wbits=-15)
    return stream.compress(body) + stream.flush()


@pytest.mark.parametrize(
    ("raw", "coding"),
    [
        (WORDS, ""),
        (WORDS, "identity"),
        (gzip.compress(WORDS, mtime=0), "gzip"),
        (gzip.compress(WORDS[:100], mtime=0) + gzip.compress(WORDS[100:], mtime=0), "X-GZIP"),
        (gzip.compress(WORDS, mtime=0) + bytes(8), "gzip"),
        (zlib.compress(WORDS), "deflate"),
        (deflated(WORDS), "deflate"),
        (brotli.compress(WORDS), "br"),
        (gzip.compress(brotli.compress(WORDS), mtime=0), "br, gzip"),
    ],
)
def test_a_coding_is_undone(raw, coding):
    assert decoded_body(raw, coding, "a", SETTINGS) == WORDS


@pytest.mark.parametrize(
    ("pack", "coding"), [(gzip.compress, "gzip"), (zlib.compress, "deflate"), (brotli.compress, "br")]
)
def test_a_bomb_is_left_at_the_cap(pack, coding):
    with pytest.raises(CaptureError, match="max_bytes"):
        decoded_body(pack(bytes(20 << 20)), coding, "a", SETTINGS)


@pytest.mark.parametrize(
    ("pack", "coding"), [(gzip.compress, "gzip"), (zlib.compress, "deflate"), (brotli.compress, "br")]
)
def test_a_body_cut_short_or_damaged_is_refused(pack, coding):
    for raw in (pack(WORDS)[:-5], b"\x05words"):
        with pytest.raises(CaptureError, match="damaged or cut short"):
            decoded_body(raw, coding, "a", SETTINGS)


@pytest.mark.parametrize("coding", ["zstd", "gzip, gzip, gzip"])
def test_an_unknown_coding_and_many_on_top_of_each_other_are_refused(coding):
    with pytest.raises(CaptureError, match="gzip, deflate and br"):
        decoded_body(WORDS, coding, "a", SETTINGS)


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        (b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", b"abcde"),
        (b"3\r\nabc\r\n2\r\nd", b"abcd"),
        (b"no chunks here", b"no chunks here"),
        (b"add\r\nwords that look like a chunk", b"words that look like a chunk"),
        (b"", b""),
    ],
)
def test_chunks_are_undone_where_there_are_any(raw, body):
    assert dechunked(raw) == body
