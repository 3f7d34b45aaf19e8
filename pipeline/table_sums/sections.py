"""A table as lines of signed whole numbers: its rows and its columns, in the stretches over which one set of headers stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.model import Cell, Document, Figure, Table
from pipeline.table_sums.words import LABEL_AT_MOST

NOTHING = re.compile(r"[\s.·]*|\(?\s*[£€$]?\s*[-–—−]+\s*\)?|nil|none|zero", re.IGNORECASE)
PERCENTAGE = re.compile(r"[^%]{0,20}%\s*\)?\s*")
NOT_GIVEN = re.compile(r"n\s?/\s?[akd]|na|tb[ca]|not (?:available|applicable|reported|known)|unknown|red|amber|green|[*#†x?]+|see note.*", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
CONTINUED = re.compile(r"\bcontinued\b|\bcont(?:'|’)?d\b|\(cont\.?\)", re.IGNORECASE)
# whole numbers of a hundred-thousandth of the currency: half a unit of the last digit is whole too
QUANTUM, PLACES, AMOUNT_AT_MOST = 10**5, -4, Decimal(10) ** 15
# merged cells leave gaps; a grid that is mostly gaps is no table
GAPS_AT_MOST = 4
BETWEEN_PARTS_AT_MOST = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """The number of a cell in the signs of the table, half a unit of its last digit, and its currency and scale (None: any)."""

    figure: Figure
    value: int
    half: int
    unit: tuple[str, Decimal | None]


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column; `unread` are the places that print something which is no number. What prints nothing is nothing."""

    label: str
    entries: tuple[Entry | None, ...]
    unread: frozenset[int]


@dataclass(frozen=True, slots=True)
class Section:
    """The rows over which the same column headers stand; a row without numbers is a heading."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Line, ...]

    def transposed(self) -> tuple[Line, ...]:
        """The columns as lines, each of the rows' places."""
        return tuple(
            Line(
                label,
                tuple(row.entries[place] for row in self.rows),
                frozenset(i for i, row in enumerate(self.rows) if place in row.unread),
            )
            for place, label in enumerate(self.columns)
        )


def sections(document: Document, figures: Sequence[Figure]) -> Iterator[Section]:
    """The sections of all tables; a table that goes on over the page is one."""
    by_cell = {figure.sentence_start: entry for figure in figures if figure.cell and (entry := _entry(figure))}
    for parts in _whole_tables(document):
        rows = [(table, row) for table in parts if _is_grid(table) for row in _rows(table)]
        yield from _sections(document, rows, by_cell)


def _whole_tables(document: Document) -> Iterator[list[Table]]:
    parts: list[Table] = []
    for table in document.tables:
        if parts and not _goes_on(document, parts[-1], table):
            yield parts
            parts = []
        parts.append(table)
    if parts:
        yield parts


def _goes_on(document: Document, first: Table, second: Table) -> bool:
    """Whether a table says that it continues the one before it, under the same headers."""
    if not first.cells or not second.cells:
        return False
    end = max(cell.end for cell in first.cells)
    between = document.text[end : second.cells[0].start]
    says_so = len(between) <= BETWEEN_PARTS_AT_MOST and (second.number == first.number or CONTINUED.search(between))
    return bool(says_so) and _headers(document, first) == _headers(document, second)


def _headers(document: Document, table: Table) -> list[tuple[int, str]]:
    return [(cell.column, document.text[cell.start : cell.end].strip().lower()) for cell in table.cells if cell.row <= table.header_rows]


def _is_grid(table: Table) -> bool:
    height, width = len({cell.row for cell in table.cells}), max((cell.column for cell in table.cells), default=0)
    return height * width <= GAPS_AT_MOST * len(table.cells) + GAPS_AT_MOST


def _rows(table: Table) -> Iterator[list[Cell]]:
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        if cell.row > table.header_rows:
            rows[cell.row].append(cell)
    for row in sorted(rows):
        yield sorted(rows[row], key=lambda cell: cell.column)


def _sections(document: Document, rows: Sequence[tuple[Table, list[Cell]]], by_cell: Mapping[int, Entry]) -> Iterator[Section]:
    """Cuts where a row in the middle is a header: a second table has been stacked under the first."""
    header: list[Cell] = []
    stretch: list[tuple[Table, list[Cell]]] = []
    for table, cells in rows:
        if not _is_header(document, table, cells, by_cell):
            stretch.append((table, cells))
        elif not _repeats(document, cells, header or [cell for cell in table.cells if cell.row == table.header_rows]):
            yield from _section(document, stretch, header, by_cell)
            header, stretch = cells, []
    yield from _section(document, stretch, header, by_cell)


def _is_header(document: Document, table: Table, cells: Sequence[Cell], by_cell: Mapping[int, Entry]) -> bool:
    """Whether a row only names what is under it: two different words in it or more, or years without a label, and no sums."""
    texts = [document.text[cell.start : cell.end].strip() for cell in cells if cell.column > table.header_columns]
    if any(cell.start in by_cell for cell in cells):
        label = "".join(document.text[cell.start : cell.end].strip() for cell in cells if cell.column <= table.header_columns)
        return table.header_columns > 0 and not label and all(YEAR.fullmatch(text) for text in texts if text)
    named = {text.lower() for text in texts if not (NOTHING.fullmatch(text) or NOT_GIVEN.fullmatch(text) or PERCENTAGE.fullmatch(text))}
    return len(named) >= 2 and any(cell.column > table.header_columns for cell in cells)


def _repeats(document: Document, cells: Sequence[Cell], header: Sequence[Cell]) -> bool:
    """A header that is printed again at the top of a page."""
    return [document.text[c.start : c.end].strip().lower() for c in cells] == [document.text[c.start : c.end].strip().lower() for c in header]


def _section(document: Document, rows: Sequence[tuple[Table, list[Cell]]], header: Sequence[Cell], by_cell: Mapping[int, Entry]) -> Iterator[Section]:
    """The columns that hold sums, under the header of the table or the one in its middle."""
    labels: dict[int, str] = {}
    for _, cells in rows:
        for cell in cells:
            if (entry := by_cell.get(cell.start)) and entry.figure.context:
                labels.setdefault(cell.column, entry.figure.context.column_label)
    labels |= {cell.column: document.text[cell.start : cell.end] for cell in header if cell.column in labels}
    if not labels:
        return
    places = {column: place for place, column in enumerate(sorted(labels))}
    captions = (document.text[slice(*table.caption)] for table, _ in rows if table.caption)
    taken: dict[int, int] = {}
    lines = [_line(document, table, cells, places, taken, by_cell) for table, cells in rows]
    yield Section(next(captions, ""), tuple(" ".join(labels[column][-LABEL_AT_MOST:].split()) for column in places), tuple(lines))


def _line(document: Document, table: Table, cells: Sequence[Cell], places: Mapping[int, int], taken: dict[int, int], by_cell: Mapping[int, Entry]) -> Line:
    """A row; `taken` is how far down a number reaches whose cell is merged with those below it."""
    entries: list[Entry | None] = [None] * len(places)
    unread = {place for place, last in taken.items() if cells[0].row <= last}
    words = []
    for cell in cells:
        place, text = places.get(cell.column), document.text[cell.start : min(cell.end, cell.start + LABEL_AT_MOST)].strip()
        if place is None or cell.column <= table.header_columns:
            words.append("" if cell.column > table.header_columns and PERCENTAGE.fullmatch(text) else text)
            continue
        if text and (entry := by_cell.get(cell.start)):
            entries[place] = entry
            if cell.column_span > 1:
                unread |= {places[c] for c in range(cell.column + 1, min(cell.column + cell.column_span, max(places) + 1)) if c in places}
            if cell.row_span > 1:
                taken[place] = cell.row + cell.row_span - 1
        elif not NOTHING.fullmatch(text) and not PERCENTAGE.fullmatch(text):
            unread.add(place)
    if not table.header_columns:  # a table of numbers alone, which say themselves what they are of
        words += [entry.figure.context.row_label for entry in entries if entry and entry.figure.context][:1]
    return Line(" ".join(" ".join(words).split())[:LABEL_AT_MOST], tuple(entries), frozenset(unread))


def _entry(figure: Figure) -> Entry | None:
    """A number that can be reckoned with exactly; a longer one is as good as unread."""
    amount, high, context = figure.money.amount, figure.money.high, figure.context
    if amount is None or high is None or context is None or amount >= AMOUNT_AT_MOST or int(amount.as_tuple().exponent) < PLACES:
        return None
    sign = -1 if context.printed_value < 0 else 1
    # a cell with a unit of its own stands beside any other
    unit = amount / abs(context.printed_value) if context.printed_value and context.unit_source != "cell" else None
    return Entry(figure, sign * int(amount * QUANTUM), int((high - amount) * QUANTUM), (figure.money.currency, unit))


def one_unit(entries: Iterable[Entry | None]) -> bool:
    """Whether numbers are of one currency and one scale."""
    units = [entry.unit for entry in entries if entry]
    return len({currency for currency, _ in units}) <= 1 and len({scale for _, scale in units if scale}) <= 1


def in_one_unit(lines: Sequence[Line]) -> list[Line]:
    """The lines without the numbers that have another unit than the first at their place: those can be no terms, and leave a gap."""
    first: dict[int, Entry] = {}
    kept = []
    for line in lines:
        others = set()
        for place, entry in enumerate(line.entries):
            if entry is None or entry.unit == (first.setdefault(place, entry)).unit:
                continue
            if not one_unit((first[place], entry)):
                others.add(place)
            elif not first[place].unit[1]:
                first[place] = entry
        if others:
            line = Line(line.label, tuple(None if place in others else entry for place, entry in enumerate(line.entries)), line.unread | others)
        kept.append(line)
    return kept
