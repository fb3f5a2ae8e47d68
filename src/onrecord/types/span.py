"""Spans: half-open runs of code points in one archived text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from onrecord.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` (inclusive) to `end` (exclusive) of the text named `text_id`.

    Ordered by text, then start, then end. Spans of two texts are never equal.
    Raises SpanError when the bounds are negative or reversed; an empty span is allowed.
    """

    text_id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanError(f"span {self.start}:{self.end} is not a half-open run of code points (0 <= start <= end)")

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span, in the same text."""
        return self.text_id == other.text_id and self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a code point of the same text."""
        return self.text_id == other.text_id and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Text:
    """An archived text: `id` is sha256 of its UTF-8, `content` its code points, which never change."""

    id: str
    content: str

    @classmethod
    def of(cls, content: str) -> Text:
        """The archived form of `content`: U+0000 and lone surrogates become U+FFFD, nothing else changes."""
        if "\x00" in content:
            content = content.replace("\x00", "\ufffd")
        try:
            raw = content.encode()
        except UnicodeEncodeError:
            content = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in content)
            raw = content.encode()
        return cls(hashlib.sha256(raw).hexdigest(), content)

    def span(self, start: int, end: int) -> Span:
        """The span start:end of this text. Raises SpanError when it ends after the text."""
        if end > len(self.content):
            raise SpanError(
                f"span {start}:{end} ends after text {self.id[:12]}, which has {len(self.content)} code points"
            )
        return Span(self.id, start, end)

    def words(self, span: Span) -> str:
        """The code points of `span`. Raises SpanError when it is of another text or ends after this one."""
        if span.text_id != self.id:
            raise SpanError(f"span {span.start}:{span.end} is of text {span.text_id[:12]}, not of {self.id[:12]}")
        if span.end > len(self.content):
            raise SpanError(
                f"span {span.start}:{span.end} ends after text {self.id[:12]} ({len(self.content)} code points)"
            )
        return self.content[span.start : span.end]

    def trimmed(self, start: int, end: int) -> Span:
        """The span start:end without white space at its two ends (empty at `start` when nothing is left)."""
        piece = self.content[start:end]
        left = len(piece) - len(piece.lstrip())
        return (
            self.span(start + left, start + max(left, len(piece.rstrip())))
            if piece.strip()
            else self.span(start, start)
        )
