"""Tags as data: what lies in a span, and how sure a thing is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.tagger import load
from onrecord.types.tags import NO_TAGS, Tags

SHARES = st.floats(0, 1, allow_nan=False)
CURVES = st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=8).map(
    lambda points: tuple(zip(sorted({x for x, _ in points}), sorted(y for _, y in points), strict=False))
)


@given(CURVES, SHARES, SHARES)
def test_who_is_surer_has_no_smaller_chance(curve, one, other) -> None:
    tags = Tags(curves={"reports": curve})
    low, high = sorted((one, other))
    chances = tags.chance("reports", low), tags.chance("reports", high)
    assert 0 <= chances[0] <= chances[1] + 0.001 <= 1.001


def test_a_chance_lies_on_the_line_between_two_points() -> None:
    tags = Tags(curves={"reports": ((0.2, 0.1), (0.6, 0.5))})
    assert [tags.chance("reports", raw) for raw in (0.1, 0.4, 0.9)] == [0.1, 0.3, 0.5]


def test_nothing_is_known_of_a_kind_without_a_curve() -> None:
    assert NO_TAGS.chance("reports", 0.9) is None


def test_the_shipped_curves_rise() -> None:
    assert {"reports", "quotes", "whole_items", "person", "organisation", "place", "office"} <= set(load().curves)
    for points in load().curves.values():
        assert list(points) == sorted(points)
        assert [chance for _, chance in points] == sorted(chance for _, chance in points)
