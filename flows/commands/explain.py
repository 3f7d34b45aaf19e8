"""crossfoot explain: where a figure comes from and how it was understood."""

from pathlib import Path

import click

from flows import options


@click.command("explain", short_help="Where a figure comes from, how it was understood, what it was compared with.")
@click.argument("figure_id")
@options.home
def command(figure_id: str, home: Path) -> None:
    """Shows the sentence of a figure; how each of its fields was decided or left open, by which rule and how surely, and what else it could have been;
    what the figure was compared with, and what persons judge about it.

    FIGURE_ID is in every table of the warehouse and in `crossfoot reconcile --format jsonl`; its first characters are enough.

    \b
    Examples:
      crossfoot explain 3f2a91c0b7d4e5f60718
      crossfoot explain 3f2a
    """
    from flows.explanation import print_explanation
    from flows.naming import figure_called
    from flows.settings import Home
    from warehouse import query

    warehouse = Home(home).warehouse
    figure = figure_called(warehouse, figure_id)
    key = {"figure_id": figure["figure_id"]}
    print_explanation(figure, *(query.ask(warehouse, question, key) for question in ("decisions", "comparisons", "judgements_on")))
