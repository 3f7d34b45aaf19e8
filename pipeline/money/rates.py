"""What one unit of a sum is for: `per` year, patient, share, or each of several. Only where the words say so."""

from __future__ import annotations

import re

# the word of the label guide, and the words that a text has for it
_UNITS = {
    "year": "annum",
    "month": "calendar month",
    "day": "bed day",
    "person": "head, capita, parent, adult, resident, employee, worker",
    "household": "home, family",
}
_PLAIN = (
    "year, quarter, month, week, day, night, hour, minute, term, patient, person, child, pupil, student, household, customer, passenger, member, share, "
    "barrel, litre, gallon, pint, bottle, glass, can, cup, tonne, ton, kilo, ounce, bushel, therm, unit, acre, hectare, mile, bed, room, seat, ticket, copy, "
    "visit, trip, journey, game, match, show, session, lesson, meal, dose, item, plot, property, cow, text, call, vote"
)
UNITS = {word: word for word in _PLAIN.split(", ")} | {word: unit for unit, words in _UNITS.items() for word in words.split(", ")}
_TIMES = "year|month|week|day|hour|night|term"
_PRICES = "rate|rent|fee|price|wage|bill|cost|charge|subscription|salary|premium|payment|contribution"
_ADVERBS = {"annual": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
RATES = _ADVERBS | {"pa": "year", "p.a.": "year", "pcm": "month", "pw": "week", "pp": "person", "apiece": "each", "each": "each"}
_PEOPLE = {"people": "person", "residents": "person", "patients": "patient", "pupils": "pupil", "students": "student", "households": "household"}

_UNIT = rf"(?P<unit>{'|'.join(word.replace(' ', chr(92) + 's') for word in sorted(UNITS, key=len, reverse=True))})\b"
_ASIDE = r"(?:\s?\([^()\n]{1,40}\))?,?(?:\s+(?:or\s+so|or\s+more|on\s+average))?(?:[\s-]|\s\(|(?=/|p[acpw]))"  # "($2.6m)", "or so"
# right after the sum
_NO_RATE = r"(?!\s(?:earlier|ago|later|previously|on(?=\s*[,.;:]|\sfrom\b)|after|and\sa\shalf|from\snow|before(?!\s(?:tax|interest|costs?)\b)))"
_A_YEAR = re.compile(rf"(?i:{_ASIDE}(?:(?:an?|every|each)[\s-]+|/){_UNIT}{_NO_RATE})")
_PER_UNIT = re.compile(rf"(?i:{_ASIDE}per[\s-](?:(?!{_UNIT.replace('?P<unit>', '?:')})[a-z]+\s)?{_UNIT})")  # per ordinary share
_PER_NOUN = re.compile(rf"(?i:{_ASIDE}per[\s-](?P<unit>(?!(?:cent|se|the|our|its|their|your)\b)(?:calendar\s)?[a-z]+)\b)")
_PER_LATER = re.compile(rf"(?i:(?:\s+[a-z]+){{1,4}}\s+\(?(?:per|for\s+each)\s{_UNIT})")
# "£410 worth of cheese a week", "£2m more every year"
_NO_TIE = r"(?!(?:in|within|over|for|after|than|once|twice)\b)"
_OF_IT_A_WEEK = re.compile(
    rf"(?i:(?:\s(?:worth\s)?of\s(?:[a-z]+\s)?{_NO_TIE}[a-z]+|\s(?:more|less|extra))\s(?:an?|each|every)\s(?P<unit>{_TIMES})\b{_NO_RATE})"
)
_ADVERB = re.compile(rf"(?i:{_ASIDE}(?P<rate>{'|'.join(map(re.escape, RATES))})(?!\w))")
_FOR_EACH = re.compile(rf"(?i:{_ASIDE}for[\s-](?:each|every)\s(?P<whom>of\s(?:them|the|those|its)|[a-z]+)\b)")
# somewhere before it, in the same sentence
_AN_HOUR_OF = re.compile(rf"(?i:\b(?:an?|one)\s{_UNIT}(?:'s)?\sof\b[^.!?,;:\n£$€]{{0,60}}\bcosts?\b[^.!?,;:\n£$€]{{0,30}}\Z)")
_FOR_EACH_IS = re.compile(r"(?i:\b(?:for\s(?:each|every)|per)\s(?P<unit>(?!cent\b)[a-z]+)\s(?:is|was|are|of)\s(?:[a-z]+\s){0,2}\Z)")
_EACH_WEEK = re.compile(rf"(?:^|[.!?\n:“\"]\s*)(?i:(?:for\s+|on\s+)?(?:each|every)\s{_UNIT}[^.!?\n£$€]{{0,100}}\Z)")
_EACH_PAYS = re.compile(
    r"(?i:\b(?:each|every)\b(?!\s(?:other|time)\b)(?P<noun>\s[a-z]+)?[^.!?,;:\n£$€]{0,90}\b(?:contribut\w+|pay|pays|paid|asked|finds?|receiv\w+|gets?|"
    r"given|costs?|each\s+worth|owes?|spends?|spent|lent|lends?|fined|saves?|awarded|allocated|raises?|earns?|charged|told)\b[^.!?,;:\n£$€]{0,40}\Z)"
)
# "the weekly rent went up from £112 to £119"
_WEEKLY_RENT = re.compile(
    rf"(?i:\b(?P<rate>{'|'.join(_ADVERBS)})\s(?:[a-z-]+\s){{0,2}}(?:{_PRICES})s?\b[^.!?;:\n£$€]{{0,60}}(?:from\s[£$€][\d.,]+[a-z]{{0,7}}\sto\s)?\Z)"
)
_STOPS = frozenset('.;:!?)”"')
_WINDOW = 160


def rate_of(text: str, start: int, end: int) -> str | None:
    """What one unit of the sum at `text[start:end]` is for, or None."""
    before = text[max(0, start - _WINDOW) : start]
    after = None if text[end : end + 1] in _STOPS else _rate_after(text, end, before)
    return after or _rate_before(before)


def _rate_after(text: str, end: int, before: str) -> str | None:
    match = (
        _A_YEAR.match(text, end) or _PER_UNIT.match(text, end) or _PER_NOUN.match(text, end) or _PER_LATER.match(text, end) or _OF_IT_A_WEEK.match(text, end)
    )
    if match:
        return _unit(match["unit"])
    match = _ADVERB.match(text, end)
    if match:
        return RATES[match["rate"].lower()]
    match = _FOR_EACH.match(text, end)
    return _each_of(match["whom"].lower(), before) if match else None


def _each_of(whom: str, before: str) -> str:
    """ "for each of them" is per person where people were counted before, and else each."""
    counted = re.findall(rf"\b(?:{'|'.join(_PEOPLE)})\b", before.lower())
    if whom.startswith("of ") and counted:
        return _PEOPLE[counted[-1]]
    return UNITS.get(whom, "each")


def _rate_before(before: str) -> str | None:
    words = before.lower()
    adverb = _ADVERBS.get(words.rpartition(" ")[0].rpartition(" ")[2]) if words.endswith(" ") else None
    if adverb:
        return adverb
    if match := _WEEKLY_RENT.search(before):
        return _ADVERBS[match["rate"].lower()]
    if "cost" in words and (match := _AN_HOUR_OF.search(before)):
        return _unit(match["unit"])
    return _rate_of_each(before) if "each" in words or "every" in words or "per " in words else None


def _rate_of_each(before: str) -> str | None:
    match = _EACH_WEEK.search(before) or _FOR_EACH_IS.search(before)
    if match:
        return _unit(match["unit"])
    match = _EACH_PAYS.search(before)
    return UNITS.get((match["noun"] or "").strip().lower(), "each") if match else None


def _unit(printed: str) -> str:
    word = re.sub(r"\s", " ", printed.lower())
    return UNITS.get(word, word)
