"""Whom the source of an attribution means."""

from __future__ import annotations

import pytest

from onrecord.finders import quotes
from onrecord.resolve.statements import statements
from onrecord.types import Mention, Party, Provenance
from tests.support import marked

BY = Provenance("test", "1")


def speaker(text: str) -> tuple[Party, list[str]]:
    """The speaker of a text's last statement, and its evidence; [person …] and [office …] are mentions."""
    read, spans = marked(text)
    found = [Mention(span, kind, span, BY) for kind in ("person", "office") for span in spans.get(kind, [])]
    read = read.plus(found)
    read = read.plus(quotes.find(read))
    party = statements(read)[-1].speaker
    return party, [read.document.page.words(piece.span) for piece in party.from_]


@pytest.mark.parametrize(
    ("text", "name", "office", "basis", "from_"),
    [
        (
            "[person Mira Halloran], [office minister of transport], came. “It holds,” [person Halloran] said.",
            "Mira Halloran",
            "minister of transport",
            "stated",
            ["Mira Halloran", "minister of transport"],
        ),
        ("[person Mira Halloran] came. “It holds,” she said.", "Mira Halloran", None, "inferred", ["Mira Halloran"]),
        (
            "[office Harbour Minister] [person Tom Lund] came. “It holds,” the minister said.",
            "Tom Lund",
            "minister",
            "inferred",
            ["Harbour Minister", "Tom Lund"],
        ),
        ("[person Ann Bell] and [person Tom Bell] came. “It holds,” [person Bell] said.", "Bell", None, "stated", []),
        ("[person Mira Halloran] came. “It holds,” he said.", None, None, "unknown", []),
        ("[person Mira Halloran] came. “It holds,” the minister said.", None, "minister", "unknown", []),
    ],
)
def test_a_speaker_is_completed_from_the_words_of_the_same_item(
    text: str, name: str | None, office: str | None, basis: str, from_: list[str]
) -> None:
    party, words = speaker(text)
    assert (party.name, party.office, party.basis, words) == (name, office, basis, from_)
    assert party.why


def test_an_office_that_two_persons_hold_means_neither_and_says_whom_it_can_mean() -> None:
    text = (
        "[office Harbour Minister] [person Tom Lund] met [office Health Minister] [person Ann Bell]."
        " “It holds,” the minister said."
    )
    party, _ = speaker(text)
    assert (party.name, party.basis) == (None, "unknown")
    assert "it can mean Tom Lund, Ann Bell" in party.why


def test_an_office_behind_its_first_mention_only() -> None:
    """The item calls somebody minister only after the quotation: nobody is meant before."""
    party, _ = speaker("“It holds,” the minister said. [office Harbour Minister] [person Tom Lund] came.")
    assert party.name is None
