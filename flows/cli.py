"""The command line: `crossfoot`. Each command is one file in `flows/commands`, found by its name."""

import importlib
import pkgutil
import sys

import click

from flows import commands
from pipeline.errors import CrossfootError

EXAMPLES = """
\b
Examples:
  crossfoot run                                the sample newsroom, from pages to verdicts
  crossfoot run papers/ article.html           your own files and folders
  crossfoot extract article.txt                the figures of one file
  crossfoot reconcile --about "Norfolk"        what does not go together, topic by topic
  crossfoot sql "SELECT * FROM disagreements"  ask the warehouse yourself
"""


class Commands(click.Group):
    """The commands of the folder, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        return importlib.import_module(f"flows.commands.{cmd_name}").command  # type: ignore[no-any-return]


@click.command(cls=Commands, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="crossfoot")
def crossfoot() -> None:
    """Writes down every monetary figure in news articles and board papers, with its evidence, and says which of them agree."""


def main() -> None:
    """Runs a command; an error that a person can act on is printed as one line, and the exit code is 1."""
    try:
        crossfoot(prog_name="crossfoot")
    except CrossfootError as error:
        click.echo(f"crossfoot: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # the reader of a pipe, such as head, has seen enough
        sys.stderr.close()
        sys.exit(1)
