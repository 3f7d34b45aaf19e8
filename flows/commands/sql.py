"""crossfoot sql: a question to the warehouse."""

from pathlib import Path

import click

from flows import options


@click.command("sql", short_help="Asks the warehouse a question in SQL (read only).")
@click.argument("question")
@options.formats("table", "jsonl", "csv")
@options.home
def command(question: str, format_: str, home: Path) -> None:
    """Answers one SELECT from the warehouse, which is only read: no files, no network, no writing, at most a minute.

    Tables, views and columns: warehouse/DICTIONARY.md, or DESCRIBE.

    \b
    Examples:
      crossfoot sql "SELECT verdict, count(*) FROM reconciliations GROUP BY ALL"
      crossfoot sql "SELECT * FROM disagreements" --format csv > disagreements.csv
      crossfoot sql "DESCRIBE news_figures"
    """
    from flows.output import write
    from flows.settings import Home
    from warehouse import query

    columns, rows = query.rows(Home(home).warehouse, question)
    write((dict(zip(columns, row, strict=True)) for row in rows), format_, columns)
