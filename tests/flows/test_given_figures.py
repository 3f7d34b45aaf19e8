"""`crossfoot reconcile FILE...`: verdicts on figures that people give, and what is said of files that hold none."""

import json
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from flows import records
from flows.cli import crossfoot
from flows.commands.reconcile import verdicts
from flows.given.readings import readings
from flows.given.rows import Given, read_files
from flows.given.texts import placed
from pipeline.knowledge import Knowledge
from pipeline.language import read
from pipeline.registry import REGISTER
from sources.newsroom import newsroom
from sources.reading import read as read_document
from warehouse import load, query, shards

Row = dict[str, Any]
FOLDER = Path(__file__).parent / "given"
FIGURE = {"document": "a.html", "surface": "£5m", "measure": "deficit", "organisation": "Barts", "period": "2018-19"}


def cases(name: str) -> list[Row]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def write(path: Path, rows: Sequence[Row]) -> str:
    path.write_text("".join(json.dumps(row, ensure_ascii=False, default=float) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def reconcile(*words: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(crossfoot, ["reconcile", *map(str, words)], input=stdin)


def said(row: Row) -> str:
    if "left" in row:
        left, right = sorted((row["left"]["id"], row["right"]["id"]))
        return f"{left} {row['verdict']} {right}"
    sign = " * " if row["equation"]["operation"] == "product" else " + "
    return f"{sign.join(map(str, row['equation']['terms']))} = {row['equation']['id']} {row['verdict']}"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """What is said of the figures of all cases; each case has documents and bodies of its own."""
    folder = tmp_path_factory.mktemp("given")
    return verdicts(folder, files=[write(folder / f"{n}.jsonl", case["rows"]) for n, case in enumerate(cases("verdicts.jsonl"))])


@pytest.mark.parametrize("case", cases("verdicts.jsonl"), ids=lambda case: case["what"])
def test_verdicts_are_on_the_given_figures(case: Row, found: list[Row]) -> None:
    documents = {row["document"] for row in case["rows"] if "document" in row}
    own = [row for row in found if (row.get("left") or row["equation"])["document"] in documents]
    assert [said(row) for row in own] == case["verdicts"]
    assert all(row["origins"] == case.get("origins", row["origins"]) for row in own)


@pytest.mark.parametrize("case", cases("sums.jsonl"), ids=lambda case: case["what"])
def test_the_interval_is_the_given_one_or_that_of_the_print(case: Row, tmp_path: Path) -> None:
    [reading] = readings(read_files([write(tmp_path / "a.jsonl", [{"document": "a", **case["row"]}])]), Knowledge()).readings
    money = reading.figures[0].money
    wanted = tuple(None if case[field] is None else Decimal(case[field]) for field in ("amount", "low", "high"))
    assert ((money.amount, money.low, money.high), money.bound) == (wanted, case["bound"])


@pytest.mark.parametrize("case", cases("bad.jsonl"), ids=lambda case: case["message"])
def test_what_is_wrong_is_named_with_file_and_line(case: Row, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("\n".join(case["lines"]) + "\n", encoding="utf-8")
    result = reconcile(path, "--home", tmp_path / "home")
    assert result.exit_code != 0
    assert result.stdout == ""
    assert case["message"] in str(result.exception)
    assert str(path) in str(result.exception) or "too large" in case["message"]


def test_figures_that_would_make_too_many_pairs_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "many.jsonl", [FIGURE] * 1_001)
    assert "line 1001: more than 1,000 figures of one organisation and period" in str(reconcile(path, "--home", tmp_path).exception)


def test_the_formats_and_the_filter_of_the_command(tmp_path: Path) -> None:
    rows = [FIGURE | {"id": "mine", "basis": "actual"}, FIGURE | {"document": "b.html", "surface": "£7m", "basis": "actual"}]
    path = write(tmp_path / "figures.jsonl", rows)
    shown = " ".join(reconcile(path, "--home", tmp_path).stdout.split())
    assert all(words in shown for words in ("Conflict: £5m (a.html) cannot be £7m (b.html)", "mine or", "figures.jsonl, line 2 # £5m or £7m"))
    [pair] = map(json.loads, reconcile(path, "--home", tmp_path, "--format", "jsonl").stdout.splitlines())
    assert (pair["left"]["id"], "id" in pair["right"], pair["left"]["start"]) == ("mine", False, None)
    assert reconcile(path, "--home", tmp_path, "--format", "csv").stdout.startswith("verdict,")
    assert reconcile(path, "--home", tmp_path, "--about", "Mid Essex", "--format", "jsonl").stdout == ""
    assert [entry.name for entry in tmp_path.iterdir()] == ["figures.jsonl"]


def test_standard_input_is_a_file(tmp_path: Path) -> None:
    rows = "\n".join(json.dumps(FIGURE | {"document": name}) for name in "ab")
    assert "1 topic in which nothing disagrees" in reconcile("-", "--home", tmp_path, stdin=rows).stdout
    assert "£5m, a deficit, printed by a and b in 2 stories of 2 independent origins" in " ".join(
        reconcile("-", "--home", tmp_path, "--all", stdin=rows).stdout.split()
    )
    assert str(reconcile("-", "--home", tmp_path, stdin="{").exception).startswith("standard input, line 1: ")


def test_what_extract_and_read_print_has_the_verdicts_of_a_run(tmp_path: Path) -> None:
    documents = [d for item in newsroom().items() if item.name.endswith(".txt") for d in read_document(item.name, item.path.read_bytes()).documents]
    found = [read(document) for document in documents]
    shards.write(found, (), tmp_path / "shards")
    load.build(tmp_path / "shards", REGISTER, tmp_path / "run.duckdb", "test")
    rows = [records.document(d) | {"passages": None, "stories": None} for d in documents] + [records.figure(f) for r in found for f in r.figures]
    of_run = {(row["verdict"], row["left_figure_id"], row["right_figure_id"]) for row in query.ask(tmp_path / "run.duckdb", "pairs", {"about": None})}
    starts = {figure.id: (figure.document, figure.money.start) for reading in found for figure in reading.figures}
    of_files = verdicts(tmp_path, files=[write(tmp_path / "rows.jsonl", rows)])
    places = {(row["verdict"], *((row[side]["document"], row[side]["start"]) for side in ("left", "right"))) for row in of_files if "left" in row}
    assert places == {(verdict, starts[left], starts[right]) for verdict, left, right in of_run}
    assert places


def test_a_headline_leaves_the_sums_of_the_text_where_they_are() -> None:
    text = "The bridge cost £9m. Its lamps cost £2m."
    rows = [Given("a, line 1", {"document": "a", "surface": "£9m", "context": words}) for words in ("Bridge bill hits £9m", "bridge cost £9m.")]
    page = placed("a", Given("a, line 1", {"document": "a", "title": "Bridge bill hits £9m at last", "body": text}), rows)
    headline, stated = page.spans
    assert stated[0] == text.index("£9m")
    assert page.document.text[page.document.text.index("Bridge bill") :] == "Bridge bill hits £9m at last"
    assert headline[0] > len(text)


SURFACES = st.sampled_from(["£5m", "£5", "£545m", "(15.5)", "two million pounds", "US$40m", "£5m and £7m", "£1\u00a0298"])
SENTENCES = st.none() | st.text(max_size=30) | st.sampled_from(["It lost £5m, not £545m.", "Of £5m, £5m is left: £5.", "Plan £m | 2019"])


@given(st.lists(st.tuples(SURFACES, SENTENCES, SENTENCES), min_size=1, max_size=12), SENTENCES)
@settings(max_examples=60, deadline=None)
def test_every_figure_is_a_slice_of_its_document_and_none_overlap(figures: list[tuple[str, str | None, str | None]], text: str | None) -> None:
    rows = [Given("a, line 1", {"document": "a", "surface": surface, "sentence": said, "context": around}) for surface, said, around in figures]
    page = placed("a", Given("a, line 1", {"document": "a", "text": text}), rows)
    assert [page.document.text[start:end].split() for start, end in page.spans] == [surface.split() for surface, _, _ in figures]
    ordered = sorted(page.spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(ordered))
    assert page.document.text.startswith(text if text and text.strip() else "")
