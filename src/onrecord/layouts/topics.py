"""What a block is about, from its own words: stems, names, and how rare they are on the page."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from onrecord.layouts.shape_words import listed

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*|\d+")
_SENTENCE_END = frozenset('.!?:;…\n"“”«»‘(–—-•')
# Function words of four letters and more; shorter words are left out anyway, and common words weigh little by their
# rarity.
_FUNCTION = listed(
    """
    that this with from have been will which their they were also more than about after into over other would when
    what there these those such some only most where while between under during before because through could should
    must being both each very many much then them here your does said says according including well among against
    since until upon
    этого этот эта это этой также которые который которая которых чтобы после между через более были было быть будет
    только если когда может свои своей своих всех него неё нее ними этом того тоже под над для при как что или
    """
)
_LEADING = listed(
    """
    the a an this that his her its in on at and but for as to of
    il la le les el los die der das
    """
)
_NO_NAME = _LEADING | _FUNCTION
# Code points that open an ideograph or kana: scripts without spaces are compared by pairs of signs.
_IDEOGRAPHS = ("\u3040", "\u9fff")
# Letters of a stem, by a sweep over 5, 6, 7 on the training pages: 6 joins "organization" and "organizational".
STEM = 6
# Short words are common ones in every language with an alphabet, and a page is too small to show that by itself.
# Four letters weigh least: shorter stems are acronyms or lost their plural.
SHORT = {1: 0.5, 2: 0.6, 3: 0.6, 4: 0.5, 5: 0.8}


@dataclass(frozen=True, slots=True)
class Topic:
    """What one block speaks of.

    stems    content words, shortened and case-folded
    names    capitalised words inside sentences, case-folded
    full     runs of two or more capitalised words
    surnames last words of those runs
    bare     capitalised words that stand alone
    openers  capitalised words that stand alone where a sentence begins: names only if they are known as such
    """

    stems: frozenset[str]
    names: frozenset[str]
    full: frozenset[str]
    surnames: frozenset[str]
    bare: frozenset[str]
    openers: frozenset[str]


def topic(words: str) -> Topic:
    """The topic of a block."""
    stems: set[str] = set()
    runs: list[list[str]] = []
    end = -2
    capitals = _is_capitals(words)
    for match in _TOKEN.finditer(words):
        token = match.group()
        stems.update(_stems(token))
        if not capitals and token[0].isupper():
            gap = words[end : match.start()] if end >= 0 else ""
            initial = _begins_sentence(words, match.start())
            if runs and end >= 0 and gap == " " and runs[-1]:
                runs[-1].append(token)
            elif not initial or (token.isupper() and len(token) > 1):
                runs.append([token])
            else:
                runs.append([token] if token.casefold() not in _NO_NAME else [])
                if runs[-1]:
                    runs[-1].insert(0, "")  # a lone word at the start of a sentence is no name by its capital alone
            end = match.end()
        else:
            end = -2
    return _named(frozenset(stems), runs)


def _named(stems: frozenset[str], runs: list[list[str]]) -> Topic:
    names: set[str] = set()
    full: set[str] = set()
    surnames: set[str] = set()
    bare: set[str] = set()
    openers: set[str] = set()
    for run in runs:
        doubtful = bool(run) and run[0] == ""
        parts = [part.casefold() for part in run if part]
        if doubtful and len(parts) == 1:
            openers.add(parts[0].removesuffix("’s").removesuffix("'s"))
            continue
        parts = [part.removesuffix("’s").removesuffix("'s") for part in parts]
        names.update(parts)
        if len(parts) >= 2:
            full.add(" ".join(parts[-2:]))
            surnames.add(parts[-1])
        elif parts:
            bare.add(parts[0])
    return Topic(stems, frozenset(names), frozenset(full), frozenset(surnames), frozenset(bare), frozenset(openers))


def rarity(topics: Sequence[Topic]) -> dict[str, float]:
    """How telling each stem is: log((n + 1) / (blocks with it + 0.5)), less for short ones."""
    counts = Counter(stem for one in topics for stem in one.stems)
    return {
        stem: math.log((len(topics) + 1) / (count + 0.5)) * SHORT.get(len(stem), 1.0) for stem, count in counts.items()
    }


def weight(stems: Iterable[str], weights: dict[str, float]) -> float:
    """The weights of `stems` together."""
    # fsum: the order of a set of strings differs from run to run, and plain sums depend on it in their last bit.
    return math.fsum(map(weights.__getitem__, stems))


def share(stems: frozenset[str], among: frozenset[str], weights: dict[str, float], whole: float | None = None) -> float:
    """The part of `stems`, weighed by rarity, that stands in `among` too; 0 when there are none.

    `whole` is the weight of `stems` where it is known already.
    """
    total = weight(stems, weights) if whole is None else whole
    return weight(stems & among, weights) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Window:
    """The stems of some blocks, each with the number of blocks that have it, and the length of that vector."""

    counts: Counter[str]
    length: float


def window_of(topics: Sequence[Topic], weights: dict[str, float]) -> Window:
    """The window over `topics`, each stem weighed by its rarity."""
    counts = Counter(chain.from_iterable(one.stems for one in topics))
    return Window(counts, math.sqrt(math.fsum([(count * weights[stem]) ** 2 for stem, count in counts.items()])))


def likeness(left: Window, right: Window, weights: dict[str, float]) -> float:
    """The cosine of two windows."""
    both = left.counts.keys() & right.counts.keys()
    dot = math.fsum([left.counts[stem] * right.counts[stem] * weights[stem] ** 2 for stem in both])
    return dot / (left.length * right.length) if dot else 0.0


@lru_cache(maxsize=1 << 14)
def _stems(token: str) -> tuple[str, ...]:
    if _IDEOGRAPHS[0] <= token[0] <= _IDEOGRAPHS[1]:
        return tuple(token[i : i + 2] for i in range(len(token) - 1)) or (token,)
    folded = token.casefold()
    if (len(folded) < 4 and not (token.isupper() and len(token) > 1)) or folded in _FUNCTION:
        return ()
    return (folded[:STEM].rstrip("s"),)


def _is_capitals(words: str) -> bool:
    head = words[:400]
    return sum(map(str.isupper, head)) > 0.7 * sum(map(str.isalpha, head))


def _begins_sentence(words: str, start: int) -> bool:
    before = words[max(0, start - 3) : start].rstrip(" \u00a0")
    return not before or before[-1] in _SENTENCE_END
