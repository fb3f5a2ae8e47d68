"""What kind of text an item is: rules in order, the first that holds decides and says why.

First come the rules by name and build (`kind_rules.py`), then the model, then the rules by voice, which are here.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.layouts import kind_words as say
from onrecord.layouts.faces import Face, Test, face_of, in_words
from onrecord.layouts.kind_rules import NAMED
from onrecord.layouts.shapes import Shape
from onrecord.layouts.titles import Parts
from onrecord.types import KINDS, Block, Document, Kind, Span, Tag

# First-person words outside quotation marks, per ten words: running text of a speaker has one in about fifty.
FIRST_PERSON = 0.15
# Words above which a text in the first person that no byline names as an office's is a speech: statements are short.
LONG_SPEECH = 700
# What the model must say of a kind to be believed.
SURE = 0.6
# Kinds that show in how an item is built: of them the model is not asked.
BUILT = frozenset({"transcript", "interview", "listing", "filler", "programme", "op_ed"})


def kind_of(
    document: Document,
    parts: Parts,
    span: Span,
    blocks: Sequence[Block],
    shapes: Sequence[Shape],
    said: Tag | None = None,
) -> tuple[Kind, str]:
    """The kind of the item at `span`, made of `blocks`, the first of which have `shapes`, and why.

    said  which kind the model takes it for: it decides where an item neither calls itself something nor is built so
    """
    face = face_of(document, parts, span, blocks, shapes)
    for kind, test in NAMED:
        why = test(face)
        if why:
            return kind, why
    if said and said.score >= SURE and said.label not in BUILT:
        return next(kind for kind in KINDS if kind == said.label), "the model takes it for one by its first lines"
    for kind, test in BY_VOICE:
        why = test(face)
        if why:
            return kind, why
    return "other", "no rule for a kind holds"


def _speech(face: Face) -> str:
    if face.first_person < FIRST_PERSON:
        return ""
    if face.byline:  # what an office hands out says "we" and "I" too
        return in_words(say.SPOKEN, "opening", face, "it greets those who listen and speaks in the first person")
    if any(one.salute for one in face.shapes[:8]) or say.SPOKEN.search(face.opening):
        return "it opens with a form of address and speaks in the first person"
    if face.words >= LONG_SPEECH:
        return "it speaks in the first person at length"
    if face.first_person >= 2 * FIRST_PERSON and face.words >= 40:
        return "it speaks in the first person throughout"
    return ""


def _statement(face: Face) -> str:
    return (
        in_words(say.STATEMENT, "title", face, "its title names a statement")
        or in_words(say.ATTRIBUTABLE, "opening", face, "it says to whom it is attributable")
        or in_words(say.STATEMENT_BEGINS, "lead", face, "its first paragraph names a statement")
        or ("a person signs it with an office, and speaks for it" if face.byline == "person" else "")
        or in_words(say.STANCE, "lead", face, "an office takes a stand in its first paragraph")
        or ("it speaks for an office in the first person" if face.first_person >= FIRST_PERSON else "")
    )


def _handed_out(face: Face) -> str:
    return "an office hands it out under its name" if face.byline == "office" else ""


def _report(face: Face) -> str:
    return in_words(say.REPORT, "opening", face, "it reports the course of a meeting")


def _news(face: Face) -> str:
    if any(one.dateline for one in face.shapes[:4]):
        return "it opens with a dateline"
    if say.DATED.search(face.opening) or any(one.date for one in face.shapes[:6]):
        return "it reports in the third person and names a day"
    if any(one.cites for one in face.shapes):
        return "it reports in the third person and cites"
    if any(one.words >= 12 and one.stop for one in face.shapes):
        return "it tells in the third person"
    return ""


# In order, where neither a rule by name nor the model decides: whose voice it is.
BY_VOICE: tuple[tuple[Kind, Test], ...] = (
    ("speech", _speech),
    ("statement", _statement),
    ("report", _report),
    ("announcement", _handed_out),
    ("news", _news),
)
