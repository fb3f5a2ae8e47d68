"""The pages of a WARC are read, whole or cut short, and what is none is passed over."""

from __future__ import annotations

import gzip
import io
import zlib

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.captures import gather
from onrecord.captures.warc import is_warc
from onrecord.errors import CaptureError
from onrecord.settings import Settings

ADDRESS = "http://transport.example"


class Warc:
    """A WARC written record by record by warcio, as any crawler would."""

    def __init__(self, *, zipped: bool = True) -> None:
        self.out = io.BytesIO()
        self.writer = WARCWriter(self.out, gzip=zipped, warc_version="1.1")
        self.starts: list[int] = []

    def response(self, path: str, body: bytes, *, status: str = "200 OK", headers: tuple = (), date: str = "") -> Warc:
        http = StatusAndHeaders(status, [("Content-Type", "text/html"), *headers], protocol="HTTP/1.1")
        return self.record("response", path, body, http=http, date=date)

    def record(self, kind: str, path: str, body: bytes, *, http=None, media_type: str = "", date: str = "") -> Warc:
        self.starts.append(self.out.tell())
        record = self.writer.create_warc_record(
            ADDRESS + path,
            kind,
            payload=io.BytesIO(body),
            length=len(body),
            warc_content_type=media_type,
            http_headers=http,
            warc_headers_dict={"WARC-Date": date or "2024-03-05T12:00:00.250Z"},
        )
        self.writer.write_record(record)
        return self

    def bytes(self) -> bytes:
        return self.out.getvalue()


def read(tmp_path, body: bytes, settings: Settings = Settings(), name: str = "a.warc.gz"):  # noqa: B008
    (tmp_path / name).write_bytes(body)
    return list(gather(str(tmp_path / name), settings))


@pytest.mark.parametrize("zipped", [True, False])
def test_responses_and_resources_are_met_at_their_address_and_moment(tmp_path, zipped):
    warc = Warc(zipped=zipped)
    warc.record("warcinfo", "", b"software: a crawler", media_type="application/warc-fields")
    warc.record("request", "/a", b"GET / HTTP/1.1\r\n\r\n")
    warc.response("/a", b"<p>One", headers=(("X-Mood", "fair"),))
    warc.record("resource", "/b.txt", b"Two", media_type="text/plain")
    (one, met), (two, there) = read(tmp_path, warc.bytes())
    assert (one.body, one.media_type, met.source, met.site) == (
        b"<p>One",
        "text/html",
        f"{ADDRESS}/a",
        "transport.example",
    )
    assert (met.fetched_at, met.status, met.via) == ("2024-03-05T12:00:00Z", 200, "warc")
    assert ("X-Mood", "fair") in met.headers
    assert (two.body, two.media_type, there.source, there.status) == (b"Two", "text/plain", f"{ADDRESS}/b.txt", None)


def test_a_warc_is_known_by_its_bytes_whatever_its_name(tmp_path):
    for name, body in (
        ("a.bin", Warc().response("/a", b"x").bytes()),
        ("b", Warc(zipped=False).response("/a", b"x").bytes()),
    ):
        (tmp_path / name).write_bytes(body)
        assert is_warc(tmp_path / name)
    (tmp_path / "c.gz").write_bytes(gzip.compress(b"words", mtime=0))
    assert not is_warc(tmp_path / "c.gz")


def test_a_warc_in_a_folder_is_opened(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"One.")
    found = read(tmp_path, Warc().response("/a", b"x").bytes(), name="b.warc.gz")
    assert len(found) == 1
    assert [sighting.via for _, sighting in gather(str(tmp_path), Settings())] == ["folder", "warc"]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"3\r\n<p>\r\n3;x=1\r\nOne\r\n0\r\n\r\n", (("Transfer-Encoding", "chunked"),)),
        (b"<p>One", (("Transfer-Encoding", "chunked"),)),  # the archive undid the chunks and left the header
        (gzip.compress(b"<p>One", mtime=0), (("Content-Encoding", "gzip"),)),
        (b"<p>One", (("Content-Encoding", "gzip"),)),
        (zlib.compress(b"<p>One"), (("Content-Encoding", "deflate"),)),
    ],
)
def test_chunks_and_content_codings_are_undone(tmp_path, body, headers):
    ((capture, _),) = read(tmp_path, Warc().response("/a", body, headers=headers).bytes())
    assert capture.body == b"<p>One"


def test_failed_answers_are_told_and_redirects_and_revisits_passed_over(tmp_path):
    warc = Warc().response("/a", b"", status="404 Not Found").response("/b", b"", status="301 Moved")
    warc.record("revisit", "/c", b"").record("metadata", "/d", b"x: y").response("/e", b"<p>x")
    error, (_, met) = read(tmp_path, warc.bytes())
    assert (error.status, error.source) == (404, f"{ADDRESS}/a")
    assert met.source == f"{ADDRESS}/e"


def test_a_bomb_and_a_large_record_are_told_and_the_rest_goes_on(tmp_path):
    bomb = gzip.compress(bytes(1 << 20), mtime=0)
    warc = Warc().response("/a", bomb, headers=(("Content-Encoding", "gzip"),)).response("/b", b"x" * 200_000)
    warc.response("/c", b"<p>x")
    first, second, (capture, _) = read(tmp_path, warc.bytes(), Settings(max_bytes=100_000))
    assert "max_bytes" in str(first)
    assert "max_bytes" in str(second)
    assert capture.body == b"<p>x"


@pytest.mark.parametrize("zipped", [True, False])
def test_a_warc_cut_anywhere_gives_what_is_whole_and_says_where_it_breaks(tmp_path, zipped):
    warc = Warc(zipped=zipped).response("/a", b"<p>One").response("/b", b"<p>Two, and some words more")
    start, body = warc.starts[1], warc.bytes()
    # Four bytes of a plain record's end are empty lines: without them nothing is missed.
    for cut in range(start + 12, len(body) - (0 if zipped else 4), 7):
        found = read(tmp_path, body[:cut])
        assert [capture.body for capture, _ in found[:-1]] == [b"<p>One"], cut
        assert isinstance(found[-1], CaptureError)
        assert f"{start:,}" in str(found[-1])


def test_a_warc_without_a_record_is_refused(tmp_path):
    for body in (b"", b"words", gzip.compress(b"words", mtime=0)):
        with pytest.raises(CaptureError, match="no WARC record"):
            read(tmp_path, body)


def test_a_damaged_member_is_told(tmp_path):
    warc = Warc().response("/a", b"<p>One").response("/b", b"<p>Two" * 100).response("/c", b"<p>Three")
    body = bytearray(warc.bytes())
    for at in range(warc.starts[1] + 40, warc.starts[1] + 60):
        body[at] ^= 0xFF
    found = read(tmp_path, bytes(body))
    assert found[0][0].body == b"<p>One"
    assert any(isinstance(entry, CaptureError) for entry in found)


def test_the_whole_warc_in_one_gzip_member_is_read(tmp_path):
    plain = Warc(zipped=False).response("/a", b"<p>One").response("/b", b"<p>Two").bytes()
    assert [capture.body for capture, _ in read(tmp_path, gzip.compress(plain, mtime=0))] == [b"<p>One", b"<p>Two"]
