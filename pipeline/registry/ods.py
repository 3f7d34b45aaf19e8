"""Reads what the Organisation Data Service publishes as CSV.

Organisation files (etr, ect, eccg, eauth, eother and their like; also as a "predefined report") have no header and 24 to 27 columns:
1 code, 2 name, 3 national grouping (the region), 4 high level health geography (the local office; since 2019 the system), 5 to 9 address, 10 postcode,
11 open date, 12 close date, 14 sub-type (eccg: RO319 is a sub-ICB location), 15 parent organisation (only of sites), 18 telephone, 22 whether the record
was amended, 24 region; the others are empty. Names are in capitals, dates are 20190331.

A "search and export" has a header: Code, Name, High Level Health Geography Code, Legal Start Date, Legal End Date and others that are not needed here.

Succession files (succ, succarc) have no header and five columns: 1 old code, 2 new code, 3 reason, 4 effective date, 5 indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from pipeline.errors import RegisterError
from pipeline.registry.published import ENGLAND, Handover, Publication, Published, day, icb_id, proper

Rows = Iterable[tuple[str, list[str]]]

_BOARDS = date(2022, 7, 1)  # integrated care boards began; their codes are older
_CODE = re.compile("[A-Z0-9]{3}|[A-Z][0-9][A-Z][0-9][A-Z]")
# what the names of a kind look like, the first that fits; a sub-ICB location is called after its code
_KINDS = (
    ("ambulance_trust", re.compile(r"(?=.*\bAMBULANCE\b).* NHS (?:FOUNDATION )?TRUST")),
    ("foundation_trust", re.compile(r".* NHS FOUNDATION TRUST")),
    ("trust", re.compile(r".* NHS TRUST")),
    ("care_trust", re.compile(r".* CARE TRUST(?: PLUS)?")),
    ("icb", re.compile(r".* INTEGRATED CARE BOARD")),
    ("ccg", re.compile(r".* (?:CCG|CLINICAL COMMISSIONING GROUP)")),
    ("sub_icb_location", re.compile(r".* ICB - [A-Z0-9]{3,5}")),
)
# the Y and Q codes of NHS England; its regions and offices are called otherwise in print than in the files
_OFFICES = {"Y": "region", "Q": "region_local_office"}
_COLUMNS = {
    "code": ("code", "organisation code"),
    "name": ("name", "organisation name"),
    "geography": ("high level health geography code", "high level health geography"),
    "opened": ("legal start date", "open date", "operational start date"),
    "closed": ("legal end date", "close date", "operational end date"),
}
# the same in a file without header, and what only sites have
_FIXED = {"code": 0, "name": 1, "geography": 3, "opened": 10, "closed": 11, "site": 14}


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of a row that matter here."""

    code: str
    name: str
    geography: str
    opened: date | None
    closed: date | None
    site: bool


def is_organisations(cells: list[str]) -> bool:
    """Whether the first row of a file is one of an organisation file."""
    return 24 <= len(cells) <= 27 and bool(re.fullmatch("[A-Z0-9]{1,8}", cells[0]) and re.fullmatch("[0-9]{8}|", cells[10]))


def is_export(cells: list[str]) -> bool:
    """Whether the first row of a file is the header of a search and export."""
    return {"code", "name", "opened", "closed"} <= set(_places(cells))


def is_successions(cells: list[str]) -> bool:
    """Whether the first row of a file is one of a succession file."""
    return len(cells) == 5 and all(re.fullmatch("[A-Z0-9]{3,8}", cell) for cell in cells[:2]) and bool(re.fullmatch("[0-9]{8}", cells[3]))


def organisations(rows: Rows) -> Publication:
    """Reads an organisation file. Raises RegisterError where a row is cut off or a date is none."""
    return _publication(_record(cells, _FIXED, where) for where, cells in _even(rows))


def export(rows: Rows) -> Publication:
    """Reads a search and export. Raises RegisterError where a row is cut off or a date is none."""
    lines = _even(rows)
    _, header = next(lines)
    places = _places(header)
    return _publication(_record(cells, places, where) for where, cells in lines)


def successions(rows: Rows) -> Publication:
    """Reads a succession file. Raises RegisterError where a row is cut off or a date is none."""
    handovers = (Handover(cells[0], cells[1], when) for where, cells in _even(rows) if (when := day(cells[3], where)) and cells[0] != cells[1])
    return Publication(handovers=tuple(handovers))


def _even(rows: Rows) -> Iterator[tuple[str, list[str]]]:
    """The rows, without blanks around the cells; a row as long as the first, each of them, or the file was cut off."""
    width = None
    for where, cells in rows:
        width = width or len(cells)
        if len(cells) != width:
            raise RegisterError(f"a row of {len(cells)} cells, and the first has {width}", where=where, next="download the file again")
        yield where, [cell.strip() for cell in cells]


def _places(header: list[str]) -> dict[str, int]:
    """Where the columns of a search and export are, as far as they are there."""
    titles = [cell.strip().lower() for cell in header]
    return {column: titles.index(title) for column, names in _COLUMNS.items() for title in names[::-1] if title in titles}


def _record(cells: list[str], places: Mapping[str, int], where: str) -> Record:
    code, name, geography, opened, closed, site = (cells[places[column]] if column in places else "" for column in (*_COLUMNS, "site"))
    return Record(code, name, geography, day(opened, where), day(closed, where), bool(site))


def _publication(records: Iterable[Record]) -> Publication:
    found = list(records)
    days = [when for record in found for when in (record.opened, record.closed) if when]
    as_of = max(days, default=None)
    bodies = [replace(body, as_of=as_of) for record in found if (body := _body(record)) and (body.opened or date.min) <= (body.closed or date.max)]
    return Publication(tuple(bodies), others=len(found) - len(bodies))


def _body(record: Record) -> Published | None:
    """The body of a record, if the register keeps bodies of its kind."""
    if record.site or not _CODE.fullmatch(record.code):
        return None
    office = _OFFICES.get(record.code[0]) if record.code[1:].isdigit() else None
    kind = next((kind for kind, shape in _KINDS if shape.fullmatch(record.name.upper())), office)
    if not kind or not record.name:
        return None
    body = Published(f"ods:{record.code}", proper(record.name), kind, "ods", kind not in _OFFICES.values(), record.opened, record.closed)
    if kind == "icb":
        return replace(body, id=icb_id(record.code), opened=_since(_BOARDS, record.opened), parent_id=ENGLAND)
    if kind == "sub_icb_location":
        parent_id = icb_id(record.geography) if record.geography else None
        return replace(body, id=f"ods:{record.code}-subicb", opened=_since(_BOARDS, record.opened), parent_id=parent_id)
    return replace(body, parent_id=ENGLAND if kind in _OFFICES.values() else f"ods:{record.geography}" if record.geography else None)


def _since(first: date, opened: date | None) -> date:
    """The opening of a body that took the code of an older one."""
    return max(first, opened or first)
