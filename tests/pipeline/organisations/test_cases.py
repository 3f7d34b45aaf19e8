"""Whole texts read as a reader would: every organisation that they mention, and nobody besides.

The texts are made up; what they say of bodies that exist is not so. Where two readers would differ, a row says `optional`: a mention may stand there or not;
where it stands inside `unlinked` it is nobody's whom the register knows.
"""

import json
import re
from pathlib import Path

import pytest

from pipeline.language import read
from pipeline.model import Byline, Document, OrganisationMention
from pipeline.registry import fold

TABLES = sorted(Path(__file__).with_name("cases").glob("*.jsonl"))
ARTICLE = re.compile(r"(?:the|this|that)\s+", re.IGNORECASE)
LEGAL_FORM = re.compile(r" (?:plc|ltd|limited|llp|inc)$")


def rows(table: Path) -> list[dict]:
    return [json.loads(line) for line in table.read_text(encoding="utf-8").splitlines()]


def marked(table: Path, case: dict) -> object:
    marks = [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []
    return pytest.param(case, id=f"{table.stem}: {case['trap']}", marks=marks)


def told(text: str, start: int, end: int, form: str, id: str | None, name: str, alternatives: list[str]) -> tuple:
    """What readers agree on: a leading article, and an apostrophe or exclamation mark behind a name, do not matter; a group is told by its words."""
    article = ARTICLE.match(text, start, end) if form != "name" else None
    start = article.end() if article else start
    who = id or tuple(sorted(alternatives)) or (None if form == "group" else LEGAL_FORM.sub("", fold(name)))
    return start, text[start:end].rstrip("'’!"), form, who


def is_excused(mention: OrganisationMention, case: dict) -> bool:
    within = {key for key in ("optional", "unlinked") for start, end in case.get(key, []) if mention.start < end and start < mention.end}
    return "optional" in within and not (mention.organisation.id and "unlinked" in within)


@pytest.mark.parametrize("case", [marked(table, case) for table in TABLES for case in rows(table)])
def test_reads_as_a_reader_would(case: dict) -> None:
    text = case["text"]
    found = read(Document("case", "case.txt", "text", text, Byline(published_at=case["on"])), names_everywhere=True).organisations
    mentions = [(told(text, m.start, m.end, m.form.value, m.organisation.id, m.organisation.name, [o.id for o in m.alternatives]), m) for m in found]
    wanted = [told(text, m["start"], m["end"], m["form"], m["id"], m["name"], m.get("alternatives", [])) for m in case["mentions"]]
    seen = [words for words, mention in mentions if words in wanted or not is_excused(mention, case)]
    if seen != wanted:  # told in two lines: the diff of two long lists costs more than the reading
        pytest.fail(f"not seen: {[m for m in wanted if m not in seen]}\nnot there: {[m for m in seen if m not in wanted]}", pytrace=False)
    members = {words: sorted(o.id or o.name for o in mention.members) for words, mention in mentions}
    assert [members[words] for words, m in zip(wanted, case["mentions"], strict=True) if "members" in m] == [
        sorted(m["members"]) for m in case["mentions"] if "members" in m
    ]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_trap_has_a_name_of_its_own(table: Path) -> None:
    cases = rows(table)
    assert len({case["trap"] for case in cases}) == len(cases) >= 170
    assert all(case["text"][m["start"] : m["end"]] == m["surface"] for case in cases for m in case["mentions"])
