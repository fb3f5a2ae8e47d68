"""Citations: the words in quotation marks only when they are quoted, the date only when it is known."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UnknownName
from onrecord.exporters.citation import cite

MIRA = {"name": "Mira Halloran", "office": "minister of transport", "body": None, "basis": "stated"}
NOBODY = {"name": None, "office": None, "body": None, "basis": "unknown", "why": "the page names nobody"}
MINISTRY = {"name": "Ministry of Transport", "office": None, "body": None, "basis": "stated"}
UNKNOWN = {"edtf": None, "basis": "unknown"}
ARCHIVED = {
    "source": "https://transport.example/news/harbour-line",
    "fetched_at": "2024-03-06T10:00:00Z",
    "capture_id": "c" * 64,
    "page_text_id": "e" * 64,
}
QUOTE: dict[str, Any] = {
    **ARCHIVED,
    "id": "9f2c41d0" * 8,
    "mode": "direct",
    "content_spans": [[1204, 1228]],
    "content_text": "We will act, and soon.",
    "speaker": MIRA,
    "said": UNKNOWN,
    "title": "Harbour line to open",
    "published": {"edtf": "2024-03-05", "basis": "stated"},
    "issuer": MINISTRY,
}
ITEM: dict[str, Any] = {
    **ARCHIVED,
    "id": "77aa" * 16,
    "item_key": "k" * 64,
    "kind": "speech",
    "span": [0, 900],
    "title": "Speech at the harbour",
    "published": UNKNOWN,
    "spoken": {"edtf": "2024-03", "basis": "inferred"},
    "speakers": [MIRA],
    "issuer": None,
}
DOCUMENT: dict[str, Any] = {**ARCHIVED, "id": "d0" * 32, "declared_text_id": "f" * 64, "source": "notes/glued.txt"}
WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1)


def csl(thing: dict[str, Any]) -> dict[str, Any]:
    (item,) = json.loads(cite(thing, "csl-json"))
    return dict(item)


def braces_balance(entry: str) -> bool:
    """BibTeX's own count: a backslash before a brace changes nothing."""
    depth = 0
    for letter in entry:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if depth < 0:
            return False
    return depth == 0


def test_a_quotation_is_cited_with_its_span_hash_and_source():
    assert cite(QUOTE, "plain") == (
        "Mira Halloran, minister of transport: “We will act, and soon.” In: Harbour line to open. "
        "Ministry of Transport, published 2024-03-05. <https://transport.example/news/harbour-line>. "
        "Captured 2024-03-06T10:00:00Z. "
        f"Characters 1204–1228 of text sha256:{'e' * 64}. Archived bytes sha256:{'c' * 64}."
    )


def test_words_that_bring_their_own_marks_get_no_second_pair():
    assert "„Wir handeln.“ In:" in cite(QUOTE | {"content_text": "„Wir handeln.“"}, "plain")
    assert "““" not in cite(QUOTE | {"content_text": "“We will act.”"}, "plain")
    assert ": “We will act. In:" in cite(QUOTE | {"content_text": "“We will act."}, "plain")
    assert ": “’Tis late.” In:" in cite(QUOTE | {"content_text": "’Tis late."}, "plain")


def test_a_quotation_broken_by_its_cue_names_both_places():
    assert "Characters 5–20, 31–44 of text" in cite(QUOTE | {"content_spans": [[5, 20], [31, 44]]}, "plain")


@pytest.mark.parametrize("mode", ["indirect", "mixed", "turn", "whole_item"])
@pytest.mark.parametrize("style", ["plain", "bibtex", "csl-json"])
def test_only_direct_words_stand_in_quotation_marks(mode, style):
    thing = QUOTE | {"mode": mode, "content_text": "the line would open in May"}
    assert not set("“”„«»") & set(cite(thing, style))


def test_a_whole_item_is_cited_by_its_title_not_copied():
    assert "We will act" not in cite(QUOTE | {"mode": "whole_item"}, "plain")


def test_a_speaker_that_is_not_known_is_said_to_be_unknown():
    nameless = QUOTE | {"speaker": NOBODY}
    assert cite(nameless, "plain").startswith("Unknown speaker: “We will act")
    assert "author" not in csl(nameless)
    assert csl(nameless)["note"].startswith("Unknown speaker. ")
    assert "author" not in cite(nameless, "bibtex")


def test_an_inferred_speaker_says_so():
    assert cite(QUOTE | {"speaker": MIRA | {"basis": "inferred"}}, "plain").startswith(
        "Mira Halloran, minister of transport (inferred): “"
    )


@pytest.mark.parametrize(
    "published", [UNKNOWN, None, {"edtf": "2024-01/2024-03", "basis": "bounded"}], ids=["unknown", "absent", "bounded"]
)
def test_a_date_that_is_not_known_is_n_d(published):
    thing = QUOTE | {"published": published}
    assert ", n.d. <" in cite(thing, "plain")
    assert "  year = {n.d.}," in cite(thing, "bibtex")
    assert "month" not in cite(thing, "bibtex")
    assert "issued" not in csl(thing)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024-03-05", {"date-parts": [[2024, 3, 5]]}),
        ("2024-03-05T09:30:00+01:00", {"date-parts": [[2024, 3, 5]]}),
        ("2024-03", {"date-parts": [[2024, 3]]}),
        ("2024", {"date-parts": [[2024]]}),
        ("2024-03-05/2024-03-07", {"date-parts": [[2024, 3, 5], [2024, 3, 7]]}),
        ("2024-03?", {"date-parts": [[2024, 3]], "circa": True}),
        ("2024-XX-05", {"literal": "2024-XX-05"}),
        ("2024-03-05/..", {"literal": "2024-03-05/.."}),
    ],
)
def test_a_date_in_csl_is_as_precise_as_it_is_known(edtf, expected):
    assert csl(QUOTE | {"published": {"edtf": edtf, "basis": "stated"}})["issued"] == expected


@pytest.mark.parametrize(
    ("edtf", "month"), [("2024-03-05", "mar"), ("2024-12", "dec"), ("2024", None), ("2024-21", None)]
)
def test_bibtex_has_a_month_only_where_it_is_known(edtf, month):
    entry = cite(QUOTE | {"published": {"edtf": edtf, "basis": "stated"}}, "bibtex")
    assert "  year = {2024}," in entry
    assert (f"  month = {month}," in entry) if month else ("month" not in entry)


def test_csl_has_the_shape_of_csl():
    item = csl(QUOTE)
    assert item["type"] == "webpage"
    assert item["author"] == [{"literal": "Mira Halloran, minister of transport"}]
    assert item["title"] == "“We will act, and soon.”"
    assert item["container-title"] == "Harbour line to open"
    assert item["accessed"] == {"date-parts": [[2024, 3, 6]]}
    assert item["URL"] == ARCHIVED["source"]
    known = {"id", "type", "author", "title", "container-title", "publisher", "issued", "event-date", "URL", "accessed"}
    assert set(item) <= known | {"archive", "archive_location", "note"}


def test_a_speech_is_cited_by_its_speaker_and_the_day_it_was_spoken():
    assert cite(ITEM, "plain").startswith(
        "Mira Halloran, minister of transport. Speech at the harbour. n.d. Said 2024-03."
    )
    assert "note = {Said 2024-03. " in cite(ITEM, "bibtex")
    item = csl(ITEM)
    assert (item["type"], item["title"]) == ("speech", "Speech at the harbour")
    assert item["event-date"] == {"date-parts": [[2024, 3]]}


def test_a_document_from_a_folder_is_cited_by_its_path():
    item = csl(DOCUMENT)
    assert (item["type"], item["title"]) == ("document", "notes/glued.txt")
    assert "URL" not in item
    assert "notes/glued.txt" in cite(DOCUMENT | {"fetched_at": None}, "bibtex")
    assert "Time of capture unknown" in cite(DOCUMENT | {"fetched_at": None}, "plain")


def test_a_style_that_does_not_exist_names_those_that_do():
    with pytest.raises(UnknownName, match="bibtex, csl-json, plain"):
        cite(QUOTE, "chicago")


@given(words=WORDS, name=WORDS, title=WORDS, source=WORDS)
def test_braces_balance_whatever_the_words_hold(words, name, title, source):
    """For all words, names, titles and addresses: the BibTeX entry is one group of balanced braces."""
    thing = QUOTE | {"content_text": words, "speaker": MIRA | {"name": name}, "title": title}
    entry = cite(thing | {"source": f"https://transport.example/{source}"}, "bibtex")
    assert entry.startswith("@misc{")
    assert entry.endswith("}")
    assert braces_balance(entry)


def test_nothing_in_the_words_is_a_command_of_latex():
    entry = cite(QUOTE | {"title": r"\input{x} 5% of A&B_1 #2 $3 ~ ^"}, "bibtex")
    (shown,) = re.findall(r"howpublished = \{(.*)\},", entry)
    assert shown == (
        r"{\textbackslash}input{\textbraceleft}x{\textbraceright} 5\% of A\&B\_1 \#2 \$3 "
        r"{\textasciitilde} {\textasciicircum}"
    )
