"""Who is who inside an item."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.languages.en import EN
from onrecord.resolve.people import fits, people_of, tokens_of
from onrecord.types import Attribution, Mention, Provenance, Reading
from tests.support import marked

BY = Provenance("test", "1")


def read(text: str) -> Reading:
    """The reading of a text in which [person …] are mentions and [by …] [words …] an attribution."""
    made, spans = marked(text)
    made = made.plus(Mention(span, "person", span, BY) for span in spans.get("person", []))
    pairs = zip(spans.get("by", []), spans.get("words", []), strict=True)
    return made.plus(Attribution(source, None, (content,), "direct", BY) for source, content in pairs)


def meant(text: str) -> list[str | None]:
    """For each pronoun, written [p …], the fullest name of the person for whom it stands."""
    made, spans = marked(text)
    people = people_of(read(text.replace("[p ", "[_ ")))
    page = made.document.page
    return [page.words(people.of[span].fullest) if span in people.of else None for span in spans.get("p", [])]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("[person Mira Halloran] opened the bridge. [p She] was glad.", "Mira Halloran"),
        ("[person Mira Halloran] met [person Tom Lund]. [p He] was glad.", "Tom Lund"),
        ("[person Mira Halloran] met [person Mr. Lund]. [p He’s] glad.", None),  # "He", not "He’s", is the pronoun
        ("[person Tom Lund] came. In [p her] letter, [person Mira Halloran] thanked him.", "Mira Halloran"),
        ("The bridge is open. [p She] was glad. [person Mira Halloran] came.", None),
        ("[person Tom Lund] came. [p She] was glad.", None),
        ("[person Mira Halloran] came with [p Her] Excellency.", None),
    ],
)
def test_a_pronoun_means_the_most_prominent_person_who_can_be_meant(text: str, who: str | None) -> None:
    assert meant(text) == [who]


def test_nobody_speaks_of_oneself_as_he_in_a_quotation() -> None:
    made, spans = marked("“[words He left early],” [by Tom Lund] said of [person Ivo Brandt]. [person Tom Lund] left.")
    lund = spans["by"][0]
    made = made.plus(Mention(span, "person", span, BY) for span in [*spans["person"], lund])
    made = made.plus([Attribution(lund, None, (spans["words"][0],), "direct", BY)])
    start = spans["words"][0].start
    assert made.document.page.span(start, start + 2) not in people_of(made).of


def test_a_short_name_goes_to_the_latest_person_of_that_surname() -> None:
    made = read("[person Ann Bell] and [person Ivo Lund] came. [person Mr. Lund] left, [person Bell] stayed.")
    people = people_of(made)
    assert [len(person.names) for person in people.persons] == [2, 2]


def test_two_of_one_surname_stay_apart() -> None:
    people = people_of(read("[person Mrs. Bell] and [person Tom Bell] came. [person Mrs. Bell] spoke."))
    assert [len(person.names) for person in people.persons] == [2, 1]
    assert [person.woman for person in people.persons] == [True, False]


def test_the_fullest_name_may_come_later() -> None:
    made = read("[person Halloran] opens bridge. Minister [person Mira J. Halloran] opened it.")
    (person,) = people_of(made).persons
    assert made.document.page.words(person.fullest) == "Mira J. Halloran"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Halloran", "Mira Halloran", True),
        ("Mira", "Mira Halloran", True),
        ("M. Halloran", "Mira Halloran", True),
        ("Mira J. Halloran", "Mira Halloran", True),
        ("van der Berg", "Jan van der Berg", True),
        ("Tom Halloran", "Mira Halloran", False),
        ("Mr. Brandt Jr.", "Tom Brandt", True),
        ("Halloran’s", "Mira Halloran", True),
        ("José Núñez", "Jose Nunez", True),
    ],
)
def test_names_that_can_be_of_one_person(one: str, other: str, same: bool) -> None:
    assert fits(tokens_of(one, EN), tokens_of(other, EN)) is same


NAMES = st.lists(st.sampled_from(["mira", "tom", "j", "halloran", "lund"]), min_size=1, max_size=4)


@given(NAMES, NAMES)
def test_whether_names_fit_does_not_depend_on_which_comes_first(one: list[str], other: list[str]) -> None:
    """Law: fits is symmetric, and a name fits itself."""
    assert fits(one, other) == fits(other, one)
    assert fits(one, one)


def test_a_text_of_many_names_and_pronouns_is_read_in_time_that_grows_with_its_length() -> None:
    many = read(" ".join(f"[person Ann Bell{number}] said he knew her." for number in range(1500)))
    people = people_of(many)
    assert len(people.persons) == 1500
