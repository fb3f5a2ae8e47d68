"""Provenance: what made a value, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which finder, which version of it, which weights, and one sentence why.

    score  0 to 1, calibrated; None until it is
    """

    by: str
    version: str
    why: str = ""
    model: str | None = None
    score: float | None = None
