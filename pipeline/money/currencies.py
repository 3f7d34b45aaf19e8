"""Currencies: the signs, ISO 4217 codes and names by which a text calls them, and their minor units, read from `currencies.csv`.

The order of that table is the convention of a British reader: a sign or a name that several countries share means the first of them, `$` the US dollar,
`kr` the Swedish crown. Where the text names a country, `Ambience` may settle on another.
"""

from __future__ import annotations

import csv
import functools
from dataclasses import dataclass
from decimal import Decimal
from importlib import resources


@dataclass(frozen=True, slots=True)
class Currency:
    """A row of the table; signs, names and nations are lower-case, names are singular (some irregular plurals stand beside them).

    `decimal` is `comma` where its countries write 1.250,50: there a lone point before three digits parts thousands. `parts` is how many minor units make one.
    """

    code: str
    decimal: str
    parts: int
    signs: tuple[str, ...]
    names: tuple[str, ...]
    minor: tuple[str, ...]
    nations: tuple[str, ...]

    def minor_unit(self, name: str = "") -> Decimal:
        """What one minor unit, or the one of that name, is worth: a penny is 0.01 pounds, a jiao 0.1 yuan."""
        if name == "jiao":
            return Decimal("0.1")
        return 1 / Decimal(self.parts)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@functools.cache
def table() -> dict[str, Currency]:
    """Every currency by its code, in the order of precedence."""
    with resources.files(__package__).joinpath("currencies.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {row["code"]: _currency(row) for row in rows}


def _currency(row: dict[str, str]) -> Currency:
    cells = (_parts(row[field]) for field in ("names", "minor", "nations"))
    return Currency(row["code"], row["decimal"], int(row["parts"]), tuple(row["signs"].split()), *cells)


def _by(field: str) -> dict[str, tuple[str, ...]]:
    """The codes, by precedence, that a sign, a name or a minor unit can mean."""
    found: dict[str, tuple[str, ...]] = {}
    for currency in table().values():
        for printed in getattr(currency, field):
            found[printed] = (*found.get(printed, ()), currency.code)
    return found


DECIMAL_COMMA = frozenset(code for code, currency in table().items() if currency.decimal == "comma")
SIGNS = _by("signs")
NAMES = _by("names")
MINOR = _by("minor")
NATIONS = _by("nations")


def minor_codes(word: str) -> tuple[str, ...]:
    """The currencies, by precedence, that have a minor unit of that name, singular or plural."""
    return MINOR.get(word) or MINOR[word.removesuffix("s")]
