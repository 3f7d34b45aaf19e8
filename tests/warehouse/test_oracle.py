"""On random ledgers the SQL and an independent oracle give every pair the same verdict."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.warehouse import oracle
from tests.warehouse.ledger import Claim, ledger, readings, verdicts

AMOUNTS = st.sampled_from(["0", "4", "5", "5.5", "6", "7", "25"])
MEASURES = ["deficit"] * 4 + ["surplus", "shortfall", "cost"] * 2 + ["overspend", "underspend", "control_total", "other", None]
INTERVALS = {
    "exact": lambda amount: [amount, amount],
    "rounded": lambda amount: [f"{float(amount) - 0.5:g}", f"{float(amount) + 0.5:g}"],
    "approximately": lambda amount: [f"{float(amount) - 1:g}", f"{float(amount) + 1:g}"],
    "at_least": lambda amount: [amount, None],
    "at_most": lambda amount: [None, amount],
    "range": lambda amount: [amount, f"{float(amount) + 2:g}"],
}


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    amount, wording = draw(AMOUNTS), draw(st.sampled_from([*INTERVALS]))
    cell = draw(st.sampled_from([None, None, None, "table 1 2,2", "table 1 2,3", "table 2 9,9"]))
    return {
        "amount": None if wording == "range" else amount,
        "interval": INTERVALS[wording](amount),
        "bound": "exact" if wording == "rounded" else wording,
        "document": draw(st.sampled_from(["a.txt", "a.txt", "b.txt", "c.txt"])),
        "published_at": draw(st.sampled_from([None, "2018-06-01", "2019-03-31", "2019-05-01", "2021-05-01"])),
        "organisation": draw(st.sampled_from(["ods:AAA"] * 8 + ["Five STPs", "five  stps", None])),
        "counterparty": draw(st.sampled_from([None] * 6 + ["ods:BBB", "ods:SYS"])),
        "measure": draw(
            st.sampled_from(
                ["deficit"] * 4 + ["surplus", "surplus", "shortfall", "shortfall", "overspend", "underspend", "control_total", "cost", "cost", "other", None]
            )
        ),
        "basis": draw(st.sampled_from(["actual"] * 4 + ["forecast", "forecast", "plan", "plan", "requested", "hypothetical", None])),
        "period": draw(st.sampled_from(["2018-19"] * 4 + ["2019-20", None, None, "last year"])),
        "per": draw(st.sampled_from([None] * 8 + ["each", "year"])),
        "currency": draw(st.sampled_from(["GBP"] * 9 + ["EUR"])),
        "cell": cell,
        "row": draw(st.sampled_from(["Acute", "Community", "Total"])) if cell else None,
    }


# a ledger takes half a second, so shrinking one would take minutes
@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate], suppress_health_check=[*HealthCheck])
@given(st.lists(claims(), min_size=20, max_size=40))
def test_the_rules_agree_with_the_oracle(drawn: list[Claim]) -> None:
    named = [{**claim, "name": f"c{place}"} for place, claim in enumerate(drawn)]
    with tempfile.TemporaryDirectory() as folder, ledger(Path(folder), readings(named)) as connection:
        found = {pair: verdict for pair, (verdict, *_) in verdicts(connection).items()}
    expected = oracle.verdicts(named)
    told = {claim["name"]: claim for claim in named}
    different = [(pair, found.get(pair), expected.get(pair), *map(told.get, pair)) for pair in {*found, *expected} if found.get(pair) != expected.get(pair)]
    assert not different
