"""Currencies: the signs, ISO 4217 codes and names by which a text calls them, and their minor units, read from `currencies.csv`.

The order of that table is the convention of a British reader: a sign or a name that several countries share means the first of them, `$` the US dollar,
`kr` the Swedish crown. A name other than pound and dollar means another of them where the text names its country ("25bn rupees" in a text about Sri Lanka).
"""

from __future__ import annotations

import csv
import functools
import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from importlib import resources

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from pipeline.money.folding import fold

# countries that write 1.250,50: there a lone point before three digits parts thousands
DECIMAL_COMMA = frozenset(
    "EUR SEK NOK DKK ISK CZK SKK PLN HUF RON BGN HRK RSD BAM MKD ALL RUB UAH BYN TRY BRL ARS CLP COP UYU PYG BOB IDR VND CRC XOF XAF "
    "AZN KZT GEL DEM FIM ITL ESP PTE ATS NLG FRF BEF".split()
)
# a thousand of which make one
_THOUSANDTHS = frozenset("KWD BHD IQD JOD OMR TND LYD".split())
# what these mean does not hang on the country that a story happens in
_FIXED = frozenset({"pound", "dollar", "cent", "¢", "penny", "pence", "p"})


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


class Ambience:
    """What a text says of the countries that it is about: the answer to "whose rupees?"."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._settled: dict[str, str] = {}

    def code_of(self, printed: str) -> str:
        """The ISO 4217 code of a sign, a code or a name.

        >>> Ambience("").code_of("US$"), Ambience("").code_of("Australian  dollars"), Ambience("aid for Sri Lanka").code_of("rupees")
        ('USD', 'AUD', 'LKR')
        """
        if printed not in self._settled:
            name = re.sub(r"\s+", " ", printed.lower())
            codes = SIGNS.get(name) or NAMES.get(name) or NAMES.get(name.removesuffix("s"))
            self._settled[printed] = self._settle(name.removesuffix("s"), codes) if codes else name.upper()
        return self._settled[printed]

    def whole_of(self, minor: str) -> str:
        """The currency that a minor unit is a part of; cents are those of the sign that the text prints.

        >>> Ambience("").whole_of("pence"), Ambience("€5 and less").whole_of("cents")
        ('GBP', 'EUR')
        """
        codes = minor_codes(minor)
        return "EUR" if self.main == "EUR" and "EUR" in codes else self._settle(minor.removesuffix("s"), codes)

    @functools.cached_property
    def main(self) -> str:
        """The currency of the sign that the text prints most often; pounds where it prints none."""
        counts = {code: self._text.count(sign) for sign, code in (("£", "GBP"), ("$", "USD"), ("€", "EUR"))}
        return max(counts, key=lambda code: counts[code])

    def names(self, codes: tuple[str, ...]) -> bool:
        """Whether the text names a country of one of these currencies."""
        return any(self._nations[code] for code in codes)

    def _settle(self, name: str, codes: tuple[str, ...]) -> str:
        if len(codes) == 1 or name in _FIXED:
            return codes[0]
        return max(codes, key=lambda code: self._nations[code])

    @functools.cached_property
    def _nations(self) -> Counter[str]:
        """How often the text names a country of each currency."""
        automaton, codes = _nations()
        plain = fold(self._text)
        whole = (number for number, start, end in automaton.find_matches_as_indexes(plain) if not (plain[start - 1 : start] + plain[end : end + 1]).isalpha())
        return Counter(code for number in whole for code in codes[number])


@functools.cache
def _nations() -> tuple[BytesAhoCorasick, list[tuple[str, ...]]]:
    names = _by("nations")
    return BytesAhoCorasick([name.encode() for name in names], matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA), list(names.values())


def minor_codes(word: str) -> tuple[str, ...]:
    """The currencies, by precedence, that have a minor unit of that name, singular or plural."""
    return MINOR.get(word) or MINOR[word.removesuffix("s")]
