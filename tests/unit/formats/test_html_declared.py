"""What a page says of itself."""

import pytest

from onrecord.formats.html import read
from onrecord.types import Capture, Document, Sighting


def page_of(html: str, source: str = "page.html") -> Document:
    capture = Capture.of(html.encode(), "text/html")
    return read(capture, Sighting(capture.id, source, "transport.example"))


def declared(html: str, source: str = "page.html") -> list[str]:
    return page_of(html, source=source).declared.content.splitlines()


def test_the_address_comes_first_and_a_path_is_no_address():
    assert declared("<title>T</title>", "https://transport.example/a") == [
        "address: https://transport.example/a",
        "title: T",
    ]
    assert declared("<title>T</title>") == ["title: T"]


def test_lines_stand_in_page_order_with_white_space_collapsed():
    html = (
        '<html lang="en"><head><meta property="article:published_time" content="2024-03-05T09:00Z">'
        '<title>\n A  bridge </title><link rel="canonical" href="https://transport.example/b">'
        '<meta name="author" content=" Mira   Halloran "><meta name="viewport" content="width=device-width">'
        '<meta http-equiv="last-modified" content="Tue, 05 Mar 2024 10:00:00 GMT"></head>'
        '<body><div itemprop="datePublished" content="2024-03-05">x</div></body></html>'
    )
    assert declared(html) == [
        "lang: en",
        "meta article:published_time: 2024-03-05T09:00Z",
        "title: A bridge",
        "link canonical: https://transport.example/b",
        "meta author: Mira Halloran",
        "meta last-modified: Tue, 05 Mar 2024 10:00:00 GMT",
        "itemprop datePublished: 2024-03-05",
    ]


def test_a_time_that_is_shown_tells_where():
    document = page_of("<p>On <time datetime='2024-03-05'> 5 <b>March</b> </time>it rained.</p>")
    first, place = document.declared.content.splitlines()
    assert first == "time datetime: 2024-03-05"
    start, end = map(int, place.removeprefix("time place: ").split("-"))
    assert document.page.content[start:end] == "5 March"


def test_a_time_that_is_not_shown_has_no_place():
    assert declared("<p hidden><time pubdate datetime='2024-03-05'>5 March</time></p><time datetime=2024></time>") == [
        "time[pubdate] datetime: 2024-03-05",
        "time datetime: 2024",
    ]


def test_json_ld_gives_dates_names_and_places_through_graphs_and_lists():
    html = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
      {"@type": ["NewsArticle", "Thing"], "headline": "A  bridge", "datePublished": "2024-03-05", "wordCount": 9,
       "author": [{"@type": "Person", "name": "Mira Halloran"}, "Office"], "publisher": {"name": "Ministry"}},
      {"@type": "WebSite", "url": "https://transport.example"}]}</script>"""
    assert declared(html) == [
        "json-ld NewsArticle.headline: A bridge",
        "json-ld NewsArticle.datePublished: 2024-03-05",
        "json-ld NewsArticle.author: Mira Halloran",
        "json-ld NewsArticle.author: Office",
        "json-ld NewsArticle.publisher: Ministry",
        "json-ld WebSite.url: https://transport.example",
    ]


@pytest.mark.parametrize("json", ['{"datePublished": ', "[" * 100_000, "", "null", "7", '"words"'])
def test_broken_json_ld_declares_nothing(json):
    assert declared(f'<script type="application/ld+json">{json}</script><p>x</p>') == []
