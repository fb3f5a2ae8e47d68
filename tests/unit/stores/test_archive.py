"""The archive keeps bytes for good, in WARC files that anybody can read, and tells every byte that differs."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

from onrecord.captures import gather
from onrecord.errors import RecordError, VerifyError
from onrecord.settings import Settings
from onrecord.stores.archive import Archive, Stored
from onrecord.types import Capture, Sighting


def page(words: str = "<p>We will act, and soon.") -> tuple[Capture, Sighting]:
    capture = Capture.of(words.encode(), "text/html; charset=utf-8")
    headers = (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "br"), ("Server", "Café\u2028"))
    address = "https://transport.example/news?q=ä b"
    return capture, Sighting(capture.id, address, "transport.example", "2024-03-05T12:00:00Z", headers, 200, "url")


def paper(words: bytes = b"We will act.", source: str = "notes/März 1.txt") -> tuple[Capture, Sighting]:
    capture = Capture.of(words)
    return capture, Sighting(capture.id, source, "folder:0123456789ab")


def committed(*stored: Stored) -> dict[str, int]:
    ends: dict[str, int] = {}
    for place in stored:
        ends[place.file] = max(ends.get(place.file, 0), place.offset + place.length)
    return ends


def test_what_is_appended_is_read_back_the_same(tmp_path):
    archive = Archive(tmp_path / "archive")
    for capture, sighting in (
        page(),
        paper(),
        paper(b""),
        paper(b"\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", "https://a.example/"),
    ):
        stored = archive.append(capture, sighting)
        assert archive.read(stored) == archive.check(stored, capture.id) == capture.body
    archive.close()


def test_each_capture_is_one_gzip_member_after_the_head_of_the_file(tmp_path):
    archive = Archive(tmp_path)
    first, second = archive.append(*page()), archive.append(*paper())
    archive.close()
    assert first.file == second.file == "00001.warc.gz"
    assert second.offset == first.offset + first.length
    assert (tmp_path / first.file).stat().st_size == second.offset + second.length
    assert first.offset > 0


def test_third_parties_read_it_and_its_digests_hold(tmp_path):
    archive = Archive(tmp_path)
    archive.append(*page())
    archive.append(*paper())
    archive.close()
    file = tmp_path / "00001.warc.gz"
    fast = [
        (record.record_type, record.verify_block_digest(), record.headers.get("WARC-Target-URI"), record.reader.read())
        for record in FastIterator(str(file), parse_http=False)
    ]
    assert [kind for kind, *_ in fast] == [WarcRecordType.warcinfo, WarcRecordType.response, WarcRecordType.resource]
    assert all(holds for _, holds, *_ in fast)
    assert fast[1][2] == "https://transport.example/news?q=%C3%A4%20b"
    assert fast[2][2:] == ("onrecord:notes/M%C3%A4rz%201.txt", b"We will act.")
    with file.open("rb") as stream:
        bodies = [record.content_stream().read() for record in WarcioIterator(stream, check_digests="raise")]
    assert bodies[1:] == [page()[0].body, b"We will act."]


def test_the_payload_digest_is_the_id_of_the_capture(tmp_path):
    archive = Archive(tmp_path)
    archive.append(*page())
    archive.close()
    (found,) = [
        (record.headers["WARC-Payload-Digest"], record.verify_payload_digest())
        for record in FastIterator(str(tmp_path / "00001.warc.gz"), record_types=WarcRecordType.response)
    ]
    assert found == (f"sha256:{page()[0].id}", True)


def test_onrecord_reads_its_own_archive(tmp_path):
    archive = Archive(tmp_path)
    archive.append(*page())
    archive.append(*paper())
    archive.close()
    (web, met), (file, there) = gather(str(tmp_path / "00001.warc.gz"), Settings())
    assert (web.id, met.fetched_at, met.status) == (page()[0].id, "2024-03-05T12:00:00Z", 200)
    assert ("X-Archive-Orig-Content-Encoding", "br") in met.headers
    assert (file.id, there.fetched_at) == (paper()[0].id, None)


def test_the_same_input_gives_the_same_file(tmp_path):
    digests = set()
    for name in ("one", "two"):
        archive = Archive(tmp_path / name)
        archive.append(*page())
        archive.append(*paper())
        archive.close()
        digests.add(hashlib.sha256((tmp_path / name / "00001.warc.gz").read_bytes()).hexdigest())
    assert len(digests) == 1


def test_a_full_file_is_followed_by_the_next(tmp_path):
    archive = Archive(tmp_path, rotate_bytes=600)
    stored = [archive.append(*paper(bytes(str(number), "ascii"))) for number in range(4)]
    archive.close()
    assert [place.file for place in stored] == [f"0000{number}.warc.gz" for number in (1, 2, 3, 4)]
    again = Archive(tmp_path, rotate_bytes=600)
    assert again.append(*paper(b"more")).file > stored[0].file
    assert all(again.read(place) for place in stored)
    again.close()


def test_bytes_that_were_never_committed_are_cut(tmp_path):
    archive = Archive(tmp_path, rotate_bytes=600)
    kept = archive.append(*paper(b"kept"))
    lost = [archive.append(*paper(bytes(str(number), "ascii"))) for number in range(4)]
    archive.truncate(committed(kept))
    assert [path.name for path in sorted(tmp_path.iterdir())] == [kept.file]
    assert (tmp_path / kept.file).stat().st_size == kept.offset + kept.length
    assert archive.append(*paper(b"0")) == lost[0]
    assert archive.read(kept) == b"kept"
    archive.close()


def test_half_a_member_after_a_crash_is_cut(tmp_path):
    archive = Archive(tmp_path)
    kept = archive.append(*paper())
    archive.close()
    with (tmp_path / kept.file).open("ab") as file:
        file.write(b"\x1f\x8b\x08half a member")
    archive.truncate(committed(kept))
    following = archive.append(*page())
    archive.close()
    assert following.offset == kept.offset + kept.length
    assert archive.check(following, page()[0].id)


def test_an_archive_without_a_commit_is_empty_again(tmp_path):
    archive = Archive(tmp_path)
    archive.append(*paper())
    archive.truncate({})
    assert list(tmp_path.iterdir()) == []
    assert archive.append(*paper()).file == "00001.warc.gz"
    archive.close()


def test_other_files_beside_the_archive_are_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_bytes(b"mine")
    Archive(tmp_path).truncate({})
    assert (tmp_path / "notes.txt").read_bytes() == b"mine"


@pytest.mark.parametrize("harm", ["shorter", "missing"])
def test_an_archive_that_lost_committed_bytes_is_not_written_to(tmp_path, harm):
    archive = Archive(tmp_path)
    stored = archive.append(*paper())
    archive.close()
    path = tmp_path / stored.file
    path.unlink() if harm == "missing" else os.truncate(path, stored.offset + 5)
    with pytest.raises(RecordError, match="backup"):
        archive.truncate(committed(stored))


def test_every_flipped_byte_is_found(tmp_path):
    archive = Archive(tmp_path)
    capture, sighting = paper()
    stored = [archive.append(capture, sighting)]
    archive.close()
    path = tmp_path / stored[0].file
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        faults = list(archive.faults(stored))
        try:
            archive.check(stored[0], capture.id)
        except VerifyError as error:
            faults.extend(error.differences)
        assert faults, f"byte {at} was flipped and nobody saw it"
    path.write_bytes(whole)
    assert list(archive.faults(stored)) == []


def test_a_whole_member_that_no_row_points_to_is_no_fault(tmp_path):
    archive = Archive(tmp_path)
    archive.append(*page())  # its transaction failed
    stored = archive.append(*paper())
    archive.close()
    assert list(archive.faults([stored])) == []


def test_other_bytes_than_those_recorded_are_named(tmp_path):
    archive = Archive(tmp_path)
    stored = archive.append(*paper())
    archive.close()
    with pytest.raises(VerifyError) as caught:
        archive.check(stored, page()[0].id)
    assert page()[0].id in str(caught.value)
    with pytest.raises(VerifyError, match="no such file"):
        archive.read(Stored("00009.warc.gz", 0, 10))
    with pytest.raises(VerifyError, match="not one whole gzip member"):
        archive.read(Stored(stored.file, stored.offset, stored.length - 1))


def test_no_space_left_says_what_to_do_and_cuts_what_was_written(tmp_path, monkeypatch):
    archive = Archive(tmp_path)
    stored = archive.append(*paper())
    syncs = os.fsync

    def full(handle: int) -> None:
        monkeypatch.setattr(os, "fsync", syncs)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RecordError, match=r"no space left.*free some.*acknowledged is lost"):
        archive.append(*page())
    assert (tmp_path / stored.file).stat().st_size == stored.offset + stored.length
    assert archive.append(*page()).offset == stored.offset + stored.length
    archive.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_met_for_real(tmp_path):
    (tmp_path / "00001.warc.gz").symlink_to("/dev/full")
    archive = Archive(tmp_path)
    with pytest.raises(RecordError, match="acknowledged is lost"):
        archive.append(*paper())
    archive.close()
