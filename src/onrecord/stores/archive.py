"""The archive: every capture as one gzip member of a WARC 1.1 file, written for good before anything is said of it.

What third parties find in it: `response` records where an address answered, `resource` records for files and standard
input (address `onrecord:` with the path below the folder read). The payload is the entity after content decoding; the
headers that spoke of the coding are kept as X-Archive-Orig-*. Ids and dates derive from the bytes and the sighting, so
that the same input gives the same file; a date of 1970-01-01T00:00:00Z means that nobody knows when.
"""

from __future__ import annotations

import errno
import os
import re
import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from onrecord.errors import RecordError, VerifyError
from onrecord.stores.warc_record import capture_record, payload_of, warcinfo_record
from onrecord.types import Capture, Sighting

FOLDER = "archive"  # of a record
ROTATE_BYTES = 10**9  # the size that WARC 1.1 recommends
NAME = re.compile(r"\d{5,}\.warc\.gz")
# Deflate, no name, no time, no word about the system: a flipped byte in the head of a member is seen as well.
GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
LEVEL = 6  # 9 takes three times as long for one per cent
PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Stored:
    """Where in the archive a capture lies: one whole gzip member of `file`, bytes `offset` to `offset + length`."""

    file: str
    offset: int
    length: int


class Archive:
    """The WARC files in `folder`, which is made when the first capture is appended.

    Holds the file it writes open until `close`. Only one Archive may append at a time (the record's lock sees to it);
    any number may read meanwhile.
    """

    def __init__(self, folder: Path, *, rotate_bytes: int = ROTATE_BYTES) -> None:
        self.folder = folder
        self._rotate_bytes = rotate_bytes
        self._file: FileIO | None = None
        self._end = 0

    def append(self, capture: Capture, sighting: Sighting) -> Stored:
        """Where the capture now lies, on the disk for good (fsync).

        Raises RecordError when it cannot be written (no space left); what was written of it is cut off again.
        """
        member = gzip_member(capture_record(capture, sighting))
        try:
            file = self._open_file()
            offset = self._end
            self._write(file, member)
        except OSError as error:
            raise self._not_written(error) from error
        return Stored(_name(file), offset, len(member))

    def truncate(self, committed: Mapping[str, int]) -> None:
        """Cut what follows the last committed byte of each file, and remove files that hold nothing committed.

        committed  file -> end of its last committed capture
        Raises RecordError when a file is missing or shorter than that: then bytes are lost that were acknowledged.
        """
        self.close()
        sizes = {path.name: path.stat().st_size for path in self._paths()}
        for name, end in sorted(committed.items()):
            if sizes.get(name, -1) < end:
                have = f"has {sizes[name]:,} bytes" if name in sizes else "is missing"
                raise RecordError(
                    f"archive file {name} {have}; the record was committed up to byte {end:,} of it. "
                    "Bring it back from a backup; onrecord verify names what is lost"
                )
        for name, size in sizes.items():
            if name not in committed:
                (self.folder / name).unlink()
            elif size > committed[name]:
                with (self.folder / name).open("r+b", buffering=0) as file:
                    _cut(file, committed[name])
        if sizes:
            _sync_folder(self.folder)

    def read(self, stored: Stored) -> bytes:
        """The body of the capture at `stored`, checked against the digest beside it. Raises VerifyError."""
        return self._body(stored, None)

    def check(self, stored: Stored, sha256: str) -> bytes:
        """The body of the capture at `stored`, whose sha256 (in hex) must be the one given. Raises VerifyError."""
        return self._body(stored, sha256)

    def faults(self, stored: Collection[Stored]) -> Iterator[str]:
        """What is wrong with the bytes of the archive that none of `stored` covers: one sentence each.

        A flipped byte in the head of a file, or in a capture that no row points to, is found here; those in `stored`
        are for `check`. What follows the last of `stored` in its file is not looked at: it was never committed.
        """
        for name in sorted({place.file for place in stored}):
            at = 0
            for place in sorted((place for place in stored if place.file == name), key=lambda place: place.offset):
                if at < place.offset:
                    yield from self._faults_between(name, at, place.offset)
                at = max(at, place.offset + place.length)

    def close(self) -> None:
        """Let go of the file being written."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _body(self, stored: Stored, sha256: str | None) -> bytes:
        where = f"{stored.file}, bytes {stored.offset}-{stored.offset + stored.length}"
        try:
            with (self.folder / stored.file).open("rb") as file:
                file.seek(stored.offset)
                member = file.read(stored.length)
            return payload_of(unzipped_member(member), sha256)
        except OSError as error:
            raise _differs(f"{where}: {(error.strerror or str(error)).lower()}") from error
        except ValueError as error:
            raise _differs(f"{where}: {error}") from error

    def _faults_between(self, name: str, start: int, end: int) -> Iterator[str]:
        try:
            with (self.folder / name).open("rb") as file:
                file.seek(start)
                rest = file.read(end - start)
            while rest:
                rest = _after_member(rest)
        except OSError as error:
            yield f"{name}: {(error.strerror or str(error)).lower()}"
        except ValueError as error:
            yield f"{name}, bytes {start}-{end}: {error}"

    def _paths(self) -> list[Path]:
        if not self.folder.is_dir():
            return []
        paths = [path for path in self.folder.iterdir() if NAME.fullmatch(path.name)]
        return sorted(paths, key=lambda path: int(path.name.partition(".")[0]))

    def _open_file(self) -> FileIO:
        """The file to append to, its head written: the last one, or a new one when it is full or there is none."""
        if self._file is None:
            paths = self._paths()
            path = paths[-1] if paths else self.folder / "00001.warc.gz"
            self._file, self._end = self._opened(path)
        if self._end >= self._rotate_bytes:
            number = int(_name(self._file).partition(".")[0]) + 1
            self.close()
            self._file, self._end = self._opened(self.folder / f"{number:05}.warc.gz")
        if self._end == 0:
            self._write(self._file, gzip_member(warcinfo_record(_name(self._file))))
        return self._file

    def _opened(self, path: Path) -> tuple[FileIO, int]:
        """The file at `path`, made if absent, and where it ends."""
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True)
            _sync_folder(self.folder.parent)
        is_new = not path.exists()
        file = FileIO(path, "ab")
        if is_new:
            _sync_folder(self.folder)
        return file, os.fstat(file.fileno()).st_size

    def _write(self, file: FileIO, member: bytes) -> None:
        """Append the member and wait until the disk has it; after an error the file ends where it ended before."""
        if os.fstat(file.fileno()).st_size > self._end:
            _cut(file, self._end)  # the last error left a part, and cutting it failed as well
        try:
            written = 0
            while written < len(member):  # a raw file may take a part at a time
                written += file.write(member[written:]) or 0
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):  # the reason is the first error; what stays is cut before the next write or open
                _cut(file, self._end)
            raise
        self._end += len(member)

    def _not_written(self, error: OSError) -> RecordError:
        reason = (error.strerror or str(error)).lower()
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            return RecordError(
                f"no space left to archive in {self.folder} ({reason}): free some on that disk and read again. "
                "Nothing that was acknowledged is lost"
            )
        return RecordError(f"cannot archive in {self.folder}: {reason}. Nothing that was acknowledged is lost")


def gzip_member(record: bytes) -> bytes:
    """One gzip member that unpacks to `record`: the same bytes on every system with the same zlib."""
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = stream.compress(record) + stream.flush()
    tail = zlib.crc32(record).to_bytes(4, "little") + (len(record) % 2**32).to_bytes(4, "little")
    return GZIP_HEAD + packed + tail


def unzipped_member(member: bytes) -> bytes:
    """What one gzip member of ours unpacks to. Raises ValueError when the bytes are anything but one, whole."""
    stream = _stream_of(member)
    try:
        record = stream.decompress(member)
    except zlib.error as error:
        raise ValueError(f"the member is damaged ({error})") from error
    if not stream.eof or stream.unused_data:
        raise ValueError("the bytes are not one whole gzip member")
    return record


def _after_member(rest: bytes) -> bytes:
    """What follows the first member of `rest`. Raises ValueError when it is damaged or breaks off."""
    stream = _stream_of(rest)
    piece = rest
    try:
        while piece and not stream.eof:
            stream.decompress(piece, PIECE)
            piece = stream.unconsumed_tail
    except zlib.error as error:
        raise ValueError(f"a member is damaged ({error})") from error
    if not stream.eof:
        raise ValueError("a member breaks off")
    return stream.unused_data


def _stream_of(member: bytes) -> zlib._Decompress:
    if not member.startswith(GZIP_HEAD):
        raise ValueError("the head of the gzip member differs from the one we write")
    return zlib.decompressobj(16 + zlib.MAX_WBITS)


def _differs(sentence: str) -> VerifyError:
    return VerifyError(f"the archive differs: {sentence}", (sentence,))


def _name(file: FileIO) -> str:
    return Path(os.fsdecode(file.name)).name


def _cut(file: FileIO, end: int) -> None:
    os.ftruncate(file.fileno(), end)
    os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in `folder`. Windows cannot open folders, and needs not."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
