"""Which blocks are the article's."""

from justhtml import JustHTML

from onrecord.formats.html import read
from onrecord.formats.html_blocks import lay_out
from onrecord.formats.html_declared import Declared
from onrecord.formats.html_main import covered_blocks, extracted_lines, mark_main, placed
from onrecord.formats.html_walk import walk
from onrecord.types import Capture, Document, Sighting

ARTICLE = (
    "The minister of transport, Mira Halloran, opened the new bridge over the river Tarn on a wet Tuesday morning.",
    "“We promised a bridge, and here it stands,” she said to the crowd, before the first lorries crossed the river.",
    "The works took four years and cost a little less than planned, according to the ministry's own figures.",
)
LINKS = "".join(f"<li><a href=/{number}>Read more about story number {number}</a></li>" for number in range(8))
PAGE = (
    "<html><head><title>A bridge opens | Ministry of Transport</title></head><body>"
    f"<nav><ul>{LINKS}</ul></nav><article><h1>A bridge opens</h1>{{}}</article>"
    "<footer><p>All rights reserved, Ministry of Transport.</p></footer></body></html>"
)


def page_of(html: str, source: str = "page.html") -> Document:
    capture = Capture.of(html.encode(), "text/html")
    return read(capture, Sighting(capture.id, source, "transport.example"))


def texts(document: Document) -> list[str]:
    return [document.page.words(block.span) for block in document.blocks]


def main_texts(html: str) -> list[str]:
    document = page_of(html)
    return [text for text, block in zip(texts(document), document.blocks, strict=True) if block.main]


def test_heading_and_paragraphs_are_main_menus_and_footers_are_not():
    html = PAGE.format("".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE))
    assert main_texts(html) == ["A bridge opens", *ARTICLE]
    assert len(texts(page_of(html))) == 8 + 4 + 1  # nothing is thrown away


def test_an_entry_that_is_a_link_from_end_to_end_is_not_main():
    related = "<p><a href=/old>The old bridge over the Tarn was closed for lorries four years ago.</a></p>"
    html = PAGE.format(f"<p>{ARTICLE[0]}</p>{related}<p>{ARTICLE[1]}</p><p>{ARTICLE[2]}</p>")
    assert main_texts(html) == ["A bridge opens", *ARTICLE]


def test_paragraphs_lost_by_the_extractor_are_main_when_they_are_cast_like_found_ones():
    html = PAGE.format("".join(f"<p>{paragraph}</p>" for paragraph in ARTICLE))
    tree = JustHTML(html, sanitize=False, track_node_locations=True).root
    blocks = lay_out(walk(tree, Declared()), html, frozenset()).blocks
    main, doubts = mark_main(ARTICLE[:2], blocks, ["A bridge opens | Ministry of Transport"])
    assert [block.text for block, is_main in zip(blocks, main, strict=True) if is_main] == ["A bridge opens", *ARTICLE]
    assert doubts == ()


def test_where_no_article_is_found_every_block_is_main():
    document = page_of("<p>Closed today.</p>")
    assert [block.main for block in document.blocks] == [True]
    assert "no article was found on the page; every block counts as main" in document.doubts


def test_a_page_that_the_extractor_cannot_take_has_no_lines():
    assert extracted_lines("") == []
    assert extracted_lines("<div>" * 5_000 + "deep") == []


def test_a_line_that_a_teaser_repeats_is_placed_between_its_anchors():
    blocks = ["Thebridgeisopen.", "Menu", "Halloranopensit.", "Thebridgeisopen.", "Tollsriseinmay."]
    lines = ["Halloran opens it.", "The bridge is open.", "Tolls rise in May."]
    assert covered_blocks(lines, blocks)[:4] == [False, False, True, True]


def test_lines_that_moved_do_not_drag_the_others_along():
    blocks = ["first-sentence", "second-sentence", "third-sentence", "fourth-sentence"]
    found = placed(["fourth-sentence", "first-sentence", "second-sentence", "third-sentence"], blocks)
    assert found == [(0, 14), (14, 29), (29, 43)]


def test_a_line_changed_in_its_middle_is_found_by_its_ends():
    block = "x".join(f"word{number}" for number in range(40))
    line = block.replace("word20", "wordzz")
    assert covered_blocks([line], ["menu", block, "footer"]) == [False, True, False]
