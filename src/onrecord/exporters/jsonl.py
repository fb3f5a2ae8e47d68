"""Rows as JSON lines: the same as `--json` prints."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO


def export(rows: Iterable[Mapping[str, Any]], out: BinaryIO, *, kind: str) -> None:  # noqa: ARG001
    """Write `rows` to `out` as they come, a JSON object a line, UTF-8. Rows name their fields, so `kind` has no say."""
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
