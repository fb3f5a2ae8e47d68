"""How pages divide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.layouts import LAYOUTS
from onrecord.layouts.page import divide, residue
from onrecord.types import Block, SiteSlice, item_id
from tests.support import page


def marked(*lines):
    """A document as the HTML reader makes it, of (words, kind, main, linked)."""
    document = page("\n\n".join(words for words, _, _, _ in lines))
    blocks = [
        Block(block.span, kind, None, main, len(words) if linked else 0)
        for block, (words, kind, main, linked) in zip(document.blocks, lines, strict=True)
    ]
    return replace(document, reader="html/1", blocks=tuple(blocks))


RELEASE = (
    ("Menu", "list", False, True),
    ("Harbour line opens", "title", False, False),
    ("Share", "paragraph", False, True),
    ("The harbour line opens on 12 May, the minister said.", "paragraph", True, False),
    ("Related", "paragraph", False, True),
    ("The line has nine stations.", "paragraph", True, False),
)


def test_the_main_text_of_a_marked_page_is_one_item_with_its_heading():
    document = marked(*RELEASE, ("Privacy", "paragraph", False, True))
    (item,) = divide(document, SiteSlice())
    assert item.is_main
    assert document.page.words(item.title) == "Harbour line opens"
    assert document.page.words(item.span).startswith("Harbour line")
    assert [document.page.words(span).strip() for span in residue(document, [item])] == ["Menu", "Privacy"]


def test_teasers_beside_the_main_text_are_items_when_a_day_stands_under_a_linked_heading():
    document = marked(
        *RELEASE,
        ("Night train returns", "title", False, True),
        ("4 May 2023", "paragraph", False, False),
        ("The railway of Tarn and the ministry agreed that the night train runs again.", "paragraph", False, False),
    )
    main, teaser = divide(document, SiteSlice())
    assert main.is_main and not teaser.is_main
    assert document.page.words(teaser.title) == "Night train returns"


def test_a_notice_beside_the_main_text_is_residue():
    document = marked(
        ("This site uses only those cookies that it needs to work, and no others at all.", "paragraph", False, False),
        *RELEASE,
    )
    assert len(divide(document, SiteSlice())) == 1


def test_a_page_of_menus_has_no_item():
    assert divide(page("Home\nNews\nThe ministry\nLines and harbours\nContact"), SiteSlice()) == ()


@pytest.mark.parametrize("text", ["", " \n\u00a0\n", "…"])
def test_a_page_without_words_has_no_item(text):
    document = page(text)
    assert divide(document, SiteSlice()) == ()
    assert "".join(document.page.words(span) for span in residue(document, ())) == document.page.content


def test_an_item_is_named_by_its_place_and_says_why():
    document = page("Mira Halloran opened the bridge.")
    (item,) = divide(document, SiteSlice())
    assert item.id == item_id(document.id, item.span)
    assert {name for name, _ in item.why} == {"cut", "kind", "title", "is_main"}


def test_a_row_of_a_list_is_an_item_and_its_header_is_residue():
    document = page("name,office\nMira Halloran,minister\nTeodor Lauk,commissioner")
    blocks = (replace(document.blocks[0], kind="title"), *document.blocks[1:])
    document = replace(document, reader="csv/1", blocks=blocks)
    items = LAYOUTS["csv"](document, SiteSlice())
    assert [document.page.words(item.span) for item in items] == ["Mira Halloran,minister", "Teodor Lauk,commissioner"]
    assert {item.kind for item in items} == {"listing"}
    assert not any(item.is_main for item in items)
