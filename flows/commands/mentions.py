"""crossfoot mentions: the raw mentions of one kind."""

from collections.abc import Iterator

import click

from flows import options, records

COLUMNS = {
    "figures": ("document", "start", "surface"),
    "periods": ("document", "start", "surface", "label", "period_start", "period_end"),
    "organisations": ("document", "start", "surface", "id", "name"),
}


@click.command("mentions", short_help="The figures, periods or organisations that files mention.")
@options.files
@click.option("--kind", type=click.Choice(list(COLUMNS)), required=True, help="Which mentions to print.")
@options.formats("table", "jsonl", "csv")
@options.home
def command(files: tuple[str, ...], kind: str, format_: str, home: object) -> None:
    """Prints every mention of one kind with its place: the words as they stand, before anything is attributed.

    \b
    Examples:
      crossfoot mentions --kind organisations article.txt
      crossfoot mentions --kind periods --format jsonl papers/*.txt
    """
    from flows.inputs import Inputs
    from flows.output import write
    from pipeline.language import read
    from pipeline.model import Reading

    def rows_of(reading: Reading) -> Iterator[records.Row]:
        if kind == "figures":
            yield from map(records.money_mention, reading.figures)
        elif kind == "periods":
            yield from (records.period_mention(reading.document, mention) for mention in reading.periods)
        else:
            yield from (records.organisation_mention(reading.document, mention) for mention in reading.organisations)

    inputs = Inputs(files)
    write((row for document in inputs for row in rows_of(read(document, names_everywhere=True))), format_, COLUMNS[kind])
    inputs.exit()
