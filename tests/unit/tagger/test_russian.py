"""Names of Russian texts: what reads them with the extra "ru", and what is said without it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import MissingExtra, ModelError
from onrecord.tagger import extra_for, paragraphs, russian, tags_of
from onrecord.tagger.russian import LONGEST, NETWORK, VECTORS, Russian, pieces
from onrecord.types import Document
from tests.support import reading

needs_extra = pytest.mark.skipif(not russian.is_installed(), reason="the extra 'ru' is not installed")

TEXT = """\
Линдмут, 5 марта 2024 года. Министр транспорта Орвании Мира Андреевна Халлоран открыла мост через Салоу.

«Мост простоит сто лет», — сказала Халлоран. 🙂 Пришли сотрудники министерства транспорта Орвании и мэрии Линдмута.

Председатель Союза паромщиков (СП) И. О. Брандт и Орванские власти обещали пристань в Порт-Эллисе.

Верховный суд

Орвании отклонил жалобу компании «Северный пролёт».
"""


def document(text: str, language: str = "ru") -> Document:
    return reading(text, language=language).document


def without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(russian, "PACKAGES", ("no_such_package",))


def test_without_the_extra_nothing_is_read_and_it_is_said_what_would(monkeypatch: pytest.MonkeyPatch) -> None:
    without_the_extra(monkeypatch)
    tags = tags_of(document(TEXT))
    assert (tags.model, tags.heads, tags.mentions) == (None, (), ())
    assert "the extra 'ru'" in tags.why
    assert extra_for("ru") is None
    with pytest.raises(MissingExtra, match=r"onrecord\[ru\]"):
        russian.folder()


@needs_extra
def test_names_are_read() -> None:
    tags = tags_of(document(TEXT, "ru-RU"))
    assert (tags.heads, tags.attribution, tags.why) == (("mentions",), (), "")
    assert [(tag.label, TEXT[tag.start : tag.end]) for tag in tags.mentions] == [
        ("PER", "Мира Андреевна Халлоран"),
        ("LOC", "Салоу"),
        ("PER", "Халлоран"),
        ("ORG", "министерства транспорта Орвании"),
        ("ORG", "мэрии Линдмута"),
        ("ORG", "Союза паромщиков"),
        ("ORG", "СП"),
        ("PER", "И. О. Брандт"),
        ("ORG", "Орванские власти"),
        ("LOC", "Порт-Эллисе"),
        ("ORG", "Верховный суд"),
        ("ORG", "Северный пролёт"),
    ]


@needs_extra
def test_what_read_them_is_named_with_its_digest() -> None:
    tags = tags_of(document(TEXT))
    assert tags.model == extra_for("ru") == russian.load().name
    assert tags.model.startswith("natasha 1.")
    assert tags.model.endswith(f" slovnet_ner_news_v1 {russian.load().digest}")


@needs_extra
def test_the_same_text_has_the_same_names() -> None:
    assert tags_of(document(TEXT * 20)) == tags_of(document(TEXT * 20))


@needs_extra
def test_it_reads_only_russian_and_only_when_asked() -> None:
    assert extra_for("uk") is None
    assert tags_of(document(TEXT, "uk")).model is None
    assert tags_of(document(TEXT), extras=False).model is None
    assert tags_of(document(TEXT), model=False).model is None


@needs_extra
def test_lists_are_left_to_the_rules() -> None:
    assert tags_of(replace(document(TEXT), reader="csv/1")).mentions == ()


@needs_extra
@pytest.mark.parametrize(
    "text", ["", " \n", "«" * 5000, "🙂" * 500, "И. " * 300, "\u202eМира", "Мира\u0301 Халлоран" * 50]
)
def test_odd_texts_end_in_spans_of_the_text(text: str) -> None:
    made = document(f"а\n{text}\nб")
    assert all(0 <= tag.start < tag.end <= len(made.page.content) for tag in tags_of(made).mentions)


@needs_extra
def test_natasha_itself_is_never_imported() -> None:
    code = (
        "import sys; from onrecord.tagger import russian;"
        "russian.load().tags('Мира Халлоран', [(0, 13)]);"
        "print([name for name in ('natasha', 'pymorphy2', 'torch') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_paragraphs_are_main_blocks_without_blank_lines() -> None:
    made = document("Меню\nПервый.\nВторой.")
    menu, *rest = made.blocks
    assert [made.page.content[start:end] for start, end in paragraphs(made)] == ["Меню", "Первый.", "Второй."]
    whole = replace(menu, span=made.page.span(0, len(made.page.content)))
    assert len(list(paragraphs(replace(made, blocks=(replace(menu, main=False), *rest))))) == 2
    blank = document("Первый.\n \n Второй.")
    whole = replace(blank.blocks[0], span=blank.page.span(0, len(blank.page.content)))
    parted = paragraphs(replace(blank, blocks=(whole,)))
    assert [blank.page.content[start:end] for start, end in parted] == ["Первый.", "Второй."]


def test_a_long_paragraph_is_read_in_pieces_without_a_gap() -> None:
    for text in ("Мост держит. " * 5000, "мост " * 9000, "м" * 50_000):
        cut = list(pieces(text, 0, len(text)))
        assert [start for start, _ in cut[1:]] == [end for _, end in cut[:-1]]
        assert (cut[0][0], cut[-1][1]) == (0, len(text))
        assert max(end - start for start, end in cut) <= LONGEST


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no-model"):
        _ = Russian(tmp_path).digest


@needs_extra
def test_files_that_are_none_are_told(tmp_path: Path) -> None:
    for name in (NETWORK, VECTORS):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"none")
    with pytest.raises(ModelError, match="cannot be loaded"):
        Russian(tmp_path).tags("Мира Халлоран", [(0, 13)])
