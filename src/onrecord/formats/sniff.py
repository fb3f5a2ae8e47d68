"""What bytes are, when what is said of them does not say it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from onrecord.errors import FormatError
from onrecord.formats.encoding import BOMS, utf16_without_bom
from onrecord.types import Capture, Sighting

HTML, PLAIN, CSV, TSV = "text/html", "text/plain", "text/csv", "text/tab-separated-values"
BY_EXTENSION = {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".shtml": HTML,
    ".csv": CSV,
    ".tsv": TSV,
    ".tab": TSV,
    ".txt": PLAIN,
    ".md": PLAIN,
}
ALIASES = {
    "application/xhtml+xml": HTML,
    "application/csv": CSV,
    "text/x-csv": CSV,
    "text/comma-separated-values": CSV,
    "text/tsv": TSV,
    "text/markdown": PLAIN,
}
UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/x-download", "unknown/unknown"})
CONVERT = "convert it to text or HTML first"
# (first bytes, what they are, what to do)
MAGIC = (
    (b"%PDF-", "a PDF", "take its text out first, for example: pdftotext -layout FILE - | onrecord read -"),
    (b"PK\x03\x04", "a ZIP archive, or a DOCX, XLSX or ODT file, which are ZIP inside", f"unpack it, or {CONVERT}"),
    (b"\x1f\x8b", "gzip", "unpack it first: gunzip -c FILE | onrecord read -"),
    (b"BZh", "bzip2", "unpack it first: bunzip2 -c FILE | onrecord read -"),
    (b"\xfd7zXZ\x00", "xz", "unpack it first: unxz -c FILE | onrecord read -"),
    (b"\x28\xb5\x2f\xfd", "zstd", "unpack it first: unzstd -c FILE | onrecord read -"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or Outlook file", CONVERT),
    (b"{\\rtf", "RTF", CONVERT),
    (b"SQLite format 3\x00", "an SQLite database", "export what you want read as text or CSV"),
    (b"\x7fELF", "a program", "give the text instead"),
    (b"MZ\x90\x00", "a program", "give the text instead"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "give its words as text"),
    (b"\xff\xd8\xff", "a JPEG image", "give its words as text"),
    (b"GIF8", "a GIF image", "give its words as text"),
    (b"II*\x00", "a TIFF image", "give its words as text"),
    (b"MM\x00*", "a TIFF image", "give its words as text"),
    (b"RIFF", "an image, a sound or a film (RIFF)", "give its words as text"),
    (b"ID3", "a sound file (MP3)", "give its words as text"),
    (b"OggS", "a sound file (Ogg)", "give its words as text"),
    (b"\x00\x00\x00\x18ftyp", "a film (MP4)", "give its words as text"),
    (b"\x00\x00\x00\x20ftyp", "a film (MP4)", "give its words as text"),
    (b"PAR1", "a Parquet file", "export what you want read as CSV"),
)
HEAD = 65_536
HTML_START = re.compile(
    rb"\s*(<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(!doctype\s+html|html|head|body|title|meta|link|article|section|main|div|p|h[1-6]|table)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
HTML_LATER = re.compile(rb"<(!doctype\s+html|html)[\s>]", re.IGNORECASE)
XML_START = re.compile(rb"\s*<(\?xml|rss|feed|urlset|sitemapindex)[\s>]", re.IGNORECASE)
# Control characters that no text in any encoding we read has: all below 32 but tab, line and page ends, and escape.
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def media_type_of(capture: Capture, sighting: Sighting) -> str:
    """The media type to read the capture as: what is declared, else by the ending of its source, else by its bytes.

    Raises FormatError for an empty body and for one that is no text, naming what it looks like and what to do.
    """
    refuse_unreadable(capture, sighting)
    declared = essence(capture.media_type)
    declared = ALIASES.get(declared, declared)
    ending = BY_EXTENSION.get(extension(sighting.source), "")
    if declared == PLAIN:  # servers say so of anything; the ending of a list or the start of a page says more
        return ending if ending in {CSV, TSV} else HTML if _starts_as_html(capture.body) else PLAIN
    if declared not in UNTOLD:
        return declared
    if ending and not (ending == PLAIN and _starts_as_html(capture.body)):
        return ending
    head = capture.body[:HEAD].replace(b"\x00", b"")  # UTF-16 has its markup between zeros
    if _starts_as_html(capture.body) or HTML_LATER.search(head[:1024]):
        return HTML
    return "application/xml" if XML_START.match(_bare(head)) else PLAIN


def refuse_unreadable(capture: Capture, sighting: Sighting) -> None:
    """Raise FormatError when the body is empty or no text."""
    body, source = capture.body, sighting.source
    if not body.strip(b"\xef\xbb\xbf\xff\xfe"):
        raise FormatError(
            f"{source} is empty: there is nothing to read in it", capture_id=capture.id, media_type=capture.media_type
        )
    for magic, what, remedy in MAGIC:
        if body.startswith(magic):
            raise FormatError(
                f"{source} looks like {what}, which onrecord does not read: {remedy}",
                capture_id=capture.id,
                media_type=capture.media_type,
            )
    if is_binary(body):
        raise FormatError(
            f"{source} is binary, not text: {CONVERT}", capture_id=capture.id, media_type=capture.media_type
        )


def is_binary(body: bytes) -> bool:
    """Whether the first 64 KiB hold more control characters than any text does, zeros of UTF-16 and UTF-32 aside."""
    head = body[:HEAD]
    if any(head.startswith(bom) for bom, _ in BOMS) or utf16_without_bom(head):
        return False
    # One in twenty: damaged texts with a few zeros stay far below, programs and packed data far above.
    return len(CONTROL.findall(head)) * 20 > len(head)


def essence(media_type: str) -> str:
    """The media type without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def charset(media_type: str) -> str | None:
    """The charset parameter of a media type, None when it has none."""
    match = re.search(r";\s*charset\s*=\s*[\"']?([^\s\"';,]+)", media_type, re.IGNORECASE)
    return match.group(1) if match else None


def extension(source: str) -> str:
    """The ending of a path, or of the path of an address, in lower case: ".html"; "" when there is none."""
    if is_address(source):
        try:
            source = urlsplit(source).path
        except ValueError:
            return ""
    return PurePosixPath(source).suffix.lower()


def is_address(source: str) -> bool:
    """Whether the source is an http address, not a path."""
    return source.lower().startswith(("http://", "https://"))


def _starts_as_html(body: bytes) -> bool:
    return HTML_START.match(_bare(body[:HEAD].replace(b"\x00", b""))) is not None


def _bare(head: bytes) -> bytes:
    """The head of a body without its byte order mark."""
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
