"""Is anything lost when a read is killed, again and again, at random moments?

Reads the same pages twice: once undisturbed, once killed with SIGKILL at --kills random moments and resumed each time.
After every kill each document whose line was printed must be in the record; in the end both digests must be equal.

    python bench/kill.py --data DIR [--documents 2000] [--kills 50]
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.data import data_argument, html_pages
from bench.variants import SEED, write_warc

COMMAND = [sys.executable, "-c", "from onrecord.cli import main; main()"]


def main() -> int:
    """Print the table; 1 when something was lost or the digests differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    data_argument(parser)
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--processes", type=int, default=1)
    given = parser.parse_args()
    pages = html_pages(given.data)
    with tempfile.TemporaryDirectory() as scratch:
        sources = write_warc(Path(scratch) / "pages", pages, given.documents)
        begun = time.monotonic()
        run(Path(scratch) / "whole", sources, given.processes)
        seconds = time.monotonic() - begun
        print(f"{given.documents} documents read undisturbed in {seconds:.0f} s")
        lost, landed = killed(Path(scratch) / "killed", sources, given, seconds)
        digests = [digest(Path(scratch) / name) for name in ("whole", "killed")]
    print(f"{given.kills} kills: {landed['reading']} while reading, {landed['settling']} while settling or opening")
    print(f"acknowledged and lost: {lost}")
    print(f"digest {digests[0]} undisturbed\ndigest {digests[1]} killed and resumed")
    return 0 if lost == 0 and digests[0] == digests[1] else 1


def run(record: Path, sources: list[str], processes: int) -> None:
    """One undisturbed read."""
    subprocess.run(
        [*COMMAND, "read", *sources, "--record", str(record), "--processes", str(processes)],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def killed(record: Path, sources: list[str], given: argparse.Namespace, seconds: float) -> tuple[int, dict[str, int]]:
    """(acknowledged documents lost, kills by what was going on) over all kills; the last run is left to finish."""
    chance = random.Random(SEED)
    acknowledged: set[str] = set()
    lost = 0
    landed = {"reading": 0, "settling": 0}
    for _ in range(given.kills):
        before = len(acknowledged)
        # Each resumed run opens the record and passes over what is known, which takes a second or two by itself.
        acknowledged |= one_kill(record, sources, given.processes, 1.0 + chance.random() * 2.4 * seconds / given.kills)
        landed["reading" if len(acknowledged) > before else "settling"] += 1
        lost += len(acknowledged - recorded(record))
    run(record, sources, given.processes)
    return lost, landed


def one_kill(record: Path, sources: list[str], processes: int, after: float) -> set[str]:
    """Ids whose line was printed before a read was killed `after` seconds."""
    command = [*COMMAND, "read", *sources, "--record", str(record), "--processes", str(processes)]
    with tempfile.TemporaryFile() as lines:
        child = subprocess.Popen(command, stdout=lines, stderr=subprocess.DEVNULL)
        try:
            child.wait(after)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
        lines.seek(0)
        whole = [line for line in lines.read().decode().splitlines(keepends=True) if line.endswith("\n")]
    return {row["id"] for row in map(json.loads, whole) if row["status"] == "read"}


def recorded(record: Path) -> set[str]:
    """Ids of the documents that the record holds."""
    if not (record / "record.sqlite").exists():
        return set()
    import sqlite3

    with sqlite3.connect(record / "record.sqlite") as database:
        if not database.execute("select 1 from sqlite_master where name = 'documents'").fetchone():
            return set()
        ids = {row[0] for row in database.execute("select id from documents")}
    database.close()
    return ids


def digest(record: Path) -> str:
    """The record's digest."""
    command = [*COMMAND, "info", "--record", str(record), "--digest"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
