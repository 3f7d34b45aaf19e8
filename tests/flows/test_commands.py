"""The command line as a contract: fields, formats, exit codes, and what a command may cost before it does anything."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from flows.cli import crossfoot

ARTICLE = Path(__file__).parents[2] / "sources" / "newsroom" / "documents" / "articles" / "a13.txt"
FIELDS = "document start end page cell bbox surface amount low high currency bound per measure basis organisation counterparty period speaker sentence".split()


def call(*words: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(crossfoot, [str(word) for word in words], input=stdin)


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_extract_prints_the_fields_of_the_label_guide_in_the_order_of_the_text() -> None:
    result = call("extract", ARTICLE, "--format", "jsonl")
    figures = lines(result)
    text = ARTICLE.read_bytes().decode()
    assert result.exit_code == 0
    assert all(list(figure) == FIELDS for figure in figures)
    assert [figure["start"] for figure in figures] == sorted(figure["start"] for figure in figures)
    assert all(text[figure["start"] : figure["end"]] == figure["surface"] for figure in figures)


def test_numbers_are_exact_and_whole_ones_are_integers() -> None:
    [figure] = lines(call("extract", "-", "--format", "jsonl", stdin="An hour of care costs the council £16.84."))
    assert (figure["document"], figure["amount"], figure["low"]) == ("-", 16.84, 16.84)
    [figure] = lines(call("extract", "-", "--format", "jsonl", stdin="The trust had a deficit of £97.6m."))
    assert repr(figure["amount"]) == "97600000"


def test_json_lines_are_one_document_each() -> None:
    rows = [{"document": "a", "text": "A deficit of £5m."}, {"document": "b", "text": "A surplus of £6m.", "published_at": "2019-07-09"}]
    figures = lines(call("extract", "-", "--format", "jsonl", stdin="\n".join(map(json.dumps, rows))))
    assert [(figure["document"], figure["surface"]) for figure in figures] == [("a", "£5m"), ("b", "£6m")]


def test_csv_has_the_same_rows_and_neutralises_formulas() -> None:
    rows = list(csv.DictReader(io.StringIO(call("extract", ARTICLE, "--format", "csv").stdout)))
    assert len(rows) == len(lines(call("extract", ARTICLE, "--format", "jsonl")))
    [row] = csv.DictReader(io.StringIO(call("extract", "-", "--format", "csv", stdin="=HYPERLINK is not a deficit of £5m").stdout))
    assert row["sentence"].startswith("'=")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("figures", ["document", "start", "end", "surface"]),
        ("periods", ["document", "start", "end", "surface", "label", "period_start", "period_end", "alternatives"]),
        ("organisations", ["document", "start", "end", "surface", "id", "name", "rule", "confidence", "alternatives"]),
        ("descriptions", ["document", "start", "end", "surface", "id", "name", "rule", "confidence", "alternatives", "form", "members"]),
    ],
)
def test_mentions_print_places_and_meanings(kind: str, fields: list[str]) -> None:
    mentions = lines(call("mentions", "--kind", kind, ARTICLE, "--format", "jsonl"))
    assert mentions
    assert all(list(mention) == fields for mention in mentions)


def test_read_prints_the_document() -> None:
    [document] = lines(call("read", ARTICLE))
    assert list(document)[:9] == ["document", "title", "publisher", "author", "published_at", "modified_at", "url", "kind", "text"]
    assert document["published_at"] == "2019-10-23"
    assert {"passages", "tables"} <= set(document)


def test_reconcile_gives_pairs_and_equations(newsroom_home: Path) -> None:
    rows = lines(call("reconcile", "--home", newsroom_home, "--format", "jsonl"))
    pair = next(row for row in rows if "left" in row)
    added = {"rule", "gap", "gap_share", "slip", "weight", "judgement", "pair"}
    assert set(pair) == {"verdict", "explanation", "origins", "left", "right"} | added
    assert pair["pair"] == f"{pair['left']['figure_id']}+{pair['right']['figure_id']}"
    assert set(pair["left"]) == {"figure_id", "document", "start", "surface"}
    totals = [row["equation"] for row in rows if "equation" in row]
    assert {"terms": [5, 5000000], "total": 25000000}.items() <= next(
        e for e in totals if e["document"] == "articles/a11.html" and e["total"] == 25000000
    ).items()


def test_reconcile_about_one_body_leaves_out_the_others(newsroom_home: Path) -> None:
    everything = lines(call("reconcile", "--home", newsroom_home, "--format", "jsonl"))
    some = lines(call("reconcile", "--home", newsroom_home, "--format", "jsonl", "--about", "Herts Valleys"))
    assert 0 < len(some) < len(everything)


def test_explain_shows_the_sentence_and_how_each_field_was_decided(newsroom_home: Path) -> None:
    [[figure_id]] = _sql(newsroom_home, "SELECT figure_id FROM news_figures WHERE document = 'articles/a10.html' AND surface = '£97.6m'")
    shown = call("explain", figure_id, "--home", newsroom_home).stdout
    for words in ("»£97.6m«", "97,550,000", "measure", "deficit", "← nearest cue", "ods:QMM", "Compared with"):
        assert words in shown


def test_explain_takes_the_beginning_of_an_id_and_refuses_an_unknown_one(newsroom_home: Path) -> None:
    [[figure_id]] = _sql(newsroom_home, "SELECT min(figure_id) FROM figures")
    assert call("explain", figure_id[:12], "--home", newsroom_home).exit_code == 0
    assert "no figure zzz" in str(call("explain", "zzz", "--home", newsroom_home).exception)


def test_sql_is_read_only(newsroom_home: Path) -> None:
    assert call("sql", "SELECT 1 AS one", "--home", newsroom_home, "--format", "csv").stdout == "one\n1\n"
    assert "only read" in str(call("sql", "DELETE FROM figures", "--home", newsroom_home).exception)


def test_export_writes_every_table(newsroom_home: Path, tmp_path: Path) -> None:
    call("export", tmp_path, "--home", newsroom_home)
    assert {"figures.csv", "figures.parquet", "claims.csv", "reconciliations.csv"} <= {file.name for file in tmp_path.iterdir()}


@pytest.mark.parametrize(
    "command", ["extract", "mentions", "read", "reconcile", "explain", "evaluate", "sql", "run", "export", "link", "judge", "judgements", "topic"]
)
def test_every_command_explains_itself_with_examples_and_takes_a_home(command: str) -> None:
    shown = call(command, "--help").stdout
    assert "Examples:" in shown
    assert "--home" in shown


def test_bad_usage_exits_with_2() -> None:
    assert call("extract").exit_code == 2
    assert call("mentions", ARTICLE).exit_code == 2
    assert call("unheard-of").exit_code == 2


def test_without_a_warehouse_the_message_says_how_to_make_one(tmp_path: Path) -> None:
    assert "crossfoot run" in str(call("sql", "SELECT 1", "--home", tmp_path).exception)


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["extract", str(ARTICLE)],
        ["evaluate", "gold.jsonl", str(ARTICLE)],
        ["sql", "SELECT 1", "--home", "{home}"],
        ["explain", "a", "--home", "{home}"],
    ],
)
def test_plain_commands_do_not_import_prefect(words: list[str], newsroom_home: Path) -> None:
    given = [word.format(home=newsroom_home) for word in words]
    script = "import sys; from flows.cli import crossfoot\ntry: crossfoot(sys.argv[1:])\nexcept BaseException: pass\nprint('prefect' in sys.modules)"
    finished = subprocess.run([sys.executable, "-c", script, *given], capture_output=True, text=True, check=True)
    assert finished.stdout.splitlines()[-1] == "False"


def _sql(home: Path, question: str) -> list[list[str]]:
    return [list(row.values()) for row in lines(call("sql", question, "--home", home, "--format", "jsonl"))]


def test_what_a_terminal_would_obey_is_taken_out_of_documents(tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text("Evil \x1b[2J[red]Trust Ltd[/red] had a deficit of £5m.", encoding="utf-8")
    shown = call("extract", path).stdout
    assert "£5m" in shown
    assert "\x1b[2J" not in shown
