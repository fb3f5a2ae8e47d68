"""The program `onrecord`: its verbs in the order in which a reader meets them, and what an error looks like."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import typer

from onrecord.errors import MissingExtra, OnRecordError, SettingsError, UnknownName

VERBS = (
    *("read", "items", "statements", "documents", "mentions", "search", "show", "text", "cite"),
    *("export", "verify", "info", "reread", "withdraw", "backup"),
)

app = typer.Typer(
    help="Keep a record of who said what, in which office, when and where, that anybody can check offline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


for verb in VERBS:
    command = import_module(f"onrecord.cli.{verb}")
    app.command(verb, epilog=command.EXAMPLES)(getattr(command, verb))


def main() -> None:
    """Run the program. Exit 0: the question was answered; 1: input or archive are at fault; 2: the command is."""
    try:
        app()
    except (UnknownName, SettingsError, MissingExtra) as error:
        print(f"onrecord: {error}", file=sys.stderr)
        sys.exit(2)
    except OnRecordError as error:
        print(f"onrecord: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read our lines has enough (`| head`): that is no error, and nobody is left to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
