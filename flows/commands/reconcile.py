"""crossfoot reconcile: what agrees, what was revised, what cannot both be true."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from flows import options


@click.command("reconcile", short_help="What agrees, what was revised, what conflicts, and why.")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--about", metavar="NAME", help="Only what concerns an organisation or a document whose name holds these words.")
@click.option("--topic", metavar="ID", help="Only the note on one topic, by its title or the beginning of its id.")
@click.option("--all", "everything", is_flag=True, help="Notes on every topic, on those in which nothing disagrees too.")
@options.formats("note", "jsonl", "csv")
@options.home
def command(files: tuple[str, ...], about: str | None, topic: str | None, everything: bool, format_: str, home: Path) -> None:
    """Prints a note on each topic (what a number is about: organisation, measure and time), the gravest first: sums that fail, conflicts, revisions, then
    the rest. A note says what the best value is and why, what cannot be true beside it and by how much, how the number moved from plan to outturn, what
    measures something else, and whose word it all is.

    With --format jsonl or csv: the verdict on every pair of figures that could be one thing, `not_comparable` with the reason too, and on every sum that
    a text or a table states.

    The figures are those of the home, or else those of the files, and then no others: JSON lines as `crossfoot extract` prints them, corrected or written
    by hand. A line may also be a document (document, text, publisher, published_at, ...) or a sum (terms and total, by the ids of figures); - is standard
    input. Nothing of the files stays.

    \b
    Examples:
      crossfoot reconcile
      crossfoot reconcile --about "Norfolk and Waveney" --all
      crossfoot reconcile --format jsonl > verdicts.jsonl
      crossfoot reconcile figures.jsonl documents.jsonl
    """
    from flows.output import write

    if format_ == "note":
        _print_note(files, home, about, topic, everything)
    else:
        write(verdicts(home, about, files), format_, ())


def verdicts(home: Path, about: str | None = None, files: Sequence[str] = ()) -> list[dict[str, Any]]:
    """One row a pair and one a stated sum."""
    pairs, sums = _answers(home, about, files)
    return [*map(_pair, pairs), *map(_sum, sums)]


def _print_note(files: Sequence[str], home: Path, about: str | None, topic: str | None, everything: bool) -> None:
    from flows.given.verdicts import warehouse_of
    from flows.naming import topic_called
    from flows.reconciliation_note import print_note
    from flows.settings import Home

    if files:
        with warehouse_of(files, Home(home)) as (warehouse, read):
            print_note(warehouse, about, topic and topic_called(warehouse, topic)["topic_id"], everything, lambda *ids: " or ".join(map(read.called, ids)))
    else:
        warehouse = Home(home).warehouse
        print_note(warehouse, about, topic and topic_called(warehouse, topic)["topic_id"], everything, _judge)


def _judge(left: str, right: str) -> str:
    return f"crossfoot judge {left[:8]}+{right[:8]} different"


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
    from flows.records import number

    told = {key: row[key] for key in ("verdict", "explanation", "origins", "rule", "gap_share", "slip", "judgement")}
    pair = {"gap": number(row["gap"]), "weight": row["weight"], "pair": f"{row['left_figure_id']}+{row['right_figure_id']}"}
    return told | pair | {side: _side(row, side) for side in ("left", "right")}


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
    return {
        "verdict": row["verdict"],
        "explanation": row["explanation"],
        "explained_by": row["explained_by"],
        "origins": 1,
        "equation": equation | place | _own_id(row, "total"),
    }


def _factors(term: dict[str, Any]) -> tuple[Any, Any]:
    """A count and its amount are two terms of a product."""
    return term["factor"], term["amount"]


def _value(term: dict[str, Any]) -> Any:
    """What is taken away has a minus."""
    return None if term["amount"] is None else term["factor"] * term["amount"]
