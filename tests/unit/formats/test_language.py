"""The language of a text is named when there is enough of it and it is sure."""

from __future__ import annotations

import pytest

from onrecord.formats.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister of transport said that the bridge would open in spring next year.", "en"),
        ("Министр транспорта сообщила, что мост через реку откроют весной следующего года.", "ru"),
        ("Міністр транспорту повідомила, що міст відкриють навесні наступного року.", "uk"),
        ("La ministre des transports a déclaré que le pont ouvrirait au printemps prochain.", "fr"),
        ("Die Ministerin sagte, die Brücke werde im nächsten Frühjahr eröffnet werden.", "de"),
        ("Көлік министрі келесі жылдың көктемінде көпір ашылады деп мәлімдеді.", "kk"),
        ("交通部长表示，大桥将于明年春天开放，欢迎大家。", "zh"),
        ("運輸大臣は、橋は来年の春に開通すると述べた。", "ja"),
        ("교통부 장관은 내년 봄에 다리가 개통될 것이라고 말했다.", "ko"),
    ],
)
def test_the_language_is_named(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "12.03.2024 — 14:00", "Mira Halloran", "Мост", "\n\n"])
def test_too_few_letters_name_no_language(text):
    assert language_of(text) is None


def test_a_long_text_is_judged_by_all_its_parts():
    menu = "Главная Новости Контакты Документы Карта сайта Пресс-служба Архив Поиск Вакансии Обращения\n"
    body = "The minister of transport said that the bridge would open in spring next year. " * 400
    assert language_of(menu * 5 + body) == "en"
