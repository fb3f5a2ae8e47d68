"""Which source, cue and content belong together."""

from __future__ import annotations

import pytest

from onrecord.finders.links import linked
from onrecord.types import Tag


def tags(text: str, *marked: tuple[str, str]) -> list[Tag]:
    """Spans of (label, words), each looked for behind the one before of its label."""
    made: list[Tag] = []
    behind: dict[str, int] = {}
    for label, words in marked:
        at = text.index(words, behind.get(label, 0))
        behind[label] = at + len(words)
        made.append(Tag(at, at + len(words), label, 0.9))
    return sorted(made)


def told(text: str, *marked: tuple[str, str]) -> list[tuple[str, str, list[str]]]:
    def words(tag: Tag | None) -> str:
        return text[tag.start : tag.end] if tag else ""

    made = linked(text, tags(text, *marked))
    return [(words(one.source), words(one.cue), [words(part) for part in one.content]) for one in made]


def test_a_content_goes_to_the_nearest_cue() -> None:
    text = "Bell said the bridge holds, but Lund warned that it leaks."
    found = told(
        text,
        ("source", "Bell"),
        ("cue", "said"),
        ("content", "the bridge holds"),
        ("source", "Lund"),
        ("cue", "warned"),
        ("content", "that it leaks"),
    )
    assert found == [("Bell", "said", ["the bridge holds"]), ("Lund", "warned", ["that it leaks"])]


def test_a_content_between_two_cues_is_that_of_the_first_unless_a_mark_parts_it_from_the_second() -> None:
    text = "Bell thanked the people of Veldria for their help and urged calm."
    marked = [
        ("source", "Bell"),
        ("cue", "thanked"),
        ("content", "for their help"),
        ("cue", "urged"),
        ("content", "calm"),
    ]
    assert [parts for _, _, parts in told(text, *marked)] == [["for their help"], ["calm"]]
    text = "Bell thanked the crew on the bridge. It leaks, Lund said."
    marked = [("source", "Bell"), ("cue", "thanked"), ("content", "It leaks"), ("source", "Lund"), ("cue", "said")]
    assert told(text, *marked) == [("Lund", "said", ["It leaks"])]


def test_one_source_serves_several_cues() -> None:
    text = "The Secretary thanked Veldria for its help and stressed the need for ferries."
    found = told(
        text,
        ("source", "The Secretary"),
        ("cue", "thanked"),
        ("content", "for its help"),
        ("cue", "stressed"),
        ("content", "the need for ferries"),
    )
    assert [source for source, _, _ in found] == ["The Secretary", "The Secretary"]


def test_a_quotation_that_its_cue_breaks_is_one() -> None:
    text = "“It holds,” she said. “It will hold for years.”"
    found = told(
        text, ("content", "“It holds,”"), ("source", "she"), ("cue", "said"), ("content", "“It will hold for years.”")
    )
    assert found == [("she", "said", ["“It holds,”", "“It will hold for years.”"])]


def test_nothing_is_joined_over_a_paragraph() -> None:
    text = "Bell spoke at length to everybody.\n\nThe bridge holds, it was said."
    found = told(text, ("source", "Bell"), ("cue", "said"), ("content", "The bridge holds"))
    assert found == [("", "said", ["The bridge holds"])]


def test_a_line_break_in_mid_sentence_is_no_border() -> None:
    text = "The Minister of Transport said on Friday that\nthe bridge holds."
    found = told(text, ("source", "The Minister of Transport"), ("cue", "said"), ("content", "that\nthe bridge holds"))
    assert found == [("The Minister of Transport", "said", ["that\nthe bridge holds"])]


@pytest.mark.parametrize("label", ["source", "cue", "content"])
def test_a_span_alone_is_no_attribution(label: str) -> None:
    assert told("Bell said so.", (label, "Bell")) == []
