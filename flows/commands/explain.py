"""crossfoot explain: where a figure comes from and how it was understood."""

from pathlib import Path

import click

from flows import options
from pipeline.errors import CrossfootError


@click.command("explain", short_help="Where a figure comes from, how it was understood, what it was compared with.")
@click.argument("figure_id")
@options.home
def command(figure_id: str, home: Path) -> None:
    """Shows the sentence of a figure; how each of its fields was decided or left open, by which rule and how surely, and what else it could have been;
    and what the figure was compared with.

    FIGURE_ID is in every table of the warehouse and in `crossfoot reconcile --format jsonl`; its first characters are enough.

    \b
    Examples:
      crossfoot explain 3f2a91c0b7d4e5f60718
      crossfoot explain 3f2a
    """
    from flows.explanation import print_explanation
    from flows.settings import Home
    from warehouse import query

    warehouse = Home(home).warehouse
    found = query.ask(warehouse, "figure", {"figure_id": figure_id})
    if not found:
        raise CrossfootError(
            f"no figure {figure_id}", where=str(warehouse), next='list them with: crossfoot sql "SELECT figure_id, surface, document FROM all_figures"'
        )
    if len(found) > 1:
        raise CrossfootError(f"{len(found)} figures begin with {figure_id}", next="give more characters: " + ", ".join(row["figure_id"] for row in found[:5]))
    key = {"figure_id": found[0]["figure_id"]}
    print_explanation(found[0], query.ask(warehouse, "decisions", key), query.ask(warehouse, "comparisons", key))
