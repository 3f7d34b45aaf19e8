"""crossfoot reconcile: what agrees, what was revised, what cannot both be true."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from flows import options

COLUMNS = ("verdict", "left_surface", "left_document", "right_surface", "right_document", "explanation")


@click.command("reconcile", short_help="What agrees, what was revised, what conflicts, and why.")
@click.option("--about", metavar="NAME", help="Only what concerns an organisation or a document whose name holds these words.")
@options.formats("table", "jsonl", "csv")
@options.home
def command(about: str | None, format_: str, home: Path) -> None:
    """Prints the verdict on every pair of figures that can be compared, and on every sum that a text states.

    \b
    Examples:
      crossfoot reconcile
      crossfoot reconcile --about "Norfolk and Waveney"
      crossfoot reconcile --format jsonl > verdicts.jsonl
    """
    from flows import notes
    from flows.output import write

    if format_ == "table":
        notes.print_verdicts(*_answers(home, about))
    else:
        write(verdicts(home, about), format_, COLUMNS)


def verdicts(home: Path, about: str | None = None) -> list[dict[str, Any]]:
    """What the command prints, one row a pair and one a stated sum."""
    pairs, sums = _answers(home, about)
    return [*map(_pair, pairs), *map(_sum, sums)]


def _answers(home: Path, about: str | None) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    from flows.settings import Home
    from warehouse import query

    warehouse = Home(home).warehouse
    return query.ask(warehouse, "pairs", {"about": about}), query.ask(warehouse, "sums", {"about": about})


def _pair(row: dict[str, Any]) -> dict[str, Any]:
    return {"verdict": row["verdict"], "explanation": row["explanation"], "origins": row["origins"], **{side: _side(row, side) for side in ("left", "right")}}


def _side(row: dict[str, Any], side: str) -> dict[str, Any]:
    place = {key: row[f"{side}_{key}"] for key in ("figure_id", "document", "surface")}
    return place | {"start": row[f"{side}_start_char"]}


def _sum(row: dict[str, Any]) -> dict[str, Any]:
    from flows.records import number

    terms = [number(value) for term in row["terms"] for value in _factors(term)]
    equation = {"terms": terms, "total": number(row["total_amount"]), "operation": "product" if _is_product(row["terms"]) else "sum"}
    place = {"document": row["document"], "start": row["start_char"], "figure_id": row["total_figure_id"], "difference": number(row["difference"])}
    return {"verdict": row["verdict"], "explanation": row["explanation"], "explained_by": row["explained_by"], "origins": 1, "equation": equation | place}


def _is_product(terms: list[dict[str, Any]]) -> bool:
    return len(terms) == 1 and abs(terms[0]["factor"]) != 1


def _factors(term: dict[str, Any]) -> Iterator[Any]:
    """A count and its amount are two terms of a product; what is taken away has a minus."""
    if abs(term["factor"]) == 1:
        yield None if term["amount"] is None else term["factor"] * term["amount"]
    else:
        yield from (term["factor"], term["amount"])
