"""The table of `pipeline/organisations/README.md` holds."""

import datetime
from pathlib import Path

import pytest

import pipeline.organisations
from pipeline.model import OrganisationMention
from pipeline.organisations import find_organisations
from pipeline.registry import load

PAGE = Path(pipeline.organisations.__file__).with_name("README.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| `") and line.count("|") == 4]
EXAMPLES = [row for row in ROWS if "." in row[0] and not row[0].endswith((".py`", ".py"))]


def shown(mention: OrganisationMention) -> str:
    if mention.alternatives:
        return f"{len(mention.alternatives)} readings"
    return mention.organisation.id or f'"{mention.organisation.name}"'


def test_the_table_is_read_whole() -> None:
    assert len(EXAMPLES) == 11


@pytest.mark.parametrize(("text", "published", "found"), EXAMPLES)
def test_examples(text: str, published: str, found: str) -> None:
    on = datetime.date.fromisoformat(published) if published else None
    mentions = find_organisations(text.strip("`"), load(), on)
    assert (" ".join(map(shown, mentions)) or "nobody") == found
