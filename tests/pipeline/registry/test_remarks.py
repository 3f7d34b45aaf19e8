"""What a register says that is often a slip."""

import datetime

import pytest

from pipeline.registry.register import Alias, Body, Register, Succession, grouped
from pipeline.registry.remarks import remarks

DAYS = {year: datetime.date(year, 1, 1) for year in (2000, 2005, 2010, 2015, 2020)}
BODIES = {
    "a": Body("a", "Alpha Trust", "trust", DAYS[2000], DAYS[2010], None),
    "b": Body("b", "Beta Trust", "trust", DAYS[2005], None, None),
    "c": Body("c", "Gamma Trust", "trust", DAYS[2015], None, None),
}


def alias(id: str, text: str = "Alef", kind: str = "short", start: int | None = None, end: int | None = None, ambiguous: bool = False) -> Alias:
    return Alias(id, text, kind, DAYS[start] if start else None, DAYS[end] if end else None, ambiguous)


def register(*aliases: Alias) -> Register:
    succession = Succession("a", "b", None, "merger")
    return Register(BODIES, grouped(aliases, lambda row: row.text.casefold()), {}, {"a": (succession,)}, ())


@pytest.mark.parametrize(
    ("aliases", "shared"),
    [
        ((alias("a"), alias("b")), ("Alef: a and b",)),
        ((alias("a", kind="name"), alias("b"), alias("b", kind="misspelling")), ("Alef: a and b",)),
        ((alias("a", ambiguous=True), alias("b")), ()),
        ((alias("a", kind="name"), alias("a", ambiguous=True), alias("b")), ()),  # how an official name is marked
        ((alias("a"), alias("a", kind="hospital_site")), ()),
        ((alias("a"), alias("c")), ()),  # one closed before the other opened
        ((alias("a", end=2005), alias("b", start=2010)), ()),
        ((alias("a", "ALEF", "acronym"), alias("b", "Alef")), ()),  # acronyms are compared with their case
        ((alias("a", "ALEF", "acronym"), alias("b", "ALEF", "acronym")), ("ALEF: a and b",)),
    ],
)
def test_names_of_two_bodies_at_one_time_are_told(aliases: tuple[Alias, ...], shared: tuple[str, ...]) -> None:
    assert remarks(register(*aliases)).shared == shared


def test_aliases_outside_the_life_of_their_body_are_told() -> None:
    told = remarks(register(alias("c", "Bet", end=2010), alias("c", "Gimel", end=2020), alias("a", "Dalet", start=2015))).outside
    assert told == ("Bet: c (… to 2010-01-01; the body 2015-01-01 to …)", "Dalet: a (2015-01-01 to …; the body 2000-01-01 to 2010-01-01)")


def test_closed_bodies_that_nobody_took_over_from_are_told() -> None:
    assert remarks(register()).ended == ()
    assert [body.id for body in remarks(Register(BODIES, {}, {}, {}, ())).ended] == ["a"]
