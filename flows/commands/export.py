"""crossfoot export: the tables as files."""

from pathlib import Path

import click

from flows import options


@click.command("export", short_help="Writes every table as Parquet and CSV.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@options.home
def command(folder: Path, home: Path) -> None:
    """Writes every table of the warehouse into FOLDER, as Parquet and as CSV: the same rows give the same bytes.

    \b
    Examples:
      crossfoot export tables/
    """
    from flows.settings import Home
    from warehouse import export

    for file in export.export(Home(home).warehouse, folder):
        click.echo(file)
