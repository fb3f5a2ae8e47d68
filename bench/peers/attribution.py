"""The saved predictions of two peers beside ours, in one table: textacy's direct quotations and the Gender Gap Tracker.

    python bench/peers/attribution.py --data DIR [--ours FILE]

DIR (or ONRECORD_DATA) holds attribution/dev.jsonl.gz (PolNeAR) and attribution/peers/, what both peers found there with
the corpus's own parses: neither runs without a parser's model. --ours takes what `bench/quality/attribution.py --out`
wrote; without it the program reads the texts anew.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.quality.attribution import PEERS, counted, ours, report
from bench.quality.quotes import ORIGIN, lines_of
from onrecord.settings import read_settings


def main() -> int:
    """Print the table; 2 when the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"))
    parser.add_argument("--ours", type=Path)
    given = parser.parse_args()
    folder = Path(given.data or "") / "attribution"
    if not given.data or not (folder / "dev.jsonl.gz").is_file():
        print(ORIGIN, file=sys.stderr)
        return 2
    articles = list(lines_of(folder / "dev.jsonl.gz"))
    if given.ours:
        lines = given.ours.read_text(encoding="utf-8").splitlines()
        mine = {row["id"]: row["attributions"] for row in map(json.loads, lines)}
    else:
        settings = read_settings({}, environ={})
        mine = {one["id"]: ours(one, settings) for one in articles}
    told = {"onrecord": {name: [one for one in rows if one["mode"] != "whole_item"] for name, rows in mine.items()}}
    for peer in PEERS:
        file = folder / "peers" / f"{peer}.dev.jsonl.gz"
        told[peer] = {row["id"]: row["attributions"] for row in lines_of(file)}
    print(f"{'system':<26}{'measure':<13}{'P':>6}{'R':>7}{'F1':>7}  95 %")
    for name, found in told.items():
        report(name, [counted(one, found.get(one["id"], [])) for one in articles])
    return 0


if __name__ == "__main__":
    sys.exit(main())
