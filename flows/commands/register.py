"""crossfoot register: the organisations that crossfoot knows."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pipeline.registry import Register
    from pipeline.registry.edits import Change
    from pipeline.registry.remarks import Remarks

MOST_REMARKS = 20
folder_type = click.Path(exists=True, file_okay=False, path_type=Path)
file_type = click.Path(dir_okay=False, path_type=Path)


@click.group("register", short_help="Checks and refreshes the organisations that crossfoot knows.")
def command() -> None:
    """The register of organisations: five CSV files, described in pipeline/register/README.md."""


@command.command(short_help="Checks a register, and says what may be a slip.")
@click.argument("folder", type=folder_type, required=False)
@click.option("--own", type=file_type, metavar="FILE", help="A CSV file with bodies and aliases of your own.")
def check(folder: Path | None, own: Path | None) -> None:
    """Checks the register that comes with crossfoot, or one in another folder; where it does not hold, file, line and reason are printed.

    \b
    Examples:
      crossfoot register check
      crossfoot register check --own my-organisations.csv
    """
    from pipeline.registry import REGISTER, load
    from pipeline.registry.remarks import remarks

    place = folder or REGISTER
    register = load(place, own)
    click.echo(f"{place}{f' and {own}' if own else ''}: the register holds together.")
    _print_counts(register)
    _print_remarks(remarks(register))


@command.command(short_help="Refreshes a register from files of the Organisation Data Service and ONS.")
@click.argument("files", nargs=-1, required=True, type=file_type, metavar="FILE...")
@click.option("--register", "folder", type=folder_type, metavar="FOLDER", help="The register to refresh; without it the one that comes with crossfoot.")
@click.option("--yes", is_flag=True, help="Write without asking.")
def update(files: tuple[Path, ...], folder: Path | None, yes: bool) -> None:
    """Shows what published files change in a register, and writes it when you agree. Nothing is deleted, and no alias that is there is touched.

    Files of the Organisation Data Service are recognised (etr, ect, eccg, eauth, eother, succ, succarc, search and export), and the lists and look-ups of ONS.

    \b
    Examples:
      crossfoot register update etr.csv succ.csv
      crossfoot register update --register my-register --yes etr.csv
    """
    from pipeline.registry import REGISTER, load
    from pipeline.registry.changes import changes, described
    from pipeline.registry.downloads import read_download
    from pipeline.registry.writing import write

    place = folder or REGISTER
    publications = [read_download(file) for file in files]
    found = changes(load(place), publications)
    click.echo(described(found))
    if others := sum(publication.others for publication in publications):
        kinds = "row is about a body of a kind" if others == 1 else "rows are about bodies of kinds"
        click.echo(f"{others:,} {kinds} that the register does not keep.", err=True)
    if found and _agreed(found, place, yes):
        write(place, found)
        click.echo(f"{place} is written.", err=True)


def _agreed(found: "Sequence[Change]", place: Path, yes: bool) -> bool:
    """Whether to write: asked on a terminal, told by --yes anywhere else."""
    if yes or sys.stdin.isatty():
        return yes or click.confirm(f"Write these {len(found):,} changes to {place}?", err=True)
    click.echo("Nothing is written: add --yes to write these changes.", err=True)
    return False


def _print_counts(register: "Register") -> None:
    aliases = [alias for rows in register.aliases.values() for alias in rows if alias.kind != "name"]
    ambiguous = sum(alias.ambiguous for alias in aliases)
    click.echo(f"{len(register.bodies):,} bodies: {_counted(body.kind for body in register.bodies.values())}")
    click.echo(f"{len(aliases):,} aliases, {ambiguous:,} of them ambiguous: {_counted(alias.kind for alias in aliases)}")
    click.echo(f"{sum(map(len, register.successions.values())):,} successions, {sum(map(len, register.memberships.values())):,} memberships")


def _counted(kinds: Iterable[str]) -> str:
    return ", ".join(f"{kind} {count:,}" for kind, count in Counter(kinds).most_common())


def _print_remarks(found: "Remarks") -> None:
    _print_some("names that two bodies bear unambiguously at the same time", found.shared)
    _print_some("aliases outside the life of their body", found.outside)
    click.echo(f"{len(found.ended):,} closed bodies have no successor")


def _print_some(title: str, lines: Sequence[str]) -> None:
    click.echo(f"{len(lines):,} {title}")
    for line in lines[:MOST_REMARKS]:
        click.echo(f"  {line}")
    if len(lines) > MOST_REMARKS:
        click.echo(f"  and {len(lines) - MOST_REMARKS:,} more")
