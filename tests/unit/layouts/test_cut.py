"""Where pages are cut."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from onrecord.layouts import cut
from onrecord.layouts.furniture import block_key
from onrecord.layouts.page import divide
from onrecord.types import SiteSlice, Tag, Tags
from tests.support import page

CASES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parents[2] / "cases/cut").glob("*.toml"))
    for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"])
]
TEASER = "The ministry ordered forty low-floor trams for Port Linden, and the first are expected in spring."
OWN = """Harbour wall finished in Ostrand

The harbour wall in Ostrand is finished, the harbour office said on Sunday. It is two miles long.

The wall protects four hundred houses. Work on the wall began after the flood of the year before.

Mayor Karel Aune thanked the masons of Ostrand and said the harbour was safe."""


@pytest.mark.parametrize("case", CASES)
def test_a_page_is_cut_where_its_items_meet(case):
    document = page(case["text"])
    found = [document.page.words(item.span) for item in divide(document, SiteSlice())]
    assert len(found) == len(case["items"]), [words[:40] for words in found]
    for words, (first, last) in zip(found, case["items"], strict=True):
        assert words.startswith(first)
        assert words.endswith(last)


def test_a_teaser_known_from_another_page_is_cut_off():
    document = page(f"{TEASER}\n\n{OWN}")
    teaser, own = divide(document, SiteSlice(frozenset({block_key(TEASER)})))
    assert document.page.words(teaser.span) == TEASER
    assert document.page.words(own.span) == OWN
    assert own.is_main and not teaser.is_main


def test_a_book_is_divided_in_time_that_grows_with_its_length():
    document = page("\n\n".join(f"{OWN} It is page {number} of the book." for number in range(3000)))
    assert len(document.blocks) > cut.MOST_BLOCKS
    start = time.process_time()
    items = divide(document, SiteSlice())
    assert time.process_time() - start < 10
    assert items[-1].span.end == len(document.page.content)


def test_every_cue_that_is_weighed_is_known_by_its_name():
    from onrecord.layouts.page import page_strip
    from onrecord.layouts.segments import second_cues

    document = page(OWN)
    first = cut.first_cues(page_strip(document, document.blocks, frozenset()))
    second = second_cues(page_strip(document, document.blocks, frozenset()), [0.0] * len(first))
    assert set(cut.FIRST) <= {*first[0], cut.ALWAYS}
    assert set(cut.SECOND) <= {*second[0], cut.ALWAYS}


def test_what_the_model_says_moves_a_cut_but_never_into_a_dialogue():
    odds = (0.0, 1.0, cut.NEVER, 2.0)
    sure = cut.with_model(odds, (None, 4.0, 4.0, 4.0))
    unsure = cut.with_model(odds, (None, -4.0, -4.0, -4.0))
    assert sure[0] == unsure[0] == 0.0
    assert sure[2] == unsure[2] == cut.NEVER
    assert sure[1] > unsure[1] and sure[3] > unsure[3]


def test_a_page_is_cut_where_rules_and_model_together_see_an_item_begin():
    document = page(f"{TEASER}\n\n{OWN}")
    start = document.page.content.index("Harbour wall finished")

    def tags(chance):
        begins = [(block.span.start, chance if block.span.start == start else 0.01) for block in document.blocks]
        return Tags(model="0" * 64, boundary=tuple(Tag(at, at + 3, "item", said) for at, said in begins))

    cut_there = [item.span.start for item in divide(document, SiteSlice(), tags(0.99))]
    whole = [item.span.start for item in divide(document, SiteSlice(), tags(0.01))]
    assert start in cut_there
    assert start not in whole
