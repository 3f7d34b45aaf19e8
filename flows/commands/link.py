"""crossfoot link: what names are linked to, and what persons settle about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from flows import options

COLUMNS = ("document", "start", "times", "surface", "id", "name", "rule", "confidence", "alternatives")


@click.group("link", short_help="What names are linked to; confirms or rejects a link, once and for ever.")
def command() -> None:
    """Shows what names are linked to, and keeps what a person settles about a link: in links.csv of the home, where it can be read and edited.

    A decision is about a name, in one document or in all. `crossfoot run` applies it, now and whenever it reads again. One document's decision beats
    one for all documents, a later one an earlier one; words that follow the name ("the trust") go with it.

    \b
    Examples:
      crossfoot link list --name QEH
      crossfoot link confirm QEH ods:RCX --document minutes.html
      crossfoot link reject "St Mary's" ods:RYJ --note "the one in Leeds"
      crossfoot link confirm "Eastmere Council" - --home /srv/deficits
    """


@command.command("list", short_help="What names are linked to, the least sure first.")
@click.option("--name", metavar="TEXT", help="Only names, printed or linked to, that hold these words.")
@click.option("--document", metavar="TEXT", help="Only documents whose name holds this.")
@options.formats("table", "jsonl", "csv")
@options.home
def links(name: str | None, document: str | None, format_: str, home: Path) -> None:
    """Prints the links of the published warehouse: where each name stands first, how often, whom it means, by which rule, and who else it could mean.

    \b
    Examples:
      crossfoot link list
      crossfoot link list --name QEH --format jsonl
    """
    from flows.output import write
    from flows.settings import Home
    from warehouse import query

    found = query.ask(Home(home).warehouse, "links", {"name": name, "document": document})
    write((row | _spread(row, format_) for row in found), format_, COLUMNS)


def _spread(row: dict[str, Any], format_: str) -> dict[str, Any]:
    from flows.records import number

    spread = {"confidence": number(row["confidence"])}
    return spread if format_ == "table" else spread | {"alternatives": (row["alternatives"] or "").split("; ") if row["alternatives"] else []}


def _deciding(function: Callable[..., None]) -> Callable[..., None]:
    """What both verdicts take."""
    for option in (
        click.option("--note", default="", metavar="TEXT", help="Why."),
        click.option("--by", metavar="WHO", help="Who decides. [default: the login name]"),
        click.option("--document", metavar="NAME_OR_ID", help="In this document alone; in all without it."),
        click.argument("organisation_id"),
        click.argument("name"),
    ):
        function = option(function)
    return options.home(function)


@command.command("confirm", short_help="The name means that organisation.")
@_deciding
def confirm(**given: Any) -> None:
    """Confirms that NAME means the organisation with this id, wherever it stands as whole words. The id - says that it is nobody in the register.

    \b
    Examples:
      crossfoot link confirm QEH ods:RCX --document minutes.html
      crossfoot link confirm "Eastmere Council" -
    """
    _decide("confirm", **given)


@command.command("reject", short_help="The name does not mean that organisation.")
@_deciding
def reject(**given: Any) -> None:
    """Rejects that NAME means the organisation with this id. No other takes its place: who else it could mean stays open.

    \b
    Examples:
      crossfoot link reject "St Mary's" ods:RYJ --note "the one in Leeds"
    """
    _decide("reject", **given)


def _decide(verdict: str, home: Path, **given: Any) -> None:
    from flows.deciding import decide

    for line in decide(verdict, home, **given):
        click.echo(line)
