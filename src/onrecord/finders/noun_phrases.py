"""Noun phrases beside a cue, by rules: where a source begins and ends, with title and apposition."""

from __future__ import annotations

from itertools import pairwise

from onrecord.finders.sentences import Word
from onrecord.languages import Language

Offsets = tuple[int, int]
# A source longer than this is not one noun phrase but a clause that was misread.
LONGEST_SOURCE = 45
# Small words that may stand inside a name phrase; any other one after a name ends it.
NAME_LINKS = frozenset(["of", "and", "the", "for", "de", "du", "des", "von", "van", "der", "и", "et", "und"])
HARD_STOPS = frozenset(';:[]\n"“”«»—–')


def is_noun_phrase(text: str, words: list[Word], language: Language) -> bool:
    """Whether all of `words` read as one noun phrase: a name, a title, a description, each with its appositions."""
    first = words[0]
    if len(words) > LONGEST_SOURCE or _has_hard_stop(text, words[0].start, words[-1].end):
        return False
    if (
        first.folded in language.breaks
        or first.folded in language.auxiliaries
        or first.folded in language.first_persons
    ):
        return first.folded in language.first_persons and len(words) == 1
    if first.folded in language.pronouns:
        return len(words) == 1
    return not _has_verb(words, language)


def _has_verb(words: list[Word], language: Language) -> bool:
    """Whether a finite verb stands outside a relative clause."""
    for word in words:
        if word.folded in language.relatives:
            return False
        if word.folded in language.auxiliaries and word.folded[:1].isalpha():
            return True
        if word.folded in language.cues and word.text.islower() and word.folded not in language.offices:
            return True
    return False


def _has_hard_stop(text: str, start: int, end: int) -> bool:
    return not HARD_STOPS.isdisjoint(text[start:end])


def next_noun_phrase(text: str, words: list[Word], end: int, language: Language) -> Offsets | None:
    """The noun phrase that begins at the first of `words`, right after a cue; None when none does."""
    while words and (words[0].folded in language.adverbs and words[0].text.islower()):
        words = words[1:]
    if not words or not _can_begin(words[0], language):
        return None
    if words[0].folded in language.pronouns:
        return words[0].start, words[0].end
    named = words[0].folded not in language.determiners
    apposed = False
    last = words[0]
    for number, word in enumerate(words[1:LONGEST_SOURCE], 1):
        parting = text[last.end : word.start]
        if not HARD_STOPS.isdisjoint(parting) or word.start >= end:
            break
        if "," in parting:
            if word.folded in language.cues or _ends_apposition(word, language):
                break
            apposed = True
        elif not apposed and (_ends_name(word, language, named=named) or _is_day(words[number : number + 2], language)):
            break
        last = word
    return words[0].start, with_bracket(text, words[0].start, last.end)


def _is_day(words: list[Word], language: Language) -> bool:
    """Whether a weekday stands here behind a preposition: "the minister on Monday"."""
    return len(words) > 1 and words[0].folded in language.breaks and words[1].folded in language.weekdays


def with_bracket(text: str, start: int, end: int) -> int:
    """The end moved behind a round bracket that was opened inside: "(R-Ohio.)"."""
    if text.count("(", start, end) > text.count(")", start, end):
        close = text.find(")", end, end + 2)
        return close + 1 if close >= 0 else end
    return end


def _can_begin(word: Word, language: Language) -> bool:
    return (
        word.folded not in language.breaks
        and word.folded not in language.auxiliaries
        and (word.folded not in language.first_persons or word.folded in language.determiners)
    )


def _ends_apposition(word: Word, language: Language) -> bool:
    """Whether `word`, after a comma, begins something that is no apposition: a participle, a clause, a place."""
    if word.folded in language.relatives:
        return False
    ending = language.participle_ending
    participle = bool(ending) and word.text.islower() and word.folded.endswith(ending)
    return participle or word.folded in language.breaks or word.folded in language.participles


def _ends_name(word: Word, language: Language, *, named: bool) -> bool:
    if word.folded in language.relatives:
        return False
    return word.folded in language.breaks and (named or (word.text.islower() and word.folded in language.complements))


def last_noun_phrase(text: str, words: list[Word], language: Language) -> Offsets | None:
    """The noun phrase that ends with the last of `words`, right before a cue; None when that is not to be told."""
    if words[-1].folded in language.pronouns or words[-1].folded in language.first_persons:
        return words[-1].start, words[-1].end
    segments = _segments(text, words)
    phrase = segments.pop()
    closing = text[words[-1].end : words[-1].end + 1] == ","
    if closing and segments and not _introduces(segments[-1][0], language):
        phrase = segments.pop() + phrase  # "Ada Bell, a spokeswoman, said"
        while len(segments) and phrase[0].text.islower() and not _introduces(segments[-1][0], language):
            phrase = segments.pop() + phrase
    phrase = _after_break(phrase, language)
    if not phrase or not _can_begin(phrase[0], language) or _has_verb(phrase, language):
        return None
    return phrase[0].start, with_bracket(text, phrase[0].start, phrase[-1].end)


def _segments(text: str, words: list[Word]) -> list[list[Word]]:
    """The words between commas and harder stops."""
    segments = [[words[0]]]
    for before, word in pairwise(words):
        parting = text[before.end : word.start]
        if "," in parting or not HARD_STOPS.isdisjoint(parting):
            segments.append([word])
        else:
            segments[-1].append(word)
    return segments


def _introduces(word: Word, language: Language) -> bool:
    return word.folded in language.breaks


def _after_break(phrase: list[Word], language: Language) -> list[Word]:
    """The phrase from its last clause on: what follows a conjunction that a verb phrase or clause stands before."""
    relative = next(
        (number for number, word in enumerate(phrase) if word.folded in language.relatives and number), len(phrase)
    )
    for number in range(relative - 1, -1, -1):
        word = phrase[number]
        if word.folded in language.complements or (word.folded in language.breaks and number == 0):
            return phrase[number + 1 :]
    return phrase


def subject(text: str, words: list[Word], language: Language) -> Offsets | None:
    """The first noun phrase of a sentence, taken for its subject; None when it is not to be told where it ends."""
    segments = _segments(text, words) if words else []
    while segments and (
        _introduces(segments[0][0], language) or (len(segments) > 1 and not _has_subject(segments[0], language))
    ):
        segments.pop(0)
    if not segments:
        return None
    phrase = segments[0]
    if phrase[0].folded in language.pronouns:
        return phrase[0].start, phrase[0].end
    taken = [phrase[0]]
    for word in phrase[1:12]:
        if word.folded in language.auxiliaries or word.folded in language.cues or _may_be_verb(word):
            while len(taken) > 1 and is_adverb(taken[-1], language):
                taken.pop()
            return taken[0].start, taken[-1].end
        if word.folded in language.breaks and taken[0].is_capital and word.folded not in NAME_LINKS:
            return None
        if _is_bare_name(taken, language) and word.text.islower() and word.folded not in NAME_LINKS:
            return (taken[0].start, taken[-1].end) if word.folded not in language.adverbs else None
        taken.append(word)
    return None


def is_adverb(word: Word, language: Language) -> bool:
    """Whether `word` is one of the language's adverbs or ends like one."""
    ending = language.adverb_ending
    return word.folded in language.adverbs or bool(
        ending and len(word.text) > len(ending) + 2 and word.text.islower() and word.folded.endswith(ending)
    )


def _is_bare_name(words: list[Word], language: Language) -> bool:
    return all(word.is_capital for word in words) and words[0].folded not in language.determiners


def _has_subject(segment: list[Word], language: Language) -> bool:
    return segment[0].is_capital or segment[0].folded in language.pronouns | language.determiners


def _may_be_verb(word: Word) -> bool:
    return word.text.islower() and word.folded.endswith("ed")
