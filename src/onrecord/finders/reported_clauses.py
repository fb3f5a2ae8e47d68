"""Reported speech by rules, for pages that no model reads: a source, a cue, and the clause it governs.

    Ada Bell said that the bridge holds.     The bridge holds, Bell said.     According to Bell, the bridge holds.

One sentence at a time and one cue deep; a sentence whose source is not to be told is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.finders.cues import without_adverbs
from onrecord.finders.noun_phrases import last_noun_phrase, next_noun_phrase
from onrecord.finders.paragraphs import language_of, paragraphs
from onrecord.finders.sentences import Word, sentence_ends, words_of
from onrecord.languages import Language
from onrecord.types import Attribution, Mode, Provenance, Reading

VERSION = "1"
# Words of the shortest clause that is taken for what somebody said.
FEWEST_WORDS = 3
# Words between a cue and its "that", where the person told stands.
FARTHEST_COMPLEMENT = 6
# Words of the longest apposition behind a source that opens its sentence ("According to Ada Bell, the envoy, ...").
LONGEST_APPOSITION = 8
Offsets = tuple[int, int]
Found = tuple[Offsets | None, Offsets, Offsets]


def find(reading: Reading) -> Iterator[Attribution]:
    """The indirect reports of the item's sentences, in text order; none where a language has no word like "that"."""
    page, language = reading.document.page, language_of(reading)
    if not language.complements:
        return
    for para in (para for para in paragraphs(reading) if para.mapped and para.kind != "title"):
        start = para.start
        for end in sentence_ends(page.content, para.start, para.end):
            for source, cue, content in _in_sentence(page.content, words_of(page.content, start, end), language):
                yield Attribution(
                    source=page.span(*source) if source else None,
                    cue=page.span(*cue),
                    content=(page.span(*content),),
                    mode=_mode(page.content, *content),
                    made_by=Provenance("reported_clauses", VERSION, "a cue governs the clause beside it"),
                )
            start = end


def _mode(text: str, start: int, end: int) -> Mode:
    return "mixed" if any(mark in text[start:end] for mark in '“”«»"') else "indirect"


def _in_sentence(text: str, words: list[Word], language: Language) -> Iterator[Found]:
    if len(words) <= FEWEST_WORDS:
        return
    opened = _according(text, words, language)
    if opened:
        yield opened
        return
    for number in range(1, len(words)):
        word = words[number]
        if word.folded in language.cues and word.text.islower():
            found = _clause_after(text, words, number, language) or _clause_before(text, words, number, language)
            if found:
                yield found
                return


def _according(text: str, words: list[Word], language: Language) -> Found | None:
    """ "According to Bell, the bridge holds" and "The bridge holds, according to Bell"."""
    for number in range(len(words) - 2):
        for count in (3, 2):
            phrase = words[number : number + count]
            if len(phrase) == count and " ".join(word.folded for word in phrase) in language.credits:
                behind = words[number + count :]
                behind = behind if number else behind[: _named_by(text, behind)]
                source = next_noun_phrase(text, behind, behind[-1].end, language) if behind else None
                content = words[:number] if number else words[count + len(behind) :]
                if source is None or len(content) < FEWEST_WORDS:
                    return None
                return source, (phrase[0].start, phrase[-1].end), (content[0].start, content[-1].end)
    return None


def _named_by(text: str, words: list[Word]) -> int:
    """How many words name the source that opens a sentence: to the first comma, or over an apposition to the second."""
    commas = [at for at in range(1, len(words)) if "," in text[words[at - 1].end : words[at].start]]
    if len(commas) > 1 and commas[1] - commas[0] <= LONGEST_APPOSITION:
        return commas[1]
    return commas[0] if commas else 0


def _clause_after(text: str, words: list[Word], number: int, language: Language) -> Found | None:
    """What follows the cue to the end of its sentence; behind "that" when the person told stands before it."""
    lead, begin = without_adverbs(words[:number], language)
    source = last_noun_phrase(text, lead, language) if lead else None
    if source is None:
        return None
    tail = words[number + 1 :]
    complement = next(
        (at for at, word in enumerate(tail[:FARTHEST_COMPLEMENT]) if word.folded in language.complements), None
    )
    tail = tail[complement:] if complement is not None else tail
    if len(tail) < FEWEST_WORDS or (complement is None and _is_parted(text, words[number], tail[0])):
        return None
    cue = (begin if begin is not None else words[number].start, words[number].end)
    return source, cue, (tail[0].start, tail[-1].end)


def _clause_before(text: str, words: list[Word], number: int, language: Language) -> Found | None:
    """ "The bridge holds, Bell said": the clause up to the comma before the source."""
    lead, begin = without_adverbs(words[:number], language)
    commas = [at for at in range(1, len(lead)) if "," in text[lead[at - 1].end : lead[at].start]]
    if not commas or len(words) - number > FEWEST_WORDS + 4:
        return None
    clause, phrase = lead[: commas[-1]], lead[commas[-1] :]
    source = last_noun_phrase(text, phrase, language)
    if source is None or source[0] != phrase[0].start or len(clause) < FEWEST_WORDS:
        return None
    cue = (begin if begin is not None else words[number].start, words[number].end)
    return source, cue, (clause[0].start, clause[-1].end)


def _is_parted(text: str, cue: Word, after: Word) -> bool:
    """Whether a mark stands between cue and clause: what follows is no object of the cue."""
    return any(mark in text[cue.end : after.start] for mark in ',;.()“"—–')
