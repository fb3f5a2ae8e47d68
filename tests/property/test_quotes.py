"""Laws of the finders of words, whatever the text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.finders import mentions, quotes, speakers, turns
from onrecord.resolve.statements import statements
from onrecord.types import Attribution, Kind, Party, Reading
from tests.support import reading

FINDERS = (turns.find, quotes.find, speakers.find, mentions.find)
PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "«",
        "»",
        "„",
        "‘",
        "’",
        "'",
        "「",
        "」",
        " ",
        " ",
        "\n",
        ",",
        ".",
        ":",
        "?",
        "—",
        "-",
        "(",
        ")",
        " said ",
        " told ",
        " adding ",
        "Mira Halloran",
        "the minister",
        "Minister",
        "of the Council",
        "He",
        "We",
        "MR LUND:",
        "QUESTION:",
        "Statement by ",
        "According to ",
        "сказал",
        "министр",
        "мост",
        "It holds",
        "on 5 March 2024",
        "\u00a0",
        "A.",
        "说",
        "：",
        "x",
        "9",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map("".join).filter(str.strip)
KINDS: st.SearchStrategy[Kind] = st.sampled_from(["news", "speech", "interview", "transcript", "op_ed", "statement"])
LANGUAGES = st.sampled_from(["en", "ru", "fr", "de", "zh", "xx"])


def read_all(text: str, kind: Kind = "news", language: str = "en") -> Reading:
    read = reading(text, kind, language=language)
    for finder in FINDERS:
        read = read.plus(finder(read))
    return read


@given(TEXTS, KINDS, LANGUAGES)
def test_contents_lie_inside_the_item_and_never_overlap(text: str, kind: Kind, language: str) -> None:
    """Within one finder no code point belongs to two contents, and every span is inside the item."""
    read = reading(text, kind, language=language)
    for finder in (turns.find, quotes.find):
        spans = [span for found in finder(read) for span in found.content]
        assert all(read.item.span.holds(span) and len(span) for span in spans)
        ordered = sorted(spans)
        assert all(one.end <= other.start for one, other in pairwise(ordered))


@given(TEXTS, KINDS, LANGUAGES)
def test_what_is_named_is_a_substring_of_the_item(text: str, kind: Kind, language: str) -> None:
    """Names, offices and bodies are as written; a name that is not unknown has words that state it."""
    read = read_all(text, kind, language)
    for party in [*read.parties(), *(one.speaker for one in statements(read))]:
        for value in (party.name, party.office, party.body):
            assert value is None or value in read.words
        assert (party.name is None) == (party.basis == "unknown")
        assert party.why
        assert party.name is None or party.spans


@given(TEXTS, KINDS, LANGUAGES)
def test_statements_are_one_for_each_attribution_and_twice_the_same(text: str, kind: Kind, language: str) -> None:
    """Two runs give the same statements; ids are distinct; the enclosing statement is one of them."""
    read = read_all(text, kind, language)
    made = statements(read)
    assert made == statements(read_all(text, kind, language))
    ids = [one.id for one in made]
    assert len(set(ids)) == len(ids)
    assert all(one.inside is None or one.inside in ids for one in made)
    assert {one.attribution for one in made} <= set(read.attributions())


SENTENCES = [
    "“We will act,” President Ada Bell of {state} said. “And soon.”",
    "{person} told reporters in {state}: “{state} will act.”",
    "“It holds,” said {person}, the ambassador of {state}, on Monday.",
    "According to {person}, “{state} built the bridge.”",
]


@given(st.sampled_from(SENTENCES), st.permutations(["Ostrand", "Belarus", "Canada", "Iran", "Israel", "Russia"]))
def test_swapping_states_and_persons_moves_no_span(sentence: str, states: list[str]) -> None:
    """Symmetry: the same sentence about another state and person has the same contents, sources and cues."""
    persons = ["Mira Halloran", "Ivan Petrov", "Wei Chen", "John Smith"]
    shapes = set()
    for state, person in zip(states, persons, strict=False):
        read = reading(sentence.format(state=state, person=person))
        words = read.document.page.words
        found = [
            (words(one.source) if one.source else "", words(one.cue) if one.cue else "", *map(words, one.content))
            for one in quotes.find(read)
        ]
        shapes.add(str(found).replace(state, "S").replace(person, "P"))
    assert len(shapes) == 1


@pytest.mark.parametrize(
    "text", ['"', "“", "«»", "said said ", '"a" ', "“A\n", "' a ,' ", "MR LUND: “A,” he said.\n", '"A b," said X. ']
)
def test_time_is_linear_in_hostile_text(text: str) -> None:
    """Eight times the text takes no more than some sixteen times the time."""
    small, large = (_seconds(text * (size // len(text))) for size in (5_000, 40_000))
    assert large < 16 * small + 0.5


def _seconds(text: str) -> float:
    read = reading(text, "interview")
    began = time.process_time()
    for finder in FINDERS:
        read = read.plus(finder(read))
    statements(read)
    return time.process_time() - began


@settings(max_examples=25)
@given(TEXTS)
def test_a_finder_yields_what_its_room_expects(text: str) -> None:
    """Attributions have content; parties have a role and a reason."""
    read = read_all(text, "speech")
    assert all(found.content for found in read.found if isinstance(found, Attribution))
    assert all(found.why for found in read.found if isinstance(found, Party))
