"""Where an item says whose words it holds: delivery lines, bylines, authors, interviewees, signatures, groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.finders.head_lines import office_first
from onrecord.finders.names import Named, named
from onrecord.finders.noun_phrases import next_noun_phrase
from onrecord.finders.paragraphs import Paragraph
from onrecord.finders.sentences import Word, words_of
from onrecord.languages import Language
from onrecord.types import Reading, Span, Text

# How far from the item's beginning a line may stand that says whose words follow.
HEAD_PARAGRAPHS = 5
# A byline, a signature or a delivery line is short; a long paragraph that holds the same words tells a story.
LONGEST_LINE = 220
# What a title calls somebody's words: "Mira Halloran’s speech", "Prime Minister’s message".
OWNED = re.compile(
    r"(?P<who>[^\n:]{3,70}?)(?P<own>’s|'s)? (?:[\w-]+ ){0,2}?(?:speech|remarks|statement|address|message|"
    r"speaking notes?|lecture|article|letter|toast|greetings?|keynote)\b",
    re.IGNORECASE,
)
AT = re.compile(
    r" (?=(?:at|on|with|before|to|in|remarks|opening|closing|keynote|speech|address|statement)\b)", re.IGNORECASE
)
ADDRESS = re.compile(r"@|https?://|\d{3}")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whom the item names as speaking: parts of the name, the words that say so, and how.

    after  where the item's own words begin at the earliest, when the words that say so stand before them
    cue    the phrase that hands over ("The below is attributable to"), when there is one
    firm   whether the words can mean nothing else: "attributable to", "as delivered by"
    """

    named: Named
    phrase: Span
    why: str
    after: int | None = None
    cue: Span | None = None
    firm: bool = False


def head(paras: list[Paragraph]) -> list[Paragraph]:
    """The mapped paragraphs among the first few of the item."""
    return [para for para in paras[:HEAD_PARAGRAPHS] if para.mapped]


def delivered(reading: Reading, paras: list[Paragraph], language: Language) -> Iterator[Voice]:
    """Voices that a delivery phrase names ("as delivered by", "attributable to"), the strongest first."""
    ending = paras[HEAD_PARAGRAPHS:][-2:] if reading.item.kind in {"statement", "message"} else []
    lines = [*head(paras), *[para for para in ending if para.mapped]]
    found = [voice for para in lines for voice in _delivered_in(reading.document.page, para, language)]
    # "Remarks of A, as delivered by B": the voice is B's.
    return (voice for _, voice in sorted(found, key=lambda pair: (-pair[0], pair[1].phrase.start)))


def _delivered_in(text: Text, para: Paragraph, language: Language) -> Iterator[tuple[int, Voice]]:
    """The voices of one line, each with its strength."""
    if para.end - para.start > LONGEST_LINE:
        return
    words = words_of(text.content, para.start, para.end)
    for number, word in enumerate(words):
        if word.folded in language.cues and word.text.islower():
            return  # a verb before the phrase tells of another statement
        count = _phrase_length(words, number, language)
        why = "a delivery phrase names the speaker"
        voice = voice_at(text, words[number + count :], para.end, language, why) if count else None
        if voice:
            phrase = text.content[word.start : words[number + count - 1].end].casefold()
            cue = text.span(words[0].start, words[number + count - 1].end) if "attributable" in phrase else None
            strength = ("delivered" in phrase) * 2 + (cue is not None)
            yield strength, replace(voice, after=para.end, cue=cue, firm=strength > 0)


def _phrase_length(words: list[Word], number: int, language: Language) -> int:
    """How many words the longest delivery phrase at `number` has; 0 when none begins there."""
    for count in (5, 4, 3, 2, 1):
        phrase = " ".join(word.folded for word in words[number : number + count])
        if phrase in language.deliveries and number + count < len(words):
            return count
    return 0


def voice_at(text: Text, words: list[Word], end: int, language: Language, why: str) -> Voice | None:
    """The voice named at the start of `words`; None when no name or office stands there."""
    phrase = next_noun_phrase(text.content, words, end, language)
    if phrase is None:
        return None
    who = named(text, *phrase, language)
    if who.name is None and who.office is None:
        return None
    if who.name and who.office is None and " " not in text.words(who.name):
        return None  # "Statement by Veldria": one word alone may be a state
    # A place and a day may follow in the same line: the phrase ends with what it names.
    end = max(span.end for span in (who.name, who.office, who.body) if span)
    return Voice(who, text.span(phrase[0], end), why)


def bylines(reading: Reading, paras: list[Paragraph], language: Language) -> Iterator[Voice]:
    """Voices that a line of the head names after "By": "By Mira Halloran, Minister of Transport"."""
    text = reading.document.page
    for para in head(paras):
        words = words_of(text.content, para.start, min(para.end, para.start + LONGEST_LINE))
        if len(words) < 2 or words[0].folded not in language.bylines or para.end - para.start > 120:
            continue
        if words[1].is_capital and text.content[para.end - 1] not in ".?!":
            voice = voice_at(text, words[1:], para.end, language, "the byline names the author")
            if voice and voice.named.name:
                yield replace(voice, after=para.end)


def colon_titles(reading: Reading, language: Language) -> Iterator[Voice]:
    """The voice before the title's colon: "Mira Halloran: We shall build"."""
    text, title = reading.document.page, reading.item.title
    if title is None:
        return
    colon = text.content.find(":", title.start, title.end)
    words = words_of(text.content, title.start, colon) if colon > 0 else []
    if 1 < len(words) <= 10 and words[0].is_capital and words[0].folded not in language.determiners:
        who = named(text, title.start, colon, language)
        bare = [word for word in words if word.is_capital or word.folded in language.offices]
        # "Business Focus: Why they win" has the shape of a name too; the words behind a person's colon stand in marks.
        in_marks = text.content[colon + 1 : title.end].lstrip()[:1] in set("“\"«„‘'「")
        if who.name and (who.office or (len(bare) == len(words) <= 3 and in_marks)):
            yield Voice(who, text.span(title.start, words[-1].end), "the title puts this name before its words")


def titled(reading: Reading, language: Language) -> Iterator[Voice]:
    """The voice whose words the title says these are: "Mira Halloran’s speech at", "Minister Mira Halloran at"."""
    text, title = reading.document.page, reading.item.title
    if title is None:
        return
    owned = OWNED.match(text.content, title.start, title.end)
    if owned:
        who = named(text, title.start, owned.end("who"), language)
        parts = words_of(text.content, who.name.start, who.name.end) if who.name else []
        plain = owned["own"] or office_first(text, title.start, owned.end("who"), language)
        if plain and (len(parts) in {2, 3, 4} or (who.office and not parts)):
            phrase = text.span(title.start, owned.end("who"))
            yield Voice(who, phrase, "the title says whose words these are")
        return
    for cut in AT.finditer(text.content, title.start, title.end):
        speaker = office_first(text, title.start, cut.start(), language)
        if speaker:
            phrase = text.span(title.start, cut.start())
            yield Voice(speaker, phrase, "the title begins with who speaks, then says where")
            return


def announced(reading: Reading, paras: list[Paragraph], language: Language) -> Iterator[Voice]:
    """The voice of a line of the head that hands over to the text below: "Minister Mira Halloran said:"."""
    text = reading.document.page
    for para in head(paras)[1:]:
        words = words_of(text.content, para.start, para.end)
        if text.content[para.end - 1] != ":" or not 2 < len(words) <= 16 or words[-1].folded not in language.cues:
            continue
        who = named(text, para.start, words[-2].end, language)
        if who.name and who.office and who.name.end == words[-2].end:
            yield Voice(who, text.span(words[0].start, words[-2].end), "a line hands over to this person", para.end)


def signatures(reading: Reading, paras: list[Paragraph], language: Language) -> Iterator[Voice]:
    """The name that signs the item: a short line at its end with an office, or a name over a line with one."""
    text = reading.document.page
    for para in [para for para in paras[1:][-3:] if para.mapped]:
        words = words_of(text.content, para.start, para.end)
        line = text.content[para.start : para.end]
        if (
            not 2 <= len(words) <= 16
            or ADDRESS.search(line)
            or line[-1] in ".:?!"
            or ":" in line  # "Tarn: Ada Bell, minister of transport": one of many who sign
            or words[0].folded in language.no_labels
        ):
            continue
        who = named(text, para.start, para.end, language)
        if who.name and who.office and not any(word.folded in language.no_labels for word in words):
            yield Voice(who, text.span(para.start, para.end), "a name with its office signs the text")


def groups(reading: Reading, paras: list[Paragraph], language: Language) -> Iterator[Span]:
    """The phrases by which a group names itself at a paragraph's start: "We, the Foreign Ministers of ..."."""
    text = reading.document.page
    for para in head(paras):
        words = words_of(text.content, para.start, min(para.end, para.start + 600))
        if " ".join(word.folded for word in words[:2]) in language.groups:
            first = 1 if words[0].folded in language.first_persons else 0
            yield text.span(words[first].start, _group_end(text.content, words[first:], language))


def _group_end(text: str, words: list[Word], language: Language) -> int:
    """Where the group's name ends: before a verb, or at a comma that no capital letter follows."""
    last = words[0]
    for word in words[1:]:
        parting = text[last.end : word.start]
        if word.folded in language.auxiliaries or word.folded in language.cues or not set(parting) <= set(" \u00a0,-’"):
            break
        if "," in parting and not word.is_capital:
            break
        last = word
    return last.end
