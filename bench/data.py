"""The public data that benches run on, straight from its archives."""

from __future__ import annotations

import argparse
import os
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

HTML_NEWS = (
    "corpora/html_news/article_extraction_benchmark.tar.xz",
    "corpora/html_news/htmldate_subset.tar.xz",
    "corpora/html_news/fundus_subset.tar.xz",
)
ORIGINS = """\
needs the folder of public data (--data or ONRECORD_DATA) with these archives of web pages in corpora/html_news:
  article_extraction_benchmark.tar.xz  github.com/scrapinghub/article-extraction-benchmark @ 4a3bc979f76c
  htmldate_subset.tar.xz               github.com/adbar/htmldate @ b8952828329a
  fundus_subset.tar.xz                 github.com/flairNLP/fundus @ 18da6e53592f"""


def data_argument(parser: argparse.ArgumentParser) -> None:
    """Give a bench its --data option."""
    parser.add_argument("--data", default=os.environ.get("ONRECORD_DATA"), help="folder of the public data")


def html_pages(data: str | None) -> list[tuple[str, bytes]]:
    """(name, body) of the real pages of html_news, by name. Ends the program with 2 when the data is missing."""
    if not data or not all((Path(data) / name).is_file() for name in HTML_NEWS):
        print(ORIGINS, file=sys.stderr)
        sys.exit(2)
    return sorted(page for name in HTML_NEWS for page in _members(Path(data) / name))


def _members(archive: Path) -> Iterator[tuple[str, bytes]]:
    import gzip

    with tarfile.open(archive) as tar:
        for member in tar:
            if not member.isfile() or not member.name.endswith((".html", ".html.gz", ".htm")):
                continue
            file = tar.extractfile(member)
            if file is not None:
                body = file.read()
                yield f"{archive.stem}/{member.name}", gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
