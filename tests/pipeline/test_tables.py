"""Tables: what the header paths of a cell make of its number."""

import json
from pathlib import Path

import pytest

from pipeline.language import read
from pipeline.model import Cell, Document, Passage, PassageKind, Table

ROWS = [json.loads(line) for line in Path(__file__).with_name("tables.jsonl").read_text(encoding="utf-8").splitlines()]
CASES = [pytest.param(row, id=row["trap"], marks=[pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else []) for row in ROWS]


def document(row):
    """The lines before the table as paragraph, heading and caption; then its cells, a line each row, parted by tabs."""
    text, passages = "", []
    for kind in ("before", "heading", "caption"):
        if row[kind]:
            passages.append(Passage(len(text), len(text) + len(row[kind]), PassageKind("paragraph" if kind == "before" else kind)))
            text += row[kind] + "\n"
    caption = (passages[-1].start, passages[-1].end) if row["caption"] else None
    cells, start = [], len(text)
    for r, line in enumerate(row["rows"], 1):
        for c, content in enumerate(line, 1):
            cells.append(Cell(r, c, len(text), len(text) + len(content), f"table 1 {r},{c}"))
            text += content + ("\n" if c == len(line) else "\t")
    passages.append(Passage(start, len(text), PassageKind.TABLE))
    table = Table(1, tuple(cells), row["header_rows"], row["header_columns"], caption)
    return Document("case", "case.html", "board", text, passages=tuple(passages), tables=(table,))


def told(figure, field):
    value = {
        "surface": figure.money.surface,
        "amount": figure.money.amount,
        "currency": figure.money.currency,
        "measure": figure.measure,
        "basis": figure.basis,
        "organisation": figure.organisation and (figure.organisation.id or figure.organisation.name),
        "period": figure.period and figure.period.label,
        "unit": figure.context.unit_source,
    }[field]
    return value.value if field in ("measure", "basis") and value else value


@pytest.mark.parametrize("row", CASES)
def test_cells(row):
    figures = [f for f in read(document(row)).figures if f.cell]
    assert [f.money.surface for f in figures] == [wanted["surface"] for wanted in row["figures"]]
    for figure, wanted in zip(figures, row["figures"], strict=True):
        assert {field: told(figure, field) for field in wanted} == wanted
