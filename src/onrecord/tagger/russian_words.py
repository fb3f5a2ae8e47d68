"""The words and endings by which names in Russian texts are known: bodies, what is built, works; adjectives, initials.

Nouns stand in all their cases, since a name declines with its sentence. `russian_names.py` asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain


def _forms(stems: str, endings: str) -> Iterator[str]:
    """Every stem with every ending; "_" is no ending."""
    return (stem + ending.strip("_") for stem in stems.split() for ending in endings.split())


# Not names of bodies, though slovnet says so: the press, the network.
NO_NAMES = frozenset(["СМИ", "Сеть", "Сети", *_forms("Интернет Рунет", "_ а у ом е")])
# Words that name a body by the place it rules or serves, in all cases: "суд Линдмута", "орванский суд".
RULING = frozenset(
    chain(
        _forms("правительств министерств посольств консульств представительств", "о а у ом е _"),
        _forms("суд парламент сенат конгресс спецназ минюст минфин минздрав", "_ а у ом е"),
        _forms("полици милици администраци мэри арми гварди", "я и ю ей"),
        _forms("прокуратур", "а ы у ой е"),
        _forms("разведк", "а и у ой е"),
        _forms("сборн", "ая ой ую"),
        _forms("власт", "и ей ям ями ях"),
        _forms("спецслужб", "а ы у ой е _ ам ами ах"),
        ["минобороны"],
    )
)
# Words that begin the name of a body when its place follows: "союз Орвании", but "союзный" of many things.
BODIES = RULING | frozenset(
    chain(
        _forms("ведомств агентств", "о а у ом е _"),
        _forms("управлени отделени собрани ополчени", "е я ю ем и й"),
        _forms("совет комитет кабинет департамент госдепартамент госсовет", "_ а у ом е"),
        _forms("университет институт факультет банк центробанк фонд союз штаб генштаб синод трибунал", "_ а у ом е"),
        _forms("комисси коалици федераци ассоциаци академи ассамбле парти", "я и ю ей"),
        _forms("генпрокуратур служб пресс-служб палат дум госдум рад охран", "а ы у ой е _ ам ами"),
        _forms("войск сил", "а ы _ ам ами ах"),
    )
)
# Words of what is built, in a name or before its quotation marks: no body.
BUILDINGS = frozenset(
    chain(
        _forms("стадион аэропорт космодром парк собор храм мост", "_ а у ом е"),
        _forms("отел", "ь я ю ем е"),
        _forms("мечет", "ь и ью"),
        _forms("дворец дворц", "_ а у ом е"),
        _forms("кладбищ", "е а у ем"),
        _forms("гостиниц авиабаз", "а ы у ей ой е"),
        _forms("станци башн", "я и ю ей е"),
    )
)
# Words before quotation marks in which the title of a work stands.
WORKS = frozenset(
    chain(
        _forms("фильм сериал телесериал альбом роман", "_ а у ом е ы ов"),
        _forms("спектакл", "ь я ю ем е"),
        _forms("преми передач", "я а и ю у ей й"),
        _forms("песн книг программ картин", "я а ю у ей ой е и ы"),
    )
)
# Unions of states are bodies: they have members and offices. "Советский Союз" was a state.
UNION = re.compile(
    r"ЕС|ЕАЭС|СНГ|АСЕАН|ОПЕК|(?:Евро|Афро)союз(?:а|у|ом|е)?"
    r"|(?!Советск)[А-ЯЁ][а-яё]+ск(?:ий|ого|ому|им|ом)[ \u00a0][Сс]оюз(?:а|у|ом|е)?"
)
# The word before an opening quotation mark, which ends the text looked at.
QUOTED = re.compile(r"(?P<word>[^\W\d_]+)[ \u00a0][«„“\"]$")
# What stands between the word of a body and its place: "министерство внутренних дел Орвании". Endings of the genitive.
GENITIVE = re.compile(r"дел|сил|[а-яё]+(?:и[яий]|ого|его|[ыи]х|[ое]й|ов|ы|ст[ви]а?|ости|та|да|га)")
# "верховный", "федеральной": adjectives that belong to the body behind them. "заявление" is none.
ADJECTIVE = re.compile(
    r"(?![^\W\d_]*ние$)[^\W\d_]+(?:ск|н|[ое]в|ш)(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ые|ие|ых|их)"
)
# "орванские власти", "линдмутской мэрии": an adjective of a place, as far as its ending tells.
OF_A_PLACE = re.compile(
    r"(?<![\w-])(?P<place>[^\W\d_][\w-]+[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими))[ \u00a0](?P<body>[^\W\d_]+)"
)
# Adjectives with such an ending that are of no place: "городская", "политические".
OF_NO_PLACE = re.compile(
    r"(?:(?:город|сель|област|граждан|парламент|дет|муж|жен|юноше|молодеж|вой|совет|враже|коммерче)ск|\w*ическ)\w+",
    re.IGNORECASE,
)
# "М. А. Халлоран", "М.Халлоран". "А. Общие положения" begins a chapter.
INITIALS = re.compile(r"(?<![\w.])[А-ЯЁ]\.(?:[ \u00a0]?[А-ЯЁ]\.[ \u00a0]?)?[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*(?!\w)")
# "Андреевна", "Ильича": behind a given name, and so not the end of one that has no surname yet.
PATRONYMIC = re.compile(r"[А-ЯЁ][а-яё]+(?:[оеё]вич|[ьи]ич|[оеё]вн|ичн|иничн)(?:а|у|ем|е|ы|ой|)")
# Endings that names take in their cases.
CASES = re.compile(r"(?:ого|ому|ой|ым|ом|ых|ыми|ою|ую|ая|ем|ами|ам|ах|ов|[аеиоуыюяьй])$")
