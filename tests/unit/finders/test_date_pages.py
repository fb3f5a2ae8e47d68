"""Minimal pages, from bytes to the day of publication: where sites put it, and what stands beside it."""

from __future__ import annotations

import pytest

from onrecord.finders.dates import find
from onrecord.formats.html import read
from onrecord.layouts import LAYOUTS
from onrecord.types import Capture, Dating, NumberOrder, Reading, Role, Sighting, SiteSlice, When

TEXTS = {
    "en": (
        "The harbour line opens on Sunday, the minister of transport, Mira Halloran, told the council of Port Linden.",
        "Nine stations have been built since the council voted for the line, two of them below the harbour.",
        "Trams of the old line go on running for a year, said the director of the railway, and then they go.",
    ),
    "de": (
        "Die Hafenbahn fährt ab Sonntag, sagte die Verkehrsministerin Mira Halloran vor dem Rat der Stadt Lindenhafen.",
        "Neun Bahnhöfe sind gebaut worden, seit der Rat für die Bahn gestimmt hat, zwei davon unter dem Hafen.",
        "Die Wagen der alten Bahn fahren noch ein Jahr lang weiter, sagte der Leiter der Bahn, und dann hören sie auf.",
    ),
    "es": (
        "La línea del puerto se abre el domingo, dijo la ministra de transporte, Mira Halloran, ante el consejo.",
        "Nueve estaciones se han construido desde que el consejo votó por la línea, dos de ellas bajo el puerto.",
        "Los tranvías de la línea vieja siguen en marcha durante un año, dijo el director, y después se retiran.",
    ),
    "sv": (
        "Hamnbanan öppnar på söndag, sade transportministern Mira Halloran inför rådet i staden.",
        "Nio stationer har byggts sedan rådet röstade för banan, och två av dem ligger under hamnen.",
        "Spårvagnarna på den gamla banan går ännu ett år, sade chefen för järnvägen, och sedan tas de bort.",
    ),
}
TITLE = "The harbour line opens at last"


def dated(
    line: str = "",
    *,
    head: str = "",
    language: str = "en",
    first: str = "",
    above: str = "",
    behind: str = "",
    captured_at: str | None = None,
    order: NumberOrder | None = None,
) -> dict[Role, When]:
    """The dates of an article: `head` in its <head>, `above` its title, `line` below, `first` opens its text."""
    texts = "".join(f"<p>{words}</p>" for words in TEXTS[language])
    body = (
        f"<html lang={language}><head><title>{TITLE}</title>{head}</head><body><nav><a href=/>Home</a></nav>{above}"
        f"<article><h1>{TITLE}</h1>{line}{texts.replace('<p>', '<p>' + first, 1)}</article>{behind}</body></html>"
    )
    capture = Capture.of(body.encode(), "text/html")
    document = read(capture, Sighting(capture.id, "page.html", "transport.example", captured_at))
    site = SiteSlice(captured_at=captured_at, number_order=order)
    items = LAYOUTS["page"](document, site)
    main = next(item for item in items if item.is_main)
    things = find(Reading(document, main, items, document.language, site))
    return {thing.role: thing.when for thing in things if isinstance(thing, Dating)}


@pytest.mark.parametrize(
    ("line", "language", "role", "day"),
    [
        ("<p>Pressemitteilung vom 5. März 2024</p>", "de", "published", "2024-03-05"),
        ("<p>Pressemitteilung Nr. 12/2024 | 05.03.2024</p>", "de", "published", "2024-03-05"),
        ("<p>Veröffentlichungsdatum: 05.03.2024</p>", "de", "published", "2024-03-05"),
        ("<p>Zuletzt geändert am: 05.03.2024</p>", "de", "modified", "2024-03-05"),
        ("<p>Stand: 5. März 2024</p>", "de", "modified", "2024-03-05"),
        ("<p>Publicerad 5 mars 2024</p>", "sv", "published", "2024-03-05"),
        ("<p>Uppdaterad 5 mars 2024</p>", "sv", "modified", "2024-03-05"),
    ],
)
def test_a_label_in_the_language_of_the_page_says_the_role(line: str, language: str, role: Role, day: str) -> None:
    found = dated(line, language=language)
    other: Role = "modified" if role == "published" else "published"
    assert (found[role].edtf, found[other].edtf) == (day, None)


def test_two_labelled_dates_in_a_language_without_a_table_keep_their_roles() -> None:
    found = dated("<p>Publicerad 5 mars 2024 Uppdaterad 7 mars 2024</p>", language="sv")
    assert (found["published"].edtf, found["modified"].edtf) == ("2024-03-05", "2024-03-07")


def test_a_day_in_numbers_with_which_the_text_begins_is_its_dateline() -> None:
    assert dated(language="de", first="05.03.2024 ")["published"].edtf == "2024-03-05"
    assert dated(language="de", first="05.03.2024 war ")["published"].edtf is None


def test_a_date_that_is_printed_twice_without_a_blank_is_read_once() -> None:
    assert dated("<p>05.03.202405.03.2024</p>", language="de")["published"].edtf == "2024-03-05"


def test_a_language_that_always_puts_the_day_first_decides_the_order_of_numbers() -> None:
    assert dated("<p>Publicado el 05/03/2024</p>", language="es")["published"].edtf == "2024-03-05"
    assert dated("<p>Published on 05/03/2024</p>")["published"].edtf is None
    assert dated("<p>Publicado el 05/03/2024</p>", language="es", order="month")["published"].edtf == "2024-05-03"


def test_an_order_of_numbers_that_the_capture_rules_out_is_no_reading() -> None:
    published = dated("<p>Published on 05/03/2024</p>", captured_at="2024-04-02T12:00:00Z")["published"]
    assert published.edtf == "2024-03-05"
    assert [rival.edtf for rival in published.rivals] == ["2024-05-03"]


def test_a_list_that_names_the_title_with_its_day_dates_the_item() -> None:
    entries = f"<li><a href=/1>{TITLE}05.03.2024</a></li><li><a href=/2>Tram 5 is late03.03.2024</a></li>"
    behind = f"<aside><ul>{entries}</ul></aside>"
    assert dated(behind=behind)["published"].edtf == "2024-03-05"
    twice = f"{behind}<footer><p><a href=/1>{TITLE} 06.03.2024</a></p></footer>"
    assert dated(behind=twice)["published"].edtf is None


def test_the_day_of_a_link_between_title_and_text_is_not_the_items() -> None:
    teaser = "<div><p>By the ministry</p><p>5 March 2021</p><h3><a href=/2>Tram 5 of Ostrand is late</a></h3></div>"
    assert dated(teaser)["published"].edtf is None
    assert dated("<p>5 March 2024</p>" + teaser)["published"].edtf == "2024-03-05"


def test_lines_above_the_title_of_different_days_cancel_each_other() -> None:
    above = "<div><p>5 March 2024</p><p>Tram 5 is late</p><p>3 March 2024</p></div>"
    published = dated(above=above)["published"]
    assert published.edtf is None
    assert {rival.edtf for rival in published.rivals} == {"2024-03-05", "2024-03-03"}
    assert dated(above="<p>5 March 2024, 9:00 / 7 March 2024, 8:00</p>")["published"].edtf == "2024-03-05T09:00:00"


def test_meta_that_may_mean_creation_yields_to_the_line_by_the_title() -> None:
    head = "<meta name=date content=2024-03-09>"
    assert dated("<p>5 March 2024</p>", head=head)["published"].edtf == "2024-03-05"
    assert dated(head=head)["published"].edtf == "2024-03-09"
    assert dated(head=head, first="Linden, 5 March 2024 – ")["published"].edtf is None


def test_a_declared_date_that_two_other_sources_contradict_loses() -> None:
    head = (
        "<script type=application/ld+json>"
        '{"@type": "NewsArticle", "headline": "x", "datePublished": "2019-01-01T08:00:00+01:00"}</script>'
    )
    meta = "<meta property=article:published_time content=2024-03-05T08:00:00+01:00>"
    alone = dated(head=head)["published"]
    assert alone.edtf == "2019-01-01T08:00:00+01:00"
    assert dated("<p>5 March 2024</p>", head=head)["published"].edtf == "2019-01-01T08:00:00+01:00"
    outvoted = dated("<p>5 March 2024</p>", head=head + meta)["published"]
    assert outvoted.edtf == "2024-03-05T08:00:00+01:00"
    assert [rival.edtf for rival in outvoted.rivals] == ["2019-01-01T08:00:00+01:00"]


def test_sources_that_show_the_last_change_outvote_no_publication() -> None:
    head = (
        "<script type=application/ld+json>"
        '{"@type": "NewsArticle", "datePublished": "2019-01-01", "dateModified": "2024-03-05"}</script>'
        "<meta name=date content=2024-03-05>"
    )
    assert dated("<p>5 March 2024</p>", head=head)["published"].edtf == "2019-01-01"


def test_the_line_that_shows_a_utc_moment_on_the_local_clock_tells_the_day() -> None:
    head = "<meta property=article:published_time content=2024-03-05T01:09:00Z>"
    assert dated("<p>4 March 2024, 18:09</p>", head=head)["published"].edtf == "2024-03-04T18:09:00"
    assert dated("<p>4 March 2024, 18:10</p>", head=head)["published"].edtf == "2024-03-05T01:09:00Z"


def test_a_line_without_a_year_is_completed_by_a_capture_of_the_same_days() -> None:
    fresh = dated("<p>Published: 5 March, 17:46</p>", captured_at="2024-03-06T12:00:00Z")["published"]
    assert (fresh.edtf, fresh.basis, fresh.how) == ("2024-03-05", "inferred", "completed")
    assert dated("<p>Published: 5 March, 17:46</p>", captured_at="2024-06-06T12:00:00Z")["published"].edtf is None
    assert dated("<p>Published: 5 March, 17:46</p>")["published"].edtf is None


@pytest.mark.parametrize(
    "footer",
    ["<footer><p>© 2019 transport.example</p></footer>", "<footer><p>Letzte Änderung: 05.03.2024</p></footer>"],
)
def test_a_footer_dates_no_publication(footer: str) -> None:
    assert dated(behind=footer, language="de")["published"].edtf is None
