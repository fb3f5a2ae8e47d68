"""Bytes become text with the encoding named and every doubt said."""

from __future__ import annotations

import codecs

import pytest

from onrecord.formats.encoding import byte_offsets, decode

RUSSIAN = "Министр транспорта Мира Халлоран сообщила, что мост через реку откроют весной следующего года. «Мы успеем»."
UKRAINIAN = "Міністр транспорту Міра Галоран повідомила, що міст через річку відкриють навесні, її слова перевірено."
FRENCH = (
    "La ministre des transports a déclaré que le pont serait rouvert à l’été; « nous l’espérons », a-t-elle ajouté."
)
GERMAN = "Die Ministerin sagte, die Brücke über den Fluß werde im Frühjahr für alle geöffnet."


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (RUSSIAN, "utf-8", "utf-8"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN.replace("«", '"').replace("»", '"'), "koi8-r", "koi8-r"),
        (RUSSIAN.upper(), "cp1251", "windows-1251"),
        (RUSSIAN.upper().replace("«", '"').replace("»", '"'), "koi8-r", "koi8-r"),
        (UKRAINIAN, "cp1251", "windows-1251"),
        (UKRAINIAN, "koi8-u", "koi8-u"),
        (FRENCH, "cp1252", "windows-1252"),
        (GERMAN, "latin-1", "windows-1252"),
        ("She said: “It’s open – at last…”", "cp1252", "windows-1252"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
        (GERMAN, "utf-16-le", "utf-16-le"),
    ],
)
def test_the_encoding_of_an_undeclared_text_is_found(text, codec, name):
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, name)


@pytest.mark.parametrize(
    ("bom", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(bom, name):
    decoded = decode(bom + RUSSIAN.encode(name), "koi8-r")
    assert (decoded.text, decoded.encoding, decoded.bom_length, decoded.doubts) == (RUSSIAN, name, len(bom), ())


def test_plain_ascii_is_utf_8_without_a_doubt():
    assert decode(b"We will act, and soon.").doubts == ()


def test_utf_8_wins_over_a_wrong_declaration_which_is_doubted():
    decoded = decode(RUSSIAN.encode(), "iso-8859-1")
    assert (decoded.text, decoded.encoding) == (RUSSIAN, "utf-8")
    assert "declared as iso-8859-1" in decoded.doubts[0]


def test_a_declared_encoding_is_taken_when_it_holds_the_bytes():
    decoded = decode(RUSSIAN.encode("cp1251"), "windows-1251")
    assert (decoded.text, decoded.encoding, decoded.doubts) == (RUSSIAN, "windows-1251", ())


def test_a_declared_encoding_that_the_letters_contradict_is_taken_and_doubted():
    decoded = decode(RUSSIAN.encode("cp1251"), "koi8-r")
    assert decoded.encoding == "koi8-r"
    assert "look like windows-1251" in decoded.doubts[0]


def test_utf_8_declared_for_windows_1251_is_not_believed():
    decoded = decode(RUSSIAN.encode("cp1251"), "utf-8")
    assert (decoded.text, decoded.encoding) == (RUSSIAN, "windows-1251")
    assert "cannot hold these bytes" in decoded.doubts[0]


@pytest.mark.parametrize("declared", ["klingon", "unicode_escape", "rot13", "idna", "zlib", "utf-\x00", "x" * 500])
def test_a_declaration_that_is_no_encoding_of_text_is_doubted(declared):
    decoded = decode(b"\\u0041 plain", declared)
    assert decoded.text == "\\u0041 plain"
    assert "no encoding of text" in decoded.doubts[0]


def test_a_guess_is_a_doubt():
    (doubt,) = decode(RUSSIAN.encode("cp1251")).doubts
    assert "guessed windows-1251" in doubt


def test_a_guess_from_few_letters_says_that_it_may_be_wrong():
    (doubt,) = decode("Мост".encode("cp1251")).doubts
    assert "only 4 letters" in doubt


def test_a_text_cut_within_its_last_character_is_utf_8():
    decoded = decode("The bridge is “open”".encode()[:-1])
    assert decoded.encoding == "utf-8"
    assert decoded.text == "The bridge is “open\ufffd\ufffd"
    assert "2 bytes could not be decoded" in decoded.doubts[0]


def test_damaged_utf_8_loses_only_the_damaged_bytes():
    body = RUSSIAN.encode()
    cut = len("Министр".encode())
    decoded = decode(body[:cut] + b"\xff" + body[cut:])
    assert decoded.encoding == "utf-8"
    assert decoded.text.replace("\ufffd", "") == RUSSIAN
    assert decoded.lost == (decoded.text.index("\ufffd"),)


def test_utf_16_cut_within_a_character_keeps_the_rest():
    decoded = decode(codecs.BOM_UTF16_LE + RUSSIAN.encode("utf-16-le")[:-1])
    assert decoded.text == RUSSIAN[:-1]
    assert "cut off" in decoded.doubts[0]


def test_a_lone_surrogate_in_utf_16_is_lost_alone():
    body = "ab".encode("utf-16-le") + b"\x00\xd8" + "cd".encode("utf-16-le")
    decoded = decode(body, "utf-16")
    assert (decoded.text, decoded.lost) == ("ab\ufffdcd", (2,))
    assert byte_offsets(decoded, range(6)) == [0, 2, 4, 6, 8, 10]


def test_byte_offsets_count_lost_bytes_real_replacement_characters_and_the_mark():
    body = codecs.BOM_UTF8 + "é\ufffd".encode() + b"\xff" + "я".encode()
    decoded = decode(body)
    assert decoded.text == "é\ufffd\ufffdя"
    assert byte_offsets(decoded, [0, 1, 2, 3, 4]) == [3, 5, 8, 9, 11]


def test_byte_offsets_of_one_byte_and_many_byte_encodings_are_exact():
    for codec, name in (("cp1251", "windows-1251"), ("shift_jis", "shift_jis"), ("gb18030", "gb18030")):
        text = "мост" if codec == "cp1251" else "橋を開く"
        decoded = decode(text.encode(codec), name)
        assert decoded.text == text
        assert byte_offsets(decoded, [0, 2, 4]) == [0, len(text[:2].encode(codec)), len(text.encode(codec))]
