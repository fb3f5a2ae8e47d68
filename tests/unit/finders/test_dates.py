"""Which of a page's dates is an item's own, in which role, and on what grounds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.finders.dates import find
from onrecord.types import (
    ROLES,
    Dating,
    Document,
    Kind,
    Mention,
    NumberOrder,
    Reading,
    Role,
    SiteSlice,
    Text,
    When,
    item_id,
)
from tests.support import reading

LEAD = (
    "The ministry of transport will mend all bridges of the northern region, Mira Halloran told the council in Geneva."
)
NEWS = f"Bridges to be mended\n5 March 2024\n{LEAD}"


def dated(
    text: str,
    kind: Kind = "news",
    *,
    declared: str = "",
    language: str = "en",
    captured_at: str | None = None,
    order: NumberOrder | None = None,
) -> dict[Role, When]:
    """The datings of the one item of `text`, whose first line is its title, by role."""
    read = reading(text, kind, language=language, title=True)
    read = replace(
        read,
        document=replace(read.document, declared=Text.of(declared)),
        site=SiteSlice(captured_at=captured_at, number_order=order),
    )
    return whens(read)


def whens(read: Reading) -> dict[Role, When]:
    things = list(find(read))
    datings = [thing for thing in things if isinstance(thing, Dating)]
    assert [dating.role for dating in datings] == list(ROLES)
    assert all(isinstance(thing, Dating | Mention) for thing in things)
    return {dating.role: dating.when for dating in datings}


def words(document: Document, when: When) -> str:
    assert when.span is not None
    text = document.page if when.span.text_id == document.page.id else document.declared
    return text.words(when.span)


def with_teaser(text: str, teaser: str, *, before: bool) -> Reading:
    """The reading of `text` on a page that has a teaser of another item before or behind it."""
    whole = f"{teaser}\n{text}" if before else f"{text}\n{teaser}"
    read = reading(whole, title=True)
    page = read.document.page
    start = len(teaser) + 1 if before else 0
    own, other = (
        page.trimmed(start, start + len(text)),
        page.trimmed(*((0, len(teaser)) if before else (len(text), len(whole)))),
    )
    lines = [block.span for block in read.document.blocks if own.holds(block.span)]
    item = replace(read.item, span=own, title=lines[0], lead=lines[1], body=None)
    neighbour = replace(item, id=item_id(read.document.id, other), span=other, title=None, lead=other, is_main=False)
    return replace(read, item=item, siblings=tuple(sorted((item, neighbour), key=lambda one: one.span)))


def test_a_date_line_below_the_title_is_the_day_of_publication() -> None:
    published = dated(NEWS)["published"]
    assert (published.edtf, published.basis, published.how) == ("2024-03-05", "stated", "text")


def test_without_a_date_every_role_is_unknown_and_says_what_was_looked_for() -> None:
    for when in dated(f"Bridges to be mended\n{LEAD}").values():
        assert (when.edtf, when.basis) == (None, "unknown")
        assert when.why


def test_json_ld_outranks_meta_the_page_and_the_address_which_become_rivals() -> None:
    declared = (
        "address: https://transport.example/2024/03/01/bridges\n"
        "meta article:published_time: 2024-03-04T09:00:00+01:00\n"
        "json-ld NewsArticle.datePublished: 2024-03-06T09:00:00+01:00\n"
    )
    published = dated(NEWS, declared=declared)["published"]
    assert (published.edtf, published.how) == ("2024-03-06T09:00:00+01:00", "declared")
    assert [rival.edtf for rival in published.rivals] == ["2024-03-04T09:00:00+01:00", "2024-03-05", "2024-03-01"]
    assert all(rival.why for rival in published.rivals)


def test_the_span_of_a_declared_date_lies_in_the_declared_text() -> None:
    declared = "lang: en\nmeta article:published_time: 2024-03-04T09:00:00+01:00\n"
    read = reading(f"Bridges to be mended\n{LEAD}", title=True)
    read = replace(read, document=replace(read.document, declared=Text.of(declared)))
    assert words(read.document, whens(read)["published"]) == "2024-03-04T09:00:00+01:00"


def test_declared_changes_are_modified_never_published() -> None:
    found = dated(f"Bridges to be mended\n{LEAD}", declared="meta article:modified_time: 2024-03-04\n")
    assert found["modified"].edtf == "2024-03-04"
    assert found["published"].edtf is None


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Published: 5 March 2024", "published"),
        ("Last updated: 5 March 2024", "modified"),
        ("Дата публикации: 5 марта 2024 года", "published"),
        ("Обновлено: 5 марта 2024", "modified"),
        ("Veröffentlicht am 5. März 2024", "published"),
        ("Mis à jour le 5 mars 2024", "modified"),
    ],
)
def test_a_label_says_which_role_a_date_has(line: str, role: Role) -> None:
    language = {"Д": "ru", "О": "ru", "V": "de", "M": "fr"}.get(line[0], "en")
    found = dated(f"Bridges to be mended\n{line}\n{LEAD}", language=language)
    assert found[role].edtf == "2024-03-05"
    assert found["modified" if role == "published" else "published"].edtf is None


def test_two_labels_on_one_line_go_to_their_own_dates() -> None:
    found = dated(f"Bridges to be mended\nPublished: 5 March 2024 | Updated: 7 March 2024\n{LEAD}")
    assert (found["published"].edtf, found["modified"].edtf) == ("2024-03-05", "2024-03-07")


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    assert dated(f"Bridges to be mended\nThe bridge was closed on 5 March 2024.\n{LEAD}")["published"].edtf is None


def test_a_date_after_the_capture_is_a_rival_and_says_so() -> None:
    published = dated(NEWS, captured_at="2024-03-02T12:00:00Z")["published"]
    assert published.edtf is None
    assert [(rival.edtf, rival.why) for rival in published.rivals] == [("2024-03-05", "later than the capture")]


def test_a_date_whose_order_nobody_decided_is_two_rivals() -> None:
    text = NEWS.replace("5 March 2024", "05/03/2024")
    published = dated(text)["published"]
    assert published.edtf is None
    assert [rival.edtf for rival in published.rivals] == ["2024-03-05", "2024-05-03"]
    assert dated(text, order="day")["published"].edtf == "2024-03-05"
    assert dated(text, order="month")["published"].edtf == "2024-05-03"


def test_the_address_dates_an_item_that_nothing_else_dates() -> None:
    text = f"Bridges to be mended\n{LEAD}"
    published = dated(text, declared="address: https://transport.example/2024/03/05/bridges\n")["published"]
    assert (published.edtf, published.how) == ("2024-03-05", "address")
    assert dated(text, declared="address: https://transport.example/bridges-2024\n")["published"].edtf is None


def test_a_date_line_without_a_year_takes_the_year_of_the_address() -> None:
    text = NEWS.replace("5 March 2024", "5 March")
    published = dated(text, declared="address: https://transport.example/bridges-2024\n")["published"]
    assert (published.edtf, published.basis, published.how) == ("2024-03-05", "inferred", "completed")
    assert len(published.from_) == 2
    assert dated(text)["published"].edtf is None


def test_page_and_address_that_contradict_each_other_are_reported() -> None:
    published = dated(NEWS, declared="address: https://transport.example/2024/02/05/bridges\n")["published"]
    assert published.edtf == "2024-03-05"
    assert [rival.edtf for rival in published.rivals] == ["2024-02-05"]


def test_the_local_zone_tells_the_day_of_a_moment_that_is_declared_twice() -> None:
    declared = (
        "json-ld NewsArticle.datePublished: 2024-03-04T23:30:00Z\n"
        "meta article:published_time: 2024-03-05T00:30:00+01:00\n"
    )
    assert dated(NEWS, declared=declared)["published"].edtf == "2024-03-05T00:30:00+01:00"


@pytest.mark.parametrize("before", [True, False])
def test_the_date_of_a_teaser_is_never_that_of_the_main_item(before: bool) -> None:
    read = with_teaser(f"Bridges to be mended\n{LEAD}", "9 July 2024", before=before)
    for when in whens(read).values():
        assert when.edtf is None


def test_a_teaser_has_the_date_line_in_its_own_span() -> None:
    read = with_teaser(f"Bridges to be mended\n{LEAD}", "9 July 2024", before=True)
    neighbour = replace(read, item=read.siblings[0])
    assert whens(neighbour)["published"].edtf == "2024-07-09"


def test_what_a_page_declares_is_not_its_teasers() -> None:
    read = with_teaser(f"Bridges to be mended\n{LEAD}", "Roads to be mended", before=True)
    document = replace(read.document, declared=Text.of("meta article:published_time: 2024-03-04\n"))
    assert whens(replace(read, document=document))["published"].edtf == "2024-03-04"
    assert whens(replace(read, document=document, item=read.siblings[0]))["published"].edtf is None


def test_a_time_element_in_a_teaser_is_the_teasers() -> None:
    teaser = "Roads: 9 July"
    read = with_teaser(f"Bridges to be mended\n{LEAD}", teaser, before=True)
    document = replace(read.document, declared=Text.of("time datetime: 2024-07-09\ntime place: 7-13\n"))
    assert whens(replace(read, document=document))["published"].edtf is None
    assert whens(replace(read, document=document, item=read.siblings[0]))["published"].edtf == "2024-07-09"


# spoken


@pytest.mark.parametrize(
    ("title", "lead", "day"),
    [
        ("Remarks by Mira Halloran, 5 March 2024", "Dear colleagues, thank you.", "2024-03-05"),
        ("Remarks by Mira Halloran [July 2024]", "Dear colleagues, thank you.", "2024-07"),
        ("Remarks by Mira Halloran", "Address delivered on 5 March 2024 to the council.", "2024-03-05"),
        ("Remarks by Mira Halloran", "GENEVA, 5 March 2024 – Dear colleagues, thank you.", "2024-03-05"),
        ("Remarks by Mira Halloran", "Dear colleagues, we remember 5 March 1999 well.", None),
    ],
)
def test_a_speech_was_spoken_when_title_dateline_or_first_sentences_say(title: str, lead: str, day: str | None) -> None:
    found = dated(f"{title}\n{lead}", "speech")
    assert found["spoken"].edtf == day
    assert found["happened"].edtf is None


# happened


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("On 25 July 2024, staff of the ministry met with graduates.", "2024-07-25"),
        ("Mira Halloran took part in the debate held on 19 July 2024 at the council.", "2024-07-19"),
        ("The ministers met on 29-30 July 2024 in Geneva.", "2024-07-29/2024-07-30"),
        ("Since 25 July 2024 the bridge has been closed.", None),
        ("The strategy until 31 December 2025 was discussed.", None),
        ("Bridges are old. On 25 July 2024 one fell.", None),
        ("Mira Halloran will travel from July 17-19. On July 19, 2024 she will open a bridge.", None),
        ("GENEVA, 25 July 2024 – The bridge will be mended.", None),
    ],
)
def test_an_event_happened_when_the_first_sentence_of_the_lead_says(lead: str, day: str | None) -> None:
    assert dated(f"Bridges\n{lead}")["happened"].edtf == day


def test_history_in_the_first_sentence_is_not_the_news() -> None:
    lead = "On 15 January 2004, the bridge was opened by Mira Halloran."
    found = dated(f"Bridges\n5 March 2024\n{lead}\nIt was closed on 4 March 2024.")
    assert found["happened"].edtf is None
    assert [rival.edtf for rival in found["happened"].rivals] == ["2004-01-15"]


def test_a_day_without_a_year_takes_the_year_nearest_to_the_items_own_publication() -> None:
    lead = "On 28 December, the ministers met in Geneva."
    happened = dated(f"Bridges\nPublished: 2 January 2024\n{lead}")["happened"]
    assert (happened.edtf, happened.basis, happened.how) == ("2023-12-28", "inferred", "completed")
    assert len(happened.from_) == 2
    assert dated(f"Bridges\n{lead}")["happened"].edtf is None


def test_a_weekday_that_fits_no_year_leaves_the_day_unknown() -> None:
    lead = "On Monday, 28 December, the ministers met in Geneva."
    assert dated(f"Bridges\nPublished: 2 January 2024\n{lead}")["happened"].edtf is None


@pytest.mark.parametrize(
    ("phrase", "day"),
    [("today", "2024-03-06"), ("yesterday", "2024-03-05"), ("on Monday", "2024-03-04"), ("last week", None)],
)
def test_relative_words_count_from_the_items_own_publication(phrase: str, day: str | None) -> None:
    lead = f"The ministers met {phrase} in Geneva."
    happened = dated(f"Bridges\nPublished: 6 March 2024\n{lead}")["happened"]
    assert happened.edtf == day
    assert happened.how == (None if day is None else "relative")
    assert dated(f"Bridges\n{lead}")["happened"].edtf is None


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2024-03-06T12:00:00Z", "2024-03-06"),
        ("2024-03-06T23:30:00Z", None),
        ("2024-03-06T23:30:00+03:00", "2024-03-06"),
    ],
)
def test_today_is_not_counted_from_a_utc_moment_near_midnight(moment: str, day: str | None) -> None:
    found = dated("Bridges\nThe ministers met today in Geneva.", declared=f"meta article:published_time: {moment}\n")
    assert found["happened"].edtf == day


@pytest.mark.parametrize("kind", ["speech", "transcript", "interview"])
def test_today_in_a_speakers_own_words_is_no_day_of_delivery(kind: Kind) -> None:
    lead = "Thank you for the invitation to this conference today, and for the bridge."
    assert dated(f"Bridges\nPublished: 6 March 2024\n{lead}", kind)["spoken"].edtf is None
    assert dated(f"Bridges\nPublished: 6 March 2024\nThe ministry issued this today: {lead}", "statement")[
        "spoken"
    ].edtf


def test_the_day_in_a_message_is_that_of_its_occasion() -> None:
    lead = "I congratulate the people of Ostrand on their national day on July 5."
    assert dated(f"National day of Ostrand\nPublished: 5 July 2024\n{lead}", "message")["happened"].edtf is None


def test_a_column_tells_of_no_event() -> None:
    assert dated("Bridges\nOn 25 July 2024, I crossed the bridge.", "op_ed")["happened"].edtf is None


def test_every_date_string_of_the_item_is_a_mention() -> None:
    read = reading("Bridges\nOn 25 July 2024 and in May 2023 the ministers met.", title=True)
    mentions = [thing for thing in find(read) if isinstance(thing, Mention)]
    assert [read.document.page.words(one.span) for one in mentions] == ["25 July 2024", "May 2023"]


def test_dateparser_reads_a_date_line_in_a_language_without_a_table_of_ours() -> None:
    text = NEWS.replace("5 March 2024", "5 marca 2024")
    assert dated(text, language="pl")["published"].edtf == "2024-03-05"
    assert dated(text, language="en")["published"].edtf is None


def test_a_date_line_behind_the_end_of_the_item_counts_only_with_a_label() -> None:
    read = reading(f"Bridges to be mended\n{LEAD}\n9 July 2024", title=True)
    page = read.document.page
    item = replace(read.item, span=page.span(0, page.content.index("\n9 July")), body=None)
    assert whens(replace(read, item=item, siblings=(item,)))["published"].edtf is None
    read = reading(f"Bridges to be mended\n{LEAD}\nPublished: 9 July 2024", title=True)
    item = replace(item, span=read.document.page.span(0, item.span.end), title=read.item.title, lead=read.item.lead)
    assert whens(replace(read, item=item, siblings=(item,)))["published"].edtf == "2024-07-09"


def test_date_lines_of_swallowed_teasers_cancel_each_other() -> None:
    one = f"Bridges to be mended\n{LEAD}\nRoads\n9 July 2024\n{LEAD}"
    assert dated(one)["published"].edtf == "2024-07-09"
    two = dated(f"{one}\nRails\n12 July 2024\n{LEAD}")["published"]
    assert two.edtf is None
    assert [rival.edtf for rival in two.rivals] == ["2024-07-09", "2024-07-12"]
