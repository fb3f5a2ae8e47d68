"""Search: words in any form, phrases as they are, and queries that are no FTS5."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stores import search
from onrecord.stores.database import migrate


def index(*texts: str) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", isolation_level=None)
    migrate(database)
    for number, text in enumerate(texts, 1):
        search.index(database, number, text)
    return database


def found(database: sqlite3.Connection, query: str) -> list[int]:
    expression = search.match(query)
    if not expression:
        return []
    rows = database.execute("select rowid from search where search match ? order by rowid", (expression,))
    return [row[0] for row in rows]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("ferry", [1]),
        ("ferries sailing", [1]),
        ("переговоров", [2]),
        ("елка", [3]),
        ('"ferries will sail"', [1]),
        ('"sail will ferries"', []),
        ("ferry OR guild", []),  # OR is a word like another
        ("", []),
        ("—", []),
    ],
)
def test_words_are_found_in_any_form_and_phrases_as_they_stand(query: str, numbers: list[int]):
    database = index("The ferries will sail again.", "Министр провёл переговоры.", "Ёлка стоит у причала.")
    assert found(database, query) == numbers


@given(st.text())
def test_no_query_is_an_error(query: str):
    assert found(index("The ferries will sail again."), query) in ([], [1])
