"""What `crossfoot reconcile` tells people: a short note on each topic, the gravest first. The warehouse finds the words; this only lays them out."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from flows.notes import console_of, many, text
from warehouse import query

Row = dict[str, Any]
Called = Callable[[str, str], str]
# the paragraphs of a note in their order: the question in warehouse/questions/note that each answers, with its heading and colour
PARAGRAPHS = {
    "best": ("Best value", "bold"),
    "several": ("Printed", "bold"),
    "conflicts": ("Conflict", "bold red"),
    "failing_sums": ("Sum that fails", "bold red"),
    "moved": ("Moved", "bold yellow"),
    "different": ("Something else", "bold cyan"),
    "parts": ("Parts", "bold cyan"),
    "rounding": ("Only rounding", "bold green"),
    "copies": ("Not independent", "bold magenta"),
    "judged": ("Judged", "bold magenta"),
    "sums": ("Sums that hold", "bold green"),
}
QUIET = 6  # the rank of topics in which nothing disagrees
MOST_TOPICS, MOST_LINES = 20, 5
BATCH = 500  # topics that are asked about at once


def print_note(warehouse: Path, about: str | None, topic: str | None, everything: bool, called: Called) -> None:
    """Prints the notes on the topics that `about` or `topic` names, or on all; `called` says how two figures are named where a person can act on them."""
    console = console_of(sys.stdout)
    topics = query.ask(warehouse, "note_topics", {"about": about, "topic": topic})
    telling = [row for row in topics if everything or topic or row["rank"] < QUIET]
    shown = telling if everything else telling[:MOST_TOPICS]
    loose = [] if topic else query.ask(warehouse, "note_loose_sums", {"about": about})
    for note in _notes(warehouse, shown):
        _print_topic(console, *note, called)
    if loose:
        console.print(text("\nSums that fail, of nobody that is known", style="bold red"))
        _print_lines(console, (text(row["words"]) for row in loose), len(loose))
    for line in _left_out(len(telling) - len(shown), len(topics) - len(telling), bool(shown or loose)):
        console.print()
        _print_lines(console, [text(line, style="dim")], 1, indent="")


def _notes(warehouse: Path, topics: Sequence[Row]) -> Iterator[tuple[Row, Mapping[str, list[Row]]]]:
    """Each topic with the lines of its paragraphs."""
    for start in range(0, len(topics), BATCH):
        batch = topics[start : start + BATCH]
        found: defaultdict[str, dict[str, list[Row]]] = defaultdict(dict)
        for paragraph in PARAGRAPHS:
            for row in query.ask(warehouse, f"note/{paragraph}", {"topics": [topic["topic_id"] for topic in batch]}):
                found[row["topic_id"]].setdefault(paragraph, []).append(row)
        yield from ((topic, found[topic["topic_id"]]) for topic in batch)


def _print_topic(console: Console, topic: Row, paragraphs: Mapping[str, list[Row]], called: Called) -> None:
    console.print()
    _print_lines(console, [Text.assemble(text(topic["title"], style="bold underline"), "  ", text(topic["topic_id"][:8], style="dim"))], 1, indent="")
    for paragraph, (heading, style) in PARAGRAPHS.items():
        lines = paragraphs.get(paragraph, [])
        _print_lines(console, (Text.assemble(text(f"{heading}: ", style=style), text(row["words"])) for row in lines[:MOST_LINES]), len(lines))
    for row in paragraphs.get("conflicts", [])[:MOST_LINES]:
        console.print(text(f"  {called(row['left_figure_id'], row['right_figure_id'])}  # {row['about']}", style="dim"), soft_wrap=True)


def _print_lines(console: Console, lines: Iterable[Text], all: int, indent: str = "  ") -> None:
    """Lines with a hanging indent."""
    shown = [line for line, _ in zip(lines, range(MOST_LINES), strict=False)]
    for line in shown:
        for place, part in enumerate(line.wrap(console, console.width - 4)):
            part.rstrip()
            console.print(Text.assemble(indent, "  " if place else "", part))
    if all > len(shown):
        console.print(text(f"    and {all - len(shown)} more", style="dim"))


def _left_out(more: int, quiet: int, anything: bool) -> Iterator[str]:
    """How much is not shown, and how to see it."""
    if more:
        yield f"And {many(more, 'more topic')} in which something disagrees: crossfoot reconcile --all, or --about NAME."
    if quiet:
        yield f"{'And' if anything else 'There are'} {many(quiet, 'topic')} in which nothing disagrees (--all shows them)."
    if not (more or quiet or anything):
        yield "Nothing to compare."
