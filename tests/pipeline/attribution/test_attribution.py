"""The rules of the attribution, before anything is weighed: the cases of one table for each field."""

import json
from pathlib import Path

import pytest

from tests.pipeline.scenes import ruled
from tests.pipeline.told import told


def cases(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield pytest.param(path.stem, row, id=f"{path.stem}: {row['trap']}", marks=[pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else [])


def plain(value):
    """A body by its id, else by its name; a time by its label; anything else as it is."""
    return getattr(value, "id", None) or getattr(value, "name", None) or getattr(value, "label", value)


@pytest.mark.parametrize(("field", "row"), [case for path in sorted(Path(__file__).parent.glob("*.jsonl")) for case in cases(path)])
def test_field(field, row):
    document = told(row["text"], row.get("kinds", ()), row.get("published_at"))
    drafts = [draft for scene in ruled(document) for draft in scene.drafts if draft.context.money.surface == row["surface"]]
    value = drafts[row.get("nth", 0)].value(field)
    assert (value.value if field in ("measure", "basis") and value else plain(value)) == row["wanted"]
