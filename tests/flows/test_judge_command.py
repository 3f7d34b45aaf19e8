"""What a person judges about two figures or a topic: said back, kept in a file for people, taken into the warehouse by the next run, and shown."""

import datetime
import json
import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.cli import crossfoot
from flows.judgements import COLUMNS, JUDGEMENTS, Judgement, Side, Topic, Verdict
from flows.judging import waiting
from pipeline.errors import CrossfootError
from tests.flows.test_run import answer, tables
from warehouse import query

NOW = datetime.datetime(2026, 3, 31, 9, 30, tzinfo=datetime.UTC)
LEFT, RIGHT = Side("1a" * 10, "b" * 64, "a.txt", "£5m", 8, 1, 2), Side("2c" * 10, "d" * 64, "b.txt", "£3m", 3, 1, 1)
PAIR = Judgement(NOW, "ann", Verdict.SAME, (LEFT, RIGHT))
HEADER = ",".join(COLUMNS)
ROW = f"2026-03-31T09:30:00Z,ann,same,,,{LEFT.figure_id},{LEFT.document_id},a.txt,£5m,8,1 of 2,{RIGHT.figure_id},{RIGHT.document_id},b.txt,£3m,3,1 of 1,"
ON_TOPIC = f"2026-03-31,bob,typo,{'ab' * 8},Eastmere,{',' * 11},"
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=8)
TOPICS = """DROP VIEW topics; CREATE TABLE topics AS
    FROM (VALUES ('5b1f0e77a2c94d38', 'Eastmere, deficit'), ('5b1f99990000aaaa', 'Eastmere, saving')) AS topics(topic_id, title)"""


def call(home: Path, *words: str) -> Result:
    return CliRunner().invoke(crossfoot, [*words, "--home", str(home)], env={"COLUMNS": "200"})


def figure(home: Path, surface: str) -> str:
    [(figure_id,)] = query.rows(home / "crossfoot.duckdb", "SELECT figure_id FROM figures WHERE surface = $surface", {"surface": surface})[1]
    return str(figure_id)


@pytest.fixture
def home(small_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small_home, tmp_path / "home"))


def test_a_judgement_is_said_kept_taken_in_shown_and_never_changed(papers: Path, home: Path, tmp_path: Path) -> None:
    from flows.ingest import run

    deficit, surplus, roads = (figure(home, surface) for surface in ("£5m", "£3m", "£7m"))
    said = call(home, "judge", f"{deficit[:8]}+{surplus}", "same", "--by", "Ann")
    assert (said.exit_code, said.stdout.splitlines()[0].endswith("b.txt are one thing.")) == (0, True)
    assert "The trust had a deficit of »£5m« in 2018-19." in said.stdout
    assert "had a surplus of »£3m« in 2017-18." in said.stdout
    said = call(home, "judge", f"{surplus}+{deficit}", "different", "--by", "=Bob", "--note", "two years").stdout
    assert "are different things." in said
    assert "takes the place of “same” by Ann, 20" in said
    call(home, "judge", f"{roads}+{deficit}".upper(), "typo")
    with (home / "judgements.csv").open("a", encoding="utf-8") as file:
        file.write(f"{ROW}\n")
    kept = (home / "judgements.csv").read_bytes()

    told = " ".join(call(home, "run", str(papers)).stdout.split())
    assert "Judgements that wait (1) • same, £5m in a.txt and £3m in b.txt: a.txt is not here as it was then (judgements.csv, judgement 4)" in told
    assert (home / "judgements.csv").read_bytes() == kept
    assert answer(home, "SELECT verdict, decided_by, note FROM judgements WHERE left_figure_id IS NOT NULL") == [
        ("different", "=Bob", "two years"),
        ("typo", answer(home, 'SELECT decided_by FROM judgements_made WHERE "position" = 3')[0][0], None),
    ]
    shown = call(home, "explain", surplus).stdout
    assert "Judged by persons with 1 other figure\n  different: £5m in " in shown
    assert "=Bob, 20" in shown
    assert shown.rstrip().endswith(": two years")

    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (fresh / "judgements.csv").write_bytes(kept)
    run([str(papers)], str(fresh))
    assert tables(fresh, tmp_path / "a") == tables(home, tmp_path / "b")


def test_judgements_are_listed_the_last_first_with_what_judge_takes(home: Path) -> None:
    pair = "+".join(sorted((figure(home, "£5m"), figure(home, "£3m"))))
    for verdict in ("same", "typo"):
        call(home, "judge", pair, verdict, "--by", "ann", "--note", "a,b")
    rows = [json.loads(line) for line in call(home, "judgements", "--format", "jsonl").stdout.splitlines()]
    assert [(row["verdict"], row["decided_by"], row["note"], row["subject"]) for row in rows] == [("typo", "ann", "a,b", pair), ("same", "ann", "a,b", pair)]
    assert "£5m in " in call(home, "judgements", "--about", "A.TXT").stdout
    assert call(home, "judgements", "--about", "c.txt").stdout == ""


def test_a_topic_is_judged_by_its_title_or_the_beginning_of_its_id(home: Path) -> None:
    with duckdb.connect(home / "crossfoot.duckdb") as connection:
        connection.execute(TOPICS)
    for subject in ("5b1f0e77a2c94d38", "5B1F0", "Eastmere, deficit"):
        said = " ".join(call(home, "judge", subject, "different").stdout.split())
        assert said.startswith("The figures of “Eastmere, deficit” (5b1f0e77a2c94d38) are different things.")
    assert {judgement.about for judgement in JUDGEMENTS.read(home / "judgements.csv")} == {Topic("5b1f0e77a2c94d38", "Eastmere, deficit")}
    assert waiting(home / "crossfoot.duckdb") == []
    assert "2 topics are called 5b1f; name one by its id: 5b1f0e77a2c94d38 is Eastmere" in str(call(home, "judge", "5b1f", "same").exception)
    assert "no topic Westmere" in str(call(home, "judge", "Westmere", "same").exception)


@pytest.mark.parametrize(
    ("subject", "message"),
    [
        ("{deficit}+ffff0000ffff", "no figure ffff0000ffff"),
        ("{deficit}+{deficit}", "is one figure twice"),
        ("{deficit}+12", "give 4 or more characters"),
    ],
)
def test_what_makes_no_sense_is_refused_and_not_kept(subject: str, message: str, small_home: Path) -> None:
    refused = call(small_home, "judge", subject.format(deficit=figure(small_home, "£5m")), "same")
    assert message in str(refused.exception)
    assert not (small_home / "judgements.csv").exists()


def test_ids_that_begin_alike_are_not_guessed_at(home: Path) -> None:
    with duckdb.connect(home / "crossfoot.duckdb") as connection:
        for table in ("figures", "claims"):
            connection.execute(f"UPDATE {table} SET figure_id = '5555' || right(figure_id, 16)")  # noqa: S608
    assert "3 figures begin with 5555; give more characters" in str(call(home, "judge", f"{figure(home, '£7m')}+5555", "same").exception)


def test_bad_usage_exits_with_2_and_no_warehouse_says_how_to_make_one(tmp_path: Path) -> None:
    assert call(tmp_path, "judge", "1234+5678", "perhaps").exit_code == 2
    assert "make one with `crossfoot run`" in str(call(tmp_path, "judge", "1234+5678", "same").exception)
    assert call(tmp_path, "judgements").exit_code == 0


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("x,y", r"a row of 2 cells under 18 columns"),
        (ROW.replace("same", "perhaps"), r"the verdict is 'perhaps'; write same, different, typo"),
        (ROW.replace(LEFT.figure_id, RIGHT.figure_id), r"one figure on both sides"),
        (ROW.replace(LEFT.figure_id, "1A"), r"left_figure_id is '1A'; write the figure's id"),
        (ROW.replace(RIGHT.document_id, ""), r"right_document_id is ''; write the document's id"),
        (ROW.replace("£3m", ""), r"right_surface is ''; write the figure as it is printed"),
        (ROW.replace(",8,", ",9999999999,"), r"left_start_char is '9999999999'; write the place"),
        (ROW.replace("1 of 2", "1/2"), r"left_occurrence is '1/2'; write which"),
        (ROW.replace(",same,,,", f",same,{'ab' * 8},,"), r"it is about a topic and figures at once; fill in"),
        (f"2026-03-31,ann,same{',' * 15}", r"it is about nothing; fill in"),
        (ON_TOPIC.replace("ab" * 8, "Eastmere"), r"the topic_id is 'Eastmere'; write the topic's id"),
        (ROW.replace(",ann,", ",,"), r"nobody is said to have decided it"),
        (ROW.replace("2026-03-31T09:30:00Z", "31/03/2026"), r"decided_at is '31/03/2026'"),
    ],
)
def test_a_row_that_is_no_judgement_is_refused_with_its_line(row: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    path.write_text(f"{HEADER}\n{ON_TOPIC}\n{row}\n", encoding="utf-8")
    with pytest.raises(CrossfootError, match=rf"judgements\.csv, line 3: {message}"):
        JUDGEMENTS.append(path, PAIR)
    assert path.read_text(encoding="utf-8") == f"{HEADER}\n{ON_TOPIC}\n{row}\n"


def test_what_people_and_spreadsheets_do_to_the_file_is_understood_and_left_alone(tmp_path: Path) -> None:
    path, before = tmp_path / "judgements.csv", f"\ufeff{HEADER}\r\n\r\n{ON_TOPIC}\r\n{ROW}'=1"
    path.write_text(before, encoding="utf-8", newline="")
    JUDGEMENTS.append(path, PAIR)
    assert path.read_bytes().startswith(before.encode())
    on_topic, with_note, kept = JUDGEMENTS.read(path)
    assert (on_topic.about, on_topic.subject) == (Topic("ab" * 8, "Eastmere"), "ab" * 8)
    assert (with_note, kept) == (replace(PAIR, note="=1"), PAIR)


@settings(max_examples=30)
@given(st.sampled_from(Verdict), WORDS.map("x{}".format), st.sampled_from(["-", "=", "'", "", '"', ","]), WORDS)
def test_what_is_kept_is_what_was_said(tmp_path_factory: pytest.TempPathFactory, verdict: Verdict, name: str, sign: str, note: str) -> None:
    path = tmp_path_factory.mktemp("home") / "judgements.csv"
    side = replace(LEFT, document=f"{sign}{name}", surface=f"{sign}{name}")
    made = [Judgement(NOW, name, verdict, (side, RIGHT), note), Judgement(NOW, name, verdict, Topic("ab" * 8, f"{sign}{name}"), note)]
    for judgement in made:
        JUDGEMENTS.append(path, judgement)
    assert JUDGEMENTS.read(path) == made
