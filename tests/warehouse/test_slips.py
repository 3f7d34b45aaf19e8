"""Typing errors: which conflicts are labelled with the one slip that explains them, and which are not."""

from __future__ import annotations

import functools
import itertools
import json
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pipeline.money.finding import find_money
from tests.warehouse.ledger import REGISTER, apart, empty, ledger, readings
from warehouse import shards
from warehouse.load import load
from warehouse.reconcile import reconcile
from warehouse.statements import folder

HERE = Path(__file__).parent / "rules" / "slips"
FILES = sorted(HERE.glob("*.json"))
Case = dict[str, Any]
CASES: list[tuple[Path, Case]] = [(path, case) for path in FILES for case in json.loads(path.read_text())]
Labels = dict[tuple[str, str], tuple[str | None, str | None]]


def claims(case: Case) -> list[Case]:
    """The claims of a case; `printed` is two prints of one deficit, by two papers."""
    printed = case.get("printed", ())
    told = [{"name": name, "print": words, "document": f"{name}.txt"} for name, words in zip("ab", printed, strict=False)]
    return [claim | money(claim["print"]) for claim in case.get("claims", told)]


def money(words: str) -> Case:
    """What the reader makes of a printed sum."""
    (found,) = find_money(f"It was {words} in all.")
    ends = [None if end is None else str(end) for end in (found.low, found.high)]
    amount = None if found.amount is None else str(found.amount)
    return {"amount": amount, "interval": ends, "bound": str(found.bound), "currency": found.currency}


def labels(connection: duckdb.DuckDBPyConnection) -> Labels:
    """Every conflict with its slip and how it explains it, by the names of the two claims."""
    found = connection.execute("""
        SELECT left_surface, right_surface, compared.slip, slips.explanation
        FROM compared
        JOIN claim_assertions AS l ON l.figure_id = left_figure_id
        JOIN claim_assertions AS r ON r.figure_id = right_figure_id
        LEFT JOIN slips ON left_assertion_id = l.assertion_id AND right_assertion_id = r.assertion_id
        WHERE verdict = 'conflicts'""")
    return {(left[1:], right[1:]): (slip, explanation) for left, right, slip, explanation in found.fetchall()}


@functools.cache
def labelled() -> Labels:
    """One ledger of all cases: each has organisations of its own."""
    made = [readings(apart(place, claims(case))) for place, (_, case) in enumerate(CASES)]
    with tempfile.TemporaryDirectory() as folder, ledger(Path(folder), list(itertools.chain(*made))) as connection:
        return labels(connection)


@pytest.mark.parametrize("place", [pytest.param(place, id=f"{path.stem}: {case['name']}") for place, (path, case) in enumerate(CASES)])
def test_a_conflict_has_this_label(place: int) -> None:
    (_, case), own = CASES[place], f"{place}."
    found = {(left.removeprefix(own), right.removeprefix(own)): label for (left, right), label in labelled().items() if left.startswith(own)}
    assert {pair: slip for pair, (slip, _) in found.items()} == {(left, right): slip for left, right, slip, *_ in case["expect"]}
    for left, right, _, *words in case["expect"]:
        assert [found[left, right][1]] == (words or [found[left, right][1]])


def test_every_slip_has_its_cases_and_a_place_among_the_others() -> None:
    names = set(folder("rules/slips"))
    assert names == {path.stem for path in FILES}
    for path in FILES:
        expected = [slip for case in json.loads(path.read_text()) for *_, slip in (row[:3] for row in case["expect"])]
        assert path.stem in expected
        assert None in expected
    with duckdb.connect() as connection:
        connection.execute(folder("schema")["labels"])
        assert names == {slip for (slip,) in connection.execute("SELECT slip FROM slip_kinds").fetchall()}


def test_the_year_beside_it_may_come_later() -> None:
    """What a label says does not depend on whether its documents come in one run or in two."""
    (case,) = (case for case in json.loads((HERE / "wrong_year.json").read_text()) if case["name"] == "the number of the year before")
    made = readings(claims(case))
    with tempfile.TemporaryDirectory() as folder, empty() as connection:
        shards.write(made[:2], [], Path(folder), {"aa": []})
        load(connection, Path(folder), REGISTER)
        reconcile(connection)
        before = labels(connection)
        shards.write(made[2:], [], Path(folder), {"bb": []})
        load(connection, Path(folder), REGISTER)
        reconcile(connection)
        assert (before, labels(connection)) == ({("a", "b"): (None, None)}, {("a", "b"): ("wrong_year", "£31.9m is the number of 2017-18")})


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("£213.8m", "£213.8bn", True),
        ("£31.4m", "£34.1m", True),
        ("£120m", "£102m", True),
        ("about £31.4m", "£34.1m", True),
        ("£35m", "£53m", False),
        ("£350m", "£530m", False),
        ("£12.5m", "£1.25m", False),
        ("£276,000", "£27,000", False),
        ("£31.4m", "£31.9m", False),
        ("£5m-£7m", "£6bn", False),
        ("£31.4m", "£0", False),
    ],
)
def test_a_plan_that_only_seems_made_anew(one: str, other: str, told: bool) -> None:
    """Of two plans, one slip is told from a revision where chance hardly makes it, in either order; never between a surplus and a deficit."""
    with duckdb.connect() as connection:
        connection.execute(folder("schema")["slips"])
        connection.execute(f"CREATE TABLE sides AS {side_in_sql('l', one)} UNION ALL {side_in_sql('r', other)}")
        of = "FROM with_places('sides') AS side WHERE name ="
        found = f"FROM (SELECT side AS l {of} 'l') CROSS JOIN (SELECT side AS r {of} 'r')"
        assert connection.execute(f"SELECT is_slip(l, r), is_slip(r, l) {found}").fetchone() == (told, told)
        connection.execute("UPDATE sides SET direction = 1 WHERE name = 'r'")
        assert connection.execute(f"SELECT is_slip(l, r) {found}").fetchone() == (False,)


def side_in_sql(name: str, words: str) -> str:
    claim = money(words)
    amount, low, high = (f"{'NULL' if value is None else value}::DECIMAL(28, 4)" for value in (claim["amount"], *claim["interval"]))
    return f"SELECT '{name}' AS name, {amount} AS amount, {low} AS low, {high} AS high, '{claim['bound']}' AS bound, -1 AS direction"


@st.composite
def slipped(draw: st.DrawFn) -> Case:
    """A number of three digits, no two alike, and what one slip makes of it."""
    digits = "".join(draw(st.permutations("123456789"))[:3])
    at = draw(st.integers(0, 1))
    slip, other = draw(
        st.sampled_from(
            [
                ("scale", f"£{digits}bn"),
                ("transposed_digits", f"£{digits[:at]}{digits[at + 1]}{digits[at]}{digits[at + 2 :]}m"),
                ("lost_digit", f"£{digits[:at]}{digits[at + 1 :]}m"),
                ("decimal_point", f"£{digits[: at + 1]}.{digits[at + 1 :]}m"),
            ]
        )
    )
    printed = draw(st.permutations([draw(st.sampled_from(["", "about "])) + f"£{digits}m", other]))
    # a hedge reaches as far as some slips do
    return {"printed": printed, "slip": slip} if not meet(*map(money, printed)) else draw(slipped())


def meet(one: Case, other: Case) -> bool:
    (low, high), (least, most) = (map(Decimal, side["interval"]) for side in (one, other))
    return low <= most and least <= high


# a ledger takes seconds: few of them, with many numbers each
@settings(max_examples=2, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate], suppress_health_check=[*HealthCheck])
@given(st.lists(slipped(), min_size=60, max_size=60))
def test_any_number_with_one_slip_is_labelled_so(cases: list[Case]) -> None:
    made = [readings(apart(place, claims(case))) for place, case in enumerate(cases)]
    with tempfile.TemporaryDirectory() as folder, ledger(Path(folder), list(itertools.chain(*made))) as connection:
        found = labels(connection)
    told = {(f"{place}.a", f"{place}.b"): case for place, case in enumerate(cases)}
    assert [(case, found.get(pair)) for pair, case in told.items() if found.get(pair, (None, None))[0] != case["slip"]] == []
