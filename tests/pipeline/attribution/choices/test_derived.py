"""Times that others lead to: a table of steps, and any day leads to periods that hold it or lie beside it."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.attribution.choices.derived import derived
from pipeline.attribution.dates import days, financial_year, month, year_to_date
from pipeline.model import Period

JULY = Period("2025-07", datetime.date(2025, 7, 1), datetime.date(2025, 7, 31))
YEAR = financial_year(2024)


@pytest.mark.parametrize(
    ("period", "step", "label"),
    [
        (JULY, "to date", "2025-26 M4 YTD"),
        (JULY, "its financial year", "2025-26"),
        (JULY, "financial year before", "2024-25"),
        (JULY, "as at its end", "at 31 July 2025"),
        (JULY, "its calendar year", "2025"),
        (YEAR, "financial year after", "2025-26"),
        (YEAR, "as at its end", "at 31 March 2025"),
        (year_to_date(datetime.date(2024, 2, 10)), "its month", "2024-02"),
        (year_to_date(datetime.date(2024, 2, 10)), "its financial year", "2023-24"),
    ],
)
def test_a_time_leads_to_another(period, step, label):
    assert dict(derived(period))[step].label == label


def test_a_time_without_days_leads_to_itself_alone():
    assert [step for step, _ in derived(Period("last year"))] == ["same"]


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)))
def test_what_is_its_own_holds_the_day(day):
    found = dict(derived(Period("a day", day, day)))
    for step in ("its financial year", "its calendar year", "its month", "to date"):
        assert found[step].start <= day <= found[step].end
    assert days(found["to date"]) <= days(found["its financial year"])


@given(st.dates(datetime.date.min, datetime.date.max))
def test_no_day_is_too_early_or_too_late(day):
    assert next(iter(derived(Period("a day", day, day))))[0] == "same"
    assert month(day).start <= day if day < datetime.date(9999, 12, 1) else True
