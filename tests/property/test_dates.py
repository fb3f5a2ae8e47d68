"""Laws of dates: what a date string is does not depend on what stands around it, and no item takes a neighbour's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.finders.date_strings import DateString, find_dates
from onrecord.finders.dates import find
from onrecord.languages import LANGUAGES
from onrecord.types import ROLES, Dating, Reading, SiteSlice, Text, item_id
from tests.support import reading

DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
ENGLISH = "January February March April May June July August September October November December".split()  # noqa: SIM905
RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()  # noqa: SIM905
KAZAKH = [next(form for form, n in LANGUAGES["kk"].months.items() if n == month) for month in range(1, 13)]
FORMATS = {
    "day month year": lambda day: f"{day.day} {ENGLISH[day.month - 1]} {day.year}",
    "month day year": lambda day: f"{ENGLISH[day.month - 1]} {day.day}, {day.year}",
    "short month": lambda day: f"{day.day:02d} {ENGLISH[day.month - 1][:3]}. {day.year}",
    "dashes": lambda day: f"{day.day}-{ENGLISH[day.month - 1][:3]}-{day.year}",
    "short year": lambda day: f"{day.day}-{ENGLISH[day.month - 1][:3]}-{day.year % 100:02d}",
    "russian": lambda day: f"{day.day} {RUSSIAN[day.month - 1]} {day.year} года",
    "iso": lambda day: day.isoformat(),
    "slashes, year first": lambda day: f"{day.year}/{day.month:02d}/{day.day:02d}",
    "full stops": lambda day: f"{day.day:02d}.{day.month:02d}.{day.year}",
    "full stops, spaces": lambda day: f"{day.day}. {day.month}. {day.year}",
    "full stops, short year": lambda day: f"{day.day:02d}.{day.month:02d}.{day.year % 100:02d}",
    "chinese": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "compact": lambda day: f"{day.year}{day.month:02d}{day.day:02d}",
    "kazakh": lambda day: f"{day.year} жылғы {day.day} {KAZAKH[day.month - 1]}",
}
# Pieces that texts about dates are made of, whole dates and parts of them, so that most joins are near misses.
PIECES = st.sampled_from(
    [
        *[
            "1",
            "5",
            "05",
            "12",
            "25",
            "31",
            "99",
            "2024",
            "1999",
            "20240305",
            "1676286735",
            ".",
            ",",
            "-",
            "/",
            ":",
            "–",
            "|",
            "(",
            ")",
            "$",
            "№",
            "v",
        ],
        *[
            "May",
            "may",
            "March",
            "Jul.",
            "мая",
            "марта",
            "года",
            "août",
            "Mär",
            "жылғы",
            "年",
            "月",
            "日",
            "VI",
            "Wed,",
            "to",
        ],
        *["today", "ago", "three", "days", "last", "week", "в", "понедельник", "th", "PM", "GMT", "+6", "Z", "T", "s"],
        *["5 May 2024", "05/06/2024", "25.07.2024", "2024-03-05T10:00:00Z", "14:05", "https://a.example/2022/05/12/"],
    ]
)
JOINTS = st.sampled_from(["", " ", " ", " ", "\n", "\u00a0", ", "])
TEXTS = st.lists(st.tuples(PIECES, JOINTS), max_size=12).map(lambda parts: "".join(a + b for a, b in parts))
CLEAN = st.sampled_from(["", "The ministers met. ", "Опубликовано: ", "(", "“", "\n\n", "— "])


def essence(found: DateString) -> tuple[object, ...]:
    return found.edtf, found.precision, found.rivals, found.hour, found.offset, found.days


@given(TEXTS)
def test_date_strings_are_in_text_order_and_never_overlap(content: str) -> None:
    """For every text: each date string is a non-empty span of it, and begins where the one before has ended."""
    text, end = Text.of(content), 0
    for found in find_dates(text):
        assert end <= found.span.start < found.span.end <= len(text.content)
        end = found.span.end


@given(TEXTS)
def test_the_words_of_a_date_string_read_alone_are_the_same_date(content: str) -> None:
    """For every date string: its words by themselves are one date string, of the same value."""
    text = Text.of(content)
    for found in find_dates(text):
        words = text.words(found.span)
        alone = find_dates(Text.of(words))
        assert [essence(one) for one in alone] == [essence(found)], words
        assert len(alone[0].span) == len(words)


@given(DAYS, st.sampled_from(sorted(FORMATS)), CLEAN, CLEAN)
def test_every_day_in_every_format_reads_back_whatever_stands_around_it(
    day: date, shape: str, before: str, after: str
) -> None:
    """For every day and format: the text that writes it has one date string, all of it, and its value is the day."""
    written = FORMATS[shape](day)
    if shape == "compact":
        before, after = "", ""  # eight digits are a date only where nothing else stands, and in addresses
    if written[-1].isalpha() and after[:1].isalpha():
        after = f" {after}"  # where two words are glued together there is no telling where the first ends
    text = Text.of(f"{before}{written}{after}")
    (found,) = find_dates(text)
    assert text.words(found.span) == written
    assert found.edtf == day.isoformat()


@given(st.datetimes(datetime(1950, 1, 1), datetime(2049, 12, 31)), st.integers(-12, 14))
def test_every_moment_reads_back_in_its_own_zone(moment: datetime, zone: int) -> None:
    """For every moment and zone: the EDTF of its ISO form is that form, to the second."""
    written = f"{moment:%Y-%m-%dT%H:%M:%S}{'-' if zone < 0 else '+'}{abs(zone):02d}:00"
    (found,) = find_dates(Text.of(written))
    assert found.edtf == written


@given(DAYS, st.sampled_from(["/", "-"]))
def test_an_order_of_numbers_that_nobody_decided_decides_nothing(day: date, mark: str) -> None:
    """For every day written in numbers: without an order it is read only when one reading is left."""
    written = f"{day.day:02d}{mark}{day.month:02d}{mark}{day.year}"
    (open_,) = find_dates(Text.of(written))
    (decided,) = find_dates(Text.of(written), number_order="day")
    assert decided.edtf == day.isoformat()
    if day.day <= 12 and day.day != day.month:
        assert open_.edtf is None
        assert set(open_.rivals) == {day.isoformat(), date(day.year, day.day, day.month).isoformat()}
    else:
        assert open_.edtf == day.isoformat()


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1950, 2049))
def test_only_days_of_the_calendar_are_days(day: int, month: int, year: int) -> None:
    """For every day, month and year: the text is a date exactly when the calendar has that day."""
    try:
        expected = [date(year, month, day).isoformat()]
    except ValueError:
        expected = []
    for written in (
        f"{day} {ENGLISH[month - 1]} {year}",
        f"{ENGLISH[month - 1]} {day}, {year}",
        f"{day}.{month}.{year}",
    ):
        assert [found.edtf for found in find_dates(Text.of(written))] == expected


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """One item of a page of date lines, sentences and teasers, with the others as its siblings."""
    line = st.one_of(
        TEXTS.map(lambda text: text.replace("\n", " ")),
        st.tuples(
            st.sampled_from(["", "Published: ", "Updated: ", "On "]),
            DAYS,
            st.sampled_from(["", ", the ministers met."]),
        ).map(lambda parts: f"{parts[0]}{FORMATS['day month year'](parts[1])}{parts[2]}"),
        st.sampled_from(
            ["Bridges to be mended", "The ministers met today.", "On 5 March, the ministers met in Geneva."]
        ),
    )
    lines = [text.strip() or "Bridges" for text in draw(st.lists(line, min_size=3, max_size=9))]
    read = reading("\n".join(lines), draw(st.sampled_from(["news", "speech", "op_ed"])), title=True)
    blocks = [block.span for block in read.document.blocks]
    cuts = sorted({0, len(blocks), draw(st.integers(0, len(blocks))), draw(st.integers(0, len(blocks)))})
    items = []
    for first, last in pairwise(cuts):
        span = read.document.page.span(blocks[first].start, blocks[last - 1].end)
        lead = blocks[first + 1] if last - first > 1 else None
        item = replace(
            read.item, id=item_id(read.document.id, span), span=span, title=blocks[first], lead=lead, body=None
        )
        items.append(replace(item, is_main=not items))
    declared = draw(
        st.sampled_from(
            ["", "meta article:published_time: 2024-03-05T23:30:00Z\n", "time datetime: 2024-07-09\ntime place: 0-4\n"]
        )
    )
    captured = draw(st.none() | DAYS.map(lambda day: f"{day.isoformat()}T12:00:00Z"))
    return replace(
        read,
        document=replace(read.document, declared=Text.of(declared)),
        item=draw(st.sampled_from(items)),
        siblings=tuple(items),
        site=SiteSlice(captured_at=captured, number_order=draw(st.sampled_from([None, "day", "month"]))),
    )


@given(readings())
def test_an_item_has_each_role_once_and_never_a_neighbours_date(read: Reading) -> None:
    """For every item: four roles, each once; stated dates have their span, others their grounds or their reason.

    No span or evidence of a date lies in a sibling, and nothing was published after the capture.
    """
    whens = {thing.role: thing.when for thing in find(read) if isinstance(thing, Dating)}
    assert tuple(whens) == ROLES
    others = [item for item in read.siblings if item != read.item]
    for when in whens.values():
        assert when.why
        assert (when.basis == "unknown") == (when.edtf is None)
        assert (when.span is not None) == (when.basis == "stated")
        assert bool(when.from_) == (when.basis == "inferred")
        spans = [*([when.span] if when.span else []), *(evidence.span for evidence in when.from_)]
        assert not any(other.span.meets(span) for other in others for span in spans)
    published = whens["published"].edtf
    if published and len(published) >= 10 and read.site.captured_at:
        farthest = datetime.fromisoformat(read.site.captured_at) + timedelta(hours=14)
        assert date.fromisoformat(published[:10]) <= farthest.date()


@given(readings())
def test_two_runs_give_the_same_dates(read: Reading) -> None:
    """For every reading: the finder is a function of it."""
    assert list(find(read)) == list(find(read))
