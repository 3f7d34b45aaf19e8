"""One figure explained to people in a terminal: its sentence, how each field was decided or left open and how surely, and what it was compared with."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from flows.notes import console_of, many, percentage, text

Row = dict[str, Any]
FIELDS = ("measure", "basis", "organisation", "counterparty", "period", "speaker", "subject")
NOT_SAID = "not said"


def print_explanation(figure: Row, decisions: Sequence[Row], comparisons: Sequence[Row], judgements: Sequence[Row]) -> None:
    """Prints one figure with what was decided about it, as the warehouse answers `figure`, `decisions`, `comparisons` and `judgements_on`."""
    console = console_of(sys.stdout)
    console.print(marked(figure))
    console.print(text(f"\n{figure['document']}, character {figure['start_char']}{_place(figure)}", style="dim"))
    byline = [str(figure[key]) for key in ("title", "publisher", "published_on") if figure[key]]
    if byline:
        console.print(text(" · ".join(byline), style="dim"))
    console.print(f"\n{_confidence(figure)}\n")
    console.print(_fields(figure, decisions))
    _print_comparisons(console, comparisons)
    _print_judgements(console, judgements)


def marked(figure: Row) -> Text:
    """The sentence of a figure with the figure in it marked."""
    sentence, start = figure["sentence"], figure["start_char"] - figure["sentence_start"]
    end = start + len(figure["surface"])
    mark = text(f"»{figure['surface']}«", style="bold reverse")
    if figure["cell"] is None and sentence[start:end] == figure["surface"]:
        return Text.assemble(text(sentence[:start]), mark, text(sentence[end:]))
    return Text.assemble(text(sentence), "  ", mark)


def _place(figure: Row) -> str:
    return "".join(f", {what} {figure[key]}" for what, key in (("page", "page"), ("cell", "cell")) if figure[key] is not None)


def _confidence(figure: Row) -> str:
    if figure["confidence"] is None:
        return "Confidence: nothing was weighed"
    return f"Confidence: {percentage(figure['confidence'])} that organisation, measure, basis and period are right"


def _fields(figure: Row, decisions: Sequence[Row]) -> Table:
    """A line a field: its name, its value with why, and how sure that is."""
    decided = {decision["field"]: decision for decision in decisions}
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=12)
    table.add_column(ratio=1)
    table.add_column(justify="right", min_width=4)
    table.expand = True
    table.add_row("number", _amount(figure), "")
    for field in FIELDS:
        decision = decided.get(field, {})
        sure = decision.get("confidence")
        table.add_row(field, Text("\n").join(_decision(figure, field, decision)), "" if sure is None else percentage(sure))
    return table


def _decision(figure: Row, field: str, decision: Row) -> Iterator[Text]:
    value = _value(figure, field)
    yield text(value or NOT_SAID, style="bold" if value else "dim")
    if decision and decision["rule"] != NOT_SAID:
        words = f": “{' '.join(decision['words'].split())}”" if decision["words"] else ""
        yield text(f"← {decision['rule']}{words}")
    if decision.get("alternatives"):
        yield text("or " + ", ".join(f"{_said(other['value'])} {percentage(other['confidence'])}" for other in decision["alternatives"]), style="dim")


def _value(figure: Row, field: str) -> str | None:
    if figure[field] is None:
        return None
    identifier = figure.get(f"{field}_id")
    return f"{_said(figure[field])} ({identifier})" if identifier else _said(figure[field])


def _said(value: str | None) -> str:
    """A value in words: `control_total` is control total."""
    return NOT_SAID if value is None else value.replace("_", " ")


def _amount(figure: Row) -> str:
    def shown(value: object) -> str:
        return "open" if value is None else f"{value:,f}".rstrip("0").rstrip(".")

    exact = "" if figure["amount"] is None else f"{shown(figure['amount'])} "
    per = {None: "", "each": " each"}.get(figure["per"], f" per {figure['per']}")
    return f"{exact}{figure['currency']}{per}, {_said(figure['bound'])}: between {shown(figure['low'])} and {shown(figure['high'])}"


def _print_comparisons(console: Console, comparisons: Sequence[Row]) -> None:
    console.print(f"\nCompared with {many(len(comparisons), 'other figure')}")
    for row in comparisons:
        _print_other(console, row, row["explanation"])


def _print_judgements(console: Console, judgements: Sequence[Row]) -> None:
    if judgements:
        console.print(f"\nJudged by persons with {many(len(judgements), 'other figure')}")
    for row in judgements:
        _print_other(console, row, f"{row['decided_by']}, {row['decided_at']:%Y-%m-%d}" + (f": {row['note']}" if row["note"] else ""))


def _print_other(console: Console, row: Row, why: str) -> None:
    console.print(text(f"  {_said(row['verdict'])}: {row['other_surface']} in {row['other_document']} ({row['other_figure_id']})", style="bold"))
    console.print(Padding(text(why), (0, 0, 0, 4)))
