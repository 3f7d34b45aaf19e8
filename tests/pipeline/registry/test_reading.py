"""The register that the package ships, registers that do not hold together, and a user's own file."""

import datetime
import json
import os
import re
import shutil
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import RegisterError
from pipeline.registry import REGISTER, fold, load
from pipeline.registry.folding import fold_word, words
from pipeline.registry.rows import MOST_BYTES

HERE = Path(__file__).parent
FILES = {
    "organisations.csv": "id,name,kind,opened,closed,parent_id\nods:A,Alpha Trust,trust,2000-01-01,2010-12-31,\nods:B,Beta Trust,trust,2011-01-01,,ods:A\n",
    "aliases.csv": "id,alias,kind,valid_from,valid_to,ambiguous\nods:A,Alpha,short,2000-01-01,2010-12-31,false\n",
    "successions.csv": "predecessor_id,successor_id,date,kind\nods:A,ods:B,2011-01-01,merger\n",
    "memberships.csv": "member_id,group_id,start,end,role\nods:A,ods:B,2011-01-01,2012-01-01,provider\n",
    "generic_terms.csv": "term,kinds\nthe trust,trust\n",
}


def cases(name: str) -> list[object]:
    rows = [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]
    return [pytest.param(row, id=row["trap"]) for row in rows]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("case", cases("bad.jsonl"))
def test_a_bad_register_is_refused_with_file_line_and_reason(folder: Path, case: dict[str, Any]) -> None:
    name = f"{case['file']}.csv"
    text = case["text"].replace("{long}", "x" * 200_000) if "text" in case else FILES[name] + "".join(f"{row}\n" for row in case["rows"])
    (folder / name).write_bytes(text.encode(case.get("encoding", "utf-8")))
    where = f"{folder / name}, line {case['line']}" if case["line"] else str(folder / name)
    with pytest.raises(RegisterError, match=re.escape(f"{where}: {case['reason']}")) as refusal:
        load(folder)
    assert refusal.value.next


@pytest.mark.parametrize("file", FILES)
def test_a_missing_column_is_refused_in_every_file(folder: Path, file: str) -> None:
    header, rest = FILES[file].split("\n", 1)
    column = header.rsplit(",", 1)[1]
    (folder / file).write_text(header.replace(column, "x") + "\n" + rest)
    with pytest.raises(RegisterError, match=f"{file}, line 1: no column {column}"):
        load(folder)


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(RegisterError, match=f"{file}: cannot be read"):
        load(folder)


def test_a_folder_in_place_of_a_file_is_refused(folder: Path) -> None:
    (folder / "aliases.csv").unlink()
    (folder / "aliases.csv").mkdir()
    with pytest.raises(RegisterError, match=r"aliases\.csv: cannot be read"):
        load(folder)


def test_an_absurdly_large_file_is_not_read(folder: Path) -> None:
    with (folder / "aliases.csv").open("wb") as file:
        os.truncate(file.fileno(), MOST_BYTES + 1)
    with pytest.raises(RegisterError, match=r"aliases\.csv: too large \(64 MB\)"):
        load(folder)


@settings(deadline=None)
@given(data=st.binary(max_size=200) | st.text(alphabet='ods:AB,"\n trusthoralie;', max_size=80).map(str.encode))
def test_whatever_a_file_holds_it_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    place = tmp_path_factory.getbasetemp()
    for name, text in FILES.items():
        (place / name).write_text(text, encoding="utf-8")
    (place / "aliases.csv").write_bytes(FILES["aliases.csv"].encode() + data)
    reason = ""
    try:
        load.__wrapped__(place)
    except RegisterError as error:
        reason = str(error)
    assert not reason or str(place / "aliases.csv") in reason


def test_blank_lines_windows_line_ends_and_further_columns_are_nothing_special(folder: Path) -> None:
    (folder / "aliases.csv").write_text("note,id,alias,kind,valid_from,valid_to,ambiguous\r\n\r\nby hand,ods:A,Alef,short,,,true\r\n", newline="")
    [alias] = load(folder).aliases["alef"]
    assert (alias.id, alias.text, alias.ambiguous) == ("ods:A", "Alef", True)


def test_looks_up_by_id_kind_name_group_member_and_succession(folder: Path) -> None:
    register = load(folder)
    assert register.bodies["ods:A"].closed == datetime.date(2010, 12, 31)
    assert [body.id for body in register.of_kind("trust")] == ["ods:A", "ods:B"]
    assert register.of_kind("ccg") == ()
    assert [alias.id for alias in register.aliases[fold("THE ALPHA")]] == ["ods:A"]
    assert [body.id for body in register.members("ods:B")] == ["ods:A"]
    assert register.members("ods:B", datetime.date(2013, 1, 1)) == ()
    assert [body.id for body in register.groups_of("ods:A")] == ["ods:B"]
    assert [body.id for body in register.groups_of("ods:A", datetime.date(2011, 6, 1))] == ["ods:B"]
    assert register.groups_of("ods:A", datetime.date(2013, 1, 1)) == register.groups_of("ods:B") == ()
    assert [body.id for body in register.successors("ods:A")] == ["ods:B"]
    assert [body.id for body in register.predecessors("ods:B")] == ["ods:A"]
    assert register.successors("ods:B") == register.predecessors("ods:A") == ()


def test_a_register_cannot_be_changed(folder: Path) -> None:
    register = load(folder)
    with pytest.raises(TypeError):
        register.bodies["ods:A"] = register.bodies["ods:B"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        register.bodies = {}  # type: ignore[misc]


def own(folder: Path, *rows: str, header: str = "id,name,kind,alias") -> Path:
    file = folder / "own.csv"
    file.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return file


def test_a_users_file_adds_bodies_and_aliases(folder: Path) -> None:
    file = own(folder, "ods:B,,,BTR", "ods:B,Beta Trust,trust,The Betas", "mine:x,Xi Council,council,", "mine:x,,,Xi", 'mine:y,"Ypsilon, Limited",company,YPS')
    register = load(folder, file)
    assert [(alias.id, alias.kind, alias.ambiguous) for form in ("btr", "betas", "xi", "yps") for alias in register.aliases[form]] == [
        ("ods:B", "acronym", False),
        ("ods:B", "short", False),
        ("mine:x", "short", False),
        ("mine:y", "acronym", False),
    ]
    assert [alias.id for alias in register.aliases["xi council"]] == ["mine:x"]
    assert register.bodies["mine:y"].name == "Ypsilon, Limited"
    assert set(load(folder).bodies) == {"ods:A", "ods:B"}


def test_a_users_file_may_say_all_that_ours_say(folder: Path) -> None:
    header = "parent_id,id,kind,name,opened,closed,alias,alias_kind,valid_from,valid_to,ambiguous"
    file = own(
        folder,
        "mine:y,mine:x,council,Xi,2001-01-01,2009-12-31,Exi,place_metonym,2001-01-01,2002-01-01,true",
        "ods:A,mine:y,council,Ypsilon,,,,,,,",
        header=header,
    )
    register = load(folder, file)
    [alias] = register.aliases["exi"]
    assert (alias.kind, alias.valid_from, alias.valid_to, alias.ambiguous) == ("place_metonym", datetime.date(2001, 1, 1), datetime.date(2002, 1, 1), True)
    assert (register.bodies["mine:x"].parent_id, register.bodies["mine:y"].parent_id) == ("mine:y", "ods:A")
    assert register.bodies["mine:x"].closed == datetime.date(2009, 12, 31)


def test_a_users_body_may_have_the_name_of_one_that_ended_before(folder: Path) -> None:
    file = own(folder, "mine:alpha,Alpha Trust,trust,2011-01-01", header="id,name,kind,opened")
    assert [alias.id for alias in load(folder, file).aliases["alpha trust"]] == ["ods:A", "mine:alpha"]


@pytest.mark.parametrize("case", cases("bad_own.jsonl"))
def test_a_bad_file_of_a_user_is_refused_with_file_line_and_reason(folder: Path, case: dict[str, Any]) -> None:
    file = own(folder, *case["rows"], header=case.get("header", "id,name,kind,alias"))
    with pytest.raises(RegisterError, match=re.escape(f"{file}, line {case['line']}: {case['reason']}")):
        load(folder, file)


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
    assert "ods:RGQ" in {body.id for body in register.predecessors("ods:RDE")}
    assert {"ods:RM1", "ods:RCX", "ods:RGP"} <= {body.id for body in register.members("ods:QMM", datetime.date(2019, 4, 1))}
    assert [body.id for body in register.groups_of("ods:RM1", datetime.date(2019, 4, 1))] == ["ods:QMM"]
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
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 20_000_000
    assert peak < 60_000_000


@given(st.text(alphabet="abcXYZé0 &,.-–'’\n\u00a0", max_size=40))
def test_folding_settles_and_is_blind_to_what_does_not_count(text: str) -> None:
    once = fold(f"x {text}")
    assert fold(once) == once
    assert fold(f"The X {text.upper()}") == once
    assert fold(f"  x\n{text} ".replace("&", " and ")) == once
    assert fold(f"x {text}".replace("’", "'").replace("–", "-")) == once


@given(st.text(alphabet="abTHE0 &+,.-_/()'`’\"\n\t", max_size=40))
def test_folding_a_text_is_folding_its_words(text: str) -> None:
    folded = [fold_word(match[0]) for match in words(text)]
    assert fold(text) == " ".join(folded[1:] if folded[:1] == ["the"] else folded)


def test_the_example_in_the_guide_is_read(tmp_path: Path) -> None:
    guide = (REGISTER / "README.md").read_text(encoding="utf-8")
    (tmp_path / "own.csv").write_text(guide.split("```\n")[1], encoding="utf-8")
    register = load(REGISTER, tmp_path / "own.csv")
    assert [(alias.id, alias.kind) for form in ("ebc", "colney hospital") for alias in register.aliases[form] if alias.id in {"mine:eastmere", "ods:RM1"}] == [
        ("mine:eastmere", "acronym"),
        ("ods:RM1", "short"),
    ]
