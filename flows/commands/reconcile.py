"""crossfoot reconcile: what agrees, what was revised, what cannot both be true."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from flows import options

COLUMNS = ("verdict", "left_surface", "left_document", "right_surface", "right_document", "explanation")


@click.command("reconcile", short_help="What agrees, what was revised, what conflicts, and why.")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--about", metavar="NAME", help="Only what concerns an organisation or a document whose name holds these words.")
@options.formats("table", "jsonl", "csv")
@options.home
def command(files: tuple[str, ...], about: str | None, format_: str, home: Path) -> None:
    """Prints the verdict on every pair of figures that can be compared, and on every sum that a text states.

    They are the figures of the home, or else those of the files, and then no others: JSON lines as `crossfoot extract` prints them, corrected or written
    by hand. A line may also be a document (document, text, publisher, published_at, ...) or a sum (terms and total, by the ids of figures); - is standard
    input. Nothing of the files stays.

    \b
    Examples:
      crossfoot reconcile
      crossfoot reconcile --about "Norfolk and Waveney"
      crossfoot reconcile --format jsonl > verdicts.jsonl
      crossfoot reconcile figures.jsonl documents.jsonl
    """
    from flows import notes
    from flows.output import write

    if format_ == "table":
        notes.print_verdicts(*_answers(home, about, files))
    else:
        write(verdicts(home, about, files), format_, COLUMNS)


def verdicts(home: Path, about: str | None = None, files: Sequence[str] = ()) -> list[dict[str, Any]]:
    """What the command prints, one row a pair and one a stated sum."""
    pairs, sums = _answers(home, about, files)
    return [*map(_pair, pairs), *map(_sum, sums)]


def _answers(home: Path, about: str | None, files: Sequence[str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    from flows.settings import Home
    from warehouse import query

    if files:
        from flows.given.verdicts import judge

        given = judge(files, Home(home), about)
        return given.pairs, given.sums
    warehouse = Home(home).warehouse
    return query.ask(warehouse, "pairs", {"about": about}), query.ask(warehouse, "sums", {"about": about})


def _pair(row: dict[str, Any]) -> dict[str, Any]:
    return {"verdict": row["verdict"], "explanation": row["explanation"], "origins": row["origins"], **{side: _side(row, side) for side in ("left", "right")}}


def _side(row: dict[str, Any], side: str) -> dict[str, Any]:
    place = {key: row[f"{side}_{key}"] for key in ("figure_id", "document", "surface")}
    return place | {"start": row[f"{side}_start_char"]} | _own_id(row, side)


def _own_id(row: dict[str, Any], side: str) -> dict[str, Any]:
    """The id that the given row of a figure has."""
    return {"id": row[f"{side}_id"]} if row.get(f"{side}_id") else {}


def _sum(row: dict[str, Any]) -> dict[str, Any]:
    from flows.records import number

    is_product = len(row["terms"]) == 1 and abs(row["terms"][0]["factor"]) != 1
    terms = [number(value) for term in row["terms"] for value in (_factors(term) if is_product else [_value(term)])]
    equation = {"terms": terms, "total": number(row["total_amount"]), "operation": "product" if is_product else "sum"}
    place = {"document": row["document"], "start": row["start_char"], "figure_id": row["total_figure_id"], "difference": number(row["difference"])}
    return {"verdict": row["verdict"], "explanation": row["explanation"], "explained_by": row["explained_by"], "origins": 1, "equation": equation | place | _own_id(row, "total")}


def _factors(term: dict[str, Any]) -> tuple[Any, Any]:
    """A count and its amount are two terms of a product."""
    return term["factor"], term["amount"]


def _value(term: dict[str, Any]) -> Any:
    """What is taken away has a minus."""
    return None if term["amount"] is None else term["factor"] * term["amount"]
