"""What crossfoot tells people in a terminal: the end of a run, and how words of documents are printed. Plain words, at most 80 columns."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

from flows.output import printable

Row = dict[str, Any]
WIDTH = 80


def print_summary(answers: Mapping[str, Sequence[Row]], warehouse: Path) -> None:
    """The end of a run: what was read, what agrees, what was revised, what conflicts, and where to look."""
    console = console_of(sys.stdout)
    counts = {row["thing"]: row["number"] for row in answers["counts"]}
    console.print(text(f"{many(counts['documents'], 'document')} read, {many(counts['figures'], 'figure')} found.", style="bold"))
    _print_some(console, "Confirmed by independent origins", "green", [_confirmation(row) for row in answers["confirmations"] if row["origins"] > 1])
    _print_some(console, "Revised", "yellow", map(_development, answers["developments"]))
    conflicts = answers["conflicts"]
    _print_some(console, "Cannot both be true", "red", [_conflict(row) for row in conflicts if row["dated"]])
    _print_some(
        console,
        "Cannot both be true, unless they are of different times (one does not say)",
        "red",
        [_conflict(row) for row in conflicts if not row["dated"]],
        3,
    )
    _print_some(console, "Could not be read", "magenta", [f"{row['name']}: {row['reason']}" for row in answers["quarantine"]])
    _print_some(console, "Decisions on links that wait", "magenta", [_idle(row) for row in answers["idle_decisions"]])
    _print_some(console, "Judgements that wait", "magenta", map(_waiting, answers["idle_judgements"]))
    pairs = {verdict: counts[verdict] for verdict in ("agrees", "consistent", "revised", "different_measure", "conflicts")}
    console.print(
        f"\nPairs of numbers compared: {sum(pairs.values())}. {pairs['agrees']} agree, {pairs['consistent']} differ by rounding or a hedge, "
        f"{pairs['revised']} were revised, {pairs['different_measure']} measure different things, {pairs['conflicts']} conflict. "
        f"Stated sums: {counts['holds'] + counts['holds_within_rounding']} hold, {counts['fails']} fail."
    )
    console.print(text("\nNext: crossfoot reconcile   crossfoot explain FIGURE_ID   crossfoot sql", style="dim"))
    console.print(f"Warehouse: {warehouse}", soft_wrap=True)


def many(number: int, thing: str) -> str:
    """A number of things in words: 1 link, 1,200 links."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def percentage(confidence: Decimal) -> str:
    """A confidence as people read it: what is not quite certain, or quite impossible, is not shown as if it were.

    >>> percentage(Decimal("0.714")), percentage(Decimal("0.999"))
    ('71%', '>99%')
    """
    whole = round(confidence * 100)
    if whole in (0, 100) and confidence not in (0, 1):
        return ">99%" if whole else "<1%"
    return f"{whole}%"


def console_of(stream: TextIO) -> Console:
    """A console that is no wider than people read, and takes no word of a document for markup."""
    console = Console(file=stream, highlight=False, markup=False)
    console.width = min(console.width, WIDTH)
    return console


def text(words: str, style: str = "") -> Text:
    """Words of documents among them: whatever a terminal would obey is taken out, and no bracket is read as markup."""
    return Text(printable(words), style=style)


def _print_some(console: Console, heading: str, colour: str, lines: Iterable[str], most: int = 8) -> None:
    found = list(lines)
    if not found:
        return
    console.print(text(f"\n{heading} ({len(found)})", style=f"bold {colour}"))
    for line in found[:most]:
        console.print(text(f"• {line}"))
    if len(found) > most:
        console.print(text(f"  and {len(found) - most} more", style="dim"))


def _confirmation(row: Row) -> str:
    period = f" {row['period']}" if row["period"] else ""
    return f"{row['organisation']}, {row['measure']}{period}: {row['said']}, {many(row['documents'], 'document')} of {many(row['origins'], 'origin')}"


def _development(row: Row) -> str:
    return f"{row['title']}: {row['values']}"


def _idle(row: Row) -> str:
    return f"{row['verdict']} “{row['name']}” as {row['organisation_id'] or 'nobody'}: {row['reason']} (links.csv, decision {row['position']})"


def _waiting(row: Row) -> str:
    return f"{row['verdict']}, {row['about']}: {row['reason']} (judgements.csv, judgement {row['position']})"


def _conflict(row: Row) -> str:
    return f"{row['explanation']} [{', '.join(row['documents'])}]"
