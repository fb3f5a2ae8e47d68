"""Who speaks in an item as a whole, who issues it and where: as stated, otherwise unknown with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.finders.declared_authors import declared_author
from onrecord.finders.introductions import authors, interviewees
from onrecord.finders.issuers import issuer
from onrecord.finders.names import named
from onrecord.finders.paragraphs import Paragraph, language_of, mapped_spans, paragraphs
from onrecord.finders.venues import place
from onrecord.finders.voices import (
    Voice,
    bylines,
    colon_titles,
    delivered,
    groups,
    signatures,
)
from onrecord.languages import Language
from onrecord.types import Attribution, Kind, Party, Provenance, Reading, Span

VERSION = "1"
# Kinds whose body as a whole is somebody's words.
WHOLE: frozenset[Kind] = frozenset({"speech", "op_ed", "statement", "message", "joint_statement", "communique"})
GROUP: frozenset[Kind] = frozenset({"joint_statement", "communique"})
DIALOGUE: frozenset[Kind] = frozenset({"interview", "transcript"})
# A label whose turns end in a question mark this often asks, it does not answer.
ASKS_FROM = 0.6


def find(reading: Reading) -> Iterator[Party | Attribution]:
    """Speakers, issuer and place of the item, then its whole-item attribution where its kind has one.

    Every item of the kinds WHOLE and DIALOGUE has a speaker, unknown where it names none: presidents who are
    greeted, thanked or quoted are not speakers. A group speaks as a group: it is the issuer, and no person is named.
    """
    language, paras = language_of(reading), paragraphs(reading)
    group = next(groups(reading, paras, language), None)
    voice = _voice(reading, paras, language) if group is None else None
    yield from _speakers(reading, voice, group, language)
    issued = _group_party(reading, group) if group else issuer(reading, paras, language, voice)
    if issued:
        yield issued
    venue = place(reading, paras, language)
    if venue:
        yield venue
    has_turns = any(attribution.mode == "turn" for attribution in reading.attributions())
    if reading.item.kind in WHOLE and not has_turns:
        yield from _whole_item(reading, voice, group)


def _voice(reading: Reading, paras: list[Paragraph], language: Language) -> Voice | None:
    """The strongest voice that fits the item's kind; each kind believes its own cues, in this order."""
    kind = reading.item.kind
    if kind not in WHOLE | DIALOGUE or kind in GROUP or kind == "transcript":  # a transcript's labels say who speaks
        return None
    voices: list[Iterator[Voice]] = [delivered(reading, paras, language)]
    if kind == "op_ed":
        voices += [bylines(reading, paras, language), authors(reading, paras, language)]
    if kind == "interview":
        voices += [interviewees(reading, paras, language)]
    voices += [colon_titles(reading, language)]
    if kind in {"statement", "message", "op_ed"}:
        voices += [signatures(reading, paras, language)]
    return next((voice for several in voices for voice in several), None)


def _speakers(reading: Reading, voice: Voice | None, group: Span | None, language: Language) -> Iterator[Party]:
    kind = reading.item.kind
    if kind not in WHOLE | DIALOGUE:
        return
    labelled = list(_labelled(reading, language)) if kind in DIALOGUE else []
    if voice:
        yield party(reading, voice)
    if labelled and not (voice and kind == "interview"):
        yield from (each for each in labelled if voice is None or each.name != _name(reading, voice))
    if not voice and not labelled:
        author = declared_author(reading, language) if kind == "op_ed" else None
        yield author or Party("speaker", None, "unknown", why=_reason(kind, group))


def party(reading: Reading, voice: Voice) -> Party:
    """The speaker that a voice names; an office alone leaves the person unknown and keeps the office."""
    words = reading.document.page.words
    who = voice.named
    return Party(
        role="speaker",
        name=words(who.name) if who.name else None,
        basis="stated" if who.name else "unknown",
        office=words(who.office) if who.office else None,
        body=words(who.body) if who.body else None,
        how="text",
        spans=(voice.phrase,),
        why=voice.why if who.name else f"{voice.why} by office only; the person is not named",
    )


def _name(reading: Reading, voice: Voice) -> str | None:
    return reading.document.page.words(voice.named.name) if voice.named.name else None


def _reason(kind: Kind, group: Span | None) -> str:
    if group or kind in GROUP:
        return "a group or body speaks; no person is named as its voice"
    if kind in DIALOGUE:
        return "neither a label nor the introduction names who answers"
    return "nobody is named as speaking; names in the text are greeted, thanked or spoken about"


def _labelled(reading: Reading, language: Language) -> Iterator[Party]:
    """The speakers that labels of turns name, each once, by first turn; those who only ask are left out."""
    page = reading.document.page
    turns = [turn for turn in reading.attributions() if turn.mode == "turn" and turn.source]
    asked: dict[str, list[bool]] = {}
    for turn in turns:
        if turn.source:
            ends = page.content[turn.content[-1].end - 1] in "?？"
            asked.setdefault(page.words(turn.source).casefold(), []).append(ends)
    seen: set[str] = set()
    for turn in turns:
        if turn.source is None or "question" in turn.made_by.why or "answer" in turn.made_by.why:
            continue
        key = page.words(turn.source).casefold()
        who = named(page, turn.source.start, turn.source.end, language)
        if key in seen or sum(asked[key]) >= ASKS_FROM * len(asked[key]) or (who.name is None and who.office is None):
            continue
        seen.add(key)
        yield party(reading, Voice(who, turn.source, "a label names who speaks the turn"))


def _group_party(reading: Reading, group: Span) -> Party:
    why = "the group names itself at the start of the text"
    return Party("issuer", reading.document.page.words(group), "stated", how="text", spans=(group,), why=why)


def _whole_item(reading: Reading, voice: Voice | None, group: Span | None) -> Iterator[Attribution]:
    """The body as one attribution, from behind title, byline and an introduction by others to the end."""
    item = reading.item
    start = (item.lead or item.body or item.span).start
    if item.lead is None and item.body is None and item.title:
        start = item.title.end
    if voice and voice.after is not None and voice.after < item.span.end:
        start = max(start, voice.after)
    if (
        voice
        and voice.after is not None
        and item.body
        and start < item.body.start
        and item.lead
        and start >= item.lead.end
    ):
        start = item.body.start  # headings between an introduction by others and the words themselves
    end = item.span.end
    if voice and voice.phrase.start > start and "signs" in voice.why:
        end = voice.phrase.start
    content = mapped_spans(reading, start, end)
    if content:
        source = group or (voice.phrase if voice else None)
        why = voice.why if voice else "the body of an item of this kind is its issuer's or author's own words"
        yield Attribution(
            source, voice.cue if voice else None, content, "whole_item", Provenance("speakers", VERSION, why)
        )
