"""Reported speech by rules."""

from __future__ import annotations

import pytest

from onrecord.finders import reported_clauses
from tests.support import reading


def found(text: str) -> list[tuple[str, str, str]]:
    def words(span: object) -> str:
        return text[span.start : span.end] if span else ""  # type: ignore[attr-defined]

    made = reported_clauses.find(reading(text, "news"))
    return [(words(one.source), words(one.cue), words(one.content[0])) for one in made]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ada Bell said that the bridge holds.", "Ada Bell", "said", "that the bridge holds"),
        ("Ada Bell said the bridge holds well.", "Ada Bell", "said", "the bridge holds well"),
        ("Ada Bell told the port council that the bridge holds.", "Ada Bell", "told", "that the bridge holds"),
        ("The bridge will hold, Ada Bell said.", "Ada Bell", "said", "The bridge will hold"),
        ("According to Ada Bell, the bridge holds well.", "Ada Bell", "According to", "the bridge holds well"),
        ("The bridge holds well, according to Ada Bell.", "Ada Bell", "according to", "The bridge holds well"),
        ("She has repeatedly warned that it leaks badly.", "She", "has repeatedly warned", "that it leaks badly"),
    ],
)
def test_a_cue_governs_a_clause(text: str, source: str, cue: str, content: str) -> None:
    assert found(text) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge in Port Ellis holds.",
        "Ada Bell met Ivo Lund in Ostrand on Monday.",
        "Ada Bell said so.",
        "The announcement, said, was late and went unread.",
    ],
)
def test_nothing_is_reported(text: str) -> None:
    assert found(text) == []


def test_a_sentence_that_quotes_in_part_is_mixed() -> None:
    (one,) = reported_clauses.find(reading("Ada Bell said that the bridge “holds well” in storms.", "news"))
    assert one.mode == "mixed"
