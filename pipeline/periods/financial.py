"""Financial and other split years, and the months counted in them: "2018/19", "FY19", "fiscal 2019", "M6 YTD", "tax year 2019/20".

A year named by one number is named by the one that it ends in: FY19 and "fiscal 2019" are 2018-19. Two four-digit halves before 1980 are two
calendar years (history, not accounts), from then on one financial year; the other reading is kept beside it. Tax years run from 6 April,
academic years from September. "Month 6" is September of its financial year: the one printed beside it, else the nearest before, else that of the
day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from pipeline.model import Period
from pipeline.periods import calendar
from pipeline.periods.dates import is_of_pages, year_of
from pipeline.periods.grammar import Rule
from pipeline.periods.short_years import short_split
from pipeline.periods.telling import Said, settled_by

_HISTORY = 1980
_NEAR = re.compile(r"(?<![\d./-])(?P<first>(?:19|20)\d\d)\s?[-–—/]\s?(?P<last>(?:19|20)\d\d|\d\d)(?![\d%/]|[.,]\d)")
_AROUND = (300, 100)  # characters before and after a month's number in which its year may stand


def _own_year(said: Said) -> Callable[[int], Period]:
    """What kind of year the words call it."""
    if said.has("academic"):
        return calendar.academic_year
    return calendar.tax_year if said.has("tax") else calendar.financial_year


def _split(said: Said) -> Period | tuple[Period, ...] | None:
    node = said.nodes[0]
    first = node.value
    financial = calendar.financial_year(first)
    if is_of_pages(said):
        return None
    if node.end - node.start < 9 or "/" in said.text:
        return financial
    both = calendar.between(calendar.calendar_year(first), calendar.calendar_year(first + 1))
    return (both, financial) if first < _HISTORY else (financial, both)


def _called(said: Said) -> Period:
    """ "2019/20 academic year", "tax year 2019/20", "FY2018-19"."""
    return _own_year(said)(said.value("split"))


def _ending(said: Said) -> Period:
    """ "FY19" is the year that ends in 2019."""
    return _own_year(said)(year_of(said) - 1)


def _starting(said: Said) -> Period | None:
    """ "2018 to 2019 financial year", "FY18/19", "18/19 financial year"."""
    years = [node for node in said.nodes if node.value]
    if len(years) != 2 or any(node.end - node.start not in (2, 4) for node in years):
        return None
    first, last = (node.value for node in years)
    first += 2000 if first < 100 else 0
    return _own_year(said)(first) if last in (first + 1, (first + 1) % 100) else None


def _numbered_month(said: Said) -> Period | None:
    number, first = said.value("num"), _year_beside(said)
    if number > 12 or said.after[:1] in ("%", "-") or re.match(r"\.\d", said.after):
        return None
    to_date = said.has("ytd") or said.has("date")
    return Period(said.words) if first is None else calendar.financial_month(first, number, to_date=to_date)


def _to_date(said: Said) -> Period | tuple[Period, ...] | None:
    first = _year_beside(said)
    if first is None:
        return None
    financial = Period(f"{calendar.financial_label(first)} YTD", calendar.financial_year(first).start)
    published = said.telling.published
    if published is None or said.has("split"):
        return financial
    whole = calendar.calendar_year(published.year)
    ordinary = Period(f"{whole.label} YTD", whole.start)
    return (financial, ordinary)


def _month_to_date(said: Said, published: date) -> Period:
    return Period(said.words, published.replace(day=1), published)


def _year_beside(said: Said) -> int | None:
    if said.has("split"):
        return said.value("split")
    if said.has("num"):
        back, ahead = _AROUND
        for found in reversed(list(_NEAR.finditer(said.telling.text, max(0, said.start - back), said.end + ahead))):
            if int(found["last"]) in (int(found["first"]) + 1, (int(found["first"]) + 1) % 100):
                return int(found["first"])
    return calendar.financial_year_of(said.telling.published) if said.telling.published else None


_LONE_MONTH = "(mth|m) num"
FINANCIAL: tuple[Rule, ...] = (
    ("YEAR", "split", _split),
    ("YEAR", "split own yr", _called),
    ("YEAR", "the? own yr of? comma? split", _called),
    ("YEAR", "(fy|fye) split", _called),
    ("YEAR", "(fy|fye) (num|big|year) (?! month|slash|dash)", _ending),
    ("YEAR", "the? (fiscal|tax|academic) yr? (ended|ended in)? year", _ending),
    ("YEAR", "fiscal quote yy", _ending),
    ("YEAR", "year (fiscal|tax) yr", _ending),
    ("YEAR", "fy (num|big) (slash|dash) (num|big)", _starting),
    ("YEAR", "the? own yr (num|big) (slash|dash) (num|big)", _starting),
    ("YEAR", "(num|big) (slash|dash) (num|big) own yr", _starting),
    ("YEAR", "(num|big) (slash|dash) (num|big)", short_split),
    ("YEAR", "year (till|slash|and) (year|yy) own yr", _starting),
    ("YEAR", "the? own yr year (till|slash|and) (year|yy)", _starting),
    ("MX", f"split comma? {_LONE_MONTH} (ytd|paren ytd paren)?", _numbered_month),
    ("MX", f"split comma? paren {_LONE_MONTH} ytd? paren", _numbered_month),
    ("MX", f"{_LONE_MONTH} (ytd|paren ytd paren)? (comma|of|in|paren)? split", _numbered_month),
    ("MX", f"{_LONE_MONTH} (ytd|paren ytd paren)", _numbered_month),
    ("MX", "mth num", _numbered_month),
    ("MX", "split (ytd|paren ytd paren)", _to_date),
    ("MX", "the? ytd", _to_date),
    ("MX", "the? mth dash? to dash? date", settled_by(_month_to_date)),
)
