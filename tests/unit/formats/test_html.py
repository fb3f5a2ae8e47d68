"""HTML pages read whole: what is shown, in which blocks, and where in the bytes."""

import time

import pytest

from onrecord.formats.html import read
from onrecord.types import Block, Capture, Document, Sighting


def page_of(html: str | bytes, *, media_type: str = "text/html", source: str = "page.html", headers=()) -> Document:
    capture = Capture.of(html if isinstance(html, bytes) else html.encode(), media_type)
    return read(capture, Sighting(capture.id, source, "transport.example", headers=headers))


def texts(document: Document) -> list[str]:
    return [document.page.words(block.span) for block in document.blocks]


def raw(html: str | bytes, block: Block) -> bytes:
    body = html if isinstance(html, bytes) else html.encode()
    assert block.place is not None
    return body[block.place.start : block.place.end]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<p>We <b>w</b>ill <i>act</i>, and\r\n   <a href=x>soon</a> .</p>", ["We will act, and soon ."]),
        ("<p>Toll &amp; rail &lt;A&gt; &eacute;t&#233; fi&shy;n</p>", ["Toll & rail <A> été fi\u00adn"]),
        ("<p>no\u00a0break &nbsp; “quoted” don’t</p>", ["no\u00a0break \u00a0 “quoted” don’t"]),
        ("<p>first<br> second<br><br>third</p>", ["first\nsecond\n\nthird"]),
        ("<pre>\n  a  b\n\n    c\n</pre>", ["a  b\n\n    c"]),
        ("<p>be<!-- hidden words -->fore</p>", ["before"]),
        ("<p>one <span hidden>two</span><span style='display: none'>2</span>three</p>", ["one three"]),
        ("<p>a<script>var p = '<p>no</p>'</script>b</p><style>p {}</style><template>t</template>", ["ab"]),
        ("<head><title>No</title></head><noscript>no</noscript><svg><title>no</title></svg><p>yes", ["yes"]),
        ("<ul><li>x<ul><li>y</li></ul>z</li></ul>", ["x", "y", "z"]),
        ("<div>loose<p>inner</p>loose again</div>", ["loose", "inner", "loose again"]),
        ("<table><tr><td>Date</td><td>5 March</td></tr></table>", ["Date", "5 March"]),
        ("<p>&nbsp;</p><p>&nbsp;x&nbsp;</p>", ["x"]),
        (
            "<p>A zero \x00 in a page is dropped by every browser.</p>",
            ["A zero in a page is dropped by every browser."],
        ),
        ("<div hidden id='S:1a'>moved into sight</div><div hidden id='x'>not</div>", ["moved into sight"]),
        ("<p>a <?xml version='1.0'?>b</p>", ["a b"]),
        ("no markup: a < b & c", ["no markup: a < b & c"]),
        ("", []),
        ("<html><body></body></html>", []),
    ],
)
def test_the_page_text_is_what_a_browser_shows(html, expected):
    document = page_of(html)
    assert texts(document) == expected
    assert [document.page.content[a.span.end : b.span.start].strip() for a, b in pairs(document)] == [""] * (
        max(0, len(expected) - 1)
    )


def pairs(document: Document) -> list[tuple[Block, Block]]:
    return list(zip(document.blocks, document.blocks[1:], strict=False))


def test_blocks_are_parted_by_an_empty_line():
    assert page_of("<h1>Tolls</h1><p>They rise.</p>").page.content == "Tolls\n\nThey rise."


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<h2><div>Tolls</div></h2>", "title"),
        ("<p>Tolls</p>", "paragraph"),
        ("<ul><li><p>Tolls</p></li></ul>", "list"),
        ("<table><tr><td>Tolls</td></tr></table>", "list"),
        ("<table><tr><td><p>Tolls</p></td></tr></table>", "paragraph"),
        ("<select><option>Tolls</option></select>", "list"),
        ("<figure><figcaption>Tolls</figcaption></figure>", "caption"),
        ("<table><caption>Tolls</caption></table>", "caption"),
        ("<p><strong>Mira Halloran:</strong></p>", "speaker"),
        ("<dl><dt>Mira Halloran</dt></dl>", "speaker"),
        (f"<dl><dt>{'A long entry of a list. ' * 5}</dt></dl>", "paragraph"),
        ("<p><strong>Mira Halloran:</strong> Tolls</p>", "paragraph"),
    ],
)
def test_the_kind_of_a_block_is_that_of_its_element(html, kind):
    assert [block.kind for block in page_of(html).blocks] == [kind]


def test_words_in_links_are_counted_without_white_space():
    (block,) = page_of("<p>See <a href=x>the <b>full</b> text</a> here</p>").blocks
    assert block.linked == len("thefulltext")


@pytest.mark.parametrize(
    ("html", "slices"),
    [
        ("\ufeff<p>Zoë</p>\r\n<p>x</p>", ["Zoë", "x"]),
        ("\ufeff\ufeff<p>Zoë</p>", ["\ufeff", "Zoë"]),
        ("<p>\r\n  a</b>&amp;<b>b</b> <!-- c --></p>", ["a</b>&amp;<b>b"]),
        ("<p title='x > y'>one<span hidden>two</span>&#51;</p>", ["one<span hidden>two</span>&#51;"]),
        ("<p>🚆 ü<p>ю", ["🚆 ü", "ю"]),
        ("<p><b>&nbsp;</b>word<b>&#160;</b></p>", ["word"]),
        ("<p>a <?xml version='1.0'?>b</p>", ["a <?xml version='1.0'?>b"]),
        ("<p>A zero\x00 in a page is dropped.</p>", ["A zero\x00 in a page is dropped."]),
    ],
)
def test_each_block_knows_its_bytes(html, slices):
    assert [raw(html, block).decode() for block in page_of(html).blocks] == slices


def test_text_that_a_broken_table_throws_out_is_divided_where_the_bytes_part_it():
    html = "<table><tr>one<td>cell</td>two</tr></table>"
    document = page_of(html)
    assert texts(document) == ["one", "two", "cell"]
    assert [raw(html, block) for block in document.blocks] == [b"one", b"two", b"cell"]


def test_a_block_whose_bytes_read_otherwise_is_unmapped_and_said_so():
    document = page_of("<p>good</p><textarea>not a <b> tag</textarea>")
    assert [block.place is None for block in document.blocks] == [False, True]
    assert "1 of 2 blocks do not stand in the bytes as shown; they are no evidence for a quotation" in document.doubts


@pytest.mark.parametrize(
    ("body", "media_type", "encoding"),
    [
        ("<p>Тарифы <b>вырастут</b></p>".encode("cp1251"), "text/html; charset=windows-1251", "windows-1251"),
        ("<meta charset='windows-1251'><p>Тарифы <b>вырастут</b></p>".encode("cp1251"), "", "windows-1251"),
        ("<p>Тарифы <b>вырастут</b></p>".encode("utf-16"), "text/html", "utf-16-le"),
        ("\ufeff<p>Тарифы <b>вырастут</b></p>".encode("utf-16-be"), "text/html", "utf-16-be"),
        ("<p>Тарифы <b>вырастут</b></p>".encode(), "text/html", "utf-8"),
    ],
)
def test_bytes_are_found_in_any_encoding(body, media_type, encoding):
    document = page_of(body, media_type=media_type)
    assert document.encoding == encoding
    assert texts(document) == ["Тарифы вырастут"]
    assert raw(body, document.blocks[0]).decode(encoding) == "Тарифы <b>вырастут"


def test_a_page_that_shows_nothing_says_so():
    document = page_of("<html><body><div id=app></div><script>fill()</script></body></html>")
    assert document.blocks == ()
    assert document.doubts == ("the page shows no text; it may be one that scripts fill in",)


def test_bytes_that_mean_nothing_leave_their_block_unmapped():
    body = "<p>Die Brücke über die Förde wird für Fußgänger geöffnet.</p>".encode() + b"<p>bad \xff byte</p><p>ok</p>"
    document = page_of(body, media_type="text/html; charset=utf-8")
    assert texts(document)[1] == "bad \ufffd byte"
    assert [block.place is None for block in document.blocks] == [False, True, False]


def test_nesting_a_hundred_thousand_deep_is_read_in_seconds():
    begun = time.process_time()
    document = page_of("<div>" * 100_000 + "deep" + "</div>" * 100_000)
    assert texts(document) == ["deep"]
    assert document.blocks[0].main
    assert "no article was found on the page; every block counts as main" in document.doubts
    assert time.process_time() - begun < 20


def test_reading_twice_gives_the_same_document():
    html = "<h1>Tolls</h1><p>They rise on <time datetime=2024-03-05>5 March</time>.</p>"
    assert page_of(html) == page_of(html)


def test_the_encoding_in_the_header_goes_before_that_of_the_page():
    body = "<meta charset=koi8-r><p>Тарифы</p>".encode("cp1251")
    headers = (("Content-Type", "text/html; charset=windows-1251"),)
    assert texts(page_of(body, media_type="", headers=headers)) == ["Тарифы"]
