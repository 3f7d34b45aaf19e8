"""Which lines of a table are the sums of which others: found by labels and by what adds up, place by place, never assumed.

A line is summed from the lines before it that no total has taken, back to the last total or heading, or all of them; a line that calls
itself a total may reach back any way, and one that stands on top takes what follows. What does not add up is claimed only
where the same lines add up in other places: a total that nobody stated would be printed as somebody's mistake.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from pipeline.table_sums.sections import Entry, Line
from pipeline.table_sums.stack import Open, Stack, Stretch
from pipeline.table_sums.words import BARE_TOTAL, MEMO, NET, RATIO, Totality, is_cost, totality

# how far back a total may reach other than to a heading, a total or the top
REACH = 24
# digits of agreement: three say that a sum met by chance is one in a thousand
SURE, VERY_SURE = 3, 4
# a sum of a single column that misses by more is of other things
NEAR = 10


class Way(IntEnum):
    """How costs count in a sum: as printed, as what is taken away, or as what the rest is taken away from."""

    PLAIN = 0
    LESS_COSTS = 1
    COSTS_LESS = -1


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms, each with the sign that it is taken with, that make a total, all in the signs of the table."""

    terms: tuple[tuple[int, Entry], ...]
    total: Entry


@dataclass(frozen=True, slots=True)
class Places:
    """What kinds of places the lines have: those that cannot be summed at all, and those whose signs may be those of good and bad news."""

    closed: frozenset[int]
    variances: frozenset[int]
    may_stand_alone: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to sum a line from a depth of the stack; where that fits, where it does not, and in how many digits."""

    depth: int
    way: Way
    is_natural: bool
    fits: dict[int, Way]
    misses: tuple[int, ...]
    digits: int

    @property
    def rank(self) -> tuple[int, int, bool]:
        return len(self.fits) - len(self.misses), self.digits, self.is_natural


def foot(lines: Sequence[Line], places: Places) -> Iterator[Sum]:
    """The sums that the lines state, in their order."""
    walk = _Walk(places, len(lines[0].entries) if lines else 0)
    for line in lines:
        yield from walk.take(line)
    yield from walk.end()


class _Walk:
    """Goes over the lines once. `_floor` is where the lines since the last total or heading begin."""

    def __init__(self, places: Places, width: int) -> None:
        self._places, self._stack, self._floor, self._heading = places, Stack(width), 0, ""
        self._tops: list[int] = []
        self._is_memo = self._has_skipped = False

    def take(self, line: Line) -> Iterator[Sum]:
        if not any(line.entries) and not line.unread:
            self._open(line.label)
            return
        claimed = totality(line.label)
        if MEMO.search(line.label) or RATIO.search(line.label) or (self._is_memo and claimed < Totality.TOTAL):
            self._has_skipped = True
            return
        self._is_memo = False
        cost = is_cost(line.label, self._heading)
        reading = self._read(line, claimed)
        if reading:
            yield from self._settle(line, cost, reading)
            return
        if claimed is Totality.TOTAL:
            if self._tops and len(self._stack) - self._tops[-1] > 2:
                yield from self._total_on_top()
            if len(self._stack) - self._floor >= 2:
                self._stack.cut(self._floor)  # it is the total of something up here
            else:
                self._tops.append(len(self._stack))
        self._stack.push(Open(line, cost))
        if claimed is Totality.TOTAL:
            self._floor = len(self._stack)

    def end(self) -> Iterator[Sum]:
        while self._tops:
            yield from self._total_on_top()

    def _open(self, label: str) -> None:
        """A heading: what follows is a block of its own, or a list of things that are counted elsewhere."""
        if label:
            self._heading, self._is_memo = label, bool(MEMO.search(label))
            self._floor = len(self._stack)

    def _read(self, line: Line, claimed: Totality) -> Reading | None:
        """The reading that fits best, if it is sure enough."""
        given = [(place, entry) for place, entry in enumerate(line.entries) if entry and place not in self._places.closed]
        if not given or len(self._stack) < 2:
            return None
        natural = {depth for depth in (self._floor, 0) if len(self._stack) - depth >= 2}
        reach = set(self._stack.depths(max(0, len(self._stack) - REACH), *given[0])) if claimed else set()
        ways = tuple(Way) if NET.search(line.label) else (Way.PLAIN,)
        readings = (self._reading(given, depth, way, depth in natural) for depth in sorted(natural | reach, reverse=True) for way in ways)
        best = max((r for r in readings if r and self._is_sure(r, claimed)), key=lambda r: r.rank, default=None)
        return best or (self._alone(line) if claimed is Totality.TOTAL else None)

    def _reading(self, given: Sequence[tuple[int, Entry]], depth: int, way: Way, is_natural: bool) -> Reading | None:
        """Where a way to sum fits; one that reaches back to nowhere in particular must fit everywhere."""
        fits: dict[int, Way] = {}
        misses: list[int] = []
        digits = 0
        for place, total in given:
            terms = self._stack.since(depth, place)
            room = total.half + terms.half
            is_variance = way is not Way.PLAIN and place in self._places.variances
            if terms.lines < 2:
                continue
            fit = Way.PLAIN if is_variance and abs(terms.plain - total.value) <= room else way
            if abs(_value(terms, fit) - total.value) <= room:
                agreed = len(str(terms.gross // room)) - 1
                if agreed or _value(terms, fit) == total.value:  # else rounding would let anything fit
                    fits[place] = fit
                    digits += agreed
            elif not is_natural:
                return None
            elif not terms.unread and not is_variance:
                misses.append(place)
        return Reading(depth, way, is_natural, fits, tuple(misses), digits) if fits else None

    def _is_sure(self, reading: Reading, claimed: Totality) -> bool:
        fits, misses, digits = len(reading.fits), len(reading.misses), reading.digits
        if not reading.is_natural:
            return digits >= (SURE if claimed is Totality.TOTAL else VERY_SURE)
        if claimed is Totality.TOTAL:
            return fits > misses or (fits == misses == 1 and digits >= 2)
        if claimed is Totality.SUMMARY:
            return digits >= 2 and (misses == 0 or (fits >= 2 and digits >= VERY_SURE and misses <= max(1, fits // 3)))
        return digits >= VERY_SURE and ((misses == 0 and fits >= 2) or (fits >= 3 and misses == 1))

    def _alone(self, line: Line) -> Reading | None:
        """A bare Total under a single column of sums from the top that it nearly makes: there is no other way to read it."""
        given = [place for place, entry in enumerate(line.entries) if entry]
        bare = self._places.may_stand_alone and len(line.entries) == 1 and bool(given) and BARE_TOTAL.fullmatch(line.label)
        if not bare or self._heading or self._floor or self._has_skipped or len(self._stack) < 3 or self._places.closed:
            return None
        terms, total = self._stack.since(0, 0), line.entries[0]
        whole = terms.lines == len(self._stack) and not terms.unread
        missing = abs(terms.plain - total.value) if total else 0
        return Reading(0, Way.PLAIN, True, {}, (0,), SURE) if total and whole and missing * NEAR <= abs(total.value) else None

    def _settle(self, line: Line, cost: bool, reading: Reading) -> Iterator[Sum]:
        """Puts the total in the place of its terms."""
        terms = self._stack.cut(reading.depth)
        while self._tops and self._tops[-1] >= reading.depth:
            self._tops.pop()
        yield from _sums(terms, line, reading)
        self._stack.push(Open(line, cost, frozenset(reading.misses)))
        self._floor = len(self._stack)

    def _total_on_top(self) -> Iterator[Sum]:
        """The last total that stood above its terms, where these make it."""
        top = self._tops.pop()
        if len(self._stack) - top - 1 < 2:
            return
        line = self._stack.lines[top]
        given = [(place, entry) for place, entry in enumerate(line.line.entries) if entry and place not in self._places.closed]
        reading = self._reading(given, top + 1, Way.PLAIN, True)
        if reading and reading.digits >= 2 and len(reading.fits) > len(reading.misses):
            terms = self._stack.cut(top + 1)
            self._stack.cut(top)
            yield from _sums(terms, line.line, reading)
            self._stack.push(Open(line.line, line.is_cost, frozenset(reading.misses)))
            self._floor = len(self._stack)


def _sums(terms: Sequence[Open], line: Line, reading: Reading) -> Iterator[Sum]:
    """One sum for each place that fits, and for those that do not where that is a mistake."""
    failed = [place for place in reading.misses if _may_fail(reading, terms, line, place)]
    for place in sorted([*reading.fits, *failed]):
        way, total = reading.fits.get(place, reading.way), line.entries[place]
        signed = tuple((_sign(way, term), entry) for term in terms if (entry := term.line.entries[place]))
        if total:
            yield Sum(signed, total)


def _value(terms: Stretch, way: Way) -> int:
    return way * terms.less_costs if way else terms.plain


def _sign(way: Way, term: Open) -> int:
    return 1 if way is Way.PLAIN else -way if term.is_cost else int(way)


def _may_fail(reading: Reading, terms: Sequence[Open], line: Line, place: int) -> bool:
    """Whether a sum that does not add up is a mistake: the other places add up, its own terms do, and its total is no average of them."""
    if len(reading.misses) > max(1, len(reading.fits) // 3) or reading.digits < 2 or any(place in term.failed for term in terms):
        return False
    values = [entry.value for term in terms if (entry := term.line.entries[place])]
    total = line.entries[place]
    one_sign = min(values) >= 0 or max(values) <= 0
    return total is not None and not (one_sign and abs(total.value) <= max(map(abs, values)))
