"""What crossfoot tells people in a terminal: the verdicts, one figure, the end of a run. Plain words, at most 80 columns."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

from flows.output import printable

Row = dict[str, Any]
WIDTH = 80
HEADINGS = {
    "conflicts": ("Cannot both be true", "red"),
    "fails": ("Sums that do not add up", "red"),
    "revised": ("Revised", "yellow"),
    "different_measure": ("Not the same thing", "cyan"),
    "consistent": ("Consistent: rounding or a hedge explains it", "green"),
    "agrees": ("Agree", "green"),
    "holds_within_rounding": ("Sums that add up within rounding", "green"),
    "holds": ("Sums that add up", "green"),
}


def print_verdicts(pairs: Sequence[Row], sums: Sequence[Row]) -> None:
    """Every verdict with its reason and its places, the gravest first."""
    console = _console(sys.stdout)
    rows = sorted([*pairs, *sums], key=lambda row: list(HEADINGS).index(row["verdict"]))
    for verdict, group in groupby(rows, key=lambda row: row["verdict"]):
        found = list(group)
        heading, colour = HEADINGS[verdict]
        console.print(_text(f"\n{heading} ({len(found)})", style=f"bold {colour}"))
        for row in found:
            _print_verdict(console, row)
    if not rows:
        console.print("Nothing to compare.")


def print_figure(figure: Row, decisions: Sequence[Row], comparisons: Sequence[Row]) -> None:
    """One figure: its sentence with the figure marked, its fields with their rules, and what it was compared with."""
    console = _console(sys.stdout)
    console.print(_marked(figure))
    console.print(_text(f"\n{figure['document']}, character {figure['start_char']}{_place(figure)}", style="dim"))
    console.print(_text(" · ".join(str(figure[key]) for key in ("title", "publisher", "published_on") if figure[key]), style="dim"))
    console.print(f"\n{'number':14}{_amount(figure)}")
    for decision in decisions:
        words = f" (“{decision['words']}”)" if decision["words"] else ""
        console.print(_text(f"{decision['field']:14}{_value(figure, decision['field'])}  ← {decision['rule']}{words}"))
    for field in ("measure", "basis", "organisation", "counterparty", "period", "speaker"):
        if field not in {decision["field"] for decision in decisions}:
            console.print(_text(f"{field:14}not said", style="dim"))
    console.print(f"\nCompared with {many(len(comparisons), 'other figure')}")
    for row in comparisons:
        console.print(_text(f"  {row['verdict']}: {row['other_surface']} in {row['other_document']} ({row['other_figure_id']})", style="bold"))
        console.print(_text(f"    {row['explanation']}"))


def print_summary(answers: Mapping[str, Sequence[Row]], warehouse: Path) -> None:
    """The end of a run: what was read, what agrees, what was revised, what conflicts, and where to look."""
    console = _console(sys.stdout)
    counts = {row["thing"]: row["number"] for row in answers["counts"]}
    console.print(_text(f"{many(counts['documents'], 'document')} read, {many(counts['figures'], 'figure')} found.", style="bold"))
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
    pairs = {verdict: counts[verdict] for verdict in ("agrees", "consistent", "revised", "different_measure", "conflicts")}
    console.print(
        f"\nPairs compared: {sum(pairs.values())}. {pairs['agrees']} agree, {pairs['consistent']} differ by rounding or a hedge, "
        f"{pairs['revised']} were revised, {pairs['different_measure']} measure different things, {pairs['conflicts']} conflict. "
        f"Stated sums: {counts['holds'] + counts['holds_within_rounding']} hold, {counts['fails']} fail."
    )
    console.print(_text("\nNext: crossfoot reconcile   crossfoot explain FIGURE_ID   crossfoot sql", style="dim"))
    console.print(f"Warehouse: {warehouse}", soft_wrap=True)


def many(number: int, thing: str) -> str:
    """A number of things in words: 1 link, 1,200 links."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _console(stream: TextIO) -> Console:
    console = Console(file=stream, highlight=False, markup=False)
    console.width = min(console.width, WIDTH)
    return console


def _print_verdict(console: Console, row: Row) -> None:
    console.print(_text(f"• {row['explanation']}"))
    if "left_document" in row:
        origins = "one origin" if row["origins"] == 1 else f"{row['origins']} independent origins"
        documents = dict.fromkeys((row["left_document"], row["right_document"]))
        console.print(_text(f"  {' and '.join(documents)}; {origins}", style="dim"))
        console.print(_text(f"  {row['left_figure_id']} {row['right_figure_id']}", style="dim"))
    else:
        console.print(_text(f"  {row['document']}; {row['total_figure_id']}", style="dim"))


def _marked(figure: Row) -> Text:
    sentence, start = figure["sentence"], figure["start_char"] - figure["sentence_start"]
    text = _text(sentence)
    if figure["cell"] is None and sentence[start : start + len(figure["surface"])] == figure["surface"]:
        return Text.assemble(sentence[:start], ("»" + figure["surface"] + "«", "bold reverse"), sentence[start + len(figure["surface"]) :])
    return Text.assemble(text, "  ", ("»" + figure["surface"] + "«", "bold reverse"))


def _place(figure: Row) -> str:
    return "".join(f", {what} {figure[key]}" for what, key in (("page", "page"), ("cell", "cell")) if figure[key] is not None)


def _amount(figure: Row) -> str:
    def shown(value: object) -> str:
        return "open" if value is None else f"{value:,f}".rstrip("0").rstrip(".")

    exact = "" if figure["amount"] is None else f"{shown(figure['amount'])} "
    per = f" per {figure['per']}" if figure["per"] else ""
    return f"{exact}{figure['currency']}{per}, {figure['bound']}: between {shown(figure['low'])} and {shown(figure['high'])}"


def _value(figure: Row, field: str) -> str:
    identifier = f" ({figure['organisation_id']})" if field == "organisation" and figure["organisation_id"] else ""
    return f"{figure[field]}{identifier}"


def _print_some(console: Console, heading: str, colour: str, lines: Iterable[str], most: int = 8) -> None:
    found = list(lines)
    if not found:
        return
    console.print(_text(f"\n{heading} ({len(found)})", style=f"bold {colour}"))
    for line in found[:most]:
        console.print(_text(f"• {line}"))
    if len(found) > most:
        console.print(_text(f"  and {len(found) - most} more", style="dim"))


def _text(words: str, style: str = "") -> Text:
    """Words of documents among them: whatever a terminal would obey is taken out, and no bracket is read as markup."""
    return Text(printable(words), style=style)


def _confirmation(row: Row) -> str:
    period = f" {row['period']}" if row["period"] else ""
    return f"{row['organisation']}, {row['measure']}{period}: {row['said']}, {many(row['documents'], 'document')} of {many(row['origins'], 'origin')}"


def _development(row: Row) -> str:
    return f"{row['organisation']}, {row['period']}: {row['values']} [{', '.join(row['documents'])}]"


def _idle(row: Row) -> str:
    return f"{row['verdict']} “{row['name']}” as {row['organisation_id'] or 'nobody'}: {row['reason']} (links.csv, decision {row['position']})"


def _conflict(row: Row) -> str:
    return f"{row['explanation']} [{', '.join(row['documents'])}]"
