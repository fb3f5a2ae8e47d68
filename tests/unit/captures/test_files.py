"""Files, folders and standard input: bytes as they are, in one order, with one name."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from onrecord.captures import gather
from onrecord.errors import CaptureError
from onrecord.settings import Settings, read_settings

NOW = Settings()


def sources(source: Path, settings: Settings = NOW) -> list[str]:
    return [
        found.source if isinstance(found, CaptureError) else found[1].source for found in gather(str(source), settings)
    ]


def errors(source: Path) -> list[CaptureError]:
    return [found for found in gather(str(source), NOW) if isinstance(found, CaptureError)]


def test_a_file_is_met_under_its_name_without_a_moment(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"One.\r\n")
    ((capture, sighting),) = gather(str(tmp_path / "a.txt"), NOW)
    assert (capture.body, capture.media_type) == (b"One.\r\n", "")
    assert (sighting.source, sighting.fetched_at, sighting.via) == ("a.txt", None, "file")


def test_a_folder_read_at_once_and_file_by_file_is_one_site(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"One.")
    ((_, alone),) = gather(str(tmp_path / "a.txt"), NOW)
    ((_, among),) = gather(str(tmp_path), NOW)
    assert (alone.source, alone.site) == (among.source, among.site)
    assert alone.site.startswith("folder:")


def test_the_order_of_a_folder_is_that_of_its_paths_by_code_points(tmp_path):
    for name in ("b.txt", "a/z.txt", "a.txt", "Ä.txt", "B.txt", "a/b/c.txt", "a-b/c.txt", "Я.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    expected = ["B.txt", "a/b/c.txt", "a/z.txt", "a-b/c.txt", "a.txt", "b.txt", "Ä.txt", "Я.txt"]
    assert sources(tmp_path) == sorted(expected, key=lambda name: name.split("/")) == expected


def test_hidden_files_and_records_are_passed_over(tmp_path):
    for name in (".hidden", ".git/config", "record/record.sqlite", "record/archive/00001.warc.gz", "a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert sources(tmp_path) == ["a.txt"]


def test_a_record_is_no_source(tmp_path):
    (tmp_path / "record.sqlite").write_bytes(b"")
    with pytest.raises(CaptureError, match="onrecord items --record"):
        list(gather(str(tmp_path), NOW))


def test_links_in_a_circle_end_and_each_file_is_read_once(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/one.txt").write_bytes(b"x")
    (tmp_path / "a/up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "z").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert sources(tmp_path) == ["a/one.txt", "self"]
    assert len(errors(tmp_path)) == 1


def test_a_link_to_a_folder_elsewhere_is_followed_once(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/one.txt").write_bytes(b"x")
    (tmp_path / "root").mkdir()
    (tmp_path / "root/first").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "root/second").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert sources(tmp_path / "root") == ["first/one.txt"]


def test_what_cannot_be_read_in_a_folder_is_told_and_the_rest_goes_on(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x")
    (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "c.txt").mkdir()
    os.mkfifo(tmp_path / "d.txt")
    (tmp_path / "e.txt").write_bytes(b"x")
    assert sources(tmp_path) == ["a.txt", "b.txt", "d.txt", "e.txt"]
    link, pipe = errors(tmp_path)
    assert "does not exist" in str(link)
    assert "d.txt is a pipe" in str(pipe)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x")
    (tmp_path / "a.txt").chmod(0)
    (error,) = errors(tmp_path)
    assert "permission denied" in str(error)


def test_a_file_name_that_is_no_utf_8_can_be_stored(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/m\xffst.txt")).write_bytes(b"x")
    assert sources(tmp_path) == [r"m\xffst.txt"]


def test_a_file_over_the_cap_is_refused_with_the_setting(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    with pytest.raises(CaptureError, match=r"more than 10 bytes.*max_bytes"):
        list(gather(str(tmp_path / "a.txt"), Settings(max_bytes=10)))
    assert len(list(gather(str(tmp_path / "a.txt"), Settings(max_bytes=11)))) == 1


def test_a_device_is_not_read():
    with pytest.raises(CaptureError, match="a device, not a file"):
        list(gather("/dev/zero", NOW))


def test_standard_input_is_a_source(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"One.")))
    ((capture, sighting),) = gather("-", NOW)
    assert (capture.body, sighting.source, sighting.via) == (b"One.", "-", "stdin")


def test_standard_input_over_the_cap_is_refused(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 11)))
    with pytest.raises(CaptureError, match="max_bytes"):
        list(gather("-", Settings(max_bytes=10)))


def test_a_moment_of_capture_that_is_given_is_kept_in_utc(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x")
    settings = read_settings({"captured_at": "2024-03-05T12:00:00+02:00"}, folder=tmp_path, environ={})
    ((_, sighting),) = gather(str(tmp_path), settings)
    assert sighting.fetched_at == "2024-03-05T10:00:00Z"


@pytest.mark.parametrize("moment", ["yesterday", "2024-03-05T12:00:00", "2024-03-05"])
def test_a_moment_of_capture_without_a_zone_is_refused(moment, tmp_path):
    with pytest.raises(ValueError, match="captured_at must"):
        read_settings({"captured_at": moment}, folder=tmp_path, environ={})


def test_a_path_that_does_not_exist_names_the_nearest(tmp_path):
    (tmp_path / "speech.txt").write_bytes(b"x")
    with pytest.raises(CaptureError, match=r"did you mean .*speech\.txt"):
        gather(str(tmp_path / "speach.txt"), NOW)
    with pytest.raises(CaptureError, match="no folder"):
        gather(str(tmp_path / "no/where.txt"), NOW)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("ftp://transport.example/a.txt", "not ftp"),
        ("transport.example/news", "https://transport.example/news"),
        ("www.transport.example", "https://www.transport.example"),
    ],
)
def test_what_looks_like_an_address_is_answered_as_one(source, words):
    with pytest.raises(CaptureError, match=words):
        gather(source, NOW)
