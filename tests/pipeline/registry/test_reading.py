"""The register that the package ships, and registers that do not hold together."""

import datetime
import re
import shutil
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import RegisterError
from pipeline.registry import REGISTER, fold, load

FILES = {
    "organisations.csv": "id,name,kind,opened,closed,parent_id\nods:A,Alpha Trust,trust,2000-01-01,2010-12-31,\nods:B,Beta Trust,trust,2011-01-01,,ods:A\n",
    "aliases.csv": "id,alias,kind,valid_from,valid_to,ambiguous\nods:A,Alpha,short,2000-01-01,2010-12-31,false\n",
    "successions.csv": "predecessor_id,successor_id,date,kind\nods:A,ods:B,2011-01-01,merger\n",
    "memberships.csv": "member_id,group_id,start,end,role\nods:A,ods:B,2011-01-01,2012-01-01,provider\n",
    "generic_terms.csv": "term,kinds\nthe trust,trust\n",
}


def write(folder: Path, **changed: str) -> Path:
    for name, text in FILES.items():
        (folder / name).write_text(changed.get(name.removesuffix(".csv"), text), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("file", "row", "reason"),
    [
        ("organisations", "ods:A,Alpha Again,trust,,,", "the id ods:A is there twice"),
        ("organisations", "ods:C,Gamma,trust,2012-01-01,2011-01-01,", "it ends (2011-01-01) before it begins (2012-01-01)"),
        ("organisations", "ods:C,Gamma,trust,,,ods:Z", "the id ods:Z is not in organisations.csv"),
        ("organisations", "ods:C,,trust,,,", "a body without id, name or kind"),
        ("organisations", "ods:C,Gamma,trust,1 April,,", "'1 April' is not a date"),
        ("organisations", "ods:C,Gamma,trust", "a row with too few or too many cells"),
        ("aliases", "ods:Z,Zeta,short,,,false", "the id ods:Z is not in organisations.csv"),
        ("aliases", "ods:A,Alef,short,2002-01-01,2001-01-01,false", "it ends (2001-01-01) before it begins (2002-01-01)"),
        ("aliases", "ods:A,Alef,short,,,maybe", "ambiguous is 'maybe'"),
        ("aliases", "ods:A,Alef, the First,short,,,false", "a row with too few or too many cells"),
        ("successions", "ods:Z,ods:B,2011-01-01,merger", "the id ods:Z is not in organisations.csv"),
        ("successions", "ods:A,ods:Z,2011-01-01,merger", "the id ods:Z is not in organisations.csv"),
        ("successions", "ods:A,ods:B,2011-13-01,merger", "'2011-13-01' is not a date"),
        ("memberships", "ods:Z,ods:B,,,provider", "the id ods:Z is not in organisations.csv"),
        ("memberships", "ods:A,ods:Z,,,provider", "the id ods:Z is not in organisations.csv"),
        ("memberships", "ods:A,ods:B,2013-01-01,2012-01-01,provider", "it ends (2012-01-01) before it begins (2013-01-01)"),
    ],
)
def test_a_bad_row_is_refused_with_its_place(tmp_path: Path, file: str, row: str, reason: str) -> None:
    text = FILES[f"{file}.csv"] + row + "\n"
    folder = write(tmp_path, **{file: text})
    with pytest.raises(RegisterError, match=re.escape(f"{file}.csv, line {text.count(chr(10))}: {reason}")):
        load(folder)


@pytest.mark.parametrize("file", [name.removesuffix(".csv") for name in FILES])
def test_a_missing_column_is_refused_with_its_place(tmp_path: Path, file: str) -> None:
    header, rest = FILES[f"{file}.csv"].split("\n", 1)
    column = header.rsplit(",", 1)[1]
    folder = write(tmp_path, **{file: header.replace(column, "x") + "\n" + rest})
    with pytest.raises(RegisterError, match=f"{file}.csv, line 1: no column {column}"):
        load(folder)


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    (write(tmp_path) / file).unlink()
    with pytest.raises(RegisterError, match=f"{file}: cannot be read"):
        load(tmp_path)


def test_bytes_that_are_not_utf8_are_refused(tmp_path: Path) -> None:
    (write(tmp_path) / "aliases.csv").write_bytes(b"id,alias,kind,valid_from,valid_to,ambiguous\nods:A,Caf\xe9,short,,,false\n")
    with pytest.raises(RegisterError, match=r"aliases\.csv: cannot be read"):
        load(tmp_path)


def test_looks_up_by_id_kind_name_group_and_predecessor(tmp_path: Path) -> None:
    register = load(write(tmp_path))
    assert register.bodies["ods:A"].closed == datetime.date(2010, 12, 31)
    assert [body.id for body in register.of_kind("trust")] == ["ods:A", "ods:B"]
    assert [alias.id for alias in register.aliases[fold("THE ALPHA")]] == ["ods:A"]
    assert [body.id for body in register.members("ods:B")] == ["ods:A"]
    assert register.members("ods:B", datetime.date(2013, 1, 1)) == ()
    assert [body.id for body in register.successors("ods:A")] == ["ods:B"]
    assert register.successors("ods:B") == ()


def test_a_register_cannot_be_changed(tmp_path: Path) -> None:
    register = load(write(tmp_path))
    with pytest.raises(TypeError):
        register.bodies["ods:A"] = register.bodies["ods:B"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        register.bodies = {}  # type: ignore[misc]


@pytest.mark.parametrize(
    ("id", "name", "kind"),
    [
        ("ods:QMM", "Norfolk and Waveney STP", "stp"),
        ("ods:QMM-icb", "NHS Norfolk and Waveney Integrated Care Board", "icb"),
        ("ods:06H", "NHS Cambridgeshire and Peterborough CCG", "ccg"),
        ("gss:E10000020", "Norfolk County Council", "council"),
        ("crossfoot:nhs-england-and-nhs-improvement", "NHS England and NHS Improvement", "national_body"),
    ],
)
def test_shipped_register_knows(id: str, name: str, kind: str) -> None:
    body = load().bodies[id]
    assert (body.name, body.kind) == (name, kind)


def test_shipped_register_joins_up() -> None:
    register = load()
    assert "ods:RDE" in {body.id for body in register.successors("ods:RGQ")}
    assert {"ods:RM1", "ods:RCX", "ods:RGP"} <= {body.id for body in register.members("ods:QMM", datetime.date(2019, 4, 1))}
    kinds = {body.kind for body in register.bodies.values()}
    assert all(term.kinds <= kinds for term in register.terms)


def test_shipped_places_of_one_word_are_ambiguous() -> None:
    places = [alias for aliases in load().aliases.values() for alias in aliases if alias.kind == "place_metonym" and " " not in alias.text]
    assert places
    assert all(alias.ambiguous for alias in places)


def test_load_is_small(tmp_path: Path) -> None:
    shutil.copytree(REGISTER, tmp_path / "register")
    tracemalloc.start()
    load(tmp_path / "register")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000_000


@given(st.text(alphabet="abcXYZé0 &,.-–'’\n\u00a0", max_size=40))
def test_folding_settles_and_is_blind_to_what_does_not_count(text: str) -> None:
    once = fold(f"x {text}")
    assert fold(once) == once
    assert fold(f"The X {text.upper()}") == once
    assert fold(f"  x\n{text} ".replace("&", " and ")) == once
    assert fold(f"x {text}".replace("’", "'").replace("–", "-")) == once
