"""Files as the Organisation Data Service and ONS publish them, and what they change in a small register."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import RegisterError
from pipeline.registry import fold, load
from pipeline.registry.changes import changes, described
from pipeline.registry.downloads import read_download
from pipeline.registry.edits import Cell, Change, Row
from pipeline.registry.published import proper
from pipeline.registry.shortening import short_forms
from pipeline.registry.writing import write

HERE = Path(__file__).parent
SMALL = HERE / "small"
# the earlier file wins where two speak of one thing; the old etr comes last, as it would from somebody who has kept it
DOWNLOADS = [HERE / "downloads" / f"{name}.csv" for name in "etr eccg eother eauth export succ icbs sub_icbs counties boroughs ccgs etr_2015".split()]
SHORTENED = ("trust", "foundation_trust", "ambulance_trust", "icb")


def found(folder: Path, *files: Path) -> tuple[Change, ...]:
    return changes(load(folder), [read_download(file) for file in files])


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "register"))


@pytest.mark.parametrize("file", DOWNLOADS, ids=lambda file: file.stem)
def test_each_file_shows_its_changes(file: Path) -> None:
    assert described(found(SMALL, file)) + "\n" == file.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", DOWNLOADS, ids=lambda file: file.stem)
def test_once_written_a_file_changes_nothing(register: Path, file: Path) -> None:
    write(register, found(register, file))
    after = contents(register)
    assert found(register, file) == ()
    write(register, ())
    assert contents(register) == after


def test_all_files_together_make_the_register_that_they_should(register: Path) -> None:
    write(register, found(register, *DOWNLOADS))
    assert contents(register) == contents(HERE / "small_after")
    assert found(register, *DOWNLOADS) == ()


def test_what_was_there_stays_there_but_for_the_cells_that_changed(register: Path) -> None:
    write(register, found(register, *DOWNLOADS))
    for name in ("aliases.csv", "successions.csv", "memberships.csv"):
        lines = iter((register / name).read_text(encoding="utf-8").splitlines())
        assert all(line in lines for line in (SMALL / name).read_text(encoding="utf-8").splitlines()), name  # in their order
    ids = [line.split(",")[0] for line in (register / "organisations.csv").read_text(encoding="utf-8").splitlines()[1:]]
    assert ids == sorted(ids)
    assert set(load(SMALL).bodies) < set(ids)


def test_permissions_are_kept(register: Path) -> None:
    (register / "organisations.csv").chmod(0o640)
    write(register, found(register, DOWNLOADS[0]))
    assert (register / "organisations.csv").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "edit",
    [
        Row("aliases.csv", {"id": "ods:ZZZ", "alias": "Nobody", "kind": "short", "ambiguous": "false"}),
        Row("successions.csv", {"predecessor_id": "ods:90B", "successor_id": "ods:90A", "kind": "merger"}),
        Cell("ods:R9A", "parent_id", "ods:R9A"),
    ],
)
def test_a_change_that_would_break_the_register_is_not_written(register: Path, edit: Row | Cell) -> None:
    good = Row("aliases.csv", {"id": "ods:R9A", "alias": "Eastmere", "kind": "short", "ambiguous": "true"})
    with pytest.raises(RegisterError, match=r"with these changes.* line .*nothing is written"):
        write(register, [Change("Added", "", (good, edit))])
    assert contents(register) == contents(SMALL)


def test_a_folder_that_cannot_be_written_is_named(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copy2", full)
    with pytest.raises(RegisterError, match=r"register: cannot be written \(No space left on device\)"):
        write(register, found(register, DOWNLOADS[0]))
    assert contents(register) == contents(SMALL)


ETR = '"R9A","A NHS TRUST","Y97","QE5","","","","","","","19930401"' + ',""' * 16


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", ", line 1: not a format that is known; recognised are"),
        ("id,name\nods:A,Alpha\n", ", line 1: not a format that is known; recognised are"),
        ("LSOA21CD,LSOA21NM,RGN21CD\nE01000001,City 001A,E12000007\n", ", line 1: not a format that is known"),
        ("Code,Name\nR9A,Alpha\n", ", line 1: not a format that is known"),
        (f"{ETR}\n{ETR}".replace("19930401", "1993-4-x"), ", line 1: not a format that is known"),
        (f"{ETR}\n{ETR.replace('19930401', '19931301')}", ", line 2: '19931301' is not a date"),
        (f'{ETR}\n"R9B","CUT OFF', ", line 2: not CSV"),
        (f'{ETR}\n"R9B","CUT OFF"', ", line 2: a row of 2 cells, and the first has 27"),
        (f"{ETR}\n{ETR}".replace("A NHS", "\x1b[2J NHS"), ", line 1: a control character (U+001B)"),
        (ETR.replace('"19930401",""', '"19930401","19920331"'), ": no body of a kind that the register keeps"),
        (ETR.replace("A NHS TRUST", "DR ABEL AND PARTNERS"), ": no body of a kind that the register keeps"),
        ("R9A,R9B,R,2019,\n", ", line 1: not a format that is known"),
        ("R9A,R9B,R,20190401,\nR9A,R9B,R,2019x401,\n", ", line 2: '2019x401' is not a date"),
        ("ICB24CDH,ICB24NM\nQE5\n", ", line 2: a row of 1 cells under 2 columns"),
        ("ICB24CDH,ICB24NM\nods:QE5,Eastmere\n", ", line 2: 'ods:QE5' is not a code"),
        ("PK\x03\x04", ": an archive or a workbook; unpack it"),
    ],
)
def test_other_and_damaged_files_are_refused(tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / "download.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RegisterError, match=re.escape(f"{file}{reason}")):
        read_download(file)


@given(
    data=st.binary(max_size=200) | st.text(alphabet='RQ9A,"\nNHTRUS 20190401', max_size=300).map(str.encode),
    start=st.sampled_from(["", ETR, "R9A,R9B,R,20190401,", "ICB24CDH,ICB24NM"]),
)
def test_whatever_a_download_holds_it_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes, start: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_bytes(start.encode() + b"\n" + data)
    reason = ""
    try:
        described(found(SMALL, file))
    except RegisterError as error:
        reason = str(error)
    assert not reason or str(file) in reason


def test_a_code_that_was_given_back_makes_no_circle(tmp_path: Path) -> None:
    file = tmp_path / "succ.csv"
    file.write_text("R9B,R9A,R,20200401,\nR9A,R9B,R,20210401,\nR9A,R9A,R,20210401,\n")
    assert [change.line.split("  ")[0] for change in found(SMALL, file)] == ["ods:R9B → ods:R9A"]


def test_names_in_capitals_get_the_case_that_the_register_has() -> None:
    names = [body.name for body in load().bodies.values() if body.kind in (*SHORTENED, "ccg", "sub_icb_location") and body.id.startswith("ods:")]
    assert [name for name in names if proper(name.upper()) != name] == ["NHS Birmingham CrossCity CCG"]
    assert proper("West and North Trust") == "West and North Trust"


def test_new_bodies_get_the_short_forms_that_those_of_the_register_have() -> None:
    register = load()
    bodies = [body for body in register.bodies.values() if body.kind in SHORTENED and body.id.startswith("ods:")]
    forms = [(body.id, fold(alias.text)) for body in bodies for alias in short_forms(body)]
    known = [body_id in {alias.id for alias in register.aliases.get(form, ())} for body_id, form in forms]
    assert len(known) > 1_000
    assert sum(known) >= 0.98 * len(known)
