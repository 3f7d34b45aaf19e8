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

# countries that write 1.250,50: there a lone point before three digits parts thousands
DECIMAL_COMMA = frozenset(
    "EUR SEK NOK DKK ISK CZK SKK PLN HUF RON BGN HRK RSD BAM MKD ALL RUB UAH BYN TRY BRL ARS CLP COP UYU PYG BOB IDR VND CRC XOF XAF AOA MZN "
    "AZN KZT GEL DEM FIM ITL ESP PTE ATS NLG FRF BEF".split()
)
# a thousand of which make one
_THOUSANDTHS = frozenset("KWD BHD IQD JOD OMR TND LYD".split())


@dataclass(frozen=True, slots=True)
class Currency:
    """A row of the table; signs, names and nations are lower-case, names are singular (some irregular plurals stand beside them)."""

    code: str
    signs: tuple[str, ...]
    names: tuple[str, ...]
    minor: tuple[str, ...]
    nations: tuple[str, ...]

    def minor_unit(self, name: str = "") -> Decimal:
        """What one minor unit, or the one of that name, is worth: a penny is 0.01 pounds, a jiao 0.1 yuan."""
        if name == "jiao":
            return Decimal("0.1")
        return Decimal("0.001") if self.code in _THOUSANDTHS else Decimal("0.01")


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@functools.cache
def table() -> dict[str, Currency]:
    """Every currency by its code, in the order of precedence."""
    with resources.files(__package__).joinpath("currencies.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {r["code"]: Currency(r["code"], tuple(r["signs"].split()), _parts(r["names"]), _parts(r["minor"]), _parts(r["nations"])) for r in rows}


def _by(field: str) -> dict[str, tuple[str, ...]]:
    """The codes, by precedence, that a sign, a name or a minor unit can mean."""
    found: dict[str, tuple[str, ...]] = {}
    for currency in table().values():
        for printed in getattr(currency, field):
            found[printed] = (*found.get(printed, ()), currency.code)
    return found


SIGNS = _by("signs")
NAMES = _by("names")
MINOR = _by("minor")
NATIONS = _by("nations")


def minor_codes(word: str) -> tuple[str, ...]:
    """The currencies, by precedence, that have a minor unit of that name, singular or plural."""
    return MINOR.get(word) or MINOR[word.removesuffix("s")]
