"""The command line: one file a verb. Data goes to stdout, remarks to stderr."""

from onrecord.cli.app import main

__all__ = ["main"]
