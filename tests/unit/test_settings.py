"""Settings: defaults < onrecord.toml < ONRECORD_* < flags, and what a wrong one gets told."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import SettingsError, UnknownName
from onrecord.settings import Settings, read_settings


def test_flags_win_over_variables_over_the_file_over_defaults(tmp_path: Path):
    (tmp_path / "onrecord.toml").write_text('contact = "file"\ndelay_seconds = 3\nprocesses = 4\n')
    environ = {"ONRECORD_CONTACT": "variable", "ONRECORD_DELAY_SECONDS": "5", "OTHER": "x"}
    settings = read_settings({"contact": "flag", "processes": None}, folder=tmp_path, environ=environ)
    assert (settings.contact, settings.delay_seconds, settings.processes) == ("flag", 5.0, 4)
    assert settings.max_bytes == Settings().max_bytes


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("processes", "0", "between 1"),
        ("processes", "two", "must be a whole number"),
        ("processes", True, "must be a whole number"),
        ("delay_seconds", "-1", "between 0"),
        ("timeout_seconds", "nan", "between 0"),
        ("max_bytes", 1e99, "between 1"),
        ("max_bytes", float("inf"), "must be a whole number"),
        ("contact", "desk@paper.example\nCookie: x", "must be one line"),
        ("record", 5, "must be one line of text"),
        ("allow_hosts", 3, "must be a list"),
        ("now", "2026-03-05T12:00:00", "zone"),
        ("now", "tomorrow", "moment"),
        ("captured_at", "yesterday", "moment"),
    ],
)
def test_a_value_that_a_setting_cannot_have_is_told(tmp_path: Path, name: str, value: object, told: str):
    with pytest.raises(SettingsError, match=told):
        read_settings({name: value}, folder=tmp_path, environ={})


def test_an_unknown_key_suggests_the_nearest(tmp_path: Path):
    (tmp_path / "onrecord.toml").write_text("procesess = 2\n")
    with pytest.raises(UnknownName, match="did you mean 'processes'"):
        read_settings(folder=tmp_path, environ={})


def test_a_file_that_is_no_toml_is_told(tmp_path: Path):
    (tmp_path / "onrecord.toml").write_text("processes = = 2\n")
    with pytest.raises(SettingsError, match="not valid TOML"):
        read_settings(folder=tmp_path, environ={})


def test_the_one_clock_can_be_stopped():
    settings = read_settings({"now": "2026-03-05T13:00:00+01:00"}, environ={})
    assert settings.moment() == "2026-03-05T12:00:00Z"


def test_hosts_are_a_list_in_the_file_and_parted_by_commas_in_the_environment(tmp_path: Path):
    (tmp_path / "onrecord.toml").write_text('allow_hosts = ["a.example", "b.example"]\n')
    assert read_settings(folder=tmp_path, environ={}).allow_hosts == ("a.example", "b.example")
    environ = {"ONRECORD_ALLOW_HOSTS": "c.example, d.example"}
    assert read_settings(folder=tmp_path, environ=environ).allow_hosts == ("c.example", "d.example")


@pytest.mark.parametrize("lean", ["4", "-3.5", "nan"])
def test_the_model_leans_within_bounds(lean: str) -> None:
    assert read_settings({"lean": "-1.5"}, environ={}).lean == -1.5
    with pytest.raises(SettingsError, match="between -3 and 3"):
        read_settings({"lean": lean}, environ={})
