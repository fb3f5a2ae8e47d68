"""Which single-byte encoding a text is in when nobody says: windows-1251, KOI8-R, KOI8-U or windows-1252."""

from __future__ import annotations

import math
import re
from itertools import pairwise

# Letters of Russian from frequent to rare, as every table of frequencies orders them (the order within a pair may
# differ); then letters of its neighbours. Only ranks are used, so one text or another makes no difference.
BY_FREQUENCY = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё" + "іїєґўјљњћђџ"
RANK_COST = {letter: math.log(rank + 4) for rank, letter in enumerate(BY_FREQUENCY)}
NO_LETTER = 8.0  # a box-drawing sign or a symbol inside a word: dearer than any letter
MID_WORD_CAPITAL = 3.0  # reading KOI8-R as windows-1251 swaps small and capital letters: "пРИВЕТ"
# In running Russian the wrong Cyrillic encoding costs 0.43 to 0.56 more a letter; half of that is near.
NEAR = 0.2
HIGH_RUN = re.compile(rb"[\x80-\xff]+")
# Letters of both Cyrillic encodings lie here; below it stand the marks, which windows-1251 and -1252 share.
LETTERS = re.compile(rb"[\xa3\xa4\xa6\xa7\xad\xb3\xb4\xb6\xb7\xbd\xb8\xaa\xaf\xba\xbf\xb2\xa8\xa5\xc0-\xff]")
GUESSED = frozenset({"cp1251", "koi8-r", "koi8-u", "cp1252", "latin-1"})
SAMPLE = 200_000  # bytes; the letters of a text are settled long before


def guess_single_byte(body: bytes) -> tuple[str, tuple[str, ...]]:
    """Python's name of the encoding, and the doubts.

    Cyrillic stands in words of high bytes; Latin text has them one by one between ASCII letters. Among the Cyrillic
    ones, the cheapest by letter ranks and by where capitals stand wins. A doubt says when the runner-up, which would
    read other words, is near, or when there are few letters to go by.
    """
    runs = _runs(body)
    letters = sum(len(LETTERS.findall(run)) for run in runs)
    in_words = sum(len(run) for run in runs if len(LETTERS.findall(run)) >= 3)
    share = in_words / max(1, sum(map(len, runs)))
    latin = _latin(body)
    if share < 0.5:
        if _same_text(body, latin, "cp1251"):
            return latin, ()
        return latin, (_guess("windows-1252", "the letters beyond ASCII stand alone", letters, near=share > 0.35),)
    costs = sorted((_cost(runs, codec), codec) for codec in ("cp1251", "koi8-r", "koi8-u"))
    (best, codec) = costs[0]
    rivals = [cost for cost, other in costs[1:] if not _same_text(b" ".join(runs), codec, other)]
    near = share < 0.65 or (bool(rivals) and rivals[0] - best < NEAR)
    name = {"cp1251": "windows-1251"}.get(codec, codec)
    return codec, (_guess(name, "its letters are the likeliest as Cyrillic", letters, near=near),)


def _guess(name: str, why: str, letters: int, *, near: bool) -> str:
    doubt = f"no encoding declared: guessed {name}, for {why}"
    if letters < 20:
        return f"{doubt}; only {letters} letters to go by, so this may be wrong"
    return f"{doubt}; another encoding is nearly as likely" if near else doubt


def _runs(body: bytes) -> list[bytes]:
    return HIGH_RUN.findall(body[:SAMPLE]) or HIGH_RUN.findall(body)


def _cost(runs: list[bytes], codec: str) -> float:
    """Mean cost of the high bytes when read as `codec`, without its no-break spaces, quotation marks and dashes."""
    total = count = 0.0
    for run in runs:
        word = run.decode(codec, "replace").strip("«»„“”‘’–—…№\u00a0•°·©")
        total += sum(RANK_COST.get(letter.lower(), NO_LETTER) for letter in word)
        total += MID_WORD_CAPITAL * sum(left.islower() and right.isupper() for left, right in pairwise(word))
        count += len(word)
    return total / max(1.0, count)


def _latin(body: bytes) -> str:
    """windows-1252, or latin-1 when it has bytes that windows-1252 leaves undefined."""
    return "latin-1" if re.search(rb"[\x81\x8d\x8f\x90\x9d]", body) else "cp1252"


def _same_text(body: bytes, first: str, second: str) -> bool:
    return body.decode(first, "replace") == body.decode(second, "replace")
