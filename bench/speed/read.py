"""How fast are pages read, where does the time go, and does a large record stay as fast as a small one?

Reads 365 real pages and seeded variants of them (bench/variants.py) from WARC files, in child processes of which CPU
seconds and peak memory are taken. Prints documents per CPU-second and the time a document at each size, the share of
each room (from a profile of one process over the 365 pages), and what one more page costs a settled record.

    python bench/speed/read.py --data DIR [--sizes 200,2000,20000] [--processes 1,2] [--scratch DIR]
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.data import data_argument, html_pages
from bench.variants import variants, write_warc
from onrecord import verbs
from onrecord.settings import read_settings

COMMAND = [sys.executable, "-c", "from onrecord.cli import main; main()"]
ROOMS = ("captures", "formats", "layouts", "finders", "resolve", "stores", "engines", "pipeline", "verbs")


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    data_argument(parser)
    parser.add_argument("--sizes", default="200,2000,20000")
    parser.add_argument("--processes", default="1,2")
    parser.add_argument(
        "--scratch", help="folder for pages and records; kept, so that a second run need not write pages"
    )
    given = parser.parse_args()
    pages = html_pages(given.data)
    with tempfile.TemporaryDirectory() as temporary:
        scratch = Path(given.scratch or temporary)
        print("documents processes   wall s    CPU s docs/CPU-s  ms/doc  peak MB")
        for size in map(int, given.sizes.split(",")):
            sources = write_warc(scratch / f"pages-{size}", pages, size)
            for processes in map(int, given.processes.split(",")):
                measure(sources, scratch / f"record-{size}-{processes}", size, processes)
            arrival(scratch / f"record-{size}-{given.processes.split(',')[0]}", pages, size)
        rooms(write_warc(scratch / "pages-365", pages, 365), scratch / "record-rooms")
    return 0


def measure(sources: list[str], record: Path, size: int, processes: int) -> None:
    """Read `size` pages in a child and print what it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    command = [*COMMAND, "read", *sources, "--record", str(record), "--processes", str(processes)]
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    wall = time.monotonic() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{size:>9} {processes:>9} {wall:>8.1f} {cpu:>8.1f} {size / cpu:>10.1f} {1000 * cpu / size:>7.1f}"
        f" {after.ru_maxrss / 1024:>8.0f}  {done.stderr.strip()}",
        flush=True,
    )


def arrival(record: Path, pages: list[tuple[str, bytes]], size: int) -> None:
    """What one more page costs a settled record: a new page of a known site, and the second page of a new one."""
    one_more(record, f"https://warm{size}.example/", pages[2][1] + b"<p>warm</p>")  # models are loaded once
    known = (
        [*variants(pages, size + 1)][-1]
        if size < 1000
        else (f"https://late.example/{size}", pages[0][1] + b"<p>late</p>")
    )
    for what, (address, body) in {
        "one more page of a site": known,
        "the first page of a new site": (f"https://new{size}.example/1", pages[1][1] + b"<p>first</p>"),
        "the second page of that site": (f"https://new{size}.example/2", pages[1][1] + b"<p>second</p>"),
    }.items():
        seconds, settled = one_more(record, address, body)
        print(f"{'':>9} {what}: {1000 * seconds:.0f} CPU-ms, {settled} documents read again", flush=True)


def one_more(record: Path, address: str, body: bytes) -> tuple[float, int]:
    """(CPU-seconds, documents settled) of adding one page to a record."""
    from onrecord import pipeline
    from onrecord.formats import Caps
    from onrecord.stores.writer import Writer
    from onrecord.types import Capture, Sighting

    settings = read_settings(environ={})
    capture = Capture.of(body, "text/html")
    sighting = Sighting(capture.id, address, address.split("/")[2], fetched_at="2026-01-02T03:04:05Z", status=200)
    with Writer(record, settings) as writer:
        begun = time.process_time()
        page = pipeline.read_page((capture, sighting), Caps.of(settings))
        writer.add_page(capture, sighting, page)
        settled = len(list(pipeline.settle(writer, settings)))
        return time.process_time() - begun, settled


def rooms(sources: list[str], record: Path) -> None:
    """Print the share of each room: time inside its own functions and the libraries they call."""
    profile = cProfile.Profile()
    profile.runcall(verbs.read, sources, record, settings=read_settings(environ={}))
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, callers) in stats.items():
        room = room_of(file)
        if room:
            spent[room] += own
            continue
        for (caller, _, _), (_, _, share, _) in callers.items():
            spent[room_of(caller) or "libraries"] += share
    whole = sum(spent.values())
    print("share by room, 365 pages under a profiler: ", end="")
    print(", ".join(f"{room} {100 * seconds / whole:.0f} %" for room, seconds in spent.most_common()))


def room_of(file: str) -> str | None:
    """The room a source file belongs to; None for a library."""
    parts = Path(file).parts
    if "onrecord" not in parts:
        return None
    name = parts[len(parts) - parts[::-1].index("onrecord")]
    return name.removesuffix(".py") if name.removesuffix(".py") in ROOMS else "other"


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    sys.exit(main())
