"""Reading a piece of source again, without a tree."""

import pytest

from onrecord.formats.html_encoding import declared_charset
from onrecord.formats.html_places import runs_of_text, words_of_source
from onrecord.types import Capture, Sighting


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("two words", "twowords"),
        ("a &lt;b&gt; &amp;amp; c", "a<b>&amp;c"),
        ("one<b title='x > y'>two</b>three", "onetwothree"),
        ("a < b and <3", "a<band<3"),
        ("one<!-- <p>no</p> -->two<!x>three<?y?>four", "onetwothreefour"),
        ("one<script>if (a < b) { '<p>' }</script>two", "onetwo"),
        ("one<SPAN Hidden>no<span>no</span>no</SPAN>two", "onetwo"),
        ('one<i style="color: red; DISPLAY :none">no</i>two', "onetwo"),
        ("one<p hidden>never closed", "one"),
        ("one&<b>amp;</b>two", "one&amp;two"),
        ("x\x00y\u00a0z", "xyz"),
        ("", ""),
    ],
)
def test_only_words_that_are_seen_are_read(source, words):
    assert words_of_source(source) == words


def test_many_tags_that_never_close_cost_no_more_than_one_look_each():
    assert words_of_source("<a b" * 50_000).startswith("<ab<ab")


def test_a_text_node_is_followed_over_end_tags_that_close_nothing():
    source = "<p>one</x> &amp; two</p>"
    assert runs_of_text(source, 3, "one & two") == [("one & two", 3, 20)]


def test_a_text_node_put_together_from_several_places_has_several_runs():
    source = "<table>one<td>cell</td>two</table>"
    assert runs_of_text(source, 7, "onetwo") == [("one", 7, 10), ("two", 23, 26)]


def test_a_text_node_that_is_not_there_has_no_runs():
    assert runs_of_text("<p>one</p>", 3, "two") == []


@pytest.mark.parametrize(
    ("body", "media_type", "header", "charset"),
    [
        (b"<meta charset=koi8-r>", "text/html; charset=windows-1251", "text/html; charset=utf-8", "utf-8"),
        (b"<meta charset=koi8-r>", "text/html; charset=windows-1251", "text/html", "windows-1251"),
        (b"<meta charset=koi8-r>", "text/html", "", "koi8-r"),
        (b"<meta charset=koi8-r>", "text/html; charset=no-such", "", "koi8-r"),
        (b"<META http-equiv=Content-Type content='text/html; charset=windows-1251'>", "", "", "windows-1251"),
        (b"<!-- <meta charset=koi8-r> --><meta charset='utf-16'>", "", "", "utf-8"),
        (b"<?xml version='1.0' encoding='koi8-r'?><html>", "", "", "koi8-r"),
        (b"<meta charset=no-such>", "", "", None),
        (b"<p>charset=koi8-r</p>", "", "", None),
    ],
)
def test_the_server_declares_before_the_page(body, media_type, header, charset):
    capture = Capture.of(body, media_type)
    sighting = Sighting(capture.id, "p.html", "transport.example", headers=(("content-type", header),))
    assert declared_charset(capture, sighting) == charset
