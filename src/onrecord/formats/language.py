"""Which language most of a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

MIN_LETTERS = 40  # below it, names and headings decide more than the language does
SAMPLE = 5_000  # code points looked at: language is settled long before, and time stays flat
PIECES = 5  # taken at equal distances, for the head of a page may be menus in another language
SURE = 0.8  # py3langid's own normalised probability; not calibrated, so it only serves to abstain
LETTER = re.compile(r"[^\W\d_]")
# Scripts that settle the language or nearly so; the share of letters that must be in them.
HAN, KANA, HANGUL = re.compile("[\u3400-\u9fff]"), re.compile("[\u3040-\u30ff]"), re.compile("[\uac00-\ud7af]")
SCRIPT_SHARE = 0.5


def language_of(text: str) -> str | None:
    """The BCP 47 tag of the language of most of `text`; None when it is too short or unsure. Deterministic."""
    sample = _sample(text)
    letters = LETTER.findall(sample)
    han, kana, hangul = (len(script.findall(sample)) for script in (HAN, KANA, HANGUL))
    if han + kana + hangul > SCRIPT_SHARE * len(letters) and han + kana + hangul >= MIN_LETTERS / 4:
        return "ko" if hangul > han + kana else "ja" if kana * 10 > han else "zh"
    if len(letters) < MIN_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= SURE else None


def _sample(text: str) -> str:
    """The whole text, or PIECES of it at equal distances, each from a word's beginning on."""
    if len(text) <= SAMPLE:
        return text
    size = SAMPLE // PIECES
    step = (len(text) - size) // (PIECES - 1)
    pieces = (text[step * piece : step * piece + size] for piece in range(PIECES))
    return " ".join(piece.partition(" ")[2] or piece for piece in pieces)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  numpy and 5 MB of model

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
