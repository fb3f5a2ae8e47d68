"""From scores of tags to spans."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.tagger.decode import best_tags, probabilities, spans_of, trimmed
from onrecord.tagger.labels import tags_of
from onrecord.tagger.pieces import SHAPES, Pieces

TAGS = tags_of("attribution")


def pieces(count: int, blank: int | None = None) -> Pieces:
    places = np.arange(count, dtype=np.int64)
    breaks = np.zeros(count, np.int64)
    if blank is not None:
        breaks[blank] = 2
    return Pieces(places, places * 4, places * 4 + 3, np.ones(count, np.int64), breaks)


def scored(*names: str) -> np.ndarray:
    logits = np.zeros((len(names), len(TAGS)), np.float32)
    for row, name in enumerate(names):
        logits[row, TAGS.index(name)] = 9.0
    return probabilities(logits)


@given(st.integers(1, 60), st.integers(0, 2**32 - 1), st.integers(0, 59))
@settings(max_examples=60, deadline=None)
def test_an_inside_follows_its_own_label_only(count: int, seed: int, blank: int) -> None:
    logits = np.random.default_rng(seed).normal(0, 4, (count, len(TAGS))).astype(np.float32)
    made = pieces(count, min(blank, count - 1))
    tags = best_tags(probabilities(logits), made)
    for at, tag in enumerate(tags):
        if tag and tag % 2 == 0:
            assert at and tags[at - 1] in (tag, tag - 1)
            assert made.breaks[at] < 2


def test_spans_are_those_that_the_tags_mark() -> None:
    text = "aaa bbb ccc ddd eee fff"
    scores = scored("B-source", "B-cue", "B-content", "I-content", "O", "B-content")
    found = [(tag.label, text[tag.start : tag.end]) for tag in spans_of(text, pieces(6), scores, "attribution")]
    assert found == [("source", "aaa"), ("cue", "bbb"), ("content", "ccc ddd"), ("content", "fff")]


def test_no_span_runs_over_a_blank_line() -> None:
    scores = scored("B-content", "I-content", "I-content", "I-content")
    found = spans_of("aaa bbb ccc ddd", pieces(4, blank=2), scores, "attribution")
    assert all(tag.end <= 7 or tag.start >= 8 for tag in found)


@given(st.integers(2, 60), st.integers(0, 2**32 - 1))
@settings(max_examples=60, deadline=None)
def test_no_span_begins_or_ends_inside_a_word(count: int, seed: int) -> None:
    draw = np.random.default_rng(seed)
    gaps = draw.integers(0, 2, count)  # a piece without a gap before it goes on with the word
    starts = np.cumsum(gaps + 3)
    made = Pieces(starts, starts, starts + 3, np.ones(count, np.int64), np.zeros(count, np.int64))
    tags = best_tags(probabilities(draw.normal(0, 4, (count, len(TAGS))).astype(np.float32)), made)
    for at in range(1, count):
        if not gaps[at]:
            assert tags[at] == (tags[at - 1] + 1 if tags[at - 1] % 2 else tags[at - 1])


def test_a_mark_of_punctuation_is_no_part_of_the_word_beside_it() -> None:
    scores = scored("B-source", "O", "B-cue")
    shapes = np.array([SHAPES.index("Title"), SHAPES.index("punctuation"), SHAPES.index("lower")])
    made = Pieces(np.arange(3), np.array([0, 4, 5]), np.array([4, 5, 9]), shapes, np.zeros(3, np.int64))
    assert [TAGS[tag] for tag in best_tags(scores, made)] == ["B-source", "O", "B-cue"]


def test_a_learnt_step_decides_between_tags_that_are_alike() -> None:
    logits = np.zeros((2, len(TAGS)), np.float32)
    logits[:, 0] = -5.0
    logits[0, TAGS.index("B-cue")] = 4.0
    steps = np.zeros((len(TAGS), len(TAGS)), np.float32)
    steps[TAGS.index("B-cue"), TAGS.index("B-content")] = 0.5
    assert [TAGS[tag] for tag in best_tags(probabilities(logits), pieces(2), steps)] == ["B-cue", "B-content"]
    steps[TAGS.index("B-cue"), TAGS.index("I-cue")] = 0.9
    assert [TAGS[tag] for tag in best_tags(probabilities(logits), pieces(2), steps)] == ["B-cue", "I-cue"]


@pytest.mark.parametrize(
    ("text", "label", "left"),
    [
        (", that it holds.", "content", "that it holds"),
        ("“It holds,”", "content", "“It holds,”"),
        ("Bell (Veldria", "PER", "Bell (Veldria"),
        ("(Bell", "PER", "Bell"),
        ("U.S.", "LOC", "U.S."),
        ("Bell.", "PER", "Bell"),
        ("the line (the first)", "content", "the line (the first)"),
        ("—", "cue", ""),
    ],
)
def test_edges_are_cleaned(text: str, label: str, left: str) -> None:
    start, end = trimmed(text, 0, len(text), label)
    assert text[start:end] == left
