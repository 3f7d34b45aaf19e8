"""Every rule against its cases: the verdicts of small ledgers, all of them and no others, through the real SQL."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse.ledger import ledger, verdicts
from warehouse.statements import folder

HERE = Path(__file__).parent / "rules"
Case = dict[str, Any]


def cases(pattern: str) -> list[Any]:
    return [pytest.param(case, id=f"{path.stem}: {case['name']}") for path in sorted(HERE.glob(pattern)) for case in json.loads(path.read_text())]


@pytest.mark.parametrize("case", cases("*.json"))
def test_a_ledger_has_these_verdicts_and_no_others(case: Case, tmp_path: Path) -> None:
    found = verdicts(ledger(tmp_path, case["claims"], case.get("equations", ())))
    assert {pair: (verdict, gap) for pair, (verdict, gap, _, _) in found.items()} == {
        (left, right): (verdict, None if gap is None else Decimal(gap)) for left, right, verdict, gap, *_ in case["expect"]
    }
    for left, right, _, _, *words in case["expect"]:
        assert found[left, right][2].endswith(".")
        assert all(word in found[left, right][2] for word in words), found[left, right][2]
    for pair, origins in case.get("origins", {}).items():
        assert found[tuple(pair.split())][3] == origins


@pytest.mark.parametrize("case", cases("equations/*.json"))
def test_a_stated_sum(case: Case, tmp_path: Path) -> None:
    terms = [{"name": f"t{place}", "measure": "cost", **claim} for place, (_, claim) in enumerate(case["terms"])]
    total = {"name": "total", "measure": "cost", **case["total"]}
    stated = {"terms": [[factor, f"t{place}"] for place, (factor, _) in enumerate(case["terms"])], "total": "total"}
    found = ledger(tmp_path, [*terms, total], [stated]).execute("SELECT verdict, difference, explanation FROM equation_verdicts").fetchall()
    if case["expect"] is None:
        assert found == []
    else:
        verdict, difference, *words = case["expect"]
        assert found[0][:2] == (verdict, None if difference is None else Decimal(difference))
        assert [found[0][2]] == (words or [found[0][2]])


@pytest.mark.parametrize(("rules", "names"), [("rules", {*folder("rules")}), ("rules/equations", {*folder("rules/equations")})])
def test_every_rule_has_its_cases_and_its_verdict(rules: str, names: set[str]) -> None:
    own = HERE.parent / rules
    assert names <= {path.stem for path in own.glob("*.json")}
    expected = {name.removeprefix("equation_") for name in names}
    for name in names:
        told = json.loads((own / f"{name}.json").read_text())
        assert name.removeprefix("equation_") in json.dumps([case["expect"] for case in told])
    with duckdb.connect() as connection:
        connection.execute(folder("schema")["labels"])
        assert expected <= {verdict for (verdict,) in connection.execute("SELECT verdict FROM verdicts").fetchall()}
