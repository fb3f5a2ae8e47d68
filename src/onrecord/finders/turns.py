"""Turns of transcripts and interviews: labelled, or marked by a dash on both sides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.finders.labels import Label, labels
from onrecord.finders.paragraphs import Paragraph, language_of, mapped_spans, paragraphs
from onrecord.finders.sentences import words_of
from onrecord.languages import Language
from onrecord.types import Attribution, Provenance, Reading, Span

VERSION = "1"
# Kinds in which a line with a colon is a programme's hour, a form's field or a register's entry, never somebody's turn.
WITHOUT_TURNS = frozenset({"programme", "listing", "fact_sheet", "filler"})
# Kinds in which a label may stand before one voice alone.
ALONE = frozenset({"transcript", "speech", "statement"})
DASHES = "-–—"
# What a stenographer notes before and behind a turn is none of its words: "(Via interpreter)", "(Laughter.)".
NOTE_BEFORE = re.compile(r"\s*(?:\((?:[Vv]ia|[Ii]n|[Ss]peaks|[Tt]hrough|[Aa]s)\b[^()\n]{0,40}\)\s*)+")
NOTE_BEHIND = re.compile(r"(?:\s*\([A-Z][a-z]+(?: [a-z]+){0,2}\.?\))+\s*$")
NOTE_REACH = 80
# A dialogue by dashes has at least two questions with their answers.
FEWEST_DASH_TURNS = 4
# Share of the odd turns that must end in a question mark; one in five may be a remark.
QUESTIONS_AT_LEAST = 0.8


def find(reading: Reading) -> Iterator[Attribution]:
    """The turns of a dialogue in text order, mode "turn": source is the label without its colon, content the turn.

    Yields nothing unless the item as a whole is a dialogue: two labels or more, borne out by repetition or by a
    question's label. Words before the first label belong to nobody: where they are speech (first person), they are
    a turn without a source.
    """
    if reading.item.kind in WITHOUT_TURNS:
        return
    text, language, paras = reading.document.page.content, language_of(reading), paragraphs(reading)
    found = list(labels(text, paras, language))
    spoken = _dialogue(text, found, reading.item.span.end)
    if not spoken and reading.item.kind in ALONE:
        spoken = _in_capitals(text, found, reading.item.span.end, language)
    if spoken:
        yield from _opening(reading, paras, spoken[0].start, language)
        yield from _labelled(reading, spoken)
    else:
        yield from _dashed(reading, paras)


def _dialogue(text: str, found: list[Label], end: int) -> list[Label]:
    """The labels that are borne out; none when they do not make a dialogue.

    A form, a list of contacts and a page's menus have labels too. In a dialogue two voices or more speak, most labels
    return or ask, and what follows most of them reads as speech.
    """
    times = Counter(label.key for label in found)
    # A name alone on its line is a label only where such a name returns.
    alone = any(times[label.key] > 1 for label in found if not label.colon)
    kept = [label for label in found if label.colon or alone]
    asks = _asking(text, kept, end) if kept else frozenset()
    kept = [label for label in kept if label.shape != "word" or times[label.key] > 1 or label.start in asks]
    voices = {label.key for label in kept}
    if len(voices) < 2:
        return []
    returning = sum(times[label.key] > 1 or label.shape in {"question", "answer"} for label in kept)
    asked = any(label.shape == "question" for label in kept)
    ends = [*(label.start for label in kept[1:]), end]
    speech = sum(_reads_as_speech(text, label.turn, stop) for label, stop in zip(kept, ends, strict=True))
    borne_out = returning * 2 >= len(kept) and len(kept) > 2
    return kept if (asked or borne_out) and speech * 3 >= len(kept) * 2 else []


def _in_capitals(text: str, found: list[Label], end: int, language: Language) -> list[Label]:
    """The labels of a transcript in which each voice speaks once, or one alone: in capitals, with a title or an office.

    Labels without either ("STAFF") count where one with it stands beside them.
    """
    kept = [label for label in found if label.colon and text[label.start : label.end].isupper()]
    titled = language.person_titles | language.offices
    if not any(titled.intersection(label.key.split()) for label in kept):
        return []
    ends = [*(label.start for label in kept[1:]), end]
    speech = [_reads_as_speech(text, label.turn, stop) for label, stop in zip(kept, ends, strict=True)]
    return kept if all(speech) else []


def _asking(text: str, found: list[Label], end: int) -> frozenset[int]:
    """Where labels begin whose words up to the next label end in a question mark: an outlet asks once ("Beacon:")."""
    ends = [*(label.start for label in found[1:]), end]
    asked = (
        label.start
        for label, stop in zip(found, ends, strict=True)
        if text[max(0, stop - 20) : stop].rstrip()[-1:] in {"?", "？"}
    )
    return frozenset(asked)


def _reads_as_speech(text: str, start: int, end: int) -> bool:
    """Whether the turn begins with a word and ends like a sentence: a telephone number and a menu do not."""
    words = text[start:end].strip(" \t\n\u00a0\"“”«»()[]*–—-•'’")
    return (
        bool(words)
        and not words[0].isdigit()
        and text[start:end].rstrip(" \t\n*•–—\u00a0\"”»)]'’")[-1:] in set(".?!…。？！")
    )


def _labelled(reading: Reading, spoken: list[Label]) -> Iterator[Attribution]:
    page = reading.document.page
    ends = [*(label.start for label in spoken[1:]), reading.item.span.end]
    for label, end in zip(spoken, ends, strict=True):
        begin = NOTE_BEFORE.match(page.content, label.turn, end)
        start = begin.end() if begin and begin.end() < end else label.turn
        content = mapped_spans(reading, start, _without_mark(page.content, start, end))
        if content:
            why = f"a label with the shape of a {label.shape} begins the turn"
            yield _turn(reading, page.span(label.start, label.end), content, why)


def _without_mark(text: str, start: int, end: int) -> int:
    """The end without what is noted there ("(Applause.)"), and the dash or star that stands before the next label."""
    noted = NOTE_BEHIND.search(text, max(start, end - NOTE_REACH), end)
    if noted and text[start : noted.start()].strip():
        end = noted.start()
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*•–—"):
        end -= 1
    return end


def _opening(reading: Reading, paras: list[Paragraph], stop: int, language: Language) -> Iterator[Attribution]:
    text = reading.document.page.content
    title = reading.item.title.end if reading.item.title else reading.item.span.start
    before = [para for para in paras if title <= para.start and para.end <= stop and para.mapped]
    spoken = [
        para
        for para in before
        if any(word.folded in language.first_persons for word in words_of(text, para.start, para.end))
    ]
    if reading.item.kind == "transcript" and spoken:
        content = mapped_spans(reading, spoken[0].start, before[-1].end)
        yield _turn(reading, None, content, "speech before the first label: nobody is named for it")


def _dashed(reading: Reading, paras: list[Paragraph]) -> Iterator[Attribution]:
    text = reading.document.page.content
    starts = [para.start for para in paras if para.mapped and text[para.start] in DASHES and para.kind != "list"]
    if len(starts) < FEWEST_DASH_TURNS:
        return
    ends = [*starts[1:], reading.item.span.end]
    turns = [mapped_spans(reading, start + 1, end) for start, end in zip(starts, ends, strict=True)]
    questions = turns[::2]
    asked = sum(text[turn[-1].end - 1] == "?" for turn in questions if turn)
    answered = sum(text[turn[-1].end - 1] == "?" for turn in turns[1::2] if turn)
    if asked < QUESTIONS_AT_LEAST * len(questions) or answered * 2 > len(turns) - len(questions):
        return
    for number, turn in enumerate(turns):
        if turn:
            why = "a question between dashes" if number % 2 == 0 else "an answer between dashes"
            yield _turn(reading, None, turn, why)


def _turn(reading: Reading, source: Span | None, content: tuple[Span, ...], why: str) -> Attribution:
    made_by = Provenance("turns", VERSION, why, score=reading.tags.chance("turns"))
    return Attribution(source, None, content, "turn", made_by)
