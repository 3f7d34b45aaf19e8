"""An evaluation in words and columns, for a terminal of 80: what was found, which rules erred, whether confidence keeps its word, and what was wrong."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from flows.notes import percentage
from flows.output import printable
from flows.scoring.evaluation import Evaluation
from flows.scoring.misses import NUMBER, misses
from flows.scoring.tables import Band, RuleTally, Share, f1, reliability, rules, shares, surest_half

Row = dict[str, Any]
WIDTH = 80
NAME = 53  # characters for the name of a rule


def report(evaluation: Evaluation) -> Iterator[str]:
    """The lines of the tables."""
    yield from _shares(evaluation)
    for field, tallies in rules(evaluation).items():
        yield from _rules(field, tallies)
    yield from _reliability(reliability(evaluation), surest_half(evaluation))


def listed(evaluation: Evaluation) -> Iterator[str]:
    """The lines of a list of what was wrong, figure by figure."""
    for (document, start, surface), group in groupby(misses(evaluation), key=lambda miss: (miss["document"], miss["start"], miss["surface"])):
        wrong = list(group)
        place = "" if start is None else f", character {start}"
        yield ""
        yield from _wrapped(f"{document}{place}: {surface}", "")
        yield from _wrapped(f"“{' '.join(str(wrong[0]['sentence'] or '').split())}”", "  ")
        for miss in wrong:
            yield from _wrapped(_wrong(miss), "  ")


def _shares(evaluation: Evaluation) -> Iterator[str]:
    found = shares(evaluation)
    yield _counted("gold", found["recall"].of)
    yield _counted("found", found["precision"].of)
    for name, share in found.items():
        yield f"{name:<14}{share.value:.3f}   {share.right} of {share.of}"
        if name == "recall":
            yield f"{'f1':<14}{f1(found['precision'].value, share.value):.3f}"


def _counted(name: str, number: int) -> str:
    return f"{name:<14}{number:>5}"


def _rules(field: str, tallies: Sequence[RuleTally]) -> Iterator[str]:
    yield ""
    yield _columns(f"{field}, by the rule that decided", "decided", "right", "wrong")
    for tally in tallies:
        yield _columns(tally.rule, tally.decided, tally.right, tally.wrong)


def _reliability(bands: Sequence[Band], surest: Share) -> Iterator[str]:
    """`said` is the mean confidence, `kept` the share that was right: the nearer, the better."""
    yield ""
    if not bands:
        yield "No figure has a confidence."
        return
    yield _columns("confidence that all four are right", "figures", "said", "kept")
    for band in bands:
        name = f"{percentage(band.low)} to {percentage(band.high)}"
        yield _columns(name, band.figures, percentage(band.confidence), f"{band.right / band.figures:.0%}")
    yield _columns("the half with the most confidence", surest.of, "", f"{surest.value:.0%}")


def _columns(name: str, *cells: object) -> str:
    short = name if len(name) <= NAME else f"{name[: NAME - 1]}…"
    return printable(f"{short:<{NAME}}" + "".join(f"{cell!s:>9}" for cell in cells))


def _wrapped(words: str, indent: str) -> list[str]:
    return textwrap.wrap(printable(words), WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_on_hyphens=False)


def _wrong(miss: Row) -> str:
    if miss["field"] == "figure":
        return "was found, and is no figure of the gold" if miss["wanted"] is None else "was not found"
    why = ", ".join([miss["rule"] or "", *([percentage(miss["confidence"])] if miss["confidence"] is not None else [])])
    return f"{miss['field']}: found {_said(miss['found'])}{f' ({why})' if why else ''}, wanted {_said(miss['wanted'])}"


def _said(value: Any) -> str:
    """A value of a field in words; of several acceptable ones each."""
    if isinstance(value, list):
        return " or ".join(map(_said, value))
    if not isinstance(value, dict):
        return "nothing" if value is None else str(value)
    if set(value) <= set(NUMBER):
        return " ".join(f"{value[key]}" for key in NUMBER if value.get(key) is not None)
    name = str(value.get("name") or value.get("label") or "nothing")
    known = value.get("id") or (f"{value['start'] or ''} to {value['end'] or ''}" if value.get("end") else "")
    return f"{name} ({known})" if known else name
