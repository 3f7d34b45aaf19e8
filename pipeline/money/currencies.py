"""Currencies: the signs, ISO 4217 codes and words by which a text names them."""

from __future__ import annotations

import re

# a bare sign means the currency that a British reader takes it for
SIGNS = {"£": "GBP", "₤": "GBP", "$": "USD", "€": "EUR", "¥": "JPY"}
DOLLARS = {"US": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "NZ": "NZD", "HK": "HKD", "S": "SGD", "R": "BRL", "NT": "TWD"}
CODES = "GBP|USD|EUR|JPY|CNY|AUD|CAD|NZD|HKD|SGD|CHF|SEK|NOK|DKK|INR|PKR|LKR|RUB|ZAR|PLN|BRL|KRW|TRY|ILS|AED|SAR"
# an adjective settles what the word alone leaves open; francs, crowns and won are nobody's without one
_NAMES = {
    "GBP": "pound sterling, pounds sterling, british pound, pound, quid",
    "USD": "us dollar, american dollar, dollar",
    "EUR": "euro",
    "JPY": "japanese yen, yen",
    "CNY": "chinese yuan, yuan, renminbi",
    "AUD": "australian dollar",
    "CAD": "canadian dollar",
    "NZD": "new zealand dollar",
    "HKD": "hong kong dollar",
    "SGD": "singapore dollar",
    "CHF": "swiss franc",
    "SEK": "swedish krona, swedish kronor, swedish crown",
    "NOK": "norwegian krone, norwegian kroner, norwegian crown",
    "DKK": "danish krone, danish kroner, danish crown",
    "INR": "indian rupee, rupee",
    "PKR": "pakistani rupee, pakistan rupee",
    "LKR": "sri lankan rupee",
    "RUB": "russian rouble, rouble, ruble",
    "ZAR": "south african rand, rand",
    "PLN": "polish zloty, zloty",
    "TRY": "turkish lira",
    "KRW": "south korean won, korean won",
    "ILS": "shekel",
    "MYR": "ringgit",
    "THB": "baht",
}
WORDS = {word: code for code, words in _NAMES.items() for word in words.split(", ")}

PREFIX = rf"(?:(?<![A-Za-z])(?:{'|'.join(DOLLARS)})?\$|[£₤€¥]|(?<!\w)(?:{CODES}))"
_ANY_NAME = "|".join(word.replace(" ", r"\s") + "s?" for word in sorted(WORDS, key=len, reverse=True))
SUFFIX = rf"(?:(?i:(?:{_ANY_NAME})\b)|(?:{CODES})\b|€)"


def currency_of(printed: str) -> str:
    """The ISO 4217 code of a sign, code or name that `PREFIX` or `SUFFIX` has matched.

    >>> currency_of("US$"), currency_of("Australian  dollars"), currency_of("GBP")
    ('USD', 'AUD', 'GBP')
    """
    if printed in SIGNS:
        return SIGNS[printed]
    if printed.endswith("$"):
        return DOLLARS[printed[:-1]]
    name = re.sub(r"\s+", " ", printed.lower())
    return WORDS.get(name) or WORDS.get(name.removesuffix("s")) or printed
