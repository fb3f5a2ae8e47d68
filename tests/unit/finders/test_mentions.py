"""Mentions of persons, offices and organisations."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from onrecord.finders import dates, mentions, quotes
from onrecord.types import Tag, Tags
from tests.support import reading


def mentioned(text: str, language: str = "en") -> list[tuple[str, str]]:
    read = reading(text, language=language)
    read = read.plus(quotes.find(read))
    return [(found.kind, read.document.page.words(found.span)) for found in mentions.find(read)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met President Ada Bell.", [("office", "President"), ("person", "Ada Bell")]),
        ("He met Mr. Lund and Dr. Ada Bell.", [("person", "Lund"), ("person", "Ada Bell")]),
        ("“It holds,” Mira Halloran said.", [("person", "Mira Halloran")]),
        ("He wrote to the Ministry of Transport.", [("organisation", "Ministry of Transport")]),
        (
            "The Organisation for Bridge Safety (OBS) is new. OBS has no office.",
            [("organisation", "Organisation for Bridge Safety"), ("organisation", "OBS"), ("organisation", "OBS")],
        ),
        (
            "The Secretary of the Ostrand Council Ivo Lund left.",
            [("office", "Secretary of the Ostrand Council"), ("person", "Ivo Lund")],
        ),
        ("The Big Bridge opened on Monday in Port Ellis.", []),
        ("The minister left.", []),
    ],
)
def test_names_offices_and_bodies_are_mentioned(text: str, expected: list[tuple[str, str]]) -> None:
    assert mentioned(text) == expected


def test_russian_offices_and_names_are_mentioned() -> None:
    assert mentioned("Приехал глава МИД Мира Галлоран.", "ru") == [("office", "глава МИД"), ("person", "Мира Галлоран")]


def test_mentions_never_overlap() -> None:
    read = reading("“It holds,” President Ada Bell of the Ostrand Council (OC) said. President Ada Bell left.")
    read = read.plus(quotes.find(read))
    spans = [found.span for found in mentions.find(read)]
    assert all(one.end <= other.start for one, other in pairwise(spans))


def tagged(text: str, words: str, label: str, *heads: str) -> list[tuple[str, str]]:
    """The mentions of a Russian text in which a model that read those heads found one name."""
    start = text.index(words)
    tags = Tags("0" * 64, "", heads, mentions=(Tag(start, start + len(words), label, 1.0),))
    read = replace(reading(text, language="ru"), tags=tags)
    read = read.plus(quotes.find(read))
    return [(found.kind, read.document.page.words(found.span)) for found in mentions.find(read)]


def test_an_office_by_rule_takes_the_names_inside_it_unless_the_model_read_offices() -> None:
    text = "Приехал глава МИД Мира Галлоран."
    office, person = ("office", "глава МИД"), ("person", "Мира Галлоран")
    assert tagged(text, "МИД", "ORG", "mentions") == [office, person]
    assert tagged(text, "МИД", "ORG", "mentions", "offices") == [("organisation", "МИД")]


def test_a_source_of_one_word_is_a_person_only_when_the_model_that_read_names_agrees() -> None:
    text = "«Мост держит», — сказал Источник в Линдмуте."
    assert tagged(text, "Линдмуте", "LOC", "mentions") == [("place", "Линдмуте")]
    assert mentioned("«Мост держит», — сказал Брандт.", "ru") == [("person", "Брандт")]


def test_the_model_adds_dates_that_the_rules_do_not_read() -> None:
    text = "The bridge of 3 May 2021 leaks in June."
    tags = Tags("0" * 64, "", ("mentions", "offices"), mentions=(Tag(14, 24, "DATE", 1.0), Tag(34, 38, "DATE", 1.0)))
    read = replace(reading(text), tags=tags)
    read = read.plus(dates.find(read))
    every = [*read.mentions(), *mentions.find(read)]
    assert [read.document.page.words(one.span) for one in every if one.kind == "date"] == ["3 May 2021", "June"]


def labelled(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    """What becomes of a text's tags: (words, label), each found behind the one before; OFFICE is a head of its own."""
    found, at = [], 0
    for words, label in names:
        start = text.index(words, at)
        found.append(Tag(start, start + len(words), label, 1.0))
        at = start if label == "OFFICE" else start + len(words)
    offices = tuple(tag for tag in found if tag.label == "OFFICE")
    rest = tuple(tag for tag in found if tag.label != "OFFICE")
    read = replace(reading(text), tags=Tags("0" * 64, "", ("mentions", "offices"), mentions=rest, offices=offices))
    return [(one.kind, read.document.page.words(one.span)) for one in mentions.find(read)]


def test_a_name_that_the_head_of_offices_takes_for_one_stays_a_name() -> None:
    text = "When Mira Halloran spoke, Lund left."
    found = labelled(text, ("Mira", "OFFICE"), ("Mira Halloran", "PER"), ("Lund", "OFFICE"), ("Lund", "PER"))
    assert found == [("person", "Mira Halloran"), ("person", "Lund")]


def test_an_office_ends_before_the_name_behind_it() -> None:
    text = "The mayoral candidate Mira Halloran won."
    found = labelled(text, ("mayoral candidate Mira Halloran", "OFFICE"), ("Mira Halloran", "PER"))
    assert found == [("office", "mayoral candidate"), ("person", "Mira Halloran")]


def test_a_name_in_front_of_an_office_belongs_to_it() -> None:
    found = labelled("Halloran's chief aide left.", ("Halloran's chief aide", "OFFICE"), ("Halloran", "PER"))
    assert found == [("office", "Halloran's chief aide")]


def test_a_surname_is_a_person_wherever_the_text_names_that_person_in_full() -> None:
    text = "Ivo Montal left. Montal was seen, and Montal in Montal."
    names = (("Ivo Montal", "PER"), ("Montal", "ORG"), ("Montal", "LOC"), ("Montal", "LOC"))
    assert labelled(text, *names) == [
        ("person", "Ivo Montal"),
        ("person", "Montal"),
        ("person", "Montal"),
        ("place", "Montal"),
    ]


def test_a_surname_of_nobody_named_in_full_keeps_its_label() -> None:
    assert labelled("Montal was seen.", ("Montal", "LOC")) == [("place", "Montal")]
