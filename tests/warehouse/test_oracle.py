"""On random ledgers the SQL and an independent oracle give every pair the same verdict."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path

import duckdb
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.warehouse import oracle
from tests.warehouse.ledger import Claim, apart, ledger, readings

AMOUNTS = st.sampled_from(["0", "4", "5", "5.5", "6", "7", "25", "100", "101"])
INTERVALS = {
    "exact": lambda amount: [amount, amount],
    "rounded": lambda amount: [f"{float(amount) - 0.5:g}", f"{float(amount) + 0.5:g}"],
    "approximately": lambda amount: [f"{float(amount) - 1:g}", f"{float(amount) + 1:g}"],
    "at_least": lambda amount: [amount, None],
    "at_most": lambda amount: [None, amount],
    "range": lambda amount: [amount, f"{float(amount) + 2:g}"],
}
YEAR_TO_DATE = {"label": "2018-19 M6 YTD", "start": "2018-04-01", "end": "2018-09-30"}
OPEN_END, OPEN_START = {"label": "from 2018", "start": "2018-04-01", "end": None}, {"label": "by 2019", "start": None, "end": "2019-12-31"}
BY_MARCH = {"label": "by March 2019", "start": None, "end": "2019-03-31"}
DAYS = [
    None,
    "2015-01-01",
    "2018-06-01",
    "2018-06-12",
    "2018-06-15",
    "2019-03-31",
    "2019-05-01",
    "2019-05-30",
    "2019-05-31",
    "2020-03-31",
    "2020-04-01",
    "2024-05-01",
]


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    amount, wording = draw(AMOUNTS), draw(st.sampled_from([*INTERVALS]))
    cell = draw(st.sampled_from([None, None, None, "table 1 2,2", "table 1 2,3", "table 2 9,9"]))
    return {
        "amount": None if wording == "range" else amount,
        "interval": INTERVALS[wording](amount),
        "bound": "exact" if wording == "rounded" else wording,
        "document": draw(st.sampled_from(["a.txt", "a.txt", "b.txt", "c.txt"])),
        "published_at": draw(st.sampled_from(DAYS)),
        "publisher": draw(st.sampled_from([None, "Post", "Courier"])),
        "organisation": draw(st.sampled_from(["ods:AAA"] * 8 + ["Five STPs", "five  stps", None])),
        "counterparty": draw(st.sampled_from([None] * 6 + ["ods:BBB", "ods:SYS"])),
        "measure": draw(
            st.sampled_from(
                ["deficit"] * 4
                + ["surplus", "surplus", "shortfall", "shortfall", "overspend", "underspend", "control_total", "cost", "cost", "contribution", "other", None]
            )
        ),
        "basis": draw(st.sampled_from(["actual"] * 4 + ["forecast", "forecast", "plan", "plan", "requested", "hypothetical", None])),
        "period": draw(st.sampled_from(["2018-19"] * 4 + ["2019-20", None, None, "last year", YEAR_TO_DATE, OPEN_END, OPEN_START, BY_MARCH])),
        "per": draw(st.sampled_from([None] * 8 + ["each", "year"])),
        "currency": draw(st.sampled_from(["GBP"] * 9 + ["EUR"])),
        "cell": cell,
        "row": draw(st.sampled_from(["Acute", "Community", "Total"])) if cell else None,
    }


def judged(connection: duckdb.DuckDBPyConnection) -> dict[frozenset[str], str]:
    """The verdict of every pair of figures, by the names of its two claims."""
    found = connection.execute("""
        SELECT l.surface, r.surface, verdict
        FROM figure_pairs JOIN figures AS l ON l.figure_id = left_figure_id JOIN figures AS r ON r.figure_id = right_figure_id
        WHERE verdict <> 'not_comparable'""")
    return {frozenset((left[1:], right[1:])): verdict for left, right, verdict in found.fetchall()}


# Each example is one warehouse with many ledgers, whose organisations differ: building it takes longer than judging it. Shrinking one would take minutes.
@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate], suppress_health_check=[*HealthCheck])
@given(st.lists(st.lists(claims(), min_size=2, max_size=14), min_size=30, max_size=60))
def test_the_rules_agree_with_the_oracle(drawn: list[list[Claim]]) -> None:
    ledgers = [apart(place, [{**claim, "name": f"c{i}"} for i, claim in enumerate(own)]) for place, own in enumerate(drawn)]
    ledgers = [[{**claim, "document": f"{place}/{claim['document']}"} for claim in own] for place, own in enumerate(ledgers)]
    with tempfile.TemporaryDirectory() as folder, ledger(Path(folder), [*itertools.chain(*map(readings, ledgers))]) as connection:
        found = judged(connection)
        counted = dict(connection.execute("SELECT verdict, sum(pairs)::BIGINT FROM pair_counts GROUP BY verdict").fetchall())
    expected = {pair: verdict for own in ledgers for pair, verdict in oracle.verdicts(own).items()}
    told = {claim["name"]: claim for own in ledgers for claim in own}
    different = [(pair, found.get(pair), expected.get(pair), *map(told.get, pair)) for pair in {*found, *expected} if found.get(pair) != expected.get(pair)]
    assert not different, "\n".join(map(str, different))
    assert sum(counted.values()) == len(told) * (len(told) - 1) // 2
    assert {verdict: number for verdict, number in counted.items() if verdict != "not_comparable" and number} == {
        verdict: list(expected.values()).count(verdict) for verdict in {*expected.values()}
    }
