"""Periods: the cases of `finding.jsonl`, and what must hold of any text."""

import datetime
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.periods import find_periods

ROWS = [json.loads(line) for line in Path(__file__).with_name("finding.jsonl").read_text(encoding="utf-8").splitlines()]
CASES = [pytest.param(row, id=row["trap"], marks=[pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else []) for row in ROWS]
DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))
RECENT = st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31))
ORDINALS = ["st", "nd", "rd", *["th"] * 17, "st", "nd", "rd", *["th"] * 7, "st"]
QUARTERS = ["{q} quarter of {y}", "the {q} quarter of {y}", "Q{n} {y}", "{y} Q{n}", "Q{n} of {y}", "Quarter {n} {y}"]
NTH = ("first", "second", "third", "fourth")
DAY_STYLES = [
    *("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%Y/%m/%d", "%Y-%m-%dT%H:%M:%S", "%Y%m%d", "%d-%b-%Y"),
    *("%A %d %B %Y", "%A, %d %B %Y", "%a %d %b %Y", "%a, %b %d, %Y", "%d %b %Y", "%d %b. %Y", "%b. %d, %Y", "the %d of %B %Y", "%d of %B, %Y", "%d%b%Y"),
]
YEAR_STYLES = [
    *("{0}-{2:02}", "{0}/{2:02}", "{0}–{2:02}", "{0}/{1}", "{0} /{2:02}", "FY{0}-{2:02}", "FY {0}/{2:02}", "FY{1}", "F/Y {0}/{2:02}", "fiscal {1}"),
    *("the year to March {1}", "the year ended 31 March {1}", "the {0}/{2:02} financial year", "the {0} to {1} financial year", "fiscal year {0}/{2:02}"),
    *("financial year {0}-{1}", "the 12 months to 31 March {1}", "FYE March {1}", "Y/E 31 March {1}", "1 April {0} to 31 March {1}"),
]
PHRASES = (
    "2018/19|by 2019|M6 YTD|month|to the|last year|31 March|Thursday|the end of|within three years|Q3|2018-20|-|/|£2m|the first|half of|week|May|5|'98|1980s|"
    "of|next|Easter|in|two|twenty|ago|between|and|3/4/2019|FY|the 15th|a few|Christmas"
).split("|")


def described(mention):
    start, end = (day and day.isoformat() for day in (mention.period.start, mention.period.end))
    return {"surface": mention.surface, "label": mention.period.label, "start": start, "end": end}


@pytest.mark.parametrize("row", CASES)
def test_periods_are_read_as_printed(row):
    published = datetime.date.fromisoformat(row["published"]) if row["published"] else None
    found = find_periods(row["text"], published, row["fiscal"])
    assert [described(mention) for mention in found] == row["periods"]
    if "alternatives" in row:
        assert [[period.label for period in mention.alternatives] for mention in found] == row["alternatives"]


@given(DATES, st.sampled_from(DAY_STYLES))
def test_every_day_is_read_back_in_every_style(day, style):
    (mention,) = find_periods(f"It closed on {day.strftime(style)}.", None, fiscal=True)
    assert (mention.period.start, mention.period.end) == (day, day)


@given(RECENT, st.sampled_from(["{0}{1} of %B %Y", "%B {0}{1}, %Y", "%d/%m/%y", "%d-%b-%y", "%d %B '%y", "{0}{1} %b. %Y", "the {0}{1} day of %B %Y"]))
def test_every_day_of_these_hundred_years_is_read_back_in_short(day, style):
    printed = day.strftime(style).format(day.day, ORDINALS[day.day - 1])
    (mention,) = find_periods(f"It closed on {printed}.", None, fiscal=True)
    assert (mention.period.start, mention.period.end) == (day, day)


@given(st.integers(1900, 2098), st.sampled_from(YEAR_STYLES))
def test_every_financial_year_is_read_back_in_every_style(first, style):
    (mention,) = find_periods(f"The plan for {style.format(first, first + 1, (first + 1) % 100)} failed.", None, fiscal=True)
    assert described(mention)["label"] == f"{first}-{(first + 1) % 100:02}"
    assert (mention.period.start, mention.period.end) == (datetime.date(first, 4, 1), datetime.date(first + 1, 3, 31))


@given(st.integers(1900, 2098), st.integers(1, 4), st.sampled_from(QUARTERS), st.booleans())
def test_every_quarter_is_read_back_in_every_style(first, number, style, fiscal):
    year = f"{first}/{(first + 1) % 100:02}" if fiscal else str(first)
    (mention,) = find_periods(f"The surplus of {style.format(q=NTH[number - 1], n=number, y=year)} fell.", None, fiscal=False)
    assert mention.period.label == (f"{first}-{year[-2:]} Q{number}" if fiscal else f"{first} Q{number}")


@given(st.integers(1900, 2099), st.integers(1, 12), st.sampled_from(["%B %Y", "%b %Y", "%B, %Y", "%b-%Y", "%m/%Y", "the month of %B %Y", "%B of %Y"]))
def test_every_month_is_read_back_in_every_style(year, number, style):
    first = datetime.date(year, number, 1)
    (mention,) = find_periods(f"The surplus of {first.strftime(style)} fell.", None, fiscal=False)
    assert mention.period.label == f"{year}-{number:02}"


@given(st.lists(st.sampled_from(PHRASES)).map(" ".join), st.none() | DATES, st.booleans())
def test_spans_are_slices_in_order(text, published, fiscal):
    last = 0
    for mention in find_periods(f"É {text}", published, fiscal):
        assert mention.start >= last
        assert f"É {text}"[mention.start : mention.end] == mention.surface
        last = mention.end


@given(st.text(), st.none() | st.dates(), st.booleans())
def test_no_text_and_no_date_raises(text, published, fiscal):
    find_periods(text, published, fiscal)
    find_periods(f"{text} last year, on Thursday, 29 February, within 999 years, 900 years ago, next century, Easter, Q3", published, fiscal)


@given(st.lists(st.sampled_from(PHRASES), min_size=2).map(" ".join), st.none() | st.dates(), st.booleans())
def test_no_run_of_times_raises(text, published, fiscal):
    find_periods(text, published, fiscal)


@given(st.text("bcdfghjklmpqvwxz éß\n.,;:'’-/()£%", max_size=80), DATES)
def test_without_digits_and_words_of_time_there_is_no_period(text, published):
    assert find_periods(text, published, fiscal=True) == []


@given(st.lists(st.sampled_from(["last year", "on Thursday", "in January", "23 March", "within three years", "yesterday", "this quarter"]), min_size=1))
def test_nothing_is_guessed_without_a_date(phrases):
    found = find_periods("; ".join(phrases), None, fiscal=True)
    assert [(mention.period.start, mention.period.end) for mention in found] == [(None, None)] * len(phrases)


@given(DATES, st.booleans(), st.sampled_from(["last year", "this year", "next year", "this quarter", "the year to date", "later this year"]))
def test_the_other_kind_of_year_is_kept(published, fiscal, words):
    (mention,) = find_periods(f"The deficit {words}", published, fiscal)
    (other,) = find_periods(f"The deficit {words}", published, not fiscal)
    (alternative,) = mention.alternatives
    assert {mention.period, alternative} == {other.period, *other.alternatives}
    assert bool(re.match(r"\d{4}-\d\d", mention.period.label)) is (fiscal or words == "the year to date")


@pytest.mark.parametrize(
    "unit", ["1", "2018", "2018-", "2018 ", "the ", "last ", "May ", "1/", "2018/19 ", "year ", "the first second third ", "'9", "5-", "\n", "é 5 May "]
)
def test_time_is_linear(unit):
    start = time.process_time()
    find_periods(unit * (200_000 // len(unit)), None, fiscal=True)
    assert time.process_time() - start < 30  # some take a second; quadratic ones take hours
