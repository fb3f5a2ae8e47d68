"""Credits without a verb: a dash and a name after the words, a line that hands over to the next voice."""

from __future__ import annotations

import re

from onrecord.finders.cues import Credit, credit_before
from onrecord.finders.noun_phrases import is_noun_phrase
from onrecord.finders.paragraphs import Paragraph
from onrecord.finders.sentences import Word, words_of
from onrecord.languages import Language

# Words of the longest signature or handing-over line: a name with its office and body.
LONGEST_LINE = 18
DASH = re.compile(r"\s*[—–-]{1,2}\s*(?=[^\W\d_])")
NEW_LINE = re.compile(r"[^\S\n]*\n\s*(?=[^\W\d_])")


def signature(
    text: str, start: int, limit: int, paras: list[Paragraph], number: int, language: Language
) -> Credit | None:
    """The name that signs a quotation ending at `start`, after a dash or on its own line: "…" — Mira Halloran."""
    end = paras[number].end
    if start < end:
        if limit < end:
            return None
        dash = DASH.match(text, start, end)
        line = NEW_LINE.match(text, start, end)
        begin = dash.end() if dash else line.end() if line else -1
        return _signed(text, begin, end, language, dashed=bool(dash)) if begin >= 0 else None
    if number + 1 == len(paras) or not paras[number + 1].mapped:
        return None
    para = paras[number + 1]
    dash = DASH.match(text, para.start, para.end)
    return _signed(text, dash.end() if dash else para.start, para.end, language, dashed=bool(dash))


def _signed(text: str, start: int, end: int, language: Language, *, dashed: bool) -> Credit | None:
    if end - start > 200 or "\n" in text[start:end].strip() or text[end - 1] in ":?!":
        return None
    words = words_of(text, start, end)
    if not 0 < len(words) <= LONGEST_LINE or not _is_named(text, words, language):
        return None
    if not dashed and not (_has_office(words, language) and "," in text[start:end] and text[end - 1] != "."):
        return None
    source = (words[0].start, words[-1].end)
    return Credit(source, None, end, "a name signs the words")


def _is_named(text: str, words: list[Word], language: Language) -> bool:
    """Whether the words begin with a name or an office, and no verb is among them."""
    if not words[0].is_capital or not is_noun_phrase(text, words, language):
        return False
    return not any(word.folded in language.cues and word.text.islower() for word in words)


def _has_office(words: list[Word], language: Language) -> bool:
    return any(word.folded in language.offices for word in words)


def credit_of_line(text: str, start: int, end: int, language: Language) -> Credit | None:
    """The credit in a line that ends with a colon before the quoted paragraph: X said: · And from Commissioner X:"""
    if text[end - 1] not in ":,":
        return None
    led = credit_before(text, start, start, end, language)
    if led:
        return led
    words = words_of(text, start, end)
    if text[end - 1] != ":" or not 0 < len(words) <= LONGEST_LINE:
        return None
    for count in (2, 1):
        if " ".join(word.folded for word in words[:count]) in language.handovers:
            words = words[count:]
            break
    if len(words) < 2 or not _is_named(text, words, language) or not _has_office(words, language):
        return None
    return Credit((words[0].start, words[-1].end), None, end, "the line before the words names who is next to speak")
