"""Whose currency a name means in its text: "25bn rupees" are Sri Lankan where the text names Sri Lanka. Pounds and dollars are not settled so."""

from __future__ import annotations

import functools
import re
from collections import Counter

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from pipeline.money.currencies import NAMES, NATIONS, SIGNS, minor_codes
from pipeline.money.folding import fold

# what these mean does not hang on the country that a story happens in
_FIXED = frozenset({"pound", "dollar", "cent", "¢", "penny", "pence", "p"})


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

    def names(self, code: str) -> bool:
        """Whether the text names a country of this currency."""
        return self._nations[code] > 0

    def _settle(self, name: str, codes: tuple[str, ...]) -> str:
        if len(codes) == 1 or name in _FIXED:
            return codes[0]
        return max(codes, key=lambda code: self._nations[code])

    @functools.cached_property
    def _nations(self) -> Counter[str]:
        """How often the text names a country of each currency."""
        automaton, codes = _nations()
        plain = fold(self._text)
        whole = (
            number
            for number, start, end in automaton.find_matches_as_indexes(plain)
            if not (plain[start - 1 : start].isalpha() or plain[end : end + 1].isalpha())
        )
        return Counter(code for number in whole for code in codes[number])


@functools.cache
def _nations() -> tuple[BytesAhoCorasick, list[tuple[str, ...]]]:
    automaton = BytesAhoCorasick([name.encode() for name in NATIONS], matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
    return automaton, list(NATIONS.values())
