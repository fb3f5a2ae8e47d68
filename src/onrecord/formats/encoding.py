"""How bytes become code points, told honestly: the encoding taken, and every doubt about it as a sentence."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.formats.cyrillic import GUESSED, guess_single_byte

# UTF-32 first: its little-endian mark begins with that of UTF-16.
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings of text: Python's list also holds "punycode", "unicode_escape" and other things that no page may ask for.
TEXTUAL = re.compile(
    r"utf-8|utf-(16|32)(-[lb]e)?|ascii|iso8859-\d+|cp\d+|koi8-[rtu]|mac-\w+|gb\w+|big5\w*|euc_\w+|shift_ji\w+|tis-620|kz1048"
)
# As browsers read them: pages that declare the left one use the right one's letters.
READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}
UNDECODED = re.compile("[\ud800-\udfff]")
MULTIBYTE = re.compile("[^\x00-\x7f\ud800-\udfff]")
SAMPLE = 1 << 20  # bytes around the first trouble that tell UTF-8 with damage from another encoding
NOT_ASCII = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was had from its bytes.

    text        U+0000 still in it; what could not be decoded is U+FFFD, one for each byte (UTF-16: each unit)
    encoding    the name that browsers use, in lower case: "utf-8", "windows-1251", "koi8-r" ...
    doubts      one sentence each; empty when the encoding is certain
    bom_length  bytes of the byte order mark, which is no part of the text
    lost        the code points of `text` that stand for undecodable bytes, ascending
    """

    text: str
    encoding: str
    doubts: tuple[str, ...] = ()
    bom_length: int = 0
    lost: tuple[int, ...] = ()


def decode(body: bytes, declared: str | None = None) -> Decoded:
    """The text of `body`: byte order mark, UTF-16 by its zeros, strict UTF-8, what is declared, else a guess.

    UTF-8 goes before what is declared, for text in another encoding with letters beyond ASCII is practically never
    valid UTF-8, while servers declare ISO-8859-1 for anything. Never raises: what cannot be decoded becomes U+FFFD.
    """
    for bom, encoding in BOMS:
        if body.startswith(bom):
            return _lossy(body[len(bom) :], encoding, (), bom_length=len(bom))
    codec, doubts = _declared(declared)
    if found := utf16_without_bom(body):
        if codec is None or not codec.startswith("utf-16"):
            doubts = (*doubts, f"no byte order mark: read as {found}, for its zeros stand in every other byte")
        return _lossy(body, found, doubts)
    if codec is not None and codec.startswith(("utf-16", "utf-32")):
        return _lossy(body, codec if codec.endswith("e") else f"{codec}-le", doubts)
    if _is_valid(body, "utf-8"):
        if codec not in {None, "utf-8"} and NOT_ASCII.search(body):
            doubts = (*doubts, f"declared as {declared}, but the bytes are valid UTF-8 and were read as such")
        return Decoded(body.decode("utf-8"), "utf-8", doubts)
    return _decoded_otherwise(body, declared, codec, doubts)


def _decoded_otherwise(body: bytes, declared: str | None, codec: str | None, doubts: tuple[str, ...]) -> Decoded:
    """The text of a body that is not valid UTF-8: as declared, as damaged UTF-8, or by its letters."""
    if codec is not None and codec != "utf-8" and _is_valid(body, codec):
        return Decoded(body.decode(codec), _name(codec), (*doubts, *_contradicted(body, codec)))
    if codec is not None:
        doubts = (*doubts, f"declared as {declared}, which cannot hold these bytes")
    if _is_mostly_utf8(body):
        return _lossy(body, "utf-8", doubts)
    codec, guessed = guess_single_byte(body)
    return Decoded(body.decode(codec, "replace"), _name(codec), (*doubts, *guessed))


def _contradicted(body: bytes, codec: str) -> Iterator[str]:
    """The doubt when a body declared in one Cyrillic or Western encoding has the letters of another."""
    guess, _ = guess_single_byte(body)
    if codec in GUESSED and guess != codec and body.decode(guess, "replace") != body.decode(codec):
        yield f"declared as {_name(codec)}, but its letters look like {_name(guess)}; it was read as declared"


def byte_offsets(decoded: Decoded, positions: Iterable[int]) -> list[int]:
    """The offset in the body of each code point offset in `positions`, which must ascend.

    Exact for every encoding that `decode` gives, undecodable bytes and U+0000 included: one pass over the text.
    """
    text, codec = decoded.text, decoded.encoding
    unit = {"utf-32-le": 4, "utf-32-be": 4}.get(codec, 1)
    if unit == 4 or codec in SINGLE_BYTE or (codec == "utf-8" and text.isascii()):
        return [decoded.bom_length + unit * position for position in positions]
    offsets = []
    at, offset = 0, decoded.bom_length
    for position in positions:
        offset += _size(decoded, at, position)
        at = position
        offsets.append(offset)
    return offsets


SINGLE_BYTE = frozenset(
    {
        *(f"windows-{number}" for number in range(1250, 1259)),
        *(f"iso-8859-{number}" for number in range(1, 17)),
        *("koi8-r", "koi8-u", "koi8-t", "ibm866", "iso8859-1", "tis-620", "kz1048"),
    }
)


def _size(decoded: Decoded, start: int, end: int) -> int:
    """How many bytes the code points start:end took."""
    size = len(decoded.text[start:end].encode(decoded.encoding))
    lost = bisect_left(decoded.lost, end) - bisect_left(decoded.lost, start)
    # U+FFFD takes three bytes in UTF-8 and stands for one; in UTF-16 it takes a unit and stands for a unit.
    return size - 2 * lost if decoded.encoding == "utf-8" else size


def _declared(declared: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Python's name of the encoding that `declared` means, None when it is not one of text; and the doubt then."""
    if not declared or not declared.strip():
        return None, ()
    try:
        codec = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        codec = ""
    if not TEXTUAL.fullmatch(codec):
        return None, (f"declared as {declared.strip()[:40]}, which is no encoding of text that we know",)
    return READ_AS.get(codec, codec), ()


def _lossy(body: bytes, codec: str, doubts: tuple[str, ...], *, bom_length: int = 0) -> Decoded:
    """`body` in a Unicode encoding, its undecodable parts marked as lost."""
    width = {"utf-16": 2, "utf-32": 4}.get(codec[:6], 1)
    whole = len(body) - len(body) % width
    if whole < len(body):
        doubts = (*doubts, "the last character is cut off: its bytes belong to no text")
    if width == 4:
        text = body[:whole].decode(codec, "replace")
        return Decoded(text, codec, doubts, bom_length)
    text = body[:whole].decode(codec, "surrogateescape" if width == 1 else "surrogatepass")
    lost = tuple(match.start() for match in UNDECODED.finditer(text))
    if lost:
        text = UNDECODED.sub("\ufffd", text)
        unit = "byte" if width == 1 else "unit"
        doubts = (*doubts, f"{len(lost)} {unit}{'s' * (len(lost) > 1)} could not be decoded as {codec}")
    return Decoded(text, codec, doubts, bom_length, lost)


def _is_valid(body: bytes, codec: str) -> bool:
    try:
        body.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf8(body: bytes) -> bool:
    """Whether a body that is not valid UTF-8 is UTF-8 all the same: cut within its last character, or damaged.

    Judged around the first trouble. Letters of a single-byte encoding rarely pair up into valid UTF-8, so four to one
    is far from both. One last byte after plain ASCII says nothing: "café" in windows-1252 ends so too.
    """
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        around = body[max(0, error.start - SAMPLE) : error.start + SAMPLE].decode("utf-8", "surrogateescape")
        lost, valid = len(UNDECODED.findall(around)), len(MULTIBYTE.findall(around))
        is_cut_short = error.reason == "unexpected end of data"
        return valid > 0 or lost > 1 if is_cut_short else valid >= 4 * lost
    return True


def utf16_without_bom(body: bytes) -> str | None:
    """The UTF-16 that zeros in every other byte betray, or None.

    Spaces, digits and marks have a zero high byte in every script, letters of Latin script too; no low byte of text
    is zero. A fifth of zeros on one side and none on the other was never met in another encoding.
    """
    head = body[:4096]
    if len(head) < 4 or b"\x00" not in head:
        return None
    even, odd = head[0::2], head[1::2]
    if not even.count(0) and odd.count(0) * 8 >= len(odd):
        return "utf-16-le"
    if not odd.count(0) and even.count(0) * 8 >= len(even):
        return "utf-16-be"
    return None


def _name(codec: str) -> str:
    """The name that browsers use for Python's `codec`."""
    if codec.startswith("cp125"):
        return f"windows-{codec[2:]}"
    if codec.startswith("iso8859-"):
        return f"iso-8859-{codec[8:]}"
    return "ibm866" if codec == "cp866" else codec
