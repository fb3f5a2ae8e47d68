"""What is made of the names that slovnet finds: every case says what is found and what it becomes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagger.russian_names import Name, names_of
from tests.support import marked


def named(text: str, *, paragraphs: list[tuple[int, int]] | None = None) -> list[tuple[str, str]]:
    """What becomes of the names that are marked in the text: label and words, in text order."""
    reading, spans = marked(text, language="ru")
    plain = reading.document.page.content
    found = sorted((span.start, span.end, label.upper()) for label, marks in spans.items() for span in marks)
    made = names_of(plain, paragraphs or [(0, len(plain))], found)
    return [(label, plain[start:end]) for start, end, label in made]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Заседал [org Сенат] [loc Орвании].", [("ORG", "Сенат Орвании")]),
        ("Пришла [org Коллегия] [org Минтранса] [loc Орвании].", [("ORG", "Коллегия Минтранса Орвании")]),
        ("Пришёл [org Сенат], [loc Орвания] ждёт.", [("ORG", "Сенат"), ("LOC", "Орвания")]),
        ("Решило правительство [loc Орвании].", [("ORG", "правительство Орвании")]),
        ("Решил верховный суд [loc Орвании].", [("ORG", "верховный суд Орвании")]),
        ("Это заявление суда [loc Линдмута].", [("ORG", "суда Линдмута")]),
        ("Глава министерства внутренних дел [loc Орвании].", [("ORG", "министерства внутренних дел Орвании")]),
        ("Полиция прибыла в [loc Линдмут].", [("LOC", "Линдмут")]),
        ("Полиция, [loc Линдмут].", [("LOC", "Линдмут")]),
        ("[org Верхняя палата] парламента [loc Орвании]", [("ORG", "Верхняя палата парламента Орвании")]),
        (
            "[loc Орванские] власти и линдмутская полиция.",
            [("ORG", "Орванские власти"), ("ORG", "линдмутская полиция")],
        ),
        ("[per Орванские] власти, [org Орванский суд]", [("ORG", "Орванские власти"), ("ORG", "Орванский суд")]),
        ("Политические власти и городская полиция.", []),
        ("Страны [loc ЕС] и [loc Веллинского союза]", [("ORG", "ЕС"), ("ORG", "Веллинского союза")]),
    ],
)
def test_a_body_goes_with_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[per Мира Халлоран (Mira Halloran)]", [("PER", "Мира Халлоран"), ("PER", "Mira Halloran")]),
        ("[org Союз паромщиков (СП)]", [("ORG", "Союз паромщиков"), ("ORG", "СП")]),
        ("[org Союз мостов (основан в 2001)]", [("ORG", "Союз мостов")]),
        ("[org Верховный суд] [loc Орвании (ВС]) решил", [("ORG", "Верховный суд Орвании"), ("ORG", "ВС")]),
        ("Агентство [org «Салоу-Пресс»]", [("ORG", "Салоу-Пресс")]),
        ("[org Компания «Северный пролёт]» строит", [("ORG", "Компания «Северный пролёт»")]),
        ("в [org СИЗО «]", [("ORG", "СИЗО")]),
        ("[org Салоу-Пресс»]", [("ORG", "Салоу-Пресс")]),
        ("стадион «[org Салоу]», фильм «[org Мост]»", [("LOC", "Салоу")]),
        ("[org Собор Линдмута]", [("LOC", "Собор Линдмута")]),
        ("Об этом пишут [org СМИ] и [org Интернет].", []),
    ],
)
def test_bounds_are_mended(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[per Мира Халлоран] ушла. Сказано Халлоран, написано Халлораном.",
            [("PER", "Мира Халлоран"), ("PER", "Халлоран"), ("PER", "Халлораном")],
        ),
        ("[per Мира Салоу] живёт в городе [loc Салоу]. Салоу растёт.", [("PER", "Мира Салоу"), ("LOC", "Салоу")]),
        ("[org Росмост] строит. Ушли из Росмоста.", [("ORG", "Росмост"), ("ORG", "Росмоста")]),
        ("[per Брандт] [per Ивар Олегович]", [("PER", "Брандт Ивар Олегович")]),
        ("[per Брандт] [per Мира Халлоран]", [("PER", "Брандт"), ("PER", "Мира Халлоран")]),
        ("президент [per Орвании Мира Андреевна Халлоран]", [("PER", "Мира Андреевна Халлоран")]),
        ("[per Халлоран Мира Андреевна]", [("PER", "Халлоран Мира Андреевна")]),
        ("Подписал М.Брандт, а также И. О. Лунд.", [("PER", "М.Брандт"), ("PER", "И. О. Лунд")]),
        ("А. Общие положения", []),
    ],
)
def test_persons_are_known_again_and_whole(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_nothing_is_joined_over_the_bounds_of_a_paragraph() -> None:
    assert named("[org Сенат] [loc Орвании]", paragraphs=[(0, 5), (6, 13)]) == [("ORG", "Сенат"), ("LOC", "Орвании")]


PIECES = st.sampled_from(
    [
        "Сенат",
        "Орвании",
        "правительство",
        "М.",
        "Халлоран",
        "(",
        ")",
        "«",
        "»",
        '"',
        "“",
        "„",
        ",",
        "суд",
        "ЕС",
        ".",
        "-",
    ]
)


@given(st.lists(PIECES, max_size=25), st.data())
def test_names_are_apart_in_order_and_inside_their_paragraphs(words: list[str], data: st.DataObject) -> None:
    """For any text and any names found in it: what comes back is ordered, not empty and never crosses a paragraph."""
    text = " ".join(words).replace(", ", ",\n\n")
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text)]
    found: list[Name] = []
    for start, end in paragraphs:
        cuts = sorted(data.draw(st.sets(st.integers(start, end), max_size=6)))
        for first, second in zip(cuts[::2], cuts[1::2], strict=False):
            found.append((first, second, data.draw(st.sampled_from(["PER", "ORG", "LOC"]))))
    made = names_of(text, paragraphs, found)
    at = 0
    for start, end, _ in made:
        assert at <= start < end
        assert any(first <= start and end <= last for first, last in paragraphs)
        at = end
