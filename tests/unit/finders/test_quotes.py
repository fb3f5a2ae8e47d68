"""Which words are quoted, and whom the text credits with them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.finders import quotes, turns
from onrecord.finders.quotation_marks import quoted
from tests.support import marked, reading

CASES = [
    pytest.param({"language": path.stem, **case}, id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parents[2] / "cases/quotes").glob("*.toml"))
    for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"])
]


@pytest.mark.parametrize("case", CASES)
def test_a_quotation_has_the_content_source_and_cue_that_the_case_marks(case: dict[str, Any]) -> None:
    read, expected = marked(case["text"], language=case["language"])
    found = list(quotes.find(read))
    if not expected:
        assert found == []
        return
    (one,) = found
    words = read.document.page.words
    assert [words(span).rstrip(".") for span in one.content] == [
        words(span).rstrip(".") for span in expected["content"]
    ]
    assert [one.cue] == expected.get("cue", [None])
    if not case.get("skip_source"):
        assert [one.source] == expected.get("source", [None])


def test_a_quote_broken_by_its_cue_is_one_attribution() -> None:
    read, expected = marked("[content “We will act,”] [source the minister] [cue said], [content “and soon.”]")
    (found,) = quotes.find(read)
    assert found.content == tuple(expected["content"])
    assert (found.mode, found.inside) == ("direct", None)


def test_two_speakers_in_one_paragraph_are_two_attributions() -> None:
    read, expected = marked(
        "[content “It holds,”] [source Bell] [cue said]. [content “It does not,”] [source Lund] [cue replied]."
    )
    found = list(quotes.find(read))
    assert [(one.source, one.cue, one.content) for one in found] == [
        (source, cue, (content,))
        for source, cue, content in zip(expected["source"], expected["cue"], expected["content"], strict=True)
    ]


def test_a_name_of_a_programme_between_cue_and_quotation_is_no_quotation() -> None:
    read, expected = marked(
        "[content “It holds,”] [source Bell] [cue said] on “Morning Port.” [content “We tried it.”]"
    )
    (found,) = quotes.find(read)
    assert found.content == tuple(expected["content"])


def test_a_block_that_is_not_mapped_is_no_evidence() -> None:
    line = "“We will act,” the minister said."
    assert len(list(quotes.find(reading(line)))) == 1
    assert list(quotes.find(reading(line, unmapped=(line,)))) == []


def test_a_quotation_inside_a_turn_says_so() -> None:
    read = reading("QUESTION: Will it hold?\nMR LUND: It will. “It holds,” the engineer said.\nQUESTION: Thank you.")
    read = read.plus(turns.find(read))
    (found,) = quotes.find(read)
    assert found.inside == next(turn.content for turn in read.attributions() if turn.content[0].holds(found.content[0]))


def test_a_paragraph_without_closing_mark_does_not_swallow_the_next() -> None:
    read = reading("“We will act, he said.\nIt rained.\n“It holds,” Bell said.")
    assert [read.document.page.words(one.content[0]) for one in quotes.find(read)] == ["“It holds,”"]


def test_why_is_told() -> None:
    (found,) = quotes.find(reading("“It holds,” Bell said."))
    assert found.made_by.by == "quotes"
    assert found.made_by.why == "a cue follows the words, its source before it"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"a" b "c"', ['"a"', '"c"']),
        ("“a “b” c”", ["“a “b” c”"]),
        ("«a «b» c» d", ["«a «b» c»"]),
        ("x “a b “c” d", ["“c”"]),
        ("“a", ["“a"]),
        ("don't say the masons' names", []),
        ("", []),
    ],
)
def test_marks_pair_as_a_reader_pairs_them(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in quoted(text, 0, len(text))] == expected
