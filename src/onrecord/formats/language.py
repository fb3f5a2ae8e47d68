"""Which language most of a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

MIN_LETTERS = 40  # below it, names and headings decide more than the language does
PIECE = 1_000  # code points judged at once; enough for any language, and few enough that a menu in another stays apart
PIECES = 5  # taken at equal distances from a longer text, so that time stays flat and its head does not decide alone
# Of py3langid's own normalised probability, which is not calibrated: see docs/reference/plain.md for how it was found.
SURE = 0.7
LETTER = re.compile(r"[^\W\d_]")
# Scripts that settle the language or nearly so; half of the letters must be in them, ten are enough.
HAN, KANA, HANGUL = re.compile("[\u3400-\u9fff]"), re.compile("[\u3040-\u30ff]"), re.compile("[\uac00-\ud7af]")
# Languages that states, their bodies and the press of their capitals publish in. py3langid knows more, and among
# those are dialects that take half of the probability of their neighbours (Moroccan Arabic, Nigerian Pidgin).
LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr ht hu hy id is it ja ka kk km ko ku"
    " ky la lb lo lt lv mg mk mn ms mt my ne nl no pl ps pt qu ro ru rw si sk sl so sq sr sv sw ta te tg th tk tr uk ur"
    " uz vi zh zu"
)


def language_of(text: str) -> str | None:
    """The BCP 47 tag of the language of most of `text`; None when it is too short, mixed or unsure. Deterministic."""
    votes: dict[str | None, int] = {}
    for piece in _pieces(text):
        letters = len(LETTER.findall(piece))
        language = _language_of_piece(piece, letters)
        votes[language] = votes.get(language, 0) + letters
    language, letters = max(votes.items(), key=lambda vote: (vote[1], vote[0] or ""))
    return language if letters * 2 > sum(votes.values()) else None


def _language_of_piece(piece: str, letters: int) -> str | None:
    han, kana, hangul = (len(script.findall(piece)) for script in (HAN, KANA, HANGUL))
    if (han + kana + hangul) * 2 > letters and han + kana + hangul >= 10:
        return "ko" if hangul > han + kana else "ja" if kana * 10 > han else "zh"
    if letters < MIN_LETTERS:
        return None
    language, probability = _identifier().classify(piece)
    return str(language) if probability >= SURE else None


def _pieces(text: str) -> list[str]:
    """The text in pieces, or PIECES of it at equal distances; cut anywhere: half a word weighs nothing."""
    count = min(PIECES, max(1, len(text) // PIECE))
    size = max(PIECE, len(text) // count) if len(text) <= PIECE * PIECES else PIECE
    step = (len(text) - size) // max(1, count - 1)
    return [text[step * number : step * number + size] for number in range(count)]


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  numpy and 5 MB of model

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.labels)
    identifier.set_languages([language for language in LANGUAGES.split() if language in known])
    return identifier
