"""Where rules and the model meet: which of two attributions of the same words is kept."""

from __future__ import annotations

from dataclasses import replace

from onrecord.finders import attributions, mentions
from onrecord.types import Attribution, Reading, Tag, Tags
from tests.support import reading

TEXT = "Transport Minister Mira Halloran said the bridge “holds well in any storm” and will be kept open."


def tagged(text: str, **heads: list[tuple[str, str]]) -> Reading:
    """A reading whose tags are (label, words) of each head."""
    made = {
        head: tuple(
            sorted(Tag(text.index(words), text.index(words) + len(words), label, 0.9) for label, words in marked)
        )
        for head, marked in heads.items()
    }
    return replace(reading(text, "news"), tags=Tags(model="0" * 64, why="", heads=tuple(made), **made))


def contents(found: list[Attribution], text: str) -> list[tuple[str, str, str]]:
    return [(one.made_by.by, one.mode, " ".join(text[part.start : part.end] for part in one.content)) for one in found]


def test_without_tags_rules_alone_speak() -> None:
    text = "“The bridge holds in any storm,” Mira Halloran said."
    found = list(attributions.find(reading(text, "news")))
    assert [one.made_by.by for one in found] == ["quotes"]


def test_the_model_adds_indirect_speech_and_names_its_weights() -> None:
    text = "Mira Halloran said that the bridge holds."
    read = tagged(
        text, attribution=[("source", "Mira Halloran"), ("cue", "said"), ("content", "that the bridge holds")]
    )
    (one,) = attributions.find(read)
    assert (one.mode, one.made_by.model) == ("indirect", "0" * 64)
    assert one.made_by.score is None


def test_rules_report_where_the_model_read_names_alone() -> None:
    text = "Мира Халлоран сказала, что мост держит."
    read = replace(reading(text, "news", language="ru"), tags=Tags("0" * 64, "", ("mentions",)))
    assert [one.made_by.by for one in attributions.find(read)] == ["reported_clauses"]
    nothing = replace(read, tags=Tags("0" * 64, "", ("attribution",)))
    assert list(attributions.find(nothing)) == []


def test_a_quotation_found_by_both_is_the_rules() -> None:
    text = "“The bridge holds in any storm,” Mira Halloran said."
    read = tagged(
        text,
        attribution=[("content", "“The bridge holds in any storm,”"), ("source", "Mira Halloran"), ("cue", "said")],
    )
    assert contents(list(attributions.find(read)), text) == [("quotes", "direct", "“The bridge holds in any storm,”")]


def test_a_quoted_part_of_what_one_cue_reports_is_no_quotation_of_its_own() -> None:
    read = tagged(
        TEXT,
        attribution=[
            ("source", "Transport Minister Mira Halloran"),
            ("cue", "said"),
            ("content", "the bridge “holds well in any storm” and will be kept open"),
        ],
    )
    found = contents(list(attributions.find(read)), TEXT)
    assert found == [("reports", "mixed", "the bridge “holds well in any storm” and will be kept open")]


def test_an_office_takes_the_names_inside_it_and_rules_add_nothing_to_what_the_model_reads() -> None:
    text = "The Prime Minister of Orvania met Deputy Minister Ada Bell in Ostrand."
    read = tagged(
        text, offices=[("OFFICE", "Prime Minister of Orvania")], mentions=[("LOC", "Orvania"), ("LOC", "Ostrand")]
    )
    found = [(one.kind, text[one.span.start : one.span.end]) for one in mentions.find(read)]
    assert found == [
        ("office", "Prime Minister of Orvania"),
        ("place", "Ostrand"),
    ]


def test_marks_bound_a_quotation_that_the_model_cuts_short() -> None:
    text = "The line, as “the bridge of bridges” is known, was praised by Mira Halloran."
    read = tagged(
        text, attribution=[("content", "the bridge of bridges"), ("cue", "praised"), ("source", "Mira Halloran")]
    )
    assert contents(list(attributions.find(read)), text) == [("reports", "direct", "“the bridge of bridges”")]
