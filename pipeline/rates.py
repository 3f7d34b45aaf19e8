"""What one unit of a sum is for: `per` year, patient, share, or each of several. Only where the words say so."""

from __future__ import annotations

import re

_UNITS = {
    "year": "year|annum", "quarter": "quarter", "month": "month|calendar month", "week": "week", "day": "day", "night": "night", "hour": "hour",
    "minute": "minute", "patient": "patient", "person": "person|head|capita|parent|adult|resident|employee|worker", "child": "child",
    "pupil": "pupil", "student": "student", "household": "household|home|family", "share": "share", "barrel": "barrel", "litre": "litre",
    "tonne": "tonne", "mile": "mile", "unit": "unit", "item": "item", "ticket": "ticket", "bed": "bed", "visit": "visit",
}  # fmt: skip
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split("|")}
_NOUN = "|".join(word.replace(" ", r"\s") for word in sorted(_UNIT_OF, key=len, reverse=True))
_RATES = {"annual": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour",
          "pa": "year", "p.a.": "year", "pcm": "month", "pw": "week", "pp": "person", "apiece": "each", "each": "each"}  # fmt: skip

_AFTER = re.compile(
    rf"(?i:(?:\s?\([^()\n]{{1,40}}\))?,?(?:\s+(?:or\s+so|or\s+more|on\s+average))?(?:[\s-]|\s\(|(?=/|p[acpw]))(?:(?:an?|every|each)[\s-]+(?P<unit>{_NOUN})\b"
    rf"|(?:per[\s-]|/(?=(?:{_NOUN})\b))\s?(?P<per>(?!(?:cent|se|the|our|its|their|your)\b)(?:calendar\s)?[a-z]+)\b|for[\s-](?:each|every)\s(?P<whom>of\s(?:them|the|those|its)|[a-z]+)\b"
    rf"|(?P<rate>{'|'.join(map(re.escape, _RATES))})(?!\w)))"
)
_PER_LATER = re.compile(rf"(?i:(?:\s+[a-z]+){{1,4}}\s+\(?(?:per|for\s+each)\s(?P<per>{_NOUN})\b)")
_AN_HOUR_OF = re.compile(rf"(?i:\b(?:an?|one)\s(?P<unit>{_NOUN})(?:'s)?\sof\b[^.!?,;:\n£$€]{{0,60}}\bcosts?\b[^.!?,;:\n£$€]{{0,30}}\Z)")
_FOR_EACH_IS = re.compile(r"(?i:\b(?:for\s(?:each|every)|per)\s(?P<unit>(?!cent\b)[a-z]+)\s(?:is|was|are|of)\s(?:[a-z]+\s){0,2}\Z)")
_FOR_EVERY = re.compile(rf"(?:^|[.!?\n:“\"]\s*)(?i:(?:for\s+|on\s+)?(?:each|every)\s(?P<unit>{_NOUN})\b[^.!?\n£$€]{{0,100}}\Z)")
_EACH_PAYS = re.compile(
    r"(?i:\b(?:each|every)\b(?!\s(?:other|time)\b)(?P<noun>\s[a-z]+)?[^.!?,;:\n£$€]{0,90}\b(?:contribut\w+|pay|pays|paid|asked|finds?|receiv\w+|gets?|"
    r"given|costs?|each\s+worth|owes?|spends?|spent|lent|lends?|fined|saves?|awarded|allocated|raises?|earns?|charged|told)\b[^.!?,;:\n£$€]{0,40}\Z)"
)
_PEOPLE = re.compile(r"(?i:\b(people|residents|patients|pupils|students|households)\b)")
_WINDOW = 160


def rate_of(text: str, start: int, end: int) -> str | None:
    """What one unit of the sum at `text[start:end]` is for, or None."""
    return _rate_after(text, start, end) or _rate_before(text[max(0, start - _WINDOW) : start])


def _rate_after(text: str, start: int, end: int) -> str | None:
    match = _AFTER.match(text, end) or _PER_LATER.match(text, end)
    if not match:
        return None
    found = match.groupdict()
    if found.get("rate"):
        return _RATES[found["rate"].lower()]
    if found.get("whom"):
        return _for_whom(found["whom"].lower(), text[max(0, start - _WINDOW) : start])
    return _unit(found.get("unit") or found["per"] or "")


def _for_whom(word: str, before: str) -> str:
    if not word.startswith("of "):
        return _UNIT_OF.get(word, "each")
    people = _PEOPLE.findall(before)
    return {"patients": "patient", "pupils": "pupil", "students": "student", "households": "household"}.get(people[-1].lower(), "person") if people else "each"


def _rate_before(before: str) -> str | None:
    words = before.lower()
    rate = _RATES.get(words.rstrip(" ").rpartition(" ")[2]) if words.endswith(" ") else None
    if rate and rate != "each":
        return rate
    if "cost" in words and (match := _AN_HOUR_OF.search(before)):
        return _unit(match["unit"])
    return _rate_of_each(before) if "each" in words or "every" in words or "per " in words else None


def _rate_of_each(before: str) -> str | None:
    match = _FOR_EVERY.search(before) or _FOR_EACH_IS.search(before)
    if match and not match["unit"].endswith("s"):
        return _unit(match["unit"])
    match = _EACH_PAYS.search(before)
    return _UNIT_OF.get((match["noun"] or "").strip().lower(), "each") if match else None


def _unit(printed: str) -> str:
    word = re.sub(r"\s", " ", printed.lower()).removeprefix("calendar ")
    return _UNIT_OF.get(word, word)
