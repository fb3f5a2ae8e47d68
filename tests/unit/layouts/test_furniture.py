"""What recurs on the pages of a site."""

from __future__ import annotations

import unicodedata

from onrecord.layouts import furniture
from onrecord.layouts.furniture import block_key, item_key
from onrecord.layouts.page import divide
from onrecord.types import SiteSlice
from tests.support import page

LINES = (
    "The harbour wall in Ostrand is finished, the harbour office said on Sunday.",
    "The wall protects four hundred houses and the old fish market of Ostrand.",
    "Mayor Karel Aune thanked the masons and said that the harbour was safe.",
)


def test_the_key_of_a_block_forgets_case_space_and_punctuation():
    assert block_key("The Wall,  is\u00a0finished!") == block_key("the wall is finished")
    assert block_key(unicodedata.normalize("NFD", "Café")) == block_key("café")
    assert block_key("The wall is not finished") != block_key("the wall is finished")
    assert len(block_key("wall")) == 32


def test_a_block_without_words_has_no_key():
    assert block_key(" – … ") == ""


def test_long_words_are_folded_in_pieces_without_breaking_a_word(monkeypatch):
    whole = block_key(" ".join(LINES))
    monkeypatch.setattr(furniture, "PIECE", 7)
    assert block_key(" ".join(LINES)) == whole


def test_the_same_item_has_the_same_key_with_and_without_furniture_inside():
    document = page("\n\n".join([LINES[0], "Share this page", LINES[1]]))
    other = page("\n\n".join([LINES[0], LINES[1]]))
    known = frozenset({block_key("Share this page")})
    assert item_key(document, document.blocks, known) == item_key(other, other.blocks, frozenset())


def test_a_teaser_that_is_all_furniture_keeps_a_key_of_its_own():
    document = page(LINES[0])
    known = frozenset({block_key(LINES[0])})
    assert item_key(document, document.blocks, known) == item_key(document, document.blocks, frozenset())


def test_a_page_all_of_whose_words_stand_elsewhere_is_a_copy_and_keeps_its_main_item():
    document = page("\n\n".join([*LINES, "Last updated: 4 May 2023"]))
    (item,) = divide(document, SiteSlice(frozenset(map(block_key, LINES))))
    assert item.is_main
    assert "a copy" in dict(item.why)["furniture"]


def test_a_page_with_one_paragraph_edited_in_the_middle_is_a_copy():
    known = frozenset(map(block_key, [*LINES, *(f"{line} And so on." for line in LINES)]))
    document = page(
        "\n\n".join(
            [*LINES, "The wall is two miles long and nine feet high.", *(f"{line} And so on." for line in LINES)]
        )
    )
    assert furniture.recurring(document, document.blocks, SiteSlice(known))[0] == frozenset()


def test_a_short_item_after_many_teasers_is_no_copy():
    document = page(
        "\n\n".join([*LINES, "Night buses run every thirty minutes from the first of September, the ministry said."])
    )
    known = frozenset(map(block_key, LINES))
    assert furniture.recurring(document, document.blocks, SiteSlice(known)) == (known, "")
