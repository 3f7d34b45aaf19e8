"""An evaluation as one row of numbers, for programs."""

from __future__ import annotations

from typing import Any

from flows.records import number
from flows.scoring.evaluation import Evaluation
from flows.scoring.misses import misses
from flows.scoring.tables import Band, RuleTally, f1, reliability, rules, shares, surest_half

Row = dict[str, Any]


def results(evaluation: Evaluation, with_misses: bool) -> Row:
    """The tables of an evaluation under the names that the report gives them; shares are floats from 0 to 1."""
    found = shares(evaluation)
    values = {name: share.value for name, share in found.items()}
    row: Row = {"gold": found["recall"].of, "found": found["precision"].of, "precision": values.pop("precision"), "recall": values.pop("recall")}
    row |= {"f1": f1(row["precision"], row["recall"])} | values
    row["rules"] = {field: [_tally(tally) for tally in tallies] for field, tallies in rules(evaluation).items()}
    row["reliability"] = [_band(band) for band in reliability(evaluation)]
    row["surest_half"] = surest_half(evaluation).value
    return row | {"misses": [*misses(evaluation)]} if with_misses else row


def _tally(tally: RuleTally) -> Row:
    return {"rule": tally.rule, "decided": tally.decided, "right": tally.right}


def _band(band: Band) -> Row:
    return {"from": number(band.low), "to": number(band.high), "figures": band.figures, "confidence": number(band.confidence), "right": band.right}
