"""What an HTML page and its server say of its encoding."""

from __future__ import annotations

import codecs
import re

from onrecord.formats.sniff import charset
from onrecord.types import Capture, Sighting

COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
META = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)
XML = re.compile(rb"""\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w:.-]+)""")
# Browsers look for <meta charset> in the first 1,024 bytes; pages that begin with a long style have it later, and
# nobody writes a <meta> with the word charset by chance.
META_REACH = 4096


def declared_charset(capture: Capture, sighting: Sighting) -> str | None:
    """The encoding declared for an HTML page: by the server's Content-Type, else by the page; None when by neither.

    The order of browsers, which put only the byte order mark before it (formats.encoding does that). A name that
    Python does not know is skipped.
    """
    served = [value for name, value in sighting.headers if name.lower() == "content-type"]
    for media_type in (*served, capture.media_type):
        label = charset(media_type)
        if label and _is_known(label):
            return label
    head = COMMENT.sub(b"", capture.body[:META_REACH])
    match = META.search(head) or XML.match(head)
    label = match[1].decode("ascii", "replace") if match else ""
    if not _is_known(label):
        return None
    # A <meta> that could be read as ASCII does not stand in UTF-16: browsers take UTF-8.
    return "utf-8" if label.lower().startswith(("utf-16", "utf16", "utf-32")) else label


def _is_known(label: str) -> bool:
    try:
        codecs.lookup(label)
    except (LookupError, ValueError):
        return False
    return True
