"""Every rule against its cases: the verdicts of small ledgers, all of them and no others, through the real SQL."""

from __future__ import annotations

import functools
import itertools
import json
import re
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse.ledger import apart, ledger, readings, verdicts
from warehouse.statements import folder

HERE = Path(__file__).parent / "rules"
Case = dict[str, Any]
CASES: list[tuple[Path, Case]] = [
    (path, case) for path in sorted([*HERE.glob("*.json"), *HERE.glob("equations/*.json")]) for case in json.loads(path.read_text())
]


def places(folder: str) -> list[Any]:
    return [pytest.param(place, id=f"{path.stem}: {case['name']}") for place, (path, case) in enumerate(CASES) if path.parent.name == folder]


@functools.cache
def reconciled() -> duckdb.DuckDBPyConnection:
    """One ledger of all cases: each has organisations of its own, so that none sees another."""
    made = [readings(apart(place, case["claims"]), sums(place, case)) for place, case in enumerate(stated(case) for _, case in CASES)]
    with tempfile.TemporaryDirectory() as folder:
        return ledger(Path(folder), list(itertools.chain(*made)))


@functools.cache
def all_verdicts() -> dict[tuple[str, str], tuple[str, Decimal | None, str, int]]:
    return verdicts(reconciled())


def stated(case: Case) -> Case:
    """A case of a sum, as one of claims: its terms and its total are costs."""
    if "terms" not in case:
        return case
    terms = [{"name": f"t{place}", "measure": "cost", **claim} for place, (_, claim) in enumerate(case["terms"])]
    total = {"name": "total", "measure": "cost", **case["total"]}
    return {"claims": [*terms, total], "equations": [{"terms": [[factor, f"t{place}"] for place, (factor, _) in enumerate(case["terms"])], "total": "total"}]}


def sums(place: int, case: Case) -> list[Case]:
    return [
        {"terms": [[factor, f"{place}.{term}"] for factor, term in equation["terms"]], "total": f"{place}.{equation['total']}"}
        for equation in case.get("equations", ())
    ]


@pytest.mark.parametrize("place", places("rules"))
def test_a_ledger_has_these_verdicts_and_no_others(place: int) -> None:
    (path, case), own = CASES[place], f"{place}."
    found = {(left.removeprefix(own), right.removeprefix(own)): verdict for (left, right), verdict in all_verdicts().items() if left.startswith(own)}
    if path.stem != "not_comparable":
        found = {pair: verdict for pair, verdict in found.items() if verdict[0] != "not_comparable"}
    assert {pair: (verdict, gap) for pair, (verdict, gap, _, _) in found.items()} == {
        (left, right): (verdict, None if gap is None else Decimal(gap)) for left, right, verdict, gap, *_ in case["expect"]
    }
    for left, right, _, _, *words in case["expect"]:
        assert found[left, right][2].endswith(".")
        assert all(word in found[left, right][2] for word in words), found[left, right][2]
    for pair, origins in case.get("origins", {}).items():
        assert found[tuple(pair.split())][3] == origins


@pytest.mark.parametrize("place", places("equations"))
def test_a_stated_sum(place: int) -> None:
    _, case = CASES[place]
    question = "SELECT verdict, difference, explanation, explained_by FROM stated_sums WHERE total_surface = $total"
    found = reconciled().execute(question, {"total": f"£{place}.total"}).fetchall()
    if case["expect"] is None:
        assert found == []
    else:
        verdict, difference, *words = case["expect"]
        assert found[0][:2] == (verdict, None if difference is None else Decimal(difference))
        assert [found[0][2]] == (words or [found[0][2]])
        assert found[0][3] == case.get("explained_by")


@pytest.mark.parametrize(("rules", "rule"), [(rules, rule) for rules in ("rules", "rules/equations") for rule in folder(rules)])
def test_every_rule_has_cases_of_its_verdict(rules: str, rule: str) -> None:
    told = re.search(r"'(\w+)' AS verdict", folder(rules)[rule])
    assert told
    cases = json.loads((HERE.parent / rules / f"{rule}.json").read_text())
    assert told[1] in {verdict for case in cases for verdict in _expected(case["expect"])}


def _expected(expect: Any) -> list[str]:
    """The verdicts that a case expects: of pairs, of a sum, or none."""
    return [row[2] for row in expect if isinstance(row, list)] or [expect[0]] if expect else []
