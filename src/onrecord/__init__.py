"""A checkable record of who said what, in which office, when and where.

The verbs of the command line, as functions: see onrecord.verbs. Nothing heavy is imported until one is called.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
__all__ = [
    "backup", "cite", "documents", "export", "info", "items", "mentions", "read", "reread", "search", "show",
    "statements", "text", "verify", "withdraw",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("onrecord.verbs"), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
