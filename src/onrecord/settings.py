"""One frozen Settings: defaults, then onrecord.toml, then ONRECORD_* variables, then flags; and the one clock."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onrecord.errors import SettingsError, UnknownName


def system_clock() -> datetime:
    """The present moment, UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set. Every field is a key of onrecord.toml and, as ONRECORD_<KEY>, a variable.

    record            the folder of the record
    contact           an address or mailbox that servers find in our agent string
    processes         how many processes read pages
    timeout_seconds   for one request, connecting and reading together
    delay_seconds     between two requests to one host; a longer Crawl-delay wins
    max_bytes         a capture larger than this is refused
    max_html_bytes    an HTML page larger than this is not read: it costs some 30 times its size in memory
    max_text_bytes    another text larger than this is not read: full of dates, it costs as much
    allow_hosts       hosts that may be read although their address is private
    captured_at       when the files read were captured, UTC; None = nobody knows: a file's own clock proves nothing
    model             whether the model reads pages too; without it rules alone do
    lean              from precision to recall: added to the model's log-odds that a word attributes, -3 to 3
    now               a fixed moment for the clock, ISO 8601; None = the system's
    """

    record: str = "record"
    contact: str = ""
    processes: int = 1
    timeout_seconds: float = 30.0
    delay_seconds: float = 1.0
    max_bytes: int = 256 * 2**20
    max_html_bytes: int = 20 * 2**20
    max_text_bytes: int = 64 * 2**20
    allow_hosts: tuple[str, ...] = ()
    captured_at: str | None = None
    model: bool = True
    lean: float = 0.0
    now: str | None = None
    clock: Callable[[], datetime] = system_clock

    def moment(self) -> str:
        """The present moment by the one clock, UTC, ISO 8601 to the second with Z."""
        return self.clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


MOST = 2**40  # of anything counted: a size beyond it is a slip, and file systems and clocks take no such number
RANGES = {"lean": (-3, 3)}
WORDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "one line of text",
    tuple: "a list of texts",
}
NAMES = tuple(field.name for field in fields(Settings) if field.name != "clock")


def read_settings(
    flags: Mapping[str, Any] | None = None,
    *,
    folder: Path | None = None,
    environ: Mapping[str, str] | None = None,
) -> Settings:
    """The settings that hold here: defaults < onrecord.toml in `folder` < ONRECORD_* < `flags` (None = not given).

    Raises SettingsError for a value that a setting cannot have, UnknownName for a key that is no setting.
    """
    given: dict[str, Any] = {}
    file = (folder or Path()) / "onrecord.toml"
    if file.is_file():
        try:
            given |= tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{file} is not valid TOML: {error}") from error
    environ = os.environ if environ is None else environ
    given |= {name: environ[f"ONRECORD_{name.upper()}"] for name in NAMES if f"ONRECORD_{name.upper()}" in environ}
    given |= {name: value for name, value in (flags or {}).items() if value is not None}
    settings = replace(Settings(), **{name: _value(name, value) for name, value in given.items()})
    if settings.captured_at is not None:
        captured_at = _moment("captured_at", settings.captured_at).astimezone(UTC)
        settings = replace(settings, captured_at=captured_at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    if settings.now is not None:
        settings = replace(settings, clock=_fixed_clock(settings.now))
    return settings


def _value(name: str, value: Any) -> Any:
    if name not in NAMES:
        raise UnknownName.among("setting", name, NAMES)
    default = getattr(Settings(), name)
    try:
        if isinstance(default, tuple):
            parts = value.split(",") if isinstance(value, str) else value
            return tuple(str(part).strip() for part in parts if str(part).strip())
        if default is None:
            return str(value)
        made = _truth(value) if isinstance(default, bool) else type(default)(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise _wrong(name, value, default) from error
    if isinstance(made, bool):
        return made
    if isinstance(value, bool) or (isinstance(made, str) and not (isinstance(value, str) and value.isprintable())):
        raise _wrong(name, value, default)  # a line end in `contact` would end the header that it is sent in
    at_least = 1 if name == "processes" or name.startswith("max_") else 0
    least, most = RANGES.get(name, (at_least, MOST))
    if isinstance(made, int | float) and not least <= made <= most:  # nan is in no range
        raise SettingsError(f"{name} must lie between {least} and {most:,}, not {value}")
    return made


def _truth(value: Any) -> bool:
    """A switch as TOML, a flag or a variable says it. Raises ValueError."""
    words = {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False, "no": False, "off": False}
    if str(value).lower() not in words:
        raise ValueError(value)
    return words[str(value).lower()]


def _wrong(name: str, value: Any, default: Any) -> SettingsError:
    return SettingsError(f"{name} must be {WORDS[type(default)]}, not {value!r}")


def _fixed_clock(now: str) -> Callable[[], datetime]:
    moment = _moment("now", now)
    return lambda: moment


def _moment(name: str, value: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise SettingsError(f"{name} must be a moment such as 2026-03-05T12:00:00Z, not {value!r}") from error
    if moment.tzinfo is None:
        raise SettingsError(f"{name} must name its zone, such as {value}Z")
    return moment
