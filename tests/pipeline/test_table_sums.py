"""Sums of tables: which lines a table says make which others, and which of those do not add up."""

import json
import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Cell, Document, Passage, PassageKind, Table
from pipeline.table_sums import find_table_sums
from pipeline.tables import table_figures

ROWS = [json.loads(line) for line in Path(__file__).with_name("table_sums.jsonl").read_text(encoding="utf-8").splitlines()]
CASES = [pytest.param(row, id=row["trap"], marks=[pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else []) for row in ROWS]
# "row 5 = 2 + 3 - 4", in the signs that are printed, at every place or at some
STATED = re.compile(r"(?P<kind>row|column) (?P<total>\d+) = (?P<terms>[\d +-]+?)(?: in (?P<places>[\d ]+))?")


def document(tables):
    """Captions and the rows of each table, whose cells are parted by tabs."""
    text, passages, made = "", [], []
    for number, table in enumerate(tables, 1):
        caption = None
        if table.get("caption"):
            caption = (len(text), len(text) + len(table["caption"]))
            passages.append(Passage(*caption, PassageKind.CAPTION))
            text += table["caption"] + "\n"
        cells, start = [], len(text)
        for r, line in enumerate(table["rows"], 1):
            for c, content in enumerate(map(str.strip, line.split("|")), 1):
                rows, columns = table.get("spans", {}).get(f"{r},{c}", (1, 1))
                cells.append(Cell(r, c, len(text), len(text) + len(content), f"table {number} {r},{c}", rows, columns))
                text += content + "\t"
            text += "\n"
        passages.append(Passage(start, len(text), PassageKind.TABLE))
        made.append(Table(number, tuple(cells), table.get("header_rows", 1), table.get("header_columns", 1), caption))
    return Document("case", "case.html", "board", text, passages=tuple(passages), tables=tuple(made))


def read(*tables):
    page = document(tables)
    figures = table_figures(page, (), ())
    return figures, find_table_sums(page, figures)


def wanted(row, figures):
    """The sums that a case spells out, as factors of magnitudes: those of each place that has a total and two terms."""
    signed = {figure.cell.removeprefix("table 1 "): figure for figure in figures}
    for stated in row["sums"]:
        match = STATED.fullmatch(stated)
        terms = [(-1 if sign == "-" else 1, int(term)) for sign, term in re.findall(r"([+-]?) ?(\d+)", match["terms"])]
        for place in match["places"].split() if match["places"] else range(1, 20):
            cells = {line: f"{line},{place}" if match["kind"] == "row" else f"{place},{line}" for line in (int(match["total"]), *(line for _, line in terms))}
            total = signed.get(cells[int(match["total"])])
            present = [(sign, signed[cells[line]]) for sign, line in terms if cells[line] in signed]
            if total and len(present) >= 2:
                yield total.cell, frozenset((sign * turn(figure) * turn(total), figure.cell) for sign, figure in present)


def turn(figure):
    return -1 if figure.context.printed_value < 0 else 1


def fails(equation):
    """What the warehouse says: no number that rounding allows the terms to make is one that it allows the total to be."""
    ends = [sorted((term.factor * term.figure.money.low, term.factor * term.figure.money.high)) for term in equation.terms]
    return sum(low for low, _ in ends) > equation.total.money.high or sum(high for _, high in ends) < equation.total.money.low


@pytest.mark.parametrize("row", CASES)
def test_the_sums_that_a_table_states_and_no_others(row):
    figures, equations = read(row)
    assert {(e.total.cell, frozenset((int(t.factor), t.figure.cell) for t in e.terms)) for e in equations} == set(wanted(row, figures))
    assert sorted(e.total.cell.removeprefix("table 1 ") for e in equations if fails(e)) == sorted(row["fails"])


def test_a_table_that_goes_on_over_the_page_is_one():
    first = {"caption": "Table 3: contracts (£000)", "rows": ["Provider | Plan | Actual", "North | 1,210 | 1,305", "South | 845 | 870"]}
    second = {"caption": "Table 3 (continued)", "rows": ["Provider | Plan | Actual", "East | 640 | 655", "Total | 2,695 | 2,830"]}
    second["caption"] += " £000"
    _, equations = read(first, second)
    assert [(e.total.money.surface, len(e.terms), fails(e)) for e in equations] == [("2,695", 3, False), ("2,830", 3, False)]


def test_a_table_after_another_is_not_its_continuation():
    first = {"caption": "Contracts (£000)", "rows": ["Provider | Plan", "North | 1,210", "South | 845"]}
    second = {"caption": "Grants (£000)", "rows": ["Provider | Plan", "East | 640", "Total | 2,695"]}
    assert read(first, second)[1] == []


OVERVIEW = {"caption": "Spending £000", "rows": ["Area | Plan | Actual", "Acute | 2,055 | 2,175", "Community | 940 | 918"]}
ACUTE = ["Hospital | Plan | Actual", "North | 1,210 | 1,305", "South | 845 | 870"]
CARRIED = [("Total acute | 2,055 | 2,175", ["2,055", "2,175"]), ("Total acute | 2,055 | 2,157", []), ("Other acute | 2,055 | 2,175", [])]


@pytest.mark.parametrize(("total", "carried"), CARRIED)
def test_what_a_table_comes_to_is_a_line_of_another(total, carried):
    _, equations = read(OVERVIEW, {"caption": "Acute £000", "rows": [*ACUTE, total]})
    assert [equation.total.money.surface for equation in equations if equation.rule == "carried over"] == carried
    assert all(term.figure.cell.startswith("table 1") for e in equations if e.rule == "carried over" for term in e.terms)


NUMBERS = st.integers(-99_999, 99_999)
LABELS = st.sampled_from(["Income", "Pay", "Drugs", "Total", "Total pay", "Sub-total", "Net surplus", "North", "South", "System", "Average", ""])
HEADERS = st.sampled_from(["Plan", "Actual", "Variance", "Forecast", "Total", "April", "May", "Year to date", "Change"])


def printed(number):
    return f"({-number:,})" if number < 0 else f"{number:,}"


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_numbers_without_a_sum_make_nobody_mistaken(data):
    headers = data.draw(st.lists(HEADERS, min_size=2, max_size=6))
    rows = data.draw(st.lists(st.tuples(LABELS, st.tuples(*[NUMBERS] * len(headers))), min_size=1, max_size=9))
    lines = ["Body | " + " | ".join(headers)] + [" | ".join([label, *map(printed, numbers)]) for label, numbers in rows]
    _, equations = read({"caption": "£000", "rows": lines})
    assert not [e for e in equations if fails(e)]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=8), st.booleans())
def test_a_table_that_adds_up_states_all_its_sums(rows, is_first):
    total = "Total | " + " | ".join(printed(sum(column)) for column in zip(*rows, strict=True))
    items = [f"Item {chr(65 + i)} | {printed(a)} | {printed(b)}" for i, (a, b) in enumerate(rows)]
    _, equations = read({"caption": "£000", "rows": ["Body | 2018/19 | 2019/20", *([total, *items] if is_first else [*items, total])]})
    downwards = [e for e in equations if e.rule == "rows and total"]
    assert {len(e.terms) for e in downwards} == {len(rows)} or is_first
    assert not [e for e in equations if fails(e)]
    assert all(sum(term.factor * term.figure.money.amount for term in e.terms) == e.total.money.amount for e in downwards)


HOSTILE = {
    "totals without end": ["Total | 7 | 8 | 9"] * 3_000,
    "totals of nothing": ["Total | 0 | 0 | 0"] * 3_000,
    "one long column": ["Item | 1"] * 12_000,
    "net of everything": ["Net total cost | 5 | (6)"] * 4_000,
    "wide rows": [" | ".join(["Total", *["1"] * 999])] * 12,
}


@pytest.mark.parametrize("rows", [pytest.param(rows, id=name) for name, rows in HOSTILE.items()])
def test_twelve_thousand_cells_take_no_time(rows):
    """About half a second at worst; anything that grows with the square takes a minute."""
    page = document([{"caption": "£000", "rows": ["Body | " + " | ".join(["Total plan"] * rows[0].count("|")), *rows]}])
    figures = table_figures(page, (), ())
    started = process_time()
    find_table_sums(page, figures)
    assert process_time() - started < 2
