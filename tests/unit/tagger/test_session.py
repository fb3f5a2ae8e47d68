"""The shipped model: what it needs, what it says, and of which texts it says nothing."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import ModelError
from onrecord.pipeline import read_by, readers
from onrecord.tagger import load, stretches, tags_of
from onrecord.tagger.labels import EVENTS, SPANNED
from onrecord.tagger.session import ARTEFACT, Model
from onrecord.types import KINDS
from tests.support import reading

TEXT = "Transport Minister Mira Halloran said on Monday that the bridge in Port Ellis holds."


@pytest.fixture
def artefact(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ARTEFACT, tmp_path / "artefact"))


def test_it_reads_who_said_what() -> None:
    tags = tags_of(reading(TEXT, "news").document)
    assert (tags.model, tags.heads) == (load().digest, (*SPANNED, "boundary", "kinds"))
    words = {tag.label: TEXT[tag.start : tag.end] for tag in tags.attribution}
    assert "Mira Halloran" in words["source"]
    assert words["cue"] == "said"
    assert words["content"] == "that the bridge in Port Ellis holds"
    assert "Mira Halloran" in {TEXT[tag.start : tag.end] for tag in tags.mentions}


def test_it_judges_a_sentence_as_a_whole() -> None:
    chances = load().judge("The minister condemned the raid on the harbour of Ostrand.", "events")
    assert tuple(chances) == EVENTS
    assert sum(chances.values()) == pytest.approx(1.0, abs=1e-4)
    assert max(chances, key=lambda kind: chances[kind]) == "ACCUSE"
    assert set(load().judge("", "kinds").values()) == {1 / len(KINDS)}


def test_the_same_text_has_the_same_tags() -> None:
    document = reading(f"{TEXT}\n\n" * 40, "news").document
    assert tags_of(document) == tags_of(document)
    assert Model().tag(TEXT) == Model(threads=2).tag(TEXT)


@pytest.mark.parametrize(("language", "words"), [("de", "de"), (None, "unknown")])
def test_it_says_nothing_of_a_language_that_it_does_not_know(language: str | None, words: str) -> None:
    tags = tags_of(replace(reading(TEXT, "news").document, language=language))
    assert (tags.model, tags.attribution, tags.mentions) == (None, (), ())
    assert words in tags.why


def test_of_a_page_it_reads_what_is_no_menu() -> None:
    document = reading("Home\nNews\nOne.\nTwo.\nImprint", "news").document
    blocks = tuple(replace(block, main=2 <= number < 4) for number, block in enumerate(document.blocks))
    html = replace(document, reader="html/1", blocks=blocks)
    assert [html.page.content[start:end] for start, end in stretches(html)] == ["One.\nTwo."]


def test_of_a_list_it_reads_nothing() -> None:
    assert list(stretches(replace(reading(TEXT, "listing").document, reader="csv/1"))) == []


def test_a_book_is_left_to_the_rules() -> None:
    tags = tags_of(reading(f"{TEXT}\n" * 12_000, "news").document)
    assert (tags.model, tags.attribution) == (None, ())
    assert "1,000,000" in tags.why


@pytest.mark.parametrize("name", ["model.onnx", "vocab.txt", "manifest.json"])
def test_a_missing_file_is_told(artefact: Path, name: str) -> None:
    (artefact / name).unlink()
    with pytest.raises(ModelError, match="no-model"):
        Model(artefact)


@pytest.mark.parametrize("name", ["model.onnx", "vocab.txt"])
def test_an_altered_file_is_told(artefact: Path, name: str) -> None:
    body = bytearray((artefact / name).read_bytes())
    body[len(body) // 2] ^= 1
    (artefact / name).write_bytes(body)
    with pytest.raises(ModelError, match=f"{name} differs"):
        Model(artefact)


@pytest.mark.parametrize("words", ["{", "[]", '{"format": 1}'])
def test_a_manifest_that_is_none_is_told(artefact: Path, words: str) -> None:
    (artefact / "manifest.json").write_text(words, encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be read"):
        Model(artefact)


def test_another_format_is_told(artefact: Path) -> None:
    manifest = json.loads((artefact / "manifest.json").read_text(encoding="utf-8"))
    (artefact / "manifest.json").write_text(json.dumps(manifest | {"format": 99}), encoding="utf-8")
    with pytest.raises(ModelError, match="format 99"):
        Model(artefact)


@pytest.mark.parametrize(
    "text", ["", " \n", "a" * 300_000, "“" * 10_000, "🙂" * 500, "שלום עולם " * 50, "e\u0301" * 500, "\u202eabc"]
)
def test_odd_texts_end_in_spans_of_the_text(text: str) -> None:
    for tags in Model().tag(text).values():
        assert all(0 <= tag.start < tag.end <= len(text) for tag in tags)


def test_leaning_to_recall_finds_more_and_leaning_to_precision_less() -> None:
    text = "The council in Ostrand noted the report. Bell welcomed it, and the pilots hope for more. " * 6
    found = [sum(tag.label == "cue" for tag in load().tag(text, lean)["attribution"]) for lean in (-3.0, 0.0, 3.0)]
    assert found[0] <= found[1] <= found[2]
    assert found[0] < found[2]


@pytest.mark.parametrize(("model", "lean"), [(True, 0.0), (True, -1.25), (False, 0.0)])
def test_what_read_a_document_is_told_and_read_again(model: bool, lean: float) -> None:
    assert read_by(readers("en", model=model, lean=lean)) == (model, None, lean)
