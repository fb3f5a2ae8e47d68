"""What kind of text an item is."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from onrecord.layouts.page import divide
from onrecord.types import SiteSlice
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
