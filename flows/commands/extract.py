"""crossfoot extract: the figures of files, without a database."""

from collections.abc import Iterator
from pathlib import Path

import click

from flows import options, records

COLUMNS = ("surface", "measure", "basis", "organisation", "period", "document")


@click.command("extract", short_help="The figures of files, without a database.")
@options.files
@options.formats("table", "jsonl", "csv")
@options.register
@options.home
def command(files: tuple[str, ...], format_: str, register: Path | None, home: Path) -> None:
    """Prints every monetary figure of the files, in the order of their text, with the fields of the label guide.

    A .jsonl file holds one document a line (document, text, and if known title, publisher, published_at, url); - is standard input.
    Where the home has a register of your own and decisions on links, they count here too.

    \b
    Examples:
      crossfoot extract article.txt
      crossfoot extract --format jsonl papers/*.pdf > figures.jsonl
      cat articles.jsonl | crossfoot extract --format csv -
    """
    from flows.inputs import Inputs
    from flows.knowledge import knowledge
    from flows.output import write
    from flows.settings import Home
    from pipeline.language import read

    inputs, known = Inputs(files), knowledge(Home(home), register)

    def rows() -> Iterator[records.Row]:
        for document in inputs:
            yield from map(records.figure, read(document, known).figures)

    write(rows(), format_, COLUMNS)
    inputs.exit()
