"""crossfoot read: a file as crossfoot reads it."""

import click

from flows import options, records


@click.command("read", short_help="A file as crossfoot reads it: text, passages, tables.")
@options.files
@options.formats("json", "table")
@options.home
def command(files: tuple[str, ...], format_: str, home: object) -> None:
    """Prints each document as one line of JSON: what it is, its text without boiler-plate, its passages and its tables.

    Offsets count characters of the canonical text, which boiler-plate follows: so they hold in `text` too.

    \b
    Examples:
      crossfoot read page.html
      crossfoot read --format table papers/*.pdf
    """
    from flows.inputs import Inputs
    from flows.output import write

    inputs = Inputs(files)
    write(map(records.document, inputs), format_, ("document", "kind", "title", "publisher", "published_at"))
    inputs.exit()
