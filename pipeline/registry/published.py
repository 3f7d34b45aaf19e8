"""What the Organisation Data Service and ONS publish, whatever their format: bodies, and who took over from whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from pipeline.errors import RegisterError

ENGLAND = "gov:nhs-england"
_DATES = ("%Y%m%d", "%Y-%m-%d", "%d/%m/%Y")
_SMALL = frozenset("and at by for in of on the to under upon with".split())
_CAPITALS = frozenset("CCG CIC CSU ICB NHS STP UK".split())


@dataclass(frozen=True, slots=True)
class Published:
    """A body as a file describes it.

    `official` says whether its name is the body's own; ONS calls councils by their area. `as_of` is the latest day that the file names: what the register
    knows to have ended since then is no contradiction. None: the file says nothing about lives.
    """

    id: str
    name: str
    kind: str
    source: str
    official: bool = True
    opened: date | None = None
    closed: date | None = None
    parent_id: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """One ODS code took over from another."""

    old: str
    new: str
    day: date


@dataclass(frozen=True, slots=True)
class Publication:
    """A file: its bodies, its handovers, and how many of its rows are of bodies that the register does not keep, such as practices and sites."""

    bodies: tuple[Published, ...] = ()
    handovers: tuple[Handover, ...] = ()
    others: int = 0


def merged(publications: Iterable[Publication]) -> tuple[Published, ...]:
    """The bodies of all files, one each: what the first file leaves open the later ones fill in."""
    found: dict[str, Published] = {}
    for body in (body for publication in publications for body in publication.bodies):
        known = found.setdefault(body.id, body)
        later = {name: getattr(body, name) for name in ("opened", "closed", "parent_id", "as_of") if getattr(known, name) is None}
        found[body.id] = replace(known, **later)
    return tuple(found.values())


def icb_id(code: str) -> str:
    """The id of an integrated care board: the bare Q code is the local system, of which a board took the code in 2022."""
    return f"ods:{code}-icb" if re.fullmatch("Q[A-Z0-9]{2}", code) else f"ods:{code}"


def day(value: str, where: str) -> date | None:
    """A date in one of the forms that the files use; None where the cell is empty."""
    for form in _DATES:
        try:
            return datetime.strptime(value, form).date() if value else None
        except ValueError:
            continue
    raise RegisterError(f"{value!r} is not a date", where=where, next="download the file again; its dates are printed as 20190331, 2019-03-31 or 31/03/2019")


def proper(name: str) -> str:
    """A name that a file prints in capitals, in the usual case; any other name as it is.

    >>> proper("THE QUEEN ELIZABETH HOSPITAL, KING'S LYNN, NHS FOUNDATION TRUST")
    "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust"
    >>> proper("NHS STOKE-ON-TRENT ICB - 05W")
    'NHS Stoke-on-Trent ICB - 05W'
    """
    name = " ".join(name.split())
    return re.sub(r"[^\s(-]+", _word, name) if name.isupper() else name


def _word(match: re.Match[str]) -> str:
    word = match[0]
    if word in _CAPITALS or any(letter.isdigit() for letter in word):
        return word
    return word.lower() if match.start() and word.lower() in _SMALL else word.capitalize()
