"""Pages of many makes, each beside what a reader should get from it."""

from pathlib import Path

import pytest

from pipeline.model import PassageKind
from sources.reading import read

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_is_read_as_expected(page):
    assert rendered(page) == page.with_suffix(".expected.txt").read_text("utf-8")


def rendered(page: Path) -> str:
    """A document as a person can check it: what it says of itself, the article, and below a rule what is left of the page."""
    (document,) = read(page.name, page.read_bytes()).documents
    byline = document.byline
    head = [f"kind: {document.kind}", *(f"{name}: {getattr(byline, name)}" for name in ("title", "publisher", "author", "published_at", "url"))]
    article = [f"[{p.kind.value}] {document.text[p.start : p.end]}" for p in document.passages if p.kind is not PassageKind.BOILERPLATE]
    rest = [document.text[p.start : p.end] for p in document.passages if p.kind is PassageKind.BOILERPLATE]
    cells = [f"{c.reference} ({c.row_span}×{c.column_span}): {document.text[c.start : c.end]}" for table in document.tables for c in table.cells]
    return "\n\n".join(["\n".join(head), *article, "-----", *rest, *(["-----", "\n".join(cells)] if cells else [])]) + "\n"
