"""How often figures are attributed as the labelled articles have them: on those that the weights were learnt from, and on those that were kept back.

The second is the number to trust: by field and by rule, and how well confidence keeps its word.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.scoring.evaluation import Evaluation, evaluate
from flows.scoring.report import report
from flows.scoring.tables import shares
from pipeline.language import read as understand
from sources.reading import read
from tests.training.labels import ARTICLES, HELD, rows
from tests.training.scenes import HERE


def lines() -> Iterator[str]:
    """A line for each set, then the whole table of the sets that were kept back."""
    learnt, held = [*sorted((HERE / "learnt").glob("*.jsonl")), ARTICLES], [*sorted((HERE / "held").glob("*.jsonl")), HELD]
    for title, paths in (("learnt from", learnt), ("kept back", held)):
        yield f"articles {title}:"
        yield from map(_line, paths)
    yield "all that were kept back:"
    yield from (f"  {line}" for line in report(_evaluation(held)))


def _line(path: Path) -> str:
    found = shares(_evaluation([path]))
    fields = ("measure", "basis", "organisation", "counterparty", "period", "all4")
    return f"  {path.stem:12}{found['recall'].of:>6} figures" + "".join(f"  {field} {found[field].value:.3f}" for field in fields)


def _evaluation(paths: Sequence[Path]) -> Evaluation:
    gold, figures = [], {}
    for path in paths:
        for document, row in zip(read(path.name, path.read_bytes()).documents, rows(path), strict=True):
            figures[document.name] = understand(document).figures
            gold += [(path.name, {**figure, "document": row["document"]}) for figure in row["figures"]]
    return evaluate(gold, figures)
