"""Named days of the calendar, fixed and movable, as they are kept in Britain first and in America where only it keeps them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

Day = Callable[[int], date]


def easter(year: int) -> date:
    """Easter Sunday, by the Gregorian computus.

    >>> easter(2019), easter(2024)
    (datetime.date(2019, 4, 21), datetime.date(2024, 3, 31))
    """
    century, golden = year // 100, year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The first, second, ... such weekday of a month; the last where `nth` is -1. Raises ValueError where the month has no such day.

    >>> nth_weekday(2014, 5, 0, 1), nth_weekday(2019, 8, 0, -1)
    (datetime.date(2014, 5, 5), datetime.date(2019, 8, 26))
    """
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return date(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _fixed(month: int, day: int) -> Day:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Day:
    return lambda year: easter(year) + timedelta(days=days)


def _weekday(month: int, weekday: int, nth: int) -> Day:
    return lambda year: nth_weekday(year, month, weekday, nth)


_DAYS: dict[str, Day] = {
    "christmas|xmas|christmas day|xmas day": _fixed(12, 25),
    "christmas eve|xmas eve": _fixed(12, 24),
    "boxing day|st stephen's day": _fixed(12, 26),
    "new year's day|new years day": _fixed(1, 1),
    "new year's eve|new years eve|hogmanay": _fixed(12, 31),
    "twelfth night": _fixed(1, 5),
    "burns night": _fixed(1, 25),
    "groundhog day": _fixed(2, 2),
    "valentine's day|valentines day|st valentine's day|saint valentine's day": _fixed(2, 14),
    "st david's day|saint david's day": _fixed(3, 1),
    "st patrick's day|saint patrick's day|st patricks day|st. patrick's day": _fixed(3, 17),
    "april fool's day|april fools' day|april fools day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "st george's day|saint george's day": _fixed(4, 23),
    "may day": _fixed(5, 1),
    "cinco de mayo": _fixed(5, 5),
    "juneteenth": _fixed(6, 19),
    "bastille day": _fixed(7, 14),
    "independence day": _fixed(7, 4),
    "halloween|hallowe'en": _fixed(10, 31),
    "all saints' day|all saints day": _fixed(11, 1),
    "guy fawkes night|bonfire night|guy fawkes day": _fixed(11, 5),
    "armistice day|veterans day|veterans' day": _fixed(11, 11),
    "st andrew's day|saint andrew's day": _fixed(11, 30),
    "easter|easter sunday|easter day": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter saturday|holy saturday": _from_easter(-1),
    "good friday": _from_easter(-2),
    "maundy thursday": _from_easter(-3),
    "palm sunday": _from_easter(-7),
    "ash wednesday": _from_easter(-46),
    "shrove tuesday|pancake day|mardi gras": _from_easter(-47),
    "mothering sunday": _from_easter(-21),
    "ascension day": _from_easter(39),
    "pentecost|whit sunday|whitsun": _from_easter(49),
    "whit monday": _from_easter(50),
    "corpus christi": _from_easter(60),
    "early may bank holiday|may day bank holiday": _weekday(5, 0, 1),
    "spring bank holiday|late may bank holiday|whit bank holiday": _weekday(5, 0, -1),
    "august bank holiday|summer bank holiday|late august bank holiday": _weekday(8, 0, -1),
    "martin luther king day|martin luther king jr day|martin luther king jr. day|mlk day": _weekday(1, 0, 3),
    "presidents day|presidents' day|president's day|washington's birthday": _weekday(2, 0, 3),
    "mother's day|mothers day|mothers' day": _weekday(5, 6, 2),
    "memorial day": _weekday(5, 0, -1),
    "father's day|fathers day|fathers' day": _weekday(6, 6, 3),
    "labor day|labour day": _weekday(9, 0, 1),
    "columbus day": _weekday(10, 0, 2),
    "remembrance sunday": _weekday(11, 6, 2),
    "thanksgiving|thanksgiving day": _weekday(11, 3, 4),
    "black friday": lambda year: nth_weekday(year, 11, 3, 4) + timedelta(days=1),
    "cyber monday": lambda year: nth_weekday(year, 11, 3, 4) + timedelta(days=4),
    "advent sunday": lambda year: nth_weekday(year, 12, 6, 1) if nth_weekday(year, 12, 6, 1).day <= 3 else nth_weekday(year, 11, 6, -1),
}
HOLIDAYS: tuple[tuple[str, Day], ...] = tuple((name, day) for names, day in _DAYS.items() for name in names.split("|"))
