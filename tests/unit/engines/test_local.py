"""How many at once: order, errors, and a process that dies."""

from __future__ import annotations

import os
import time

import pytest

from onrecord.engines.local import run


def doubled(number: int) -> int:
    return 2 * number


def slow_when_even(number: int) -> int:
    time.sleep(0.05 * (number % 2 == 0))
    return number


def fails_on_three(number: int) -> int:
    if number == 3:
        raise ValueError("three is not read")
    return number


def dies_on_three(number: int) -> int:
    if number == 3:
        os._exit(9)  # as when the system ends a process that took too much memory
    return number


@pytest.mark.parametrize("processes", [1, 2])
def test_outcomes_come_in_the_order_of_the_inputs(processes: int):
    assert [outcome.made for outcome in run(slow_when_even, range(9), processes)] == list(range(9))


@pytest.mark.parametrize("processes", [1, 2])
def test_an_input_that_fails_has_its_error_and_the_others_go_on(processes: int):
    outcomes = list(run(fails_on_three, range(6), processes))
    assert [outcome.made for outcome in outcomes] == [0, 1, 2, None, 4, 5]
    assert str(outcomes[3].error) == "three is not read"


def test_an_input_on_which_its_process_dies_has_that_as_its_error_and_the_others_go_on():
    outcomes = list(run(dies_on_three, range(6), 2))
    assert [outcome.made for outcome in outcomes] == [0, 1, 2, None, 4, 5]
    assert outcomes[3].error is not None


def test_inputs_are_taken_only_as_they_are_needed():
    taken = []

    def inputs():
        for number in range(1000):
            taken.append(number)
            yield number

    outcomes = run(doubled, inputs(), 2)
    assert next(outcomes).made == 0
    assert len(taken) < 20
    outcomes.close()
