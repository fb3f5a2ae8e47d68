"""Laws of the layouts."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.layouts.furniture import block_key
from onrecord.layouts.page import divide, residue
from onrecord.types import SiteSlice
from tests.support import page

LINES = st.sampled_from(
    [
        "Minister Halloran opened the bridge in Ostrand on 4 May 2023, said the ministry.",
        "He thanked the engineers.",
        "New bridge opens in Ostrand",
        "4 May 2023",
        "- Why was it so late?",
        "QUESTION: And the cost?",
        "“We will act,” said Halloran.",
        "Read more",
        "\u00a0",
        "",
        "…",
        "桥梁今天开放了。",
        "Мы открыли мост, сообщила Мира Халлоран.",
    ]
)
TEXTS = st.lists(LINES | st.text(max_size=40), max_size=14).map("\n".join)


@given(TEXTS, st.data())
@settings(max_examples=150, deadline=None)
def test_items_and_residue_cover_the_page_exactly_once(text: str, data: st.DataObject) -> None:
    """For every page: items and residue, put together in order, are the page; items are trimmed and in order."""
    document = page(text)
    keys = [block_key(document.page.words(block.span)) for block in document.blocks]
    known = frozenset(data.draw(st.lists(st.sampled_from(keys), max_size=6))) if keys else frozenset()
    items = divide(document, SiteSlice(known))
    spans = sorted([*(item.span for item in items), *residue(document, items)])
    assert "".join(document.page.words(span) for span in spans) == document.page.content
    assert all(a.end == b.start for a, b in pairwise(spans))
    for item in items:
        assert document.page.words(item.span).strip() == document.page.words(item.span) != ""
        assert all(item.span.holds(part) for part in (item.title, item.lead, item.body) if part)
    assert sum(item.is_main for item in items) <= 1


SENTENCES = st.sampled_from(
    [
        "The president of Veldria met with the minister of Kelvika in Ostrand on 4 May 2023.",
        "Veldria strongly condemns the attack on the lighthouse.",
        "Kelvika and its neighbour agree",
        "He thanked the engineers of Kelvika for their patience.",
        "I thank Veldria for the invitation, and I thank our hosts.",
        "The ferry from Kelvika to Veldria runs again, the harbour office said.",
        "A column on Veldria written for the “Beacon” newspaper.",
        "QUESTION: And what of Kelvika?",
    ]
)
OTHER = {"Veldria": "Kelvika", "Kelvika": "Veldria"}


@given(st.lists(st.tuples(SENTENCES, st.sampled_from(["\n\n", "\n\n\n", "\n"])), min_size=1, max_size=10))
@settings(max_examples=100, deadline=None)
def test_two_states_that_change_places_change_no_cut_and_no_kind(lines: list[tuple[str, str]]) -> None:
    """For every page: swap the names of two states, and spans, parts, kinds and the main item stay the same."""
    text = "".join(words + gap for words, gap in lines)
    swapped = re.sub("|".join(OTHER), lambda match: OTHER[match.group()], text)

    def shown(one: str) -> list[tuple[object, ...]]:
        places = []
        for item in divide(page(one), SiteSlice()):
            parts = [(part.start, part.end) if part else None for part in (item.span, item.title, item.lead, item.body)]
            places.append((*parts, item.kind, item.is_main))
        return places

    assert shown(text) == shown(swapped)
