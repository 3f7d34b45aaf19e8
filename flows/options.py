"""Options that every command takes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Command = Callable[..., Any]


def home(command: Command) -> Command:
    """--home DIR: where snapshots, shards and the warehouse live."""
    option = click.option(
        "--home",
        type=click.Path(file_okay=False, path_type=Path),
        envvar="CROSSFOOT_HOME",
        default=Path("crossfoot-data"),
        show_default=True,
        show_envvar=True,
        help="Where snapshots, shards and crossfoot.duckdb live.",
    )
    return option(command)


def register(command: Command) -> Command:
    """--register FILE: a user's own bodies and aliases."""
    option = click.option(
        "--register",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Your own organisations and names, beside the register that comes with crossfoot: a CSV file (id, name, kind, alias, ...).",
    )
    return option(command)


def formats(*names: str) -> Callable[[Command], Command]:
    """--format: how rows are written; the first is the default."""
    return click.option("--format", "format_", type=click.Choice(names), default=names[0], show_default=True, help="How to write the rows.")


def files(command: Command) -> Command:
    """FILE...: paths, or `-` for standard input."""
    return click.argument("files", nargs=-1, required=True, metavar="FILE...")(command)
