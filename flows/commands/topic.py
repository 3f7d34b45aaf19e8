"""crossfoot topic: how what is printed about one topic came out."""

from pathlib import Path

import click

from flows import options

COLUMNS = ("published_on", "publisher", "number", "measure", "best_then")


@click.command("topic", short_help="The timeline of a topic: every print of its numbers, and the best value then.")
@click.argument("topic")
@options.formats("table", "jsonl", "csv")
@options.home
def command(topic: str, format_: str, home: Path) -> None:
    """Prints every number that is printed about a topic, in the order of publication, with the best value as it was known that day. What has no day comes last.

    TOPIC is its title, or its id as `crossfoot reconcile` shows it; the first four or more characters are enough.

    \b
    Examples:
      crossfoot topic 24bf7456
      crossfoot topic 24bf7456 --format csv > timeline.csv
    """
    from flows.naming import topic_called
    from flows.output import write
    from flows.settings import Home
    from warehouse import query

    warehouse = Home(home).warehouse
    write(query.ask(warehouse, "timeline", {"topic": topic_called(warehouse, topic)["topic_id"]}), format_, COLUMNS)
