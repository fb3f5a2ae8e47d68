"""How a paragraph that opens an item is told from one that goes on."""

from __future__ import annotations

import pytest

from onrecord.layouts.lead_weights import WEIGHTS
from onrecord.layouts.leads import lead_marks, lead_score

PAIRS = [
    (
        "On 4 May 2023, Transport Minister Mira Halloran met with the Secretary General of the Straits Council (SC), "
        "Anselm Dorvik, in Ostrand.",
        "The minister also thanked him for the report, which she said was late.",
    ),
    (
        "The Ministry of Transport of Veldria today announced the purchase of forty trams for Port Linden.",
        "“This is not the end of it,” she added.",
    ),
    (
        "Секретариат Совета проливов сегодня объявил, что Генеральный секретарь Ансельм Дорвик посетил Остранд.",
        "Он также отметил, что эти переговоры не были последними.",
    ),
]


@pytest.mark.parametrize(("opens", "goes_on"), PAIRS)
def test_a_paragraph_that_introduces_in_full_looks_more_like_a_lead_than_one_that_refers_back(opens, goes_on):
    assert lead_score(opens) > lead_score(goes_on)


def test_a_lead_weighs_the_same_with_other_names_in_it():
    one = "Veldria welcomed the visit of President Mira Halloran to the northern port on Tuesday."
    other = "Kelvika welcomed the visit of President Odile Brandt to the northern port on Tuesday."
    assert lead_marks(one) == lead_marks(other)


def test_words_of_reference_mean_the_same_in_russian():
    assert {"first he", "says also"} <= set(lead_marks("Он также поблагодарил каменщиков."))
    assert {"first he", "says also"} <= set(lead_marks("He also thanked the masons."))


def test_no_name_and_no_topic_is_weighed():
    kinds = {"first", "says", "opens", "has", "bare", "full", "long"}
    assert {mark.split()[0] for mark in WEIGHTS} <= kinds
    assert all(mark.islower() or not any(map(str.isalpha, mark)) for mark in WEIGHTS)
