"""A plain text is archived as it is, in blocks at exact places."""

from __future__ import annotations

import codecs

import pytest

from onrecord.formats import read_document
from onrecord.types import Capture, Document, Sighting


def read(text: str | bytes, source: str = "a.txt", media_type: str = "") -> tuple[Document, bytes]:
    body = text if isinstance(text, bytes) else text.encode()
    capture = Capture.of(body, media_type)
    return read_document(capture, Sighting(capture.id, source, "folder:x")), body


def words(document: Document) -> list[str]:
    return [document.page.words(block.span) for block in document.blocks]


def kinds(document: Document) -> list[str]:
    return [block.kind for block in document.blocks]


def test_each_line_is_a_block_and_blank_lines_are_none():
    document, _ = read("One line.\n\n\nAnother line. \n \u00a0 \nA third.\n")
    assert words(document) == ["One line.", "Another line.", "A third."]


def test_line_ends_are_kept_in_the_page():
    document, body = read("One.\r\nTwo.\rThree.\n")
    assert document.page.content == body.decode()
    assert words(document) == ["One.", "Two.", "Three."]


def test_a_text_wrapped_by_hand_has_a_block_a_paragraph():
    wrapped = (
        "The minister of transport said on Tuesday that the bridge over the\n"
        "river would be opened again in spring, and that the works, which had\n"
        "begun in the autumn before, had cost less than it had been feared\n"
        "when the council voted on them.\n"
        "\n"
        "She thanked the engineers, who had worked through two hard winters,\n"
        "and asked the drivers of the valley for a little more patience.\n"
    )
    document, _ = read(wrapped)
    assert [line.split()[0] for line in words(document)] == ["The", "She"]


def test_a_list_of_short_lines_is_not_a_wrapped_paragraph():
    document, _ = read("Mira Halloran\nMinister of transport\nIven Dole\nEnvoy of the council\nTarn\n")
    assert len(document.blocks) == 5


def test_paragraphs_on_lines_of_their_own_stay_apart():
    line = "The minister of transport said that the bridge would be opened again in the spring of next year. "
    document, _ = read("\n".join([line * 3, line * 2, line * 4, line * 2, line]))
    assert len(document.blocks) == 5


def test_bullets_are_lists_and_turns_of_an_interview_are_not():
    document, _ = read("• The bridge\n- the road to Tarn\n- When will it open?\n— In spring, I hope.\n* signals\n")
    assert kinds(document) == ["list", "list", "paragraph", "paragraph", "list"]


def test_a_line_that_only_names_who_speaks_is_a_speaker():
    document, _ = read("MIRA HALLORAN:\nWe will act.\n\nQuestion:\nWhen?\n\nThe following was agreed. Namely:\n")
    assert kinds(document) == ["speaker", "paragraph", "speaker", "paragraph", "paragraph"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-le", "cp1251", "koi8-r", "utf-8-sig", "utf-32"])
def test_each_place_holds_the_bytes_of_its_block(codec):
    text = "Мира Халлоран, министр транспорта, сообщила о мосте.\r\n\r\nМост откроют весной, сказала она вчера.\n"
    document, body = read(text.encode(codec))
    assert len(document.blocks) == 2
    for block in document.blocks:
        assert body[block.place.start : block.place.end].decode(document.encoding) == document.page.words(block.span)


def test_a_byte_order_mark_is_no_part_of_the_page():
    document, _ = read(codecs.BOM_UTF8 + b"One.")
    assert document.page.content == "One."
    assert document.blocks[0].place.start == 3


def test_a_block_with_a_zero_is_unmapped_and_doubted():
    document, _ = read("A whole line.\nA line with \x00 in it.\n")
    assert [block.place is None for block in document.blocks] == [False, True]
    assert "\ufffd" in document.page.content
    assert any("U+0000" in doubt for doubt in document.doubts)


def test_a_block_with_undecodable_bytes_is_unmapped():
    document, _ = read("Мост откроют весной.\n".encode() * 3 + b"Mo\xffst\n")
    assert [block.place is None for block in document.blocks] == [False, False, False, True]


def test_the_charset_declared_with_the_media_type_is_used():
    document, _ = read("Мост".encode("koi8-r"), media_type="text/plain; charset=koi8-r")
    assert (document.page.content, document.encoding, document.doubts) == ("Мост", "koi8-r", ())


def test_only_an_address_is_declared():
    assert read("One.")[0].declared.content == ""
    declared = read("One.", "https://transport.example/a.txt")[0].declared.content
    assert declared == "address: https://transport.example/a.txt\n"


def test_a_text_of_white_space_has_no_blocks():
    assert read(" \n\u00a0\n")[0].blocks == ()
