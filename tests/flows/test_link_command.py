"""What a person settles about a link: kept in a file for people, applied by the next run and by every one after it, and never mixed with anything else."""

import csv
import datetime
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.cli import crossfoot
from flows.links import COLUMNS, LINKS, Link
from flows.settings import Home
from pipeline.errors import CrossfootError
from pipeline.model import LinkDecision, LinkVerdict
from tests.flows.test_run import answer, tables
from warehouse import query, shards

NOW = datetime.datetime(2026, 3, 31, 9, 30, tzinfo=datetime.UTC)
DECISION = LinkDecision(LinkVerdict.CONFIRM, "QEH", "ods:RCX")
HEADER = ",".join(COLUMNS)
ROW = "2026-03-31T09:30:00Z,ann,confirm,QEH,ods:RCX,,,"
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)
SIGNS = st.sampled_from(["", "'", "=", "-", "'='@", '"', ","])


def link(home: Path, *words: str) -> Result:
    return CliRunner().invoke(crossfoot, ["link", *words, "--home", str(home)])


def whose(home: Path) -> dict[str, Any]:
    return dict(answer(home, "SELECT surface, organisation_id FROM all_figures"))


def test_a_decision_is_said_kept_applied_and_never_mixed(papers: Path, small_home: Path, tmp_path: Path) -> None:
    from flows.ingest import run

    home = tmp_path / "home"
    shutil.copytree(small_home, home)
    said = link(home, "confirm", "barts health NHS trust", "ods:RR8", "--document", "a.txt", "--by", "Ann", "--note", "=a test").stdout
    assert "“barts health NHS trust” means Leeds Teaching Hospitals NHS Trust (ods:RR8), in a.txt.\n" in said
    assert "It is about 1 link in 1 document, and changes 1; `crossfoot run` applies it.\n" in said
    with (home / "links.csv").open("a") as file:
        file.write(f"{ROW.replace('ods:RCX', 'ods:GONE')}\n{ROW.replace(',,,', ',' + 'f' * 64 + ',lost.txt,')}\n")
    kept = (home / "links.csv").read_bytes()
    assert whose(home) == {"£5m": "ods:R1H", "£3m": "ods:R1H", "£7m": "gss:E10000020"}

    run([str(papers)], str(home))
    assert whose(home) == {"£5m": "ods:RR8", "£3m": "ods:R1H", "£7m": "gss:E10000020"}
    rule = "SELECT rule, alternatives FROM organisation_mentions WHERE surface = 'Barts Health NHS Trust' AND organisation_id = 'ods:RR8'"
    assert answer(home, rule) == [("confirmed by a person", "ods:R1H")]
    idle = query.ask(home / "crossfoot.duckdb", "idle_decisions")
    assert [row["reason"] for row in idle] == ["ods:GONE is not in the register", "lost.txt is not here as it was then"]
    assert (home / "links.csv").read_bytes() == kept
    assert min(len(shards.manifest(shard)) for shard in shards.shards(Home(home).shards)) == 1  # a.txt alone was read again

    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (fresh / "links.csv").write_bytes(kept)
    run([str(papers)], str(fresh))
    assert tables(fresh, tmp_path / "a") == tables(home, tmp_path / "b")


def test_links_are_listed_with_place_rule_confidence_and_alternatives(small_home: Path) -> None:
    found = [json.loads(line) for line in link(small_home, "list", "--name", "barts", "--format", "jsonl").stdout.splitlines()]
    assert [(row["start"], row["times"], row["id"]) for row in found if row["surface"] == "Barts Health NHS Trust"] == [(0, 1, "ods:R1H")] * 2
    assert {"document", "rule", "confidence", "alternatives", "context", "document_id"} <= set(found[0])
    assert "Norfolk County Council" in link(small_home, "list", "--document", "c.txt").stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["confirm", "QEH", "ods:XXX"], r"no organisation ods:XXX in the register; ods:RCX is The Queen Elizabeth Hospital"),
        (["confirm", "Barts", "ods:R1HH"], r"ods:R1H is Barts"),
        (["reject", "QEH", "-"], r"cannot be rejected"),
        (["confirm", "the trust", "ods:R1H"], r"“the trust” is no name"),
        (["confirm", "…", "ods:R1H"], r"is no name"),
        (["confirm", "x" * 201, "ods:R1H"], r"1 to 200 characters"),
        (["confirm", "QEH", "ods:RCX", "--document", "z.txt"], r"there is no warehouse yet"),
    ],
)
def test_what_makes_no_sense_is_refused_and_not_kept(words: list[str], message: str, tmp_path: Path) -> None:
    with pytest.raises(CrossfootError, match=message):
        crossfoot(["link", *words, "--home", str(tmp_path)], standalone_mode=False)
    assert not (tmp_path / "links.csv").exists()


def test_a_document_is_named_by_name_or_id_and_not_by_guess(small_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(small_home, home)
    [(document_id,)] = answer(home, "SELECT document_id FROM documents WHERE name LIKE '%b.txt'")
    assert link(home, "reject", "Barts Health NHS Trust", "ods:R1H", "--document", str(document_id)[:12]).exit_code == 0
    assert LINKS.read(home / "links.csv")[0].decision.document_id == document_id
    assert "no document z.txt" in str(link(home, "confirm", "QEH", "ods:RCX", "--document", "z.txt").exception)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("", r"line 1: its first line is not the names"),
        (HEADER.replace("note", "why"), r"line 1: its first line is not the names of its columns; write decided_at,"),
        (f"{HEADER}\n{ROW}\nx,y", r"line 3: a row of 2 cells under 8 columns"),
        (f"{HEADER}\n{ROW.replace('confirm', 'perhaps')}", r"line 2: the verdict is 'perhaps'; write confirm or reject"),
        (f"{HEADER}\n{ROW.replace('QEH', 'the')}", r"line 2: the name is 'the'"),
        (f"{HEADER}\n{ROW.replace('ods:RCX', '')}", r"line 2: no organisation_id"),
        (f"{HEADER}\n{ROW.replace('ods:RCX', '-').replace('confirm', 'reject')}", r"line 2: no organisation_id"),
        (f"{HEADER}\n{ROW.replace('2026-03-31T09:30:00Z', '31/03/2026')}", r"line 2: decided_at is '31/03/2026'; write it as"),
        (f"{HEADER}\n{ROW.replace('ann', '')}", r"line 2: nobody is said to have decided it"),
        (f"{HEADER}\n{ROW.replace(',,,', ',,a.txt,')}", r"line 2: the document_id is ''; write the document's id"),
        (f"{HEADER}\n{ROW.replace(',,,', ',12,,')}", r"line 2: the document_id is '12'"),
        (f'{HEADER}\n"{ROW}', r"line 2: not CSV"),
    ],
)
def test_a_row_that_is_no_decision_is_refused_with_its_line(rows: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_text(rows, encoding="utf-8")
    with pytest.raises(CrossfootError, match=rf"links\.csv, {message}"):
        LINKS.append(path, Link(NOW, "ann", DECISION))
    assert path.read_text(encoding="utf-8") == rows


def test_what_people_and_spreadsheets_do_to_the_file_is_understood_and_left_alone(tmp_path: Path) -> None:
    path, before = tmp_path / "links.csv", f"\ufeff{HEADER}\r\n2026-03-31,ann,reject,QEH,ods:RCX,,,'-5\r\n\r\n{ROW.replace('ods:RCX', '-')}"
    path.write_text(before, encoding="utf-8", newline="")
    LINKS.append(path, Link(NOW, "=bob", DECISION, note="+1"))
    assert path.read_bytes().startswith(before.encode())
    first, second, third = LINKS.read(path)
    assert (first.decided_at.isoformat(), first.note) == ("2026-03-31T00:00:00+00:00", "-5")
    assert (second.decision.organisation_id, third.decided_by, third.note) == (None, "=bob", "+1")
    assert "'=bob" in path.read_text(encoding="utf-8")


@settings(max_examples=40)
@given(st.lists(st.tuples(WORDS, SIGNS), max_size=4))
def test_what_is_kept_is_what_was_said(tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, str]]) -> None:
    path = tmp_path_factory.mktemp("home") / "links.csv"
    made = [Link(NOW, f"{sign}{word}", LinkDecision(LinkVerdict.CONFIRM, f"{sign}{word} A", None), note=sign) for word, sign in said]
    for one in made:
        LINKS.append(path, one)
    assert LINKS.read(path) == made
    if made:
        cells = [cell for row in csv.reader(path.read_text(encoding="utf-8").splitlines()) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@")) and cell != "-"]
