"""crossfoot run: the main job."""

import sys
from pathlib import Path

import click

from flows import options

CONDITIONS = {"conflict": ("conflicts", "fails"), "quarantine": ("quarantined",)}


@click.command("run", short_help="The main job: from documents to a published warehouse.")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--fail-on", type=click.Choice(list(CONDITIONS)), multiple=True, help="Exit with 1 where there is one; may be given twice.")
@options.register
@options.home
def command(sources: tuple[str, ...], fail_on: tuple[str, ...], register: Path | None, home: Path) -> None:
    """Takes in files and folders, reads what is new, reconciles everything that the home holds, and publishes the warehouse.

      Without a SOURCE it runs on the sample newsroom. What cannot be read goes to quarantine, with the reason, and the run goes on.
      The home keeps the register that you give it: later runs go by it until you give another, or delete register.csv there.

      \b
      Examples:
        crossfoot run
        crossfoot run papers/ article.html
        crossfoot run papers/ --register our-bodies.csv
    crossfoot run papers/ --home /srv/deficits --fail-on conflict
    """
    from flows import notes
    from flows.judging import waiting
    from flows.output import complain
    from flows.progress import watched
    from flows.settings import Home, prefect_alone
    from warehouse import query

    prefect_alone()
    with watched():
        from flows.ingest import run
        from flows.server import prefect_server

        with prefect_server():
            not_taken = run(list(sources), str(home), str(register) if register else None)
    for refused in not_taken:
        complain(refused.name, refused.reason, refused.next)
    warehouse = Home(home).warehouse
    questions = ("counts", "confirmations", "developments", "conflicts", "quarantine", "idle_decisions")
    answers = {question: query.ask(warehouse, question) for question in questions} | {"idle_judgements": waiting(warehouse)}
    notes.print_summary(answers, warehouse)
    counts = {row["thing"]: row["number"] for row in answers["counts"]}
    failed = any(counts[thing] for condition in fail_on for thing in CONDITIONS[condition])
    sys.exit(1 if failed or any(r.name in sources for r in not_taken) else 0)
