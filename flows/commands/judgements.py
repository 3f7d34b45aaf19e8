"""crossfoot judgements: what persons have judged."""

from pathlib import Path

import click

from flows import options

COLUMNS = ("decided_at", "decided_by", "verdict", "about", "note")


@click.command("judgements", short_help="What persons have judged about figures, the last first.")
@click.option("--about", default="", metavar="TEXT", help="Only those whose figures, documents or topic hold these words.")
@options.formats("table", "jsonl", "csv")
@options.home
def command(about: str, format_: str, home: Path) -> None:
    """Prints the rows of judgements.csv, the last first: of several on the same figures or topic, the first that is shown counts.

    \b
    Examples:
      crossfoot judgements
      crossfoot judgements --about "minutes.html" --format jsonl
    """
    from flows.judgements import JUDGEMENTS
    from flows.judging import described
    from flows.ledger import moment
    from flows.output import write
    from flows.settings import Home

    rows = (
        {
            "decided_at": moment(judgement.decided_at),
            "decided_by": judgement.decided_by,
            "verdict": judgement.verdict.value,
            "about": described(judgement),
            "note": judgement.note,
            "subject": judgement.subject,
        }
        for judgement in reversed(JUDGEMENTS.read(Home(home).judgements))
    )
    write((row for row in rows if about.casefold() in row["about"].casefold()), format_, COLUMNS)
