"""`crossfoot explain`: a figure that was weighed, and one that was not, as a journalist sees them in a terminal of 80 columns."""

import hashlib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from flows.cli import crossfoot
from pipeline.model import Alternative, Basis, Bound, Document, Evidence, Figure, Measure, Money, Organisation, Reading
from tests.warehouse.ledger import REGISTER, period
from warehouse import load, publish, query, shards

TEXT = "Barts [red]had\x1b[2J a control total deficit of £5m in 2018-19."
START = TEXT.index("£5m")
IDENTITY = hashlib.sha256(TEXT.encode()).hexdigest()


def read(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


LOST = (Alternative("deficit", Decimal("0.12")), Alternative("saving", Decimal("0.0301")))
WEIGHED = (
    Evidence("measure", "nearest cue", *read("control total"), Decimal("0.85"), LOST),
    Evidence("basis", "not said", None, None, Decimal("0.6"), (Alternative("actual", Decimal("0.3")), Alternative("plan", Decimal("0.1")))),
    Evidence("organisation", "subject of the clause", *read("Barts"), Decimal("0.997"), (Alternative(None, Decimal("0.003")),)),
    Evidence("period", "time in the clause", *read("2018-19"), Decimal(1)),
)
FIGURE = Figure(
    document_id=IDENTITY,
    document="a.txt",
    money=Money(START, START + 3, "£5m", Decimal(5_000_000), Decimal(4_500_000), Decimal(5_500_000), "GBP", Bound.AT_MOST, "each"),
    sentence=TEXT,
    sentence_start=0,
    measure=Measure.CONTROL_TOTAL,
    organisation=Organisation("ods:AAA", "Barts"),
    period=period("2018-19"),
    subject=("chief-executive", "wages"),
    evidence=WEIGHED,
)
UNWEIGHED = replace(FIGURE, measure=None, basis=Basis.PLAN, evidence=(Evidence("basis", "header path"),))


def explained(figure: Figure, home: Path) -> str:
    shards.write([Reading(Document(IDENTITY, "a.txt", "news", TEXT), (figure,))], [], home / "shards")
    load.build(home / "shards", REGISTER, home / "next.duckdb", "0.1.0")
    publish.publish(home / "next.duckdb", home, 1)
    return CliRunner().invoke(crossfoot, ["explain", figure.id, "--home", str(home)], env={"COLUMNS": "200"}).stdout


@pytest.mark.parametrize(("name", "figure"), [("weighed", FIGURE), ("unweighed", UNWEIGHED)])
def test_a_figure_is_shown_with_all_that_is_known_of_it(name: str, figure: Figure, tmp_path: Path) -> None:
    shown = "".join(f"{line.rstrip()}\n" for line in explained(figure, tmp_path).splitlines())
    assert shown == (Path(__file__).parent / "explained" / f"{name}.txt").read_text(encoding="utf-8")
    assert max(map(len, shown.splitlines())) <= 80


def test_confidence_and_what_lost_are_in_the_tables_and_in_the_views(tmp_path: Path) -> None:
    explained(FIGURE, tmp_path)
    warehouse = tmp_path / "crossfoot.duckdb"
    assert query.rows(warehouse, "SELECT confidence FROM news_figures")[1] == [(FIGURE.confidence,)]
    assert query.rows(warehouse, "SELECT value, confidence FROM evidence_alternatives WHERE field = 'measure' ORDER BY position")[1] == [
        ("deficit", Decimal("0.120")),
        ("saving", Decimal("0.030")),
    ]
