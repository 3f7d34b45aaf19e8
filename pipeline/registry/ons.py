"""Reads the names-and-codes lists and the look-ups that ONS publishes as CSV.

Their columns are called after a geography, its year, and what is in them: ICB24CD the ONS code, ICB24CDH the ODS code, ICB24NM the name, ICB24NMW the
name in Welsh. A look-up has several geographies side by side (SICBL23…, ICB23…, NHSER23…, LAD23…): a row says that the smaller is in the larger.
Of districts and counties the name is that of the area ("Norfolk"), the body is its council.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.errors import RegisterError
from pipeline.registry.published import ENGLAND, Publication, Published, icb_id

_COLUMN = re.compile("([A-Z]{2,6}?)([0-9]{2})(CD|CDH|NM)")
# geographies: the column of their id, and the kind of their body
_ODS = {"ICB": "icb", "SICBL": "sub_icb_location", "CCG": "ccg", "STP": "stp", "NHSER": "region"}
_COUNCILS = ("LAD", "LTLA", "UTLA", "CTYUA", "CTY")
_GSS = dict.fromkeys(_COUNCILS, "council") | {"CAUTH": "combined_authority"}
# what lies in what, as far as the register says so
_WITHIN = {"SICBL": ("ICB",), "CCG": ("STP",), "STP": ("NHSER",), "LTLA": ("UTLA",), "LAD": ("CTY", "UTLA")}
_CODE = re.compile("[A-Z][0-9]{8}|[A-Z0-9]{3,5}")

Cells = dict[tuple[str, str], str]


def is_lookup(header: list[str]) -> bool:
    """Whether a header names a geography that the register keeps, with its code."""
    columns = _columns(header)
    return any((geography, _code(geography)) in columns for geography in (*_ODS, *_GSS))


def lookup(rows: Iterable[tuple[str, list[str]]]) -> Publication:
    """Reads a list or a look-up. Raises RegisterError where a row is cut off or a code is none."""
    lines = iter(rows)
    _, header = next(lines)
    columns = _columns(header)
    found: dict[Published, None] = {}
    for where, cells in lines:
        if len(cells) != len(header):
            raise RegisterError(f"a row of {len(cells)} cells under {len(header)} columns", where=where, next="download the file again")
        found |= dict.fromkeys(_bodies({column: cells[place].strip() for column, place in columns.items()}, where))
    return Publication(tuple(found))


def _columns(header: list[str]) -> dict[tuple[str, str], int]:
    """The places of the columns, by geography and by what is in them; of two years side by side the later counts."""
    found: dict[tuple[str, str], tuple[str, int]] = {}
    for place, cell in enumerate(header):
        if match := _COLUMN.fullmatch(cell.strip().upper()):
            geography, year, what = match.groups()
            found[geography, what] = max(found.get((geography, what), ("", 0)), (year, place))
    return {column: place for column, (_, place) in found.items()}


def _bodies(cells: Cells, where: str) -> Iterator[Published]:
    for geography, kind in (_ODS | _GSS).items():
        name = cells.get((geography, "NM"), "")
        if (body_id := _id(geography, cells, where)) and name:
            yield Published(
                body_id, _name(kind, body_id, name), kind, "ons", geography in {"ICB", "SICBL", "CCG"}, parent_id=_parent(geography, body_id, cells, where)
            )


def _id(geography: str, cells: Cells, where: str) -> str | None:
    code = cells.get((geography, _code(geography)), "")
    if not code:
        return None
    if not _CODE.fullmatch(code):
        raise RegisterError(f"{code!r} is not a code", where=where, next="download the file again")
    if geography in _GSS:
        return f"gss:{code}"
    return icb_id(code) if geography == "ICB" else f"ods:{code}-subicb" if geography == "SICBL" else f"ods:{code}"


def _parent(geography: str, body_id: str, cells: Cells, where: str) -> str | None:
    if geography in {"ICB", "NHSER"}:
        return ENGLAND
    above = (parent_id for larger in _WITHIN.get(geography, ()) if (parent_id := _id(larger, cells, where)) and parent_id != body_id)
    return next(above, None)


def _name(kind: str, body_id: str, name: str) -> str:
    """The name of a body; that of a council that the register does not know yet is made from its area's, for a person to correct."""
    if kind == "combined_authority":
        return name if name.endswith("Authority") else f"{name} Combined Authority"
    if kind != "council" or name.endswith("Council"):
        return name
    return f"London Borough of {name}" if "E09" in body_id else f"{name} County Council" if "E10" in body_id else f"{name} Council"


def _code(geography: str) -> str:
    return "CD" if geography in _GSS else "CDH"
