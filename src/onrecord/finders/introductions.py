"""Voices that an introduction by others presents: who wrote the column, who gave the interview."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.finders.names import named
from onrecord.finders.paragraphs import Paragraph
from onrecord.finders.sentences import Word, sentence_ends, words_of
from onrecord.finders.voices import Voice, head, voice_at
from onrecord.languages import Language
from onrecord.types import Reading, Text


def authors(reading: Reading, paras: list[Paragraph], language: Language) -> Iterator[Voice]:
    """Voices of which the head says that they wrote it: "Minister Mira Halloran writes in a column for ..."."""
    text = reading.document.page
    for para in head(paras):
        for start, end in _sentences(text.content, para):
            words = words_of(text.content, start, end)
            place = next((n for n, word in enumerate(words) if word.folded in language.writings), None)
            if place is None or place < 2:
                continue
            voice = _first_actor(text, words[:place], language, "the lead names the author of the text")
            if voice:
                yield Voice(voice.named, voice.phrase, voice.why, para.end)


def interviewees(reading: Reading, paras: list[Paragraph], language: Language) -> Iterator[Voice]:
    """Voices that the head presents as interviewed: "interview with X", "X told Y"."""
    text = reading.document.page
    for para in head(paras)[:3]:
        for start, end in _sentences(text.content, para)[:3]:
            words = words_of(text.content, start, end)
            for number in range(len(words) - 2):
                if " ".join(word.folded for word in words[number : number + 2]) in language.interviews:
                    voice = voice_at(
                        text, words[number + 2 :], end, language, "the interview is said to be with this person"
                    )
                    if voice and voice.named.name:
                        yield voice
            place = next(
                (n for n, word in enumerate(words) if word.folded in language.cues and word.text.islower()), None
            )
            voice = (
                _first_actor(text, words[:place], language, "the lead says what this person told") if place else None
            )
            if voice:
                yield voice


def _sentences(text: str, para: Paragraph) -> list[tuple[int, int]]:
    ends = sentence_ends(text, para.start, para.end)
    return list(zip([para.start, *ends[:-1]], ends, strict=True))


def _first_actor(text: Text, words: list[Word], language: Language, why: str) -> Voice | None:
    """The person, named with an office or by two capitalised words, with whom the sentence begins."""
    if not words or words[0].folded in language.breaks:
        return None
    cut = next((n for n, word in enumerate(words) if n and _is_plain(word, words[n - 1], language)), len(words))
    start, end = words[0].start, words[cut - 1].end
    who = named(text, start, end, language)
    if who.name is None or (who.office is None and " " not in text.words(who.name)):
        return None
    return Voice(who, text.span(start, end), why)


def _is_plain(word: Word, before: Word, language: Language) -> bool:
    """Whether a lower-case word ends the name phrase it follows: no office, no link inside an office, no article."""
    links = language.determiners | frozenset(["of", "for", "and", "de", "du", "des", "der"])
    known = word.folded in language.offices or word.folded in language.bodies or word.folded in links
    return not word.is_capital and not known and before.is_capital
