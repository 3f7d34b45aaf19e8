"""The table of `pipeline/periods/README.md` holds."""

import datetime
from pathlib import Path

import pytest

import pipeline.periods
from pipeline.periods import find_periods

PAGE = Path(pipeline.periods.__file__).with_name("README.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")][:5] for line in PAGE.splitlines() if line.startswith("| `")]
PUBLISHED = datetime.date(2019, 6, 11)


def test_the_table_is_read_whole():
    assert len(ROWS) == 25


@pytest.mark.parametrize(("printed", "fiscal", "label", "start", "end"), ROWS)
def test_times(printed, fiscal, label, start, end):
    (mention,) = find_periods(f"The board spoke of {printed.strip('`')}.", PUBLISHED, fiscal == "yes")
    found = [mention.period.label, *("" if day is None else day.isoformat() for day in (mention.period.start, mention.period.end))]
    assert found == [label, start, end]
