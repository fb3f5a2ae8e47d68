"""Find how often what the model says is right, on the dev texts, and write it into the artefact's manifest.

    python training/calibrate.py --data DIR

Run after export.py, on the artefact that is shipped. bench/quality/calibration.py measures the result.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.quality.calibration import curves_of, dev_cases, uncalibrated
from onrecord.tagger.session import ARTEFACT


def main() -> int:
    """Write the curves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"), help="folder of the public data")
    given = parser.parse_args()
    if not given.data:
        print("needs --data or ONRECORD_DATA: see training/prepare.py", file=sys.stderr)
        return 2
    curves = curves_of(list(dev_cases(Path(given.data), uncalibrated())))
    file = ARTEFACT / "manifest.json"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(manifest | {"curves": curves}, indent=1) + "\n", encoding="utf-8")
    for kind, points in curves.items():
        print(f"{kind}: {len(points)} points, {points[0][1]:.2f} to {points[-1][1]:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
