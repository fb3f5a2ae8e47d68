"""Date strings: what the grammar reads in each language, what it refuses, and what it costs."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from onrecord.finders.date_strings import find_dates, number_evidence
from onrecord.languages import LANGUAGES
from onrecord.types import Document, Text

CASES = Path(__file__).parents[2] / "cases" / "dates"
ROWS = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['text']}{' ' + case['order'] if 'order' in case else ''}")
    for path in sorted(CASES.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]
]


@pytest.mark.parametrize("everywhere", [False, True], ids=["its language", "no language"])
@pytest.mark.parametrize(("language", "case"), ROWS)
def test_a_date_is_read_as_the_case_says(language: str, case: dict[str, Any], everywhere: bool) -> None:
    text = Text.of(case["text"])
    found = find_dates(text, number_order=case.get("order"), languages=None if everywhere else [language])
    if case.get("none"):
        assert found == []
        return
    date, *others = found
    assert text.words(date.span) == case["words"]
    assert date.edtf == case.get("edtf")
    assert date.rivals == tuple(case.get("rivals", ()))
    assert date.days == case.get("days")
    assert [text.words(other.span) for other in others] == case.get("also", [])
    for field in ("hour", "offset", "weekday"):
        if field in case:
            assert getattr(date, field) == case[field]


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_a_language_names_every_month_and_weekday(code: str) -> None:
    assert sorted(set(LANGUAGES[code].months.values())) == list(range(1, 13))
    assert sorted(set(LANGUAGES[code].weekdays.values())) == list(range(1, 8))


def test_no_form_names_different_months_in_two_languages() -> None:
    months: dict[str, int] = {}
    for code in LANGUAGES:
        for form, month in LANGUAGES[code].months.items():
            assert months.setdefault(form, month) == month


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "May ",
        "12/05/2021/",
        "2020 ",
        "Wed, ",
        "ago ",
        "/2020",
        "1.",
        "5 May - ",
        "The road opened on 5 May 2024. ",
    ],
)
def test_a_text_of_any_kind_is_read_in_linear_time(piece: str) -> None:
    """Ten times the text takes about ten times as long: less than twenty, for the clock is not ours alone."""

    def seconds(size: int) -> float:
        """The quickest of three: what else the machine does only adds."""
        text, taken = Text.of(piece * (size // len(piece))), []
        for _ in range(3):
            started = time.process_time()
            find_dates(text)
            taken.append(time.process_time() - started)
        return min(taken)

    seconds(1_000)
    assert seconds(100_000) < 20 * max(seconds(10_000), 0.002)


def page(content: str) -> Document:
    return Document("d", "c", "s", Text.of(content), Text.of(""), "plain/1", None, None, (), ())


def test_evidence_of_the_order_of_numbers_is_counted_not_decided() -> None:
    assert number_evidence(page("25/06/2024, 06/25/2024 and 13-06-2024")) == (2, 1, 0)
    assert number_evidence(page("05/06/2024 and 05/05/2024")) == (0, 0, 1)


def test_full_stops_are_evidence_when_they_tell_and_never_ambiguous() -> None:
    assert number_evidence(page("26.07.2024, 05.06.2024")) == (1, 0, 0)


def test_document_numbers_and_impossible_dates_are_no_evidence() -> None:
    assert number_evidence(page("S/25/06/2024, 45/06/2024, 10.25.06.2024, 31/02/2024")) == (0, 0, 0)
