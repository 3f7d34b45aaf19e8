"""Totals that are carried over: what a table comes to is a line of another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.table_sums.footing import Sum
from pipeline.table_sums.sections import Entry, Line, Section
from pipeline.table_sums.words import Totality, totality

Print = tuple[tuple[str, int, str], ...]  # of a whole line: the label of each column, with its number and currency
ENTRIES, DIGITS = 2, 3  # how many numbers must be the same, and in how many digits the largest


def carried_over(sections: Sequence[Section]) -> Iterator[Sum]:
    """Each number of a total that is printed, column by column, in a line of another table that is no total itself."""
    lines: defaultdict[Print, list[tuple[int, Line]]] = defaultdict(list)
    for place, section in enumerate(sections):
        for line in section.rows:
            if totality(line.label) < Totality.TOTAL and (printed := _print(section, line)):
                lines[printed].append((place, line))
    for place, section in enumerate(sections):
        for line in section.rows:
            if totality(line.label) is Totality.TOTAL and (printed := _print(section, line)):
                items = [item for other, item in lines.get(printed, ()) if other != place]
                if len(items) == 1:
                    yield from (Sum(((1, item),), total) for item, total in zip(_given(items[0]), _given(line), strict=True))


def _print(section: Section, line: Line) -> Print | None:
    """None where so few numbers could be the same by chance."""
    entries = tuple((label, entry.value, entry.unit[0]) for label, entry in zip(section.columns, line.entries, strict=True) if entry)
    digits = max((len(entry.figure.money.surface.strip("()").replace(",", "").replace(".", "").rstrip("0")) for entry in _given(line)), default=0)
    return entries if len(entries) >= ENTRIES and digits >= DIGITS else None


def _given(line: Line) -> list[Entry]:
    return [entry for entry in line.entries if entry]
