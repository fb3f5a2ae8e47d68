"""The columns of each kind of row when it is laid flat, in the order in which they are written, with their meaning.

A field of a row has a shape, and the shape says which columns it becomes and how each cell is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.errors import UnknownName

Shape = Literal["text", "known", "number", "yes_no", "json", "span", "spans", "date", "party", "parties"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a row as JSON lines have it, and what it means."""

    name: str
    shape: Shape
    meaning: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the flat file: its name, the type of its cells and what they mean."""

    name: str
    type: str
    meaning: str


DOCUMENTS = (
    Field("id", "text", "id of the document"),
    Field("capture_id", "text", "sha256 of the archived bytes"),
    Field("page_text_id", "text", "sha256 of the archived text of the page; every span of these rows counts in it"),
    Field("declared_text_id", "text", "sha256 of the archived text of what the source says of itself"),
    Field("source", "text", "address of the page, or its path below the folder that was read"),
    Field("media_type", "text", "what kind of bytes they are"),
    Field("language", "known", "language of most of the page, BCP 47; unknown when too short or unsure"),
    Field("n_chars", "number", "code points of the page's text"),
    Field(
        "fetched_at", "known", "when the bytes were fetched, UTC; unknown for a plain file, whose clock proves nothing"
    ),
    Field("residue", "spans", "what of the page belongs to no item: menus, notices, blank space"),
    Field("settled", "yes_no", "whether everything its neighbours teach about it has been taken into account"),
    Field("status", "text", "read, or failed"),
    Field("error", "text", "for a failed document, why"),
    Field("encoding", "text", "how the bytes were decoded"),
    Field("doubts", "json", "what the reader was not sure of"),
)
ITEMS = (
    Field("id", "text", "id of the item: it names the place, so it stays when an opinion about it changes"),
    Field("document_id", "text", "the document it stands in"),
    Field("item_key", "text", "sha256 of its folded words: the same words elsewhere have the same key"),
    Field("order", "number", "its place on the page, the first is 1"),
    Field("span", "span", "from its first to its last word"),
    Field("kind", "text", "what kind of piece it is: speech, interview, news ..."),
    Field("is_main", "yes_no", "whether it is the page's own item, not one that happens to stand on the page"),
    Field("title", "text", "its title, word for word"),
    Field("title_span", "span", "where the title stands"),
    Field("opening", "text", "how its text begins, word for word"),
    Field("lead_span", "span", "where its first paragraph of running text stands"),
    Field("body_span", "span", "where the rest stands"),
    Field("published", "date", "when it was published"),
    Field("modified", "date", "when it was last changed, as the page says"),
    Field("spoken", "date", "when its words were spoken (speeches, interviews, transcripts)"),
    Field("happened", "date", "when what it tells of happened (other kinds)"),
    Field("place", "party", "where it was issued or spoken"),
    Field("issuer", "party", "the body or office that issued it"),
    Field("speakers", "parties", "who speaks in the whole item"),
    Field("language", "known", "its language, BCP 47; unknown when too short or unsure"),
    Field("why", "json", "the reasons for its ends, its kind, its title and its place on the page"),
)
STATEMENTS = (
    Field("id", "text", "id of the statement: it names the place, never who is thought to have said it"),
    Field("item_id", "text", "the item it stands in"),
    Field("document_id", "text", "the document it stands in"),
    Field("mode", "text", "direct, indirect, mixed, whole_item (a speech) or turn (a transcript)"),
    Field("source_span", "span", "where the text names whom it credits"),
    Field("source_text", "text", "whom the text credits, word for word"),
    Field("cue_span", "span", "where the words that attribute stand"),
    Field("cue_text", "text", "the words that attribute, such as said"),
    Field("content_spans", "spans", "where what was said stands; several when the cue interrupts it"),
    Field("content_text", "text", "what was said, word for word; only a direct one may be put in quotation marks"),
    Field("speaker", "party", "who said it"),
    Field("said", "date", "when it was said"),
    Field("reported", "date", "when this item told it"),
    Field("polarity", "text", "whether it affirms or denies, where that was looked for"),
    Field("modality", "text", "whether it asserts, intends, demands ..., where that was looked for"),
    Field("inside", "text", "id of the statement whose content encloses this one"),
    Field("score", "number", "0 to 1, calibrated; empty until it is"),
    Field("made_by", "json", "which finder found it, in which version, and why"),
)
MENTIONS = (
    Field("id", "text", "id of the mention"),
    Field("item_id", "text", "the item it stands in"),
    Field("document_id", "text", "the document it stands in"),
    Field("span", "span", "where it stands"),
    Field("text", "text", "its words"),
    Field("kind", "text", "person, organisation, office, state, place, group, date, anonymous or document"),
    Field("actor_id", "text", "the actor it points to, where that was resolved"),
    Field("score", "number", "0 to 1, calibrated; empty until it is"),
    Field("made_by", "json", "which finder found it, in which version, and why"),
)
KINDS: Mapping[str, tuple[Field, ...]] = {
    "documents": DOCUMENTS,
    "items": ITEMS,
    "statements": STATEMENTS,
    "mentions": MENTIONS,
}

DATE = (
    ("edtf", "date", "the date, ISO 8601-2 (EDTF), as precise as it is known"),
    ("basis", "text", "stated, inferred, bounded or unknown"),
    ("how", "text", "text, declared, completed, relative, address, neighbour or office"),
    ("span", "span", "the words that state it"),
    ("from", "evidence", "the words it was inferred from"),
    ("rivals", "JSON", "other dates that the page offers for it, and why they were not taken"),
    ("why", "text", "the reason, in a sentence"),
)
PARTY = (
    ("name", "text", "the name as the text writes it"),
    ("actor_id", "text", "the actor, where that was resolved"),
    ("office", "text", "the office as the text writes it"),
    ("body", "text", "the organisation the office belongs to"),
    ("basis", "text", "stated, inferred, bounded or unknown"),
    ("how", "text", "how it is known"),
    ("spans", "spans", "the words that name it"),
    ("from", "evidence", "the words it was inferred from"),
    ("why", "text", "the reason, in a sentence"),
)
PARTIES = (
    ("names", "text", "their names (or offices), joined with '; '"),
    ("json", "JSON", "all that is known of each, as in the JSON lines"),
)


PARTS: Mapping[Shape, tuple[tuple[str, str, str], ...]] = {"date": DATE, "party": PARTY, "parties": PARTIES}
_TYPES: Mapping[Shape, str] = {
    "text": "text",
    "known": "text",
    "number": "number",
    "yes_no": "true or false",
    "json": "JSON",
    "span": "span",
    "spans": "spans",
}


def fields_of(kind: str) -> tuple[Field, ...]:
    """The fields of rows of `kind`, in their order. Raises UnknownName."""
    if kind not in KINDS:
        raise UnknownName.among("kind of row", kind, KINDS)
    return KINDS[kind]


def columns_of(kind: str) -> Iterator[Column]:
    """The columns that rows of `kind` become, in their order. Raises UnknownName."""
    for field in fields_of(kind):
        parts = PARTS.get(field.shape)
        if parts is None:
            yield Column(field.name, _TYPES[field.shape], field.meaning)
        else:
            yield from (Column(f"{field.name}.{name}", type_, f"{field.meaning}: {why}") for name, type_, why in parts)
