"""Which body issues an item, where the text says so."""

from __future__ import annotations

from onrecord.finders.head_lines import HeadLine
from onrecord.finders.names import BODY_LINKS, NAME_PARTICLES
from onrecord.finders.paragraphs import Paragraph
from onrecord.finders.sentences import Word, sentence_ends, words_of
from onrecord.finders.voices import Voice, head
from onrecord.languages import Language
from onrecord.types import Kind, Party, Reading, Span

# Kinds whose text a body gives out: the subject of its first sentence is that body when it is one.
ISSUED: frozenset[Kind] = frozenset(
    {"statement", "readout_call", "readout_meeting", "joint_statement", "communique", "message", "announcement"}
)


def issuer(
    reading: Reading, paras: list[Paragraph], lines: list[HeadLine], language: Language, voice: Voice | None
) -> Party | None:
    """The body that issues the item: that of a line under the title, that of the named voice, or the subject of a first
    sentence; else None."""
    words = reading.document.page.words
    head_line = next((line.span for line in lines if line.kind == "office"), None)
    if head_line:
        why = "a line under the title names the office that hands it out"
        return Party("issuer", words(head_line), "stated", how="text", spans=(head_line,), why=why)
    if voice and voice.named.body and reading.item.kind in ISSUED:
        why = "the body of the office that speaks"
        return Party("issuer", words(voice.named.body), "stated", how="text", spans=(voice.named.body,), why=why)
    if reading.item.kind not in ISSUED:
        return None
    for para in head(paras):
        end = sentence_ends(reading.document.page.content, para.start, para.end)[0]
        body = _subject_body(reading, words_of(reading.document.page.content, para.start, end), language)
        if body:
            why = "the subject of the first sentence is a body, and an act of its own follows"
            return Party("issuer", words(body), "stated", how="text", spans=(body,), why=why)
    return None


def _subject_body(reading: Reading, words: list[Word], language: Language) -> Span | None:
    """The body with which the sentence's main clause begins, a date or place before it aside."""
    page = reading.document.page
    words = _without_introduction(page.content, words, language)
    while words and (words[0].folded in language.determiners or words[0].folded in language.staff):
        words = words[1:]
    taken: list[Word] = []
    for word in words:
        if not word.is_capital and (word.folded not in BODY_LINKS | NAME_PARTICLES or not taken):
            break
        taken.append(word)
    while taken and not taken[-1].is_capital:
        taken.pop()
    following = words[len(taken)] if len(taken) < len(words) else None
    # "The Administration", "the Council": a word alone names no body.
    is_body = len(taken) > 1 and any(word.folded in language.bodies for word in taken)
    if not is_body or following is None or not following.text.islower() or following.folded in language.offices:
        return None
    if any(word.folded in language.offices for word in taken) or following.folded in language.breaks:
        return None
    return page.span(taken[0].start, taken[-1].end)


def _without_introduction(text: str, words: list[Word], language: Language) -> list[Word]:
    if not words or words[0].folded not in language.breaks:
        return words
    for number in range(1, len(words)):
        if "," in text[words[number - 1].end : words[number].start]:
            return words[number:]
    return []
