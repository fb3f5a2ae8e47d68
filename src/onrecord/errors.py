"""Everything we raise.

OnRecordError
├── CaptureError       bytes could not be had (source, status)
├── FormatError        bytes were had, not understood (capture, media type)
├── SpanError          outside its text, or of another text       (also ValueError)
├── ModelError         artefact missing, or its digest differs from the manifest
├── RecordError        the store
│   ├── NewerFormat    written by a later onrecord
│   ├── Locked         another process writes
│   ├── NotARecord     the folder is something else
│   └── Unsettled      a run was cut short; settle first
├── VerifyError        the archive and the record disagree (differences)
├── SettingsError      (also ValueError)
├── UnknownName        lists what exists, suggests the nearest    (also LookupError)
└── MissingExtra       names the extra to install                 (also ImportError)
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class OnRecordError(Exception):
    """The root: what onrecord raises on purpose, with a message that says what to do next."""


class CaptureError(OnRecordError):
    """Bytes could not be had from `source`; `status` is the HTTP status where there was one."""

    def __init__(self, message: str, *, source: str = "", status: int | None = None) -> None:
        super().__init__(message)
        self.source = source
        self.status = status


class FormatError(OnRecordError):
    """Bytes were had and not understood."""

    def __init__(self, message: str, *, capture_id: str = "", media_type: str = "") -> None:
        super().__init__(message)
        self.capture_id = capture_id
        self.media_type = media_type


class SpanError(OnRecordError, ValueError):
    """A span lies outside its text, or is of another text."""


class ModelError(OnRecordError):
    """The model's artefact is missing, or its digest differs from the manifest."""


class RecordError(OnRecordError):
    """The store cannot do what was asked; nothing that was acknowledged is lost."""


class NewerFormat(RecordError):
    """The record was written by a later onrecord."""


class Locked(RecordError):
    """Another process is writing to the record."""


class NotARecord(RecordError):
    """The folder is not a record."""


class Unsettled(RecordError):
    """A run was cut short before the record was settled."""


class VerifyError(OnRecordError):
    """The archive and the record disagree; `differences` has one sentence each."""

    def __init__(self, message: str, differences: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.differences = differences


class SettingsError(OnRecordError, ValueError):
    """A setting has a value it cannot have."""


class UnknownName(OnRecordError, LookupError):
    """A name that nothing bears; the message lists what exists and suggests the nearest."""

    @classmethod
    def among(cls, what: str, name: str, have: Iterable[str]) -> UnknownName:
        """The error for `name`, not among the names of `what` in `have`."""
        known = sorted(have)
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        return cls(f"no {what} called {name!r}{hint} (have: {', '.join(known) or 'none'})")


class MissingExtra(OnRecordError, ImportError):
    """A part of onrecord that is installed by an extra."""
