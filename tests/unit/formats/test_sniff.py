"""What bytes are is told by what is said of them, their source's ending, and themselves; the unreadable is refused."""

from __future__ import annotations

import gzip

import pytest

from onrecord.errors import FormatError
from onrecord.formats import Caps, read_document
from onrecord.formats.sniff import charset, media_type_of
from onrecord.types import Capture, Sighting


def told(body: bytes, source: str = "a", media_type: str = "") -> str:
    capture = Capture.of(body, media_type)
    return media_type_of(capture, Sighting(capture.id, source, "folder:x"))


@pytest.mark.parametrize(
    ("body", "source", "declared", "expected"),
    [
        (b"words", "a.txt", "", "text/plain"),
        (b"words", "a", "", "text/plain"),
        (b"words", "a.unheard-of", "", "text/plain"),
        (b"<p>words", "a.txt", "", "text/html"),
        (b"1 < 2 <b>", "a.txt", "", "text/plain"),
        (b"words", "a.HTML", "", "text/html"),
        (b"\xef\xbb\xbf \n<!-- made by hand -->\n<!DOCTYPE html><p>x", "a", "", "text/html"),
        ("<html><p>x".encode("utf-16"), "a", "", "text/html"),
        (b"a,b", "a.csv", "", "text/csv"),
        (b"a,b", "a.csv", "text/plain", "text/csv"),
        (b"a\tb", "list.tsv", "", "text/tab-separated-values"),
        (b"words", "https://transport.example/page", "Text/HTML; charset=utf-8", "text/html"),
        (b"<html>", "https://transport.example/page", "application/xhtml+xml", "text/html"),
        (b"<html>", "https://transport.example/page", "text/plain", "text/html"),
        (b"words", "https://transport.example/a.html?x=1.csv", "application/octet-stream", "text/html"),
        (b"{}", "https://transport.example/a", "application/json", "application/json"),
        (b'<?xml version="1.0"?><rss>', "a.xml", "", "application/xml"),
        (b'<?xml version="1.0"?><html>', "a.xml", "", "text/html"),
    ],
)
def test_the_media_type_is_told(body, source, declared, expected):
    assert told(body, source, declared) == expected


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04word/document.xml", "DOCX"),
        (gzip.compress(b"words", mtime=0), "gunzip"),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (b"\x7fELF\x02\x01", "a program"),
        (bytes(range(256)) * 10, "is binary"),
        (bytes(1000), "is binary"),
    ],
)
def test_what_is_no_text_is_refused_with_its_name_and_a_remedy(body, words):
    with pytest.raises(FormatError, match=words) as caught:
        told(body, "notes/a.txt")
    assert "notes/a.txt" in str(caught.value)
    assert caught.value.capture_id == Capture.of(body).id


def test_a_few_zeros_do_not_make_a_text_binary():
    assert told(b"words with \x00 a zero " * 10) == "text/plain"


def test_a_media_type_without_a_reader_is_refused_with_what_there_is():
    capture = Capture.of(b"{}", "application/json")
    with pytest.raises(FormatError, match=r"application/json, which has no reader \(have: text/html") as caught:
        read_document(capture, Sighting(capture.id, "https://transport.example/a", "transport.example"))
    assert caught.value.media_type == "application/json"


def test_an_html_page_over_its_cap_is_refused_with_the_setting():
    capture = Capture.of(b"<html>" + b"x" * 1000)
    with pytest.raises(FormatError, match="max_html_bytes"):
        read_document(capture, Sighting(capture.id, "a.html", "folder:x"), Caps(html=1000))


def test_a_text_over_its_cap_is_refused_with_the_setting():
    capture = Capture.of(b"The ferries sail. " * 100)
    with pytest.raises(FormatError, match=r"1,800 bytes, more than 1,000: split it, or raise max_text_bytes"):
        read_document(capture, Sighting(capture.id, "a.txt", "folder:x"), Caps(text=1000))


def test_the_charset_of_a_media_type_may_be_quoted():
    assert charset('text/plain; format=flowed; Charset="koi8-r"') == "koi8-r"
    assert charset("text/plain") is None
