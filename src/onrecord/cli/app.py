"""The program `onrecord`: its verbs in the order in which a reader meets them, and what an error looks like."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import Any

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


def readers_may_leave(verb: Callable[..., None]) -> Callable[..., None]:
    """`verb`, ending well when whoever reads our lines has enough (`| head`): that is no error."""

    @wraps(verb)
    def run(*args: Any, **flags: Any) -> None:
        try:
            verb(*args, **flags)
            sys.stdout.flush()
        except BrokenPipeError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from error

    return run


for name in VERBS:
    command = import_module(f"onrecord.cli.{name}")
    app.command(name, epilog=command.EXAMPLES)(readers_may_leave(getattr(command, name)))


def main() -> None:
    """Run the program. Exit 0: the question was answered; 1: input or archive are at fault; 2: the command is."""
    try:
        app()
    except OnRecordError as error:
        from onrecord.cli.output import remark, visible

        remark(visible(f"onrecord: {error}"))
        sys.exit(2 if isinstance(error, UnknownName | SettingsError | MissingExtra) else 1)
