"""kill -9 at any moment: what was acknowledged stays, and the resumed record equals the undisturbed one."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import verbs
from tests import site

COMMAND = [sys.executable, "-c", "from onrecord.cli import main; main()"]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_was_acknowledged_survives_kill_9_and_the_run_resumes(tmp_path: Path, processes: int):
    site.write(tmp_path / "pages", pages=site.many(60))
    verbs.read(str(tmp_path / "pages"), tmp_path / "whole", settings=site.settings())
    record = tmp_path / "record"
    chance = random.Random(processes)
    acknowledged: set[str] = set()
    for _ in range(4):
        acknowledged |= killed_after(record, tmp_path / "pages", lines=chance.randrange(1, 12), processes=processes)
        if acknowledged:
            assert acknowledged <= {row["id"] for row in verbs.ask("documents", record)}
            assert list(verbs.verify(record)) == []
    assert acknowledged
    verbs.read(str(tmp_path / "pages"), record, settings=site.settings())
    assert site.digest(record) == site.digest(tmp_path / "whole")


def killed_after(record: Path, folder: Path, *, lines: int, processes: int) -> set[str]:
    """Read, and kill the reading program as soon as it has acknowledged `lines` new documents; their ids."""
    child = subprocess.Popen(
        [*COMMAND, "read", str(folder), "--record", str(record), "--processes", str(processes)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert child.stdout is not None
    ids: set[str] = set()
    with child.stdout as out:
        for line in out:
            row = json.loads(line)
            if row["status"] == "read":
                ids.add(row["id"])
            if len(ids) == lines:
                break
        child.send_signal(signal.SIGKILL)
    child.wait()
    return ids
