"""What kind of text an item is."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from onrecord.layouts.page import divide
from onrecord.types import SiteSlice, Tag, Tags
from tests.support import page

CASES = [
    pytest.param(case, id=f"{path.stem}-{number}-{case['kind']}")
    for path in sorted((Path(__file__).parents[2] / "cases/kinds").glob("*.toml"))
    for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"])
]


@pytest.mark.parametrize("case", CASES)
def test_a_text_shows_its_kind_in_its_own_words(case):
    (item,) = divide(page(case["text"]), SiteSlice())
    assert item.kind == case["kind"], dict(item.why)["kind"]


def test_a_kind_comes_with_the_words_that_decided():
    (item,) = divide(page("Minister Halloran met with the pilots on 4 May 2023 in Ostrand."), SiteSlice())
    assert "“met with”" in dict(item.why)["kind"]


@pytest.mark.parametrize(
    ("said", "score", "kind"),
    [
        ("fact_sheet", 0.9, "fact_sheet"),
        ("fact_sheet", 0.5, "news"),
        ("transcript", 0.9, "news"),
    ],
)
def test_the_model_decides_where_an_item_neither_names_its_kind_nor_is_built_so(said, score, kind):
    document = page(
        "Trams in Ostrand\n\nThe trams of Ostrand carry nine million people a year. Two lines cross the river."
    )
    start = document.blocks[0].span.start
    (item,) = divide(document, SiteSlice(), Tags(model="0" * 64, kinds=(Tag(start, start + 5, said, score),)))
    assert item.kind == kind


def test_what_an_item_calls_itself_outranks_the_model():
    document = page("Fact sheet: trams in Ostrand\n\nThe trams of Ostrand carry nine million people a year.")
    start = document.blocks[0].span.start
    (item,) = divide(document, SiteSlice(), Tags(model="0" * 64, kinds=(Tag(start, start + 4, "news", 0.99),)))
    assert item.kind == "fact_sheet"
