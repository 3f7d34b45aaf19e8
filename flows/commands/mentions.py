"""crossfoot mentions: the raw mentions of one kind."""

from collections.abc import Iterator
from pathlib import Path

import click

from flows import options, records

COLUMNS = {
    "figures": ("document", "start", "surface"),
    "periods": ("document", "start", "surface", "label", "period_start", "period_end"),
    "organisations": ("document", "start", "surface", "id", "name", "rule", "confidence"),
    "descriptions": ("document", "start", "surface", "form", "id", "name", "rule", "confidence"),
}


@click.command("mentions", short_help="The figures, periods, organisations or descriptions that files mention.")
@options.files
@click.option("--kind", type=click.Choice(list(COLUMNS)), required=True, help="Which mentions to print.")
@options.formats("table", "jsonl", "csv")
@options.register
@options.home
def command(files: tuple[str, ...], kind: str, format_: str, register: Path | None, home: Path) -> None:
    """Prints every mention of one kind with its place: the words as they stand, before anything is attributed.

    Organisations are names; descriptions are the other words that stand for organisations ("the trust", "it", "five STPs"). Where the home has a
    register of your own and decisions on links, they count here too.

    \b
    Examples:
      crossfoot mentions --kind organisations article.txt
      crossfoot mentions --kind periods --format jsonl papers/*.txt
    """
    from flows.inputs import Inputs
    from flows.knowledge import knowledge
    from flows.output import write
    from flows.settings import Home
    from pipeline.language import read
    from pipeline.model import MentionForm, Reading

    def rows_of(reading: Reading) -> Iterator[records.Row]:
        if kind == "figures":
            yield from map(records.money_mention, reading.figures)
        elif kind == "periods":
            yield from (records.period_mention(reading.document, mention) for mention in reading.periods)
        else:
            named = kind == "organisations"
            yield from (records.organisation_mention(reading.document, m) for m in reading.organisations if (m.form is MentionForm.NAME) is named)

    inputs, known = Inputs(files), knowledge(Home(home), register)
    write((row for document in inputs for row in rows_of(read(document, known, names_everywhere=True))), format_, COLUMNS[kind])
    inputs.exit()
