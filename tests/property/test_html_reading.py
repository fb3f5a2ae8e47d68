"""Laws of the HTML reader, for pages that nobody would write."""

from html import escape, unescape
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.formats.html import read
from onrecord.types import Capture, Document, Sighting

WORDS = st.text(st.sampled_from("abcé жю漢🚆&<>\"'\u00a0\u00ad.;#\r\n\t"), max_size=12)
INLINE = ("b", "i", "a", "span", "time", "strong", "em", "font")
BLOCKS = (
    "p",
    "div",
    "ul",
    "li",
    "h1",
    "td",
    "tr",
    "table",
    "blockquote",
    "pre",
    "section",
    "dl",
    "dt",
    "select",
    "option",
)
UNSEEN = ("script", "style", "template", "noscript")


class Tidy(HTMLParser):
    """Collects text as it comes, elements that are never shown left out: a second opinion on well-formed pages."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag, attrs):
        self.unseen += tag in UNSEEN or ("hidden", None) in attrs

    def handle_endtag(self, tag):
        self.unseen -= bool(self.unseen) and tag in (*UNSEEN, "u")

    def handle_data(self, data):
        if not self.unseen:
            self.words.append(data)


def squeezed(words: str) -> str:
    return "".join(words.split())


def words_of(html: str) -> str:
    reader = Tidy()
    reader.feed(html)
    reader.close()
    return squeezed("".join(reader.words))


def element(names: tuple[str, ...], children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda name, inner: f"<{name}>{inner}</{name}>", st.sampled_from(names), children)


TEXT = WORDS.map(lambda words: escape(words).replace("\r", "\n"))
ASIDE = st.sampled_from(
    [
        "<!-- x -->",
        "<br>",
        "<script>s<p>t</p></script>",
        "<style>p{}</style>",
        "<u hidden>not shown</u>",
        "<img alt='a > b'>",
    ]
)
INLINES = st.lists(TEXT | ASIDE | element(("b", "i", "span", "em", "time"), TEXT), max_size=5).map("".join)
TIDY = st.lists(
    element(("p", "h1", "h2", "blockquote"), INLINES)
    | element(("div", "section", "article"), st.lists(element(("p", "h3"), INLINES), max_size=3).map("".join))
    | element(("ul", "ol"), st.lists(element(("li",), INLINES), max_size=3).map("".join)),
    max_size=6,
).map("".join)
TAGS = st.builds(
    lambda slash, name, rest: f"<{slash}{name}{rest}>",
    st.sampled_from(["", "/"]),
    st.sampled_from(INLINE + BLOCKS + UNSEEN + ("br", "hr", "body", "svg", "caption", "textarea")),
    st.sampled_from(["", " hidden", " class='a>b'", " style=display:none", ' title="<p>"', "/"]),
)
WILD = st.lists(
    WORDS | TAGS | ASIDE | st.sampled_from(["&amp;", "&eacute", "&#0;", "&#x41;", "\x00", "<!x>", "<?y?>", "</"])
)


def page_of(html: str, encoding: str = "utf-8") -> tuple[bytes, Document]:
    capture = Capture.of(html.encode(encoding), f"text/html; charset={encoding}")
    return capture.body, read(capture, Sighting(capture.id, "page.html", "transport.example"))


@settings(max_examples=150, deadline=None)
@given(WILD.map("".join), st.sampled_from(["utf-8", "utf-16"]))
def test_blocks_rise_and_hold_every_word_of_the_page(html, encoding):
    """Blocks are in page order, never overlap, begin and end with a word, and between them is white space only."""
    _, document = page_of(html, encoding)
    at = 0
    for block in document.blocks:
        assert not document.page.content[at : block.span.start].strip()
        words = document.page.words(block.span)
        assert words
        assert words == words.strip()
        assert block.linked <= len(squeezed(words))
        at = block.span.end
    assert not document.page.content[at:].strip()


@settings(max_examples=150, deadline=None)
@given(WILD.map("".join), st.sampled_from(["utf-8", "utf-16-le"]))
def test_reading_twice_gives_the_same(html, encoding):
    """Same bytes, same document."""
    assert page_of(html, encoding)[1] == page_of(html, encoding)[1]


@settings(max_examples=200, deadline=None)
@given(TIDY, st.sampled_from(["utf-8", "utf-16", "gb18030"]))
def test_a_tidy_page_shows_all_its_words_and_each_block_rereads_from_its_bytes(html, encoding):
    """The words are those of every visible text node, in order; a second reader finds each block in its bytes."""
    body, document = page_of(html, encoding)
    assert squeezed(document.page.content) == words_of(html)
    for block in document.blocks:
        assert block.place is not None
        piece = body[block.place.start : block.place.end].decode(document.encoding or "utf-8")
        assert words_of(piece) == squeezed(document.page.words(block.span))


@settings(max_examples=150, deadline=None)
@given(WILD.map("".join))
def test_a_mapped_block_of_a_wild_page_holds_its_own_words_in_its_bytes(html):
    """Every word of a mapped block stands in its slice in order, entities unescaped: a place is never made up."""
    body, document = page_of(html)
    for block in document.blocks:
        if block.place is None:
            continue
        source = body[block.place.start : block.place.end].decode(document.encoding or "utf-8")
        piece = squeezed(unescape(source).replace("\x00", ""))
        at = 0
        for letter in squeezed(document.page.words(block.span)):
            at = piece.find(letter, at) + 1
            assert at > 0
