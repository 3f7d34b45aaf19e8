"""crossfoot judge: what a person says about two figures, or about a topic."""

from __future__ import annotations

from pathlib import Path

import click

from flows import options

VERDICTS = ("same", "different", "typo")


@click.command("judge", short_help="Keeps what you say of two figures: one thing, different things, or a misprint.")
@click.argument("subject", metavar="TOPIC|FIGURE_ID+FIGURE_ID")
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.option("--note", default="", metavar="TEXT", help="Why; of a typo, which figure is the misprint.")
@click.option("--by", metavar="WHO", help="Who judges. [default: the login name]")
@options.home
def command(subject: str, verdict: str, note: str, by: str | None, home: Path) -> None:
    """Keeps a judgement: in judgements.csv of the home, where it can be read and edited. `same`: one thing; `different`: different things; `typo`: one thing,
    and a figure is a misprint.

    It is about two figures, by the first four or more characters of their ids in any order, or about all figures of a topic, by its id or title. The last
    judgement on them by anybody counts. `crossfoot run` takes it into the warehouse, and finds the figures again when it reads their texts anew.

    \b
    Examples:
      crossfoot judge 3f2a91c0+91bc07d4 same
      crossfoot judge 3f2a+91bc typo --note "the second has three noughts too many"
      crossfoot judge 5b1f0e77a2c94d38 different --by Ann
    """
    import sys

    from flows.judging import judge
    from flows.notes import console_of

    console = console_of(sys.stdout)
    for line in judge(home, subject, verdict, by, note):
        console.print(line)
