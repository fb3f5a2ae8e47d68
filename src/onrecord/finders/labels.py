"""Labels of transcripts and interviews: the words at the start of a line that say who speaks next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.finders.paragraphs import Paragraph
from onrecord.finders.sentences import Word, words_of
from onrecord.languages import Language

# "Spokesperson of the Ministry of Transport Mira Halloran (retranslated):" is as long as labels get on real pages.
LONGEST_LABEL = 110
MOST_WORDS = 12
COLON = re.compile(r"[:：](?![\d/\\])")
LINE = re.compile(r"[^\n]+")
INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){1,2}[^\W\d_]+(?:-[^\W\d_]+)?")
PARTICLES = frozenset("de da di del della der den van von bin al el la le du dos ibn of the and for to on".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its offsets without colon, where its turn's words begin, and how it shows that it is one.

    key    the folded label, by which repetitions are counted
    colon  whether a colon or the block itself marks it; a name alone on its line must return to be a label
    shape  "question", "answer", "name" (a name or office), "word" (one capitalised word or two: to be borne out)
    """

    start: int
    end: int
    turn: int
    key: str
    shape: str
    colon: bool


def labels(text: str, paras: list[Paragraph], language: Language) -> Iterator[Label]:
    """Everything at the start of a line that may be a label, in text order."""
    for para in paras:
        if not para.mapped:
            continue
        if para.kind == "speaker":
            yield _speaker_block(text, para, language)
            continue
        for line in LINE.finditer(text, para.start, para.end):
            label = _label_of(text, line.start(), line.end(), language)
            if label:
                yield label


def _speaker_block(text: str, para: Paragraph, language: Language) -> Label:
    end = para.end
    while end > para.start and text[end - 1] in ":： ":
        end -= 1
    words = words_of(text, para.start, end)
    return Label(
        para.start,
        end,
        para.end,
        text[para.start : end].casefold(),
        _shape(text, words, language) or "name",
        colon=True,
    )


def _label_of(text: str, start: int, end: int, language: Language) -> Label | None:
    start += len(text[start:end]) - len(text[start:end].lstrip(" \t\u00a0*–—-•"))
    colon = COLON.search(text, start, min(end, start + LONGEST_LABEL))
    if colon:
        stop, turn = colon.start(), colon.end()
    elif end - start <= 60 and text[end - 1].isalpha():
        stop, turn = end, end  # a name alone on its line
    else:
        return None
    while stop > start and text[stop - 1] in "* \u00a0":
        stop -= 1
    words = words_of(text, start, stop)
    shape = _shape(text, words, language) if words and words[0].start == start else ""
    if not shape or (colon is None and shape != "name"):
        return None
    return Label(start, stop, turn, " ".join(word.folded for word in words), shape, colon=colon is not None)


def _shape(text: str, words: list[Word], language: Language) -> str:
    """How the words show that they are a label; "" when they do not."""
    if not 0 < len(words) <= MOST_WORDS or any(word.text.isdigit() for word in words):
        return ""
    first = words[0].folded
    if len(words) <= 3 and first in language.questioners and words[0].is_capital:
        return "question"
    if len(words) == 1 and first in language.answerers and words[0].is_capital:
        return "answer"
    if first in language.no_labels or (
        "," in text[words[0].end : words[-1].start] and not _has_office(words, language)
    ):
        return ""
    return _name_shape(text, words, language)


def _name_shape(text: str, words: list[Word], language: Language) -> str:
    bare = [word for word in words if not _in_brackets(text, words[0].start, word)]
    capitals = [word for word in bare if word.is_capital]
    if (
        not bare
        or not bare[0].is_capital
        or any(not word.is_capital and not _may_be_small(word, language) for word in bare)
    ):
        return ""
    if INITIALS.fullmatch(text, words[0].start, words[-1].end) or bare[0].folded in language.person_titles:
        return "name"
    if _has_office(bare, language):
        return "name"
    if any(word.folded in language.breaks or word.folded in language.cues for word in bare[:1]):
        return ""
    return "name" if len(capitals) >= 2 and len(bare) <= 5 else "word" if len(bare) == 1 else ""


def _may_be_small(word: Word, language: Language) -> bool:
    return word.folded in PARTICLES or word.folded in language.offices or word.folded in language.bodies


def _has_office(words: list[Word], language: Language) -> bool:
    return any(word.folded in language.offices for word in words)


def _in_brackets(text: str, start: int, word: Word) -> bool:
    return text.count("(", start, word.start) > text.count(")", start, word.start)
