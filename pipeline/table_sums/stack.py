"""The lines that no total has taken yet, with running sums, so that any stretch of them is summed at once."""

from dataclasses import dataclass
from operator import add
from typing import NamedTuple

from pipeline.table_sums.sections import Entry, Line


class Stretch(NamedTuple):
    """What lines come to at one place: as printed, with costs taken away, without signs, the room that rounding leaves, how many they are."""

    plain: int
    less_costs: int
    gross: int
    half: int
    lines: int
    unread: int


@dataclass(frozen=True, slots=True)
class Open:
    """A line on the stack, whether it is a cost, and the places where it is a total that has failed already."""

    line: Line
    is_cost: bool = False
    failed: frozenset[int] = frozenset()


class Stack:
    """Lines waiting for their total. The sums of all places are kept in one row of numbers a line, place after place."""

    def __init__(self, width: int) -> None:
        self.lines: list[Open] = []
        self._running: list[tuple[int, ...]] = [(0,) * (width * len(Stretch._fields))]

    def __len__(self) -> int:
        return len(self.lines)

    def push(self, new: Open) -> None:
        added: list[int] = []
        for place, entry in enumerate(new.line.entries):
            unread = int(place in new.line.unread)
            added += (entry.value, -entry.value if new.is_cost else entry.value, abs(entry.value), entry.half, 1, unread) if entry else (0, 0, 0, 0, 0, unread)
        self.lines.append(new)
        self._running.append(tuple(map(add, self._running[-1], added)))

    def cut(self, depth: int) -> list[Open]:
        """Takes off everything above a depth."""
        taken = self.lines[depth:]
        del self.lines[depth:], self._running[depth + 1 :]
        return taken

    def depths(self, lowest: int, place: int, total: Entry) -> list[int]:
        """The depths above which two lines or more make a total at one place, with their costs added or taken away, the deepest last."""
        now, at, made = self._running[-1], place * len(Stretch._fields), []
        plain, less_costs, room = now[at] - total.value, now[at + 1], now[at + 3] + total.half
        for depth in range(len(self) - 2, lowest - 1, -1):
            before = self._running[depth]
            allowed, net = room - before[at + 3], less_costs - before[at + 1]
            if -allowed <= plain - before[at] <= allowed or -allowed <= net - total.value <= allowed or -allowed <= net + total.value <= allowed:
                made.append(depth)
        return made

    def since(self, depth: int, place: int) -> Stretch:
        """The sums of the lines above a depth."""
        before, now, at = self._running[depth], self._running[-1], place * len(Stretch._fields)
        return Stretch(
            now[at] - before[at],
            now[at + 1] - before[at + 1],
            now[at + 2] - before[at + 2],
            now[at + 3] - before[at + 3],
            now[at + 4] - before[at + 4],
            now[at + 5] - before[at + 5],
        )
