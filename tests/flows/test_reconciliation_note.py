"""The note of `crossfoot reconcile`: as a person reads it on the sample newsroom, what it leaves out, and what it makes of judgements and hostile names."""

import json
import re
import shutil
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from flows.cli import crossfoot
from warehouse import query

NOTE = Path(__file__).parent / "notes" / "newsroom.txt"


def said(*words: object) -> str:
    result = CliRunner().invoke(crossfoot, ["reconcile", *map(str, words)], env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.exception
    return result.stdout


def flat(text: str) -> str:
    return " ".join(text.split())


def masked(text: str) -> str:
    """Without the ids, which change with every reading."""
    return re.sub(r"\b[0-9a-f]{8}\b", "########", text)


def test_the_note_on_the_newsroom_is_the_one_that_people_read_and_approved(newsroom_home: Path) -> None:
    assert masked(said("--home", newsroom_home)) == NOTE.read_text(encoding="utf-8"), f"read it; where it is better, write it to {NOTE}"


def test_lines_fit_a_terminal_of_80_columns(newsroom_home: Path) -> None:
    assert [line for line in said("--home", newsroom_home, "--all").splitlines() if len(line) > 80 or line != line.rstrip()] == []


def test_all_topics_are_told_or_counted(newsroom_home: Path) -> None:
    topics = query.rows(newsroom_home / "crossfoot.duckdb", "SELECT count(*) FROM topics")[1][0][0]
    titles = re.compile(r"^\S.*·", re.MULTILINE)
    assert len(titles.findall(said("--home", newsroom_home, "--all"))) == topics
    told = said("--home", newsroom_home)
    assert len(titles.findall(told)) + sum(int(number) for number in re.findall(r"And (\d+) (?:more )?topics", told)) == topics


def test_a_note_on_one_topic_and_on_one_body(newsroom_home: Path) -> None:
    one = said("--home", newsroom_home, "--topic", "Norfolk and Waveney STP · deficit · 2018-19")
    assert one.count("Best value: ") == 1
    assert "Norwich CCG" not in said("--home", newsroom_home, "--about", "herts valleys", "--all")
    assert flat(said("--home", newsroom_home, "--about", "no such body")) == "Nothing to compare."


def test_a_pair_that_a_person_called_different_is_judged_and_no_conflict(newsroom_home: Path, tmp_path: Path) -> None:
    home = Path(shutil.copytree(newsroom_home, tmp_path / "home"))
    topic = ["--home", str(home), "--topic", "Cambridgeshire and Peterborough STP · deficit · 2019-20"]
    before = flat(said(*topic))
    [pair, *_] = re.findall(r"crossfoot judge (\w+\+\w+) different # £101m or £148m", before)
    assert "Conflict: £101m cannot be £148m" in before
    found = (query.ask(home / "crossfoot.duckdb", "figure", {"figure_id": start})[0]["figure_id"] for start in pair.split("+"))
    left, right = sorted(found)
    with duckdb.connect(home / "crossfoot.duckdb") as connection:
        connection.execute(
            "INSERT INTO judgements VALUES (1, TIMESTAMP '2026-05-12', 'Ann', 'different', NULL, $left, $right, 'two systems')", {"left": left, "right": right}
        )
    after = flat(said(*topic))
    assert "Conflict: £101m" not in after
    assert re.search(r"Judged: £1\d\dm and £1\d\dm are different things, says Ann \(12 May 2026\): two systems\.", after)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            [("plan", "deficit", "£10m", "2018-04-01"), ("forecast", "deficit", "£12m", "2018-12-01"), ("actual", "deficit", "£15m", "2019-06-01")],
            "Moved: plan £10m (1 April 2018) → forecast £12m (+£2m, 1 December 2018) → actual £15m (+£3m, 1 June 2019).",
        ),
        (
            [("plan", "surplus", "£2m", "2018-04-01"), ("actual", "deficit", "£5m", "2019-06-01")],
            "Moved: planned surplus £2m (1 April 2018) → actual deficit £5m (£7m worse, 1 June 2019).",
        ),
        (
            [("plan", "deficit", "£1m", "2018-04-01"), ("actual", "deficit", "£5.0m", "2019-06-01"), ("actual", "shortfall", "£3.0m", "2019-06-01")],
            "Together they imply a planned deficit of £1.9m to £2.1m; the plan of £1m (Post, 1 April 2018) does not.",
        ),
        (
            [("actual", "deficit", "£5m", "2019-06-01"), ("actual", "deficit", "£5.1m", "2019-06-02")],
            "Only rounding: £5.1m and £5m can be one number.",
        ),
        (
            [("actual", "deficit", "£5.0m", "2019-06-01"), ("actual", "deficit", "£9.0m", "2019-06-02")],
            "they are at least £3.9m apart, 43.3% of the larger.",
        ),
    ],
)
def test_what_is_said_of_a_few_figures(rows: list[tuple[str, str, str, str]], words: str, tmp_path: Path) -> None:
    lines = []
    for place, (basis, measure, surface, day) in enumerate(rows):
        claim = {"organisation": "Barts", "period": "2018-19", "measure": measure, "basis": basis, "surface": surface}
        lines += [{"document": f"{place}.html", "publisher": "Post", "published_at": day}, {"document": f"{place}.html"} | claim]
    file = tmp_path / "figures.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert words in flat(said(file, "--home", tmp_path))


def test_names_of_documents_cannot_steer_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "figures.jsonl"
    claim = {"organisation": "Barts\x1b[2J [red]", "period": "2018-19", "measure": "deficit", "basis": "actual"}
    rows = [claim | {"document": f"{n}\x1b]0;x\x07.html", "surface": f"£{n}m"} for n in (5, 9)]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    shown = said(file, "--home", tmp_path)
    assert "Conflict" in shown
    assert "[red]" in shown
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)


def test_the_timeline_of_a_topic_tells_the_best_value_of_each_day(newsroom_home: Path) -> None:
    title = "NHS Cambridgeshire and Peterborough CCG · deficit · 2017-18"
    result = CliRunner().invoke(crossfoot, ["topic", title, "--format", "jsonl", "--home", str(newsroom_home)])
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {row["best_then"] for row in rows if row["published_on"] == "2018-02-20"} == {"£48.2m"}
    assert {row["best_then"] for row in rows if (row["published_on"] or "9") > "2018-03"} == {"£42m"}
