"""Periods: the cases of `finding.jsonl`, and what must hold of any text."""

import datetime
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.periods import find_periods

ROWS = [json.loads(line) for line in Path(__file__).with_name("finding.jsonl").read_text(encoding="utf-8").splitlines()]
CASES = [pytest.param(row, id=row["trap"], marks=[pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else []) for row in ROWS]
DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))
PHRASES = [
    "2018/19",
    "by 2019",
    "M6 YTD",
    "month",
    "to the",
    "last year",
    "31 March",
    "Thursday",
    "the end of",
    "within three years",
    "Q3",
    "2018-20",
    "-",
    "/",
    "£2m",
]


def described(mention):
    start, end = (day and day.isoformat() for day in (mention.period.start, mention.period.end))
    return {"surface": mention.surface, "label": mention.period.label, "start": start, "end": end}


@pytest.mark.parametrize("row", CASES)
def test_periods_are_read_as_printed(row):
    published = datetime.date.fromisoformat(row["published"]) if row["published"] else None
    assert [described(mention) for mention in find_periods(row["text"], published, row["fiscal"])] == row["periods"]


@given(DATES, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%d/%m/%Y", "%Y-%m-%d", "%A %d %B %Y", "%d %b %Y"]))
def test_every_day_is_read_back_in_every_style(day, style):
    (mention,) = find_periods(f"It closed on {day.strftime(style)}.", None, fiscal=True)
    assert (mention.period.start, mention.period.end) == (day, day)


@given(st.integers(1900, 2098), st.sampled_from(["{0}-{2:02}", "{0}/{2:02}", "{0}–{2:02}", "{0}/{1}", "FY{0}-{2:02}", "the year to March {1}"]))
def test_every_financial_year_is_read_back_in_every_style(first, style):
    (mention,) = find_periods(f"The plan for {style.format(first, first + 1, (first + 1) % 100)} failed.", None, fiscal=True)
    assert described(mention)["label"] == f"{first}-{(first + 1) % 100:02}"
    assert (mention.period.start, mention.period.end) == (datetime.date(first, 4, 1), datetime.date(first + 1, 3, 31))


@given(st.lists(st.sampled_from(PHRASES)).map(" ".join), st.none() | DATES, st.booleans())
def test_spans_are_slices_in_order(text, published, fiscal):
    last = 0
    for mention in find_periods(text, published, fiscal):
        assert mention.start >= last
        assert text[mention.start : mention.end] == mention.surface
        last = mention.end


@given(st.text(), st.none() | st.dates(), st.booleans())
def test_no_text_and_no_date_raises(text, published, fiscal):
    find_periods(text, published, fiscal)
    find_periods(f"{text} last year, on Thursday, 29 February, within 999 years, 900 years ago", published, fiscal)


@given(st.lists(st.sampled_from(["last year", "on Thursday", "in January", "23 March", "within three years", "yesterday", "this quarter"]), min_size=1))
def test_nothing_is_guessed_without_a_date(phrases):
    found = find_periods("; ".join(phrases), None, fiscal=True)
    assert [(mention.period.start, mention.period.end) for mention in found] == [(None, None)] * len(phrases)


@pytest.mark.parametrize("unit", ["1", "2018", "2018-", "the ", "last ", "May ", "1/", "2018/19 "])
def test_time_is_linear(unit):
    start = time.process_time()
    find_periods(unit * (200_000 // len(unit)), None, fiscal=True)
    assert time.process_time() - start < 60  # some take 1 s; quadratic ones take hours
