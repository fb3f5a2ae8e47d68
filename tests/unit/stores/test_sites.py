"""What the set of a site's pages teaches about one of them, and whom a new page concerns."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.formats import Caps
from onrecord.pipeline import read_page
from onrecord.stores.writer import Writer
from onrecord.types import Capture, Sighting
from tests import site


@pytest.fixture
def writer(tmp_path: Path):
    with Writer(tmp_path / "record", site.settings()) as writer:
        yield writer


def add(writer: Writer, source: str, text: str, *, site: str = "transport.example", at: str | None = None) -> str:
    """The id of the document that `text`, met at `source`, becomes."""
    capture = Capture.of(text.encode())
    sighting = Sighting(capture.id, source, site, fetched_at=at)
    page = read_page((capture, sighting), Caps())
    writer.add_page(capture, sighting, page)
    return page.document.id


def settle(writer: Writer) -> list[str]:
    """Ids that were pending; none is afterwards."""
    ids = writer.pending()
    for document_id in ids:
        writer.write_reading(document_id, writer.slice_of(document_id), "test", (), None)
    return ids


NOTICE = "The ferry office is closed on the day of the harbour festival.\n\n"


def test_a_block_on_two_pages_of_a_site_is_furniture_of_both(writer: Writer):
    first = add(writer, "a.txt", NOTICE + "The bridge of Sallow reopened.\n")
    assert writer.slice_of(first).furniture == frozenset()
    second = add(writer, "b.txt", NOTICE + "The pilots' guild elected its chair.\n")
    assert len(writer.slice_of(first).furniture) == len(writer.slice_of(second).furniture) == 1


def test_two_captures_of_one_page_and_pages_of_two_sites_make_no_furniture(writer: Writer):
    one = add(writer, "a.txt", NOTICE + "The bridge of Sallow reopened.\n")
    two = add(writer, "a.txt", NOTICE + "The bridge of Sallow reopened yesterday.\n")
    other = add(writer, "a.txt", NOTICE + "The bridge of Lind reopened.\n", site="bridges.example")
    assert {writer.slice_of(name).furniture for name in (one, two, other)} == {frozenset()}


def test_only_pages_that_learn_something_new_are_read_again(writer: Writer):
    first = add(writer, "a.txt", NOTICE + "The bridge of Sallow reopened.\n")
    assert settle(writer) == [first]
    second = add(writer, "b.txt", NOTICE + "The pilots' guild elected its chair.\n")
    assert set(settle(writer)) == {first, second}
    third = add(writer, "c.txt", NOTICE + "The radar station is new.\n")
    assert settle(writer) == [third]  # it was furniture already


def test_a_page_that_loses_its_only_twin_is_read_again(writer: Writer):
    first = add(writer, "a.txt", NOTICE + "The bridge of Sallow reopened.\n")
    second = add(writer, "b.txt", NOTICE + "The pilots' guild elected its chair.\n")
    settle(writer)
    writer.withdraw(second, "read by mistake")
    assert settle(writer) == [first]
    assert writer.slice_of(first).furniture == frozenset()


def test_the_order_of_numbers_is_the_sites_and_both_orders_are_none(writer: Writer):
    unsure = add(writer, "a.txt", "Published: 05/06/2024\n\nThe bridge of Sallow reopened.\n")
    assert writer.slice_of(unsure).number_order is None
    settle(writer)
    add(writer, "b.txt", "Published: 25/06/2024\n\nThe pilots' guild elected its chair.\n")
    assert writer.slice_of(unsure).number_order == "day"
    assert unsure in settle(writer)
    add(writer, "c.txt", "Published: 06/25/2024\n\nThe radar station is new.\n")
    assert writer.slice_of(unsure).number_order is None
    assert unsure in settle(writer)


def test_an_earlier_sighting_is_held_against_the_dates_of_its_page(writer: Writer):
    text = "The bridge of Sallow reopened.\n"
    document_id = add(writer, "https://t.example/a", text, at="2024-05-02T00:00:00Z")
    settle(writer)
    capture = Capture.of(text.encode())
    writer.add_sighting(Sighting(capture.id, "https://t.example/a", "t.example", fetched_at="2024-05-03T00:00:00Z"))
    assert settle(writer) == []
    writer.add_sighting(Sighting(capture.id, "https://t.example/a", "t.example", fetched_at="2024-05-01T00:00:00Z"))
    assert settle(writer) == [document_id]
    assert writer.slice_of(document_id).captured_at == "2024-05-01T00:00:00Z"
