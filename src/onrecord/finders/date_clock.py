"""The time of day beside a date, and its zone."""

from __future__ import annotations

import re
from typing import NamedTuple

# Zones whose letters mean one offset wherever we have met them. CST, IST and BST mean several, and
# ET changes with the season.
ZONES = {
    "utc": "Z",
    "gmt": "Z",
    "edt": "-04:00",
    "est": "-05:00",
    "cdt": "-05:00",
    "mdt": "-06:00",
    "mst": "-07:00",
    "pdt": "-07:00",
    "pst": "-08:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "mez": "+01:00",
    "mesz": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "мск": "+03:00",
}
_AMPM = r"(?:\s?(?P<half>[AaPp])\.?\s?[Mm]\b\.?)"
_CLOCK = (
    r"(?:(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?!\d)(?::(?P<second>\d{2})(?!\d)(?:[.,]\d{1,9})?)?" + _AMPM + "?"
    r"|(?P<bare>\d{1,2})" + _AMPM.replace("half", "half2") + ")"
)
_ZONE = re.compile(
    r"\s{0,2}\(?(?:\|\s{0,2})?(?:(?P<name>GMT|UTC)\s{0,2}(?P<sign>[+\-−–])\s{0,2}(?P<h>\d{1,2})(?::?(?P<m>\d{2}))?(?!\d)"
    r"|(?P<iso>[+\-−]\d{2}:?\d{2})(?!\d)|(?P<z>Z)\b|(?P<letters>[^\W\d_]{3,4})\b)"
)
_BETWEEN = r"(?:\s{0,3}[,|•·–—-]?\s{0,3}(?:(?:at|um|à|alle|ore|a\s+las|в|о|kl\.?|сағат)\s{1,2})?|T)"
AFTER = re.compile(_BETWEEN + _CLOCK)
BEFORE = re.compile(_CLOCK)
# "16:29, 14 May 2012", "14:24 Июль 16, 2018", "10:15 a.m. EST on 2 December 2020"
JOINT = re.compile(r"\s{0,3}(?:[,|–—-]\s{0,3})?(?:on\s{1,2})?")


class Clock(NamedTuple):
    """A time of day as written, on the 24-hour clock: "13:04" or "13:04:05", and its offset ("+01:00", "Z") or None."""

    hour: str
    offset: str | None
    end: int


def clock_from(match: re.Match[str], text: str) -> Clock | None:
    """What `match` (of AFTER or BEFORE) reads in `text`, with the zone behind it; None when there is no such time."""
    hour = int(match["hour"] or match["bare"])
    half = (match["half"] or match["half2"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    minute, second = match["minute"] or "00", match["second"]
    if hour > 23 or int(minute) > 59 or int(second or 0) > 59:
        return None
    written = f"{hour:02d}:{int(minute):02d}" + (f":{int(second):02d}" if second else "")
    offset, end = zone_at(text, match.end())
    return Clock(written, offset, end)


def zone_at(text: str, position: int) -> tuple[str | None, int]:
    """The offset written at `position`, and where it ends; (None, position) when none is."""
    match = _ZONE.match(text, position)
    if match is None:
        return None, position
    if match["z"]:
        return "Z", match.end()
    if match["letters"]:
        offset = ZONES.get(match["letters"].casefold()) if match["letters"].isupper() else None
        return (offset, match.end()) if offset else (None, position)
    digits = (match["iso"] or "").replace(":", "")
    sign, hours, minutes = match["sign"] or digits[:1], match["h"] or digits[1:3], match["m"] or digits[3:] or "00"
    # No zone is farther than fourteen hours from Greenwich.
    if int(hours) > 14 or int(minutes) > 59:
        return None, position
    return f"{'+' if sign == '+' else '-'}{int(hours):02d}:{minutes}", match.end()


def moment(day: str, hour: str, offset: str | None) -> str:
    """The EDTF moment. EDTF has none without seconds: 13:04 becomes 13:04:00, and `hour` keeps what the text has."""
    return f"{day}T{hour if len(hour) > 5 else hour + ':00'}{offset or ''}"
