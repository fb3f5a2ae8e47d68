"""One machine: in this process, or in a pool of processes."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Generic, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
# Inputs under way a process: enough to keep it busy while the writer waits for the disk; each may hold a large capture.
AHEAD = 4


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Given, Made]):
    """What became of one input: `made`, or the `error` that kept it from being made."""

    given: Given
    made: Made | None
    error: BaseException | None


def run(work: Callable[[Given], Made], inputs: Iterable[Given], processes: int) -> Iterator[Outcome[Given, Made]]:
    """The outcome of `work` on each input, in their order. `work` must be a function of a module.

    An input on which a process dies (out of memory, say) has that as its error; the others go on.
    """
    if processes == 1:
        return (attempt(work, given) for given in inputs)
    return _pooled(work, inputs, processes)


def attempt(work: Callable[[Given], Made], given: Given) -> Outcome[Given, Made]:
    """The outcome of `work` on one input, an error included."""
    try:
        return Outcome(given, work(given), None)
    except Exception as error:  # noqa: BLE001  the one place: no page, however odd, may end a run of thousands
        return Outcome(given, None, error)


def _pooled(work: Callable[[Given], Made], inputs: Iterable[Given], processes: int) -> Iterator[Outcome[Given, Made]]:
    pool = _pool(processes)
    ahead: deque[tuple[Given, Future[Outcome[Given, Made]]]] = deque()
    todo = iter(inputs)
    try:
        while True:
            while len(ahead) < AHEAD * processes and (given := next(todo, _END)) is not _END:
                ahead.append((given, pool.submit(attempt, work, given)))  # type: ignore[arg-type]
            if not ahead:
                return
            given, future = ahead.popleft()
            try:
                outcome = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False)
                outcome = _alone(work, given)
                pool = _pool(processes)
                ahead = deque((other, pool.submit(attempt, work, other)) for other, _ in ahead)
            yield Outcome(given, outcome.made, outcome.error)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_END = object()


def _alone(work: Callable[[Given], Made], given: Given) -> Outcome[Given, Made]:
    """`work` on one input in a process of its own: if that dies too, it was this input."""
    with _pool(1) as pool:
        try:
            return pool.submit(attempt, work, given).result()
        except BrokenProcessPool as error:
            return Outcome(given, None, error)


def _pool(processes: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a forked worker would inherit the writer's lock and hold it after the writer was killed.
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"), initializer=_die_with_parent)


def _die_with_parent() -> None:
    """End this process when the one that started it ends, however it ends."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        sentinel = parent.sentinel
        threading.Thread(target=lambda: (wait([sentinel]), os._exit(1)), daemon=True).start()
