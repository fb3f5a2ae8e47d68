"""Who is credited with a quotation: the cue beside it and the noun phrase beside the cue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.finders.noun_phrases import (
    is_adverb,
    is_noun_phrase,
    last_noun_phrase,
    next_noun_phrase,
    subject,
    with_bracket,
)
from onrecord.finders.sentences import Word, sentence_ends, words_of
from onrecord.finders.titles_of_works import begins_speech, is_title
from onrecord.languages import LANGUAGES, Language

# Code points that are searched for a cue on either side of a quotation: long enough for every source of one
# in PolNeAR's training files, and a bound that keeps the work on each quotation constant.
REACH = 500
# Words that may stand between a quotation and the end of its cue's source ("said" may follow a long apposition).
LONGEST_LEAD = 40
# Words between a cue and the quotation it introduces ("said in a statement on Tuesday: ...").
LONGEST_TAIL = 18
PARTING = re.compile(r"[\s,;.…—–-]*")
INTRODUCING = re.compile(r"\s*[,:][\s—–-]*|\s*[—–-]+\s*:?\s*")
UNSPACED_LEAD = re.compile(r"\s*[：:，,]\s*")


@dataclass(frozen=True, slots=True)
class Credit:
    """A source and its cue as offsets; source is None when the text names none. end: where its sentence ends."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    end: int
    why: str


def credit_after(text: str, start: int, limit: int, language: Language) -> Credit | None:
    """The credit that follows a quotation ending at `start`: "…", she said · "…", said the minister."""
    end = sentence_ends(text, start, min(limit, start + REACH))[0]
    words = words_of(text, start, end)
    if not words or not PARTING.fullmatch(text, start, words[0].start):
        return None
    phrase = _credit_phrase(words, language)
    if phrase is not None:
        source = next_noun_phrase(text, words[phrase:], end, language)
        cue = (words[0].start, words[phrase - 1].end)
        return Credit(source, cue, end, "a phrase that names a source follows the words") if source else None
    for number, word in enumerate(words[:LONGEST_LEAD]):
        if _is_cue(word, language):
            return _around(text, words, number, end, language)
    return None


def _credit_phrase(words: list[Word], language: Language) -> int | None:
    """How many words the credit phrase at the start has ("according to": 2)."""
    for count in (3, 2, 1):
        if len(words) > count and " ".join(word.folded for word in words[:count]) in language.credits:
            return count
    return None


def _around(text: str, words: list[Word], number: int, end: int, language: Language) -> Credit | None:
    lead, begin = without_adverbs(words[:number], language)
    cue = (begin if begin is not None else words[number].start, words[number].end)
    if lead:
        if lead[0].folded in language.breaks and len(lead) > 1:
            lead = lead[1:]  # "…", as the minister said
        if lead[-1].folded in language.pronouns and "," in text[lead[0].start : lead[-1].start]:
            lead = lead[-1:]  # "…", over the harbour, he said
        if not is_noun_phrase(text, lead, language):
            return None
        phrase = (lead[0].start, with_bracket(text, lead[0].start, lead[-1].end))
        return Credit(phrase, cue, end, "a cue follows the words, its source before it")
    if words[number].folded in language.participles:
        return None
    source = next_noun_phrase(text, words[number + 1 :], end, language)
    return Credit(source, cue, end, "a cue follows the words, its source after it") if source else None


def credit_before(text: str, limit: int, floor: int, stop: int, language: Language) -> Credit | None:
    """The credit that leads to a quotation opening at `stop`: the minister said, "…" · Halloran told them: "…".

    limit  where the quotation before ends: the cue stands after it
    floor  where the paragraph begins: the source may stand before an earlier quotation of the sentence
    """
    near = words_of(text, max(limit, stop - REACH), stop)
    if not (language.spaceless or any(_may_credit(word, language) for word in near)):
        return None
    floor = max(floor, stop - REACH)
    ends = sentence_ends(text, floor, stop)
    words = words_of(text, ends[-2] if len(ends) > 1 else floor, stop)
    phrase = _credit_phrase(words, language)
    introduced = words and INTRODUCING.fullmatch(text, words[-1].end, stop)
    if phrase is not None and words[0].start >= limit and introduced and not is_title(text, stop):
        source = next_noun_phrase(text, words[phrase:], stop, language)
        if source and source[1] == words[-1].end:
            cue = (words[0].start, words[phrase - 1].end)
            return Credit(source, cue, stop, "a phrase that names a source leads to the words")
    if language.spaceless:
        return _unspaced(text, words, stop, language)
    for number in range(len(words) - 1, max(-1, len(words) - 1 - LONGEST_TAIL), -1):
        word = words[number]
        if word.start < limit:
            break
        if _is_cue(word, language) or (number == 0 and word.folded in language.cues):
            credit = _before(text, words, number, stop, language)
            if credit:
                return credit
    return None


def _before(text: str, words: list[Word], number: int, stop: int, language: Language) -> Credit | None:
    tail, cue_word = words[number + 1 :], words[number]
    introduced = INTRODUCING.fullmatch(text, words[-1].end, stop) is not None
    if not introduced and (text[words[-1].end : stop].strip() or len(tail) > 4 or not begins_speech(text, stop)):
        return None
    if number == 0:
        return _cue_first(text, words, stop, language)
    if tail and not _may_stand_between(tail, language, introduced=introduced):
        return None
    lead, begin = without_adverbs(words[:number], language)
    cue = (begin if begin is not None else cue_word.start, cue_word.end)
    if cue_word.folded in language.participles or not lead or lead[-1].folded in language.breaks:
        # "a sign saying" is no sentence's subject; "X left, saying" is.
        apart = not lead or "," in text[words[number - 1].end : cue_word.start] or lead[-1].folded in language.breaks
        source = _sentence_source(text, words[:number], language) if apart else None
        return Credit(source, cue, stop, "the cue before the words leans on the subject of its sentence")
    source = last_noun_phrase(text, lead, language)
    return Credit(source, cue, stop, "a cue leads to the words, its source before it") if source else None


def _cue_first(text: str, words: list[Word], stop: int, language: Language) -> Credit | None:
    source = next_noun_phrase(text, words[1:], stop, language) if words[0].folded in language.cues else None
    cue = (words[0].start, words[0].end)
    return Credit(source, cue, stop, "the cue begins the sentence that leads to the words") if source else None


def _sentence_source(text: str, words: list[Word], language: Language) -> tuple[int, int] | None:
    """The source of the sentence's last finite cue, else its subject: what a participle leans on."""
    for number in range(len(words) - 1, 0, -1):
        if words[number].folded in language.cues and words[number].text.islower():
            lead, _ = without_adverbs(words[:number], language)
            found = last_noun_phrase(text, lead, language) if lead else None
            if found:
                return found
    return subject(text, words, language)


def _unspaced(text: str, words: list[Word], stop: int, language: Language) -> Credit | None:
    """The credit before a quotation in a script without spaces: the last run of letters ends with a cue."""
    last = words[-1] if words else None
    if last is None or not UNSPACED_LEAD.fullmatch(text, last.end, stop):
        return None
    cue = max((cue for cue in language.cues if last.text.endswith(cue)), key=len, default="")
    begin = last.end - len(cue)
    if not cue or begin == last.start:
        return None
    return Credit((last.start, begin), (begin, last.end), stop, "a cue leads to the words, its source before it")


def _may_stand_between(tail: list[Word], language: Language, *, introduced: bool) -> bool:
    first = tail[0].folded
    if first in language.complements or first in language.auxiliaries:
        return False
    if any(word.folded in language.auxiliaries or word.folded in language.complements for word in tail):
        return False
    if introduced:
        return True
    last = tail[-1].folded
    return not (last in language.determiners or last in language.breaks or last.endswith(("'s", "’s")))


def without_adverbs(lead: list[Word], language: Language) -> tuple[list[Word], int | None]:
    """The words before a cue without its adverbs and auxiliaries, and where its auxiliaries begin, if it has any."""
    begin = None
    kept = list(lead)
    while kept:
        word = kept[-1]
        if word.folded in language.auxiliaries:
            begin = word.start
        elif not is_adverb(word, language):
            break
        kept.pop()
    return kept, begin


def _may_credit(word: Word, language: Language) -> bool:
    """Whether the word is a cue or begins a phrase that names a source: what is cheap to ask first."""
    return (
        word.folded in language.cues
        or word.folded in language.participles
        or word.folded in _credit_starts(language.code)
    )


@cache
def _credit_starts(code: str) -> frozenset[str]:
    language: Language = LANGUAGES[code]
    return frozenset(phrase.split()[0] for phrase in language.credits)


def _is_cue(word: Word, language: Language) -> bool:
    return word.text.islower() and (word.folded in language.cues or word.folded in language.participles)
