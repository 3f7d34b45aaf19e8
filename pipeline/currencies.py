"""Currencies: the signs, ISO 4217 codes and words by which a text names them."""

from __future__ import annotations

import re

# a bare sign means the currency that a British reader takes it for
SIGNS = {"£": "GBP", "₤": "GBP", "$": "USD", "€": "EUR", "¥": "JPY"}
DOLLARS = {"US": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "NZ": "NZD", "HK": "HKD", "S": "SGD", "R": "BRL", "NT": "TWD"}
CODES = frozenset("GBP USD EUR JPY CNY AUD CAD NZD HKD SGD CHF SEK NOK DKK INR PKR LKR RUB ZAR PLN BRL KRW TRY ILS AED SAR".split())
WORDS = {
    "pound": "GBP",
    "quid": "GBP",
    "dollar": "USD",
    "euro": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "rand": "ZAR",
    "zloty": "PLN",
    "shekel": "ILS",
    "ringgit": "MYR",
    "baht": "THB",
}
# an adjective settles what the word alone leaves open
NATIONAL = {
    "us dollar": "USD",
    "american dollar": "USD",
    "australian dollar": "AUD",
    "canadian dollar": "CAD",
    "new zealand dollar": "NZD",
    "hong kong dollar": "HKD",
    "singapore dollar": "SGD",
    "indian rupee": "INR",
    "pakistani rupee": "PKR",
    "pakistan rupee": "PKR",
    "sri lankan rupee": "LKR",
    "swiss franc": "CHF",
    "swedish krona": "SEK",
    "swedish kronor": "SEK",
    "norwegian kroner": "NOK",
    "danish kroner": "DKK",
    "south korean won": "KRW",
    "korean won": "KRW",
    "turkish lira": "TRY",
    "pound sterling": "GBP",
    "pounds sterling": "GBP",
}

PREFIX = rf"(?:(?<![A-Za-z])(?:{'|'.join(DOLLARS)})\$|(?<![A-Za-z])\$|[£₤€¥]|(?<!\w)(?:{'|'.join(sorted(CODES))}))"
NAMES = "|".join(name.replace(" ", r"\s") + "s?" for name in sorted(NATIONAL | WORDS, key=len, reverse=True))
SUFFIX = rf"(?:(?i:(?:{NAMES})\b)|(?:{'|'.join(sorted(CODES))})\b|€)"


def currency_of(printed: str) -> str:
    """The ISO 4217 code of a sign, code or name that `PREFIX` or `SUFFIX` has matched.

    >>> currency_of("US$"), currency_of("Australian  dollars"), currency_of("GBP")
    ('USD', 'AUD', 'GBP')
    """
    if printed in CODES:
        return printed
    if printed in SIGNS:
        return SIGNS[printed]
    if printed.endswith("$"):
        return DOLLARS[printed[:-1]]
    name = re.sub(r"\s+", " ", printed.lower())
    known = NATIONAL | WORDS
    return known[name] if name in known else known[name.removesuffix("s")]
